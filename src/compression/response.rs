//! Which responses are compressed, and what their headers say then.
//!
//! <https://www.rfc-editor.org/rfc/rfc9110#section-8.4>

use http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY,
};
use http::response::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::{Coding, Uncompressed};

/// Statuses without a body, and the one whose body is a piece of another.
const WITHOUT_CONTENT: [StatusCode; 4] = [
    StatusCode::NO_CONTENT,
    StatusCode::RESET_CONTENT,
    StatusCode::PARTIAL_CONTENT,
    StatusCode::NOT_MODIFIED,
];

/// What holds for the bytes as they were, and for no others.
/// <https://www.rfc-editor.org/rfc/rfc9530>
const OF_THE_BYTES: [HeaderName; 4] = [
    CONTENT_LENGTH,
    ACCEPT_RANGES,
    HeaderName::from_static("content-digest"),
    HeaderName::from_static("repr-digest"),
];

/// Whether what the resource answers depends on what the browser takes.
///
/// So the answer to a conditional request says as well, which mostly has no type.
/// <https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5>
pub(super) fn is_negotiable(response: &Parts) -> bool {
    let headers = &response.headers;
    let is_refused = response.extensions.get::<Uncompressed>().is_some()
        || headers.contains_key(CONTENT_ENCODING)
        || members(headers, &CACHE_CONTROL).any(|it| it.eq_ignore_ascii_case("no-transform"));
    let is_type = match headers.get(CONTENT_TYPE) {
        Some(value) => value.to_str().is_ok_and(shrinks),
        None => response.status == StatusCode::NOT_MODIFIED,
    };
    is_type && !is_refused
}

pub(super) fn has_content(status: StatusCode) -> bool {
    !status.is_informational() && !WITHOUT_CONTENT.contains(&status)
}

/// Whether this is a type of text: what else there is, is compressed already.
fn shrinks(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default();
    let essence = essence.trim_ascii().to_ascii_lowercase();
    let Some((kind, name)) = essence.split_once('/') else {
        return false;
    };
    kind == "text"
        || name.ends_with("+json")
        || name.ends_with("+xml")
        || kind == "application" && matches!(name, "json" | "javascript" | "xml")
}

/// Adds `accept-encoding` to what the response depends on.
pub(super) fn vary(headers: &mut HeaderMap) {
    let is_known = |it: &str| it == "*" || it.eq_ignore_ascii_case("accept-encoding");
    if !members(headers, &VARY).any(is_known) {
        headers.append(VARY, HeaderValue::from_static("accept-encoding"));
    }
}

/// Says how the body is coded, and takes back what held for the bytes before.
pub(super) fn set_coding(headers: &mut HeaderMap, coding: Coding) {
    headers.insert(CONTENT_ENCODING, coding.into());
    for name in &OF_THE_BYTES {
        headers.remove(name);
    }
    let weak = headers.get(ETAG).and_then(weakened);
    if let Some(tag) = weak {
        headers.insert(ETAG, tag);
    }
}

/// A strong tag promises bytes, a weak one the same content.
/// <https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1>
fn weakened(tag: &HeaderValue) -> Option<HeaderValue> {
    let is_strong = tag.as_bytes().first() == Some(&b'"');
    let weak = is_strong.then(|| [b"W/", tag.as_bytes()].concat())?;
    HeaderValue::from_bytes(&weak).ok()
}

/// The members of all lines of a list.
fn members<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    let lines = headers.get_all(name).into_iter();
    let members = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','));
    members.map(str::trim_ascii)
}
