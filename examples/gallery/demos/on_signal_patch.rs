//! Code that runs when signals change, whoever changed them.

use axum::Router;
use axum::response::IntoResponse;
use starmark::SignalsError;
use starmark::data::Filter;
use starmark::js::{self, Js};
use starmark::prelude::*;
use starmark::sse::Patch;

use crate::layout::Gallery;

// region: page
#[derive(Default, Signals)]
struct Page {
    count: u64,
    message: String,
    /// What was seen of the count, and of all.
    #[signals(local)]
    counts: Vec<String>,
    #[signals(local)]
    all: Vec<String>,
}

/// The signals that have changed, with their values, as JSON.
fn patch() -> Js<String> {
    js::raw("JSON.stringify(patch)").of()
}

#[route(get "/on-signal-patch")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Page::signals();
    gallery.page(html! {
        .rows data-signals=(Page::default()) {
            .row {
                button #count data-on:click=js!(s.count += 1) { "Count here" }
                button #server data-on:click=(count::action()) { "Count on the server" }
                input.grows aria-label="Message" placeholder="Message" data-bind=(s.message);
                button #clear data-on:click=js!(s.counts.clear(); s.all.clear()) { "Clear" }
            }
            h2 { "Changes of the count" }
            pre.log #counts data-text=js!(s.counts.join("\n"))
                data-on-signal-patch=js!(s.counts.push(patch()))
                data-on-signal-patch-filter=(Filter::including("^count$")) {}
            h2 { "All changes" }
            pre.log #all data-text=js!(s.all.join("\n"))
                data-on-signal-patch=js!(s.all.push(patch()))
                data-on-signal-patch-filter=(Filter::including("^(count|message)$")) {}
        }
    })
}
// endregion

// region: server
#[route(post "/on-signal-patch/count")]
async fn count(Signals(page): Signals<Page>) -> Result<Patch, SignalsError> {
    Patch::new().signals(patch!(Page::signals().count = page.count.saturating_add(1)))
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, count]
}
