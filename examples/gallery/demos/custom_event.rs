//! An event of the application's own, which the server dispatches and any element can hear.

use std::time::Duration;

use axum::Router;
use axum::response::IntoResponse;
use serde::Serialize;
use starmark::data::EventName;
use starmark::js::{self, Js};
use starmark::prelude::*;
use starmark::sse::{DispatchEvent, Event, ExecuteScript, Sse};

use crate::layout::Gallery;

// region: server
const TICK: EventName<'_> = EventName::new("tick");

/// What an event says: whatever serde can write.
#[derive(Serialize)]
struct Tick {
    number: u64,
    text: &'static str,
}

#[route(get "/custom-event/ticks", stream)]
async fn ticks() -> impl IntoResponse {
    let mut number = 0;
    Sse::every(Duration::from_secs(1), move || {
        number += 1;
        let text = if number % 2 == 0 { "tock" } else { "tick" };
        let event = DispatchEvent::new(TICK).detail(&Tick { number, text });
        event.map_or_else(
            |error| ExecuteScript::console_error(error).into(),
            Event::from,
        )
    })
}
// endregion

// region: page
#[derive(Default, Signals)]
struct Last {
    #[signals(local)]
    number: u64,
    #[signals(local)]
    text: String,
}

/// What an event of one's own carries has no type in the browser: here it is said.
fn number() -> Js<u64> {
    js::raw("evt.detail.number").of()
}

fn text() -> Js<String> {
    js::raw("evt.detail.text").of()
}

#[route(get "/custom-event")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Last::signals();
    gallery.page(html! {
        .rows data-signals=(Last::default()) data-init=(ticks::action())
            data-on:tick__document=js!(s.number = number(); s.text = text()) {
            p { "The last event said:" }
            p.large #last data-text=js!(format!("{} {}", s.text, s.number)) { "…" }
        }
    })
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, ticks]
}
