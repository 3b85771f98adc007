//! axum 0.8.

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Extension, RawQuery};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::{any, get, post};
use starmark::client::{Nonce, Policy};
use starmark::signals::Limit;
use starmark::sse::{Events, PatchElements, Sse};
use starmark::{Markup, Signals};
use tokio::net::TcpListener;

use super::listening;
use crate::site::{self, CLIENT, Greeting};

/// Serves the site.
///
/// # Errors
///
/// If the address is taken.
pub async fn run(address: SocketAddr) -> io::Result<()> {
    let site = Router::new()
        .route("/", get(page))
        .route(CLIENT.path(), get(client))
        .route("/event", get(async || site::event()))
        .route("/events", get(async || site::events()))
        .route("/patch", get(async || site::patch()))
        .route("/script", get(async || site::script()))
        .route("/unsendable", get(async || site::unsendable()))
        .route("/stream", get(async || Sse::new(site::ticks()).finish()))
        .route("/failing", get(async || Sse::new(site::ticks())))
        .route("/live", get(live))
        .route("/signals", any(greet))
        .route("/test", any(test))
        .route("/large", post(greet).layer(Extension(Limit(1 << 20))));
    let listener = TcpListener::bind(address).await?;
    listening(address);
    axum::serve(listener, site)
        .with_graceful_shutdown(site::shutdown())
        .await
}

async fn test(RawQuery(query): RawQuery, body: Bytes) -> Events {
    site::plan(query.as_deref(), body)
}

async fn page() -> (Policy, Markup) {
    let nonce = Nonce::random();
    (Policy::new(&nonce), site::page(&nonce))
}

async fn client(headers: HeaderMap) -> impl IntoResponse {
    CLIENT.response(&headers)
}

async fn live() -> impl IntoResponse {
    Sse::new(site::live()).until(site::shutdown())
}

async fn greet(Signals(greeting): Signals<Greeting>) -> PatchElements {
    site::greet(&greeting)
}
