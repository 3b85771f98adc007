//! Who is told what has changed.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;

#[cfg(feature = "broker")]
use super::broker::{Broker, Link, Outgoing};
use super::inbox::Inbox;
use super::{AfterCommit, Pattern, Patterns, Subscription, Topic};

/// Tells all who asked for it that something has changed.
///
/// A clone is the same relay. Publishing never waits: not for a subscriber, each of which has a queue of its own in
/// which new notices replace the oldest, and not for an executor, so it works in any thread. What one thread publishes
/// arrives in its order. A relay tells its own process; over a broker, the others, too.
///
/// ```
/// use starmark::live::{Notice, Relay, Topic};
///
/// const ROOMS: Topic = Topic::new("rooms");
///
/// let relay = Relay::new();
/// let mut room = relay.subscribe(ROOMS.with(7));
/// let mut rooms = relay.subscribe([ROOMS.with(7).into(), ROOMS.and_below()]);
/// relay.publish(ROOMS.with(7), "Hello");
/// let notice = Notice::Published { topic: ROOMS.with(7), payload: "Hello" };
/// assert_eq!(room.try_recv(), Some(notice.clone()));
/// assert_eq!((rooms.try_recv(), rooms.try_recv()), (Some(notice), None));
/// ```
pub struct Relay<T = ()> {
    shared: Arc<Shared<T>>,
}

pub(super) struct Shared<T> {
    routes: Arc<Mutex<Routes<T>>>,
    #[cfg(feature = "broker")]
    others: Option<Outgoing<T>>,
}

/// Which inboxes are for which topics.
#[derive(Debug)]
pub(super) struct Routes<T> {
    exact: HashMap<String, Inboxes<T>>,
    below: HashMap<String, Inboxes<T>>,
    all: Inboxes<T>,
    /// How many publications and subscriptions there have been.
    count: u64,
    /// Kept for its room.
    wakers: Vec<Waker>,
}

/// By the numbers of their subscriptions, which go up.
type Inboxes<T> = Vec<(u64, Arc<Inbox<T>>)>;

impl<T> Relay<T> {
    /// A relay within this process.
    pub fn new() -> Self {
        Self {
            shared: Arc::new(Shared {
                routes: Arc::default(),
                #[cfg(feature = "broker")]
                others: None,
            }),
        }
    }

    /// Receives what is published from now on: once, also if several patterns match.
    pub fn subscribe(&self, topics: impl Into<Patterns>) -> Subscription<T> {
        let patterns: Vec<_> = topics.into().into_iter().collect();
        let mut routes = self.shared.routes();
        routes.count += 1;
        let number = routes.count;
        let weak = Arc::downgrade(&self.shared.routes);
        let subscription = Subscription::new(weak, patterns.clone(), number);
        for pattern in &patterns {
            let inbox = Arc::clone(subscription.inbox());
            routes.inboxes(pattern).push((number, inbox));
        }
        subscription
    }

    /// How many subscriptions there are for what is published under this topic.
    pub fn subscribers(&self, topic: &Topic) -> usize {
        let mut numbers: Vec<u64> = Vec::new();
        self.shared
            .routes()
            .visit(topic, |number, _| numbers.push(number));
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len()
    }
}

#[cfg(feature = "broker")]
impl<T> Relay<T>
where
    T: Clone + Send + serde::Serialize + serde::de::DeserializeOwned + 'static,
{
    /// A relay of all processes that have the same broker: each hears what the others publish.
    ///
    /// Subscribers in this process are told at once, whether the broker is in reach or not. After a time in which it
    /// was not, all subscribers of all processes get a [`Notice::Gap`](super::Notice::Gap), so that every page is
    /// rendered again. The order of what two processes publish may differ between processes.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime, in which the connection runs until the relay is dropped.
    pub fn over(broker: impl Broker) -> Self {
        let (others, messages) = Outgoing::new();
        let shared = Arc::new(Shared {
            routes: Arc::default(),
            others: Some(others),
        });
        let link = Link::new(messages, &shared);
        tokio::spawn(broker.run(link));
        Self { shared }
    }
}

impl<T: Clone> Relay<T> {
    /// Sends a payload to all who subscribed to the topic.
    pub fn publish(&self, topic: impl Into<Topic>, payload: T) {
        let topic = topic.into();
        self.shared.deliver(&topic, &payload);
        #[cfg(feature = "broker")]
        if let Some(others) = &self.shared.others {
            others.send(&topic, &payload);
        }
    }

