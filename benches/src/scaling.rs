//! Whether a card of a large page takes as long as one of a small page.

use std::fmt;
use std::rc::Rc;

use crate::bound;
use crate::engines::starmark_macro;
use crate::measure::Times;
use crate::race::{BOUND, Case, MACRO, MEMCPY};
use crate::report::integer;
use crate::workloads::kanban::Board;

const CARDS: [u32; 3] = [120, 1_200, 12_000];

/// Nanoseconds per card.
#[derive(Debug)]
pub struct Scaling(Vec<Row>);

#[derive(Debug)]
struct Row {
    cards: u32,
    bytes: usize,
    /// The physical floor, the practical floor, and the macro.
    nanoseconds: [f64; 3],
}

impl Scaling {
    /// Measures boards of three sizes.
    #[must_use]
    pub fn measure(rounds: usize) -> Self {
        Self(CARDS.map(|cards| row(cards, rounds)).into())
    }
}

fn row(cards: u32, rounds: usize) -> Row {
    eprintln!("scaling: {cards} cards");
    let boards = Rc::new(vec![Board::new(0, cards)]);
    let page = bound::kanban(&boards[0]);
    let bytes = page.len();
    let cases = [
        Case::new(MEMCPY, Rc::new(vec![page]), String::clone),
        Case::new(BOUND, boards.clone(), bound::kanban),
        Case::new(MACRO, boards, starmark_macro::kanban),
    ];
    let times = Times::measure(&cases, rounds);
    Row {
        cards,
        bytes,
        nanoseconds: [0, 1, 2].map(|case| times.nanoseconds(case) / f64::from(cards)),
    }
}

impl fmt::Display for Scaling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "## scaling\n\nNanoseconds per card of the kanban page.\n"
        )?;
        writeln!(f, "| cards | bytes | {MEMCPY} | {BOUND} | {MACRO} |")?;
        writeln!(f, "|--:|--:|--:|--:|--:|")?;
        for row in &self.0 {
            let (cards, bytes) = (integer(row.cards.into()), integer(row.bytes as u64));
            let [memcpy, bound, own] = row.nanoseconds;
            writeln!(
                f,
                "| {cards} | {bytes} | {memcpy:.1} | {bound:.1} | {own:.1} |"
            )?;
        }
        Ok(())
    }
}
