//! Event streams as response bodies.
//!
//! To the client a clean end is final: it never comes back. So a body whose stream ends fails, which drops the
//! connection, and the page reconnects; ending for good is what [`Sse::finish`] says. Nothing is buffered here:
//! the next event is asked for when the last one has been taken. But servers do buffer, and drop what they hold
//! when a body fails, so failing waits a moment for the last events to leave.

mod adapt;
mod source;

pub use adapt::{Changed, Latest};
pub use source::{Closed, Sender};

use std::fmt;
use std::future::{Future, Pending};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame};
use pin_project_lite::pin_project;
use tokio::time::{Sleep, sleep};

use super::{Event, Interrupted};

/// A comment, which the client ignores and every proxy takes for a sign of life.
const KEEP_ALIVE: Bytes = Bytes::from_static(b":\n\n");

/// How long the last events have to leave the server before the body fails.
const FLUSH: Duration = Duration::from_millis(50);

pin_project! {
    /// A stream of events as the body of a response.
    ///
    /// When the stream ends the body fails on purpose, so that the page reconnects: after a deploy, after a
    /// panic, after any mistake. [`finish`](Sse::finish) makes the end a clean one, after which the page does
    /// not come back.
    ///
    /// A comment goes out after every 15 seconds of silence. The stream is dropped as soon as the client has
    /// gone or the stream has ended, and it is never polled after its end. A panic in it is logged, and ends nothing
    /// but this body.
    ///
    /// Besides any [`Stream`], it sends what comes from a [channel](Sse::channel), the values of a
    /// [`watch`](Sse::watch), and something [every](Sse::every) few seconds. It needs tokio's timer, which every tokio
    /// runtime for servers has.
    ///
    /// A browser opens six connections to a host over HTTP/1.1, and each open stream is one of them: have one stream
    /// for each page, or HTTP/2.
    ///
    /// ```
    /// use futures_util::{StreamExt as _, stream};
    /// use starmark::PreEscaped;
    /// use starmark::sse::{PatchElements, Sse};
    ///
    /// let counts = stream::iter(1..=3);
    /// let events = counts.map(|n| PatchElements::new(PreEscaped(format!("<b id=n>{n}</b>"))));
    /// let response = Sse::new(events).finish();
    /// assert!(!http_body::Body::is_end_stream(&response));
    /// ```
    pub struct Sse<S, U = Pending<()>> {
        // `None` after the end, so that what the stream holds is let go at once.
        #[pin]
        stream: Option<S>,
        #[pin]
        until: U,
        // Runs while nothing is sent.
        #[pin]
        timer: Option<Sleep>,
        keep_alive: Duration,
        clean_end: bool,
        failing: bool,
    }
}

impl<S> Sse<S> {
    /// Sends `stream`, whose items turn into events.
    pub fn new(stream: S) -> Self {
        Self {
            stream: Some(stream),
            until: std::future::pending(),
            timer: None,
            keep_alive: Duration::from_secs(15),
            clean_end: false,
            failing: false,
        }
    }

    /// Fails the body when `shutdown` resolves, so that open streams do not hold up a graceful shutdown.
    ///
    /// The pages reconnect, to the next process.
    pub fn until<U: Future>(self, shutdown: U) -> Sse<S, U> {
        self.map(|stream, _| (stream, shutdown))
    }
}

impl<S, U> Sse<S, U> {
    /// Sets after how much silence a comment is sent; zero means never.
    pub fn keep_alive(mut self, silence: Duration) -> Self {
        self.keep_alive = silence;
        self
    }

    /// Sends only the last of several events that are there: what the page shows is not older than what it could show,
    /// however slowly it reads.
    ///
    /// It is for events of which each takes the place of those before, such as a whole board. While the reader is
    /// behind, nothing is asked of the stream, so its source has to be bounded: a `watch` or a `broadcast` channel is.
    pub fn latest(self) -> Sse<Latest<S>, U> {
        self.map(|stream, until| (stream.map(Latest::new), until))
    }

