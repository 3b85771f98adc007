//! What is written, and the path of what is not.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::*;
use crate::buffer::Buffer;
use crate::element::Code as _;

fn refused(value: &impl Serialize) -> (String, String) {
    let error = object(value).unwrap_err();
    (error.path().to_owned(), error.to_string())
}

fn path(value: &impl Serialize) -> String {
    refused(value).0
}

#[test]
fn active_characters_are_escaped() {
    let written =
        object(&json!({ "v": "\\\"'<>&;$@/`\u{2028}\u{2029}\u{FEFF}\0\n\r\u{7F}aé😀" })).unwrap();
    assert_eq!(
        written,
        "{\"v\":\"\\u005c\\u0022\\u0027\\u003c\\u003e\\u0026\\u003b\\u0024\\u0040\\u002f\\u0060\\u2028\\u2029\
         \\ufeff\\u0000\\u000a\\u000d\\u007faé😀\"}"
    );
}

#[test]
fn every_string_comes_back_the_same() {
    for text in [
        "",
        "\\",
        "x;y\\",
        "</script>",
        "${pwn()}",
        "@get('/x')",
        "()=>pwn()",
        "\r\n\0\u{85}",
    ] {
        let json = value(text).unwrap();
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        assert!(
            !json[1..json.len() - 1].contains(['\\', '"', '<', ';', '$']) || json.contains("\\u"),
            "{json}"
        );
    }
}

#[derive(Serialize)]
struct All<'a> {
    text: &'a str,
    char: char,
    int: i64,
    float: f64,
    single: f32,
    none: Option<u8>,
    some: Option<u8>,
    unit: (),
    list: Vec<(u8, bool)>,
    variants: Vec<Variant>,
}

#[derive(Serialize)]
enum Variant {
    Unit,
    New(u8),
    Tuple(u8, u8),
    Struct { a: u8, none: Option<u8> },
}

#[test]
fn every_shape_of_serde_is_written() {
    let all = All {
        text: "t",
        char: 'c',
        int: -9_007_199_254_740_991,
        float: 1e300,
        single: 0.1,
        none: None,
        some: Some(1),
        unit: (),
        list: vec![(1, true), (2, false)],
        variants: vec![
            Variant::Unit,
            Variant::New(1),
            Variant::Tuple(1, 2),
            Variant::Struct { a: 1, none: None },
        ],
    };
    assert_eq!(
        object(&all).unwrap(),
        "{\"text\":\"t\",\"char\":\"c\",\"int\":-9007199254740991,\"float\":1e300,\"single\":0.1,\"some\":1,\
         \"list\":[[1,true],[2,false]],\
         \"variants\":[\"Unit\",{\"New\":1},{\"Tuple\":[1,2]},{\"Struct\":{\"a\":1}}]}"
    );
}

#[test]
fn what_javascript_cannot_hold_is_refused_with_its_path() {
    assert_eq!(
        path(&json!({ "user": { "scores": [1, 2, 9_007_199_254_740_992_u64] } })),
        "user.scores[2]"
    );
    assert_eq!(
        path(&json!({ "a": [[-9_007_199_254_740_992_i64]] })),
        "a[0][0]"
    );
    assert_eq!(path(&BTreeMap::from([("n", u128::MAX)])), "n");
    assert_eq!(path(&BTreeMap::from([("n", f64::NAN)])), "n");
    assert_eq!(path(&BTreeMap::from([("n", [f32::INFINITY])])), "n[0]");
    assert_eq!(path(&json!({ "a": [{ "b": [null] }] })), "a[0].b[0]");
    assert_eq!(
        refused(&json!({ "a": [null] })).1.split(':').next(),
        Some("signal `a[0]` is null, which deletes a signal")
    );
}

#[test]
fn null_members_are_left_out() {
    assert_eq!(
        object(&json!({ "a": null, "b": 1, "c": { "d": null }, "e": null })).unwrap(),
        r#"{"b":1,"c":{}}"#
    );
}

#[test]
fn signals_are_an_object() {
    for value in [json!([1, 2]), json!("x"), json!(1), json!(null)] {
        assert_eq!(path(&value), "");
    }
    assert_eq!(value(&json!([1, 2])).unwrap(), "[1,2]");
    assert_eq!(value(&None::<u8>).unwrap_err().path(), "");
}

#[test]
fn unsafe_names_are_refused_at_any_depth() {
    let names = [
        "__proto__",
        "prototype",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toJSON",
        "toLocaleString",
        "toString",
        "valueOf",
        "constructor.prototype.polluted",
        "a.b",
        "a__b",
        "a_",
        "_",
        "__a",
        "_a_",
        "a-b",
        "$a",
        "1a",
        "",
        "a b",
        "É",
        "a'b",
        "a\"",
        "\u{2028}",
    ];
    for name in names {
        assert!(object(&json!({ name: 1 })).is_err(), "{name}");
        assert!(object(&json!({ "ok": [{ name: 1 }] })).is_err(), "{name}");
        assert!(
            check_path(&format!("ok.{name}")).is_err() || name.split('.').count() > 1,
            "{name}"
        );
    }
    for name in ["a", "A", "_local", "_1", "a_b", "aB2", "then", "length"] {
        assert!(object(&json!({ name: 1 })).is_ok(), "{name}");
    }
    assert_eq!(path(&json!({ "a": { "b-c": 1 } })), "a.b-c");
    assert_eq!(path(&BTreeMap::from([(1, 1)])), "1");
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth| (0..depth).fold(json!(1), |inner, _| json!({ "a": inner }));
    assert!(object(&nested(64)).is_ok());
    assert!(refused(&nested(65)).1.contains("64 levels"));
}

#[test]
fn an_error_of_the_type_itself_has_a_path() {
    struct Fails;
    impl Serialize for Fails {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("poisoned"))
        }
    }
    assert_eq!(
        refused(&BTreeMap::from([("a", vec![Fails])])).1,
        "signal `a[0]` does not serialise: poisoned"
    );
}

#[test]
fn a_script_holds_any_json_and_no_markup() {
    let data = json!({ "a-b": [null, u64::MAX], "t": "</body></script><!--<script>\u{2028}R&D" });
    let mut out = Buffer::new();
    JsonScript(&data).write_code(&mut out);
    assert!(!out.as_str().contains(['<', '>', '&', '\u{2028}']));
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(out.as_str()).unwrap(),
        data
    );
}

#[test]
fn a_script_without_a_json_form_says_so() {
    let mut out = Buffer::new();
    JsonScript(BTreeMap::from([((1, 2), 3)])).write_code(&mut out);
    assert_eq!(out.as_str(), r#"{"error":"key must be a string"}"#);
}
