//! The board: 60 KB of markup, of which a card changes at a time.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// A board as it was at a moment.
#[derive(Debug, Clone)]
pub(crate) struct Board {
    pub(crate) columns: Arc<[Column]>,
    /// When it became like this, in microseconds.
    pub(crate) at: u64,
}

#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) title: &'static str,
    pub(crate) cards: Vec<Card>,
}

#[derive(Debug, Clone)]
pub(crate) struct Card {
    pub(crate) id: usize,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) votes: usize,
}

const COLUMNS: [&str; 4] = ["To do", "Doing", "Review", "Done"];
/// So many make 60 KB.
const CARDS: usize = 100;

impl Board {
    pub(crate) fn new() -> Self {
        let columns = COLUMNS.iter().enumerate().map(|(column, title)| Column {
            title,
            cards: (column..CARDS)
                .step_by(COLUMNS.len())
                .map(Card::new)
                .collect(),
        });
        Self {
            columns: columns.collect(),
            at: now(),
        }
    }

    /// The board after somebody voted for a card.
    pub(crate) fn voted(&self, n: usize) -> Self {
        let mut columns = self.columns.to_vec();
        let column = &mut columns[n % COLUMNS.len()];
        let cards = column.cards.len();
        column.cards[n / COLUMNS.len() % cards].votes += 1;
        Self {
            columns: columns.into(),
            at: now(),
        }
    }
}

impl Card {
    fn new(id: usize) -> Self {
        let words = [
            "the", "stream", "of", "a", "board", "<b>", "breaks", "& comes", "back",
        ];
        let word = |at: usize| words[(id * 7 + at * at) % words.len()];
        let text = |count| (0..count).map(word).collect::<Vec<_>>().join(" ");
        Self {
            id,
            title: text(6),
            text: text(60),
            votes: id,
        }
    }
}

/// Microseconds since 1970: server and clients have one clock.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
    })
}
