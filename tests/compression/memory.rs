//! The budget: who gets an encoder, and when its memory is free again.

use futures_util::FutureExt as _;
use http::header::{CONTENT_ENCODING, VARY};
use http_body_util::{BodyExt as _, Full};
use starmark::compression::{Budget, Coding, Compression};

use crate::script::{Script, Step, event};
use crate::{accepting, response, stream};

/// A budget with room for two encoders.
fn two(coding: Coding) -> (Budget, Compression) {
    let measure = Budget::new(usize::MAX);
    let one = stream(
        &Compression::new().budget(&measure),
        coding,
        Script::new([]),
    );
    let size = measure.used();
    drop(one);
    assert!(size > 256 << 10, "{size}");
    assert_eq!(measure.used(), 0);
    let budget = Budget::new(2 * size + size / 2);
    (budget.clone(), Compression::new().budget(&budget))
}

#[test]
fn over_the_budget_streams_go_uncompressed() {
    for coding in Coding::ALL {
        let (budget, compression) = two(coding);
        let request = accepting(&[coding.name()]);
        let open = || compression.apply(&request, response("text/event-stream", Script::new([])));
        let first = open();
        let second = open();
        let third = open();
        assert_eq!(first.headers()[CONTENT_ENCODING], coding.name());
        assert_eq!(second.headers()[CONTENT_ENCODING], coding.name());
        assert!(!third.headers().contains_key(CONTENT_ENCODING));
        assert_eq!(third.headers()[VARY], "accept-encoding");
        assert!(budget.used() <= budget.limit());
        drop(first);
        let fourth = open();
        assert_eq!(fourth.headers()[CONTENT_ENCODING], coding.name());
        drop((second, third, fourth));
        assert_eq!(budget.used(), 0);
    }
}

#[test]
fn memory_is_free_with_the_end_or_the_error() {
    for coding in Coding::ALL {
        let (budget, compression) = two(coding);
        for steps in [vec![event("a")], vec![event("a"), Step::Fail]] {
            let mut body = stream(&compression, coding, Script::new(steps));
            body.frame()
                .now_or_never()
                .flatten()
                .expect("data")
                .expect("no error");
            assert_ne!(budget.used(), 0);
            // The end of the encoded stream, or the error.
            let _ = body.frame().now_or_never();
            assert_eq!(budget.used(), 0, "{coding:?}");
        }
    }
}

/// A page has its encoder for as long as compressing it takes.
#[test]
fn pages_are_compressed_whatever_streams_take() {
    let compression = Compression::new().budget(&Budget::new(0));
    let request = accepting(&["zstd"]);
    let page = Full::<bytes::Bytes>::from("<p>".repeat(1000));
    let response = compression.apply(&request, response("text/html", page));
    assert_eq!(response.headers()[CONTENT_ENCODING], "zstd");
}

/// Other tests of this process use it as well, so that it can only be told how much is taken at least.
#[test]
fn the_process_has_one_budget() {
    assert_eq!(Budget::of_process().limit(), 256 << 20);
    let bodies: Vec<_> = (0..3)
        .map(|_| stream(&Compression::new(), Coding::Zstd, Script::new([])))
        .collect();
    assert!(Budget::of_process().used() > 3 << 20);
    drop(bodies);
}
