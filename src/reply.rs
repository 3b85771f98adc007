//! Replies as HTTP: what a handler returns, for every framework on the crate `http`.
//!
//! Each reply has one form, which is made here; the frameworks' own traits ([features](crate#features)) only hand it on.

mod body;
#[cfg(feature = "json")]
mod refusal;

pub use body::Body;

use std::borrow::Cow;

use http::Response;
use http::header::{CONTENT_TYPE, HeaderValue};

use crate::markup::PreEscaped;
use crate::sse::{
    self, DispatchEvent, Event, EventId, Events, ExecuteScript, HEADERS, NoContent, Patch,
    PatchElements,
};

/// What a handler can return: markup, events, a stream of events, or why there are none.
///
/// ```
/// use starmark::html;
/// use starmark::reply::IntoHttp as _;
///
/// let response = html! { p { "Hi" } }.into_http();
/// assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
/// assert_eq!(response.into_body().as_str(), Some("<p>Hi</p>"));
/// ```
pub trait IntoHttp {
    /// The reply as a response.
    fn into_http(self) -> Response<Body>;
}

// Markup.

impl<T: Into<Cow<'static, str>>> IntoHttp for PreEscaped<T> {
    fn into_http(self) -> Response<Body> {
        typed("text/html; charset=utf-8", Body::from(self.0.into()))
    }
}

/// The reply, or why there is none.
impl<T: IntoHttp, E: IntoHttp> IntoHttp for Result<T, E> {
    fn into_http(self) -> Response<Body> {
        match self {
            Ok(reply) => reply.into_http(),
            Err(error) => error.into_http(),
        }
    }
}

// Events as a complete reply.

/// A body of events, with the headers of such.
pub(crate) fn event_stream(body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

impl IntoHttp for NoContent {
    fn into_http(self) -> Response<Body> {
        let mut response = Response::new(Body::default());
        *response.status_mut() = http::StatusCode::NO_CONTENT;
        response
    }
}

impl IntoHttp for Events {
    fn into_http(self) -> Response<Body> {
        event_stream(self.into_string().into())
    }
}

impl IntoHttp for Patch {
    fn into_http(self) -> Response<Body> {
        event_stream(self.into_string().into())
    }
}

macro_rules! events {
    ($($event:ty)*) => {$(
        impl IntoHttp for $event {
            fn into_http(self) -> Response<Body> {
                event_stream(bytes::Bytes::from(Event::from(self)).into())
            }
        }
    )*};
}

events! { DispatchEvent Event ExecuteScript PatchElements }
#[cfg(feature = "json")]
events! { crate::sse::PatchSignals }

/// Whatever it was made of.
impl IntoHttp for sse::Reply {
    fn into_http(self) -> Response<Body> {
        self.into()
    }
}

// An open stream of events.

#[cfg(feature = "stream")]
impl<S, U> IntoHttp for crate::sse::Sse<S, U>
where
    S: futures_core::Stream<Item: Into<Event>> + Send + 'static,
    U: Future + Send + 'static,
{
    fn into_http(self) -> Response<Body> {
        let finishes = self.finishes();
        event_stream(Body::streaming(self, finishes))
    }
}

/// A reply for a server that ends a body cleanly when it fails.
///
/// A stream that shall break its connection then promises more than anybody ever sends: a server has to close a
/// connection on which it cannot keep its promise. The number is the largest that every client counts to.
/// <https://www.rfc-editor.org/rfc/rfc9112#section-8>
#[cfg(any(feature = "poem", feature = "rocket"))]
pub(crate) fn unreachable_length(mut reply: Response<Body>) -> Response<Body> {
    const LENGTH: HeaderValue = HeaderValue::from_static("9007199254740991");
    if !reply.body().finishes() {
        let headers = reply.headers_mut();
        headers.insert(http::header::CONTENT_LENGTH, LENGTH);
    }
    reply
}

/// A body of this type.
pub(crate) fn typed(content_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// The id of the last event that a page has seen, if its request names one: a page that reconnects.
///
/// ```
/// use http::{HeaderMap, HeaderValue};
/// use starmark::reply::last_event_id;
///
/// let mut headers = HeaderMap::new();
/// assert_eq!(last_event_id(&headers), None);
/// headers.insert("last-event-id", HeaderValue::from_static("42"));
/// assert_eq!(last_event_id(&headers).unwrap().as_str(), "42");
/// ```
pub fn last_event_id(headers: &http::HeaderMap) -> Option<EventId> {
    let id = headers.get("last-event-id")?.to_str().ok()?;
    EventId::new(id).ok()
}
