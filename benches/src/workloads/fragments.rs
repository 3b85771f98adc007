//! Small fragments: what live applications mostly send, one event after the other.
//!
//! A render is five of them, each a text of its own: 60 to 300 bytes, where an allocation is half of the time.

use fastrand::Rng;
use serde::Serialize;

use super::pick;
use crate::bound;
use crate::engines::{
    askama, datastar, hypertext, maud, sailfish, starmark_builder, starmark_components,
    starmark_macro,
};
use crate::race::{BOUND, Engine, MACRO, Workload};

/// The race of markup.
pub const MARKUP: Workload<Fragments, [String; 5]> = Workload {
    name: "fragments",
    about: "Five small fragments, each on its own: a counter, a toast, a table row, a list item, a badge.",
    input: Fragments::new,
    engines: engines!(fragments),
};

/// The race of events.
pub const FRAMES: Workload<Fragments, [String; 5]> = Workload {
    name: "fragment-frames",
    about: "The same five fragments, each as an event that patches it into the page.",
    input: Fragments::new,
    engines: &[
        Engine::new(BOUND, bound::fragment_frames),
        Engine::new(MACRO, starmark_macro::fragment_frames),
        Engine::new(
            "starmark macro, in place",
            starmark_macro::fragment_frames_in_place,
        ),
        Engine::new("starmark components", starmark_components::fragment_frames),
        Engine::new("starmark builder", starmark_builder::fragment_frames),
        Engine::new("starmark macro + datastar", |it| {
            starmark_macro::fragments(it).map(datastar::frame)
        }),
        Engine::new("maud + datastar", |it| {
            maud::fragments(it).map(datastar::frame)
        }),
        Engine::new("hypertext + datastar", |it| {
            hypertext::fragments(it).map(datastar::frame)
        }),
        Engine::new("sailfish + datastar", |it| {
            sailfish::fragments(it).map(datastar::frame)
        }),
        Engine::new("askama + datastar", |it| {
            askama::fragments(it).map(datastar::frame)
        }),
    ],
};

/// One of each kind.
#[derive(Debug, Clone, Serialize)]
pub struct Fragments {
    /// A number that changes.
    pub counter: Counter,
    /// A message.
    pub toast: Toast,
    /// A row of a table.
    pub row: Row,
    /// An item of a list.
    pub item: Item,
    /// A small label.
    pub badge: Badge,
}

/// A number that changes.
#[derive(Debug, Clone, Serialize)]
pub struct Counter {
    /// A part of its id.
    pub id: u32,
    /// The number.
    pub count: u32,
}

/// A message.
#[derive(Debug, Clone, Serialize)]
pub struct Toast {
    /// A class.
    pub level: &'static str,
    /// A sentence.
    pub text: String,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// A part of its id.
    pub id: u32,
    /// The first cell.
    pub name: String,
    /// The second cell.
    pub amount: u32,
    /// The third cell.
    pub price: u32,
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// A part of its id.
    pub id: u32,
    /// What is to be done.
    pub text: String,
    /// Whether it has been.
    pub done: bool,
}

/// A small label.
#[derive(Debug, Clone, Serialize)]
pub struct Badge {
    /// A part of its id.
    pub id: u32,
    /// A class, and what it says.
    pub level: &'static str,
    /// What it says at length.
    pub title: String,
}

const LEVELS: [&str; 4] = ["info", "warning", "urgent", "success"];

const TEXTS: [&str; 6] = [
    "Saved.",
    "The file could not be read & was left alone.",
    "3 tickets were moved to Done",
    "Answer in < 100 ms",
    "Somebody else has changed this ticket while you were writing",
    "Über Nacht erledigt",
];

const NAMES: [&str; 5] = [
    "Bolt M4",
    "Nut & washer",
    "Bracket, left",
    "Hinge",
    "Kantholz 40×60",
];

impl Fragments {
    /// The fragments of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let rng = &mut Rng::with_seed(seed);
        Self {
            counter: Counter {
                id: rng.u32(1..100),
                count: rng.u32(..2_000),
            },
            toast: Toast {
                level: pick(&LEVELS, rng),
                text: pick(&TEXTS, rng).to_owned(),
            },
            row: Row {
                id: rng.u32(1..9_000),
                name: pick(&NAMES, rng).to_owned(),
                amount: rng.u32(..500),
                price: rng.u32(..50_000),
            },
            item: Item {
                id: rng.u32(1..9_000),
                text: pick(&TEXTS, rng).to_owned(),
                done: rng.bool(),
            },
            badge: Badge {
                id: rng.u32(1..9_000),
                level: pick(&LEVELS, rng),
                title: pick(&TEXTS, rng).to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::race::Race;

    #[test]
    fn they_are_small() {
        for fragment in (0..64).flat_map(|seed| {
            let fragments = MARKUP.finished(seed);
            fragments.lines().map(str::len).collect::<Vec<_>>()
        }) {
            assert!((50..=300).contains(&fragment), "{fragment} bytes");
        }
    }
}
