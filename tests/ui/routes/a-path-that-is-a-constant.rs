use starmark::route;

const PATH: &str = "/tickets";

#[route(get PATH)]
async fn tickets() {}

fn main() {}
