//! Known attacks, one row each, and what must hold wherever the client reads them.

use serde_json::{Value, json};
use starmark::prelude::*;
use starmark::sse::{Event, PatchSignals};
use starmark_quickjs::Client;

/// Texts that end a literal, call a function, name a signal, ask the server or close a tag.
const TEXTS: &[&str] = &[
    "'+pwn()+'",
    "\\';pwn()//",
    "`${pwn()}`",
    "$foo.bar-baz",
    "@get('/x')",
    "me@example.com",
    "x\\;y",
    "\u{2028}\u{2029}",
    "&#39;+pwn()+&#39;",
    "</script>",
    "/*x*/ //",
    "()=>pwn()",
    "😀é漢",
    "');pwn();('",
    "\"+pwn()+\"",
    "\r\n\0\u{FEFF}",
    "'\"`</script>\u{2028}$foo @get('/x') ${pwn()}",
    "<!--<script>pwn()//-->",
    "x\n\nevent: datastar-patch-signals\ndata: signals pwn()\n\n",
    "x\r\revent: datastar-patch-signals\rdata: signals pwn()\r\r",
    "\u{FEFF}data: x",
];

#[test]
fn a_text_is_itself_in_every_attribute() {
    let client = Client::start();
    for text in TEXTS {
        let page = client.show(html! {
            p data-signals=(json!({ "all": text })) {}
            p data-signals:one=(*text) {}
            p data-text=(quote(text)) {}
            p data-attr:title=(quote(text)) {}
            p data-class:on=(quote(text).untyped()) {}
            p data-effect={ "$effect = " (quote(text)) } {}
            p data-on:click={ "$click = " (quote(text)) } {}
            p data-text="`${$all}`" {}
        });
        page.element(6).dispatch("click");
        page.assert_quiet();
        let all = json!({ "all": text, "one": text, "effect": text, "click": text });
        assert_eq!(client.signals(), all, "{text:?}");
        assert_eq!(page.element(2).text(), *text);
        assert_eq!(page.element(3).attribute("title").as_deref(), Some(*text));
        assert!(page.element(4).has_class("on"));
        assert_eq!(page.element(7).text(), *text);
    }
}

#[test]
fn a_text_is_itself_in_a_template_literal() {
    let client = Client::start();
    for text in TEXTS {
        let quoted = data::text(quote(text));
        for (source, expected) in [
            (
                format!("`<${{ {} }}>`", quoted.value()),
                format!("<{text}>"),
            ),
            (
                format!("`it's ${{{}}}`", quoted.value()),
                format!("it's {text}"),
            ),
        ] {
            let value = client.evaluate(&json!({}), &source);
            assert_eq!(value, Ok(expected.as_str().into()), "{source}");
        }
        assert_eq!(client.requests(), []);
    }
}

/// A page that shows the signals, then gets them again as a patch.
fn arrive(client: &Client, signals: &Value) {
    let page = client.show(
        html! { p data-signals=(signals) data-on:click=(get("/")) {} p data-text="'alive'" {} },
    );
    page.assert_quiet();
    assert_eq!(client.signals(), *signals);
    assert_eq!(page.element(1).text(), "alive");
    client.merge(&json!({ "a": null, "b": null, "v": null, "w": null }));
    let patch = PatchSignals::new(signals).expect("signals that can be carried");
    client.answer(200, "text/event-stream", Event::from(patch).as_str());
    page.element(0).dispatch("click");
    assert_eq!(client.requests().len(), 1);
    page.assert_quiet();
    assert_eq!(client.signals(), *signals);
}

#[test]
fn signals_are_themselves() {
    let client = Client::start();
    let strings = TEXTS
        .iter()
        .map(|text| json!({ "v": text, "w": ["\\", text, ";"] }));
    for signals in strings.chain([
        // A backslash at the end, then a semicolon: the client's splitter gets lost in plain JSON.
        json!({ "a": "\\", "b": "x;y" }),
        json!({ "a": "x\\", "b": { "v": "\\", "w": ";" } }),
        json!({ "v": -0.0, "w": 9_007_199_254_740_991_i64 }),
        json!({ "v": {}, "w": [] }),
        json!({ "v": 1.0e308, "w": 5.0e-324 }),
    ]) {
        arrive(&client, &signals);
    }
}

