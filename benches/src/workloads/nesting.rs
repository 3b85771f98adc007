//! Components within components, ten levels deep, each with a small body: what calls and children cost.
//!
//! Engines without components write it as one template.

use fastrand::Rng;
use serde::Serialize;

use super::pick;
use crate::race::Workload;

/// The race.
pub const NESTING: Workload<Dashboard> = Workload {
    name: "nesting",
    about: "Components within components, ten levels deep, with small bodies.",
    input: Dashboard::new,
    engines: engines!(
        nesting,
        "maud functions": maud::nesting_functions,
        "hypertext functions": hypertext::nesting_functions,
    ),
};

/// A page: page, shell and grid are three levels.
#[derive(Debug, Clone, Serialize)]
pub struct Dashboard {
    /// One line.
    pub title: String,
    /// From left to right.
    pub panels: Vec<Panel>,
}

/// A part of the page: panel and stack are two levels.
#[derive(Debug, Clone, Serialize)]
pub struct Panel {
    /// One line.
    pub title: String,
    /// From top to bottom.
    pub tiles: Vec<Tile>,
}

/// A part of a panel: tile and body are two levels.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    /// One line.
    pub title: String,
    /// From top to bottom.
    pub entries: Vec<Entry>,
}

/// A line of a tile: entry, cell and term or figure are three levels.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// What is counted.
    pub label: String,
    /// How many there are.
    pub value: u32,
}

const TITLES: [&str; 6] = [
    "Sales",
    "R&D",
    "Support",
    "Warehouse, north",
    "Visitors",
    "März",
];

const LABELS: [&str; 6] = ["open", "closed", "late", "q&a", "waiting for parts", "new"];

impl Dashboard {
    /// The page of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let rng = &mut Rng::with_seed(seed);
        Self {
            title: pick(&TITLES, rng).to_owned(),
            panels: (0..3).map(|_| Panel::new(rng)).collect(),
        }
    }
}

impl Panel {
    fn new(rng: &mut Rng) -> Self {
        Self {
            title: pick(&TITLES, rng).to_owned(),
            tiles: (0..rng.usize(3..=5)).map(|_| Tile::new(rng)).collect(),
        }
    }
}

impl Tile {
    fn new(rng: &mut Rng) -> Self {
        Self {
            title: pick(&TITLES, rng).to_owned(),
            entries: (0..rng.usize(2..=4)).map(|_| Entry::new(rng)).collect(),
        }
    }
}

impl Entry {
    fn new(rng: &mut Rng) -> Self {
        Self {
            label: pick(&LABELS, rng).to_owned(),
            value: rng.u32(..3_000),
        }
    }
}
