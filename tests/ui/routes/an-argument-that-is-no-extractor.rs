use axum::Router;
use starmark::{route, routes};

struct Filter;

#[route(get "/tickets")]
async fn tickets(filter: Filter) {
    let _ = filter;
}

fn main() {
    let _: Router = routes![tickets];
}
