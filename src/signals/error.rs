//! Why the signals of a request are refused.

use std::error::Error;
use std::fmt;

/// Why the signals of a request are refused.
///
/// Its text is for the reply: it repeats nothing of the request and says nothing about the program. What the
/// type did not take is its [`source`](Error::source), for the log: a [`Mismatch`](super::Mismatch).
///
/// ```
/// use std::error::Error as _;
/// use starmark::signals::from_body;
///
/// let error = from_body::<std::collections::BTreeMap<String, u8>>(b"{\"age\":\"<b>\"}").unwrap_err();
/// assert_eq!(error.status(), 422);
/// assert_eq!(error.to_string(), "the signals do not have the expected shape");
/// assert!(error.source().is_some());
/// ```
#[derive(Debug)]
pub struct ReadSignalsError {
    status: u16,
    text: &'static str,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl ReadSignalsError {
    /// The HTTP status of the reply: 400, 403, 413, 415 or 422.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The body is larger than allowed (413); for adapters that read it.
    pub fn too_large() -> Self {
        Self::new(413, "the signals are too large")
    }

    /// The body could not be read (400); for adapters that read it.
    pub fn interrupted(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
            ..Self::new(400, "the request ended early")
        }
    }

    pub(super) fn json(source: serde_json::Error) -> Self {
        Self {
            source: Some(source.into()),
            ..Self::new(400, "the signals are not valid JSON")
        }
    }

    pub(super) fn number() -> Self {
        Self::new(400, "the signals hold a number that is out of range")
    }

    pub(super) fn depth() -> Self {
        Self::new(400, "the signals nest too deeply")
    }

    pub(super) fn query() -> Self {
        Self::new(
            400,
            "the query parameter `datastar` is not encoded properly, or not the only one",
        )
    }

    pub(super) fn cross_site() -> Self {
        Self::new(403, "a request from another site cannot send signals")
    }

    pub(super) fn not_datastar() -> Self {
        Self::new(403, "signals in a body need the header `datastar-request`")
    }

    pub(super) fn media_type() -> Self {
        Self::new(415, "signals in a body are `application/json`")
    }

    pub(super) fn not_an_object() -> Self {
        Self::new(422, "the signals are not an object")
    }

    pub(crate) fn shape(source: super::Mismatch) -> Self {
        Self {
            source: Some(source.into()),
            ..Self::new(422, "the signals do not have the expected shape")
        }
    }

    fn new(status: u16, text: &'static str) -> Self {
        Self {
            status,
            text,
            source: None,
        }
    }
}

impl fmt::Display for ReadSignalsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl Error for ReadSignalsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
