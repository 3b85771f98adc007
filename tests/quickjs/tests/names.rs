//! A name that the library takes is the name that the client reads.

use proptest::prelude::*;
use starmark::data::{self, AttributeName, EventName, event};
use starmark::prelude::*;
use starmark::svg;
use starmark_quickjs::hostile::{check, name, pattern, text};
use starmark_quickjs::{Client, Page, Value};

const CASES: u32 = 20_000;

fn show(client: &Client, markup: impl std::fmt::Display) -> Page<'_> {
    let page = client.show(markup);
    page.assert_quiet();
    page
}

/// What `\s` is in JavaScript.
fn is_space(char: char) -> bool {
    char == '\u{FEFF}' || char.is_whitespace() && char != '\u{85}'
}

#[test]
fn of_a_class() {
    check(CASES, (text(), text()), |client, (one, other)| {
        let element = html::p()
            .data_class(&*one, "true")
            .data_class(&*other, "true");
        let page = show(client, element);
        let classes = page.element(0).attribute("class").unwrap_or_default();
        let mut expected: Vec<_> = [&*one, &*other]
            .iter()
            .flat_map(|names| names.split(is_space))
            .filter(|name| !name.is_empty())
            .collect();
        let mut classes: Vec<_> = classes.split(' ').filter(|name| !name.is_empty()).collect();
        expected.sort_unstable();
        expected.dedup();
        classes.sort_unstable();
        assert_eq!(classes, expected);
    });
}

#[test]
fn of_a_signal() {
    let path = (name(), name()).prop_map(|(one, other)| format!("{one}.{other}"));
    let path = prop_oneof![name(), path];
    check(CASES, (path, text()), |client, (path, text)| {
        let Ok(signal) = data::SignalPath::try_from(path.as_str()) else {
            return;
        };
        let page = show(
            client,
            html! {
                input data-bind=(signal);
                p data-text=(signal) {}
            },
        );
        page.element(0).input("value", &text);
        page.assert_quiet();
        assert_eq!(client.signals().get(&path), Some(&Value::from(&*text)));
        assert_eq!(page.element(1).text(), text);
    });
}

/// Names of attributes and events, most of which can be written.
fn markup_name() -> impl Strategy<Value = String> {
    let usual = pattern("[a-zA-Z][a-zA-Z0-9:._-]{0,8}");
    prop_oneof![3 => usual, 1 => text()]
}

#[test]
fn of_an_attribute() {
    check(CASES, (markup_name(), text()), |client, (name, text)| {
        let Ok(attribute) = AttributeName::try_from(name.as_str()) else {
            return;
        };
        let page = show(client, svg::svg().with(data::attr(attribute, quote(&text))));
        assert_eq!(page.element(0).attribute(&name), Some(text));
    });
}

#[test]
fn of_an_event() {
    check(CASES, markup_name(), |client, name| {
        let Ok(event) = EventName::try_from(name.as_str()) else {
            return;
        };
        let page = show(
            client,
            html::p().data_on(event::custom(event), "$fired = true"),
        );
        page.element(0).dispatch(&name);
        page.assert_quiet();
        assert_eq!(client.signals().get("fired"), Some(&Value::from(true)));
    });
}
