//! Events that a page gets also if it was away for a moment.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;

use super::{Event, EventId};
use crate::random;

/// The last events of a stream that many pages read.
///
/// Each event gets an id, which the client sends back as `last-event-id` when it reconnects; then it is sent what it
/// missed. A page that is new, or was away for longer than the log remembers, or reads too slowly, gets a snapshot
/// instead. So nothing waits for a page but the log itself, which is shared by all.
/// <https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header>
///
/// It is for events of which each has to arrive, such as the lines of a chat. Where one takes the place of the others,
/// [`Sse::watch`](super::Sse::watch) needs no ids.
///
/// ```
/// use futures_util::StreamExt as _;
/// use starmark::sse::{EventLog, Mode, PatchElements, Selector};
///
/// let line = |text| PatchElements::new(text).selector(Selector::new("#chat")).mode(Mode::Append);
/// let all = || PatchElements::new("all lines").selector(Selector::new("#chat"));
///
/// # futures_util::FutureExt::now_or_never(async {
/// let log = EventLog::new(100);
/// let mut page = log.stream(None, all);
/// let first = page.next().await.expect("a snapshot");
/// let missed = log.send(line("Hi"));
/// drop(page);
///
/// let mut page = log.stream(first.id(), all);
/// assert_eq!(page.next().await, Some(missed));
/// # }).expect("ready");
/// ```
#[derive(Debug, Clone)]
pub struct EventLog {
    shared: Arc<Shared>,
}

struct Shared {
    /// Tells ids of this log from those of one before, such as that of the process before a deploy.
    epoch: u64,
    capacity: usize,
    events: Mutex<Events>,
    /// The number of the last event.
    last: watch::Sender<u64>,
}

#[derive(Default)]
struct Events {
    /// The events that are remembered.
    events: VecDeque<Event>,
    /// How many there were before those.
    forgotten: u64,
}

impl Events {
    /// How many there have been.
    fn count(&self) -> u64 {
        self.forgotten + self.events.len() as u64
    }
}

impl EventLog {
    /// A log that remembers the last `capacity` events.
    pub fn new(capacity: usize) -> Self {
        Self {
            shared: Arc::new(Shared {
                epoch: random::number(),
                capacity,
                events: Mutex::default(),
                last: watch::Sender::new(0),
            }),
        }
    }

    /// Sends an event to all pages, and returns it with its id, which takes the place of one that it has.
    pub fn send(&self, event: impl Into<Event>) -> Event {
        let event = event.into();
        let mut events = self.shared.events();
        let number = events.count() + 1;
        let event = event.identified(&self.shared.id(number)).shared();
        events.events.push_back(event.clone());
        while events.events.len() > self.shared.capacity {
            events.events.pop_front();
            events.forgotten += 1;
        }
        // Within the lock, so that numbers go up.
        self.shared.last.send_replace(number);
        event
    }

    /// What a page is sent: everything after the event that it saw last, if that is remembered, otherwise what
    /// `snapshot` returns; then each event as it comes.
    ///
    /// The snapshot is taken after its place in the log was noted: what happens meanwhile comes as an event, too.
    pub fn stream<E, F>(&self, last: Option<EventId>, snapshot: F) -> Following<F>
    where
        E: Into<Event>,
        F: FnMut() -> E,
    {
        let seen = last.and_then(|id| self.shared.number(&id));
        Following {
            shared: Arc::clone(&self.shared),
            changes: WatchStream::new(self.shared.last.subscribe()),
            seen,
            snapshot,
        }
    }
}

impl Shared {
    fn events(&self) -> MutexGuard<'_, Events> {
        // What a panic interrupted is a push or a pop, which are done or not.
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn id(&self, number: u64) -> EventId {
        EventId::of(format!("{:x}-{number}", self.epoch))
    }

    /// The number in an id of this log.
    fn number(&self, id: &EventId) -> Option<u64> {
        let (epoch, number) = id.as_str().split_once('-')?;
        let epoch = u64::from_str_radix(epoch, 16).ok()?;
        let number = number.parse().ok()?;
        (epoch == self.epoch && number <= self.events().count()).then_some(number)
    }

    /// The event after so many, or how many there have been, if it is forgotten.
    fn after(&self, seen: Option<u64>) -> After {
        let events = self.events();
        let place = seen.and_then(|seen| seen.checked_sub(events.forgotten));
        match place.and_then(|place| usize::try_from(place).ok()) {
            None => After::Forgotten(events.count()),
            Some(place) => events
                .events
                .get(place)
                .map_or(After::Nothing, |event| After::Event(event.clone())),
        }
    }
}

/// What comes next for a page.
enum After {
    Event(Event),
    Nothing,
    Forgotten(u64),
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("capacity", &self.capacity)
            .field("count", &self.events().count())
            .finish_non_exhaustive()
    }
}

/// The return type of [`EventLog::stream`].
#[derive(Debug)]
pub struct Following<F> {
    shared: Arc<Shared>,
    changes: WatchStream<u64>,
    /// How many events the page has seen; if nobody knows, it needs a snapshot.
    seen: Option<u64>,
    snapshot: F,
}

/// Nothing in it is pinned.
impl<F> Unpin for Following<F> {}

impl<E: Into<Event>, F: FnMut() -> E> Stream for Following<F> {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        loop {
            match self.shared.after(self.seen) {
                After::Event(event) => {
                    self.seen = self.seen.map(|seen| seen + 1);
                    return Poll::Ready(Some(event));
                }
                After::Forgotten(count) => {
                    self.seen = Some(count);
                    let snapshot = (self.snapshot)().into();
                    return Poll::Ready(Some(snapshot.identified(&self.shared.id(count))));
                }
                // The first change is the number as it is.
                After::Nothing => {
                    if ready!(Pin::new(&mut self.changes).poll_next(context)).is_none() {
                        return Poll::Ready(None);
                    }
                }
            }
        }
    }
}
