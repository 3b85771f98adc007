use starmark::route;

#[route(get "/tickets/{id}")]
async fn ticket(id: Option<u64>) {
    let _ = id;
}

fn main() {}
