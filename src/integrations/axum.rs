//! axum 0.8: responses, event streams and the signals extractor. <https://docs.rs/axum>

use std::borrow::Cow;
use std::convert::Infallible;

use axum_core::body::Body;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use bytes::Bytes;
use futures_core::Stream;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use crate::client::Policy;
use crate::json::SignalsError;
use crate::markup::PreEscaped;
use crate::route::Refusal;
use crate::signals::{
    DEFAULT_LIMIT, FromSignals, Limit, ReadSignalsError, Signals, Source, from_body, from_query,
};
use crate::sse::{Event, Events, ExecuteScript, HEADERS, Patch, PatchElements, PatchSignals, Sse};

// Markup as a page or fragment, and the policy of a page.

impl<T: Into<Cow<'static, str>>> IntoResponse for PreEscaped<T> {
    fn into_response(self) -> Response {
        typed("text/html; charset=utf-8", Body::from(self.0.into()))
    }
}

/// The header of a page: `(policy, page)`.
impl IntoResponseParts for Policy {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, self.into());
        Ok(parts)
    }
}

// Events as a complete reply, streams as an open one.

fn event_stream(body: Body) -> Response {
    let mut response = Response::new(body);
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

impl IntoResponse for Events {
    fn into_response(self) -> Response {
        event_stream(self.into_string().into())
    }
}

impl IntoResponse for Patch {
    fn into_response(self) -> Response {
        event_stream(self.into_string().into())
    }
}

macro_rules! event_responses {
    ($($event:ty)*) => {$(
        impl IntoResponse for $event {
            fn into_response(self) -> Response {
                event_stream(Event::from(self).into_string().into())
            }
        }
    )*};
}

event_responses! { Event PatchElements PatchSignals ExecuteScript }

impl<S, U> IntoResponse for Sse<S, U>
where
    S: Stream<Item: Into<Event>> + Send + 'static,
    U: Future + Send + 'static,
{
    fn into_response(self) -> Response {
        event_stream(Body::new(self))
    }
}

/// Signals that cannot be sent are a mistake of the program: 500, without details.
impl IntoResponse for SignalsError {
    fn into_response(self) -> Response {
        refusal(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the signals cannot be sent",
            &self,
        )
    }
}

// Signals as an argument.

/// Reads the signals of a request; it takes the body, so it is the last argument of a handler.
impl<T: FromSignals, S: Sync> FromRequest<S> for Signals<T> {
    type Rejection = ReadSignalsError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ReadSignalsError> {
        let (parts, body) = request.into_parts();
        let header = |name: &str| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        match Source::of(parts.method.as_str(), header)? {
            Source::Query => from_query(parts.uri.query()).map(Self),
            Source::Body => from_body(&read(body, limit(&parts)).await?).map(Self),
        }
    }
}

fn limit(parts: &Parts) -> usize {
    parts
        .extensions
        .get::<Limit>()
        .map_or(DEFAULT_LIMIT, |limit| limit.0)
}

async fn read(body: Body, limit: usize) -> Result<Bytes, ReadSignalsError> {
    match Limited::new(body, limit).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(ReadSignalsError::too_large()),
        Err(error) => Err(ReadSignalsError::interrupted(error)),
    }
}

impl IntoResponse for ReadSignalsError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::BAD_REQUEST);
        refusal(status, self.to_string(), &self)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::BAD_REQUEST);
        refusal(status, self.to_string(), &self)
    }
}

/// A reply that says no in one line; the details stay here.
fn refusal(status: StatusCode, text: impl Into<Body>, error: &dyn std::error::Error) -> Response {
    if cfg!(debug_assertions) {
        let detail = error.source().unwrap_or(error);
        eprintln!("starmark: {status}: {detail}");
    }
    let mut response = typed("text/plain; charset=utf-8", text.into());
    *response.status_mut() = status;
    response
}

fn typed(content_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
