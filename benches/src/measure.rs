//! Times of many short rounds, compared within each round.
//!
//! A shared machine speeds up and slows down over seconds. Within a round of a few milliseconds all cases meet
//! the same machine, in random order, so the median of the rounds' ratios is steady where times are not.

use std::hint::black_box;
use std::time::Instant;

use fastrand::Rng;

use crate::board::Board;
use crate::engines::{ENGINES, Engine};

/// How long a case runs within a round.
const BATCH_SECONDS: f64 = 0.0015;

/// Nanoseconds per page: one row for each round, one column for each engine.
#[derive(Debug)]
pub struct Times(Vec<[f64; ENGINES.len()]>);

impl Times {
    /// Measures all engines on `boards`, which are rendered in turn.
    #[must_use]
    pub fn measure(boards: &[Board], rounds: usize) -> Self {
        let mut rng = Rng::with_seed(1);
        let mut order: Vec<usize> = (0..ENGINES.len()).collect();
        let batches = ENGINES.map(|engine| batch(engine, boards));
        let mut times = Vec::with_capacity(rounds);
        for _ in 0..rounds {
            rng.shuffle(&mut order);
            let mut row = [0.0; ENGINES.len()];
            for &case in &order {
                row[case] =
                    seconds(ENGINES[case], boards, batches[case]) * 1e9 / f64::from(batches[case]);
            }
            times.push(row);
        }
        Self(times)
    }

    /// The median time of an engine.
    #[must_use]
    pub fn nanoseconds(&self, engine: usize) -> f64 {
        median(self.0.iter().map(|round| round[engine]))
    }

    /// The median of an engine's ratios to another.
    #[must_use]
    pub fn ratio(&self, engine: usize, to: usize) -> f64 {
        median(self.0.iter().map(|round| round[engine] / round[to]))
    }
}

/// How many pages fill a batch; whole turns of the boards, so that all batches are the same work.
fn batch(engine: Engine, boards: &[Board]) -> u32 {
    let turn = u32::try_from(boards.len()).expect("a few boards");
    let mut turns = 1;
    // The second run has warm caches and learned capacities.
    seconds(engine, boards, turn);
    while seconds(engine, boards, turns * turn) < BATCH_SECONDS {
        turns *= 2;
    }
    turns * turn
}

/// The time of `pages` pages.
fn seconds(engine: Engine, boards: &[Board], pages: u32) -> f64 {
    let began = Instant::now();
    for board in boards.iter().cycle().take(pages as usize) {
        black_box((engine.render)(black_box(board)));
    }
    began.elapsed().as_secs_f64()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
