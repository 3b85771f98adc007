//! A custom element: signals go in as its attributes, and come out by its events.

use axum::Router;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use starmark::client;
use starmark::js::{self, Js};
use starmark::prelude::*;

use crate::layout::Gallery;
use crate::shell;

// region: declaration
mod ui {
    starmark::elements! {
        /// Reverses a text, and says so by the event `reverse`.
        reverse_text "reverse-text": Parent {
            /// What is to be reversed.
            text: Text;
        }
    }
}
use ui::reverse_text;

/// What the event says, which has no type in the browser: here it is said.
fn reversed() -> Js<String> {
    js::raw("evt.detail.reversed").of()
}
// endregion

// region: page
#[derive(Default, Signals)]
struct Texts {
    name: String,
    reversed: String,
}

#[route(get "/web-component")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Texts::signals();
    let script = client::script(script::path().as_str()).nonce(&gallery.nonce);
    gallery.page_with(
        script,
        html! {
            .rows data-signals=(Texts::default()) {
                input aria-label="Text" placeholder="Your name" data-bind=(s.name);
                reverse_text data-on:reverse=js!(s.reversed = reversed())
                    data-attr:text=(s.name) {}
                output.large data-text=(s.reversed) {}
            }
        },
    )
}

#[route(get "/web-component/element.js")]
async fn script(headers: HeaderMap) -> Response {
    const SCRIPT: &[u8] = include_bytes!("web_component.js");
    shell::asset(&headers, "text/javascript; charset=utf-8", SCRIPT)
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, script]
}
