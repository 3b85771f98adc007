//! A chat with as many rooms as people open. Who was away for a moment gets what was missed.
//!
//! `cargo run --example chat`, with `PORT` (3000) in the environment. Open it in two browsers.

#[path = "shell/mod.rs"]
mod shell;

use std::collections::VecDeque;
use std::error::Error;

use axum::Router;
use axum::response::{IntoResponse, Redirect};
use serde::{Deserialize, Serialize};
use starmark::live::Live;
use starmark::prelude::*;
use starmark::signals::Changes;
use starmark::sse::Sse;
use starmark::state::{Current, Place, StateError, States};

/// How many characters a message and a name may have.
const LONGEST: (usize, usize) = (500, 30);

/// A room that nobody has said anything in for a day is empty again.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(record, expires = "1d")]
struct Room {
    /// The last 200: they are markup, not signals.
    #[signals(skip)]
    messages: VecDeque<Message>,
    #[signals(skip)]
    count: u64,
}

#[derive(Clone, Serialize, Deserialize)]
struct Message {
    number: u64,
    from: String,
    text: String,
}

/// Who sits at this browser, in all of its tabs.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
struct Guest {
    #[state(adopt)]
    name: String,
}

#[events]
impl Guest {}

#[derive(Default, Signals)]
struct Page {
    draft: String,
}

#[events]
impl Room {
    #[event]
    fn say(
        &mut self,
        Signals(guest): Signals<Guest>,
        Signals(page): Signals<Page>,
    ) -> Result<Changes, String> {
        let from = checked(&guest.name, "Your name", LONGEST.1)?;
        let text = checked(&page.draft, "The message", LONGEST.0)?;
        self.count += 1;
        let number = self.count;
        self.messages.push_back(Message { number, from, text });
        if self.messages.len() > 200 {
            self.messages.pop_front();
        }
        Ok(patch!(Page::signals().draft = ""))
    }
}

fn checked(text: &str, what: &str, longest: usize) -> Result<String, String> {
    match text.trim() {
        "" => Err(format!("{what} is empty.")),
        text if text.chars().count() > longest => {
            let count = text.chars().count();
            Err(format!(
                "{what} has {count} characters: {longest} is the limit."
            ))
        }
        text => Ok(text.to_owned()),
    }
}

#[route(get "/")]
async fn home() -> Redirect {
    Redirect::to(room::path("lobby").as_ref())
}

#[route(get "/rooms/{name}")]
async fn room(
    name: String,
    guest: Current<Guest>,
    states: States,
) -> Result<impl IntoResponse, StateError> {
    let room: Current<Room> = states.record(&name).await?;
    let content = html! {
        (guest)
        nav.row aria-label="Rooms" {
            @for to in ["lobby", "rust", "music"] {
                a href=(room::path(to)) aria-current=[(to == name).then_some("page")] { (to) }
            }
        }
        section data-signals=(Page::default()) data-init=(messages::action(&name)) {
            (list(&room))
            form.row data-on:submit=(room.events().say()) {
                input.grows data-bind=(Page::signals().draft) aria-label="Message"
                    placeholder="Message" autocomplete="off" autofocus;
                button.main { "Send" }
            }
            label.row {
                "Your name"
                input.grows #name data-bind=(Guest::signals().name) autocomplete="nickname"
                    data-on:change=(Place::<Guest>::new().adopt());
            }
        }
    };
    Ok(shell::page(&format!("Room: {name}"), content))
}

/// The messages of a room as they are, and whenever there is another.
#[route(get "/rooms/{name}/messages", stream)]
async fn messages(name: String, states: States) -> Result<impl IntoResponse, StateError> {
    let room: Current<Room> = states.record(name).await?;
    Ok(Sse::new(Live::new().state(&room, |room| list(room))))
}

fn list(room: &Room) -> Markup {
    html! {
        ol #messages .scroll tabindex="0" aria-live="polite" aria-label="Messages" {
            @for Message { number, from, text } in &room.messages {
                li #{ "message-" (number) }
                    data-init=js!(el.parent_element.scroll_top = el.parent_element.scroll_height)
                {
                    strong { (from) } " " span { (text) }
                }
            }
            @if room.messages.is_empty() { li.quiet { "Nobody has said anything yet." } }
        }
    }
}

pub(crate) fn site() -> Router {
    let states = States::new().state::<Room>().state::<Guest>();
    shell::site(routes![home, room, messages], states)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    shell::listen(site()).await
}
