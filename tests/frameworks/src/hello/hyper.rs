//! hyper 1, without a framework: a reply is a response of the crate `http`, and a request is read by a function.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;

use http::header::CONTENT_SECURITY_POLICY;
use http::{Method, StatusCode};
use http_body_util::{BodyExt as _, Collected};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulShutdown;
use starmark::client::{Nonce, Policy};
use starmark::reply::{Body, IntoHttp as _};
use starmark::signals::{self, Limit, ReadSignalsError};
use starmark::sse::{Events, PatchElements, Sse};
use tokio::net::TcpListener;

use super::listening;
use crate::site::{self, CLIENT};

/// Serves the site.
///
/// # Errors
///
/// If the address is taken.
pub async fn run(address: SocketAddr) -> io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    listening(address);
    let connections = GracefulShutdown::new();
    let mut shutdown = std::pin::pin!(site::shutdown());
    loop {
        let socket = tokio::select! {
            connection = listener.accept() => TokioIo::new(connection?.0),
            () = &mut shutdown => break,
        };
        let connection = http1::Builder::new().serve_connection(socket, service_fn(answer));
        // Fails when the other side goes, or when a stream is given up, which is how its page learns of it.
        tokio::spawn(connections.watch(connection));
    }
    connections.shutdown().await;
    Ok(())
}

async fn answer(mut request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    Ok(match (method, path.as_str()) {
        (Method::GET, "/") => page(),
        (Method::GET, path) if path == CLIENT.path() => CLIENT.response(request.headers()),
        (Method::GET, "/event") => site::event().into_http(),
        (Method::GET, "/events") => site::events().into_http(),
        (Method::GET, "/patch") => site::patch().into_http(),
        (Method::GET, "/script") => site::script().into_http(),
        (Method::GET, "/unsendable") => site::unsendable().into_http(),
        (Method::GET, "/stream") => Sse::new(site::ticks()).finish().into_http(),
        (Method::GET, "/failing") => Sse::new(site::ticks()).into_http(),
        (Method::GET, "/live") => Sse::new(site::live()).until(site::shutdown()).into_http(),
        (_, "/signals") => greet(request).await.into_http(),
        (_, "/test") => test(request).await.into_http(),
        (Method::POST, "/large") => {
            request.extensions_mut().insert(Limit(1 << 20));
            greet(request).await.into_http()
        }
        _ => not_found(),
    })
}

fn page() -> Response<Body> {
    let nonce = Nonce::random();
    let mut page = site::page(&nonce).into_http();
    let policy = Policy::new(&nonce);
    page.headers_mut()
        .insert(CONTENT_SECURITY_POLICY, policy.into());
    page
}

async fn test(request: Request<Incoming>) -> Events {
    let query = request.uri().query().map(str::to_owned);
    let body = request.into_body().collect().await;
    let body = body.map(Collected::to_bytes).unwrap_or_default();
    site::plan(query.as_deref(), body)
}

async fn greet(request: Request<Incoming>) -> Result<PatchElements, ReadSignalsError> {
    Ok(site::greet(&signals::read(request).await?))
}

fn not_found() -> Response<Body> {
    let mut response = Response::new(Body::default());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
