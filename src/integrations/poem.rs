//! poem 3: responses, event streams and the signals extractor. <https://docs.rs/poem>

use std::io;

use bytes::Bytes;
use http::StatusCode;
use http_body_util::BodyExt as _;
use http_body_util::combinators::BoxBody;
use poem::error::ResponseError;
use poem::{Endpoint, FromRequest, IntoResponse, Request, RequestBody, Response};

use crate::SignalsError;
use crate::client::Client;
use crate::reply::{Body, IntoHttp, unreachable_length};
use crate::signals::{
    FromSignals, Limit, ReadSignalsError, Signals, Source, collect, from_body, from_query,
};

/// Its server has hyper go on with a connection whose body failed, and hyper then ends the body cleanly.
fn response(reply: http::Response<Body>) -> Response {
    let (parts, body) = unreachable_length(reply).into_parts();
    let mut response = Response::default();
    response.set_status(parts.status);
    *response.headers_mut() = parts.headers;
    // Its own conversion of such responses forgets how long they are.
    response.set_body(body.map_err(io::Error::from).boxed());
    response
}

// Everything that is a reply.

macro_rules! responses {
    ($([$($generics:tt)*] $reply:ty;)*) => {$(
        impl<$($generics)*> IntoResponse for $reply
        where
            Self: IntoHttp + Send,
        {
            fn into_response(self) -> Response {
                response(self.into_http())
            }
        }
    )*};
}

replies! { responses }

impl ResponseError for SignalsError {
    fn status(&self) -> StatusCode {
        StatusCode::INTERNAL_SERVER_ERROR
    }

    fn as_response(&self) -> Response {
        response(self.into_http())
    }
}

impl ResponseError for ReadSignalsError {
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).expect("a status stays a status")
    }

    fn as_response(&self) -> Response {
        response(self.into_http())
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
