//! An attribute and an action of the application's own, beside Datastar's.

use axum::Router;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use starmark::client;
use starmark::js::{self, Js};
use starmark::prelude::*;

use crate::layout::Gallery;
use crate::shell;

// region: plugin
mod plugin {
    starmark::plugins! {
        /// A text field that is as high as its content, up to so many lines.
        grow data_grow "grow": key Denied, value Required Expression {}
    }
}
use plugin::Lookup as _;

/// The action: it inserts the signal where the cursor is.
fn insert() -> Js<()> {
    js::raw("@insert('#note', $phrase)").of()
}
// endregion

// region: page
#[derive(Default, Signals)]
struct Note {
    phrase: String,
    lines: u32,
}

#[route(get "/custom-plugin")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let (s, note) = (
        Note::signals(),
        Note {
            phrase: "Kind regards".into(),
            lines: 8,
        },
    );
    let script = client::script(script::path().as_str()).nonce(&gallery.nonce);
    gallery.page_with(
        script,
        html! {
            .rows data-signals=(note) {
                textarea #note aria-label="Note" data-grow=(s.lines) { "Dear reader,\n" }
                .row {
                    input.grows aria-label="Phrase" data-bind=(s.phrase);
                    button.main data-on:click=(insert()) { "Insert" }
                }
                label { "Lines at most" input type="range" min="2" max="12" data-bind=(s.lines); }
            }
        },
    )
}

#[route(get "/custom-plugin/plugin.js")]
async fn script(headers: HeaderMap) -> Response {
    const SCRIPT: &[u8] = include_bytes!("custom_plugin.js");
    shell::asset(&headers, "text/javascript; charset=utf-8", SCRIPT)
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, script]
}
