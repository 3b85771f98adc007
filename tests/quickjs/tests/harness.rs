//! The page behaves as browsers do where the client looks: what the other tests rest on.

use std::time::Duration;

use serde_json::json;
use starmark_quickjs::{Client, Value};

#[test]
fn a_source_has_a_value() {
    let client = Client::start();
    let value = |signals, source| client.evaluate(&signals, source).unwrap();
    assert_eq!(value(json!({ "a": 1 }), "$a + 1"), Value::from(2.0));
    assert_eq!(value(json!({}), "0 / 0"), Value::from(f64::NAN));
    assert_eq!(value(json!({}), "void 0"), Value::Undefined);
    assert_eq!(value(json!({}), "null"), Value::Null);
    assert_eq!(value(json!({}), "() => 1"), Value::Other("function"));
    assert_eq!(
        value(json!({}), "'\\0' + String.fromCodePoint(0x1f600)"),
        Value::from("\0😀")
    );
    assert_eq!(
        value(json!({ "a": { "b": [1, "x"] } }), "$a"),
        json!({ "b": [1, "x"] })
    );
    // A later case knows nothing of an earlier one.
    assert_eq!(value(json!({}), "'a' in $"), Value::from(false));
}

#[test]
fn statements_change_signals_and_call_actions() {
    let client = Client::start();
    let run = client
        .run(
            &json!({ "a": 1 }),
            "$a++; $b.c = 'x'\n@post('/x', {headers: {n: $a}})",
        )
        .unwrap();
    assert_eq!(run.signals, json!({ "a": 2, "b": "" }));
    assert_eq!(run.calls.len(), 1);
    assert_eq!(run.calls[0].action, "post");
    assert_eq!(
        run.calls[0].arguments,
        [
            Value::from("/x"),
            Value::from(&json!({ "headers": { "n": 2 } }))
        ]
    );
    let requests = client.requests();
    assert_eq!(requests[0].method, "POST");
    assert_eq!(requests[0].url, "http://127.0.0.1/x");
    assert_eq!(requests[0].body.as_deref(), Some(r#"{"a":2,"b":""}"#));
    assert_eq!(
        requests[0].headers.get("Datastar-Request"),
        Some(&Value::from(true))
    );
}

#[test]
fn the_client_says_why_it_gives_up() {
    let client = Client::start();
    let kind = |source| {
        client
            .evaluate(&json!({}), source)
            .unwrap_err()
            .kind()
            .to_owned()
    };
    assert_eq!(kind("a b"), "GenerateExpression");
    assert_eq!(kind("missing()"), "ExecuteExpression");
    assert_eq!(kind("@nothing()"), "ExecuteExpression");
    assert_eq!(kind("@get('')"), "FetchNoUrlProvided");
}

#[test]
fn attributes_are_applied() {
    let client = Client::start();
    let page = client.show(
        r#"<div data-signals='{"a": "x", "n": 2}'><p id="text" data-text="$a"></p>
           <p id="show" data-show="$n > 2"></p><p id="class" class="one" data-class:on="$n == 2"></p>
           <p id="style" data-style:color="$a"></p><p id="attr" data-attr:title="$a + '&quot;'"></p>
           <p id="computed" data-computed:twice="$n * 2" data-text="$twice"></p>
           <input id="bind" data-bind="a"><b id="ref" data-ref="el"></b></div>
           <svg data-attr="{'viewBox': $a}"></svg>"#,
    );
    let check = |a: &str, n: i32| {
        let is = |id: &str| page.find(id);
        assert_eq!(is("text").text(), a);
        assert_eq!(is("show").style("display"), if n > 2 { "" } else { "none" });
        assert_eq!(is("class").has_class("on"), n == 2);
        assert!(is("class").has_class("one"));
        assert_eq!(is("style").style("color"), a);
        assert_eq!(is("attr").attribute("title"), Some(format!("{a}\"")));
        assert_eq!(is("computed").text(), (n * 2).to_string());
        assert_eq!(is("bind").property("value"), Value::from(a));
        assert_eq!(page.element(9).attribute("viewBox").as_deref(), Some(a));
        page.assert_quiet();
    };
    check("x", 2);
    client.merge(&json!({ "a": "é😀\0", "n": 3 }));
    check("é😀\0", 3);
    page.find("bind").input("value", "typed");
    check("typed", 3);
}

#[test]
fn listeners_run_when_it_is_their_turn() {
    let client = Client::start();
    let page = client.show(
        r#"<div data-on:click="$outer = $outer + 1" data-signals="{outer: 0}">
           <p data-signals="{c: 0, i: 0, v: 0, w: 0, d: 0, p: 0}" data-on:click__once="$c++" data-on-intersect="$v++"
              data-on-interval__duration.100ms="$i++" data-on:click__window="$w++" data-init__delay.50ms="$d++"
              data-on-signal-patch="patch.v && $p++"></p></div>"#,
    );
    let target = page.element(1);
    target.dispatch("click");
    target.dispatch("click");
    target.intersect(false);
    target.intersect(true);
    client.advance(Duration::from_millis(250));
    let expected = json!({ "outer": 2, "c": 1, "i": 2, "v": 1, "w": 2, "d": 1, "p": 1 });
    assert_eq!(client.signals(), expected);
    page.assert_quiet();
    drop(page);
    client.advance(Duration::from_secs(9));
    assert_eq!(client.signals(), json!({}));
}

#[test]
fn the_stream_reader_of_the_client_reads_answers() {
    let client = Client::start();
    let page = client.show(r#"<p data-on:click="@get('/a?b=c d')"></p>"#);
    let stream =
        "event: datastar-patch-signals\ndata: signals {\"a\":\ndata: signals 1}\n\n: ping\n\n";
    client.answer(200, "text/event-stream", stream);
    page.element(0).dispatch("click");
    assert_eq!(client.signals(), json!({ "a": 1 }));
    let requests = client.requests();
    assert_eq!(requests[0].url, "http://127.0.0.1/a?b=c+d&datastar=%7B%7D");
    page.assert_quiet();
}

#[test]
fn an_exception_stops_the_attributes_behind_it() {
    let client = Client::start();
    let plain = serde_json::to_string(&json!({ "a": "\\", "b": "x;y" })).unwrap();
    let page = client.show(format!(
        "<div data-signals='{plain}'></div><p data-text=\"'alive'\"></p>"
    ));
    assert_eq!(page.element(1).text(), "");
    let errors = client.errors();
    assert!(
        errors[0].starts_with("Error: GenerateExpression"),
        "{errors:?}"
    );
    assert_eq!(client.console().len(), 1);
}

#[test]
fn a_page_that_failed_leaves_nothing_behind() {
    let client = Client::start();
    client.merge(&json!({ "a": 1 }));
    // An effect without cleanup, which runs again whenever one of its signals changes.
    let page = client.show("<p data-text=\"$a.b.c.d()\"></p>");
    assert_eq!(client.errors().len(), 1);
    drop(page);
    client.show("<p data-signals:a=\"2\"></p>").assert_quiet();
    assert_eq!(client.signals(), json!({}));
}

#[test]
#[should_panic(expected = "code from data ran")]
fn the_trap_is_noticed() {
    let _ = Client::start().evaluate(&json!({}), "pwn()");
}

#[test]
#[should_panic(expected = "a built-in object was changed")]
fn pollution_is_noticed() {
    let signals = json!({ "constructor": { "prototype": { "polluted": 1 } } });
    // The client walks the path when it puts the signals together that it sends.
    let _ = Client::start().run(&signals, "@post('/x')");
}
