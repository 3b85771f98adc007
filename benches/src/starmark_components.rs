//! The page as components of Starmark: functions, and one struct.

use starmark::prelude::*;

use crate::board::{Board, Card, Column};

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

pub(crate) fn render(board: &Board) -> String {
    let page = html! {
        main #board data-init="@get('/board/events')" data-class:busy="$busy" {
            @for column in &board.columns { Lane column=(column); }
        }
    };
    page.into_string()
}
