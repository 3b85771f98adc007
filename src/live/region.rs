//! A stream of what a page shows.

use std::collections::VecDeque;
use std::fmt;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{Notice, Patterns, Relay, Subscription, View};
use crate::report;
use crate::sse::Event;

/// The parts of a page, as they are and whenever they change: a stream of events for [`Sse`](crate::sse::Sse).
///
/// Each part, a region, has a view, which reads the state and renders it, and the topics after whose notices it does so
/// again. A region subscribes before its first view, so that nothing falls between the two. What the page shows
/// already is not sent again: of markup all or nothing, of several events those that are new. Notices that arrive while
/// a view is under way, or while the page reads slowly, are answered by one view after that.
///
/// Begin with one region for the whole page, which the client morphs; split it when you have measured that it is too
/// large.
///
/// A view that fails is reported, and ends the stream: the page reconnects, later and later, and begins anew.
///
/// ```
/// use futures_util::StreamExt as _;
/// use starmark::live::{Live, Relay, Topic};
/// use starmark::prelude::*;
/// use starmark::sse::{Event, PatchElements, Selector};
///
/// const TICKETS: Topic = Topic::new("tickets");
/// const TOASTS: Topic = Topic::new("toasts");
///
/// let (changes, toasts) = (Relay::<()>::new(), Relay::new());
/// let mut page = Live::new()
///     .region(&changes, TICKETS, async || html! { main #board { "…" } })
///     .region(&changes, TICKETS.and_below(), async || html! { p #counts { "3 open" } })
///     .events(&toasts, TOASTS.with("ada"));
/// # futures_util::FutureExt::now_or_never(async {
/// assert!(page.next().await.expect("an event").as_str().contains("board"));
/// assert!(page.next().await.expect("an event").as_str().contains("counts"));
///
/// // A command that works on in the background says how it ended.
/// let toast = PatchElements::new("Not saved").selector(Selector::new("#toasts"));
/// toasts.publish(TOASTS.with("ada"), Event::from(toast.clone()));
/// assert_eq!(page.next().await, Some(toast.into()));
/// # }).expect("ready");
/// ```
#[derive(Default)]
pub struct Live {
    regions: Vec<Pin<Box<dyn Stream<Item = Event> + Send>>>,
    /// Whose turn it is.
    next: usize,
}

impl Live {
    /// A page that shows nothing yet.
    pub const fn new() -> Self {
        Self {
            regions: Vec::new(),
            next: 0,
        }
    }

    /// Adds a part of the page: `view` is called, on a clone of it, at once and after each notice.
    pub fn region<T, F, A>(self, relay: &Relay<T>, topics: impl Into<Patterns>, view: F) -> Self
    where
        T: Send + 'static,
        F: FnOnce() -> A + Clone + Send + 'static,
        A: Future<Output: View> + Send + 'static,
    {
        self.stream(Region {
            subscription: relay.subscribe(topics),
            view,
            under_way: Box::pin(None),
            is_first: true,
            shown: Vec::new(),
            fresh: VecDeque::new(),
        })
    }

    /// Adds events that are sent along with notices, such as messages for the user.
    pub fn events(self, relay: &Relay<Event>, topics: impl Into<Patterns>) -> Self {
        self.stream(Payloads(relay.subscribe(topics)))
    }

    /// Adds any other stream of events.
    pub fn stream(mut self, events: impl Stream<Item = Event> + Send + 'static) -> Self {
        self.regions.push(Box::pin(events));
        self
    }
}

impl Stream for Live {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        let count = self.regions.len();
        for _ in 0..count {
            let place = self.next % count;
            self.next = place + 1;
            if let Poll::Ready(event) = self.regions[place].as_mut().poll_next(context) {
                if event.is_none() {
                    // The page is to come back for all of it.
                    self.regions.clear();
                }
                return Poll::Ready(event);
            }
        }
        if count == 0 {
            Poll::Ready(None)
        } else {
            Poll::Pending
        }
    }
}

impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Live")
            .field("regions", &self.regions.len())
            .finish_non_exhaustive()
    }
}

/// One part of a page.
struct Region<T, F, A> {
    subscription: Subscription<T>,
    view: F,
    /// The view that is being made; the box stays for the next one.
    under_way: Pin<Box<Option<A>>>,
    /// Whether no view has been made yet.
    is_first: bool,
    shown: Vec<Event>,
    fresh: VecDeque<Event>,
}

/// The view that is being made is pinned where it is.
impl<T, F, A> Unpin for Region<T, F, A> {}

impl<T, F, A> Stream for Region<T, F, A>
where
    F: FnOnce() -> A + Clone,
    A: Future<Output: View>,
{
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        loop {
            if let Some(event) = self.fresh.pop_front() {
                return Poll::Ready(Some(event));
            }
            if self.under_way.is_none() {
                if !mem::take(&mut self.is_first)
                    && ready!(self.subscription.poll_any(context)).is_none()
                {
                    return Poll::Ready(None);
                }
                let view = self.view.clone()();
                self.under_way.set(Some(view));
            }
            if let Some(view) = self.under_way.as_mut().as_pin_mut() {
                let view = ready!(view.poll(context));
                self.under_way.set(None);
                if let Err(error) = self.show(view) {
                    report::failed("a view of a live page failed", &error);
                    return Poll::Ready(None);
                }
            }
        }
    }
}

impl<T, F, A> Region<T, F, A> {
    fn show(&mut self, view: impl View) -> Result<(), String> {
        let events: Vec<_> = view.into_events()?.into_iter().map(Event::shared).collect();
        let is_new = |event: &&Event| !self.shown.contains(event);
        self.fresh = events.iter().filter(is_new).cloned().collect();
        self.shown = events;
        Ok(())
    }
}

/// What is sent along with notices.
struct Payloads(Subscription<Event>);

impl Stream for Payloads {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        loop {
            match ready!(Pin::new(&mut self.0).poll_next(context)) {
                Some(Notice::Published { payload, .. }) => return Poll::Ready(Some(payload)),
                Some(Notice::Gap) => {}
                None => return Poll::Ready(None),
            }
        }
    }
}
