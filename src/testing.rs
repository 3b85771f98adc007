//! What tests of pages ask, whatever template engine made them.

mod client;
mod cookies;
mod decode;
mod document;
mod error;
mod layout;
mod page;
mod pretty;
mod pretty_events;
mod received;
mod response;
mod snapshot;

pub use client::Client;
pub use decode::decode;
pub use document::Document;
pub use error::Error;
pub use insta;
pub use page::Page;
pub use pretty::pretty;
pub use pretty_events::pretty_events;
pub use received::{ElementsPatch, Message, Received, SignalsPatch, parse_events};
pub use response::{EventStream, Response};
pub use snapshot::Snapshot;
#[doc(hidden)]
pub use snapshot::printed;
