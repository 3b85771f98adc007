//! A card that turns into a form, and back.

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::Current;

use crate::layout::Gallery;

// region: contact
#[derive(Clone, Serialize, Deserialize, Signals, State)]
pub(super) struct Contact {
    first_name: String,
    last_name: String,
    email: String,
}

impl Default for Contact {
    fn default() -> Self {
        let [first_name, last_name, email] =
            ["Ada", "Lovelace", "ada@example.org"].map(String::from);
        Self {
            first_name,
            last_name,
            email,
        }
    }
}

#[events]
impl Contact {
    #[event]
    fn edit(&self) -> Markup {
        form(self)
    }

    #[event]
    fn cancel(&self) -> Markup {
        card(self)
    }

    #[event]
    fn save(&mut self, Signals(typed): Signals<Contact>) -> Result<Markup, &'static str> {
        if !typed.email.contains('@') || typed.email.len() > 100 {
            return Err("This is no address for mail.");
        }
        *self = typed;
        Ok(card(self))
    }

    #[event]
    fn reset(&mut self) -> Markup {
        *self = Self::default();
        card(self)
    }
}
// endregion

// region: views
fn card(contact: &Contact) -> Markup {
    let events = Contact::events();
    html! {
        #contact .rows {
            dl {
                dt { "First name" } dd { (contact.first_name) }
                dt { "Last name" } dd { (contact.last_name) }
                dt { "Email" } dd { (contact.email) }
            }
            .row {
                button.main data-on:click=(events.edit()) { "Edit" }
                button data-on:click=(events.reset()) { "Reset" }
            }
        }
    }
}

fn form(contact: &Contact) -> Markup {
    let (s, events) = (Contact::signals(), Contact::events());
    html! {
        form #contact .rows data-signals=(contact) data-on:submit=(events.save()) {
            label { "First name" input data-bind=(s.first_name) autofocus; }
            label { "Last name" input data-bind=(s.last_name); }
            label { "Email" input type="email" data-bind=(s.email); }
            .row {
                button.main { "Save" }
                button type="button" data-on:click=(events.cancel()) { "Cancel" }
            }
        }
    }
}
// endregion

// region: page
#[route(get "/click-to-edit")]
pub(crate) async fn page(gallery: Gallery, contact: Current<Contact>) -> impl IntoResponse {
    gallery.page(card(&contact))
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
