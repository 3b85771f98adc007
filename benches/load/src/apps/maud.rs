//! With maud, the official SDK, and axum's own `Sse`.

use std::convert::Infallible;

use axum::Router;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use axum::routing::get;
use datastar::prelude::PatchElements;
use futures_util::{StreamExt as _, stream};
use maud::{Markup, html};
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;

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
                            button type="button" data-on:click={ "@post('/cards/" (card.id) "/vote')" } { "Vote" }
                        }
                    }
                }
            }
        }
    }
}

fn event(markup: impl Into<String>) -> Event {
    PatchElements::new(markup).into()
}

fn idle() -> Router {
    let silent = async || {
        Sse::new(stream::pending::<Result<Event, Infallible>>()).keep_alive(KeepAlive::default())
    };
    Router::new().route("/idle", get(silent))
}

pub(super) fn routes(boards: watch::Receiver<Board>) -> Router {
    let stream = async move || {
        let events =
            WatchStream::new(boards).map(|it| Ok::<_, Infallible>(event(board(&it).into_string())));
        Sse::new(events).keep_alive(KeepAlive::default())
    };
    idle().route("/board", get(stream))
}

pub(super) fn shared_routes(boards: watch::Receiver<Board>) -> Router {
    let markup = super::map(boards, |it| board(it).into_string());
    let stream = async move || {
        let events = WatchStream::new(markup).map(|markup| Ok::<_, Infallible>(event(markup)));
        Sse::new(events).keep_alive(KeepAlive::default())
    };
    idle().route("/board", get(stream))
}
