//! The rules for literal values: what the macro saw in one, against what the row and the actions allow.

use super::{KeySort, ModifierRow, Row, Written};
use crate::data::name::has_capital;
use crate::message::{Message, contains_str, eq, starts_with};
use crate::value::Literal;

/// What the macro saw in a literal.
#[derive(Debug, Clone, Copy)]
pub struct Code<'a> {
    /// The literal itself, if it is all of the value.
    pub text: Option<&'a str>,
    /// Why the client cannot run it as statements.
    pub statements: Option<&'a str>,
    /// Why the client cannot compile it for its value.
    pub value: Option<&'a str>,
    /// Why the object is no filter.
    pub filter: Option<&'a str>,
    /// The actions that it calls.
    pub calls: &'a [Call<'a>],
    /// Identifiers that nothing declares.
    pub names: &'a [&'a str],
    /// What the whole value is.
    pub shape: Shape<'a>,
}

impl Code<'_> {
    /// Nothing worth a look.
    pub const PLAIN: Self = Self {
        text: None,
        statements: None,
        value: None,
        filter: None,
        calls: &[],
        names: &[],
        shape: Shape::Other,
    };
}

/// A call of an action.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// The action.
    pub name: &'a str,
    /// What it is given.
    pub arguments: &'a [Shape<'a>],
}

/// What a value is, as far as can be seen.
#[derive(Debug, Clone, Copy)]
pub enum Shape<'a> {
    /// A string, and what it says if that is known.
    Text(Option<&'a str>),
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
    /// `null`
    Null,
    /// An array.
    Array,
    /// An object.
    Object(&'a [Entry<'a>]),
    /// A function.
    Function,
    /// A regular expression.
    Pattern(&'a str),
    /// Something else.
    Other,
}

/// An entry of an object.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The key.
    pub key: &'a str,
    /// The value.
    pub value: Shape<'a>,
}

pub(super) const fn check(row: &Row, key: Option<&str>, code: &Code<'_>) -> Option<Message> {
    match row.literal {
        Literal::Statements => check_code(row, key, code, code.statements),
        Literal::Expression => match check_code(row, key, code, code.value) {
            Some(message) => Some(message),
            None => check_shape(row, key, code),
        },
        Literal::Filter => match (code.shape, code.value) {
            (Shape::Object(_), _) => given("this is no filter: ", code.filter),
            (_, Some(_)) => given("Datastar cannot read this: ", code.value),
            _ if code.text.is_some() => Some(Message::new(
                "a filter is an object of patterns, such as `{include: /^user/}`",
            )),
            _ => None,
        },
        Literal::SignalName => match code.text {
            Some(text) if !is_signal(text) => Some(no_signal(text)),
            _ => None,
        },
        _ => None,
    }
}

/// A value as it may look.
pub(super) const fn example(row: &Row, key: Option<&str>) -> &'static str {
    match row.literal {
        Literal::Statements => "$count++",
        Literal::Expression if eq(row.name, "on-signal-patch") => "$count++",
        Literal::Expression if eq(row.name, "computed") && key.is_none() => "{total: () => $count}",
        Literal::Expression if key.is_none() && !matches!(row.sort, KeySort::Keyless) => {
            "{name: $count}"
        }
        Literal::Expression => "$count",
        _ if eq(row.name, "preserve-attr") => "open",
        Literal::Filter => "{include: /^user/}",
        Literal::SignalName => "count",
        _ => "…",
    }
}

const fn given(before: &str, problem: Option<&str>) -> Option<Message> {
    match problem {
        Some(problem) => Some(Message::new(before).push(problem)),
        None => None,
    }
}

const fn check_code(
    row: &Row,
    key: Option<&str>,
    code: &Code<'_>,
    problem: Option<&str>,
) -> Option<Message> {
    if let Some(message) = given("Datastar cannot run this: ", problem) {
        return Some(message);
    }
    let mut i = 0;
    while i < code.calls.len() {
        if let Some(message) = super::calls::check(&code.calls[i]) {
            return Some(message);
        }
        i += 1;
    }
    check_names(row, key, code)
}

/// A bare identifier is a variable of the page, hardly ever what was meant.
const fn check_names(row: &Row, key: Option<&str>, code: &Code<'_>) -> Option<Message> {
    let names = code.names;
    let is_object_alone = key.is_none() && !matches!(row.sort, KeySort::Keyless);
    let mut i = 0;
    while i < names.len() {
        let name = names[i];
        if let (true, Some(text)) = (is_object_alone, code.text)
            && eq(text, name)
        {
            return Some(needs_object(row, name));
        }
        let is_argument = (eq(name, "evt") && matches!(row.sort, KeySort::Listener))
            || (eq(name, "patch") && eq(row.name, "on-signal-patch"));
        if !is_argument {
            let message = Message::new("`").push(name);
            return Some(if eq(name, "evt") {
                message.push("` is known in `data-on` alone: listen there, and keep what you need in a signal")
            } else if eq(name, "patch") {
                message.push("` is known in `data-on-signal-patch` alone; a signal is `$patch`")
            } else {
                message
                    .push("` is no signal: write `$")
                    .push(name)
                    .push("`, or `window.")
                    .push(name)
                    .push("` for a variable of the page")
            });
        }
        i += 1;
    }
    None
}

