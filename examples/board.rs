//! A board of notes that many people move about at once, served by as many processes as you like.
//!
//! `cargo run --example board`, with `PORT` (3000) in the environment. With `--features redis` and `REDIS_URL`, the board is
//! kept in Redis, and all processes with the same one show the same board; without, it is in memory.

#[path = "shell/mod.rs"]
mod shell;

use std::collections::BTreeMap;
use std::error::Error;

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::live::Live;
use starmark::prelude::*;
use starmark::sse::Sse;
use starmark::state::Current;

/// The notes are markup, not signals.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(global)]
struct Board {
    #[signals(skip)]
    notes: BTreeMap<u64, Note>,
    #[signals(skip)]
    count: u64,
}

#[derive(Clone, Serialize, Deserialize)]
struct Note {
    column: Column,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Column {
    Ideas,
    Doing,
    Done,
}

const COLUMNS: [(Column, &str); 3] = [
    (Column::Ideas, "Ideas"),
    (Column::Doing, "Doing"),
    (Column::Done, "Done"),
];

#[events]
impl Board {
    #[event]
    fn add(&mut self, column: Column) -> Result<(), &'static str> {
        if self.notes.len() == 200 {
            return Err("The board is full: delete a note first.");
        }
        self.count += 1;
        self.notes.insert(
            self.count,
            Note {
                column,
                text: String::new(),
            },
        );
        Ok(())
    }

    #[event]
    fn shift(&mut self, id: u64, to: Column) -> Result<(), &'static str> {
        self.note(id)?.column = to;
        Ok(())
    }

    #[event]
    fn write(&mut self, id: u64, text: String) -> Result<(), &'static str> {
        if text.chars().count() > 300 {
            return Err("This is too long for a note: 300 characters are the limit.");
        }
        self.note(id)?.text = text;
        Ok(())
    }

    #[event]
    fn delete(&mut self, id: u64) {
        self.notes.remove(&id);
    }

    fn note(&mut self, id: u64) -> Result<&mut Note, &'static str> {
        self.notes
            .get_mut(&id)
            .ok_or("Somebody has deleted this note.")
    }
}

#[route(get "/")]
async fn page(board: Current<Board>) -> impl IntoResponse {
    shell::page(
        "Notes",
        html! { div data-init=(changes::action()) { (columns(&board)) } },
    )
}

#[route(get "/board", stream)]
async fn changes(board: Current<Board>) -> impl IntoResponse {
    Sse::new(Live::new().state(&board, |board| columns(board)))
}

fn columns(board: &Board) -> Markup {
    html! {
        #board .columns {
            @for (column, title) in COLUMNS {
                section #{ "column-" (title) } {
                    h2 { (title) }
                    @for (id, note) in board.notes.iter().filter(|(_, note)| note.column == column) {
                        (card(*id, note))
                    }
                    button.add data-on:click=(Board::events().add(column)) { "Add a note" }
                }
            }
        }
    }
}

/// A note. What is being typed stays as long as nobody else has changed the text.
fn card(id: u64, note: &Note) -> Markup {
    html! {
        article #{ "note-" (id) } {
            textarea #{ "text-" (id) } rows="2" aria-label="Note" placeholder="…"
                data-on:change=js!(Board::events().write(#id, el.value))
            {
                (note.text)
            }
            .row {
                @for (to, title) in COLUMNS.into_iter().filter(|(to, _)| *to != note.column) {
                    button data-on:click=(Board::events().shift(id, to)) { (title) }
                }
                button.delete aria-label="Delete" data-on:click=(Board::events().delete(id)) { "×" }
            }
        }
    }
}

pub(crate) fn site() -> Result<Router, Box<dyn Error>> {
    let states = shell::states()?.state::<Board>();
    Ok(shell::site(routes![page, changes], states))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    shell::listen(site()?).await
}
