//! poem 3: responses, event streams and the signals extractor. <https://docs.rs/poem>

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::StatusCode;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt as _;
use http_body_util::combinators::BoxBody;
use poem::error::ResponseError;
use poem::{Endpoint, FromRequest, IntoResponse, Request, RequestBody, Response};

use crate::SignalsError;
use crate::client::Client;
use crate::reply::{Body, Reply};
use crate::signals::{
    FromSignals, Limit, ReadSignalsError, Signals, Source, collect, from_body, from_query,
};
use crate::sse::Interrupted;

/// Its response is a type of its own, made of the parts of `http`.
fn response(reply: http::Response<Body>) -> Response {
    let (parts, body) = reply.into_parts();
    let mut response = Response::default();
    response.set_status(parts.status);
    *response.headers_mut() = parts.headers;
    response.set_body(
        Lasting {
            body,
            failed: false,
        }
        .boxed(),
    );
    response
}

/// A body that fails for good.
///
/// poem's server has hyper go on with a connection after an error, and hyper would take what it finds behind the
/// error, the end of the body, for a clean end.
struct Lasting {
    body: Body,
    failed: bool,
}

impl http_body::Body for Lasting {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if !self.failed {
            let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
            self.failed = matches!(frame, Some(Err(_)));
            if !self.failed {
                return Poll::Ready(frame.map(|frame| frame.map_err(io::Error::other)));
            }
        }
        Poll::Ready(Some(Err(io::Error::other(Interrupted))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

// Everything that is a reply.

macro_rules! responses {
    ($([$($generics:tt)*] $reply:ty;)*) => {$(
        impl<$($generics)*> IntoResponse for $reply
        where
            Self: Reply + Send,
        {
            fn into_response(self) -> Response {
                response(self.into_reply())
            }
        }
    )*};
}

super::replies! { responses }

impl ResponseError for SignalsError {
    fn status(&self) -> StatusCode {
        StatusCode::INTERNAL_SERVER_ERROR
    }

    fn as_response(&self) -> Response {
        response(self.into_reply())
    }
}

impl ResponseError for ReadSignalsError {
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).expect("a status stays a status")
    }

    fn as_response(&self) -> Response {
        response(self.into_reply())
    }
}

/// The file, or that the browser has it: `Route::new().at(CLIENT.path(), get(&CLIENT))`.
impl Endpoint for Client {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        Ok(response(self.response(request.headers())))
    }
}

// Signals as an argument.

/// Reads the signals of a request, up to the [`Limit`] in its data: `endpoint.data(Limit(1 << 20))`.
impl<'a, T: FromSignals + Send> FromRequest<'a> for Signals<T> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self(read(request, body).await?))
    }
}

async fn read<T: FromSignals>(
    request: &Request,
    body: &mut RequestBody,
) -> Result<T, ReadSignalsError> {
    let header = |name: &str| request.headers().get(name)?.to_str().ok();
    match Source::of(request.method().as_str(), header)? {
        Source::Query => from_query(request.uri().query()),
        Source::Body => {
            let limit = request.data::<Limit>().copied().unwrap_or_default();
            let body = body.take().map_err(ReadSignalsError::interrupted)?;
            from_body(&collect(BoxBody::<Bytes, io::Error>::from(body), limit).await?)
        }
    }
}
