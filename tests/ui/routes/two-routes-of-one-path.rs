use axum::Router;
use starmark::{route, routes};

#[route(get "/tickets")]
async fn tickets() {}

#[route(get "/tickets")]
async fn all_tickets() {}

fn main() {
    let _: Router = routes![tickets, all_tickets];
}
