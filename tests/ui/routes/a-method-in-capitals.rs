use starmark::route;

#[route(GET "/tickets")]
async fn tickets() {}

fn main() {}
