//! What is told to those who run the program, and never to those who use it.

use std::fmt::Display;

/// A request was refused, for this reason. Without `tracing`, development reads it on standard error.
#[cfg(all(feature = "http", feature = "json"))]
pub(crate) fn refused(status: u16, reason: &dyn Display) {
    #[cfg(feature = "tracing")]
    tracing::debug!(target: "starmark", status, %reason, "refused a request");
    #[cfg(not(feature = "tracing"))]
    if cfg!(debug_assertions) {
        eprintln!("starmark: {status}: {reason}");
    }
}

/// Something went wrong that only the program can mend.
#[cfg(feature = "stream")]
pub(crate) fn failed(what: &str, reason: &dyn Display) {
    #[cfg(feature = "tracing")]
    tracing::error!(target: "starmark", %reason, "{what}");
    #[cfg(not(feature = "tracing"))]
    eprintln!("starmark: {what}: {reason}");
}

/// Something panicked that the rest of the program outlives.
#[cfg(feature = "stream")]
pub(crate) fn panicked(what: &str, panic: &(dyn std::any::Any + Send)) {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    failed(what, &text.unwrap_or("without a message"));
}

/// What went wrong has come right by itself.
#[cfg(any(feature = "nats", feature = "redis"))]
pub(crate) fn mended(what: &str) {
    #[cfg(feature = "tracing")]
    tracing::info!(target: "starmark", "{what}");
    #[cfg(not(feature = "tracing"))]
    eprintln!("starmark: {what}");
}
