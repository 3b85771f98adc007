use axum::Router;
use starmark::{route, routes};

#[route(get "/tickets/{id}")]
async fn ticket(id: u64) -> String {
    id.to_string()
}

#[route(post "/tickets/{number}")]
async fn save(number: u64) -> String {
    number.to_string()
}

fn main() {
    let _: Router = routes![ticket, save];
}
