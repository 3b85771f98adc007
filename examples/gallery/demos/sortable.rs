//! A list that is put in order by dragging, with a library for that.

use std::sync::LazyLock;
use std::{env, fs};

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use starmark::client;
use starmark::html;
use starmark::js::{self, Js};
use starmark::prelude::*;
use starmark::state::Current;

use crate::layout::Gallery;
use crate::shell;

// region: order
#[derive(Clone, Serialize, Deserialize, Signals, State)]
pub(super) struct Order {
    #[signals(skip)]
    items: Vec<String>,
}

impl Default for Order {
    fn default() -> Self {
        let items = [
            "Wake up",
            "Drink coffee",
            "Read the news",
            "Answer mail",
            "Write Rust",
        ];
        Self {
            items: items.map(String::from).to_vec(),
        }
    }
}

#[events]
impl Order {
    #[event]
    fn shift(&mut self, from: usize, to: usize) -> Result<Markup, &'static str> {
        if from.max(to) >= self.items.len() {
            return Err("The list is shorter than that.");
        }
        let item = self.items.remove(from);
        self.items.insert(to, item);
        Ok(list(self))
    }

    #[event]
    fn reset(&mut self) -> Markup {
        *self = Self::default();
        list(self)
    }
}
// endregion

// region: page
#[route(get "/sortable")]
pub(crate) async fn page(gallery: Gallery, order: Current<Order>) -> impl IntoResponse {
    let ours = client::script(script::path().as_str()).nonce(&gallery.nonce);
    let theirs = library().nonce(&gallery.nonce);
    gallery.page_with(
        html! { (theirs) (ours) },
        html! {
            p.note #waiting {
                "SortableJS is not here: it comes from the web, at " code { (ADDRESS) } ". "
                "The buttons work without."
            }
            (list(&order))
            .row { button #reset data-on:click=(Order::events().reset()) { "Reset" } }
        },
    )
}

/// What the event of the list says, which has no type in the browser: here it is said.
fn from() -> Js<usize> {
    js::raw("evt.detail.from").of()
}

fn to() -> Js<usize> {
    js::raw("evt.detail.to").of()
}

fn list(order: &Order) -> Markup {
    let events = Order::events();
    html! {
        ol #order .items data-on:reordered=js!(Order::events().shift(from(), to())) {
            @for (i, item) in order.items.iter().enumerate() {
                li.row #{ "item-" (item) } {
                    span.grows { (item) }
                    button.small aria-label={ "Move up: " (item) } disabled[i == 0]
                        data-on:click=(events.shift(i, i.saturating_sub(1))) { "↑" }
                }
            }
        }
    }
}
// endregion

// region: library
const ADDRESS: &str = "https://cdn.jsdelivr.net/npm/sortablejs@1.15.7/Sortable.min.js";
/// Of the file of the package: the browser runs no other.
const INTEGRITY: &str = "sha384-DgmC6Xe2bSN2WjTDXzWYbUbxyhNP+NNkGDR/g78pCXV7E7rcVTGxVg0uIVCUUcBc";

/// The file of `SORTABLE_JS`, else the copy that the tests fetched, else none.
static COPY: LazyLock<Option<Vec<u8>>> = LazyLock::new(|| {
    let fetched = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/target/sortable/Sortable.min.js"
    );
    fs::read(env::var_os("SORTABLE_JS").unwrap_or_else(|| fetched.into())).ok()
});

/// The page does not wait for it.
fn library() -> Element<html::script> {
    let address = COPY
        .as_ref()
        .map_or(ADDRESS.to_owned(), |_| copy::path().to_string());
    html::script()
        .id("library")
        .async_(true)
        .src(address)
        .integrity(INTEGRITY)
        .crossorigin("anonymous")
}

#[route(get "/sortable/library.js")]
async fn copy(headers: HeaderMap) -> Response {
    match &*COPY {
        Some(copy) => shell::asset(&headers, "text/javascript; charset=utf-8", copy),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[route(get "/sortable/sortable.js")]
async fn script(headers: HeaderMap) -> Response {
    const SCRIPT: &[u8] = include_bytes!("sortable.js");
    shell::asset(&headers, "text/javascript; charset=utf-8", SCRIPT)
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, copy, script]
}
