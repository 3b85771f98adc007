//! Plain code, and what is more than that.

use proptest::prelude::*;
use serde_json::json;

use super::super::value::Place;
use super::*;
use crate::data::quote;

struct Signals(Value);

impl Place for Signals {
    fn signal(&self, path: &str) -> Value {
        let found = path
            .split('.')
            .try_fold(&self.0, |value, name| value.get(name));
        found.cloned().unwrap_or_else(|| "".into())
    }

    fn property(&self, name: &str) -> Option<Value> {
        (name == "value").then(|| "typed".into())
    }
}

fn value(code: &str) -> Value {
    let signals = Signals(json!({"a": {"b": 2}, "on": false, "id": "x/y", "none": null}));
    let expression = expression(code).unwrap_or_else(|| panic!("{code} is not plain"));
    expression.value(&signals).unwrap()
}

#[test]
fn plain_code_has_a_value() {
    for (code, expected) in [
        ("'a\\u0022\\'b' + \"c\"", json!("a\"'bc")),
        ("-1.5", json!(-1.5)),
        ("1e3", json!(1000)),
        (
            "{a: 1, 'b c': [true, null, {}]}",
            json!({"a": 1, "b c": [true, null, {}]}),
        ),
        ("$a.b + 1", json!(3)),
        ("'/x/' + $a.b", json!("/x/2")),
        ("!$on", json!(true)),
        ("encodeURIComponent($id)", json!("x%2Fy")),
        ("($missing)", json!("")),
        ("el.value", json!("typed")),
        ("/(^|\\.)_/", json!(r"(^|\.)_")),
        ("'\\ud83d\\ude00'", json!("😀")),
    ] {
        assert_eq!(value(code), expected, "{code}");
    }
}

#[test]
fn statements_are_read() {
    let read = statements("$a.b = 1; @post('/x');; $n += 2;").unwrap();
    assert_eq!(read.len(), 3);
    assert_eq!(
        read[0],
        Statement::Set("a.b".to_owned(), Expression::Value(json!(1)))
    );
    assert!(statements("").unwrap().is_empty());
}

#[test]
fn anything_else_is_refused() {
    for code in [
        "alert(1)",
        "$a == 1",
        "$a = b",
        "if ($a) { @get('/x') }",
        "$a = $b ? 1 : 2",
        "@get('/x'",
        "$a = 'x",
        "$a.b()",
        "$a[0] = 1",
        "$a = 1 $b = 2",
        "@get(`/x`)",
        "$a++",
        "await @get('/x')",
        "$a = $b-",
        "$a..b = 1",
    ] {
        let error = statements(code).unwrap_err().to_string();
        assert!(error.contains(code), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// What the server quotes is read as it was.
    #[test]
    fn quoted_text_is_read_back(text in "\\PC{0,20}|[\"'\\\\\u{0}-\u{20}$@;`/<>&]{0,20}") {
        prop_assert_eq!(expression(quote(&text).as_str()), Some(Expression::Value(text.into())));
    }

    /// No text is a panic.
    #[test]
    fn any_code_is_read_or_refused(code in "[$@a.(){}'\"\\\\/0-9+=!;:,\\[\\] é-]{0,30}") {
        let _ = statements(&code);
    }
}
