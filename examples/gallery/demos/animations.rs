//! What moves while it changes: colours, swaps, elements that come and go, requests under way.

use std::time::Duration;

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::{Patch, PatchElements, Sse};
use tokio::time::sleep;

use crate::layout::Gallery;

// region: page
#[route(get "/animations")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        .rows {
            h2 { "Colours" }
            div data-init=(colours::action()) { (band(COLOURS[0])) }
            h2 { "A view transition" }
            (coin(true))
            h2 { "Coming and going" }
            (guest(Guest::Here))
            h2 { "A request under way" }
            (under_way())
        }
    })
}
// endregion

// region: colours
const COLOURS: [&str; 5] = ["#3350d4", "#8e3fc7", "#d4336b", "#d47a33", "#2f9e63"];

/// One patch a second; in between, CSS moves the attribute `fill`.
#[route(get "/animations/colours", stream)]
async fn colours() -> impl IntoResponse {
    let mut colours = COLOURS.iter().cycle().skip(1);
    Sse::every(Duration::from_secs(1), move || {
        PatchElements::new(colours.next().map(|colour| band(colour)))
    })
}

fn band(colour: &str) -> Markup {
    html! {
        svg #band viewBox="0 0 64 8" role="img" aria-label="A band in changing colours" {
            rect width="64" height="8" rx="2" fill=(colour) {}
        }
    }
}
// endregion

// region: view transition
#[route(get "/animations/coin/{heads}")]
async fn turn(heads: bool) -> PatchElements {
    PatchElements::new(coin(heads)).use_view_transition(true)
}

fn coin(heads: bool) -> Markup {
    html! {
        .row #coin {
            button data-on:click=(turn::action(!heads)) { "Turn" }
            span.coin { @if heads { "Heads" } @else { "Tails" } }
        }
    }
}
// endregion

// region: coming and going
#[derive(Clone, Copy, PartialEq)]
enum Guest {
    Here,
    Leaving,
    Gone,
}

/// The class fades it out; then it goes. What comes fades in by itself.
#[route(delete "/animations/guest")]
async fn leave() -> impl IntoResponse {
    Sse::run(async |page| {
        let _ = page.send(PatchElements::new(guest(Guest::Leaving))).await;
        sleep(Duration::from_millis(600)).await;
        let _ = page.send(PatchElements::new(guest(Guest::Gone))).await;
    })
    .finish()
}

#[route(post "/animations/guest")]
async fn come() -> Patch {
    Patch::new().elements(guest(Guest::Here))
}

fn guest(guest: Guest) -> Markup {
    html! {
        .row #guest {
            @if guest == Guest::Gone {
                button data-on:click=(come::action()) { "Come" }
            } @else {
                button disabled[guest == Guest::Leaving] data-on:click=(leave::action()) { "Leave" }
                span.guest.leaving[guest == Guest::Leaving] { "A guest" }
            }
        }
    }
}
// endregion

// region: under way
#[derive(Signals)]
struct Request {
    #[signals(local)]
    under_way: bool,
}

#[route(get "/animations/wait")]
async fn wait() -> Markup {
    sleep(Duration::from_secs(1)).await;
    html! { span #answer { "That took a second." } }
}

fn under_way() -> Markup {
    let s = Request::signals();
    html! {
        .row data-signals=(Request { under_way: false }) {
            button data-on:click=(wait::action()) data-indicator=(s.under_way)
                data-attr:disabled=(s.under_way) { "Ask" }
            span.spinner data-show=(s.under_way) role="status" aria-label="Waiting" {}
            span #answer data-show=(!s.under_way) {}
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, colours, turn, leave, come, wait]
}
