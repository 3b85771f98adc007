//! Starmark's builder: an element is a value, a component a function.

use starmark::data::{event, ms};
use starmark::html::{
    a, article as article_, b, body, button, dd, div, dl, dt, form, h1, h2, h3, head, header, html,
    input, label, li, main_, option, output, p, section, select, span, strong, table, td, title,
    tr, ul,
};
use starmark::sse::{Event, PatchElements};
use starmark::{Action, Element, Render, delete, get, js, post};

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::nesting::{Dashboard, Entry, Panel, Tile};
use crate::workloads::signals::{Form, FormSignals, Person, Role};
use crate::workloads::teams::{Season, Team};

pub(crate) fn big_table(input: &Table) -> String {
    let row = |cells: &Vec<u32>| tr().children(cells.iter().map(|cell| td().child(cell)));
    page(table().children(input.rows.iter().map(row)))
}

fn team(i: usize, team: &Team) -> Element<li> {
    li().class([("champion", i == 0)])
        .child(b().child(&team.name))
        .child(": ")
        .child(team.score)
}

pub(crate) fn teams(season: &Season) -> String {
    let teams = season.teams.iter().enumerate();
    let list = ul().children(teams.map(|(i, it)| team(i, it)));
    let view = html()
        .child(head().child(title().child(season.year)))
        .child(
            body()
                .child(h1().child("CSL ").child(season.year))
                .child(list),
        );
    page(view)
}

pub(crate) fn article(text: &Article) -> String {
    let view = article_().children(text.paragraphs.iter().map(|text| p().child(text)));
    page(view)
}

fn lane(column: &Column) -> Element<section> {
    let count = span().class("count").child(column.cards.len());
    section()
        .class("column")
        .id(column.key)
        .child(h2().child(column.title).child(" ").child(count))
        .children(column.cards.iter().map(card_view))
}

fn card_view(card: &Card) -> Element<article_> {
    let address = format_args!("/cards/{}", card.id).to_string();
    article_()
        .class([("card", true), (card.priority, true), ("late", card.late)])
        .id(format_args!("card-{}", card.id))
        .data_class("selected", "$selected == el.id")
        .data_on(event::click(), "$selected = el.id")
        .child(h3().child(a().href(address).child(&card.title)))
        .child(span().class("points").child(card.points))
        .child(p().child(&card.description))
        .child(
            ul().class("tags")
                .children(card.tags.iter().map(|tag| li().child(tag))),
        )
        .child(card.assignee.as_deref().map(assignee))
        .child(action(
            "Left",
            post("/cards").segment(card.id).segment("left"),
        ))
        .child(action(
            "Right",
            post("/cards").segment(card.id).segment("right"),
        ))
        .child(delete_button(card.id))
}

fn assignee(name: &str) -> Element<span> {
    span().class("assignee").title(name).child(name)
}

fn action(text: &str, action: Action) -> Element<button> {
    button()
        .type_("button")
        .data_on(event::click().stop(), action)
        .child(text)
}

fn delete_button(id: u32) -> Element<button> {
    button()
        .class("danger")
        .type_("button")
        .data_attr(starmark::html::button::disabled, "$busy")
        .data_on(event::click().stop(), delete("/cards").segment(id))
        .child("Delete")
}

fn board(board: &Board) -> Element<main_> {
    main_()
        .id("board")
        .data_init(get("/board/events"))
        .data_class("busy", "$busy")
        .children(board.columns.iter().map(lane))
}

pub(crate) fn kanban(input: &Board) -> String {
    page(board(input))
}

pub(crate) fn kanban_frame(input: &Board) -> String {
    frame(board(input))
}

fn page(element: impl Render) -> String {
    starmark::render(element).into_string()
}

fn frame(element: impl Render) -> String {
    Event::from(PatchElements::new(element)).into_string()
}

pub(crate) fn signals(form: &Form) -> String {
    let role = |role: &Role| option().value(role.key).child(role.title);
    let roles = select()
        .data_bind(FormSignals::signals().role)
        .children(form.roles.iter().map(role));
    let shown = span().data_text("$page").child(form.signals.page);
    page(
        section()
            .id("people")
            .data_signals(&form.signals)
            .child(fields(roles))
            .child(search())
            .child(
                ul().class("people")
                    .children(form.people.iter().map(person)),
            )
            .child(p().data_show("$open").child("Page ").child(shown)),
    )
}

