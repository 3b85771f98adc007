//! The same application, written in three ways: a board that changes, and a stream of it for each page.

mod maud;
mod starmark;

use std::time::Duration;

use ::starmark::compression::{Budget, Compression};
use axum::Router;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;

use crate::board::Board;

/// An application, by its name on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum App {
    /// Rendered once for all pages, by Starmark.
    Starmark,
    /// The same with as much memory for compression as it takes to compress all streams, as the others have.
    StarmarkUnlimited,
    /// Rendered for each page by maud, framed by the official SDK, sent by axum's `Sse`: what its examples show.
    Maud,
    /// The same with markup that is rendered once, and framed for each page.
    MaudShared,
}

impl App {
    pub(crate) const ALL: [Self; 4] = [
        Self::Starmark,
        Self::StarmarkUnlimited,
        Self::Maud,
        Self::MaudShared,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Starmark => "starmark",
            Self::StarmarkUnlimited => "starmark, 4 GB for encoders",
            Self::Maud => "maud + datastar + axum",
            Self::MaudShared => "the same, rendered once",
        }
    }

    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|app| app.name() == name)
    }

    /// The routes `/idle` and `/board`, compressed if the reader takes it; the board changes so often.
    pub(crate) fn routes(self, rate: u32) -> Router {
        let boards = boards(rate);
        // By itself, this layer leaves streams alone.
        let compression = CompressionLayer::new().compress_when(SizeAbove::new(0));
        match self {
            Self::Starmark => starmark::routes(boards).layer(Compression::new()),
            Self::StarmarkUnlimited => {
                let compression = Compression::new().budget(&Budget::new(4 << 30));
                starmark::routes(boards).layer(compression)
            }
            Self::Maud => maud::routes(boards).layer(compression),
            Self::MaudShared => maud::shared_routes(boards).layer(compression),
        }
    }
}

/// A board of which a card changes so many times a second.
fn boards(rate: u32) -> watch::Receiver<Board> {
    let (sender, receiver) = watch::channel(Board::new());
    tokio::spawn(async move {
        let mut ticks = interval(Duration::from_secs(1) / rate.max(1));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        for n in 0.. {
            ticks.tick().await;
            sender.send_modify(|board| *board = board.voted(n));
        }
    });
    receiver
}

/// Another view of each value, made once.
fn map<T, U>(
    mut from: watch::Receiver<T>,
    change: impl Fn(&T) -> U + Send + 'static,
) -> watch::Receiver<U>
where
    T: Send + Sync + 'static,
    U: Send + Sync + 'static,
{
    let (sender, receiver) = watch::channel(change(&from.borrow()));
    tokio::spawn(async move {
        while from.changed().await.is_ok() {
            let value = change(&from.borrow_and_update());
            sender.send_replace(value);
        }
    });
    receiver
}
