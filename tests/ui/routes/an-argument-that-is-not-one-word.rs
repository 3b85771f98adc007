use starmark::route;

struct Column;

#[route(get "/tickets/{column}")]
async fn tickets(column: Column) {
    let _ = column;
}

fn main() {}
