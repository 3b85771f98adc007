//! For every codec and any chunks: what is flushed can be read at once, and all of it is the input.

use std::fmt::Write as _;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http_body_util::BodyExt as _;
use proptest::collection::vec;
use proptest::prelude::*;
use starmark::compression::{Budget, Coding, Compression};

use crate::decoder::Decoder;
use crate::script::{Script, Step, event};
use crate::stream;

/// Texts that repeat, with a little that changes, and bytes of any sort.
fn chunk() -> impl Strategy<Value = Vec<u8>> {
    let repeated = (any::<u16>(), 1..3000_usize).prop_map(|(number, count)| {
        format!("data: elements <b id=\"n\">{number}</b>\n")
            .repeat(count)
            .into_bytes()
    });
    prop_oneof![
        4 => "(data: [a-z<>/ ]{0,40}\n){1,20}\n".prop_map(String::into_bytes),
        2 => repeated,
        2 => vec(any::<u8>(), 0..5000),
        1 => Just(b":\n\n".to_vec()),
        1 => vec(any::<u8>(), 200_000..300_000),
    ]
}

fn assert_readable(compression: &Compression, coding: Coding, chunks: &[Vec<u8>], tells_end: bool) {
    let mut script = Script::new(chunks.iter().cloned().map(event));
    script.tells_end = tells_end && !chunks.is_empty();
    let mut body = stream(compression, coding, script);
    let mut decoder = Decoder::new(coding);
    let mut next = || body.frame().now_or_never().expect("nothing to wait for");
    for chunk in chunks {
        let frame = next().expect("a frame").expect("no error");
        let sent = frame.into_data().expect("data");
        assert!(
            decoder.feed(&sent) == *chunk,
            "{} bytes, {coding:?}",
            chunk.len()
        );
    }
    if let Some(end) = next() {
        let sent = end.expect("no error").into_data().expect("data");
        assert!(!tells_end || chunks.is_empty());
        assert_eq!(decoder.feed(&sent), b"");
    }
    decoder.end();
    for _ in 0..2 {
        assert!(next().is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn every_flush_is_readable(chunks in vec(chunk(), 0..8), tells_end: bool, size in 0..2_000_000_usize) {
        let compression = Compression::new().event_size(size);
        for coding in Coding::ALL {
            assert_readable(&compression, coding, &chunks, tells_end);
        }
    }

    #[test]
    fn every_frame_is_readable_when_the_budget_is_used_up(chunks in vec(chunk(), 1..8), tells_end: bool) {
        // What is complete begins without an encoder, and cannot keep one.
        let compression = Compression::new().budget(&Budget::new(0));
        let mut script = Script::new(chunks.iter().cloned().map(event));
        script.size = Some(chunks.iter().map(|chunk| chunk.len() as u64).sum::<u64>().max(64));
        script.tells_end = tells_end;
        let mut body = stream(&compression, Coding::Zstd, script);
        let mut decoder = Decoder::new(Coding::Zstd);
        for chunk in &chunks {
            let frame = body.frame().now_or_never().flatten().expect("a frame");
            let sent = frame.expect("no error").into_data().expect("data");
            assert!(decoder.feed(&sent) == *chunk);
        }
        assert!(body.frame().now_or_never().expect("an end").is_none());
        decoder.end();
    }
}

/// `compress`: a window log of 24 is never emitted; browsers refuse it.
#[test]
fn the_window_stays_within_what_browsers_read() {
    for size in [0, 1, 1 << 16, (1 << 16) + 1, 1 << 20, usize::MAX] {
        let compression = Compression::new().event_size(size);
        let steps = std::iter::repeat_with(|| event("data: a\n\n")).take(2);
        let mut body = stream(&compression, Coding::Zstd, Script::new(steps));
        let sent = body.frame().now_or_never().flatten().expect("a frame");
        let sent = sent.expect("no error").into_data().expect("data");
        // The descriptor of the frame says that the window follows it: exponent, then mantissa.
        assert_eq!(sent[..4], [0x28, 0xb5, 0x2f, 0xfd]);
        assert_eq!(sent[4] & 0b0010_0000, 0);
        let expected = match size {
            0..=0x1_0000 => 17,
            0x1_0001..=0x2_0000 => 18,
            _ => 20,
        };
        assert_eq!((10 + (sent[5] >> 3), sent[5] & 7), (expected, 0));
    }
}

#[test]
fn the_window_is_kept_from_event_to_event() {
    let mut board = String::new();
    for n in 0..120 {
        write!(board, "<li id=\"card-{n}\">{}</li>", n * 7919).expect("a string");
    }
    for coding in Coding::ALL {
        let steps: Vec<Step> = (0..3)
            .map(|n| event(format!("data: {board}{n}\n\n")))
            .collect();
        let mut body = stream(&Compression::new(), coding, Script::new(steps));
        let mut next = || -> Bytes {
            let frame = body.frame().now_or_never().flatten().expect("a frame");
            frame.expect("no error").into_data().expect("data")
        };
        let [first, second, third] = [next(), next(), next()].map(|sent| sent.len());
        assert!(
            second * 4 < first && third * 4 < first,
            "{coding:?}: {first} {second} {third}"
        );
    }
}
