//! Starmark's macro: each page is one template.

use starmark::prelude::*;
use starmark::sse::{Event, PatchElements};

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::Board;
use crate::workloads::nesting::Dashboard;
use crate::workloads::signals::Form;
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
    board_view(board).into_string()
}

pub(crate) fn kanban_frame(board: &Board) -> String {
    frame(board_view(board))
}

fn board_view(board: &Board) -> Markup {
    html! {
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
    }
}

/// The board is written where the event is, instead of being put into it.
pub(crate) fn kanban_frame_in_place(board: &Board) -> String {
    let board = from_fn(|out| {
        write_html!(out,
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
        );
    });
    in_place(board)
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

pub(crate) fn signals(form: &Form) -> String {
    let page = html! {
        section #people data-signals=(&form.signals) {
            form data-on:submit__prevent="@post('/people')" {
                label { "Name" input type="text" data-bind="name" required; }
                label { "Address" input type="email" data-bind="email"; }
                label {
                    "Role"
                    select data-bind="role" {
                        @for role in &form.roles { option value=(role.key) { (role.title) } }
                    }
                }
                p.error data-show="$email == ''" { "An address is needed." }
                output data-text="$name + ', ' + $role" {}
                button type="submit" data-attr:disabled="$busy" { "Add" }
            }
            input type="search" data-bind="query" data-on:input__debounce.200ms="@get('/people')";
            ul.people {
                @for person in &form.people {
                    li id={ "person-" (person.id) } data-class:selected={ "$selected === " (person.id) }
                        data-on:click={ "$selected = " (person.id) } {
                        strong { (person.name) }
                        span.email { (person.email) }
                        span data-show={ "$selected === " (person.id) } data-text="$query" {}
                        button type="button" data-on:click__stop={ "@delete('/people/" (person.id) "')" } { "Remove" }
                    }
                }
            }
            p data-show="$open" { "Page " span data-text="$page" { (form.signals.page) } }
        }
    };
    page.into_string()
}

pub(crate) fn nesting(dashboard: &Dashboard) -> String {
    let page = html! {
        main.page {
            div.shell {
                header { (dashboard.title) }
                div.grid {
                    @for panel in &dashboard.panels {
                        section.panel {
                            h2 { (panel.title) }
                            div.stack {
                                @for tile in &panel.tiles {
                                    article.tile {
                                        h3 { (tile.title) }
                                        div.body {
                                            @for entry in &tile.entries {
                                                dl.entry { div.cell { dt { (entry.label) } dd { (entry.value) } } }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        counter(&it.counter).into_string(),
        toast(&it.toast).into_string(),
        row(&it.row).into_string(),
        item(&it.item).into_string(),
        badge(&it.badge).into_string(),
    ]
}

fn counter(counter: &Counter) -> Markup {
    html! {
        span.count id={ "count-" (counter.id) } aria-label="Open tickets" { (counter.count) }
    }
}

fn toast(toast: &Toast) -> Markup {
    html! {
        div.toast.(toast.level) #toast role="status" {
            p { (toast.text) }
            button type="button" data-on:click="$toast = false" { "Dismiss" }
        }
    }
}

fn row(row: &Row) -> Markup {
    html! {
        tr id={ "row-" (row.id) } {
            td { (row.name) }
            td.number { (row.amount) }
            td.number { (row.price) }
            td { button type="button" data-on:click={ "@post('/rows/" (row.id) "/edit')" } { "Edit" } }
        }
    }
}

fn item(item: &Item) -> Markup {
    html! {
        li.item.done[item.done] id={ "item-" (item.id) } {
            label {
                input type="checkbox" checked[item.done] data-on:change={ "@post('/items/" (item.id) "')" };
                (item.text)
            }
        }
    }
}

fn badge(badge: &Badge) -> Markup {
    html! {
        span.badge.(badge.level) id={ "badge-" (badge.id) } title=(badge.title) { (badge.level) }
    }
}

pub(crate) fn fragment_frames(it: &Fragments) -> [String; 5] {
    [
        counter(&it.counter),
        toast(&it.toast),
        row(&it.row),
        item(&it.item),
        badge(&it.badge),
    ]
    .map(frame)
}

/// An event around markup that is finished.
fn frame(markup: Markup) -> String {
    Event::from(PatchElements::new(markup)).into_string()
}

/// Written where the event is, instead of being put into it.
pub(crate) fn fragment_frames_in_place(it: &Fragments) -> [String; 5] {
    let Fragments {
        counter,
        toast,
        row,
        item,
        badge,
    } = it;
    [
        in_place(from_fn(
            |out| write_html!(out, span.count id={ "count-" (counter.id) } aria-label="Open tickets" { (counter.count) }),
        )),
        in_place(from_fn(|out| {
            write_html!(out, div.toast.(toast.level) #toast role="status" {
                p { (toast.text) }
                button type="button" data-on:click="$toast = false" { "Dismiss" }
            });
        })),
        in_place(from_fn(|out| {
            write_html!(out, tr id={ "row-" (row.id) } {
                td { (row.name) }
                td.number { (row.amount) }
                td.number { (row.price) }
                td { button type="button" data-on:click={ "@post('/rows/" (row.id) "/edit')" } { "Edit" } }
            });
        })),
        in_place(from_fn(|out| {
            write_html!(out, li.item.done[item.done] id={ "item-" (item.id) } {
                label {
                    input type="checkbox" checked[item.done] data-on:change={ "@post('/items/" (item.id) "')" };
                    (item.text)
                }
            });
        })),
        in_place(from_fn(
            |out| write_html!(out, span.badge.(badge.level) id={ "badge-" (badge.id) } title=(badge.title) { (badge.level) }),
        )),
    ]
}

fn in_place(view: impl Render) -> String {
    Event::from(PatchElements::new(view)).into_string()
}
