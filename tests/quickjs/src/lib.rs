//! The genuine Datastar client in `QuickJS`, on a page of our own making.
//!
//! A browser says what a page does; this says it thousands of times a second, so that properties can be tested:
//! the client is the unmodified file that users load, our markup comes in through html5ever, and only the page
//! around the client is a stub, in `src/browser/`. It has what the client reads and writes while it applies
//! attributes: elements, events, observers, timers and requests. It has no layout, no morphing and no strict
//! policy; those are tested in `tests/browser`.
//!
//! The page has a trap, the function `pwn`, which hostile data calls. Whoever lets it be called, or changes the
//! prototype of a built-in object, fails the test at once.

mod client;
mod engine;
pub mod hostile;
mod markup;
mod natives;
mod page;
mod value;

pub use client::{Call, Client, Line, Refusal, Request, Run};
pub use page::{Element, Page};
pub use value::Value;
