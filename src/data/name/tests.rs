//! Which names can be carried, by example.

use super::*;

#[test]
fn safe_paths() {
    for path in [
        "a", "fooBar", "foo_bar", "_local", "a.b.c", "a2b", "ui._open",
    ] {
        assert!(signal_problem(path).is_none(), "{path}");
    }
    for path in [
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "a-b",
        "a__b",
        "a_",
        "1a",
        "a.1",
        "a b",
        "é",
        "$a",
        "a'",
        "constructor.prototype.a",
        "a.toString",
    ] {
        assert!(signal_problem(path).is_some(), "{path}");
    }
}

#[test]
fn names_of_events() {
    for name in [
        "click",
        "sl-change",
        "htmx:after-swap",
        "myEvent",
        "DOMContentLoaded",
        "my_event",
        "a.b",
    ] {
        assert!(EventName::try_from(name).is_ok(), "{name}");
    }
    for name in [
        "",
        "two words",
        "a=b",
        "a__b",
        "a_",
        "my-big-Event",
        "a/b",
        "it's",
        "é",
        "\0",
    ] {
        assert!(EventName::try_from(name).is_err(), "{name}");
    }
}

#[test]
fn names_of_properties_and_attributes() {
    for name in [
        "color",
        "--h1-size",
        "--a_b",
        "backgroundColor",
        "WebkitMask",
    ] {
        assert!(Property::try_from(name).is_ok(), "{name}");
    }
    for name in ["", "--h1Size", "a b", "--a__b", "a;b="] {
        assert!(Property::try_from(name).is_err(), "{name}");
    }
    for name in ["viewBox", "x__y", "on:click", "aria-label"] {
        assert!(AttributeName::try_from(name).is_ok(), "{name}");
    }
    for name in ["", "a b", "a=b", "a>b"] {
        assert!(AttributeName::try_from(name).is_err(), "{name}");
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let message = |name: &str| EventName::try_from(name).unwrap_err().to_string();
    assert_eq!(
        message("a__b"),
        "`a__b` cannot be the name of an event here: a double underscore begins a modifier"
    );
    assert_eq!(
        message(""),
        "`` cannot be the name of an event here: it is empty"
    );
}
