//! The usual reply of a handler: some elements, some signals.

use super::{Event, Events, IntoSelector, Mode, PatchElements};
#[cfg(feature = "json")]
use crate::json::SignalsError;
use crate::render::Render;
#[cfg(feature = "json")]
use crate::signals::ToSignals;

/// A reply put together from patches; whatever has no method here goes in with [`and`](Patch::and).
///
/// ```
/// use starmark::PreEscaped;
/// use starmark::sse::{Patch, Selector};
///
/// let patch = Patch::new()
///     .elements(PreEscaped("<p id=\"a\">1</p>"))
///     .inner(Selector::new("#count"), 2)
///     .signals(&std::collections::BTreeMap::from([("query", "")]))?;
/// assert_eq!(
///     patch.into_string(),
///     "event: datastar-patch-elements\ndata: elements <p id=\"a\">1</p>\n\n\
///      event: datastar-patch-elements\ndata: selector #count\ndata: mode inner\ndata: elements 2\n\n\
///      event: datastar-patch-signals\ndata: signals {\"query\":\"\"}\n\n",
/// );
/// # Ok::<(), starmark::SignalsError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Patch(Events);

impl Patch {
    /// A reply that changes nothing.
    pub const fn new() -> Self {
        Self(Events::new())
    }

    /// Morphs elements into the places that their ids name.
    pub fn elements(self, elements: impl Render) -> Self {
        self.and(PatchElements::new(elements))
    }

    /// Morphs the children of the target.
    pub fn inner(self, target: impl IntoSelector, elements: impl Render) -> Self {
        self.at(target, Mode::Inner, elements)
    }

    /// Adds elements after the children of the target.
    pub fn append(self, target: impl IntoSelector, elements: impl Render) -> Self {
        self.at(target, Mode::Append, elements)
    }

    /// Removes the target.
    pub fn remove(self, target: impl IntoSelector) -> Self {
        self.and(PatchElements::remove(target))
    }

    /// Patches signals: a struct that derives [`Signals`](macro@crate::Signals), a map, or some of them by
    /// [`patch!`](crate::patch!).
    ///
    /// # Errors
    ///
    /// As [`PatchSignals::new`](super::PatchSignals::new).
    #[cfg(feature = "json")]
    pub fn signals(self, signals: impl ToSignals) -> Result<Self, SignalsError> {
        Ok(self.and(super::PatchSignals::new(signals)?))
    }

    /// Adds any event.
    pub fn and(self, event: impl Into<Event>) -> Self {
        Self(self.0.and(event))
    }

    /// All frames, one after the other, as they go over the wire.
    pub fn into_string(self) -> String {
        self.0.into_string()
    }

    fn at(self, target: impl IntoSelector, mode: Mode, elements: impl Render) -> Self {
        self.and(PatchElements::new(elements).selector(target).mode(mode))
    }
}

/// All frames, one after the other, as they go over the wire.
impl std::fmt::Display for Patch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Patch> for Events {
    fn from(patch: Patch) -> Self {
        patch.0
    }
}

/// The events, one by one.
impl IntoIterator for Patch {
    type Item = Event;
    type IntoIter = <Events as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
