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
mod event_id;
mod events;
mod fragment;
mod frame;
mod mode;
mod navigation;
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
pub use event_id::EventId;
pub use events::Events;
pub use mode::{Mode, Namespace};
pub use navigation::{Destination, External, History};
pub use patch::Patch;
pub use reply::Reply;
pub use script::ExecuteScript;
pub use selector::{IntoSelector, Selector};
#[cfg(feature = "json")]
pub use signals::PatchSignals;
#[cfg(feature = "stream")]
pub use stream::{Interrupted, Sse};

use std::fmt;

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

/// One complete frame of an event stream, with the blank line that ends it.
///
/// [`PatchElements`], [`PatchSignals`] and [`ExecuteScript`] turn into one; nothing else can make one.
///
/// ```
/// use starmark::PreEscaped;
/// use starmark::sse::{Event, PatchElements};
///
/// let event = Event::from(PatchElements::new(PreEscaped("<p id=\"a\">1\r2</p>")));
/// assert_eq!(
///     event.as_str(),
///     "event: datastar-patch-elements\ndata: elements <p id=\"a\">1\ndata: elements 2</p>\n\n",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event(String);

impl Event {
    /// How large a checked frame may be: 1 MiB.
    ///
    /// Larger frames take the client seconds to apply.
    pub const LIMIT: usize = 1 << 20;

    /// The frame as it goes over the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The frame as an owned string.
    pub fn into_string(self) -> String {
        self.0
    }

    /// The event itself, if the frame is at most `limit` bytes.
    ///
    /// # Errors
    ///
    /// If the frame is larger.
    ///
    /// ```
    /// use starmark::sse::{Event, PatchElements};
    ///
    /// let event = Event::from(PatchElements::new("long"));
    /// assert_eq!(event.clone().within(Event::LIMIT), Ok(event.clone()));
    /// assert!(event.within(10).is_err());
    /// ```
    pub fn within(self, limit: usize) -> Result<Self, PatchError> {
        match self.0.len() {
            size if size > limit => Err(PatchError::TooLarge { size, limit }),
            _ => Ok(self),
        }
    }
}

impl AsRef<str> for Event {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Event> for String {
    fn from(event: Event) -> Self {
        event.0
    }
}

#[cfg(feature = "stream")]
impl From<Event> for bytes::Bytes {
    fn from(event: Event) -> Self {
        event.0.into()
    }
}
