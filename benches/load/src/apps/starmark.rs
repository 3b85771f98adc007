//! With Starmark.

use axum::Router;
use axum::routing::get;
use futures_util::stream;
use starmark::sse::{Event, PatchElements, Sse};
use starmark::{Markup, html, post};
use tokio::sync::watch;

use crate::board::Board;

fn board(board: &Board) -> Markup {
    html! {
        main #board data-at=(board.at) {
            @for column in &*board.columns {
                section.column {
                    h2 { (column.title) }
                    @for card in &column.cards {
                        article.card id={ "card-" (card.id) } {
                            h3 { (card.title) }
                            p { (card.text) }
                            span.votes { (card.votes) }
                            button type="button" data-on:click=(post("/cards").segment(card.id as u64).segment("vote")) { "Vote" }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn routes(boards: watch::Receiver<Board>) -> Router {
    let events = super::map(boards, |it| {
        Event::from(PatchElements::new(board(it))).shared()
    });
    let stream = async move || Sse::watch(events, |event| event);
    Router::new()
        .route("/board", get(stream))
        .route("/idle", get(async || Sse::new(stream::pending::<Event>())))
}