    /// Leaves out an event that is, byte for byte, the one that was sent before it.
    ///
    /// ```
    /// use futures_util::{StreamExt as _, stream};
    /// use starmark::sse::{Event, PatchElements, Selector, Sse};
    ///
    /// let count = Selector::new("#count");
    /// let counts = stream::iter([1, 1, 2]).map(move |n| PatchElements::new(n).selector(count.clone()));
    /// let response = Sse::new(counts).changed();
    /// # let body = http_body_util::BodyExt::collect(response.finish());
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    /// # let text = runtime.block_on(body)?.to_bytes();
    /// # assert_eq!(text.windows(5).filter(|text| text == b"event").count(), 2);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn changed(self) -> Sse<Changed<S>, U> {
        self.map(|stream, until| (stream.map(Changed::new), until))
    }

    /// Another stream, or another end of it, with the same settings.
    fn map<T, V>(self, change: impl FnOnce(Option<S>, U) -> (Option<T>, V)) -> Sse<T, V> {
        let (stream, until) = change(self.stream, self.until);
        Sse {
            stream,
            until,
            timer: self.timer,
            keep_alive: self.keep_alive,
            clean_end: self.clean_end,
            failing: self.failing,
        }
    }

    /// Ends the body cleanly when the stream ends: the page does not reconnect.
    pub fn finish(mut self) -> Self {
        self.clean_end = true;
        self
    }

    /// Whether the end of the stream is a clean end of the body.
    #[cfg(feature = "http")]
    pub(crate) fn finishes(&self) -> bool {
        self.clean_end
    }
}

impl<S: Stream<Item: Into<Event>>, U: Future> Body for Sse<S, U> {
    type Data = Bytes;
    type Error = Interrupted;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Interrupted>>> {
        let mut this = self.project();
        if let Some(stream) = this.stream.as_mut().as_pin_mut() {
            let next = if this.until.poll(context).is_ready() {
                Poll::Ready(Next::Interrupted)
            } else {
                poll_next(stream, context)
            };
            let next = match next {
                Poll::Pending => return poll_keep_alive(this.timer, *this.keep_alive, context),
                Poll::Ready(next) => next,
            };
            this.timer.set(None);
            if let Next::Event(event) = next {
                return data(event.into());
            }
            this.stream.set(None);
            *this.failing = matches!(next, Next::Interrupted) || !*this.clean_end;
        }
        if *this.failing {
            ready!(poll_timer(this.timer, FLUSH, context));
            *this.failing = false;
            return Poll::Ready(Some(Err(Interrupted)));
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.stream.is_none() && !self.failing
    }
}

/// What a stream says.
enum Next {
    Event(Event),
    /// It has come to its end.
    End,
    /// It will not come to it.
    Interrupted,
}

/// The next event; a panic interrupts the stream.
fn poll_next<S: Stream<Item: Into<Event>>>(
    stream: Pin<&mut S>,
    context: &mut Context<'_>,
) -> Poll<Next> {
    // After a panic the stream is dropped, so nobody sees what it left half done.
    let next = catch_unwind(AssertUnwindSafe(|| {
        let next = stream.poll_next(context);
        next.map(|event| event.map_or(Next::End, |event| Next::Event(event.into())))
    }));
    next.unwrap_or_else(|panic| {
        crate::report::panicked("a stream of events panicked", &*panic);
        Poll::Ready(Next::Interrupted)
    })
}

fn data(bytes: Bytes) -> Poll<Option<Result<Frame<Bytes>, Interrupted>>> {
    Poll::Ready(Some(Ok(Frame::data(bytes))))
}

/// The comment, when nothing was sent for `keep_alive`.
fn poll_keep_alive(
    timer: Pin<&mut Option<Sleep>>,
    keep_alive: Duration,
    context: &mut Context<'_>,
) -> Poll<Option<Result<Frame<Bytes>, Interrupted>>> {
    if keep_alive.is_zero() {
        return Poll::Pending;
    }
    ready!(poll_timer(timer, keep_alive, context));
    data(KEEP_ALIVE)
}

/// Resolves `duration` after it was first polled, and then can be polled for the next time.
fn poll_timer(
    mut timer: Pin<&mut Option<Sleep>>,
    duration: Duration,
    context: &mut Context<'_>,
) -> Poll<()> {
    if timer.is_none() {
        timer.set(Some(sleep(duration)));
    }
    if let Some(sleep) = timer.as_mut().as_pin_mut() {
        ready!(sleep.poll(context));
    }
    timer.set(None);
    Poll::Ready(())
}

impl<S, U> fmt::Debug for Sse<S, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sse")
            .field("ended", &self.stream.is_none())
            .field("keep_alive", &self.keep_alive)
            .field("clean_end", &self.clean_end)
            .finish_non_exhaustive()
    }
}
