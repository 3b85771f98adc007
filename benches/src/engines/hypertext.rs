//! hypertext's `maud!`: each page as one template, some also as functions that return lazy markup.

use hypertext::prelude::*;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::nesting::{Dashboard, Panel, Tile};
use crate::workloads::signals::Form;
use crate::workloads::teams::Season;

pub(crate) fn big_table(table: &Table) -> String {
    let page = maud! {
        table { @for row in &table.rows { tr { @for cell in row { td { (cell) } } } } }
    };
    page.render().into_inner()
}

pub(crate) fn teams(season: &Season) -> String {
    let page = maud! {
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
    page.render().into_inner()
}

pub(crate) fn article(text: &Article) -> String {
    let page = maud! { article { @for paragraph in &text.paragraphs { p { (paragraph) } } } };
    page.render().into_inner()
}

pub(crate) fn kanban(board: &Board) -> String {
    let page = maud! {
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
    page.render().into_inner()
}

fn lane(column: &Column) -> impl Renderable {
    maud! {
        section.column id=(column.key) {
            h2 { (column.title) " " span.count { (column.cards.len()) } }
            @for card in &column.cards { (card_view(card)) }
        }
    }
}

fn card_view(card: &Card) -> impl Renderable {
    maud! {
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

fn tags(tags: &[String]) -> impl Renderable {
    maud! { ul.tags { @for tag in tags { li { (tag) } } } }
}

fn assigned(name: &str) -> impl Renderable {
    maud! { span.assignee title=(name) { (name) } }
}

fn buttons(id: u32) -> impl Renderable {
    maud! {
        (button(id, "left", maud! { "Left" }))
        (button(id, "right", maud! { "Right" }))
        button.danger type="button" data-attr:disabled="$busy" data-on:click__stop={ "@delete('/cards/" (id) "')" } { "Delete" }
    }
}

fn button(id: u32, to: &str, children: impl Renderable) -> impl Renderable {
    maud! { button type="button" data-on:click__stop={ "@post('/cards/" (id) "/" (to) "')" } { (children) } }
}

pub(crate) fn kanban_functions(board: &Board) -> String {
    let page = maud! {
        main #board data-init="@get('/board/events')" data-class:busy="$busy" {
            @for column in &board.columns { (lane(column)) }
        }
    };
    page.render().into_inner()
}

pub(crate) fn signals(form: &Form) -> String {
    let signals = serde_json::to_string(&form.signals).expect("strings and numbers");
    let page = maud! {
        section #people data-signals=(signals) {
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
    page.render().into_inner()
}

pub(crate) fn nesting(dashboard: &Dashboard) -> String {
    let page = maud! {
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
    page.render().into_inner()
}

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        counter(&it.counter).render().into_inner(),
        toast(&it.toast).render().into_inner(),
        row(&it.row).render().into_inner(),
        item(&it.item).render().into_inner(),
        badge(&it.badge).render().into_inner(),
    ]
}

fn counter(counter: &Counter) -> impl Renderable {
    maud! {
        span.count id={ "count-" (counter.id) } aria-label="Open tickets" { (counter.count) }
    }
}

fn toast(toast: &Toast) -> impl Renderable {
    maud! {
        div #toast.toast.(toast.level) role="status" {
            p { (toast.text) }
            button type="button" data-on:click="$toast = false" { "Dismiss" }
        }
    }
}

fn row(row: &Row) -> impl Renderable {
    maud! {
        tr id={ "row-" (row.id) } {
            td { (row.name) }
            td.number { (row.amount) }
            td.number { (row.price) }
            td { button type="button" data-on:click={ "@post('/rows/" (row.id) "/edit')" } { "Edit" } }
        }
    }
}

fn item(item: &Item) -> impl Renderable {
    maud! {
        li.item.done[item.done] id={ "item-" (item.id) } {
            label {
                input type="checkbox" checked[item.done] data-on:change={ "@post('/items/" (item.id) "')" };
                (item.text)
            }
        }
    }
}

fn badge(badge: &Badge) -> impl Renderable {
    maud! {
        span.badge.(badge.level) id={ "badge-" (badge.id) } title=(badge.title) { (badge.level) }
    }
}

fn page(children: impl Renderable) -> impl Renderable {
    maud! { main.page { (children) } }
}

fn shell(title: &str, children: impl Renderable) -> impl Renderable {
    maud! { div.shell { header { (title) } (children) } }
}

fn grid(children: impl Renderable) -> impl Renderable {
    maud! { div.grid { (children) } }
}

fn panel(title: &str, children: impl Renderable) -> impl Renderable {
    maud! { section.panel { h2 { (title) } (children) } }
}

fn stack(children: impl Renderable) -> impl Renderable {
    maud! { div.stack { (children) } }
}

fn tile(title: &str, children: impl Renderable) -> impl Renderable {
    maud! { article.tile { h3 { (title) } (children) } }
}

fn body(children: impl Renderable) -> impl Renderable {
    maud! { div.body { (children) } }
}

fn entry(children: impl Renderable) -> impl Renderable {
    maud! { dl.entry { (children) } }
}

fn cell(children: impl Renderable) -> impl Renderable {
    maud! { div.cell { (children) } }
}

fn term(text: &str) -> impl Renderable {
    maud! { dt { (text) } }
}

fn figure(value: u32) -> impl Renderable {
    maud! { dd { (value) } }
}

pub(crate) fn nesting_functions(dashboard: &Dashboard) -> String {
    let panels = maud! { @for it in &dashboard.panels { (panel(&it.title, stack(tiles(it)))) } };
    let view = page(shell(&dashboard.title, grid(panels)));
    view.render().into_inner()
}

fn tiles(panel: &Panel) -> impl Renderable {
    maud! { @for it in &panel.tiles { (tile(&it.title, body(entries(it)))) } }
}

fn entries(tile: &Tile) -> impl Renderable {
    maud! { @for it in &tile.entries { (entry(cell(maud! { (term(&it.label)) (figure(it.value)) }))) } }
}
