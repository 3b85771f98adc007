//! Responses that break when the server stops.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{Request, Response, header};
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use tokio::sync::watch;
use tower_service::Service;

use super::BoxError;
use crate::sse::Interrupted;

/// A service whose streams of events break when the server stops.
#[derive(Debug, Clone)]
pub(super) struct Breaking<S> {
    service: S,
    stopped: watch::Receiver<bool>,
}

impl<S> Breaking<S> {
    pub(super) const fn new(service: S, stopped: watch::Receiver<bool>) -> Self {
        Self { service, stopped }
    }
}

impl<S, R, B> Service<Request<R>> for Breaking<S>
where
    S: Service<Request<R>, Response = Response<B>>,
{
    type Response = Response<Breakable<B>>;
    type Error = S::Error;
    type Future = Answer<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request<R>) -> Self::Future {
        Answer {
            answer: self.service.call(request),
            stopped: Some(self.stopped.clone()),
        }
    }
}

pin_project! {
    /// A response that is under way.
    #[derive(Debug)]
    pub(super) struct Answer<F> {
        #[pin]
        answer: F,
        stopped: Option<watch::Receiver<bool>>,
    }
}

impl<F, B, E> Future for Answer<F>
where
    F: Future<Output = Result<Response<B>, E>>,
{
    type Output = Result<Response<Breakable<B>>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let response = ready!(this.answer.poll(context))?;
        let stopped = this.stopped.take().filter(|_| is_stream(&response));
        Poll::Ready(Ok(response.map(|body| Breakable {
            body,
            stop: stopped.map(|stopped| Box::pin(stop(stopped)) as Stop),
        })))
    }
}

fn is_stream<B>(response: &Response<B>) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/event-stream"))
}

/// Resolves when the server stops.
async fn stop(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

type Stop = Pin<Box<dyn Future<Output = ()> + Send>>;

pin_project! {
    /// A body that fails when the server stops, if it is a stream.
    pub(super) struct Breakable<B> {
        #[pin]
        body: B,
        stop: Option<Stop>,
    }
}

impl<B: Body<Data = Bytes, Error: Into<BoxError>>> Body for Breakable<B> {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = self.project();
        // The body first: an answer that is there still arrives, whatever the server does.
        if let Poll::Ready(frame) = this.body.poll_frame(context) {
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        if let Some(stop) = this.stop {
            ready!(stop.as_mut().poll(context));
            *this.stop = None;
            return Poll::Ready(Some(Err(Interrupted.into())));
        }
        Poll::Pending
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl<B> fmt::Debug for Breakable<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Breakable")
            .field("is_stream", &self.stop.is_some())
            .finish_non_exhaustive()
    }
}
