//! maud: each page as one template, some also as functions that return markup.

use maud::{Markup, html};

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::{Board, Card, Column};
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

fn lane(column: &Column) -> Markup {
    html! {
        section.column id=(column.key) {
            h2 { (column.title) " " span.count { (column.cards.len()) } }
            @for card in &column.cards { (card_view(card)) }
        }
    }
}

fn card_view(card: &Card) -> Markup {
    html! {
        article.card.(card.priority).late[card.late] id={ "card-" (card.id) }
            data-class:selected="$selected == el.id" data-on:click="$selected = el.id" {
            h3 { a href={ "/cards/" (card.id) } { (card.title) } }
            span.points { (card.points) }
            p { (card.description) }
            (tags(&card.tags))
            @if let Some(assignee) = &card.assignee { (assigned(assignee)) }
            (buttons(card.id))
        }
    }
}

fn tags(tags: &[String]) -> Markup {
    html! { ul.tags { @for tag in tags { li { (tag) } } } }
}

fn assigned(name: &str) -> Markup {
    html! { span.assignee title=(name) { (name) } }
}

fn buttons(id: u32) -> Markup {
    html! {
        (button(id, "left", &html! { "Left" }))
        (button(id, "right", &html! { "Right" }))
        button.danger type="button" data-attr:disabled="$busy" data-on:click__stop={ "@delete('/cards/" (id) "')" } { "Delete" }
    }
}

fn button(id: u32, to: &str, children: &Markup) -> Markup {
    html! { button type="button" data-on:click__stop={ "@post('/cards/" (id) "/" (to) "')" } { (children) } }
}

pub(crate) fn kanban_functions(board: &Board) -> String {
    let page = html! {
        main #board data-init="@get('/board/events')" data-class:busy="$busy" {
            @for column in &board.columns { (lane(column)) }
        }
    };
    page.into_string()
}
