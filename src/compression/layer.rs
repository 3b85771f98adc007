//! Compression as a layer around a service, for axum and everything else on tower.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{Request, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::accept::Accepted;
use super::{BoxError, Compressed, Compression};

impl<S> Layer<S> for Compression {
    type Service = Compressing<S>;

    fn layer(&self, service: S) -> Compressing<S> {
        Compressing {
            service,
            compression: self.clone(),
        }
    }
}

/// A service whose responses are compressed; [`Compression`] is the layer that makes it.
#[derive(Debug, Clone)]
pub struct Compressing<S> {
    service: S,
    compression: Compression,
}

impl<S, R, B> Service<Request<R>> for Compressing<S>
where
    S: Service<Request<R>, Response = Response<B>>,
    B: Body<Data = Bytes, Error: Into<BoxError>>,
{
    type Response = Response<Compressed<B>>;
    type Error = S::Error;
    type Future = CompressingFuture<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request<R>) -> Self::Future {
        let accepted = Accepted::of(request.headers());
        CompressingFuture {
            response: self.service.call(request),
            accepted,
            compression: self.compression.clone(),
        }
    }
}

pin_project! {
    /// The response of [`Compressing`], while it is waited for.
    #[derive(Debug)]
    pub struct CompressingFuture<F> {
        #[pin]
        response: F,
        accepted: Accepted,
        compression: Compression,
    }
}

impl<F, B, E> Future for CompressingFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body<Data = Bytes, Error: Into<BoxError>>,
{
    type Output = Result<Response<Compressed<B>>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let response = ready!(this.response.poll(context))?;
        Poll::Ready(Ok(this.compression.coded(*this.accepted, response)))
    }
}
