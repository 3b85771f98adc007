//! What Starmark reads: templates, and the code in the attributes of Datastar.
//!
//! The macros read both while a program is compiled, its tools read them in files and in finished pages. This is a part of
//! the [`starmark`](https://docs.rs/starmark) crate, with no interface of its own: it changes as that needs it.
#![allow(
    missing_docs,
    missing_debug_implementations,
    reason = "an implementation detail: names say it, and sentences stand where they do not"
)]
#![allow(
    clippy::missing_errors_doc,
    reason = "all errors are mistakes of a template"
)]

#[cfg(feature = "template")]
pub mod errors;
pub mod known;
pub mod name;
pub mod script;
#[cfg(feature = "template")]
pub mod template;
