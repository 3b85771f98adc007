//! How much compression saves.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts of bytes before and after compression.
///
/// A clone is a handle to the same counts. [`Compression::totals`](super::Compression::totals) has those of all
/// responses; those of one stand in the extensions of the response, and go on while it is sent.
///
/// ```
/// use starmark::compression::{Compression, Metrics};
///
/// let totals: Metrics = Compression::new().totals();
/// assert_eq!((totals.bytes_in(), totals.bytes_out()), (0, 0));
/// ```
#[derive(Clone, Default)]
pub struct Metrics(Arc<Counts>);

#[derive(Default)]
struct Counts {
    bytes_in: AtomicU64,
    bytes_out: AtomicU64,
}

impl Metrics {
    /// The bytes that came from bodies.
    pub fn bytes_in(&self) -> u64 {
        self.0.bytes_in.load(Ordering::Relaxed)
    }

    /// The bytes that went on, compressed.
    pub fn bytes_out(&self) -> u64 {
        self.0.bytes_out.load(Ordering::Relaxed)
    }

    pub(super) fn count(&self, bytes_in: usize, bytes_out: usize) {
        let Counts {
            bytes_in: sum_in,
            bytes_out: sum_out,
        } = &*self.0;
        sum_in.fetch_add(bytes_in as u64, Ordering::Relaxed);
        sum_out.fetch_add(bytes_out as u64, Ordering::Relaxed);
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics")
            .field("bytes_in", &self.bytes_in())
            .field("bytes_out", &self.bytes_out())
            .finish()
    }
}
