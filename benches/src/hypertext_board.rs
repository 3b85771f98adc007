//! The page by hypertext's `maud!`, as one template and as functions that return lazy markup.

use hypertext::prelude::*;

use crate::board::{Board, Card, Column};

pub(crate) fn render(board: &Board) -> String {
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

pub(crate) fn render_functions(board: &Board) -> String {
    let page = maud! {
        main #board data-init="@get('/board/events')" data-class:busy="$busy" {
            @for column in &board.columns { (lane(column)) }
        }
    };
    page.render().into_inner()
}
