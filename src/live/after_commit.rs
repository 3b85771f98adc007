//! Nothing is announced that was rolled back.

use super::{Relay, Topic};

/// What is published when a transaction has been committed; dropped before that, it is never published.
///
/// ```
/// use starmark::live::{Relay, Topic};
///
/// const ORDERS: Topic = Topic::new("orders");
/// # struct Transaction;
/// # impl Transaction { fn commit(self) -> Result<(), &'static str> { Err("disk full") } }
///
/// fn order(transaction: Transaction, relay: &Relay) -> Result<(), &'static str> {
///     let mut notices = relay.after_commit();
///     notices.publish(ORDERS, ());
///     transaction.commit()?;
///     notices.committed();
///     Ok(())
/// }
///
/// let relay = Relay::new();
/// let mut orders = relay.subscribe(ORDERS);
/// assert!(order(Transaction, &relay).is_err());
/// assert_eq!(orders.try_recv(), None);
/// ```
#[derive(Debug)]
#[must_use = "nothing is published before `committed` is called"]
pub struct AfterCommit<T: Clone = ()> {
    relay: Relay<T>,
    notices: Vec<(Topic, T)>,
}

impl<T: Clone> AfterCommit<T> {
    pub(super) const fn new(relay: Relay<T>) -> Self {
        Self {
            relay,
            notices: Vec::new(),
        }
    }

    /// Adds a publication.
    pub fn publish(&mut self, topic: impl Into<Topic>, payload: T) {
        self.notices.push((topic.into(), payload));
    }

    /// Publishes everything, in order.
    pub fn committed(self) {
        for (topic, payload) in self.notices {
            self.relay.publish(topic, payload);
        }
    }
}
