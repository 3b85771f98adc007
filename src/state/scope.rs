//! Whose state it is.

use std::fmt;

use serde_json::Value;

use crate::live::Topic;

use super::{Key, State};

/// Whose state it is: who shares one value of it.
///
/// ```
/// use starmark::state::Scope;
/// assert_eq!(Scope::default(), Scope::Session);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// One browser: all of its pages, and no other browser.
    #[default]
    Session,
    /// One user who is signed in, in all browsers.
    User,
    /// One of many things that have an id, such as a ticket: whoever may see it.
    Record,
    /// Everybody.
    Global,
}

impl Scope {
    /// The scope as it stands in a [`Key`].
    ///
    /// ```
    /// use starmark::state::Scope;
    /// assert_eq!(Scope::Record.as_str(), "record");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::User => "user",
            Self::Record => "record",
            Self::Global => "global",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The one of a scope that a value belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Owner {
    Session(String),
    /// The browser that keeps it, whose sessions come and go.
    Browser,
    User(String),
    Record(String),
    Global,
}

impl Owner {
    /// Which one of its type it is, as pages say that they follow it: there are several of records only.
    pub(super) fn which(&self) -> Value {
        match self {
            Self::Record(id) => Value::String(id.clone()),
            _ => Value::Bool(true),
        }
    }

    /// Where the value of a state is kept, and told about.
    pub(super) fn key<T: State>(&self) -> Key {
        let scope = Topic::new(T::NAME).with(T::SCOPE);
        Key::new(match self {
            Self::Session(id) | Self::User(id) | Self::Record(id) => scope.with(id),
            Self::Browser => Topic::new(T::NAME),
            Self::Global => scope,
        })
    }
}
