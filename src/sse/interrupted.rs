//! How a body ends that shall be asked for again.

use std::error::Error;
use std::fmt;

/// The error that a body ends with when its stream is given up: the page shall reconnect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interrupted;

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the event stream was given up, so that the page reconnects")
    }
}

impl Error for Interrupted {}

/// For bodies that are read like a file.
impl From<Interrupted> for std::io::Error {
    fn from(interrupted: Interrupted) -> Self {
        Self::other(interrupted)
    }
}
