use starmark::route;

#[route(get "/tickets")]
async fn tickets(page: Option<u32>) {
    let _ = page;
}

fn main() {}
