use starmark::route;

#[route(get "/tickets")]
fn tickets() {}

fn main() {}
