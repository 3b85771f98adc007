//! The page by Starmark's builder: an element is a value, a component a function.

use starmark::data::event;
use starmark::html::{a, article, button, h2, h3, li, main_, p, section, span, ul};
use starmark::{Action, Element, delete, get, post};

use crate::board::{Board, Card, Column};

fn lane(column: &Column) -> Element<section> {
    let count = span().class("count").child(column.cards.len());
    section()
        .class("column")
        .id(column.key)
        .child(h2().child(column.title).child(" ").child(count))
        .children(column.cards.iter().map(card_view))
}

fn card_view(card: &Card) -> Element<article> {
    let address = format_args!("/cards/{}", card.id).to_string();
    article()
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

pub(crate) fn render(board: &Board) -> String {
    let page = main_()
        .id("board")
        .data_init(get("/board/events"))
        .data_class("busy", "$busy")
        .children(board.columns.iter().map(lane));
    starmark::render(page).into_string()
}