fn fields(roles: Element<select>) -> Element<form> {
    let s = FormSignals::signals();
    let name = input().type_("text").data_bind(s.name).required(true);
    let add = button()
        .type_("submit")
        .data_attr(starmark::html::button::disabled, "$busy")
        .child("Add");
    form()
        .data_on(event::submit().prevent(), post("/people"))
        .child(label().child("Name").child(name))
        .child(
            label()
                .child("Address")
                .child(input().type_("email").data_bind(s.email)),
        )
        .child(label().child("Role").child(roles))
        .child(
            p().class("error")
                .data_show("$email == ''")
                .child("An address is needed."),
        )
        .child(output().data_text("$name + ', ' + $role"))
        .child(add)
}

fn search() -> Element<input> {
    input()
        .type_("search")
        .data_bind(FormSignals::signals().query)
        .data_on(event::input().debounce(ms(200)), get("/people"))
}

fn person(person: &Person) -> Element<li> {
    let (s, id) = (FormSignals::signals(), person.id);
    li().id(format_args!("person-{}", person.id))
        .data_class("selected", js!(s.selected == #id))
        .data_on(event::click(), js!(s.selected = #id))
        .child(strong().child(&person.name))
        .child(span().class("email").child(&person.email))
        .child(span().data_show(js!(s.selected == #id)).data_text("$query"))
        .child(
            button()
                .type_("button")
                .data_on(event::click().stop(), delete("/people").segment(person.id))
                .child("Remove"),
        )
}

pub(crate) fn nesting(dashboard: &Dashboard) -> String {
    let panels = grid().children(dashboard.panels.iter().map(panel));
    let shell = div()
        .class("shell")
        .child(header().child(&dashboard.title))
        .child(panels);
    page(main_().class("page").child(shell))
}

fn grid() -> Element<div> {
    div().class("grid")
}

fn panel(panel: &Panel) -> Element<section> {
    section()
        .class("panel")
        .child(h2().child(&panel.title))
        .child(stack(&panel.tiles))
}

fn stack(tiles: &[Tile]) -> Element<div> {
    div().class("stack").children(tiles.iter().map(tile))
}

fn tile(tile: &Tile) -> Element<article_> {
    article_()
        .class("tile")
        .child(h3().child(&tile.title))
        .child(tile_body(&tile.entries))
}

fn tile_body(entries: &[Entry]) -> Element<div> {
    div().class("body").children(entries.iter().map(entry))
}

fn entry(entry: &Entry) -> Element<dl> {
    dl().class("entry").child(cell(entry))
}

fn cell(entry: &Entry) -> Element<div> {
    div()
        .class("cell")
        .child(term(&entry.label))
        .child(figure(entry.value))
}

fn term(text: &str) -> Element<dt> {
    dt().child(text)
}

fn figure(value: u32) -> Element<dd> {
    dd().child(value)
}

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        page(counter(&it.counter)),
        page(toast(&it.toast)),
        page(row(&it.row)),
        page(item(&it.item)),
        page(badge(&it.badge)),
    ]
}

pub(crate) fn fragment_frames(it: &Fragments) -> [String; 5] {
    [
        frame(counter(&it.counter)),
        frame(toast(&it.toast)),
        frame(row(&it.row)),
        frame(item(&it.item)),
        frame(badge(&it.badge)),
    ]
}

fn counter(counter: &Counter) -> Element<span> {
    span()
        .class("count")
        .id(format_args!("count-{}", counter.id))
        .aria_label("Open tickets")
        .child(counter.count)
}

fn toast(toast: &Toast) -> Element<div> {
    let dismiss = button()
        .type_("button")
        .data_on(event::click(), "$toast = false")
        .child("Dismiss");
    div()
        .class([("toast", true), (toast.level, true)])
        .id("toast")
        .role("status")
        .child(p().child(&toast.text))
        .child(dismiss)
}

fn row(row: &Row) -> Element<tr> {
    let edit = post("/rows").segment(row.id).segment("edit");
    let edit = button().type_("button").data_on(event::click(), edit);
    tr().id(format_args!("row-{}", row.id))
        .child(td().child(&row.name))
        .child(td().class("number").child(row.amount))
        .child(td().class("number").child(row.price))
        .child(td().child(edit.child("Edit")))
}

fn item(item: &Item) -> Element<li> {
    let done = input()
        .type_("checkbox")
        .checked(item.done)
        .data_on(event::change(), post("/items").segment(item.id));
    li().class([("item", true), ("done", item.done)])
        .id(format_args!("item-{}", item.id))
        .child(label().child(done).child(&item.text))
}

fn badge(badge: &Badge) -> Element<span> {
    span()
        .class([("badge", true), (badge.level, true)])
        .id(format_args!("badge-{}", badge.id))
        .title(&badge.title)
        .child(badge.level)
}
