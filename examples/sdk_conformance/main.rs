//! The server that Datastar's conformance suite for SDKs tests.
//!
//! `cargo run --example sdk_conformance`, with `PORT` (7331) in the environment; then, from a checkout of Datastar,
//! `go run ./cmd/datastar-sdk-tests -server http://localhost:7331` in `sdk/tests`. The suite sends a plan, a list of
//! events with their options, to `/test`, and compares what comes back: the values of each field and each key of its
//! data, markup as a tree. <https://github.com/starfederation/datastar/tree/main/sdk/tests>
//!
//! * `plan`: a plan, and its events; nothing in it is about axum
//! * `tests`: cases of the specification, with every byte that is expected
//!
//! # What differs, on purpose
//!
//! Two cases of the suite are about bytes that this library does not write. The client reads both in the same way.
//!
//! * Signals are one line of JSON, also if the plan has several: they are serialised, never passed through as text,
//!   because the client runs what is not JSON as a script.
//! * In them, a line feed is `\u000a`, and so are quotes, slashes and everything else escaped that some place in a page
//!   could act on.
//!
//! Two more things look different, without a case that fails for it: attributes of a script are in alphabetical order,
//! because a JSON object has none and the suite compares markup as a tree; and in a script, `</script` is written
//! `<\/script`, so that it cannot end its element. A script is removed by `data-effect="el.remove()"`, as the specification
//! says.
//!
//! The specification asks for `Connection: keep-alive`, which HTTP/1.1 means anyway and HTTP/2 forbids.

mod plan;
#[cfg(test)]
mod tests;

use std::env;
use std::error::Error;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Router, serve};
use serde::Deserialize;
use starmark::sse::Events;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = env::var("PORT").map_or(Ok(7331), |port| port.parse())?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    println!("The endpoint is at http://{}/test", listener.local_addr()?);
    serve(listener, router()).await?;
    Ok(())
}

fn router() -> Router {
    Router::new().route("/test", get(by_query).delete(by_query).fallback(by_body))
}

/// Where the client puts signals that have no body.
#[derive(Deserialize)]
struct InQuery {
    datastar: String,
}

// The extractor `Signals` is not for plans: of signals it drops what is null, and a plan means it.

async fn by_query(Query(query): Query<InQuery>) -> Result<Events, (StatusCode, String)> {
    events(&query.datastar)
}

async fn by_body(body: String) -> Result<Events, (StatusCode, String)> {
    events(&body)
}

fn events(plan: &str) -> Result<Events, (StatusCode, String)> {
    plan::events(plan).map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))
}
