//! The page as one template of Starmark: with the requests spelt out, as the peers have them, and with actions.

use starmark::prelude::*;

use crate::board::Board;

pub(crate) fn render(board: &Board) -> String {
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

/// The addresses are built by [`Action`], which encodes what is put into them.
pub(crate) fn render_actions(board: &Board) -> String {
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
