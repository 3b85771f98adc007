//! How a compressed body ends: cleanly, with trailers, or with the error of the body inside.

use std::pin::Pin;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderValue};
use http_body::{Body as _, Frame};
use http_body_util::BodyExt as _;
use starmark::compression::{BoxError, Coding, Compressed, Compression};
use starmark::sse::Interrupted;

use crate::decoder::Decoder;
use crate::script::{Script, Step, event};
use crate::{accepting, response, stream};

fn next(body: &mut Pin<Box<Compressed<Script>>>) -> Option<Result<Frame<Bytes>, BoxError>> {
    body.frame().now_or_never().expect("nothing to wait for")
}

fn data(body: &mut Pin<Box<Compressed<Script>>>) -> Bytes {
    let frame = next(body).expect("a frame").expect("no error");
    frame.into_data().expect("data")
}

#[test]
fn an_error_stands_behind_what_came_before() {
    for coding in Coding::ALL {
        let script = Script::new([event("data: 1\n\n"), event("data: 2\n\n"), Step::Fail]);
        let mut body = stream(&Compression::new(), coding, script);
        let mut decoder = Decoder::new(coding);
        assert_eq!(decoder.feed(&data(&mut body)), b"data: 1\n\n");
        assert_eq!(decoder.feed(&data(&mut body)), b"data: 2\n\n");
        assert!(!body.is_end_stream());
        let error = next(&mut body).expect("an error").expect_err("an error");
        assert!(error.is::<Interrupted>());
        assert!(next(&mut body).is_none());
        assert!(next(&mut body).is_none());
        assert!(body.is_end_stream());
    }
}

#[test]
fn an_error_passes_through_what_is_not_compressed() {
    let script = Script::new([event("data: 1\n\n"), Step::Fail]);
    let response = Compression::new().apply(&accepting(&[]), response("text/event-stream", script));
    let mut body = Box::pin(response.into_body());
    assert_eq!(data(&mut body), "data: 1\n\n");
    assert!(next(&mut body).expect("an error").is_err());
    assert!(next(&mut body).is_none());
}

#[test]
fn trailers_stand_behind_the_end() {
    let mut trailers = HeaderMap::new();
    trailers.insert("server-timing", HeaderValue::from_static("db;dur=5"));
    for coding in Coding::ALL {
        let script = Script::new([event("data: 1\n\n"), Step::Trailers(trailers.clone())]);
        let mut body = stream(&Compression::new(), coding, script);
        let mut decoder = Decoder::new(coding);
        assert_eq!(decoder.feed(&data(&mut body)), b"data: 1\n\n");
        assert_eq!(decoder.feed(&data(&mut body)), b"");
        decoder.end();
        assert!(!body.is_end_stream());
        let frame = next(&mut body).expect("a frame").expect("no error");
        assert_eq!(frame.into_trailers().expect("trailers"), trailers);
        assert!(body.is_end_stream());
        assert!(next(&mut body).is_none());
    }
}

#[test]
fn a_stream_without_events_is_an_empty_one() {
    for coding in Coding::ALL {
        let mut body = stream(&Compression::new(), coding, Script::new([]));
        let mut decoder = Decoder::new(coding);
        assert_eq!(decoder.feed(&data(&mut body)), b"");
        decoder.end();
        assert!(next(&mut body).is_none());
    }
}

#[test]
fn hints_say_what_is_known() {
    let mut script = Script::new([event("a".repeat(100))]);
    script.size = Some(100);
    script.tells_end = true;
    let mut body = stream(&Compression::new(), Coding::Zstd, script);
    assert_eq!(
        (body.size_hint().lower(), body.size_hint().upper()),
        (0, None)
    );
    assert!(!body.is_end_stream());
    data(&mut body);
    assert_eq!(body.size_hint().exact(), Some(0));
    assert!(body.is_end_stream());
}
