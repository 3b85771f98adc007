//! Several events as one reply.

use std::fmt;
use std::vec;

use super::Event;

/// Events in the order in which the client applies them.
///
/// ```
/// use starmark::sse::{Events, PatchElements, Selector};
///
/// let events = Events::new()
///     .and(PatchElements::remove(Selector::new("#a")))
///     .and(PatchElements::remove(Selector::new("#b")));
/// assert_eq!(events.len(), 2);
/// assert!(events.to_string().ends_with("data: selector #b\ndata: mode remove\n\n"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Events(Vec<Event>);

impl Events {
    /// No events.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds an event.
    pub fn and(mut self, event: impl Into<Event>) -> Self {
        self.0.push(event.into());
        self
    }

    /// The number of events.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no events.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All frames, one after the other, as they go over the wire.
    pub fn into_string(self) -> String {
        let mut events = self.0.into_iter().map(Event::into_string);
        // A single event, the usual case, moves.
        let mut frames = events.next().unwrap_or_default();
        events.for_each(|event| frames.push_str(&event));
        frames
    }
}

impl fmt::Display for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|event| f.write_str(event.as_str()))
    }
}

impl IntoIterator for Events {
    type Item = Event;
    type IntoIter = vec::IntoIter<Event>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<E: Into<Event>> FromIterator<E> for Events {
    fn from_iter<I: IntoIterator<Item = E>>(events: I) -> Self {
        Self(events.into_iter().map(Into::into).collect())
    }
}

impl<E: Into<Event>> Extend<E> for Events {
    fn extend<I: IntoIterator<Item = E>>(&mut self, events: I) {
        self.0.extend(events.into_iter().map(Into::into));
    }
}
