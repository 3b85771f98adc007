//! A table of a hundred rows of a hundred integers: what is left when there is no text.

use fastrand::Rng;
use serde::Serialize;

use crate::race::Workload;

/// The race.
pub const BIG_TABLE: Workload<Table> = Workload {
    name: "big-table",
    about: "A table of 100 rows of 100 integers.",
    input: Table::new,
    engines: engines!(heavy big_table),
};

/// Rows of integers.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// From top to bottom.
    pub rows: Vec<Vec<u32>>,
}

impl Table {
    /// The table of a seed, with integers of one to five digits.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut integer = || {
            let digits = rng.u32(1..=5);
            rng.u32(..10_u32.pow(digits))
        };
        let mut row = || (0..100).map(|_| integer()).collect();
        Self {
            rows: (0..100).map(|_| row()).collect(),
        }
    }
}
