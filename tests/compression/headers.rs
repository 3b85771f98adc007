//! Which responses are compressed, and what happens to their headers.

use bytes::Bytes;
use http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY,
};
use http::{HeaderName, HeaderValue, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};
use starmark::compression::{Coding, Compressed, Compression, Metrics, Uncompressed};

use crate::decoder::decoded;
use crate::{accepting, response};

fn page() -> Response<Full<Bytes>> {
    response("text/html; charset=utf-8", "<p>page</p>".repeat(100).into())
}

fn with(name: HeaderName, value: &'static str) -> Response<Full<Bytes>> {
    let mut page = page();
    page.headers_mut()
        .append(name, HeaderValue::from_static(value));
    page
}

fn apply(response: Response<Full<Bytes>>) -> Response<Compressed<Full<Bytes>>> {
    Compression::new().apply(&accepting(&["zstd, br, gzip"]), response)
}

fn is_compressed(response: Response<Full<Bytes>>) -> bool {
    apply(response).headers().contains_key(CONTENT_ENCODING)
}

/// All lines of a header.
fn lines<B>(response: &Response<B>, name: &HeaderName) -> Vec<String> {
    let lines = response.headers().get_all(name).into_iter();
    lines
        .map(|line| line.to_str().expect("text").to_owned())
        .collect()
}

async fn body(response: Response<Compressed<Full<Bytes>>>) -> Bytes {
    let body = Box::pin(response.into_body())
        .collect()
        .await
        .expect("a body");
    body.to_bytes()
}

#[tokio::test]
async fn what_held_for_the_bytes_is_taken_back() {
    let mut page = page();
    let text = page
        .body()
        .clone()
        .collect()
        .await
        .expect("text")
        .to_bytes();
    let headers = [
        (CONTENT_LENGTH, "1100"),
        (ACCEPT_RANGES, "bytes"),
        (ETAG, "\"abc\""),
        (HeaderName::from_static("content-digest"), "sha-256=:x:"),
        (HeaderName::from_static("repr-digest"), "sha-256=:x:"),
    ];
    for (name, value) in headers {
        page.headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    let response = apply(page);
    let mut names: Vec<_> = response.headers().keys().map(HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["content-encoding", "content-type", "etag", "vary"]);
    assert_eq!(response.headers()[ETAG], "W/\"abc\"");
    assert_eq!(response.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
    let metrics = response
        .extensions()
        .get::<Metrics>()
        .expect("counts")
        .clone();
    let sent = body(response).await;
    assert_eq!(decoded(Coding::Zstd, &sent), text);
    assert_eq!(metrics.bytes_in(), 1100);
    assert_eq!(metrics.bytes_out(), sent.len() as u64);
}

#[test]
fn a_weak_tag_stays_as_it_is() {
    let response = apply(with(ETAG, "W/\"abc\""));
    assert_eq!(response.headers()[ETAG], "W/\"abc\"");
}

#[tokio::test]
async fn what_is_not_compressed_keeps_its_headers() {
    let mut page = page();
    page.headers_mut()
        .insert(ETAG, HeaderValue::from_static("\"abc\""));
    page.headers_mut()
        .insert(CONTENT_LENGTH, HeaderValue::from_static("1100"));
    let response = Compression::new().apply(&accepting(&[]), page);
    assert_eq!(response.headers()[ETAG], "\"abc\"");
    assert_eq!(response.headers()[CONTENT_LENGTH], "1100");
    assert_eq!(response.headers()[VARY], "accept-encoding");
    assert!(response.extensions().get::<Metrics>().is_none());
    assert_eq!(
        http_body::Body::size_hint(response.body()).exact(),
        Some(1100)
    );
    assert_eq!(body(response).await.len(), 1100);
}

#[test]
fn vary_is_added_once() {
    let table: [(Option<&'static str>, &[&str]); 5] = [
        (None, &["accept-encoding"]),
        (Some("cookie"), &["cookie", "accept-encoding"]),
        (
            Some("cookie, Accept-Encoding"),
            &["cookie, Accept-Encoding"],
        ),
        (Some("*"), &["*"]),
        (
            Some("accept-encoding-x"),
            &["accept-encoding-x", "accept-encoding"],
        ),
    ];
    for (before, after) in table {
        let response = before.map_or_else(page, |before| with(VARY, before));
        assert_eq!(lines(&apply(response), &VARY), after);
    }
}

#[test]
fn text_is_compressed_and_nothing_else() {
    let types = [
        "text/html",
        "text/html; charset=utf-8",
        "TEXT/HTML",
        "text/event-stream",
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/json",
        "application/problem+json; x=y",
        "image/svg+xml",
    ];
    for content_type in types {
        let text: Full<Bytes> = "<p>".repeat(100).into();
        assert!(
            is_compressed(response(content_type, text)),
            "{content_type}"
        );
    }
    let types = [
        "image/png",
        "image/webp",
        "video/mp4",
        "font/woff2",
        "application/zip",
        "application/octet-stream",
        "text",
        "",
    ];
    for content_type in types {
        let text: Full<Bytes> = "<p>".repeat(100).into();
        let response = apply(response(content_type, text));
        assert!(
            !response.headers().contains_key(CONTENT_ENCODING),
            "{content_type}"
        );
        assert!(!response.headers().contains_key(VARY), "{content_type}");
    }
    assert!(!is_compressed(Response::new("<p>".repeat(100).into())));
}

#[test]
fn a_response_can_refuse() {
    let refusals = [
        with(CACHE_CONTROL, "no-transform"),
        with(CACHE_CONTROL, "private, No-Transform"),
        with(CONTENT_ENCODING, "br"),
        with(CONTENT_ENCODING, "identity"),
    ];
    for refusal in refusals {
        let before = refusal.headers().clone();
        let response = apply(refusal);
        assert_eq!(*response.headers(), before);
    }
    assert!(is_compressed(with(CACHE_CONTROL, "no-cache")));
}

/// `compress`: secret and attacker text in one compressed stream (BREACH).
#[test]
fn a_response_with_a_secret_stays_as_it_is() {
    let mut secret = page();
    secret.extensions_mut().insert(Uncompressed);
    let response = apply(secret);
    assert!(!response.headers().contains_key(CONTENT_ENCODING));
    assert!(!response.headers().contains_key(VARY));
}

#[test]
fn a_response_without_a_whole_body_stays_as_it_is() {
    for status in [101, 204, 205, 206, 304] {
        let mut response = page();
        *response.status_mut() = StatusCode::from_u16(status).expect("a status");
        assert!(!is_compressed(response), "{status}");
    }
    for status in [200, 201, 404, 500] {
        let mut response = page();
        *response.status_mut() = StatusCode::from_u16(status).expect("a status");
        assert!(is_compressed(response), "{status}");
    }
    for text in ["", "short"] {
        assert!(!is_compressed(response("text/html", text.into())));
    }
}

#[test]
fn the_answer_to_a_conditional_request_varies_like_the_page() {
    let mut response = Response::new(Full::default());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    assert_eq!(lines(&apply(response), &VARY), ["accept-encoding"]);
}
