//! Rows that are chosen, and changed by one request.

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::sse::Patch;
use starmark::state::Current;

use crate::layout::Gallery;
use crate::people::PEOPLE;

// region: members
const COUNT: usize = 5;

#[derive(Clone, Serialize, Deserialize, Signals, State)]
pub(super) struct Members {
    #[signals(skip)]
    active: [bool; COUNT],
}

impl Default for Members {
    fn default() -> Self {
        Self {
            active: [true, true, false, true, false],
        }
    }
}

#[events]
impl Members {
    /// Changes the members that are chosen, and chooses none.
    #[event]
    fn set(
        &mut self,
        active: bool,
        Signals(page): Signals<Page>,
    ) -> Result<Patch, starmark::SignalsError> {
        let chosen = page
            .chosen
            .iter()
            .zip(&mut self.active)
            .filter(|(chosen, _)| **chosen);
        chosen.for_each(|(_, it)| *it = active);
        Patch::new().elements(rows(self)).signals(Page::default())
    }
}
// endregion

// region: page
#[derive(Signals)]
struct Page {
    chosen: Vec<bool>,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            chosen: vec![false; COUNT],
        }
    }
}

#[route(get "/bulk-update")]
pub(crate) async fn page(gallery: Gallery, members: Current<Members>) -> impl IntoResponse {
    let (s, events) = (Page::signals(), Members::events());
    let (all, none) = (vec![true; COUNT], vec![false; COUNT]);
    let is_none = js!(!s.chosen.contains(&true));
    gallery.page(html! {
        .rows data-signals=(Page::default()) {
            table {
                thead {
                    tr {
                        th {
                            input #all type="checkbox" aria-label="All"
                                data-on:change=js!(s.chosen = if el.checked { #all } else { #none })
                                data-effect=js!(el.checked = s.chosen.iter().all(|it| it));
                        }
                        th { "Name" } th { "Status" }
                    }
                }
                (rows(&members))
            }
            .row {
                button.main data-attr:disabled=(is_none.clone()) data-on:click=(events.set(true)) {
                    "Activate"
                }
                button data-attr:disabled=(is_none) data-on:click=(events.set(false)) { "Deactivate" }
            }
        }
    })
}

fn rows(members: &Members) -> Markup {
    let s = Page::signals();
    html! {
        tbody #members {
            @for (name, active) in PEOPLE.iter().zip(members.active) {
                tr {
                    td { input type="checkbox" aria-label=(name) data-bind=(s.chosen); }
                    td { (name) }
                    td.quiet[!active] { @if active { "Active" } @else { "Inactive" } }
                }
            }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
