use starmark::route;

#[route(get)]
async fn tickets() {}

fn main() {}
