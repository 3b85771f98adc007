use starmark::route;

#[route(get "/tickets")]
async fn tickets<T>(_: T) {}

fn main() {}
