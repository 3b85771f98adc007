//! What waits for one subscriber.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Context, Poll, Waker, ready};

use futures_core::Stream;

use super::relay::Routes;
use super::{Pattern, Topic};

/// What a subscriber is told.
///
/// ```
/// use starmark::live::{Notice, Relay, Topic};
///
/// let relay = Relay::new();
/// let mut notices = relay.subscribe(Topic::new("board"));
/// relay.publish(Topic::new("board"), "a card was moved");
/// let expected = Notice::Published { topic: Topic::new("board"), payload: "a card was moved" };
/// assert_eq!(notices.try_recv(), Some(expected));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice<T = ()> {
    /// Something was published.
    Published {
        /// What it is about.
        topic: Topic,
        /// What was sent along; most relays send nothing.
        payload: T,
    },
    /// Something may have been missed, because the subscriber was slow or another machine was out of reach: time to
    /// read everything again.
    Gap,
}

impl<T> Notice<T> {
    /// What was sent along.
    ///
    /// ```
    /// use starmark::live::{Notice, Topic};
    ///
    /// let notice = Notice::Published { topic: Topic::new("board"), payload: 7 };
    /// assert_eq!(notice.into_payload(), Some(7));
    /// assert_eq!(Notice::<i32>::Gap.into_payload(), None);
    /// ```
    pub fn into_payload(self) -> Option<T> {
        match self {
            Self::Published { payload, .. } => Some(payload),
            Self::Gap => None,
        }
    }
}

/// Shared by a subscription and its relay.
#[derive(Debug)]
pub(super) struct Inbox<T>(Mutex<Waiting<T>>);

#[derive(Debug)]
struct Waiting<T> {
    notices: VecDeque<(Topic, T)>,
    capacity: usize,
    is_latest: bool,
    has_gap: bool,
    missed: u64,
    /// The number of the last publication, of which a second pattern is no second notice.
    last: u64,
    has_ended: bool,
    waker: Option<Waker>,
}

impl<T> Inbox<T> {
    fn waiting(&self) -> MutexGuard<'_, Waiting<T>> {
        // What a panic interrupted is the drop of a payload, after the queue was changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in a publication; who is to be woken, and the payload that has no place any more.
    pub(super) fn push(
        &self,
        number: u64,
        topic: &Topic,
        payload: T,
    ) -> (Option<Waker>, Option<T>) {
        let mut waiting = self.waiting();
        if waiting.last == number {
            return (None, Some(payload));
        }
        waiting.last = number;
        let mut dropped = None;
        if waiting.is_latest
            && let Some(place) = waiting.notices.iter().position(|(other, _)| other == topic)
        {
            dropped = waiting.notices.remove(place);
        } else if waiting.notices.len() == waiting.capacity {
            dropped = waiting.notices.pop_front();
            waiting.missed += 1;
            waiting.has_gap = true;
        }
        waiting.notices.push_back((topic.clone(), payload));
        (waiting.waker.take(), dropped.map(|(_, payload)| payload))
    }

    /// Something was missed, nobody knows what.
    #[cfg(feature = "broker")]
    pub(super) fn gap(&self) -> Option<Waker> {
        let mut waiting = self.waiting();
        waiting.has_gap = true;
        waiting.waker.take()
    }

    /// Nothing comes any more.
    pub(super) fn end(&self) -> Option<Waker> {
        let mut waiting = self.waiting();
        waiting.has_ended = true;
        waiting.waker.take()
    }
}

/// Receives the notices of a [`Relay`](super::Relay): a stream, which ends when the relay's last handle is dropped.
///
/// It holds 64 notices; then the oldest make room, and a [`Notice::Gap`] says so.
///
/// ```
/// use starmark::live::{Relay, Topic};
///
/// let relay = Relay::new();
/// let mut notices = relay.subscribe(Topic::new("board"));
/// assert_eq!(notices.try_recv(), None);
/// relay.publish(Topic::new("board"), 1);
/// assert_eq!(notices.try_recv().and_then(|notice| notice.into_payload()), Some(1));
/// ```
#[derive(Debug)]
pub struct Subscription<T = ()> {
    inbox: Arc<Inbox<T>>,
    routes: Weak<Mutex<Routes<T>>>,
    patterns: Vec<Pattern>,
    number: u64,
}

impl<T> Subscription<T> {
    pub(super) fn new(routes: Weak<Mutex<Routes<T>>>, patterns: Vec<Pattern>, number: u64) -> Self {
        let waiting = Waiting {
            notices: VecDeque::new(),
            capacity: 64,
            is_latest: false,
            has_gap: false,
            missed: 0,
            last: 0,
            has_ended: false,
            waker: None,
        };
        Self {
            inbox: Arc::new(Inbox(Mutex::new(waiting))),
            routes,
            patterns,
            number,
        }
    }

