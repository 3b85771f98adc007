//! Where the events of a stream come from, and which of them are sent.

mod log;

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::stream::{self, StreamExt as _};
use http_body::Body;
use http_body_util::BodyExt as _;
use starmark::sse::{Event, Interrupted, PatchElements, Selector, Sse};
use tokio::sync::{broadcast, watch};
use tokio::time::{Instant, advance, sleep};

const COUNT: Selector = Selector::new("#count");

fn count(n: usize) -> PatchElements {
    PatchElements::new(n).selector(COUNT)
}

/// The numbers in a text of events.
fn counts(text: &str) -> Vec<usize> {
    let numbers = text
        .lines()
        .filter_map(|line| line.strip_prefix("data: elements "));
    numbers.filter_map(|number| number.parse().ok()).collect()
}

async fn all(body: impl Body<Data = bytes::Bytes, Error = Interrupted>) -> Vec<usize> {
    let body = body.collect().await.expect("a clean end").to_bytes();
    counts(std::str::from_utf8(&body).expect("text"))
}

/// What can be read without waiting.
fn ready(body: &mut (impl Body<Data = bytes::Bytes, Error = Interrupted> + Unpin)) -> Vec<usize> {
    let mut text = String::new();
    while let Some(Some(Ok(frame))) = body.frame().now_or_never() {
        text.push_str(std::str::from_utf8(frame.data_ref().expect("data")).expect("text"));
    }
    counts(&text)
}

#[tokio::test]
async fn a_sender_waits_for_its_reader_and_knows_when_it_has_gone() {
    let (sender, response) = Sse::channel(1);
    let mut response = Box::pin(response);
    sender.send(count(1)).await.expect("a page");
    assert!(sender.send(count(2)).now_or_never().is_none(), "no room");
    assert_eq!(ready(&mut response), [1]);
    sender.send(count(3)).await.expect("a page");
    assert!(!sender.is_closed());
    drop(response);
    sender.closed().await;
    let error = sender.send(count(4)).await.expect_err("nobody there");
    assert_eq!(error.to_string(), "the page has gone");
}

#[tokio::test]
async fn a_watch_renders_only_what_is_read() {
    let (value, receiver) = watch::channel(0);
    let rendered = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&rendered);
    let mut response = Box::pin(Sse::watch(receiver, move |n| {
        counter.fetch_add(1, Ordering::SeqCst);
        count(n)
    }));
    assert_eq!(ready(&mut response), [0]);
    for n in 1..=100 {
        value.send_replace(n);
    }
    assert_eq!(ready(&mut response), [100]);
    assert_eq!(rendered.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn an_interval_is_put_off_while_nobody_reads() {
    let mut n = 0;
    let every = Sse::every(Duration::from_secs(1), move || {
        n += 1;
        count(n)
    });
    let mut response = Box::pin(every);
    assert_eq!(ready(&mut response), [1]);
    assert!(ready(&mut response).is_empty());
    advance(Duration::from_secs(10)).await;
    assert_eq!(ready(&mut response), [2]);
    advance(Duration::from_secs(1)).await;
    assert_eq!(ready(&mut response), [3]);
}

#[tokio::test]
async fn the_latest_of_several_events_is_sent() {
    let (sender, receiver) = broadcast::channel(64);
    let events = stream::unfold(receiver, |mut receiver| async {
        receiver.recv().await.ok().map(|event| (event, receiver))
    });
    let mut response = Box::pin(Sse::new(events).latest());
    assert!(ready(&mut response).is_empty());
    for n in 1..=5 {
        sender.send(Event::from(count(n)).shared()).expect("a page");
    }
    assert_eq!(ready(&mut response), [5]);
    sender.send(count(6).into()).expect("a page");
    drop(sender);
    assert_eq!(ready(&mut response), [6]);
    // The end comes after the last event.
    assert_eq!(
        all(Sse::new(stream::iter([1, 2, 3]).map(count))
            .latest()
            .finish())
        .await,
        [3]
    );
}

#[tokio::test]
async fn a_stream_that_is_always_ready_lets_others_run() {
    let mut endless = Box::pin(Sse::new(stream::repeat_with(|| count(1))).latest());
    let frame = endless.frame().now_or_never();
    assert!(frame.is_some(), "an event after some");
    let mut same = Box::pin(Sse::new(stream::repeat_with(|| count(1))).changed());
    assert_eq!(ready(&mut same), [1]);
}

#[tokio::test]
async fn an_event_that_changes_nothing_is_left_out() {
    let events = stream::iter([1, 1, 2, 2, 1]).map(count);
    assert_eq!(all(Sse::new(events).changed().finish()).await, [1, 2, 1]);
}

#[tokio::test]
async fn a_panic_is_no_clean_end() {
    let panics = stream::iter(0..3).map(|n| {
        assert!(n < 1, "on purpose");
        count(n)
    });
    let mut response = pin!(Sse::new(panics).finish());
    let first = response.frame().await.expect("a frame").expect("an event");
    assert!(first.is_data());
    let end = response.frame().await.expect("a frame");
    assert_eq!(end.err(), Some(Interrupted));
    assert!(response.frame().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn silence_is_counted_from_the_last_event() {
    let started = Instant::now();
    let events = stream::once(async {
        sleep(Duration::from_secs(10)).await;
        count(1)
    });
    let mut response = pin!(Sse::new(events.chain(stream::pending())));
    let mut seconds = Vec::new();
    for _ in 0..3 {
        let _ = response.frame().await;
        seconds.push(started.elapsed().as_secs());
    }
    assert_eq!(seconds, [10, 25, 40]);
}
