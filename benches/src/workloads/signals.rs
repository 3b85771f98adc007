//! A form with signals: `data-signals` as JSON, and attributes of Datastar on nearly every element.
//!
//! The values of the signals need no escapes in JSON beyond the quotes around them, because engines without
//! knowledge of JSON and Starmark escape differently what does.

use fastrand::Rng;
use serde::Serialize;
use starmark::Signals;

use super::pick;
use crate::race::Workload;

/// The race.
pub const SIGNALS: Workload<Form> = Workload {
    name: "signals",
    about: "A form with signals as JSON, and 20 people with Datastar attributes.",
    input: Form::new,
    engines: engines!(signals),
};

/// A page with a form and a list.
#[derive(Debug, Clone, Serialize)]
pub struct Form {
    /// What the page knows.
    pub signals: FormSignals,
    /// The options.
    pub roles: Vec<Role>,
    /// The list.
    pub people: Vec<Person>,
}

/// The signals of the page.
#[derive(Debug, Clone, Serialize, Signals)]
#[expect(missing_docs, reason = "they are the fields of the form")]
pub struct FormSignals {
    pub query: String,
    pub name: String,
    pub email: String,
    pub role: String,
    pub page: u32,
    pub selected: u32,
    pub open: bool,
    pub busy: bool,
}

/// What a person can be.
#[derive(Debug, Clone, Serialize)]
pub struct Role {
    /// What the form sends.
    pub key: &'static str,
    /// What the page says.
    pub title: &'static str,
}

/// Somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    /// What they are called in addresses.
    pub id: u32,
    /// What they are called.
    pub name: String,
    /// Where they can be reached.
    pub email: String,
}

const ROLES: [(&str, &str); 4] = [
    ("admin", "Administrator"),
    ("editor", "Editor"),
    ("reader", "Reader & guest"),
    ("none", "None"),
];

const FIRST: [&str; 8] = [
    "Ada",
    "Grace",
    "Barbara",
    "Margaret",
    "Radia",
    "Zoë",
    "Katherine",
    "Jo",
];

const LAST: [&str; 6] = [
    "Lovelace",
    "Hopper",
    "Liskov",
    "Hamilton",
    "Perlman",
    "Marks & Spencer",
];

const QUERIES: [&str; 4] = ["", "ada", "all of them", "hamilton and perlman"];

impl Form {
    /// The form of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let people: Vec<Person> = (0..20).map(|_| Person::new(&mut rng)).collect();
        Self {
            signals: FormSignals {
                query: pick(&QUERIES, &mut rng).to_owned(),
                name: pick(&FIRST, &mut rng).to_owned(),
                email: String::new(),
                role: pick(&ROLES, &mut rng).0.to_owned(),
                page: rng.u32(1..30),
                selected: people[rng.usize(..people.len())].id,
                open: rng.bool(),
                busy: rng.bool(),
            },
            roles: ROLES.map(|(key, title)| Role { key, title }).to_vec(),
            people,
        }
    }
}

impl Person {
    fn new(rng: &mut Rng) -> Self {
        let (first, last) = (pick(&FIRST, rng), pick(&LAST, rng));
        Self {
            id: rng.u32(1..20_000),
            name: format!("{first} {last}"),
            email: format!("{}@example.org", first.to_lowercase()),
        }
    }
}
