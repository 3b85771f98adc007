//! States for as long as the process runs.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Entry, Key, Store, StoreError, Version};

/// Keeps states in memory: they end with the process.
///
/// ```
/// use starmark::state::{Memory, States};
///
/// let states = States::new().store(Memory::new());
/// ```
#[derive(Default)]
pub struct Memory(Mutex<Entries>);

#[derive(Default)]
struct Entries {
    entries: HashMap<Key, Kept>,
    /// With so many entries, those whose time is over are looked for.
    limit: usize,
}

struct Kept {
    entry: Entry,
    until: Option<Instant>,
}

impl Kept {
    fn is_over(&self) -> bool {
        self.until.is_some_and(|until| until <= Instant::now())
    }
}

impl Memory {
    /// A store without states.
    pub fn new() -> Self {
        Self::default()
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        // Nothing in here panics between two changes.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entries {
    fn get(&self, key: &Key) -> Option<&Entry> {
        let kept = self.entries.get(key).filter(|kept| !kept.is_over())?;
        Some(&kept.entry)
    }

    /// Each sweep costs as much as the entries since the last one, so all of them together little.
    fn sweep(&mut self) {
        if self.entries.len() > self.limit {
            self.entries.retain(|_, kept| !kept.is_over());
            self.limit = self.entries.len() * 2 + 64;
        }
    }
}

impl Store for Memory {
    async fn load(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        Ok(self.entries().get(key).cloned())
    }

    async fn save(
        &self,
        key: &Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Result<bool, StoreError> {
        let mut entries = self.entries();
        if entries.get(key).map(|entry| entry.version) != replaces {
            return Ok(false);
        }
        let until = expiry.and_then(|expiry| Instant::now().checked_add(expiry));
        entries.entries.insert(key.clone(), Kept { entry, until });
        entries.sweep();
        Ok(true)
    }

    async fn remove(&self, key: &Key) -> Result<(), StoreError> {
        self.entries().entries.remove(key);
        Ok(())
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.entries().entries.len();
        f.debug_struct("Memory")
            .field("entries", &count)
            .finish_non_exhaustive()
    }
}
