//! actix-web 4.

use std::io;
use std::net::SocketAddr;

use actix_web::{App, HttpRequest, HttpServer, Responder, web};
use starmark::Signals;
use starmark::client::{Client, Nonce, Policy};
use starmark::signals::Limit;
use starmark::sse::{Events, PatchElements, Sse};

use super::listening;
use crate::site::{self, CLIENT, Greeting};

/// Serves the site.
///
/// # Errors
///
/// If the address is taken.
pub async fn run(address: SocketAddr) -> io::Result<()> {
    let large = || {
        web::resource("/large")
            .app_data(Limit(1 << 20))
            .route(web::post().to(greet))
    };
    let site = move || {
        App::new()
            .route("/", web::get().to(page))
            .route(CLIENT.path(), web::get().to(client))
            .route("/event", web::get().to(async || site::event()))
            .route("/events", web::get().to(async || site::events()))
            .route("/patch", web::get().to(async || site::patch()))
            .route("/script", web::get().to(async || site::script()))
            .route("/unsendable", web::get().to(async || site::unsendable()))
            .route("/stream", web::get().to(stream))
            .route("/failing", web::get().to(failing))
            .route("/live", web::get().to(live))
            .route("/signals", web::route().to(greet))
            .route("/test", web::route().to(test))
            .service(large())
    };
    let server = HttpServer::new(site)
        // So that a stream ends as soon as its client has gone, and not with the next event.
        .h1_allow_half_closed(false)
        .bind(address)?;
    listening(address);
    server.run().await
}

async fn test(request: HttpRequest, body: web::Bytes) -> Events {
    site::plan(Some(request.query_string()), body)
}

async fn page() -> impl Responder {
    let nonce = Nonce::random();
    site::page(&nonce)
        .customize()
        .insert_header(Policy::new(&nonce))
}

async fn client() -> &'static Client {
    &CLIENT
}

async fn stream() -> impl Responder {
    Sse::new(site::ticks()).finish()
}

async fn failing() -> impl Responder {
    Sse::new(site::ticks())
}

async fn live() -> impl Responder {
    Sse::new(site::live()).until(site::shutdown())
}

async fn greet(Signals(greeting): Signals<Greeting>) -> PatchElements {
    site::greet(&greeting)
}
