//! Why a request does not fit its route.

use std::error::Error;
use std::fmt;

/// Why the arguments in an address are refused: a reply of one line, with the status 400 or 405.
///
/// It names the argument, and repeats nothing of the request; what serde found is its source.
#[derive(Debug)]
pub struct Refusal {
    text: Text,
    source: Option<Box<dyn Error + Send + Sync>>,
}

#[derive(Debug)]
enum Text {
    Method,
    Path,
    Missing(&'static str),
    Wrong(&'static str),
}

impl Refusal {
    /// The request has another method.
    #[doc(hidden)]
    pub fn method() -> Self {
        Text::Method.into()
    }

    /// The path cannot be read.
    #[doc(hidden)]
    pub fn path() -> Self {
        Text::Path.into()
    }

    pub(super) fn missing(name: &'static str) -> Self {
        Text::Missing(name).into()
    }

    pub(super) fn wrong(
        name: &'static str,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self {
            text: Text::Wrong(name),
            source: Some(source.into()),
        }
    }

    /// The HTTP status of the reply.
    pub fn status(&self) -> u16 {
        match self.text {
            Text::Method => 405,
            Text::Path | Text::Missing(_) | Text::Wrong(_) => 400,
        }
    }
}

impl From<Text> for Refusal {
    fn from(text: Text) -> Self {
        Self { text, source: None }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text {
            Text::Method => f.write_str("this address takes another method"),
            Text::Path => f.write_str("the address cannot be read"),
            Text::Missing(name) => write!(f, "the address lacks `{name}`"),
            Text::Wrong(name) => write!(f, "the address has no valid `{name}`"),
        }
    }
}

impl Error for Refusal {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
