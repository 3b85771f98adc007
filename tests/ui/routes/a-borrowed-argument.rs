use starmark::route;

#[route(get "/tickets/{id}")]
async fn ticket(id: &str) {
    let _ = id;
}

fn main() {}
