//! The id of an event.

use std::fmt;

use super::PatchError;

/// The id of an event, which the client sends back as `last-event-id` when it reconnects.
///
/// Visible ASCII only: it travels in a header, and an id that no header can hold would keep the page from
/// ever reconnecting.
///
/// ```
/// use starmark::sse::EventId;
///
/// assert_eq!(EventId::new("42")?.as_str(), "42");
/// assert!(EventId::new("42\ndata: x").is_err());
/// # Ok::<(), starmark::sse::PatchError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EventId(String);

impl EventId {
    /// Checks an id.
    ///
    /// # Errors
    ///
    /// If the id is empty, or not visible ASCII throughout.
    pub fn new(id: impl Into<String>) -> Result<Self, PatchError> {
        let id = id.into();
        if !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(id))
        } else {
            Err(PatchError::EventId)
        }
    }

    /// An id that is known to be one.
    #[cfg(feature = "stream")]
    pub(super) const fn of(id: String) -> Self {
        Self(id)
    }

    /// The id as a string slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<u64> for EventId {
    fn from(number: u64) -> Self {
        Self(itoa::Buffer::new().format(number).to_owned())
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
