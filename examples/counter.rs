//! A counter of this browser, and one of everybody, side by side.
//!
//! `cargo run --example counter`, with `PORT` (3000) in the environment. Open it in two browsers. With `--features redis`
//! and `REDIS_URL`, several processes are one counter.

#[path = "shell/mod.rs"]
mod shell;

use std::error::Error;

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::Current;

/// The one of this browser: a session has its own.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
struct Mine {
    count: i64,
}

#[events]
impl Mine {
    #[event(by = 1)]
    fn add(&mut self, by: i64) {
        self.count = self.count.saturating_add(by);
    }

    #[event]
    fn reset(&mut self) {
        *self = Self::default();
    }
}

/// How much a click adds to the other: the page's own business, which goes along as an argument.
#[derive(Signals)]
struct Page {
    #[signals(local)]
    step: i64,
}

/// The one of everybody.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
#[state(global)]
struct Ours {
    count: i64,
}

#[events]
impl Ours {
    #[event]
    fn add(&mut self, by: i64) -> Result<(), String> {
        if !(-100..=100).contains(&by) {
            return Err(format!("A step of {by} is too large: 100 is the limit."));
        }
        self.count = self.count.saturating_add(by);
        Ok(())
    }
}

#[route(get "/")]
async fn page(mine: Current<Mine>, ours: Current<Ours>) -> impl IntoResponse {
    let (my, our, step) = (Mine::signals(), Ours::signals(), Page::signals().step);
    shell::page(
        "Counters",
        html! {
            (mine)
            (ours)
            .columns {
                section #mine {
                    h2 { "Mine" }
                    p.large data-text=(my.count) { (mine.count) }
                    .row {
                        button data-on:click=(Mine::events().add_with(-1)) { "−" }
                        button.main data-on:click=(Mine::events().add()) { "+" }
                        button data-on:click=(Mine::events().reset()) { "Reset" }
                    }
                    small { "Every tab of this browser shows it." }
                }
                section #ours data-signals=(Page { step: 1 }) {
                    h2 { "Everybody's" }
                    p.large data-text=(our.count) { (ours.count) }
                    .row {
                        input type="number" aria-label="Step" data-bind=(step);
                        button.main data-on:click=(Ours::events().add(step)) { "Add" }
                    }
                    small { "Every browser shows it." }
                }
            }
        },
    )
}

pub(crate) fn site() -> Result<Router, Box<dyn Error>> {
    let states = shell::states()?.state::<Mine>().state::<Ours>();
    Ok(shell::site(routes![page], states))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    shell::listen(site()?).await
}
