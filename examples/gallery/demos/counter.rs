//! A counter of this browser, and one of everybody.

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::Current;

use crate::layout::Gallery;

// region: states
/// The one of this browser: a session has its own.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
pub(super) struct Mine {
    count: u64,
}

/// The one of everybody.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
#[state(global)]
pub(super) struct Ours {
    count: u64,
}

#[events]
impl Mine {
    #[event]
    fn add(&mut self) {
        self.count = self.count.saturating_add(1);
    }
}

#[events]
impl Ours {
    #[event]
    fn add(&mut self) {
        self.count = self.count.saturating_add(1);
    }
}
// endregion

// region: page
#[route(get "/counter")]
pub(crate) async fn page(
    gallery: Gallery,
    mine: Current<Mine>,
    ours: Current<Ours>,
) -> impl IntoResponse {
    gallery.page(html! {
        // The signals, which follow their state.
        (mine)
        (ours)
        .columns {
            .rows {
                h2 { "This browser's" }
                p.large #mine data-text=(Mine::signals().count) { (mine.count) }
                .row { button.main data-on:click=(Mine::events().add()) { "+1" } }
            }
            .rows {
                h2 { "Everybody's" }
                p.large #ours data-text=(Ours::signals().count) { (ours.count) }
                .row { button.main data-on:click=(Ours::events().add()) { "+1" } }
            }
        }
    })
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
