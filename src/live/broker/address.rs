//! An address that leads to no server.

use std::error::Error;
use std::fmt::{self, Display};

/// What is wrong with the address of a server, and what to write instead.
///
/// It does not repeat the address, which may have a password in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressError(String);

impl AddressError {
    pub(crate) fn new(what: &str, reason: &dyn Display, instead: &str) -> Self {
        Self(format!("{what}: {reason}; {instead}"))
    }
}

impl Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for AddressError {}
