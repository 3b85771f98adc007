//! The small examples of this repository: each is one file, and a site of its own.

use axum::Router;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use starmark::prelude::*;

use crate::layout::Gallery;
use crate::live::{EXAMPLES, Example, address};

// region: page
#[route(get "/live-examples")]
pub(crate) async fn page(gallery: Gallery, headers: HeaderMap) -> impl IntoResponse {
    gallery.page(html! {
        @for example in EXAMPLES { (card(example, address(example, &headers).as_deref())) }
        .example #kanban {
            h2 { "kanban" }
            p {
                "A whole application: a board of tickets, live over a folder of Markdown files. "
                "It runs by itself."
            }
            pre { code { "cargo run --example kanban" } }
        }
    })
}

/// An example, and where it is open now.
fn card(example: &Example, address: Option<&str>) -> Markup {
    html! {
        .example id=(example.name) {
            h2 {
                @match address {
                    Some(address) => a href=(address) { (example.name) },
                    None => (example.name),
                }
            }
            p { (example.text) }
            pre { code { "cargo run --example " (example.name) } }
            details {
                summary { (example.name) ".rs" }
                pre.whole tabindex="0" { code { (example.code()) } }
            }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
