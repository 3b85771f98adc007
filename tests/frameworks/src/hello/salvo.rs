//! salvo 1.

use std::io;
use std::net::SocketAddr;

use salvo::prelude::*;
use starmark::client::{Nonce, Policy};
use starmark::signals::Limit;
use starmark::sse::{Event, Events, ExecuteScript, Patch, PatchElements, PatchSignals, Sse};
use starmark::{Markup, Signals, SignalsError};

use super::listening;
use crate::site::{self, CLIENT, Greeting};

/// Serves the site.
///
/// # Errors
///
/// If the address is taken.
pub async fn run(address: SocketAddr) -> io::Result<()> {
    let large = Router::with_path("large").hoop(Limit(1 << 20)).post(greet);
    let site = Router::new()
        .get(page)
        .push(Router::with_path(CLIENT.path()).get(&CLIENT))
        .push(Router::with_path("event").get(event))
        .push(Router::with_path("events").get(events))
        .push(Router::with_path("patch").get(patch))
        .push(Router::with_path("script").get(script))
        .push(Router::with_path("unsendable").get(unsendable))
        .push(Router::with_path("stream").get(stream))
        .push(Router::with_path("failing").get(failing))
        .push(Router::with_path("live").get(live))
        .push(Router::with_path("signals").goal(greet))
        .push(Router::with_path("test").goal(test))
        .push(large);
    let acceptor = TcpListener::new(address)
        .try_bind()
        .await
        .map_err(io::Error::other)?;
    listening(address);
    let server = Server::new(acceptor);
    let handle = server.handle();
    tokio::spawn(async move {
        site::shutdown().await;
        handle.stop_graceful(None);
    });
    server.try_serve(site).await
}

#[handler]
async fn test(request: &mut Request) -> Events {
    let query = request.uri().query().map(str::to_owned);
    let body = request.payload().await.cloned().unwrap_or_default();
    site::plan(query.as_deref(), body)
}

#[handler]
async fn page() -> (Policy, Markup) {
    let nonce = Nonce::random();
    (Policy::new(&nonce), site::page(&nonce))
}

#[handler]
async fn event() -> Event {
    site::event()
}

#[handler]
async fn events() -> Events {
    site::events()
}

#[handler]
async fn patch() -> Result<Patch, SignalsError> {
    site::patch()
}

#[handler]
async fn script() -> ExecuteScript {
    site::script()
}

#[handler]
async fn unsendable() -> Result<PatchSignals, SignalsError> {
    site::unsendable()
}

#[handler]
async fn stream(response: &mut Response) {
    response.render(Sse::new(site::ticks()).finish());
}

#[handler]
async fn failing(response: &mut Response) {
    response.render(Sse::new(site::ticks()));
}

#[handler]
async fn live(response: &mut Response) {
    response.render(Sse::new(site::live()).until(site::shutdown()));
}

#[handler]
async fn greet(greeting: Signals<Greeting>) -> PatchElements {
    site::greet(&greeting.0)
}
