//! Rows that come when the last one comes into view.

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::Patch;

use crate::layout::Gallery;
use crate::people::PEOPLE;

// region: page
const ROWS: Id = id!("rows");
const STEP: usize = 12;
const END: usize = 120;

#[route(get "/infinite-scroll")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        .scroll #list tabindex="0" {
            table {
                thead { tr { th.number { "Number" } th { "Name" } } }
                tbody id=(ROWS) { (rows(0)) }
            }
            (next(STEP))
        }
    })
}
// endregion

// region: more
#[route(get "/infinite-scroll/{from}")]
async fn more(from: usize) -> Patch {
    let from = from.min(END);
    Patch::new()
        .append(ROWS, rows(from))
        .elements(next(from + STEP))
}

fn rows(from: usize) -> Markup {
    let numbers = from..(from + STEP).min(END);
    html! {
        @for number in numbers {
            tr { td.number { (number + 1) } td { (PEOPLE[number % PEOPLE.len()]) } }
        }
    }
}

/// It asks once; what takes its place is another attribute, which asks anew.
fn next(from: usize) -> Markup {
    html! {
        @if from < END {
            p.quiet #next data-on-intersect__once=(more::action(from)) { "Loading …" }
        } @else {
            p.quiet #next { "These are all " (END) "." }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, more]
}
