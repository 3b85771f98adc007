use starmark::route;

#[route(get "//evil.example/tickets")]
async fn tickets() {}

fn main() {}
