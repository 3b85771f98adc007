//! What the tests of the wire read replies with, written from the standards.

pub(crate) mod css;
pub(crate) mod dom;
pub(crate) mod sse;
