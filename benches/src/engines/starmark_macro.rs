//! Starmark's macro: each page is one template.

use starmark::prelude::*;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::Board;
use crate::workloads::teams::Season;

pub(crate) fn big_table(table: &Table) -> String {
    let page = html! {
        table { @for row in &table.rows { tr { @for cell in row { td { (cell) } } } } }
    };
    page.into_string()
}

pub(crate) fn teams(season: &Season) -> String {
    let page = html! {
        html {
            head { title { (season.year) } }
            body {
                h1 { "CSL " (season.year) }
                ul {
                    @for (i, team) in season.teams.iter().enumerate() {
                        li.champion[i == 0] { b { (team.name) } ": " (team.score) }
                    }
                }
            }
        }
    };
    page.into_string()
}

pub(crate) fn article(text: &Article) -> String {
    let page = html! { article { @for paragraph in &text.paragraphs { p { (paragraph) } } } };
    page.into_string()
}

pub(crate) fn kanban(board: &Board) -> String {
    let page = html! {
        main #board data-init="@get('/board/events')" data-class:busy="$busy" {
            @for column in &board.columns {
                section.column id=(column.key) {
                    h2 { (column.title) " " span.count { (column.cards.len()) } }
                    @for card in &column.cards {
                        article.card.(card.priority).late[card.late] id={ "card-" (card.id) }
                            data-class:selected="$selected == el.id" data-on:click="$selected = el.id" {
                            h3 { a href={ "/cards/" (card.id) } { (card.title) } }
                            span.points { (card.points) }
                            p { (card.description) }
                            ul.tags { @for tag in &card.tags { li { (tag) } } }
                            @if let Some(assignee) = &card.assignee { span.assignee title=(assignee) { (assignee) } }
                            button type="button" data-on:click__stop={ "@post('/cards/" (card.id) "/left')" } { "Left" }
                            button type="button" data-on:click__stop={ "@post('/cards/" (card.id) "/right')" } { "Right" }
                            button.danger type="button" data-attr:disabled="$busy"
                                data-on:click__stop={ "@delete('/cards/" (card.id) "')" } { "Delete" }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}

/// The addresses are built by [`Action`], which encodes what is put into them.
pub(crate) fn kanban_actions(board: &Board) -> String {
    let page = html! {
        main #board data-init=(get("/board/events")) data-class:busy="$busy" {
            @for column in &board.columns {
                section.column id=(column.key) {
                    h2 { (column.title) " " span.count { (column.cards.len()) } }
                    @for card in &column.cards {
                        article.card.(card.priority).late[card.late] id={ "card-" (card.id) }
                            data-class:selected="$selected == el.id" data-on:click="$selected = el.id" {
                            h3 { a href={ "/cards/" (card.id) } { (card.title) } }
                            span.points { (card.points) }
                            p { (card.description) }
                            ul.tags { @for tag in &card.tags { li { (tag) } } }
                            @if let Some(assignee) = &card.assignee { span.assignee title=(assignee) { (assignee) } }
                            button type="button" data-on:click__stop=(post("/cards").segment(card.id).segment("left")) { "Left" }
                            button type="button" data-on:click__stop=(post("/cards").segment(card.id).segment("right")) { "Right" }
                            button.danger type="button" data-attr:disabled="$busy"
                                data-on:click__stop=(delete("/cards").segment(card.id)) { "Delete" }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}
