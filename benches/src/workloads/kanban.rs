//! A kanban board: what applications send, many short strings, few of them with an entity, some numbers and
//! conditions, and Datastar attributes with an address in each.
//!
//! The texts hold `&` and `<` but neither quotation marks nor apostrophes, because the engines differ in those.

use fastrand::Rng;
use serde::Serialize;

use super::pick;
use crate::bound;
use crate::engines::{
    askama, datastar, hypertext, maud, sailfish, starmark_builder, starmark_components,
    starmark_macro,
};
use crate::race::{BOUND, Engine, MACRO, Workload};

/// The race.
pub const KANBAN: Workload<Board> = Workload {
    name: "kanban",
    about: "A page of 120 cards with Datastar attributes.",
    input: |seed| Board::new(seed, CARDS),
    engines: engines!(
        heavy kanban,
        "starmark macro, actions": starmark_macro::kanban_actions,
        "maud functions": maud::kanban_functions,
        "hypertext functions": hypertext::kanban_functions,
    ),
};

/// The race to an event that patches the same board into a page.
pub const FRAME: Workload<Board> = Workload {
    name: "kanban-frame",
    about: "The same page as an event that patches it into another.",
    input: |seed| Board::new(seed, CARDS),
    engines: &[
        Engine::new(BOUND, bound::kanban_frame),
        Engine::new(MACRO, starmark_macro::kanban_frame),
        Engine::new(
            "starmark macro, in place",
            starmark_macro::kanban_frame_in_place,
        ),
        Engine::new("starmark components", starmark_components::kanban_frame),
        Engine::new("starmark builder", starmark_builder::kanban_frame),
        Engine::new("starmark macro + datastar", |it| {
            datastar::frame(starmark_macro::kanban(it))
        }),
        Engine::new("maud + datastar", |it| datastar::frame(maud::kanban(it))),
        Engine::new("hypertext + datastar", |it| {
            datastar::frame(hypertext::kanban(it))
        }),
        Engine::new("sailfish + datastar", |it| {
            datastar::frame(sailfish::kanban(it))
        }),
        Engine::new("askama + datastar", |it| {
            datastar::frame(askama::kanban(it))
        }),
        #[cfg(feature = "heavy")]
        Engine::new("sailfish + datastar, axum", |it| {
            datastar::axum_frame(sailfish::kanban(it))
        }),
        #[cfg(feature = "heavy")]
        Engine::new("maud + datastar, axum", |it| {
            datastar::axum_frame(maud::kanban(it))
        }),
    ],
};

/// How many cards the page has.
pub const CARDS: u32 = 120;

/// A page: columns of cards.
#[derive(Debug, Clone, Serialize)]
pub struct Board {
    /// From left to right.
    pub columns: Vec<Column>,
}

/// A column of a board.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// What it is called in addresses.
    pub key: &'static str,
    /// What it is called on the page.
    pub title: &'static str,
    /// From top to bottom.
    pub cards: Vec<Card>,
}

/// A card.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// What it is called in addresses.
    pub id: u32,
    /// One line.
    pub title: String,
    /// A few words or a few sentences.
    pub description: String,
    /// None to four.
    pub tags: Vec<String>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// A class of the card.
    pub priority: &'static str,
    /// How large it is.
    pub points: u8,
    /// Whether it should be done by now.
    pub late: bool,
}

const COLUMNS: [(&str, &str); 4] = [
    ("backlog", "Backlog"),
    ("doing", "In progress"),
    ("review", "Review & test"),
    ("done", "Done"),
];

const PRIORITIES: [&str; 3] = ["low", "normal", "urgent"];

const TAGS: [&str; 8] = [
    "bug",
    "design",
    "api",
    "docs",
    "performance",
    "research",
    "q&a",
    "accessibility",
];

const PEOPLE: [&str; 6] = [
    "Ada Lovelace",
    "Grace Hopper",
    "Barbara Liskov",
    "Margaret Hamilton",
    "Radia Perlman",
    "Zoë",
];

const TITLES: [&str; 10] = [
    "Export the report as CSV",
    "Sign-in fails with a long address",
    "Terms & conditions",
    "Search",
    "Move the job queue to the new cluster before the old one is switched off",
    "Keyboard shortcuts for the editor",
    "Answer in < 100 ms",
    "Größe der Vorschaubilder",
    "Onboarding: second page",
    "Retry failed payments",
];

const SENTENCES: [&str; 12] = [
    "Customers ask for it every week.",
    "It works in the preview, not in production.",
    "See the notes of the last meeting & the two drafts.",
    "The list jumps when an item is removed while it is being dragged.",
    "Needs a decision.",
    "If n < 3, the empty state is shown; it should be shown for n < 1 only.",
    "The numbers of March are missing.",
    "Estimated at two days, without the migration.",
    "Für die Übersetzung fehlen noch drei Texte.",
    "R&D has a prototype.",
    "Blocked until the certificate is renewed.",
    "Nobody has been able to reproduce it on a slow connection so far, so please add the trace.",
];

impl Board {
    /// The board of a seed.
    #[must_use]
    pub fn new(seed: u64, cards: u32) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut columns: Vec<Column> = COLUMNS
            .into_iter()
            .map(|(key, title)| Column {
                key,
                title,
                cards: Vec::new(),
            })
            .collect();
        let first = rng.u32(1..9_000);
        for id in first..first + cards {
            columns[rng.usize(..COLUMNS.len())]
                .cards
                .push(Card::new(id, &mut rng));
        }
        Self { columns }
    }
}

impl Card {
    fn new(id: u32, rng: &mut Rng) -> Self {
        let sentences: Vec<&str> = (0..rng.usize(0..=3))
            .map(|_| pick(&SENTENCES, rng))
            .collect();
        Self {
            id,
            title: pick(&TITLES, rng).to_owned(),
            description: sentences.join(" "),
            tags: (0..rng.usize(0..=4))
                .map(|_| pick(&TAGS, rng).to_owned())
                .collect(),
            assignee: (rng.u8(..4) > 0).then(|| pick(&PEOPLE, rng).to_owned()),
            priority: pick(&PRIORITIES, rng),
            points: rng.u8(1..=13),
            late: rng.u8(..5) == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::race::Race;

    #[test]
    fn the_page_is_what_it_claims_to_be() {
        let page = KANBAN.finished(0);
        assert_eq!(page.matches("<article").count(), 120);
        assert!(
            (60_000..100_000).contains(&page.len()),
            "{} bytes",
            page.len()
        );
        for entity in ["&amp;", "&lt;"] {
            assert!(page.contains(entity), "no text has {entity}");
        }
    }
}
