//! The title of the page, by the server.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::{PatchElements, Selector, Sse};

use crate::layout::Gallery;

// region: page
#[route(get "/title-update")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        p data-init=(clock::action()) {
            "Look at the title of this page, in its tab: the server's clock is in it."
        }
    })
}
// endregion

// region: clock
/// Drawings have titles, too.
const TITLE: Selector = Selector::new("head > title");

#[route(get "/title-update/clock", stream)]
async fn clock() -> impl IntoResponse {
    Sse::every(Duration::from_secs(1), || {
        PatchElements::new(html! { title { (time()) " · Starmark" } }).selector(TITLE)
    })
}

/// The time of day in UTC.
fn time() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = now.map_or(0, |now| now.as_secs());
    let [hour, minute, second] = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60];
    format!("{hour:02}:{minute:02}:{second:02} UTC")
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, clock]
}
