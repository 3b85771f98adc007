//! actix-web 4: responses, event streams and the signals extractor. <https://docs.rs/actix-web>

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BodyStream, BoxBody, MessageBody, to_bytes_limited};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, IF_NONE_MATCH, TryIntoHeaderPair,
};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, ResponseError};
use bytes::Bytes;
use futures_core::Stream;

use crate::SignalsError;
use crate::client::{Client, Policy};
use crate::reply::{Body, IntoHttp};
use crate::signals::{
    FromSignals, Limit, ReadSignalsError, Signals, Source, from_body, from_query,
};
use crate::sse::Interrupted;

/// Its types are those of `http` 0.2: statuses and headers go over one by one.
fn response(reply: http::Response<Body>) -> HttpResponse {
    let (parts, body) = reply.into_parts();
    let status = StatusCode::from_u16(parts.status.as_u16()).expect("a status stays a status");
    let mut response = HttpResponse::build(status);
    for (name, value) in &parts.headers {
        let name = HeaderName::from_bytes(name.as_ref()).expect("a name stays a name");
        let value = HeaderValue::from_bytes(value.as_bytes()).expect("a value stays a value");
        response.append_header((name, value));
    }
    response.body(body)
}

impl MessageBody for Body {
    type Error = Interrupted;

    fn size(&self) -> BodySize {
        let bytes = self.as_bytes();
        bytes.map_or(
            BodySize::Stream,
            |bytes| BodySize::Sized(bytes.len() as u64),
        )
    }

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Interrupted>>> {
        Stream::poll_next(self, context)
    }
}

// Everything that is a reply.

macro_rules! responders {
    ($([$($generics:tt)*] $reply:ty;)*) => {$(
        impl<$($generics)*> Responder for $reply
        where
            Self: IntoHttp,
        {
            type Body = BoxBody;

            fn respond_to(self, _: &HttpRequest) -> HttpResponse {
                response(self.into_http())
            }
        }
    )*};
}

replies! { responders }

impl ResponseError for SignalsError {
    fn error_response(&self) -> HttpResponse {
        response(self.into_http())
    }
}

impl ResponseError for ReadSignalsError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).expect("a status stays a status")
    }

    fn error_response(&self) -> HttpResponse {
        response(self.into_http())
    }
}

/// The file, or that the browser has it.
impl Responder for &Client {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let lists = request.headers().get_all(IF_NONE_MATCH);
        response(self.answer(lists.filter_map(|list| list.to_str().ok())))
    }
}

/// The header of a page: `page.customize().insert_header(policy)`.
impl TryIntoHeaderPair for Policy {
    type Error = Infallible;

    fn try_into_pair(self) -> Result<(HeaderName, HeaderValue), Infallible> {
        let value = HeaderValue::try_from(self.to_string());
        let value = value.expect("a policy is put together from checked ASCII");
        Ok((CONTENT_SECURITY_POLICY, value))
    }
}

// Signals as an argument.

/// Reads the signals of a request, up to the [`Limit`] in the `app_data` of its route.
impl<T: FromSignals + 'static> FromRequest for Signals<T> {
    type Error = ReadSignalsError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ReadSignalsError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move { read(&request, payload).await.map(Self) })
    }
}

async fn read<T: FromSignals>(
    request: &HttpRequest,
    payload: Payload,
) -> Result<T, ReadSignalsError> {
    let header = |name: &str| request.headers().get(name)?.to_str().ok();
    match Source::of(request.method().as_str(), header)? {
        Source::Query => from_query(Some(request.query_string())),
        Source::Body => {
            let limit = request.app_data::<Limit>().copied().unwrap_or_default();
            let body = to_bytes_limited(BodyStream::new(payload), limit.0).await;
            let body = body.map_err(|_| ReadSignalsError::too_large())?;
            // An error of the payload stays on the thread of its request, so only its text goes along.
            from_body(&body.map_err(|error| ReadSignalsError::interrupted(error.to_string()))?)
        }
    }
}
