//! A page that follows a state.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::change::Snapshot;
use super::{Current, State, StateError, Version};
use crate::live::{Notice, Subscription};
use crate::report;
use crate::sse::Event;

/// The signals of a state, and what changes in them: a stream of events.
pub(super) struct Follow<T> {
    notices: Subscription<Snapshot>,
    current: Current<T>,
    /// What the page has to be sent at first.
    first: Option<Snapshot>,
    /// What the page has.
    shown: Option<Snapshot>,
    reading: Option<Reading<T>>,
}

type Reading<T> = Pin<Box<dyn Future<Output = Result<Current<T>, StateError>> + Send>>;

impl<T: State> Follow<T> {
    /// From the version that the page has, if there is one; the notices began before the state was read.
    pub(super) fn new(
        notices: Subscription<Snapshot>,
        current: Current<T>,
        since: Option<u64>,
    ) -> Result<Self, StateError> {
        let first = current.snapshot()?;
        let has_it = since.is_some() && since.map(Version::from) == first.version;
        let (shown, first) = if has_it {
            (Some(first), None)
        } else {
            (None, Some(first))
        };
        Ok(Self {
            notices: notices.latest(),
            current,
            first,
            shown,
            reading: None,
        })
    }

    /// What is new for the page.
    fn show(&mut self, snapshot: Snapshot) -> Result<Option<Event>, StateError> {
        let patch = match &self.shown {
            None => Some(snapshot.whole()?),
            // Something older may arrive late.
            Some(shown) if snapshot.version < shown.version => return Ok(None),
            Some(shown) => snapshot.since(shown),
        };
        self.shown = Some(snapshot);
        Ok(patch.map(Into::into))
    }

    fn poll_snapshot(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Snapshot, StateError>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        loop {
            if let Some(reading) = &mut self.reading {
                let current = ready!(reading.as_mut().poll(context));
                self.reading = None;
                return Poll::Ready(Some(current.and_then(|current| current.snapshot())));
            }
            match ready!(Pin::new(&mut self.notices).poll_next(context)) {
                Some(Notice::Published { payload, .. }) => return Poll::Ready(Some(Ok(payload))),
                Some(Notice::Gap) => self.reading = Some(read(self.current.clone())),
                None => return Poll::Ready(None),
            }
        }
    }
}

fn read<T: State>(mut current: Current<T>) -> Reading<T> {
    Box::pin(async move {
        current.reload().await?;
        Ok(current)
    })
}

/// Nothing in it is pinned.
impl<T> Unpin for Follow<T> {}

impl<T: State> Stream for Follow<T> {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        loop {
            let Some(snapshot) = ready!(self.poll_snapshot(context)) else {
                return Poll::Ready(None);
            };
            match snapshot.and_then(|snapshot| self.show(snapshot)) {
                Ok(Some(event)) => return Poll::Ready(Some(event)),
                Ok(None) => {}
                Err(error) => {
                    let source = std::error::Error::source(&error);
                    report::failed(
                        "a page cannot follow a state",
                        &source.map_or(error.to_string(), ToString::to_string),
                    );
                    return Poll::Ready(None);
                }
            }
        }
    }
}
