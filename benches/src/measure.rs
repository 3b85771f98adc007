//! Times of many short rounds, compared within each round.
//!
//! A shared machine speeds up and slows down over seconds. Within a round of a few milliseconds all cases meet
//! the same machine, in random order, so the median of the rounds' ratios is steady where times are not.

use std::time::Instant;

use fastrand::Rng;

use crate::race::Case;

/// How long a case runs within a round, unless one render takes longer.
const BATCH_SECONDS: f64 = 0.0015;

/// How many renders of a batch come before it, without being timed: at most all inputs once.
const WARM: u32 = 64;

/// Nanoseconds per render: one row for each round, one column for each case.
#[derive(Debug)]
pub struct Times(Vec<Vec<f64>>);

impl Times {
    /// Measures all cases against each other.
    #[must_use]
    pub fn measure(cases: &[Case], rounds: usize) -> Self {
        let mut rng = Rng::with_seed(1);
        let mut order: Vec<usize> = (0..cases.len()).collect();
        let batches: Vec<u32> = cases.iter().map(batch).collect();
        let rows = (0..rounds).map(|_| {
            rng.shuffle(&mut order);
            let mut row = vec![0.0; cases.len()];
            for &case in &order {
                // What the other cases have read is no advantage, and what they have not is none either.
                cases[case].run(batches[case].min(WARM));
                row[case] = seconds(&cases[case], batches[case]) * 1e9 / f64::from(batches[case]);
            }
            row
        });
        Self(rows.collect())
    }

    /// The median time of a case.
    #[must_use]
    pub fn nanoseconds(&self, case: usize) -> f64 {
        median(self.0.iter().map(|round| round[case]))
    }

    /// The median of a case's ratios to another.
    #[must_use]
    pub fn ratio(&self, case: usize, to: usize) -> f64 {
        median(self.0.iter().map(|round| round[case] / round[to]))
    }
}

/// How many renders fill a batch.
fn batch(case: &Case) -> u32 {
    // The first run warms caches and lets engines learn how large their output is.
    seconds(case, 1);
    let mut renders = 1;
    while seconds(case, renders) < BATCH_SECONDS {
        renders *= 2;
    }
    renders
}

/// The time of so many renders.
fn seconds(case: &Case, renders: u32) -> f64 {
    let began = Instant::now();
    case.run(renders);
    began.elapsed().as_secs_f64()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
