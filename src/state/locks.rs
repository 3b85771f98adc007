//! One at a time: changes of the same value in this process.
//!
//! The versions of a store already keep updates from being lost. The locks keep the tasks of one process from
//! trying in vain, so that only processes compete.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{Mutex as Queue, OwnedMutexGuard};

use super::Key;

type Queues = Arc<Mutex<HashMap<Key, Arc<Queue<()>>>>>;

#[derive(Debug, Clone, Default)]
pub(super) struct Locks(Queues);

/// The turn of one task; the next has its turn when it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    queues: Queues,
    key: Key,
    guard: Option<OwnedMutexGuard<()>>,
}

impl Locks {
    /// Waits for a turn, in the order of the calls.
    pub(super) async fn turn(&self, key: &Key) -> Turn {
        let queue = {
            let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(queues.entry(key.clone()).or_default())
        };
        // Made first, so that a task that stops waiting cleans up, too.
        let mut turn = Turn {
            queues: Arc::clone(&self.0),
            key: key.clone(),
            guard: None,
        };
        turn.guard = Some(queue.lock_owned().await);
        turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        self.guard = None;
        // Whoever waits holds the queue, too.
        if let Some(queue) = queues.get(&self.key)
            && Arc::strong_count(queue) == 1
        {
            queues.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;
    use crate::live::Topic;

    #[tokio::test]
    async fn one_at_a_time_and_nothing_is_left() {
        let locks = Locks::default();
        let key = Key::new(Topic::new("a"));
        let first = locks.turn(&key).await;
        let mut second = Box::pin(locks.turn(&key));
        let mut third = Box::pin(locks.turn(&key));
        assert!((&mut second).now_or_never().is_none());
        assert!((&mut third).now_or_never().is_none());
        drop(second);
        drop(first);
        drop(third.await);
        assert!(locks.0.lock().expect("no panic").is_empty());
    }
}
