//! The event that patches signals.

use serde_json::{Map, Value};

use super::frame::{Envelope, Frame, Sort};
use super::{Event, PatchError, Reply};
use crate::json::{self, SignalsError};
use crate::signals::ToSignals;

/// Patches signals: `datastar-patch-signals`.
///
/// Objects are merged, other values are replaced. `None` leaves a signal as it is;
/// [`remove`](PatchSignals::remove) deletes it.
///
/// ```
/// use starmark::sse::{Event, PatchSignals};
///
/// #[derive(starmark::Signals)]
/// struct Filter { query: String, page: Option<u32> }
///
/// let filter = Filter { query: "a/b".to_owned(), page: None };
/// assert_eq!(
///     Event::from(PatchSignals::new(&filter)?).as_str(),
///     "event: datastar-patch-signals\ndata: signals {\"query\":\"a\\u002fb\"}\n\n",
/// );
/// # Ok::<(), starmark::SignalsError>(())
/// ```
#[derive(Debug, Clone)]
pub struct PatchSignals {
    json: String,
    envelope: Envelope,
    only_if_missing: bool,
}

impl PatchSignals {
    /// Patches signals: a struct that derives [`Signals`](macro@crate::Signals), a map, or some of them by
    /// [`patch!`](crate::patch!).
    ///
    /// # Errors
    ///
    /// If the value is not an object, or holds what cannot arrive as it is: a name that is not safe, a null in
    /// an array, a number that JavaScript does not have.
    pub fn new(signals: impl ToSignals) -> Result<Self, SignalsError> {
        signals.to_json().map(Self::from_json)
    }

    /// Deletes signals by name; dots lead into objects.
    ///
    /// # Errors
    ///
    /// If a name is not one that a signal can have.
    ///
    /// ```
    /// use starmark::sse::{Event, PatchSignals};
    /// assert_eq!(
    ///     Event::from(PatchSignals::remove(&["draft", "user.name"])?).as_str(),
    ///     "event: datastar-patch-signals\ndata: signals {\"draft\":null,\"user\":{\"name\":null}}\n\n",
    /// );
    /// # Ok::<(), starmark::SignalsError>(())
    /// ```
    pub fn remove(paths: &[&str]) -> Result<Self, SignalsError> {
        let mut signals = Map::new();
        for path in paths {
            json::check_path(path)?;
            delete(&mut signals, path);
        }
        // Checked names need no escapes, so this is the JSON that signals are written in.
        Ok(Self::from_json(Value::Object(signals).to_string()))
    }

    /// Sets only signals that do not exist yet.
    pub fn only_if_missing(mut self, only_if_missing: bool) -> Self {
        self.only_if_missing = only_if_missing;
        self
    }

    /// The signals as a response of `application/json`, which the client takes as it takes the event.
    ///
    /// # Errors
    ///
    /// If there is an id or a retry: only an event stream has them.
    ///
    /// # Security
    ///
    /// What is not JSON in such a response, the client runs as a script. These signals come from the serializer.
    ///
    /// ```
    /// use starmark::sse::PatchSignals;
    ///
    /// let reply = PatchSignals::remove(&["draft"])?.into_json()?;
    /// assert_eq!(reply.body(), "{\"draft\":null}");
    /// assert_eq!(reply.headers().next(), Some(("content-type", "application/json")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn into_json(self) -> Result<Reply, PatchError> {
        self.envelope.check_empty()?;
        let reply = Reply::new("application/json", self.json);
        Ok(if self.only_if_missing {
            reply.with_header("datastar-only-if-missing", "true")
        } else {
            reply
        })
    }

    fn envelope(&mut self) -> &mut Envelope {
        &mut self.envelope
    }

    fn from_json(json: String) -> Self {
        Self {
            json,
            envelope: Envelope::default(),
            only_if_missing: false,
        }
    }
}

/// Sets the null that deletes `path`; a parent that is already deleted stays so.
fn delete(signals: &mut Map<String, Value>, path: &str) {
    match path.split_once('.') {
        None => {
            signals.insert(path.to_owned(), Value::Null);
        }
        Some((parent, rest)) => {
            let parent = signals
                .entry(parent)
                .or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(parent) = parent {
                delete(parent, rest);
            }
        }
    }
}

impl From<PatchSignals> for Event {
    fn from(patch: PatchSignals) -> Self {
        // Trusted: JSON from the serializer, which holds no line break.
        let mut frame = Frame::open(&Sort::SIGNALS, |out| {
            out.trusted(&patch.json);
        });
        let options = patch.only_if_missing.then_some(("onlyIfMissing", "true"));
        frame.close(&patch.envelope, options)
    }
}

super::frame::enveloped!(PatchSignals);
