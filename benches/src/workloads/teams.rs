//! The page that benchmarks of template engines have always had: four teams with a score.

use fastrand::Rng;
use serde::Serialize;

use super::pick;
use crate::race::Workload;

/// The race.
pub const TEAMS: Workload<Season> = Workload {
    name: "teams",
    about: "The classic small page: four teams, the first of them with a class.",
    input: Season::new,
    engines: engines!(heavy teams),
};

/// A table of teams.
#[derive(Debug, Clone, Serialize)]
pub struct Season {
    /// When they played.
    pub year: u32,
    /// The best first.
    pub teams: Vec<Team>,
}

/// A team.
#[derive(Debug, Clone, Serialize)]
pub struct Team {
    /// What it is called.
    pub name: String,
    /// How well it did.
    pub score: u32,
}

const NAMES: [&str; 10] = [
    "Jiangsu",
    "Beijing",
    "Guangzhou",
    "Shandong",
    "Brighton & Hove",
    "Ulm",
    "Rot-Weiß",
    "Athletic",
    "Nottingham Forest",
    "Real",
];

impl Season {
    /// The season of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut team = || Team {
            name: pick(&NAMES, &mut rng).to_owned(),
            score: rng.u32(..120),
        };
        Self {
            teams: (0..4).map(|_| team()).collect(),
            year: rng.u32(1990..2030),
        }
    }
}
