//! A page that comes in parts, each as soon as it is there, over one request.

use std::time::Duration;

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::{PatchElements, Sse};
use tokio::time::sleep;

use crate::layout::Gallery;

// region: page
#[derive(Default, Signals)]
struct Page {
    #[signals(local)]
    loading: bool,
}

/// The parts, as they come: a heading, paragraphs, comments, and what stands below.
const PARTS: [(&str, &[&str]); 4] = [
    ("heading", &["On the patience of pages"]),
    (
        "article",
        &[
            "A page need not wait for its slowest part.",
            "What is ready is sent; what is not has its place.",
        ],
    ),
    ("comments", &["First!", "It never moved while I read it."]),
    ("footer", &["Everything came over one request."]),
];

#[route(get "/progressive-load")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Page::signals();
    gallery.page(html! {
        .row data-signals=(Page::default()) {
            button.main data-indicator=(s.loading) data-on:click=(load::action())
                data-attr:disabled=(s.loading) { "Load" }
            span.quiet role="status" data-show=(s.loading) { "Loading …" }
        }
        .rows { @for (id, _) in PARTS { (part(id, &[])) } }
    })
}

fn part(id: &str, texts: &[&str]) -> Markup {
    html! {
        div.rows.waiting[texts.is_empty()] id=(id) {
            @for text in texts {
                @if id == "heading" { h2 { (text) } } @else { p { (text) } }
            }
        }
    }
}
// endregion

// region: load
#[route(get "/progressive-load/parts")]
async fn load() -> impl IntoResponse {
    Sse::run(async |page| {
        let empty = PARTS.map(|(id, _)| part(id, &[]));
        let _ = page
            .send(PatchElements::new(html! { @for part in &empty { (part) } }))
            .await;
        for (id, texts) in PARTS {
            sleep(Duration::from_millis(600)).await;
            let _ = page.send(PatchElements::new(part(id, texts))).await;
        }
    })
    .finish()
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, load]
}
