use starmark::route;

#[route(get "/tickets/{id: u64}")]
async fn ticket(id: u64) {
    let _ = id;
}

fn main() {}
