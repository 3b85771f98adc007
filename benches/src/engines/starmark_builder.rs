//! Starmark's builder: an element is a value, a component a function.

use starmark::data::event;
use starmark::html::{
    a, article as article_, b, body, button, h1, h2, h3, head, html, li, main_, p, section, span,
    table, td, title, tr, ul,
};
use starmark::{Action, Element, delete, get, post};

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::teams::{Season, Team};

pub(crate) fn big_table(input: &Table) -> String {
    let row = |cells: &Vec<u32>| tr().children(cells.iter().map(|cell| td().child(cell)));
    starmark::render(table().children(input.rows.iter().map(row))).into_string()
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
    let page = html()
        .child(head().child(title().child(season.year)))
        .child(
            body()
                .child(h1().child("CSL ").child(season.year))
                .child(list),
        );
    starmark::render(page).into_string()
}

pub(crate) fn article(text: &Article) -> String {
    let page = article_().children(text.paragraphs.iter().map(|text| p().child(text)));
    starmark::render(page).into_string()
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

pub(crate) fn kanban(board: &Board) -> String {
    let page = main_()
        .id("board")
        .data_init(get("/board/events"))
        .data_class("busy", "$busy")
        .children(board.columns.iter().map(lane));
    starmark::render(page).into_string()
}
