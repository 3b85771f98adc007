#![no_main]

#[path = "../../tests/fuzzed/properties.rs"]
mod properties;
#[path = "../../tests/support/sse.rs"]
#[allow(dead_code)]
mod sse;

libfuzzer_sys::fuzz_target!(|input: &[u8]| properties::frame(input));
