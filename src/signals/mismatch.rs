//! Why a value that the page sent is not the one that a type expects.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use crate::json::Path;

/// Why signals are not what a type expects, with the path of the one that is not.
///
/// It is the [`source`](Error::source) of a [`ReadSignalsError`](super::ReadSignalsError), for the log.
///
/// ```
/// use std::error::Error as _;
/// use starmark::Signals;
/// use starmark::signals::from_body;
///
/// #[derive(Debug, Signals)]
/// struct Ui { open: bool }
/// #[derive(Debug, Signals)]
/// struct Page { ui: Ui }
///
/// let error = from_body::<Page>(br#"{"ui":{"open":"yes"}}"#).unwrap_err();
/// assert_eq!(error.source().unwrap().to_string(), "signal `ui.open` is not `true` or `false`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    path: Path,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    Missing,
    Expected(Cow<'static, str>),
    Custom(String),
}

impl Mismatch {
    /// The signal, as in `user.scores[2]`; empty for all signals as a whole.
    pub fn path(&self) -> &str {
        self.path.as_str()
    }

    /// A signal that is not there.
    pub fn missing() -> Self {
        Problem::Missing.into()
    }

    /// A signal that is something else; `expected` goes on behind "is not".
    pub fn expected(expected: impl Into<Cow<'static, str>>) -> Self {
        Problem::Expected(expected.into()).into()
    }

    /// What serde says.
    pub(super) fn custom(error: &impl fmt::Display) -> Self {
        Problem::Custom(error.to_string()).into()
    }

    /// The same, one object further out.
    pub fn in_member(mut self, name: &str) -> Self {
        self.path.enter_member(name);
        self
    }

    /// The same, one array further out.
    pub fn in_item(mut self, index: usize) -> Self {
        self.path.enter_item(index);
        self
    }
}

impl From<Problem> for Mismatch {
    fn from(problem: Problem) -> Self {
        Self {
            path: Path::default(),
            problem,
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str("the value "),
            path => write!(f, "signal `{path}` "),
        }?;
        match &self.problem {
            Problem::Missing => f.write_str("is missing"),
            Problem::Expected(expected) => write!(f, "is not {expected}"),
            Problem::Custom(message) => write!(f, "does not deserialise: {message}"),
        }
    }
}

impl Error for Mismatch {}
