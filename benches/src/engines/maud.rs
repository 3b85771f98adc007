//! maud: each page as one template, some also as functions that return markup.

use maud::{Markup, html};

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::nesting::{Dashboard, Tile};
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

pub(crate) fn signals(form: &Form) -> String {
    let signals = serde_json::to_string(&form.signals).expect("strings and numbers");
    let page = html! {
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
            input type="search" data-bind="query" "data-on:input__debounce.200ms"="@get('/people')";
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

fn page(children: &Markup) -> Markup {
    html! { main.page { (children) } }
}

fn shell(title: &str, children: &Markup) -> Markup {
    html! { div.shell { header { (title) } (children) } }
}

fn grid(children: &Markup) -> Markup {
    html! { div.grid { (children) } }
}

fn panel(title: &str, children: &Markup) -> Markup {
    html! { section.panel { h2 { (title) } (children) } }
}

fn stack(children: &Markup) -> Markup {
    html! { div.stack { (children) } }
}

fn tile(title: &str, children: &Markup) -> Markup {
    html! { article.tile { h3 { (title) } (children) } }
}

fn body(children: &Markup) -> Markup {
    html! { div.body { (children) } }
}

fn entry(children: &Markup) -> Markup {
    html! { dl.entry { (children) } }
}

fn cell(children: &Markup) -> Markup {
    html! { div.cell { (children) } }
}

fn term(text: &str) -> Markup {
    html! { dt { (text) } }
}

fn figure(value: u32) -> Markup {
    html! { dd { (value) } }
}

pub(crate) fn nesting_functions(dashboard: &Dashboard) -> String {
    let view = page(&shell(
        &dashboard.title,
        &grid(&html! {
            @for it in &dashboard.panels {
                (panel(&it.title, &stack(&html! { @for it in &it.tiles { (tile(&it.title, &body(&entries(it)))) } })))
            }
        }),
    ));
    view.into_string()
}

fn entries(tile: &Tile) -> Markup {
    html! { @for it in &tile.entries { (entry(&cell(&html! { (term(&it.label)) (figure(it.value)) }))) } }
}
