//! Streams of fewer events.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use pin_project_lite::pin_project;

use crate::sse::Event;

/// After so many events at once, a stream lets others run.
const TURN: usize = 128;

pin_project! {
    /// The return type of [`Sse::latest`](super::Sse::latest).
    #[derive(Debug)]
    pub struct Latest<S> {
        #[pin]
        stream: S,
        has_ended: bool,
    }
}

impl<S> Latest<S> {
    pub(super) const fn new(stream: S) -> Self {
        Self {
            stream,
            has_ended: false,
        }
    }
}

impl<S: Stream> Stream for Latest<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let mut this = self.project();
        let mut latest = None;
        for _ in 0..TURN {
            if *this.has_ended {
                break;
            }
            match this.stream.as_mut().poll_next(context) {
                Poll::Ready(Some(event)) => latest = Some(event),
                Poll::Ready(None) => *this.has_ended = true,
                Poll::Pending if latest.is_none() => return Poll::Pending,
                // It will wake the task, which asks for more after this event.
                Poll::Pending => break,
            }
        }
        Poll::Ready(latest)
    }
}

pin_project! {
    /// The return type of [`Sse::changed`](super::Sse::changed).
    #[derive(Debug)]
    pub struct Changed<S> {
        #[pin]
        stream: S,
        sent: Option<Event>,
    }
}

impl<S> Changed<S> {
    pub(super) const fn new(stream: S) -> Self {
        Self { stream, sent: None }
    }
}

impl<S: Stream<Item: Into<Event>>> Stream for Changed<S> {
    type Item = Event;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        let mut this = self.project();
        for _ in 0..TURN {
            let Some(event) = ready!(this.stream.as_mut().poll_next(context)) else {
                return Poll::Ready(None);
            };
            let event = event.into().shared();
            if this.sent.as_ref() != Some(&event) {
                *this.sent = Some(event.clone());
                return Poll::Ready(Some(event));
            }
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
