//! Why a test cannot go on.

use std::fmt;

/// Why a test cannot go on: what is wrong, where, and what to write instead.
///
/// Its `Debug` is the message, too, so that `?` and `unwrap` in a test print it as it is.
pub struct Error(Box<str>);

impl Error {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self(message.into().into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
