//! A quoted string is itself and nothing more, in every place where the client reads code.
//!
//! The strings come in through our templates and html5ever, so the escaping for HTML is part of the test.

use std::time::Duration;

use starmark::data::Untyped;
use starmark::js::Js;
use starmark::prelude::*;
use starmark::svg;
use starmark_quickjs::hostile::{check, text};
use starmark_quickjs::{Client, Page, Value};

const CASES: u32 = 20_000;

/// Shows a template, whose start must be without any trouble.
fn show<'c>(client: &'c Client, markup: &Markup) -> Page<'c> {
    let page = client.show(markup);
    page.assert_quiet();
    page
}

/// A string as a literal, in code of any type.
fn value(text: &str) -> Js<Untyped> {
    let literal = js!(#text);
    assert_eq!(literal.as_str(), quote(text).as_str());
    literal.untyped()
}

/// A signal's text.
fn signal(client: &Client, name: &str) -> Option<String> {
    client.signals().get(name)?.as_str().map(str::to_owned)
}

#[test]
fn where_a_value_is_read() {
    check(CASES, text(), |client, text| {
        let page = show(
            client,
            &html! {
                p data-text=(value(&text)) {}
                p data-show=(value(&text)) {}
                a data-attr:title=(value(&text)) {}
                p data-style:color=(value(&text)) {}
                p data-class:on=(value(&text)) {}
                p data-computed:total=(value(&text)) {}
            },
        );
        assert_eq!(page.element(0).text(), text);
        assert_eq!(page.element(1).style("display") == "none", text.is_empty());
        assert_eq!(page.element(2).attribute("title").as_ref(), Some(&text));
        assert_eq!(page.element(3).style("color"), text);
        assert_eq!(page.element(4).has_class("on"), !text.is_empty());
        assert_eq!(signal(client, "total"), Some(text));
    });
}

#[test]
fn in_an_object_of_values() {
    check(CASES, (text(), text()), |client, (one, other)| {
        let view_box = data::AttributeName::new("viewBox");
        let path_length = data::AttributeName::new("pathLength");
        let page = show(
            client,
            &html! {
                (html::div()
                    .data_class("w-1/2", value(&one))
                    .data_class("w-1/3", value(&other)))
                (svg::svg()
                    .with(data::attr(view_box, value(&one)))
                    .with(data::attr(path_length, value(&other))))
            },
        );
        let [classes, attributes] = [0, 1].map(|index| page.element(index));
        assert_eq!(classes.has_class("w-1/2"), !one.is_empty());
        assert_eq!(classes.has_class("w-1/3"), !other.is_empty());
        assert_eq!(attributes.attribute("viewBox"), Some(one));
        assert_eq!(attributes.attribute("pathLength"), Some(other));
    });
}

#[test]
fn between_statements_that_run_at_once() {
    check(CASES, (text(), text()), |client, (one, other)| {
        let page = show(
            client,
            &html! {
                p data-init={ "$init = " (value(&one)) "; $last = " (value(&other)) }
                  data-effect={ "$effect = " (value(&one)) "\n" "$ratio = 1 / 2 / " (value(&other)) } {}
            },
        );
        page.assert_quiet();
        for name in ["init", "effect"] {
            assert_eq!(signal(client, name).as_ref(), Some(&one), "{name}");
        }
        assert_eq!(signal(client, "last"), Some(other));
    });
}

#[test]
fn between_statements_that_wait() {
    check(CASES, (text(), text()), |client, (one, other)| {
        let page = show(
            client,
            &html! {
                p data-on:click={ "$click = " (value(&one)) "; $last = " (value(&other)) }
                  data-on-intersect={ "$view = " (value(&one)) }
                  data-on-interval={ "$tick = " (value(&one)) }
                  data-on-signal-patch={ "patch.last && ($patch = " (value(&one)) ")" } {}
            },
        );
        page.element(0).dispatch("click");
        page.element(0).intersect(true);
        client.advance(Duration::from_secs(1));
        page.assert_quiet();
        for name in ["click", "view", "tick"] {
            assert_eq!(signal(client, name).as_ref(), Some(&one), "{name}");
        }
        // An empty string is no news.
        let patched = (!other.is_empty()).then_some(one);
        assert_eq!(signal(client, "patch"), patched);
        assert_eq!(signal(client, "last"), Some(other));
    });
}

#[test]
fn as_all_there_is() {
    check(CASES, text(), |client, text| {
        let page = show(
            client,
            &html! {
                p data-init=(value(&text)) data-effect=(value(&text)) data-on:click=(value(&text))
                  data-on-intersect=(value(&text)) data-on-interval=(value(&text)) data-on-signal-patch=(value(&text)) {}
            },
        );
        page.element(0).dispatch("click");
        page.element(0).intersect(true);
        client.merge(&serde_json::json!({ "a": 1 }));
        client.advance(Duration::from_secs(1));
        page.assert_quiet();
        assert_eq!(client.signals(), serde_json::json!({ "a": 1 }));
    });
}

/// Sources with two strings in them, and their values with `n` = 6.
const SOURCES: &[(&str, &str)] = &[
    ("{1}", "{1}"),
    ("({1}) + ({2})", "{1}{2}"),
    ("$n / 2 > 0 ? {1} : $n / 3", "{1}"),
    ("$n / 2 + {1} + $n / 3 + {2}", "3{1}2{2}"),
    ("'a/;' + {1} + 'it\\'s;' + {2}", "a/;{1}it's;{2}"),
    ("'\\\\' + {1} + '\\\\' + {2}", "\\{1}\\{2}"),
    ("`<${ {1} }>`", "<{1}>"),
    ("`<${ {1} + {2} }>` + {1}", "<{1}{2}>{1}"),
    ("`it's ${ {1} } \"and ${ {2} }`", "it's {1} \"and {2}"),
    ("[{1}, {2}].join('')", "{1}{2}"),
    ("({a: {1}, b: ({2})}).b + {1}", "{2}{1}"),
    ("JSON.parse(JSON.stringify({1})) + {2}", "{1}{2}"),
    ("$x = {1}; $y = {2}; $x + $y", "{1}{2}"),
    ("(() => { return {1} })() + {2}", "{1}{2}"),
    ("/x/.test({1}) ? {1} : {1}", "{1}"),
    ("@peek(() => {1}) + {2}", "{1}{2}"),
    ("'' + /* it */ {1}", "{1}"),
];

/// Puts both strings into their places; neither is looked through for places.
fn fill(template: &str, one: &str, other: &str) -> String {
    let parts: Vec<_> = template
        .split("{1}")
        .map(|part| part.replace("{2}", other))
        .collect();
    parts.join(one)
}

#[test]
fn beside_other_code() {
    check(CASES, (text(), text()), |client, (one, other)| {
        let [quoted, other_quoted] =
            [&one, &other].map(|text| data::text(quote(text)).value().to_owned());
        // Every case takes some of the sources, so that each of them gets thousands.
        for (template, expected) in SOURCES.iter().skip(one.len() % 4).step_by(4) {
            let source = fill(template, &quoted, &other_quoted);
            let value = client.evaluate(&serde_json::json!({ "n": 6 }), &source);
            let expected = fill(expected, &one, &other);
            assert_eq!(value, Ok(Value::from(&*expected)), "{template}");
        }
    });
}