#[test]
fn signals_that_cannot_arrive_are_refused() {
    let client = Client::start();
    for (signals, at) in [
        (json!([1, 2]), ""),
        (json!("pwn()"), ""),
        (json!({ "__proto__": { "polluted": 1 } }), "__proto__"),
        (json!({ "prototype": 1 }), "prototype"),
        (
            json!({ "constructor": { "prototype": { "polluted": 1 } } }),
            "constructor",
        ),
        (
            json!({ "constructor.prototype.polluted": 1 }),
            "constructor.prototype.polluted",
        ),
        (
            json!({ "v": { "hasOwnProperty": { "polluted": 1 } } }),
            "v.hasOwnProperty",
        ),
        (json!({ "a.b": 1 }), "a.b"),
        (json!({ "a__b": 1 }), "a__b"),
        (json!({ "toJSON": 1 }), "toJSON"),
        (json!({ "a-b": 1 }), "a-b"),
        (json!({ "$a": 1 }), "\\u0024a"),
        (json!({ "v": 18_446_744_073_709_551_615_u64 }), "v"),
        (json!({ "v": [1, null] }), "v[1]"),
    ] {
        let error = PatchSignals::new(&signals).expect_err("signals that cannot be carried");
        assert_eq!(error.path(), at);
        let page = client.show(
            html! { p data-signals=(signals) data-init=(post("/")) {} p data-text="'alive'" {} },
        );
        assert_eq!(page.element(1).text(), "alive");
        assert_eq!(client.signals(), json!({}));
        assert_eq!(client.console()[0].text, format!("starmark: {error}"));
    }
    assert!(
        PatchSignals::new(
            [("v", f64::NAN)]
                .into_iter()
                .collect::<std::collections::BTreeMap<_, _>>()
        )
        .is_err()
    );
}

#[test]
fn signals_that_are_nothing_leave_the_page_alone() {
    let client = Client::start();
    let page =
        client.show(html! { p data-signals=(json!({ "v": 1 })) data-on:click=(get("/")) {} });
    let patch =
        PatchSignals::new(json!({ "v": null, "_local": 2 })).expect("nothing, and a local signal");
    client.answer(200, "text/event-stream", Event::from(patch).as_str());
    page.element(0).dispatch("click");
    page.element(0).dispatch("click");
    assert_eq!(client.signals(), json!({ "v": 1, "_local": 2 }));
    let requests = client.requests();
    assert!(
        requests[1].url.ends_with("?datastar=%7B%22v%22%3A1%7D"),
        "{requests:?}"
    );
}

/// A name that leads out of the signals must not become a [`Signal`]; those that HTML misreads already do not.
#[test]
fn names_of_signals() {
    for name in [
        "__proto__.polluted",
        "a__b",
        "a-b",
        "$a",
        "a b",
        "a.",
        "x onclick=pwn() y",
        "",
    ] {
        assert!(data::SignalPath::try_from(name).is_err(), "{name}");
    }
}

#[test]
fn inherited_names_of_signals() {
    for name in [
        "constructor.prototype.polluted",
        "hasOwnProperty.a",
        "toString.a",
        "valueOf",
        "toJSON",
    ] {
        assert!(data::SignalPath::try_from(name).is_err(), "{name}");
    }
}

#[test]
fn segments_and_parameters_stay_in_their_place() {
    let client = Client::start();
    let url = |action: starmark::data::Action| {
        let page = client.show(html! { p data-init=(action) {} });
        let url = client.requests().pop().map(|request| request.url);
        assert_eq!(client.console().len(), usize::from(url.is_none()));
        page.assert_quiet();
        url
    };
    for (segment, expected) in [
        ("..", None),
        (".", None),
        ("", None),
        ("%2e%2e", None),
        (".%2E", None),
        ("%2e%2e%2e", Some("%252e%252e%252e")),
        (
            "a/b?c#d\\e%2f;é\n",
            Some("a%2Fb%3Fc%23d%5Ce%252f%3B%C3%A9%0A"),
        ),
        ("//evil.example/x", Some("%2F%2Fevil.example%2Fx")),
        ("/\\evil.example", Some("%2F%5Cevil.example")),
        ("http://evil.example/", Some("http%3A%2F%2Fevil.example%2F")),
        (
            "data:text/event-stream,pwn()",
            Some("data%3Atext%2Fevent-stream%2Cpwn%28%29"),
        ),
        ("');pwn();('", Some("%27%29%3Bpwn%28%29%3B%28%27")),
    ] {
        let expected = expected.map(|segment| format!("http://127.0.0.1/items/{segment}/x"));
        assert_eq!(url(post("/items").segment(segment).segment("x")), expected);
    }
    assert_eq!(
        url(post("/items").query("q", "a&safe=0#x+ %").query("safe", 1)).as_deref(),
        Some("http://127.0.0.1/items?q=a%26safe%3D0%23x%2B+%25&safe=1")
    );
}
