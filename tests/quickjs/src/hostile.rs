//! Strings and signals that try to be more than data.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value};

use crate::Client;

/// What ends strings, statements, tags and comments, or begins code, for one of the layers on the way.
const MARKS: &[&str] = &[
    "'", "\"", "`", "\\", "\\\\", "\\'", "\\\"", "\\`", ";", ";;", "/", "//", "/*", "*/", "<!--",
    "-->", "\n", "\r\n", "\r", "\0", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{85}", "\u{A0}", "\t",
    "$", "$x", "$x.y-z", "$$", "$5", "$['x']", "${", "}", "{", "${$x}", "${pwn()}", "@", "@get(",
    "@pwn()", "pwn()", "pwn`1`", ";pwn();", "(", ")", "()", "[", "]", ",", ":", "return ",
    "return", "&", "&#39;", "&quot;", "&amp;", "&#x24;", "<", ">", "=", "/[/'\"]/", "/'/", " / ",
    "a/b;c/d", "toString", "NaN", "\\u0027", "\\x27", "\\u{27}", "\u{D7FF}", "\u{E000}", "😀", "é",
    "漢", "e\u{301}", "%27", "%5c", "../", "..", "?", "#", "&b=c", "+", "-", "__", "--x", "data:",
    " ", "  ", "x", "0", "1e9",
];

/// The same, where it takes more than a few characters.
const CODE: &[&str] = &[
    "@get('/x')",
    "@post(\"/x\")",
    "@peek(() => pwn())",
    "'+pwn()+'",
    "\"+pwn()+\"",
    "`+pwn()+`",
    "');pwn();('",
    "\");pwn();(\"",
    "\\';pwn()//",
    "\\\";pwn()//",
    "};pwn();{",
    "(() => pwn())()",
    "()=>pwn()",
    "if (1) pwn()",
    "</script>",
    "<script>pwn()</script>",
    "<!--<script>",
    "/x/.test('",
    "__proto__",
    "constructor",
    "prototype",
    "undefined",
    "\u{10FFFF}",
    "\u{10000}",
    "me@example.com",
    "javascript:pwn()",
];

/// Any string, and more often one that is put together from hostile pieces.
pub fn text() -> impl Strategy<Value = String> {
    let piece = || {
        prop_oneof![
            3 => proptest::sample::select(MARKS),
            1 => proptest::sample::select(CODE),
        ]
    };
    let pieces = proptest::collection::vec(piece(), 0..8).prop_map(|pieces| pieces.concat());
    let mixed =
        (anything(), piece(), anything(), piece()).prop_map(|(a, b, c, d)| [&a, b, &c, d].concat());
    let ascii = proptest::collection::vec(0..0x80_u8, 0..12)
        .prop_map(|bytes| bytes.into_iter().map(char::from).collect());
    prop_oneof![
        5 => pieces,
        2 => ascii,
        1 => mixed,
        1 => anything(),
    ]
}

/// Any string, controls included, which `any::<String>()` leaves out.
fn anything() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<char>(), 0..32).prop_map(String::from_iter)
}

/// Names that objects have and that are no signals; a generated name seldom is one, but shrinking leads there.
const INHERITED: [&str; 9] = [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "toJSON",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Strings of a pattern, which is read once; a pattern as a strategy is read for each string.
///
/// # Panics
///
/// Panics when it is no pattern.
pub fn pattern(pattern: &str) -> impl Strategy<Value = String> {
    proptest::string::string_regex(pattern).expect("a pattern of strings")
}

/// A name that a signal can have.
pub fn name() -> impl Strategy<Value = String> {
    let usual = pattern("_?[A-Za-z][A-Za-z0-9]{0,6}(_[a-z0-9]{1,3})?");
    let known = proptest::sample::select(&[
        "length",
        "then",
        "name",
        "push",
        "value",
        "returned",
        "el",
        "evt",
        "window",
        "if",
        "pwn",
        "_",
        "_x",
        "x",
        "y",
        "get",
        "arguments",
        "A1",
        "a0b1",
    ]);
    let usable = |name: &String| !INHERITED.contains(&name.as_str()) && name != "_";
    prop_oneof![4 => usual, 1 => known.prop_map(str::to_owned)]
        .prop_filter("a name for signals", usable)
}

/// The largest integer that JavaScript has exactly.
const MAX: i64 = (1 << 53) - 1;

/// A signal that is no object and no array.
pub fn scalar() -> impl Strategy<Value = Value> {
    let float = proptest::num::f64::NORMAL
        | proptest::num::f64::SUBNORMAL
        | proptest::num::f64::ZERO
        | proptest::num::f64::NEGATIVE
        | proptest::num::f64::POSITIVE;
    prop_oneof![
        4 => text().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => (-MAX..=MAX).prop_map(Value::from),
        1 => proptest::sample::select(vec![0, 1, -1, MAX, -MAX, MAX - 1, 1 << 31, -(1 << 31), (1 << 32) - 1])
            .prop_map(Value::from),
        2 => float.prop_map(Value::from),
        1 => proptest::sample::select(vec![f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, -0.0, 0.1, 1e21, 1e-7])
            .prop_map(Value::from),
    ]
}

/// Signals that can be carried: an object of objects, arrays, texts, numbers and booleans.
pub fn signals() -> impl Strategy<Value = Value> {
    // Built once: a recursive strategy calls its closure for every case.
    let name = name().boxed();
    let object = move |value| {
        proptest::collection::vec((name.clone(), value), 0..5)
            .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
    };
    let inner = object.clone();
    let value = scalar().prop_recursive(4, 16, 4, move |value| {
        prop_oneof![
            proptest::collection::vec(value.clone(), 0..5).prop_map(Value::Array),
            inner(value),
        ]
    });
    object(value.boxed())
}

/// Runs a test on one client, case after case.
///
/// # Panics
///
/// Panics with the smallest case that fails.
#[track_caller]
pub fn check<S: Strategy>(cases: u32, strategy: S, test: impl Fn(&Client, S::Value)) {
    let client = Client::start();
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::with_cases(cases)
    });
    let result = runner.run(&strategy, |value| {
        test(&client, value);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
