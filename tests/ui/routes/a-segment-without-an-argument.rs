use starmark::route;

#[route(get "/tickets/{id}")]
async fn ticket(number: axum::http::Method) {
    let _ = number;
}

fn main() {}
