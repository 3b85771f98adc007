//! Compressed responses, decoded by the decoders of the codecs: what is flushed is readable, and nothing is lost.

mod codecs;
mod decoder;
mod headers;
mod idle;
mod memory;
mod negotiation;
mod router;
mod script;
mod stream;

use std::pin::Pin;

use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Response};
use http_body::Body;
use starmark::compression::{BoxError, Coding, Compressed, Compression};

/// The headers of a request whose `accept-encoding` has these lines.
fn accepting(lines: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append(ACCEPT_ENCODING, HeaderValue::from_str(line).expect("text"));
    }
    headers
}

/// A response of this type.
fn response<B>(content_type: &'static str, body: B) -> Response<B> {
    let mut response = Response::new(body);
    let content_type = HeaderValue::from_static(content_type);
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

/// A stream of events in this coding.
fn stream<B>(compression: &Compression, coding: Coding, body: B) -> Pin<Box<Compressed<B>>>
where
    B: Body<Data = Bytes, Error: Into<BoxError>>,
{
    let request = accepting(&[coding.name()]);
    let response = compression.apply(&request, response("text/event-stream", body));
    Box::pin(response.into_body())
}
