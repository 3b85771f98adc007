//! Rows that go, once they are asked twice.

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::js::{self, Js};
use starmark::prelude::*;
use starmark::state::Current;

use crate::layout::Gallery;
use crate::people::{PEOPLE, email};

// region: guests
#[derive(Clone, Serialize, Deserialize, Signals, State)]
pub(super) struct Guests {
    /// Who is there, by number.
    #[signals(skip)]
    numbers: Vec<usize>,
}

impl Default for Guests {
    fn default() -> Self {
        Self {
            numbers: (0..5).collect(),
        }
    }
}

#[events]
impl Guests {
    #[event]
    fn delete(&mut self, number: usize) -> Markup {
        self.numbers.retain(|it| *it != number);
        table(self)
    }

    #[event]
    fn reset(&mut self) -> Markup {
        *self = Self::default();
        table(self)
    }
}
// endregion

// region: page
#[route(get "/delete-row")]
pub(crate) async fn page(gallery: Gallery, guests: Current<Guests>) -> impl IntoResponse {
    gallery.page(html! {
        .rows {
            (table(&guests))
            .row { button #reset data-on:click=(Guests::events().reset()) { "Reset" } }
        }
    })
}

fn table(guests: &Guests) -> Markup {
    let people = guests
        .numbers
        .iter()
        .filter_map(|number| Some((*number, PEOPLE.get(*number)?)));
    html! {
        table #guests {
            thead { tr { th { "Name" } th { "Email" } th {} } }
            tbody { @for (number, name) in people { (row(number, name)) } }
        }
    }
}

fn row(number: usize, name: &str) -> Markup {
    html! {
        tr #{ "guest-" (number) } {
            td { (name) } td { (email(name)) }
            td.number {
                button.small.danger aria-label={ "Delete " (name) }
                    data-on:click=js!(if is_sure() { Guests::events().delete(#number) }) {
                    "Delete"
                }
            }
        }
    }
}

/// The question of the browser, which answers with a `bool`.
fn is_sure() -> Js<bool> {
    js::raw("confirm('Are you sure?')").of()
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
