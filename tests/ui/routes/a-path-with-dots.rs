use starmark::route;

#[route(get "/tickets/../admin")]
async fn tickets() {}

fn main() {}
