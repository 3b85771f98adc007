//! The time in which there is no connection.

use std::fmt::Display;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::mem;
use std::time::Duration;

use tokio::time::Instant;

use crate::report;

/// How long the first attempt waits; each one after it twice as long.
const SHORTEST: Duration = Duration::from_millis(100);
const LONGEST: Duration = Duration::from_secs(5);

/// Reports the first failure and the return, and says how long to wait in between.
#[derive(Debug)]
pub(super) struct Outage {
    server: &'static str,
    is_on: bool,
    delay: Duration,
    /// When there was a connection last.
    connected: Instant,
}

impl Outage {
    pub(super) fn new(server: &'static str) -> Self {
        Self {
            server,
            is_on: false,
            delay: SHORTEST,
            connected: Instant::now(),
        }
    }

    /// There is no connection, for this reason; how long to wait for the next attempt.
    pub(super) fn failed(&mut self, reason: &dyn Display) -> Duration {
        if !mem::replace(&mut self.is_on, true) {
            report::failed(&format!("no connection to {}", self.server), reason);
            // One that breaks again and again is no reason to hurry.
            if self.connected.elapsed() >= LONGEST {
                self.delay = SHORTEST;
            }
        }
        let delay = self.delay;
        self.delay = LONGEST.min(2 * delay);
        spread(delay)
    }

    /// There is a connection.
    pub(super) fn over(&mut self) {
        if mem::take(&mut self.is_on) {
            report::mended(&format!("the connection to {} is back", self.server));
        }
        self.connected = Instant::now();
    }
}

/// Between half of it and all of it, so that not all processes return at once.
fn spread(delay: Duration) -> Duration {
    // Random, as the keys of hash maps are.
    let [random, ..] = RandomState::new().build_hasher().finish().to_ne_bytes();
    let half = delay / 2;
    half + half * u32::from(random) / u32::from(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn attempts_come_later_and_later() {
        let mut outage = Outage::new("a server");
        let longest: Vec<_> = [100, 200, 400, 800, 1600, 3200, 5000, 5000].into();
        for longest in longest.into_iter().map(Duration::from_millis) {
            let delay = outage.failed(&"not there");
            assert!(delay >= longest / 2 && delay <= longest, "{delay:?}");
        }
        // A connection that does not last changes nothing, one that does begins anew.
        outage.over();
        assert!(outage.failed(&"gone") > SHORTEST);
        outage.over();
        tokio::time::advance(LONGEST).await;
        assert!(outage.failed(&"gone") <= SHORTEST);
    }
}
