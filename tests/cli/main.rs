//! The binary, as it is called: what it prints, what it changes, and how it ends.

#[path = "../support/package.rs"]
mod package;

mod check;
mod command;
mod convert;
mod corpus;
mod fmt;
mod guide;
mod page;
mod program;
mod templates;
