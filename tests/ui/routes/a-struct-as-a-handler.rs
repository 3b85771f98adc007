use starmark::route;

#[route(get "/tickets")]
struct Tickets;

fn main() {}
