//! warp 0.4.

use std::io;
use std::net::SocketAddr;

use bytes::Bytes;
use starmark::Signals;
use starmark::client::{Nonce, Policy};
use starmark::signals::{Limit, ReadSignalsError};
use starmark::sse::{PatchElements, Sse};
use starmark::warp::{client, signals, signals_within};
use tokio::net::TcpListener;
use warp::http::header::CONTENT_SECURITY_POLICY;
use warp::reply::with_header;
use warp::{Filter, Reply, get, path, post};

use super::listening;
use crate::site::{self, CLIENT, Greeting};

/// Serves the site.
///
/// # Errors
///
/// If the address is taken.
pub async fn run(address: SocketAddr) -> io::Result<()> {
    let replies = path!("event")
        .map(site::event)
        .or(path!("events").map(site::events))
        .or(path!("patch").map(site::patch))
        .or(path!("script").map(site::script))
        .or(path!("unsendable").map(site::unsendable));
    let streams = path!("stream")
        .map(|| Sse::new(site::ticks()).finish())
        .or(path!("failing").map(|| Sse::new(site::ticks())))
        .or(path!("live").map(|| Sse::new(site::live()).until(site::shutdown())));
    let large = path!("large")
        .and(post())
        .and(signals_within(Limit(1 << 20)));
    let site = get()
        .and(path::end().map(page).or(replies).or(streams))
        .or(client(&CLIENT))
        .or(path!("signals").and(signals()).then(greet))
        .or(test())
        .or(large.then(greet));
    let listener = TcpListener::bind(address).await?;
    listening(address);
    let server = warp::serve(site).incoming(listener);
    server.graceful(site::shutdown()).run().await;
    Ok(())
}

fn test() -> impl Filter<Extract = (impl Reply,), Error = warp::Rejection> + Clone {
    let by_query = path!("test")
        .and(get())
        .and(warp::query::raw())
        .map(|query: String| site::plan(Some(&query), b""));
    let by_body = path!("test")
        .and(post())
        .and(warp::body::bytes())
        .map(|body: Bytes| site::plan(None, body));
    by_query.or(by_body)
}

fn page() -> impl Reply {
    let nonce = Nonce::random();
    let policy = Policy::new(&nonce);
    with_header(site::page(&nonce), CONTENT_SECURITY_POLICY, policy)
}

async fn greet(
    greeting: Result<Signals<Greeting>, ReadSignalsError>,
) -> Result<PatchElements, ReadSignalsError> {
    let Signals(greeting) = greeting?;
    Ok(site::greet(&greeting))
}
