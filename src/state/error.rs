//! Why a state cannot be read or changed.

use std::error::Error;
use std::fmt;

use super::StoreError;
use crate::SignalsError;
use crate::route::Refusal;
use crate::signals::ReadSignalsError;

/// Why a state cannot be read or changed; as a reply, one line with its status.
///
/// The details of 500 and 503 are for the log: its [`source`](Error::source).
///
/// ```
/// use starmark::state::StateError;
/// assert_eq!(StateError::NotSignedIn.to_string(), "sign in first");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum StateError {
    /// An argument of an event is missing or wrong: 400.
    Arguments(Refusal),
    /// The signals of the page cannot be read: 400, 403, 413, 415 or 422.
    Signals(ReadSignalsError),
    /// The state belongs to a user, and nobody has signed in: 401.
    NotSignedIn,
    /// There is no such state, event or record: 404.
    Unknown,
    /// The address takes another method: 405.
    Method,
    /// Others changed the state at the same time, again and again: 409.
    Conflict,
    /// The state belongs to a record, which has an id: ask [`States::record`](super::States::record) for it.
    NotARecord,
    /// The browser keeps the state, so the server cannot change it unless it is asked: 500.
    InBrowser,
    /// [`States`](super::States) is no layer of this router: 500.
    NoStates,
    /// An event takes an [`App`](super::App) of this type, which [`States::app`](super::States::app) was not given: 500.
    NoApp(&'static str),
    /// What the state holds cannot become JSON or signals, or what the store holds is another type: 500.
    Value(Box<dyn Error + Send + Sync>),
    /// The store does not work: 503.
    Store(StoreError),
}

impl StateError {
    /// The HTTP status of the reply.
    ///
    /// ```
    /// use starmark::state::StateError;
    /// assert_eq!(StateError::NotSignedIn.status(), 401);
    /// assert_eq!(StateError::Conflict.status(), 409);
    /// ```
    pub fn status(&self) -> u16 {
        match self {
            Self::Arguments(refusal) => refusal.status(),
            Self::Signals(error) => error.status(),
            Self::NotSignedIn => 401,
            Self::Unknown => 404,
            Self::Method => 405,
            Self::Conflict => 409,
            Self::NotARecord
            | Self::InBrowser
            | Self::NoStates
            | Self::NoApp(_)
            | Self::Value(_) => 500,
            Self::Store(_) => 503,
        }
    }
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Arguments(refusal) => return refusal.fmt(f),
            Self::Signals(error) => return error.fmt(f),
            Self::NotSignedIn => "sign in first",
            Self::Unknown => "there is no such state or event",
            Self::Method => "this address takes another method",
            Self::Conflict => "others changed this at the same time: try again",
            Self::NotARecord => "the state of a record needs the record's id",
            Self::InBrowser => "this state is kept by the browser",
            Self::NoApp(of) => {
                return write!(
                    f,
                    "the states were given no `{of}`: add it by `States::app`"
                );
            }
            Self::NoStates => "the router lacks the layer `States`",
            Self::Value(_) => "the state cannot be read or written",
            Self::Store(_) => "the state is out of reach: try again later",
        })
    }
}

impl Error for StateError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Arguments(refusal) => refusal.source(),
            Self::Signals(error) => error.source(),
            Self::Value(error) | Self::Store(error) => Some(&**error),
            _ => None,
        }
    }
}

impl From<Refusal> for StateError {
    fn from(refusal: Refusal) -> Self {
        Self::Arguments(refusal)
    }
}

impl From<ReadSignalsError> for StateError {
    fn from(error: ReadSignalsError) -> Self {
        Self::Signals(error)
    }
}

impl From<SignalsError> for StateError {
    fn from(error: SignalsError) -> Self {
        Self::Value(error.into())
    }
}

impl From<serde_json::Error> for StateError {
    fn from(error: serde_json::Error) -> Self {
        Self::Value(error.into())
    }
}
