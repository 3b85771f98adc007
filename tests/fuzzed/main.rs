//! What the fuzzer found worth keeping: inputs that reach every branch, read again by every test run.
//!
//! `cargo +nightly fuzz run read_signals` looks for more.

mod properties;
#[path = "../support/sse.rs"]
#[allow(dead_code, reason = "the fuzzer needs a part of it")]
mod sse;

/// Hands every line of a corpus to its property.
fn each(corpus: &str, property: impl Fn(&[u8])) {
    assert!(corpus.lines().count() > 10, "a corpus");
    for line in corpus.lines() {
        property(&bytes(line));
    }
}

/// The bytes of a line: `\x00` to `\xff`, `\\` and ASCII.
fn bytes(line: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = line;
    while let Some((before, escape)) = rest.split_once('\\') {
        bytes.extend(before.bytes());
        if let Some(after) = escape.strip_prefix('\\') {
            bytes.push(b'\\');
            rest = after;
        } else {
            let (code, after) = escape.split_at(3);
            bytes.push(u8::from_str_radix(&code[1..], 16).expect("two digits"));
            rest = after;
        }
    }
    bytes.extend(rest.bytes());
    bytes
}

#[test]
fn read_signals() {
    each(include_str!("read_signals.txt"), properties::read_signals);
}

#[test]
fn escape() {
    each(include_str!("escape.txt"), properties::escape);
}

#[test]
fn frame() {
    each(include_str!("frame.txt"), properties::frame);
}
