//! One server a framework, each written as its own users do.

pub mod actix_web;
pub mod axum;
pub mod hyper;
pub mod poem;
pub mod rocket;
pub mod salvo;
pub mod warp;

use std::net::SocketAddr;

/// Says where the site is, once connections are taken.
fn listening(address: SocketAddr) {
    println!("listening on http://{address}");
}
