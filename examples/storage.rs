//! A draft that the browser keeps for good, and a choice that its tab keeps: the server keeps nothing.
//!
//! `cargo run --example storage`, with `PORT` (3000) in the environment. Write something, and load the page again.

#[path = "shell/mod.rs"]
mod shell;

use std::error::Error;

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::{Current, States};

/// In `localStorage`: all tabs find it when they are loaded.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
#[state(local_storage)]
struct Draft {
    text: String,
    /// What the server counted when it was asked.
    words: Option<u64>,
}

#[events]
impl Draft {
    /// The page sends the draft along, and gets back what is different.
    #[event]
    fn count(&mut self) {
        self.words = Some(self.text.split_whitespace().count() as u64);
    }

    #[event]
    fn discard(&mut self) {
        *self = Self::default();
    }
}

/// In `sessionStorage`: each tab has its own.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
#[state(session_storage)]
struct Look {
    large: bool,
}

#[events]
impl Look {}

#[route(get "/")]
async fn page(draft: Current<Draft>, look: Current<Look>) -> impl IntoResponse {
    let (d, l) = (Draft::signals(), Look::signals());
    shell::page(
        "A draft",
        html! {
            (draft)
            (look)
            section {
                label {
                    "Your draft"
                    textarea #text rows="6" data-bind=(d.text) data-class:large=(l.large) {}
                }
                .row {
                    button.main #count data-on:click=(Draft::events().count()) { "Count words" }
                    button #discard data-on:click=(Draft::events().discard()) { "Discard" }
                    output #words data-show=js!(d.words.is_some()) {
                        strong data-text=(d.words) {} " words"
                    }
                }
                label.check {
                    input #large type="checkbox" data-bind=(l.large); "Large letters, in this tab"
                }
            }
            p.quiet {
                "This page keeps it in the browser. The server sees it when it counts, and keeps nothing."
            }
        },
    )
}

pub(crate) fn site() -> Router {
    let states = States::new().state::<Draft>().state::<Look>();
    shell::site(routes![page], states)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    shell::listen(site()).await
}
