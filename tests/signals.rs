//! Reading signals: what each kind of request is answered with.

use std::collections::BTreeMap;
use std::error::Error as _;

use proptest::prelude::*;
use serde_json::{Value, json};
use starmark::Signals;
use starmark::signals::{ReadSignalsError, Source, from_body, from_query};

#[derive(Debug, Signals, PartialEq)]
struct Form {
    name: String,
    n: i64,
}

#[derive(Debug, Default, Signals, PartialEq)]
#[serde(default)]
struct Filter {
    n: u64,
    big: u128,
    query: String,
    ratio: f64,
    tag: Option<String>,
    inner: Option<Box<Filter>>,
}

fn status<T>(result: Result<T, ReadSignalsError>) -> u16 {
    result.map_or_else(|error| error.status(), |_| 200)
}

fn filter(json: &str) -> Filter {
    from_body(json.as_bytes()).expect(json)
}

#[test]
fn bodies() {
    let nested = |depth| {
        format!(
            "{{\"name\":\"a\",\"n\":1,\"zzz\":{}{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    let deep = "[".repeat(100_000);
    let cases = [
        (r#"{"name":"a","n":1}"#, 200),
        (r#"{"name":"a","n":1,"unknown":[{}]}"#, 200),
        (r#"{"name":"a","n":"x","n":1}"#, 200),
        (r#"{"name":"a","n":1.0}"#, 200),
        (r#"{"name":"a","n":1e3}"#, 200),
        (r#"{"name":"a","n":-0.0}"#, 200),
        (&nested(63), 200),
        (&nested(64), 400),
        (&nested(500), 400),
        (&deep, 400),
        ("", 400),
        ("{", 400),
        (r#"{"name":"a","n":1} x"#, 400),
        ("\u{feff}{\"name\":\"a\",\"n\":1}", 400),
        (r#"{"name":"a","n":1e999}"#, 400),
        (r#"{"name":"\ud83d","n":1}"#, 400),
        (r#"{"name":"a","n":1,"\ud83d":2}"#, 400),
        (r#"{"name":"a","n":1,"zzz":"\ude00"}"#, 400),
        (r#"{"name":"a","n":NaN}"#, 400),
        (r#"{"name":"a"}"#, 422),
        (r#"{"name":"a","n":"1"}"#, 422),
        (r#"{"name":"a","n":""}"#, 422),
        (r#"{"name":"a","n":1.5}"#, 422),
        (r#"{"name":"a","n":null}"#, 422),
        (r#"{"name":"a","n":18446744073709551615}"#, 422),
        (r#"{"name":"a","n":9007199254740992.0}"#, 422),
        (r#"["a",1]"#, 422),
        ("null", 422),
        (r#""x""#, 422),
    ];
    for (body, expected) in cases {
        let start = body.get(..60).unwrap_or(body);
        assert_eq!(
            status(from_body::<Form>(body.as_bytes())),
            expected,
            "{start}"
        );
    }
    assert_eq!(status(from_body::<Value>(b"{\"v\":\"\xff\xfe\"}")), 400);
    assert_eq!(
        status(from_body::<Value>(b"{\"zzz\":[\"\xed\xa0\x80\"]}")),
        400
    );
}

#[test]
fn what_javascript_writes_is_what_rust_expects() {
    assert_eq!(filter("{}"), Filter::default());
    assert_eq!(filter(r#"{"n":null,"query":null,"inner":{"n":null}}"#).n, 0);
    assert_eq!(
        filter(r#"{"n":9007199254740991.0}"#).n,
        9_007_199_254_740_991
    );
    assert_eq!(filter(r#"{"ratio":2}"#).ratio.to_bits(), 2.0_f64.to_bits());
    assert_eq!(
        filter(r#"{"ratio":9.068401298104701e-42}"#).ratio.to_bits(),
        9.068_401_298_104_701e-42_f64.to_bits()
    );
    assert_eq!(filter(r#"{"tag":null}"#).tag, None);
    assert_eq!(filter(r#"{"n":1,"n":2}"#).n, 2);
    assert_eq!(
        filter(r#"{"inner":{"n":3.0}}"#).inner.map(|inner| inner.n),
        Some(3)
    );
    let list: BTreeMap<String, Vec<Option<u8>>> =
        from_body(br#"{"a":[1.0,null],"b":null}"#).expect("a map");
    assert_eq!(
        list,
        BTreeMap::from([("a".to_owned(), vec![Some(1), None])])
    );
}

#[test]
fn queries() {
    let invalid_utf8 = "datastar=%22%FF%22";
    let deep = format!("datastar={}", "[".repeat(2000));
    let cases = [
        (None, 200),
        (Some(""), 200),
        (Some("datastar="), 200),
        (Some("datastar"), 200),
        (Some("a=1&datastar=%7B%22n%22%3A1%7D&b"), 200),
        (Some("datastar={\"query\":\"a+b%20c\"}"), 200),
        (Some("notdatastar=x"), 200),
        (Some(invalid_utf8), 400),
        (Some("datastar=%7B%22query%22:%22%ZZ%22%7D"), 400),
        (Some("datastar=%7B%7"), 400),
        (Some("datastar={}&datastar={}"), 400),
        (Some("datastar=x"), 400),
        (Some(&deep), 400),
        (Some("datastar=[]"), 422),
        (Some("datastar={\"n\":\"x\"}"), 422),
    ];
    for (query, expected) in cases {
        assert_eq!(status(from_query::<Filter>(query)), expected, "{query:?}");
    }
    let read: Filter =
        from_query(Some("datastar={\"query\":\"a+b%20%2B%c3%a9\"}")).expect("a query");
    assert_eq!(read.query, "a b +é");
    assert_eq!(status(from_query::<Form>(None)), 422);
}

type Headers<'a> = &'a [(&'a str, &'a str)];

#[test]
fn headers() {
    const JSON: (&str, &str) = ("content-type", "application/json");
    const DATASTAR: (&str, &str) = ("datastar-request", "true");
    const CROSS: (&str, &str) = ("sec-fetch-site", "cross-site");
    let same = ("sec-fetch-site", "same-origin");
    let of_type = |content_type| [DATASTAR, ("content-type", content_type)];
    let cases: [(&str, Headers<'_>, u16); 18] = [
        ("POST", &[JSON, DATASTAR], 200),
        ("QUERY", &[JSON, DATASTAR, same], 200),
        ("PUT", &of_type("Application/JSON; charset=\"UTF-8\""), 200),
        (
            "PATCH",
            &of_type("application/json;charset=utf-8; x=y"),
            200,
        ),
        ("GET", &[], 200),
        ("GET", &[CROSS], 200),
        ("DELETE", &[], 200),
        ("POST", &[JSON], 403),
        ("POST", &[JSON, DATASTAR, CROSS], 403),
        ("DELETE", &[CROSS], 403),
        ("POST", &[], 403),
        ("POST", &[DATASTAR], 415),
        ("POST", &of_type("text/plain"), 415),
        ("POST", &of_type("application/x-www-form-urlencoded"), 415),
        (
            "POST",
            &of_type("multipart/form-data; boundary=application/json"),
            415,
        ),
        ("POST", &of_type("application/json; charset=utf-16"), 415),
        ("POST", &of_type("application/jsonp"), 415),
        ("POST", &of_type(""), 415),
    ];
    for (method, headers, expected) in cases {
        let header = |name: &str| {
            headers
                .iter()
                .find(|(header, _)| *header == name)
                .map(|(_, value)| *value)
        };
        assert_eq!(
            status(Source::of(method, header)),
            expected,
            "{method} {headers:?}"
        );
    }
}

#[test]
fn a_refusal_tells_the_sender_nothing() {
    let error =
        from_body::<Form>(br#"{"name":"<b>","n":"secret"}"#).expect_err("a string is no number");
    assert_eq!(
        error.to_string(),
        "the signals do not have the expected shape"
    );
    assert!(
        error.source().is_some_and(
            |source| source.to_string() == "signal `n` is not an integer that fits `i64`"
        )
    );
    assert_eq!(ReadSignalsError::too_large().status(), 413);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>(), text in "[{}\\[\\]\",:0-9.eE+\\-a-z\\\\u%&=]{0,40}") {
        let _ = from_body::<Filter>(&bytes);
        let _ = from_body::<Value>(text.as_bytes());
        let _ = from_query::<Filter>(Some(&text));
        let _ = from_query::<Value>(Some(&format!("datastar={text}")));
    }

    #[test]
    fn a_query_carries_any_signals(text in any::<String>(), n in 0_u64..1 << 53) {
        let signals = json!({ "query": text, "n": n }).to_string();
        let encoded = signals.bytes().fold(String::new(), |text, byte| format!("{text}%{byte:02X}"));
        let read: Filter = from_query(Some(&format!("datastar={encoded}"))).expect("signals");
        prop_assert_eq!((read.query, read.n), (text, n));
    }
}
