use starmark::Signals;

#[derive(serde::Deserialize)]
struct Filter {
    query: String,
}

async fn search(Signals(filter): Signals<Filter>) -> String {
    filter.query
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", axum::routing::get(search));
}
