//! Rocket 0.5: responders, event streams and the signals guard. <https://rocket.rs>

use std::io::{self, Cursor};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf as _, Bytes};
use http_body::Body as _;
use rocket::data::{Data, FromData, ToByteUnit as _};
use rocket::http::{Header, Status};
use rocket::outcome::Outcome;
use rocket::request::{FromRequest, Request};
use rocket::response::{self, Responder, Response};
use rocket::tokio::io::{AsyncRead, ReadBuf};

use crate::client::{Client, Policy};
use crate::reply::{Body, IntoHttp, unreachable_length};
use crate::signals::{
    FromSignals, Limit, ReadSignalsError, Signals, Source, from_body, from_query,
};

/// Its types are its own: statuses and headers go over one by one. And it ends a body that fails cleanly.
fn response(reply: http::Response<Body>) -> Response<'static> {
    let (parts, body) = unreachable_length(reply).into_parts();
    let mut response = Response::build();
    response.status(Status::new(parts.status.as_u16()));
    for (name, value) in &parts.headers {
        let value = value.to_str().expect("a header of a reply is ASCII");
        response.raw_header(name.as_str().to_owned(), value.to_owned());
    }
    if let Some(bytes) = body.as_bytes() {
        return response
            .sized_body(bytes.len(), Cursor::new(bytes.clone()))
            .finalize();
    }
    let rest = Bytes::new();
    response.streamed_body(Reader { body, rest }).finalize()
}

/// A body as Rocket reads it.
struct Reader {
    body: Body,
    // What did not fit into the last buffer.
    rest: Bytes,
}

impl AsyncRead for Reader {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        while self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                Some(frame) => {
                    let frame = frame.map_err(io::Error::from)?;
                    self.rest = frame.into_data().unwrap_or_default();
                }
                None => return Poll::Ready(Ok(())),
            }
        }
        let size = self.rest.len().min(buffer.remaining());
        buffer.put_slice(&self.rest[..size]);
        self.rest.advance(size);
        Poll::Ready(Ok(()))
    }
}

// Everything that is a reply.

macro_rules! responders {
    ($([$($generics:tt)*] $reply:ty;)*) => {$(
        impl<'r, $($generics)*> Responder<'r, 'static> for $reply
        where
            Self: IntoHttp,
        {
            fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
                Ok(response(self.into_http()))
            }
        }
    )*};
}

replies! { responders }

/// The file, or that the browser has it.
impl<'r> Responder<'r, 'static> for &Client {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        Ok(response(
            self.answer(request.headers().get("if-none-match")),
        ))
    }
}

/// The header of a page, as a field of a struct with `#[derive(Responder)]`.
impl From<Policy> for Header<'static> {
    fn from(policy: Policy) -> Self {
        Self::new(Policy::HEADER, policy.to_string())
    }
}

// Signals as an argument.

/// Reads the signals of any request, up to the [`Limit`] in the request-local cache, or else the limit `signals` of the
/// configuration.
///
/// Taken as a `Result<Signals<T>, ReadSignalsError>`, it says why there are none; otherwise the catcher for the status
/// does.
#[rocket::async_trait]
impl<'r, T: FromSignals + Send> FromData<'r> for Signals<T> {
    type Error = ReadSignalsError;

    async fn from_data(
        request: &'r Request<'_>,
        data: Data<'r>,
    ) -> rocket::data::Outcome<'r, Self> {
        match read(request, Some(data)).await {
            Ok(signals) => Outcome::Success(Self(signals)),
            Err(error) => Outcome::Error((Status::new(error.status()), error)),
        }
    }
}

/// Reads the signals of a request whose query has them: GET or DELETE.
#[rocket::async_trait]
impl<'r, T: FromSignals + Send> FromRequest<'r> for Signals<T> {
    type Error = ReadSignalsError;

    async fn from_request(
        request: &'r Request<'_>,
    ) -> rocket::request::Outcome<Self, ReadSignalsError> {
        match read(request, None).await {
            Ok(signals) => Outcome::Success(Self(signals)),
            Err(error) => Outcome::Error((Status::new(error.status()), error)),
        }
    }
}

async fn read<T: FromSignals>(
    request: &Request<'_>,
    data: Option<Data<'_>>,
) -> Result<T, ReadSignalsError> {
    let header = |name: &str| request.headers().get_one(name);
    match Source::of(request.method().as_str(), header)? {
        Source::Query => from_query(request.uri().query().map(|query| query.as_str())),
        Source::Body => {
            let data = data.ok_or_else(|| {
                ReadSignalsError::interrupted("a request guard has no body: take `Signals` as data")
            })?;
            let body = data.open(limit(request).bytes()).into_bytes().await;
            let body = body.map_err(ReadSignalsError::interrupted)?;
            if !body.is_complete() {
                return Err(ReadSignalsError::too_large());
            }
            from_body(&body.into_inner())
        }
    }
}

fn limit(request: &Request<'_>) -> usize {
    let configured = || match request.limits().get("signals") {
        Some(limit) => Limit(usize::try_from(limit.as_u64()).unwrap_or(usize::MAX)),
        None => Limit::default(),
    };
    request.local_cache(configured).0
}
