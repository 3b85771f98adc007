use starmark::route;

#[route(get "/tickets", steram)]
async fn tickets() {}

fn main() {}
