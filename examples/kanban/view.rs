//! The page and its parts. The same components make the first page and every patch.

use starmark::client::{self, Nonce};
use starmark::prelude::*;

use crate::board::{Board, Broken};
use crate::server::{Search, board, changes, move_ticket, page, style};
use crate::ticket::{Status, Ticket};

/// The whole page.
#[component]
pub(crate) fn Page(board: &Board, query: &str, client: &str, nonce: &Nonce) -> Markup {
    let matches = board.filter(query);
    html! {
        (DOCTYPE)
        html lang="en" data-nonce=(nonce) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Tickets" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(style::path());
                (client::script(client).nonce(nonce))
            }
            body {
                Top query=(query);
                Counts board=(board);
                div #messages .messages role="status" aria-live="polite" {}
                BoardView board=(&matches);
                // Asking again, with other words in the search field, takes the place of this request.
                div data-init=(changes::action()) {}
            }
        }
    }
}

#[component]
fn Top(query: &str) -> Markup {
    html! {
        header.top {
            h1 { "Tickets" }
            form.search role="search" action=(page::path(None)) method="get"
                data-on:submit=(changes::action())
            {
                label for="search" { "Search" }
                input #search type="search" name="query" value=(query) placeholder="Search tickets"
                    autocomplete="off" data-bind=(Search::signals().query)
                    data-on:input__debounce.200ms=(changes::action());
                noscript { button type="submit" { "Search" } }
            }
            button #refresh .button type="button" data-on:click=(board::action()) { "Refresh" }
        }
    }
}

/// How many tickets there are, whatever is searched for.
#[component]
pub(crate) fn Counts(board: &Board) -> Markup {
    html! {
        div #counts .counts {
            @for status in Status::ALL {
                span.count data-status=(status) {
                    (status.title()) " " strong #{ "count-" (status) } { (board.count(status)) }
                }
            }
            span.count.total { "All " strong #count-all { (board.total()) } }
        }
    }
}

/// The columns. They match the search; the numbers on them do, too.
#[component]
pub(crate) fn BoardView(board: &Board) -> Markup {
    html! {
        main #board .board {
            @for status in Status::ALL {
                section.column #{ "column-" (status) } data-status=(status) {
                    h2 { (status.title()) " " span.badge { (board.count(status)) } }
                    @for ticket in board.column(status) { Card ticket=(ticket); }
                    @if board.count(status) == 0 { p.empty { "Nothing here" } }
                }
            }
            @if !board.broken().is_empty() {
                section #column-broken .column.broken {
                    h2 { "Cannot be read " span.badge { (board.broken().len()) } }
                    @for file in board.broken() { Malformed file=(file); }
                }
            }
        }
    }
}

#[component]
pub(crate) fn Card(ticket: &Ticket) -> Markup {
    html! {
        article.card #{ "ticket-" (ticket.id) } data-priority=(ticket.priority) {
            header {
                span.id { (ticket.id) }
                span.priority.{ (ticket.priority) } { (ticket.priority.title()) }
            }
            h3.title title=(ticket.title) { (ticket.title) }
            p.excerpt { (ticket.excerpt()) }
            ul.tags { @for tag in &ticket.tags { li { (tag) } } }
            footer {
                span.assignee {
                    @if let Some(name) = &ticket.assignee {
                        span.avatar aria-hidden="true" { (ticket.initials()) } " " (name)
                    }
                }
                span.moves { Moves ticket=(ticket); }
            }
        }
    }
}

/// A button for each other column.
#[component]
fn Moves(ticket: &Ticket) -> Markup {
    html! {
        @for to in Status::ALL.into_iter().filter(|to| *to != ticket.status) {
            @let label = format!("Move to {}", to.title());
            button.move type="button" data-to=(to) title=(label) aria-label=(label)
                data-on:click=(move_ticket::action(&ticket.id, to, ticket.version))
            {
                (to.title())
            }
        }
    }
}

/// A file that is no ticket, and what is wrong with it.
#[component]
pub(crate) fn Malformed(file: &Broken) -> Markup {
    html! {
        article.card.malformed {
            p.problem { strong { (file.file) } ", " (file) }
        }
    }
}

/// A sentence for the person.
#[component]
pub(crate) fn Message(text: &str) -> Markup {
    html! {
        p.message.error {
            span { (text) }
            button.dismiss type="button" aria-label="Dismiss"
                data-on:click=js!(el.parent_element.remove())
            {
                "×"
            }
        }
    }
}

#[cfg(test)]
mod tests;
