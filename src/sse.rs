//! Events that the Datastar client reads, framed for the wire.
//!
//! An [`Event`] is always one complete frame: whatever is sent, in whichever framework, is these bytes. They
//! are written in one place, where CR, LF and CRLF all end a line, so that no text can leave its field.
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html>,
//! <https://data-star.dev/reference/sse_events>

mod console;
mod dispatch;
mod elements;
mod error;
mod event;
mod event_id;
mod events;
mod fragment;
mod frame;
#[cfg(any(feature = "http", feature = "stream"))]
mod interrupted;
#[cfg(feature = "stream")]
mod log;
mod mode;
mod navigation;
#[cfg(feature = "datastar")]
mod official;
mod patch;
mod reply;
mod roots;
mod script;
mod selector;
#[cfg(feature = "json")]
mod signals;
#[cfg(feature = "stream")]
mod stream;

pub use dispatch::DispatchEvent;
pub use elements::PatchElements;
pub use error::PatchError;
pub use event::Event;
pub use event_id::EventId;
pub use events::Events;
#[cfg(any(feature = "http", feature = "stream"))]
pub use interrupted::Interrupted;
#[cfg(feature = "stream")]
pub use log::{EventLog, Following};
pub use mode::{Mode, Namespace};
pub use navigation::{Destination, External, History};
pub use patch::Patch;
pub use reply::{NoContent, Reply};
pub use script::ExecuteScript;
pub use selector::{IntoSelector, Selector};
#[cfg(feature = "json")]
pub use signals::PatchSignals;
#[cfg(feature = "stream")]
pub use stream::{Changed, Closed, Latest, Sender, Sse};

/// The headers of every reply that carries events: name and value, in lower case.
///
/// `x-accel-buffering` keeps nginx from holding events back.
///
/// ```
/// assert_eq!(starmark::sse::HEADERS[0], ("content-type", "text/event-stream"));
/// ```
pub const HEADERS: [(&str, &str); 3] = [
    ("content-type", "text/event-stream"),
    ("cache-control", "no-cache"),
    ("x-accel-buffering", "no"),
];