/// Without a key the value is an object, and what its entries may be differs.
const fn check_shape(row: &Row, key: Option<&str>, code: &Code<'_>) -> Option<Message> {
    if let Some(key) = key {
        let is_aria = matches!(row.sort, KeySort::Markup) && starts_with(key, "aria-");
        if let (true, Shape::Bool, Some(text)) = (is_aria, code.shape, code.text) {
            let message = Message::new(
                "`true` sets an empty attribute and `false` removes it; ARIA has words: write `'",
            );
            return Some(message.push(text).push("'`"));
        }
        return check_important(row, code.shape);
    }
    if matches!(row.sort, KeySort::Keyless) {
        return None;
    }
    match code.shape {
        Shape::Object(entries) => check_entries(row, entries),
        Shape::Other => None,
        _ => Some(needs_object(row, "name")),
    }
}

const fn needs_object(row: &Row, entry: &str) -> Message {
    let message = Message::new("without a key, `data-")
        .push(row.name)
        .push("` takes an object: write `data-");
    message
        .push(row.name)
        .push("=\"{")
        .push(entry)
        .push(": …}\"`")
}

const fn check_important(row: &Row, shape: Shape<'_>) -> Option<Message> {
    match shape {
        Shape::Text(Some(text))
            if matches!(row.sort, KeySort::Css) && contains_str(text, "!important") =>
        {
            Some(Message::new(
                "the browser drops a value with `!important` here; leave it out: the style of an element wins anyway",
            ))
        }
        _ => None,
    }
}

const fn check_entries(row: &Row, entries: &[Entry<'_>]) -> Option<Message> {
    let mut i = 0;
    while i < entries.len() {
        let Entry { key, value } = entries[i];
        let mut earlier = 0;
        while earlier < i {
            if eq(entries[earlier].key, key) {
                return Some(
                    Message::new("`")
                        .push(key)
                        .push("` is in the object twice; the first is lost"),
                );
            }
            earlier += 1;
        }
        if let Some(message) = check_important(row, value) {
            return Some(message);
        }
        if matches!(row.sort, KeySort::Variable) && contains_str(key, ".") {
            let message = Message::new("`'").push(key);
            return Some(message.push(
                "'` makes a signal with a dot in its name, which nothing can read; nest objects",
            ));
        }
        if matches!(row.sort, KeySort::Css) && is_mangled(key) {
            if has_capital(key) {
                let message = Message::new("no style can set `").push(key);
                return Some(message.push("`, because it has capitals; write it in small letters"));
            }
            let message = Message::new("the client splits `")
                .push(key)
                .push("` at its digits and underscores");
            return Some(
                message
                    .push("; write `data-style:")
                    .push(key)
                    .push("=\"…\"`"),
            );
        }
        if eq(row.name, "computed") {
            match value {
                Shape::Object(entries) => {
                    if let Some(message) = check_entries(row, entries) {
                        return Some(message);
                    }
                }
                Shape::Function | Shape::Other => {}
                _ => {
                    let message =
                        Message::new("each entry of `data-computed` is a function: write `{")
                            .push(key);
                    return Some(message.push(": () => …}`"));
                }
            }
        }
        i += 1;
    }
    None
}

/// Names in an object become kebab-case, with a hyphen beside each digit too.
const fn is_mangled(property: &str) -> bool {
    let mut i = 0;
    while i < property.len() {
        if !matches!(property.as_bytes()[i], b'a'..=b'z' | b'-' | 128..) {
            return starts_with(property, "--");
        }
        i += 1;
    }
    false
}

pub(super) const fn no_signal(text: &str) -> Message {
    let message = Message::new("`")
        .push(text)
        .push("` is no name of a signal: ");
    if starts_with(text, "$") {
        message.push("here it is written without the `$`")
    } else {
        message.push("it is made of letters, digits, `_`, `-` and dots between nested names")
    }
}

/// Whether the client takes the text for the path of a signal, be it as a key or as a value.
pub(super) const fn is_signal(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = b'.';
    let mut i = 0;
    while i < bytes.len() {
        let fits = match bytes[i] {
            b'.' => before != b'.',
            b'_' | b'-' => true,
            byte => byte.is_ascii_alphanumeric(),
        };
        if !fits {
            return false;
        }
        before = bytes[i];
        i += 1;
    }
    before != b'.'
}

pub(super) const fn has_modifier(modifiers: &[Written<'_>], label: &str) -> bool {
    let mut i = 0;
    while i < modifiers.len() {
        if eq(modifiers[i].0, label) {
            return true;
        }
        i += 1;
    }
    false
}

pub(super) const fn has_row(modifiers: &[ModifierRow], label: &str) -> bool {
    let mut i = 0;
    while i < modifiers.len() {
        if eq(modifiers[i].name, label) {
            return true;
        }
        i += 1;
    }
    false
}
