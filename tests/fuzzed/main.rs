//! What the fuzzer found worth keeping: inputs that reach every branch, read again by every test run.
//!
//! `cargo +nightly fuzz run read_signals` looks for more; `cargo +nightly fuzz cmin` keeps what is new.

mod properties;
#[path = "../support/sse.rs"]
#[allow(dead_code, reason = "the fuzzer needs a part of it")]
mod sse;

use std::fs;
use std::path::Path;

/// Hands every input of a corpus to its property.
fn each(name: &str, property: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzzed/corpus")
        .join(name);
    let files = fs::read_dir(&folder).expect("a corpus");
    let mut count = 0;
    for file in files {
        let path = file.expect("an entry").path();
        property(&fs::read(&path).expect("an input"));
        count += 1;
    }
    assert!(count > 0, "nothing in {}", folder.display());
}

#[test]
fn read_signals() {
    each("read_signals", properties::read_signals);
}

#[test]
fn escape() {
    each("escape", properties::escape);
}

#[test]
fn frame() {
    each("frame", properties::frame);
}
