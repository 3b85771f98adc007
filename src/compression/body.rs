//! A body that is compressed while it is sent.

use std::fmt;
use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use tokio::time::{Sleep, sleep};

use super::BoxError;
use super::encoder::Encoder;
use super::zstd::is_comment;

type Polled = Poll<Option<Result<Frame<Bytes>, BoxError>>>;

pin_project! {
    /// The body of a response that went through [`Compression`](super::Compression): compressed, or as it was.
    ///
    /// Each frame of data becomes one that is flushed, so an event is readable as soon as it is sent. The window is
    /// kept from event to event. An error passes through unchanged, behind everything that came before it, and no
    /// end is written that could be taken for a clean one. The body inside is dropped with its end, and never
    /// polled after it.
    #[project = Projected]
    pub struct Compressed<B> {
        // `None` after the end.
        #[pin]
        body: Option<B>,
        // `None` for a body that goes as it is.
        encoder: Option<Encoder>,
        // They stand behind the end of the encoded stream.
        trailers: Option<HeaderMap>,
        // Runs while there is no event.
        #[pin]
        timer: Option<Sleep>,
        idle: Duration,
    }
}

impl<B> Compressed<B> {
    pub(super) fn new(body: B, encoder: Option<Encoder>, idle: Duration) -> Self {
        Self {
            body: Some(body),
            encoder,
            trailers: None,
            timer: None,
            idle,
        }
    }
}

impl<B: Body<Data = Bytes, Error: Into<BoxError>>> Body for Compressed<B> {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled {
        let mut this = self.project();
        let Some(mut body) = this.body.as_mut().as_pin_mut() else {
            return this.last(Ok(Bytes::new()));
        };
        let frame = match body.as_mut().poll_frame(context) {
            Poll::Pending => return this.poll_idle(context),
            Poll::Ready(frame) => frame.transpose(),
        };
        match frame.map(|frame| frame.map(Frame::into_data)) {
            Err(error) => this.fail(error.into()),
            Ok(Some(Ok(chunk))) if body.is_end_stream() => this.finish(&chunk),
            Ok(Some(Ok(chunk))) => this.flush(chunk),
            Ok(Some(Err(frame))) => {
                *this.trailers = frame.into_trailers().ok();
                this.finish(&Bytes::new())
            }
            Ok(None) => this.finish(&Bytes::new()),
        }
    }

    fn is_end_stream(&self) -> bool {
        let is_end = |body: &B| self.encoder.is_none() && body.is_end_stream();
        self.trailers.is_none() && self.body.as_ref().is_none_or(is_end)
    }

    fn size_hint(&self) -> SizeHint {
        match (&self.body, &self.encoder) {
            (None, _) => SizeHint::with_exact(0),
            (Some(body), None) => body.size_hint(),
            (Some(_), Some(_)) => SizeHint::default(),
        }
    }
}

impl<B> Projected<'_, B> {
    /// Sends a chunk that is followed by others.
    fn flush(&mut self, chunk: Bytes) -> Polled {
        let Some(encoder) = self.encoder else {
            return data(chunk);
        };
        if !is_comment(&chunk) {
            self.timer.set(None);
        }
        match encoder.flush(&chunk) {
            Ok(sent) => data(sent),
            Err(error) => self.fail(error.into()),
        }
    }

    /// Sends the last chunk, with the end of the encoded stream.
    fn finish(&mut self, chunk: &Bytes) -> Polled {
        self.body.set(None);
        self.timer.set(None);
        let sent = match self.encoder.take() {
            Some(encoder) => encoder.finish(chunk),
            None => Ok(chunk.clone()),
        };
        self.last(sent)
    }

    /// Sends what is left, then the trailers, then nothing any more.
    fn last(&mut self, sent: io::Result<Bytes>) -> Polled {
        match sent {
            Ok(sent) if sent.is_empty() => {
                Poll::Ready(self.trailers.take().map(|it| Ok(Frame::trailers(it))))
            }
            Ok(sent) => data(sent),
            Err(error) => self.fail(error.into()),
        }
    }

    fn fail(&mut self, error: BoxError) -> Polled {
        self.body.set(None);
        self.timer.set(None);
        *self.encoder = None;
        *self.trailers = None;
        Poll::Ready(Some(Err(error)))
    }

    /// Ends what the encoder has begun when there was no event for some time, which lets its memory go.
    fn poll_idle(&mut self, context: &mut Context<'_>) -> Polled {
        let encoder = self.encoder.as_mut().filter(|encoder| encoder.can_rest());
        let Some(encoder) = encoder.filter(|_| !self.idle.is_zero()) else {
            return Poll::Pending;
        };
        if self.timer.is_none() {
            self.timer.set(Some(sleep(*self.idle)));
        }
        if let Some(timer) = self.timer.as_mut().as_pin_mut() {
            ready!(timer.poll(context));
        }
        self.timer.set(None);
        match encoder.rest() {
            Ok(sent) => data(sent),
            Err(error) => self.fail(error.into()),
        }
    }
}

fn data(bytes: Bytes) -> Polled {
    Poll::Ready(Some(Ok(Frame::data(bytes))))
}

impl<B> fmt::Debug for Compressed<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Compressed")
            .field("is_compressed", &self.encoder.is_some())
            .field("ended", &self.body.is_none())
            .finish_non_exhaustive()
    }
}
