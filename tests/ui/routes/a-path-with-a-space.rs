use starmark::route;

#[route(get "/my tickets")]
async fn tickets() {}

fn main() {}
