//! The practical floor: each workload written by hand, as fast as we know how.
//!
//! Nothing here is a library. Statics are merged by hand and copied with a fixed size; room is asked for once per
//! record (a card, a row, a paragraph), for its statics, 20 bytes per integer and six times the length of each
//! string; nothing after that is checked. A renderer knows from its last run how much room it needs. No code of
//! Starmark runs here.

#![expect(
    unsafe_code,
    reason = "the floor is what writes without checks take; the tests run it with checks"
)]
#![expect(
    clippy::inline_always,
    reason = "a record is one straight piece of code, as if it were written out by hand"
)]

mod article;
mod big_table;
mod escape;
mod fragments;
mod kanban;
mod nesting;
mod signals;
mod teams;
mod writer;

pub(crate) use article::article;
pub(crate) use big_table::big_table;
pub(crate) use fragments::{fragment_frames, fragments};
pub(crate) use kanban::{kanban, kanban_frame};
pub(crate) use nesting::nesting;
pub(crate) use signals::signals;
pub(crate) use teams::teams;
