//! Rocket 0.5.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use rocket::fairing::AdHoc;
use rocket::http::Header;
use rocket::log::LogLevel;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Config, Responder, Shutdown, delete, get, patch, post, put, routes};
use starmark::client::{Client, Nonce, Policy};
use starmark::signals::{Limit, ReadSignalsError};
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
    let config = Config {
        address: address.ip(),
        port: address.port(),
        log_level: LogLevel::Critical,
        ..Config::default()
    };
    let liftoff = AdHoc::on_liftoff("address", move |_| {
        Box::pin(async move { listening(address) })
    });
    let replies = routes![page, client, event, events, reply_patch, script, unsendable];
    rocket::custom(config)
        .attach(liftoff)
        .mount("/", replies)
        .mount("/", routes![stream, failing, live])
        .mount("/", routes![test_query, test_body])
        .mount(
            "/",
            routes![
                get_signals,
                delete_signals,
                post_signals,
                put_signals,
                patch_signals,
                bare,
                large
            ],
        )
        .launch()
        .await
        .map(drop)
        .map_err(io::Error::other)
}

#[derive(Responder)]
struct Page {
    page: Markup,
    policy: Header<'static>,
}

#[get("/")]
fn page() -> Page {
    let nonce = Nonce::random();
    Page {
        page: site::page(&nonce),
        policy: Policy::new(&nonce).into(),
    }
}

#[get("/<file>", rank = 10)]
fn client(file: &str) -> Option<&'static Client> {
    (CLIENT.path() == format!("/{file}")).then_some(&CLIENT)
}

#[get("/event")]
fn event() -> Event {
    site::event()
}

#[get("/events")]
fn events() -> Events {
    site::events()
}

#[get("/patch")]
fn reply_patch() -> Result<Patch, SignalsError> {
    site::patch()
}

#[get("/script")]
fn script() -> ExecuteScript {
    site::script()
}

#[get("/unsendable")]
fn unsendable() -> Result<PatchSignals, SignalsError> {
    site::unsendable()
}

type Stream = std::pin::Pin<Box<dyn futures_util::Stream<Item = PatchElements> + Send>>;

#[get("/stream")]
fn stream() -> Sse<Stream> {
    Sse::new(Box::pin(site::ticks()) as Stream).finish()
}

#[get("/failing")]
fn failing() -> Sse<Stream> {
    Sse::new(Box::pin(site::ticks()))
}

/// Rocket learns that a client has gone when it writes the next time.
#[get("/live")]
fn live(shutdown: Shutdown) -> Sse<Stream, Shutdown> {
    Sse::new(Box::pin(site::live()) as Stream)
        .keep_alive(Duration::from_secs(1))
        .until(shutdown)
}

#[get("/test?<datastar>")]
fn test_query(datastar: &str) -> Events {
    site::plan(None, datastar.as_bytes())
}

#[post("/test", data = "<plan>")]
fn test_body(plan: Vec<u8>) -> Events {
    site::plan(None, plan)
}

type Greeted = Result<PatchElements, ReadSignalsError>;
type Read = Result<Signals<Greeting>, ReadSignalsError>;

fn greet(greeting: Read) -> Greeted {
    let Signals(greeting) = greeting?;
    Ok(site::greet(&greeting))
}

#[get("/signals")]
fn get_signals(greeting: Read) -> Greeted {
    greet(greeting)
}

#[delete("/signals")]
fn delete_signals(greeting: Read) -> Greeted {
    greet(greeting)
}

#[post("/signals", data = "<greeting>")]
fn post_signals(greeting: Read) -> Greeted {
    greet(greeting)
}

#[put("/signals", data = "<greeting>")]
fn put_signals(greeting: Read) -> Greeted {
    greet(greeting)
}

#[patch("/signals", data = "<greeting>")]
fn patch_signals(greeting: Read) -> Greeted {
    greet(greeting)
}

/// Without the result, the catcher for the status answers.
#[post("/bare", data = "<greeting>")]
fn bare(greeting: Signals<Greeting>) -> PatchElements {
    let Signals(greeting) = greeting;
    site::greet(&greeting)
}

/// A route with larger signals; for all of them, `limits = { signals = "1 MiB" }` stands in `Rocket.toml`.
struct Large;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Large {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        request.local_cache(|| Limit(1 << 20));
        Outcome::Success(Self)
    }
}

#[post("/large", data = "<greeting>")]
fn large(_large: Large, greeting: Read) -> Greeted {
    greet(greeting)
}
