//! Expressions written with `js!` have the value in the client that Rust computes.
//!
//! Random expressions are written into a program twice: as code of the browser, and as plain Rust over the same
//! values. The program is built and run; the client evaluates what it prints.

mod generate;
#[path = "../../../support/package.rs"]
mod package;
mod program;

use proptest::test_runner::TestRunner;
use starmark_quickjs::{Client, Value};

use generate::Generator;

/// How many expressions there are.
const CASES: usize = 10_000;

#[test]
fn code_of_the_browser_means_what_rust_means() {
    let mut generator = Generator::new(TestRunner::deterministic().new_rng());
    let cases: Vec<String> = (0..CASES).map(|_| generator.expression()).collect();
    let printed = program::run(&cases);
    let client = Client::start();
    let signals: serde_json::Value = serde_json::from_str(program::SIGNALS).expect("signals");
    let mut count = 0;
    let mut wrong = Vec::new();
    for (line, case) in printed.lines().zip(&cases) {
        let (source, expected): (String, serde_json::Value) =
            serde_json::from_str(line).expect("a source and a value");
        match client.evaluate(&signals, &source) {
            Ok(value) if value == expected => {}
            // JSON has no infinity.
            Ok(Value::Number(number)) if expected.is_null() && !number.is_finite() => {}
            other => wrong.push(format!(
                "{case}\n  {source}\n  {other:?}, not {}",
                shown(&expected)
            )),
        }
        count += 1;
    }
    assert_eq!(count, CASES);
    assert!(
        wrong.is_empty(),
        "{} of {CASES}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn shown(value: &serde_json::Value) -> String {
    format!("{:?}", Value::from(value))
}
