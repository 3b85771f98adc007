//! Attributes as methods; what has none is set by its name.

use std::fmt::Write as _;

use starmark_syntax::known;

use super::expression::{Call, Expression};
use super::{ident, text};
use crate::convert::literal;
use crate::convert::plan::{Attribute, Sort};

/// Attributes whose values are checked at run time.
const ADDRESSES: [&str; 10] = [
    "action",
    "cite",
    "data",
    "formaction",
    "href",
    "manifest",
    "ping",
    "poster",
    "src",
    "xlink:href",
];

/// Schemes that an address may have at run time, where the library cannot know that the author wrote it.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "sms", "tel"];

/// Modifiers without an argument that are methods of an event by the same name.
const FLAGS: [&str; 3] = ["prevent", "stop", "once"];

pub(super) fn call(attribute: &Attribute) -> Call {
    let Attribute { name, value, sort } = attribute;
    match sort {
        Sort::Flag if value.is_empty() => Call::new(ident(name), vec![atom("true")]),
        Sort::Known if is_vouched_for(name, value) => {
            // A page in an attribute is escaped by the library, all else is written as it is.
            let markup = if name == "srcdoc" {
                value.clone()
            } else {
                value.replace('&', "&amp;")
            };
            Call::new(
                ident(name),
                vec![atom(format!("PreEscaped({})", literal::literal(&markup)))],
            )
        }
        Sort::Known => Call::new(ident(name), vec![text(value)]),
        Sort::Data => data(name, value).unwrap_or_else(|| set(name, value)),
        Sort::Flag | Sort::Free | Sort::Quoted => set(name, value),
    }
}

fn atom(text: impl Into<String>) -> Expression {
    Expression::Atom(text.into())
}

/// An attribute by its name, for those that have no method.
fn set(name: &str, value: &str) -> Call {
    let name = literal::escaped(name);
    let arguments = match value {
        "" => vec![
            atom(format!("Attribute::<Flag>::new({name})")),
            atom("true"),
        ],
        value => vec![atom(format!("Attribute::<Text>::new({name})")), text(value)],
    };
    Call::new("set", arguments)
}

/// Whether the value is code, or what a run-time check would replace: the author wrote it, and says so.
fn is_vouched_for(name: &str, value: &str) -> bool {
    let is_code = name.starts_with("on") || matches!(name, "style" | "srcdoc");
    is_code || ADDRESSES.contains(&name) && has_other_scheme(value)
}

/// Whether the run-time check of addresses could refuse it.
fn has_other_scheme(value: &str) -> bool {
    let is_dropped = |c: char| c.is_control() || c == ' ';
    let value = value.trim_start_matches(is_dropped);
    let scheme = value.split([':', '/', '?', '#']).next().unwrap_or_default();
    let has_scheme = value[scheme.len()..].starts_with(':');
    let is_plain = value == value.replace(is_dropped, "");
    has_scheme && !(is_plain && SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()))
}

/// The common attributes of Datastar by their methods.
fn data(name: &str, value: &str) -> Option<Call> {
    let name = name.strip_prefix("data-")?;
    if matches!(name, "text" | "show" | "effect" | "init") {
        return Some(Call::new(format!("data_{name}"), vec![text(value)]));
    }
    if let Some(class) = name.strip_prefix("class:") {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_key = class.bytes().all(is_plain) && !class.contains("--");
        return is_key.then(|| Call::new("data_class", vec![text(class), text(value)]));
    }
    let event = name.strip_prefix("on:")?;
    Some(Call::new("data_on", vec![listener(event)?, text(value)]))
}

/// `data::event::click().prevent()`
fn listener(event: &str) -> Option<Expression> {
    let mut parts = event.split("__");
    let event = parts.next()?;
    known::row("words", "events")?.attribute(event)?;
    if event.contains(['-', ':', '.', '_']) {
        return None;
    }
    let mut out = format!("data::event::{}()", ident(event));
    for modifier in parts {
        let _ = match modifier.split_once('.') {
            None if FLAGS.contains(&modifier) => write!(out, ".{modifier}()"),
            Some(("debounce", time)) => write!(out, ".debounce({})", duration(time)?),
            _ => return None,
        };
    }
    Some(Expression::Atom(out))
}

fn duration(time: &str) -> Option<String> {
    let (unit, number) = match time.strip_suffix("ms") {
        Some(number) => ("ms", number),
        None => ("secs", time.strip_suffix('s')?),
    };
    let number: u32 = number.parse().ok()?;
    (number > 0).then(|| format!("{unit}({number})"))
}
