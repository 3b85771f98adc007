//! A language client that asks rust-analyzer about a project that uses Starmark.
//!
//! `server` starts it and speaks the protocol, `project` writes a fixture and builds it, `text` finds places in a
//! source and applies edits to it, and `session` is an editor with one file open.

mod project;
mod server;
mod session;
mod text;

pub use project::Project;
pub use server::Server;
pub use session::Session;
pub use text::{applied, place};
