//! Idle streams of zstd give their encoder back, and go on with a new frame.

use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt as _;
use proptest::collection::vec;
use proptest::prelude::*;
use starmark::compression::{Budget, Coding, Compressed, Compression};
use tokio::runtime::Builder;
use tokio::time::{Instant, timeout};

use crate::decoder::Decoder;
use crate::script::{Script, Step, event, wait};
use crate::stream;

/// The first bytes of a frame.
const MAGIC: &[u8] = b"\x28\xb5\x2f\xfd";

async fn data(body: &mut Pin<Box<Compressed<Script>>>) -> Bytes {
    let frame = body.frame().await.expect("a frame").expect("no error");
    frame.into_data().expect("data")
}

fn compression(budget: &Budget) -> Compression {
    Compression::new()
        .idle(Duration::from_secs(10))
        .budget(budget)
}

#[tokio::test(start_paused = true)]
async fn an_idle_stream_gives_its_encoder_back() {
    let budget = Budget::new(10 << 20);
    let start = Instant::now();
    let script = Script::new([
        event("data: 1\n\n"),
        wait(60),
        event("data: 2\n\n"),
        wait(5),
        event("data: 3\n\n"),
    ]);
    let mut body = stream(&compression(&budget), Coding::Zstd, script);
    let mut decoder = Decoder::new(Coding::Zstd);

    assert_eq!(decoder.feed(&data(&mut body).await), b"data: 1\n\n");
    let taken = budget.used();
    assert!(taken > 0);

    let end = data(&mut body).await;
    assert_eq!(start.elapsed().as_secs(), 10);
    assert_eq!(budget.used(), 0);
    assert!(end.len() <= 4, "{end:?}");
    assert_eq!(decoder.feed(&end), b"");

    let second = data(&mut body).await;
    assert_eq!(start.elapsed().as_secs(), 60);
    assert_eq!(budget.used(), taken);
    assert!(second.starts_with(MAGIC));
    assert_eq!(decoder.feed(&second), b"data: 2\n\n");

    let third = data(&mut body).await;
    assert_eq!(start.elapsed().as_secs(), 65);
    assert!(!third.starts_with(MAGIC));
    assert_eq!(decoder.feed(&third), b"data: 3\n\n");
    assert_eq!(decoder.feed(&data(&mut body).await), b"");
    decoder.end();
    assert!(body.frame().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_ends_while_idle_has_ended_already() {
    let budget = Budget::new(10 << 20);
    let script = Script::new([event("data: 1\n\n"), wait(60)]);
    let mut body = stream(&compression(&budget), Coding::Zstd, script);
    let mut decoder = Decoder::new(Coding::Zstd);
    assert_eq!(decoder.feed(&data(&mut body).await), b"data: 1\n\n");
    assert_eq!(decoder.feed(&data(&mut body).await), b"");
    decoder.end();
    assert!(body.frame().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn an_error_while_idle_is_passed_on() {
    let script = Script::new([event("data: 1\n\n"), wait(60), Step::Fail]);
    let mut body = stream(&compression(&Budget::new(10 << 20)), Coding::Zstd, script);
    data(&mut body).await;
    data(&mut body).await;
    assert!(body.frame().await.expect("an error").is_err());
    assert!(body.frame().await.is_none());
}

/// A comment every 4 seconds: within a frame it is part of it, behind it it is a frame of its own.
#[tokio::test(start_paused = true)]
async fn comments_do_not_keep_an_encoder() {
    let budget = Budget::new(10 << 20);
    let start = Instant::now();
    let comments = [wait(4), event(":\n\n")].into_iter().cycle().take(8);
    let script = Script::new(
        [event("data: 1\n\n")]
            .into_iter()
            .chain(comments)
            .chain([event("data: 2\n\n")]),
    );
    let mut body = stream(&compression(&budget), Coding::Zstd, script);
    let mut decoder = Decoder::new(Coding::Zstd);
    let mut seen = Vec::new();
    for _ in 0..7 {
        let sent = data(&mut body).await;
        let is_frame = sent.starts_with(MAGIC);
        let text = String::from_utf8(decoder.feed(&sent)).expect("text");
        seen.push((start.elapsed().as_secs(), text, is_frame, budget.used() > 0));
    }
    let seen: Vec<_> = seen
        .iter()
        .map(|(time, text, is_frame, is_open)| (*time, text.as_str(), *is_frame, *is_open))
        .collect();
    let expected = [
        (0, "data: 1\n\n", true, true),
        (4, ":\n\n", false, true),
        (8, ":\n\n", false, true),
        (10, "", false, false),
        (12, ":\n\n", true, false),
        (16, ":\n\n", true, false),
        (16, "data: 2\n\n", true, true),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test(start_paused = true)]
async fn a_stream_goes_on_when_the_budget_is_used_up() {
    let script = |steps: [Step; 4]| Script::new(steps);
    let budget = Budget::new(1500 << 10);
    let compression = compression(&budget);
    let steps = [
        event("data: 1\n\n"),
        wait(20),
        event("data: 2\n\n"),
        event("data: 3\n\n"),
    ];
    let mut body = stream(&compression, Coding::Zstd, script(steps));
    let mut decoder = Decoder::new(Coding::Zstd);
    assert_eq!(decoder.feed(&data(&mut body).await), b"data: 1\n\n");
    assert_eq!(decoder.feed(&data(&mut body).await), b"");
    let other = stream(&compression, Coding::Zstd, Script::new([]));
    let taken = budget.used();
    assert_ne!(taken, 0);
    for text in [b"data: 2\n\n", b"data: 3\n\n"] {
        let sent = data(&mut body).await;
        assert!(sent.starts_with(MAGIC));
        assert_eq!(decoder.feed(&sent), text);
        assert_eq!(budget.used(), taken);
    }
    decoder.end();
    assert!(body.frame().await.is_none());
    drop(other);
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_waits_for_its_first_event_gives_back_too() {
    let budget = Budget::new(10 << 20);
    let script = Script::new([wait(60), event("data: 1\n\n")]);
    let mut body = stream(&compression(&budget), Coding::Zstd, script);
    assert_ne!(budget.used(), 0);
    let mut decoder = Decoder::new(Coding::Zstd);
    assert_eq!(decoder.feed(&data(&mut body).await), b"");
    assert_eq!(budget.used(), 0);
    assert_eq!(decoder.feed(&data(&mut body).await), b"data: 1\n\n");
}

/// Browsers stop at the end of the first stream of these.
#[tokio::test(start_paused = true)]
async fn brotli_and_gzip_never_begin_again() {
    for coding in [Coding::Brotli, Coding::Gzip] {
        let start = Instant::now();
        let script = Script::new([event("data: 1\n\n"), wait(60), event("data: 2\n\n")]);
        let mut body = stream(&compression(&Budget::new(10 << 20)), coding, script);
        let mut decoder = Decoder::new(coding);
        assert_eq!(decoder.feed(&data(&mut body).await), b"data: 1\n\n");
        assert_eq!(decoder.feed(&data(&mut body).await), b"data: 2\n\n");
        assert_eq!(start.elapsed().as_secs(), 60);
        data(&mut body).await;
        assert!(body.frame().await.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn zero_keeps_the_encoder() {
    let compression = Compression::new().idle(Duration::ZERO);
    let script = Script::new([event("data: 1\n\n"), wait(3600)]);
    let mut body = stream(&compression, Coding::Zstd, script);
    data(&mut body).await;
    assert!(
        timeout(Duration::from_secs(3000), body.frame())
            .await
            .is_err()
    );
}

/// Events, comments and silence in any order.
fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => "(data: [a-z]{0,60}\n){1,40}\n".prop_map(event),
        2 => Just(event(":\n\n")),
        2 => (0..30_u64).prop_map(wait),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn nothing_is_lost_between_frames(steps in vec(step(), 0..20), limit in 1_200_000..3_000_000_usize) {
        let runtime = Builder::new_current_thread().enable_time().start_paused(true).build();
        runtime.expect("a runtime").block_on(async {
            // Room for one encoder or two; another stream takes one whenever this one has given its own back.
            let budget = Budget::new(limit);
            let mut body = stream(&compression(&budget), Coding::Zstd, Script::new(steps.clone()));
            let mut other = None;
            let mut decoder = Decoder::new(Coding::Zstd);
            let mut read = Vec::new();
            while let Some(frame) = body.frame().await {
                let sent = frame.expect("no error").into_data().expect("data");
                read.extend(decoder.feed(&sent));
                if budget.used() == 0 {
                    other = Some(stream(&compression(&budget), Coding::Zstd, Script::new([])));
                }
            }
            drop(other);
            decoder.end();
            let sent = steps.iter().filter_map(|step| match step {
                Step::Data(data) => Some(data.as_ref()),
                _ => None,
            });
            assert_eq!(read, sent.collect::<Vec<_>>().concat());
            assert_eq!(budget.used(), 0);
        });
    }
}
