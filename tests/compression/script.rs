//! A body that does what a test says, and notes whatever it is asked too often.

use std::collections::VecDeque;
use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use http_body::{Body, Frame, SizeHint};
use starmark::sse::Interrupted;
use tokio::time::{Sleep, sleep};

/// What the body does next.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Data(Bytes),
    Trailers(HeaderMap),
    Wait(Duration),
    Fail,
}

pub(crate) fn event(text: impl Into<Bytes>) -> Step {
    Step::Data(text.into())
}

pub(crate) const fn wait(seconds: u64) -> Step {
    Step::Wait(Duration::from_secs(seconds))
}

/// The body; it panics when it is polled after its end.
pub(crate) struct Script {
    steps: VecDeque<Step>,
    sleep: Option<Pin<Box<Sleep>>>,
    ended: bool,
    /// Says its end with the last chunk, as complete bodies do.
    pub(crate) tells_end: bool,
    pub(crate) size: Option<u64>,
}

impl Script {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self {
            steps: steps.into_iter().collect(),
            sleep: None,
            ended: false,
            tells_end: false,
            size: None,
        }
    }
}

impl Body for Script {
    type Data = Bytes;
    type Error = Interrupted;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Interrupted>>> {
        assert!(!self.ended, "polled after the end");
        loop {
            if let Some(sleep) = &mut self.sleep {
                if sleep.as_mut().poll(context).is_pending() {
                    return Poll::Pending;
                }
                self.sleep = None;
            }
            let frame = match self.steps.pop_front() {
                Some(Step::Wait(duration)) => {
                    self.sleep = Some(Box::pin(sleep(duration)));
                    continue;
                }
                Some(Step::Data(data)) => Some(Ok(Frame::data(data))),
                Some(Step::Trailers(trailers)) => Some(Ok(Frame::trailers(trailers))),
                Some(Step::Fail) => Some(Err(Interrupted)),
                None => None,
            };
            self.ended = !matches!(&frame, Some(Ok(frame)) if frame.is_data())
                || self.tells_end && self.steps.is_empty();
            return Poll::Ready(frame);
        }
    }

    fn is_end_stream(&self) -> bool {
        self.tells_end && self.steps.is_empty() && self.sleep.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        self.size
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
