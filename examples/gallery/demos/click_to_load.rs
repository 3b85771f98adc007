//! More rows with each click.

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::Patch;

use crate::layout::Gallery;
use crate::people::{PEOPLE, email};

// region: page
const ROWS: Id = id!("people");
const STEP: usize = 5;

#[route(get "/click-to-load")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        .rows {
            table {
                thead { tr { th { "Name" } th { "Email" } } }
                tbody id=(ROWS) { (rows(0)) }
            }
            (button(STEP))
        }
    })
}
// endregion

// region: more
/// The rows go behind those that are there; the button asks for the next ones.
#[route(get "/click-to-load/{from}")]
async fn more(from: usize) -> Patch {
    Patch::new()
        .append(ROWS, rows(from))
        .elements(button(from.saturating_add(STEP)))
}

fn rows(from: usize) -> Markup {
    html! {
        @for name in PEOPLE.iter().skip(from).take(STEP) {
            tr { td { (name) } td { (email(name)) } }
        }
    }
}

fn button(from: usize) -> Markup {
    let is_end = from >= PEOPLE.len();
    html! {
        button #more disabled[is_end] data-on:click=(more::action(from)) {
            @if is_end { "That is everybody" } @else { "Load more" }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, more]
}
