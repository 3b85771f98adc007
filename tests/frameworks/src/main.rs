//! Runs the small site in one of the frameworks: `cargo run -p starmark-frameworks -- warp`.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use starmark_frameworks::hello;

#[tokio::main]
async fn main() -> io::Result<()> {
    let port = std::env::var("PORT").ok();
    let port = port.and_then(|port| port.parse().ok()).unwrap_or(3000);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    match std::env::args().nth(1).as_deref() {
        Some("actix-web") => hello::actix_web::run(address).await,
        Some("axum") => hello::axum::run(address).await,
        Some("hyper") => hello::hyper::run(address).await,
        Some("poem") => hello::poem::run(address).await,
        Some("rocket") => hello::rocket::run(address).await,
        Some("salvo") => hello::salvo::run(address).await,
        Some("warp") => hello::warp::run(address).await,
        _ => Err(io::Error::other(
            "name a framework: actix-web, axum, hyper, poem, rocket, salvo or warp",
        )),
    }
}
