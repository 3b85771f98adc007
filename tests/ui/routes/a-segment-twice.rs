use starmark::route;

#[route(get "/tickets/{id}/{id}")]
async fn ticket(id: u64) {
    let _ = id;
}

fn main() {}