    pub(super) const fn inbox(&self) -> &Arc<Inbox<T>> {
        &self.inbox
    }

    /// How many notices may wait.
    ///
    /// ```
    /// use starmark::live::{Notice, Relay, Topic};
    ///
    /// let relay = Relay::new();
    /// let mut notices = relay.subscribe(Topic::new("board")).capacity(1);
    /// relay.publish(Topic::new("board"), 1);
    /// relay.publish(Topic::new("board"), 2);
    /// assert_eq!(notices.try_recv(), Some(Notice::Gap));
    /// assert_eq!(notices.try_recv().and_then(Notice::into_payload), Some(2));
    /// ```
    ///
    /// # Panics
    ///
    /// If it is zero.
    pub fn capacity(self, capacity: usize) -> Self {
        assert!(capacity > 0, "a subscription has room for one notice");
        self.inbox.waiting().capacity = capacity;
        self
    }

    /// Of each topic, only the latest notice waits.
    ///
    /// ```
    /// use starmark::live::{Notice, Relay, Topic};
    ///
    /// let relay = Relay::new();
    /// let mut notices = relay.subscribe(Topic::new("board")).latest();
    /// relay.publish(Topic::new("board"), 1);
    /// relay.publish(Topic::new("board"), 2);
    /// assert_eq!(notices.try_recv().and_then(Notice::into_payload), Some(2));
    /// assert_eq!(notices.try_recv(), None);
    /// ```
    pub fn latest(self) -> Self {
        self.inbox.waiting().is_latest = true;
        self
    }

    /// How many notices were dropped, because nobody read them in time.
    ///
    /// ```
    /// use starmark::live::{Relay, Topic};
    ///
    /// let relay = Relay::new();
    /// let notices = relay.subscribe(Topic::new("board")).capacity(1);
    /// relay.publish(Topic::new("board"), 1);
    /// relay.publish(Topic::new("board"), 2);
    /// assert_eq!(notices.missed(), 1);
    /// ```
    pub fn missed(&self) -> u64 {
        self.inbox.waiting().missed
    }

    /// The next notice; nothing after the end of the relay.
    ///
    /// ```
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// use starmark::live::{Notice, Relay, Topic};
    ///
    /// let relay = Relay::new();
    /// let mut notices = relay.subscribe(Topic::new("board"));
    /// relay.publish(Topic::new("board"), 1);
    /// drop(relay);
    /// assert_eq!(notices.recv().await.and_then(Notice::into_payload), Some(1));
    /// assert_eq!(notices.recv().await, None);
    /// # });
    /// ```
    pub async fn recv(&mut self) -> Option<Notice<T>> {
        std::future::poll_fn(|context| self.poll(context)).await
    }

    /// The next notice, if one is there.
    ///
    /// ```
    /// use starmark::live::{Notice, Relay, Topic};
    ///
    /// let relay = Relay::new();
    /// let mut notices = relay.subscribe(Topic::new("board"));
    /// assert_eq!(notices.try_recv(), None);
    /// relay.publish(Topic::new("board"), 1);
    /// assert_eq!(notices.try_recv().and_then(Notice::into_payload), Some(1));
    /// ```
    pub fn try_recv(&mut self) -> Option<Notice<T>> {
        self.inbox.waiting().next()
    }

    /// Takes all notices at once: whether there are any, or nothing after the end of the relay.
    pub(super) fn poll_any(&self, context: &mut Context<'_>) -> Poll<Option<()>> {
        let notice = ready!(self.poll(context));
        let mut waiting = self.inbox.waiting();
        waiting.has_gap = false;
        waiting.notices.clear();
        Poll::Ready(notice.map(drop))
    }

    fn poll(&self, context: &mut Context<'_>) -> Poll<Option<Notice<T>>> {
        let mut waiting = self.inbox.waiting();
        if let Some(notice) = waiting.next() {
            return Poll::Ready(Some(notice));
        }
        if waiting.has_ended {
            return Poll::Ready(None);
        }
        waiting.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

impl<T> Waiting<T> {
    fn next(&mut self) -> Option<Notice<T>> {
        if std::mem::take(&mut self.has_gap) {
            return Some(Notice::Gap);
        }
        let (topic, payload) = self.notices.pop_front()?;
        Some(Notice::Published { topic, payload })
    }
}

impl<T> Stream for Subscription<T> {
    type Item = Notice<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Notice<T>>> {
        self.poll(context)
    }
}

impl<T> Drop for Subscription<T> {
    fn drop(&mut self) {
        if let Some(routes) = self.routes.upgrade() {
            let mut routes = routes.lock().unwrap_or_else(PoisonError::into_inner);
            routes.remove(&self.patterns, self.number);
        }
    }
}
