use axum::Router;
use starmark::routes;

async fn plain() {}

fn main() {
    let _: Router = routes![plain, tickets];
}
