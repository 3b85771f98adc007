//! Replies as responses of the crate `http`, for whoever has no adapter.

use std::pin::pin;

use futures_util::{FutureExt as _, StreamExt as _, stream};
use http_body::Body as _;
use starmark::reply::{Body, IntoHttp};
use starmark::signals::{ReadSignalsError, from_body};
use starmark::sse::{HEADERS, Interrupted, PatchElements, PatchSignals, Sse};
use starmark::{PreEscaped, Signals, SignalsError, html};

#[derive(Signals)]
struct Form {
    n: i64,
}

/// All frames of a body that does not wait.
fn frames(body: Body) -> Vec<Result<String, Interrupted>> {
    let text = |bytes: bytes::Bytes| String::from_utf8(bytes.to_vec()).expect("text");
    let frames = body.map(|frame| frame.map(text)).collect::<Vec<_>>();
    frames.now_or_never().expect("no waiting")
}

fn tick() -> PatchElements {
    PatchElements::new(html! { p #n { "1" } })
}

#[test]
fn a_finished_body_knows_its_length_and_ends_once() {
    let response = tick().into_http();
    for (name, value) in HEADERS {
        assert_eq!(response.headers()[name], value);
    }
    let body = response.into_body();
    let text = body.as_str().expect("a finished body").to_owned();
    assert_eq!(body.size_hint().exact(), Some(text.len() as u64));
    assert!(body.finishes() && !body.is_end_stream());
    let mut body = pin!(body);
    assert_eq!(body.next().now_or_never(), Some(Some(Ok(text.into()))));
    assert!(body.is_end_stream());
    assert_eq!(body.next().now_or_never(), Some(None));
    assert_eq!(body.next().now_or_never(), Some(None));
    assert_eq!((body.as_bytes(), body.size_hint().exact()), (None, Some(0)));
}

#[test]
fn nothing_is_an_end() {
    assert!(Body::default().is_end_stream());
    assert_eq!(frames(Body::default()), []);
    assert_eq!(frames(PreEscaped("").into_http().into_body()), []);
    assert_eq!(frames("a".to_owned().into()), [Ok("a".to_owned())]);
}

#[tokio::test]
async fn a_stream_says_how_it_ends() {
    let events = || stream::iter([tick(), tick()]);
    let finished = Sse::new(events()).finish().into_http().into_body();
    assert!(finished.finishes() && finished.as_bytes().is_none());
    assert_eq!(finished.size_hint().exact(), None);
    let frames: Vec<_> = finished.collect().await;
    assert!(frames.len() == 2 && frames.iter().all(Result::is_ok));

    let mut given_up = pin!(Sse::new(events()).into_http().into_body());
    assert!(!given_up.finishes());
    let frames: Vec<_> = given_up.by_ref().take(3).collect().await;
    assert!(frames[..2].iter().all(Result::is_ok));
    assert_eq!(frames[2], Err(Interrupted));
    assert_eq!(given_up.next().await, None);
}

/// Some frameworks ask for a body that threads can share, of a stream that they cannot.
#[test]
fn every_body_can_be_sent_and_shared() {
    fn is_sync(_: &(impl Send + Sync + 'static)) {}
    let cell = std::cell::Cell::new(0);
    let events = stream::poll_fn(move |_| {
        cell.set(cell.get() + 1);
        std::task::Poll::Ready(Some(tick()))
    });
    is_sync(Sse::new(events).into_http().body());
}

#[test]
fn a_result_is_one_reply_or_the_other() {
    let sent: Result<PatchElements, ReadSignalsError> = Ok(tick());
    assert_eq!(sent.into_http().status(), 200);
    let refused = from_body::<Form>(br#"{"n":"<pwn>"}"#).map(|form| {
        let n = form.n;
        PatchElements::new(html! { p #n { (n) } })
    });
    let response = refused.into_http();
    assert_eq!(response.status(), 422);
    let text = Some("the signals do not have the expected shape");
    assert_eq!(response.body().as_str(), text);
    let unsendable: Result<PatchSignals, SignalsError> =
        PatchSignals::new(std::collections::BTreeMap::from([("__proto__", 1)]));
    let response = unsendable.into_http();
    assert_eq!(response.status(), 500);
    assert_eq!(response.body().as_str(), Some("the signals cannot be sent"));
}

#[test]
fn an_interruption_is_an_error_of_input_and_output() {
    let error = std::io::Error::from(Interrupted);
    assert!(
        error
            .get_ref()
            .is_some_and(<dyn std::error::Error + Send + Sync>::is::<Interrupted>)
    );
}
