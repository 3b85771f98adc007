use starmark::route;

#[route(get "tickets")]
async fn tickets() {}

fn main() {}