    /// Collects what is to be published when a transaction has been committed, and not if it has not.
    pub fn after_commit(&self) -> AfterCommit<T> {
        AfterCommit::new(self.clone())
    }
}

impl Relay {
    /// Tells all who subscribed to the topic to read it again.
    pub fn notify(&self, topic: impl Into<Topic>) {
        self.publish(topic, ());
    }
}

impl<T> Shared<T> {
    fn routes(&self) -> MutexGuard<'_, Routes<T>> {
        // A panic can only come from the clone or the drop of a payload, between two changes.
        self.routes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells all subscribers that they may have missed something.
    #[cfg(feature = "broker")]
    pub(super) fn gap(&self) {
        let mut wakers = Vec::new();
        self.routes().each(|inbox| wakers.extend(inbox.gap()));
        self.wake(wakers);
    }

    /// The state of the connection to the others.
    #[cfg(feature = "broker")]
    pub(super) const fn others(&self) -> Option<&Outgoing<T>> {
        self.others.as_ref()
    }

    /// Wakes subscribers without holding the lock, which they may want.
    fn wake(&self, mut wakers: Vec<Waker>) {
        wakers.drain(..).for_each(Waker::wake);
        self.routes().wakers = wakers;
    }
}

impl<T: Clone> Shared<T> {
    pub(super) fn deliver(&self, topic: &Topic, payload: &T) {
        let mut routes = self.routes();
        routes.count += 1;
        let number = routes.count;
        let mut wakers = std::mem::take(&mut routes.wakers);
        routes.visit(topic, |_, inbox| {
            let (waker, dropped) = inbox.push(number, topic, payload.clone());
            wakers.extend(waker);
            drop(dropped);
        });
        drop(routes);
        self.wake(wakers);
    }
}

impl<T> Default for Routes<T> {
    fn default() -> Self {
        Self {
            exact: HashMap::new(),
            below: HashMap::new(),
            all: Vec::new(),
            count: 0,
            wakers: Vec::new(),
        }
    }
}

impl<T> Routes<T> {
    fn inboxes(&mut self, pattern: &Pattern) -> &mut Inboxes<T> {
        match pattern {
            Pattern::Exact(topic) => self.exact.entry(topic.as_str().to_owned()).or_default(),
            Pattern::Below(topic) => self.below.entry(topic.as_str().to_owned()).or_default(),
            Pattern::All => &mut self.all,
        }
    }

    /// Calls `visit` for each pattern that matches, so for some inboxes several times.
    fn visit(&self, topic: &Topic, mut visit: impl FnMut(u64, &Inbox<T>)) {
        let below = topic.and_above().filter_map(|text| self.below.get(text));
        let found = below
            .chain(self.exact.get(topic.as_str()))
            .chain([&self.all]);
        for (number, inbox) in found.flatten() {
            visit(*number, inbox);
        }
    }

    /// Forgets a subscription.
    pub(super) fn remove(&mut self, patterns: &[Pattern], number: u64) {
        for pattern in patterns {
            let inboxes = self.inboxes(pattern);
            if let Ok(place) = inboxes.binary_search_by_key(&number, |(number, _)| *number) {
                inboxes.remove(place);
            }
            if inboxes.is_empty() {
                match pattern {
                    Pattern::Exact(topic) => drop(self.exact.remove(topic.as_str())),
                    Pattern::Below(topic) => drop(self.below.remove(topic.as_str())),
                    Pattern::All => {}
                }
            }
        }
    }

    fn each(&self, mut visit: impl FnMut(&Inbox<T>)) {
        let below = self.below.values();
        let lists = self.exact.values().chain(below).chain([&self.all]);
        lists.flatten().for_each(|(_, inbox)| visit(inbox));
    }
}

/// Subscribers learn that nothing comes any more.
impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        let mut wakers = Vec::new();
        self.routes().each(|inbox| wakers.extend(inbox.end()));
        wakers.into_iter().for_each(Waker::wake);
    }
}

impl<T> Clone for Relay<T> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
        }
    }
}

impl<T> Default for Relay<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for Relay<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Relay").finish_non_exhaustive()
    }
}
