//! One event, framed.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::{EventId, PatchError};

/// One complete frame of an event stream, with the blank line that ends it.
///
/// [`PatchElements`](super::PatchElements), [`PatchSignals`](super::PatchSignals) and
/// [`ExecuteScript`](super::ExecuteScript) turn into one; nothing else can make one.
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
#[derive(Debug, Clone)]
pub struct Event(Frame);

/// The bytes of an event.
#[derive(Debug, Clone)]
enum Frame {
    /// For one reader.
    Owned(String),
    /// For many.
    Shared(Arc<str>),
}

impl Event {
    /// How large a checked frame may be: 1 MiB.
    ///
    /// Larger frames take the client seconds to apply.
    pub const LIMIT: usize = 1 << 20;

    /// A finished frame.
    pub(super) const fn framed(frame: String) -> Self {
        Self(Frame::Owned(frame))
    }

    /// The frame as it goes over the wire.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Frame::Owned(frame) => frame,
            Frame::Shared(frame) => frame,
        }
    }

    /// The frame as an owned string.
    pub fn into_string(self) -> String {
        match self.0 {
            Frame::Owned(frame) => frame,
            Frame::Shared(frame) => frame.as_ref().to_owned(),
        }
    }

    /// The same event for many readers: a clone is the same bytes, which are sent without a copy.
    ///
    /// ```
    /// use starmark::sse::{Event, PatchElements, Selector};
    ///
    /// let event = Event::from(PatchElements::remove(Selector::new("#a"))).shared();
    /// assert_eq!(event.clone().as_str().as_ptr(), event.as_str().as_ptr());
    /// ```
    pub fn shared(self) -> Self {
        match self.0 {
            Frame::Owned(frame) => Self(Frame::Shared(frame.into())),
            Frame::Shared(_) => self,
        }
    }

    /// The id that the event leaves behind, if it has one.
    ///
    /// ```
    /// use starmark::sse::{Event, EventId, PatchElements};
    ///
    /// let id = EventId::new("42")?;
    /// let event = Event::from(PatchElements::new("text").event_id(id.clone()));
    /// assert_eq!(event.id(), Some(id));
    /// # Ok::<(), starmark::sse::PatchError>(())
    /// ```
    pub fn id(&self) -> Option<EventId> {
        let (_, options) = self.as_str().split_once('\n')?;
        let (id, _) = options.strip_prefix("id: ")?.split_once('\n')?;
        EventId::new(id).ok()
    }

    /// The event with this id.
    #[cfg(any(feature = "datastar", feature = "stream"))]
    pub(super) fn identified(self, id: &EventId) -> Self {
        let frame = self.as_str();
        let Some((name, mut rest)) = frame.split_once('\n') else {
            return self;
        };
        if let Some((_, behind)) = rest.strip_prefix("id: ").and_then(|id| id.split_once('\n')) {
            rest = behind;
        }
        Self::framed([name, "\nid: ", id.as_str(), "\n", rest].concat())
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
        match self.as_str().len() {
            size if size > limit => Err(PatchError::TooLarge { size, limit }),
            _ => Ok(self),
        }
    }
}

impl AsRef<str> for Event {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Event {}

impl Hash for Event {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Event> for String {
    fn from(event: Event) -> Self {
        event.into_string()
    }
}

#[cfg(any(feature = "http", feature = "stream"))]
impl From<Event> for bytes::Bytes {
    fn from(event: Event) -> Self {
        struct Shared(Arc<str>);

        impl AsRef<[u8]> for Shared {
            fn as_ref(&self) -> &[u8] {
                self.0.as_bytes()
            }
        }

        match event.0 {
            Frame::Owned(frame) => frame.into(),
            Frame::Shared(frame) => Self::from_owner(Shared(frame)),
        }
    }
}

/// As it goes over the wire.
#[cfg(feature = "json")]
impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Only one whole frame is an event.
#[cfg(feature = "json")]
impl<'de> serde::Deserialize<'de> for Event {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let frame = <String as serde::Deserialize>::deserialize(deserializer)?;
        if is_frame(&frame) {
            Ok(Self::framed(frame))
        } else {
            Err(serde::de::Error::custom("not the frame of an event"))
        }
    }
}

/// Whether a text is what an event writes: fields in lines, and the blank line at the end.
#[cfg(feature = "json")]
fn is_frame(text: &str) -> bool {
    let is_field = |line: &str| {
        ["id: ", "retry: ", "data: "]
            .iter()
            .any(|field| line.starts_with(field))
    };
    let Some(lines) = text.strip_suffix("\n\n") else {
        return false;
    };
    let mut lines = lines.split('\n');
    lines.next().is_some_and(|name| name.starts_with("event: "))
        && lines.all(is_field)
        && !text.contains(['\r', '\0'])
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;

    #[test]
    fn an_event_travels_as_its_frame() {
        let event = Event::from(crate::sse::PatchElements::new("a\nb"));
        let json = serde_json::to_string(&event).expect("text");
        assert_eq!(
            serde_json::from_str::<Event>(&json).expect("a frame"),
            event
        );
        for text in [
            "",
            "event: a",
            "event: a\n",
            "data: a\n\n",
            "event: a\ndata: b\n\ndata: c\n\n",
            "event: a\ndata: b\rdata: c\n\n",
            "event: a\n: comment\n\n",
        ] {
            let json = serde_json::to_string(text).expect("text");
            assert!(serde_json::from_str::<Event>(&json).is_err(), "{text:?}");
        }
    }
}
