//! Starmark's components: functions, and one struct.

use starmark::prelude::*;
use starmark::sse::{Event, PatchElements};

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::nesting::Dashboard;
use crate::workloads::signals::{Form, Person};
use crate::workloads::teams::{Season, Team};

#[component]
fn Cells(cells: &[u32]) -> Markup {
    html! { tr { @for cell in cells { td { (cell) } } } }
}

pub(crate) fn big_table(table: &Table) -> String {
    let page = html! { table { @for row in &table.rows { Cells cells=(row); } } };
    page.into_string()
}

#[component]
fn TeamItem(team: &Team, #[prop(default)] first: bool) -> Markup {
    html! { li.champion[first] { b { (team.name) } ": " (team.score) } }
}

pub(crate) fn teams(season: &Season) -> String {
    let page = html! {
        html {
            head { title { (season.year) } }
            body {
                h1 { "CSL " (season.year) }
                ul {
                    @for (i, team) in season.teams.iter().enumerate() { TeamItem team=(team) first=(i == 0); }
                }
            }
        }
    };
    page.into_string()
}

#[component]
fn Paragraph(text: &str) -> Markup {
    html! { p { (text) } }
}

pub(crate) fn article(text: &Article) -> String {
    let page =
        html! { article { @for paragraph in &text.paragraphs { Paragraph text=(paragraph); } } };
    page.into_string()
}

#[component]
fn Lane(column: &Column) -> Markup {
    html! {
        section.column id=(column.key) {
            h2 { (column.title) " " span.count { (column.cards.len()) } }
            @for card in &column.cards { CardView card=(card); }
        }
    }
}

#[component]
#[derive(Debug)]
struct CardView<'a> {
    card: &'a Card,
}

impl Render for CardView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let card = self.card;
        write_html!(out,
            article.card.(card.priority).late[card.late] id={ "card-" (card.id) }
                data-class:selected="$selected == el.id" data-on:click="$selected = el.id" {
                h3 { a href={ "/cards/" (card.id) } { (card.title) } }
                span.points { (card.points) }
                p { (card.description) }
                Tags tags=(&card.tags);
                @if let Some(assignee) = &card.assignee { Assignee name=(assignee); }
                Buttons id=(card.id);
            }
        );
    }
}

#[component]
fn Tags(tags: &[String]) -> Markup {
    html! { ul.tags { @for tag in tags { li { (tag) } } } }
}

#[component]
fn Assignee(name: &str) -> Markup {
    html! { span.assignee title=(name) { (name) } }
}

#[component]
fn Buttons(id: u32) -> Markup {
    html! {
        Move id=(id) to="left" { "Left" }
        Move id=(id) to="right" { "Right" }
        button.danger type="button" data-attr:disabled="$busy" data-on:click__stop={ "@delete('/cards/" (id) "')" } { "Delete" }
    }
}

#[component]
fn Move(id: u32, to: &'static str, children: Children) -> Markup {
    html! { button type="button" data-on:click__stop={ "@post('/cards/" (id) "/" (to) "')" } { (children) } }
}

#[component]
#[derive(Debug)]
struct BoardView<'a> {
    board: &'a Board,
}

impl Render for BoardView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        write_html!(out,
            main #board data-init="@get('/board/events')" data-class:busy="$busy" {
                @for column in &self.board.columns { Lane column=(column); }
            }
        );
    }
}

pub(crate) fn kanban(board: &Board) -> String {
    html! { BoardView board=(board); }.into_string()
}

pub(crate) fn kanban_frame(board: &Board) -> String {
    frame(BoardView { board })
}

#[component]
fn PersonItem(person: &Person) -> Markup {
    html! {
        li id={ "person-" (person.id) } data-class:selected={ "$selected === " (person.id) }
                        data-on:click={ "$selected = " (person.id) } {
                        strong { (person.name) }
                        span.email { (person.email) }
                        span data-show={ "$selected === " (person.id) } data-text="$query" {}
                        button type="button" data-on:click__stop={ "@delete('/people/" (person.id) "')" } { "Remove" }
                    }
    }
}

#[component]
fn Field(label: &'static str, children: Children) -> Markup {
    html! { label { (label) (children) } }
}

pub(crate) fn signals(form: &Form) -> String {
    let page = html! {
        section #people data-signals=(&form.signals) {
            form data-on:submit__prevent="@post('/people')" {
                Field label="Name" { input type="text" data-bind="name" required; }
                Field label="Address" { input type="email" data-bind="email"; }
                Field label="Role" {
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
                @for person in &form.people { PersonItem person=(person); }
            }
            p data-show="$open" { "Page " span data-text="$page" { (form.signals.page) } }
        }
    };
    page.into_string()
}

