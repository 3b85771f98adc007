//! poem 3.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use poem::http::Uri;
use poem::http::header::CONTENT_SECURITY_POLICY;
use poem::listener::{Listener as _, TcpListener};
use poem::{EndpointExt as _, IntoResponse, Route, Server, get, handler, post};
use starmark::client::{Nonce, Policy};
use starmark::signals::Limit;
use starmark::sse::{Event, Events, ExecuteScript, Patch, PatchElements, PatchSignals, Sse};
use starmark::{Signals, SignalsError};

use super::listening;
use crate::site::{self, CLIENT, Greeting};

/// Serves the site.
///
/// # Errors
///
/// If the address is taken.
pub async fn run(address: SocketAddr) -> io::Result<()> {
    let signals = get(greet).post(greet).put(greet).patch(greet).delete(greet);
    let site = Route::new()
        .at("/", get(page))
        .at(CLIENT.path(), get(&CLIENT))
        .at("/event", get(event))
        .at("/events", get(events))
        .at("/patch", get(patch))
        .at("/script", get(script))
        .at("/unsendable", get(unsendable))
        .at("/stream", get(stream))
        .at("/failing", get(failing))
        .at("/live", get(live))
        .at("/signals", signals)
        .at("/test", get(test).post(test))
        .at("/large", post(greet).data(Limit(1 << 20)));
    let acceptor = TcpListener::bind(address).into_acceptor().await?;
    listening(address);
    Server::new_with_acceptor(acceptor)
        .run_with_graceful_shutdown(site, site::shutdown(), None)
        .await
}

#[handler]
fn page() -> impl IntoResponse {
    let nonce = Nonce::random();
    let policy = Policy::new(&nonce);
    site::page(&nonce).with_header(CONTENT_SECURITY_POLICY, policy)
}

#[handler]
fn test(uri: &Uri, body: Vec<u8>) -> Events {
    site::plan(uri.query(), body)
}

#[handler]
fn event() -> Event {
    site::event()
}

#[handler]
fn events() -> Events {
    site::events()
}

#[handler]
fn patch() -> Result<Patch, SignalsError> {
    site::patch()
}

#[handler]
fn script() -> ExecuteScript {
    site::script()
}

#[handler]
fn unsendable() -> Result<PatchSignals, SignalsError> {
    site::unsendable()
}

#[handler]
fn stream() -> impl IntoResponse {
    Sse::new(site::ticks()).finish()
}

#[handler]
fn failing() -> impl IntoResponse {
    Sse::new(site::ticks())
}

/// poem learns that a client has gone when it writes the next time.
#[handler]
fn live() -> impl IntoResponse {
    Sse::new(site::live())
        .keep_alive(Duration::from_secs(1))
        .until(site::shutdown())
}

#[handler]
fn greet(Signals(greeting): Signals<Greeting>) -> PatchElements {
    site::greet(&greeting)
}
