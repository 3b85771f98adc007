//! What every server says, whatever framework it is written in.

#[path = "../../../examples/sdk_conformance/plan.rs"]
mod plan;

use std::future;

use futures_util::{Stream, StreamExt as _, stream};
use starmark::SignalsError;
use starmark::client::{Client, Nonce};
use starmark::prelude::*;
use starmark::sse::{Event, EventId, Events, ExecuteScript, Patch, PatchElements, PatchSignals};
use tokio::signal::unix::{SignalKind, signal};

/// The genuine client, as `scripts/client` brings it.
pub static CLIENT: Client = starmark::client!("../../../target/datastar/datastar.js");

/// The signals of the page.
#[derive(Debug, Default, Signals)]
#[serde(default)]
pub struct Greeting {
    /// Who is greeted.
    pub name: String,
    /// How often.
    pub times: i64,
}

/// A page that greets, and that listens for as long as it is open.
pub fn page(nonce: &Nonce) -> Markup {
    let s = Greeting::signals();
    html! {
        (DOCTYPE)
        html lang="en" data-nonce=(nonce) {
            head {
                title { "Hello" }
                link rel="icon" href="data:,";
                (CLIENT.script().nonce(nonce))
            }
            body data-signals=(Greeting::default()) data-init=(get("/live")) {
                input #name data-bind=(s.name);
                button #greet data-on:click=js!(s.times += 1; post("/signals")) { "Greet" }
                p #greeting {}
                p #live {}
            }
        }
    }
}

/// The events of a plan of the conformance suite, which is in the query or in the body.
pub fn plan(query: Option<&str>, body: impl AsRef<[u8]>) -> Events {
    let parameters = query.unwrap_or_default().as_bytes();
    let in_query = form_urlencoded::parse(parameters).find(|(name, _)| name == "datastar");
    let in_query = in_query.map(|(_, plan)| plan.into_owned());
    let plan = in_query.unwrap_or_else(|| String::from_utf8_lossy(body.as_ref()).into_owned());
    // The suite wants events, and nothing else.
    plan::events(&plan).unwrap_or_else(|error| {
        let error = error.to_string();
        Events::new().and(ExecuteScript::console_error(error.as_str()))
    })
}

/// The greeting, for its place in the page; the event is called like the person, if it can be.
pub fn greet(greeting: &Greeting) -> PatchElements {
    let Greeting { name, times } = greeting;
    let patch = PatchElements::new(html! { p #greeting { "Hello, " (name) "! (" (times) ")" } });
    match EventId::new(name.as_str()) {
        Ok(id) if !name.is_empty() => patch.event_id(id),
        _ => patch,
    }
}

/// One event.
pub fn event() -> Event {
    tick(7).event_id(7).into()
}

/// Two events at once.
pub fn events() -> Events {
    Events::new()
        .and(tick(1))
        .and(ExecuteScript::new("console.log('é')"))
}

/// Elements and signals.
///
/// # Errors
///
/// Never: these signals can be sent.
pub fn patch() -> Result<Patch, SignalsError> {
    let s = Greeting::signals();
    Patch::new()
        .elements(html! { p #n { "Text\r\nin <two> lines" } })
        .signals(starmark::patch!(s.times = 3))
}

/// A script.
pub fn script() -> ExecuteScript {
    ExecuteScript::new("console.log(1)")
}

/// Signals that cannot be sent.
///
/// # Errors
///
/// Always: the client has no signal of such a name.
pub fn unsendable() -> Result<PatchSignals, SignalsError> {
    PatchSignals::new(std::collections::BTreeMap::from([("__proto__", 1)]))
}

/// One number.
fn tick(n: u32) -> PatchElements {
    PatchElements::new(html! { p #n { (n) } })
}

/// Three numbers.
pub fn ticks() -> impl Stream<Item = PatchElements> + Send {
    stream::iter(1..=3).map(tick)
}

/// One event for each process, and then nothing more.
pub fn live() -> impl Stream<Item = PatchElements> + Send {
    let first = PatchElements::new(html! { p #live { (std::process::id()) } });
    let events = stream::once(future::ready(first)).chain(stream::pending());
    let listener = Listener;
    events.map(move |event| {
        let _ = &listener;
        event
    })
}

/// Says when a stream is let go.
struct Listener;

impl Drop for Listener {
    fn drop(&mut self) {
        println!("a listener has gone");
    }
}

/// Resolves when the process is asked to end.
pub async fn shutdown() {
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => drop(terminate.recv().await),
        Err(_) => future::pending().await,
    }
}
