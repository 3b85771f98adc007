//! A row that turns into a form; one at a time.

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::sse::Patch;
use starmark::state::Current;

use crate::layout::Gallery;
use crate::people::{PEOPLE, email};

// region: team
#[derive(Clone, Serialize, Deserialize, Signals, State)]
pub(super) struct Team {
    #[signals(skip)]
    people: Vec<Person>,
}

#[derive(Clone, Default, Serialize, Deserialize, Signals)]
struct Person {
    name: String,
    email: String,
}

impl Default for Team {
    fn default() -> Self {
        let person = |name: &&str| Person {
            name: (*name).to_owned(),
            email: email(name),
        };
        Self {
            people: PEOPLE.iter().skip(5).take(4).map(person).collect(),
        }
    }
}

#[events]
impl Team {
    /// The row as a form, and its values in the signals of that.
    #[event]
    fn edit(&self, row: usize) -> Result<Patch, starmark::SignalsError> {
        let draft = self.people.get(row).cloned().unwrap_or_default();
        Patch::new().elements(rows(self, Some(row))).signals(draft)
    }

    #[event]
    fn save(
        &mut self,
        row: usize,
        Signals(draft): Signals<Person>,
    ) -> Result<Markup, &'static str> {
        if draft.name.trim().is_empty() || draft.name.len() > 100 || draft.email.len() > 100 {
            return Err("A name has 1 to 100 bytes, and an address 100 at most.");
        }
        if let Some(person) = self.people.get_mut(row) {
            *person = draft;
        }
        Ok(rows(self, None))
    }

    #[event]
    fn cancel(&self) -> Markup {
        rows(self, None)
    }

    #[event]
    fn reset(&mut self) -> Markup {
        *self = Self::default();
        rows(self, None)
    }
}
// endregion

// region: page
#[route(get "/edit-row")]
pub(crate) async fn page(gallery: Gallery, team: Current<Team>) -> impl IntoResponse {
    gallery.page(html! {
        .rows {
            table data-signals=(Person::default()) {
                thead { tr { th { "Name" } th { "Email" } th {} } }
                (rows(&team, None))
            }
            .row { button #reset data-on:click=(Team::events().reset()) { "Reset" } }
        }
    })
}

fn rows(team: &Team, editing: Option<usize>) -> Markup {
    html! {
        tbody #team {
            @for (i, person) in team.people.iter().enumerate() {
                @if editing == Some(i) { (form(i)) } @else { (row(i, person, editing.is_some())) }
            }
        }
    }
}

fn row(i: usize, person: &Person, is_busy: bool) -> Markup {
    html! {
        tr {
            td { (person.name) } td { (person.email) }
            td.number {
                button.small disabled[is_busy] data-on:click=(Team::events().edit(i)) { "Edit" }
            }
        }
    }
}

fn form(i: usize) -> Markup {
    let (s, events) = (Person::signals(), Team::events());
    html! {
        tr.editing data-on:keydown=js!(
            if evt.key == "Enter" { Team::events().save(#i) }
            else if evt.key == "Escape" { Team::events().cancel() }
        ) {
            td { input aria-label="Name" data-bind=(s.name) data-init=js!(el.focus()); }
            td { input aria-label="Email" data-bind=(s.email); }
            td.number {
                button.small.main data-on:click=(events.save(i)) { "Save" } " "
                button.small data-on:click=(events.cancel()) { "Cancel" }
            }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
