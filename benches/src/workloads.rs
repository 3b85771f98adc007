//! What is rendered: one file for each kind of input, and the table of all races.

/// The engines that have a renderer of this name, and then the ones given; `heavy` in front adds the frameworks.
macro_rules! engines {
    (heavy $renderer:ident $(, $name:literal: $other:expr)* $(,)?) => {
        engines! {
            $renderer,
            $($name: $other,)*
            #[cfg(feature = "heavy")]
            "leptos": leptos::$renderer,
            #[cfg(feature = "heavy")]
            "dioxus": dioxus::$renderer,
        }
    };
    ($renderer:ident $(, $(#[$attribute:meta])? $name:literal: $other:expr)* $(,)?) => {{
        use crate::engines::*;
        use crate::race::{BOUND, Engine, MACRO};
        &[
            Engine::new(BOUND, crate::bound::$renderer),
            Engine::new(MACRO, starmark_macro::$renderer),
            Engine::new("starmark components", starmark_components::$renderer),
            Engine::new("starmark builder", starmark_builder::$renderer),
            Engine::new("maud", maud::$renderer),
            Engine::new("hypertext", hypertext::$renderer),
            Engine::new("sailfish", sailfish::$renderer),
            Engine::new("askama", askama::$renderer),
            Engine::new("vy", vy::$renderer),
            Engine::new("markup", markup::$renderer),
            Engine::new("minijinja", minijinja::$renderer),
            Engine::new("tera", tera::$renderer),
            $($(#[$attribute])? Engine::new($name, $other),)*
        ]
    }};
}

pub mod article;
pub mod big_table;
pub mod fragments;
pub mod kanban;
pub mod nesting;
pub mod signals;
pub mod teams;

use crate::race::Race;

/// All races, in the order of the report.
pub const RACES: [&dyn Race; 10] = [
    &big_table::BIG_TABLE,
    &teams::TEAMS,
    &kanban::KANBAN,
    &kanban::FRAME,
    &signals::SIGNALS,
    &nesting::NESTING,
    &fragments::MARKUP,
    &fragments::FRAMES,
    &article::HEAVY,
    &article::FREE,
];

/// One of several, by chance.
fn pick<T: Copy>(from: &[T], rng: &mut fastrand::Rng) -> T {
    from[rng.usize(..from.len())]
}
