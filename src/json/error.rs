//! Why a value cannot be sent as signals.

use std::error::Error;
use std::fmt;

use super::Path;

/// Why a value cannot be sent as signals: what is wrong, where, and what to write instead.
///
/// ```
/// # #[derive(starmark::Signals)] struct Order { id: u64 }
/// # #[derive(starmark::Signals)] struct Page { orders: Vec<Order> }
/// use starmark::sse::PatchSignals;
///
/// let error = PatchSignals::new(&Page { orders: vec![Order { id: u64::MAX }] }).unwrap_err();
/// assert_eq!(error.path(), "orders[0].id");
/// assert_eq!(
///     error.to_string(),
///     "signal `orders[0].id` is 18446744073709551615, which JavaScript would round (it is exact up to \
///      9007199254740991): send it as a string",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalsError {
    path: Path,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    NotAnObject,
    Nothing,
    NotFinite,
    Integer(String),
    Key,
    Depth,
    Custom(String),
}

impl SignalsError {
    /// The field, as in `user.scores[2]`; empty for the value as a whole.
    pub fn path(&self) -> &str {
        self.path.as_str()
    }

    pub(crate) fn not_an_object() -> Self {
        Problem::NotAnObject.into()
    }

    pub(super) fn nothing() -> Self {
        Problem::Nothing.into()
    }

    pub(super) fn not_finite() -> Self {
        Problem::NotFinite.into()
    }

    pub(super) fn integer(integer: &impl fmt::Display) -> Self {
        Problem::Integer(integer.to_string()).into()
    }

    pub(super) fn key(key: &str) -> Self {
        Self::from(Problem::Key).in_member(key)
    }

    pub(super) fn depth() -> Self {
        Problem::Depth.into()
    }

    /// The same error, one object further out.
    pub(crate) fn in_member(mut self, key: &str) -> Self {
        self.path.enter_member(key);
        self
    }

    /// The same error, one array further out.
    pub(super) fn in_item(mut self, index: usize) -> Self {
        self.path.enter_item(index);
        self
    }
}

impl From<Problem> for SignalsError {
    fn from(problem: Problem) -> Self {
        Self {
            path: Path::default(),
            problem,
        }
    }
}

impl fmt::Display for SignalsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str("the value "),
            path => write!(f, "signal `{path}` "),
        }?;
        self.problem.fmt(f)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAnObject => "is not an object: signals are a struct or a map from names to values",
            Self::Nothing => "is null, which deletes a signal: leave it out, or remove it by name",
            Self::NotFinite => "is not a finite number, which JSON cannot say: send a string or leave it out",
            Self::Key => {
                "has a name that is not safe: write letters, digits and single underscores, beginning with a \
                 letter or one underscore, and no name that objects already have (`#[serde(rename)]` changes it)"
            }
            Self::Depth => "nests deeper than 64 levels: flatten it",
            Self::Integer(integer) => return write_integer(integer, f),
            Self::Custom(message) => return write!(f, "does not serialise: {message}"),
        })
    }
}

fn write_integer(integer: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(
        f,
        "is {integer}, which JavaScript would round (it is exact up to 9007199254740991): send it as a string"
    )
}

impl Error for SignalsError {}

impl serde::ser::Error for SignalsError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Problem::Custom(message.to_string()).into()
    }
}
