//! How much memory all encoders together may take.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

/// The memory that the open encoders of one or several [`Compression`](super::Compression)s share.
///
/// While it is used up, new streams go uncompressed. Clones are handles to the same budget.
///
/// ```
/// use starmark::compression::{Budget, Compression};
///
/// let budget = Budget::new(64 << 20);
/// let compression = Compression::new().budget(&budget);
/// assert_eq!((budget.limit(), budget.used()), (67_108_864, 0));
/// ```
#[derive(Clone)]
pub struct Budget(Arc<Account>);

struct Account {
    limit: usize,
    used: AtomicUsize,
}

/// The budget of the process: 256 MiB.
static PROCESS: LazyLock<Budget> = LazyLock::new(|| Budget::new(256 << 20));

impl Budget {
    /// A budget of `limit` bytes.
    pub fn new(limit: usize) -> Self {
        let used = AtomicUsize::new(0);
        Self(Arc::new(Account { limit, used }))
    }

    /// The budget that everything in this process shares if it is not told otherwise: 256 MiB.
    pub fn of_process() -> Self {
        PROCESS.clone()
    }

    /// The bytes that there are in all.
    pub fn limit(&self) -> usize {
        self.0.limit
    }

    /// The bytes that open encoders take now.
    pub fn used(&self) -> usize {
        self.0.used.load(Ordering::Relaxed)
    }

    /// Sets `size` bytes aside, if they are left.
    pub(super) fn reserve(&self, size: usize) -> Option<Reservation> {
        let within = |used: usize| used.checked_add(size).filter(|sum| *sum <= self.0.limit);
        let used = &self.0.used;
        used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, within)
            .ok()?;
        let budget = self.clone();
        Some(Reservation { budget, size })
    }
}

impl fmt::Debug for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Budget")
            .field("limit", &self.limit())
            .field("used", &self.used())
            .finish()
    }
}

/// Memory set aside for an encoder, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Reservation {
    budget: Budget,
    size: usize,
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.budget.0.used.fetch_sub(self.size, Ordering::Relaxed);
    }
}
