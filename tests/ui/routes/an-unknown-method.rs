use starmark::route;

#[route(pots "/tickets")]
async fn tickets() {}

fn main() {}
