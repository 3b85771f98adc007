//! Waiting for something to become true, with an end to the patience.
//!
//! A page changes some time after its cause. A test that sleeps is slow or wrong; these
//! functions look again every few milliseconds and say what they waited for when they give up.

use std::thread;
use std::time::{Duration, Instant};

/// Between two looks: short beside any limit, long beside the price of one look.
const PAUSE: Duration = Duration::from_millis(20);

/// What a page may take on a loaded machine; a healthy one needs a small part of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Waits for `condition` with the usual patience.
#[track_caller]
pub fn eventually(what: &str, condition: impl FnMut() -> bool) -> Duration {
    until(what, PATIENCE, condition)
}

/// Waits for `condition` no longer than `limit`, and tells how long it took.
///
/// # Panics
///
/// Panics with `what` when the limit has passed.
#[track_caller]
pub fn until(what: &str, limit: Duration, mut condition: impl FnMut() -> bool) -> Duration {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < limit, "after {limit:?} still not: {what}");
        thread::sleep(PAUSE);
    }
    start.elapsed()
}