#[component]
fn Page(children: Children) -> Markup {
    html! { main.page { (children) } }
}

#[component]
fn Shell(title: &str, children: Children) -> Markup {
    html! { div.shell { header { (title) } (children) } }
}

#[component]
fn Grid(children: Children) -> Markup {
    html! { div.grid { (children) } }
}

#[component]
fn PanelView(title: &str, children: Children) -> Markup {
    html! { section.panel { h2 { (title) } (children) } }
}

#[component]
fn Stack(children: Children) -> Markup {
    html! { div.stack { (children) } }
}

#[component]
fn TileView(title: &str, children: Children) -> Markup {
    html! { article.tile { h3 { (title) } (children) } }
}

#[component]
fn Body(children: Children) -> Markup {
    html! { div.body { (children) } }
}

#[component]
fn EntryView(children: Children) -> Markup {
    html! { dl.entry { (children) } }
}

#[component]
fn Cell(children: Children) -> Markup {
    html! { div.cell { (children) } }
}

#[component]
fn Term(text: &str) -> Markup {
    html! { dt { (text) } }
}

#[component]
fn Figure(value: u32) -> Markup {
    html! { dd { (value) } }
}

pub(crate) fn nesting(dashboard: &Dashboard) -> String {
    let page = html! {
        Page { Shell title=(&dashboard.title) { Grid {
            @for panel in &dashboard.panels {
                PanelView title=(&panel.title) { Stack {
                    @for tile in &panel.tiles {
                        TileView title=(&tile.title) { Body {
                            @for entry in &tile.entries {
                                EntryView { Cell { Term text=(&entry.label); Figure value=(entry.value); } }
                            }
                        } }
                    }
                } }
            }
        } } }
    };
    page.into_string()
}

#[component]
#[derive(Debug)]
struct CounterView<'a> {
    counter: &'a Counter,
}

impl Render for CounterView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let counter = self.counter;
        write_html!(out, span.count id={ "count-" (counter.id) } aria-label="Open tickets" { (counter.count) });
    }
}

#[component]
#[derive(Debug)]
struct ToastView<'a> {
    toast: &'a Toast,
}

impl Render for ToastView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let toast = self.toast;
        write_html!(out, div.toast.(toast.level) #toast role="status" {
            p { (toast.text) }
            button type="button" data-on:click="$toast = false" { "Dismiss" }
        });
    }
}

#[component]
#[derive(Debug)]
struct RowView<'a> {
    row: &'a Row,
}

impl Render for RowView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let row = self.row;
        write_html!(out, tr id={ "row-" (row.id) } {
            td { (row.name) }
            td.number { (row.amount) }
            td.number { (row.price) }
            td { button type="button" data-on:click={ "@post('/rows/" (row.id) "/edit')" } { "Edit" } }
        });
    }
}

#[component]
#[derive(Debug)]
struct ItemView<'a> {
    item: &'a Item,
}

impl Render for ItemView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let item = self.item;
        write_html!(out, li.item.done[item.done] id={ "item-" (item.id) } {
            label {
                input type="checkbox" checked[item.done] data-on:change={ "@post('/items/" (item.id) "')" };
                (item.text)
            }
        });
    }
}

#[component]
#[derive(Debug)]
struct BadgeView<'a> {
    badge: &'a Badge,
}

impl Render for BadgeView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let badge = self.badge;
        write_html!(out, span.badge.(badge.level) id={ "badge-" (badge.id) } title=(badge.title) { (badge.level) });
    }
}

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        html! { CounterView counter=(&it.counter); },
        html! { ToastView toast=(&it.toast); },
        html! { RowView row=(&it.row); },
        html! { ItemView item=(&it.item); },
        html! { BadgeView badge=(&it.badge); },
    ]
    .map(Markup::into_string)
}

pub(crate) fn fragment_frames(it: &Fragments) -> [String; 5] {
    let Fragments {
        counter,
        toast,
        row,
        item,
        badge,
    } = it;
    [
        frame(CounterView { counter }),
        frame(ToastView { toast }),
        frame(RowView { row }),
        frame(ItemView { item }),
        frame(BadgeView { badge }),
    ]
}

fn frame(view: impl Render) -> String {
    Event::from(PatchElements::new(view)).into_string()
}
