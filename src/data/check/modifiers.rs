//! The rules for modifiers and their tags.

use super::values::has_row;
use super::{KeySort, MODIFIERS, ModifierRow, Problem, Row, Tags, Written};
use crate::data::name::has_capital;
use crate::message::{Message, contains, ends_with, eq, is_near, nearest, starts_with};

/// How the client changes a key, for every attribute whose row says `case`. The builder writes it where it is needed.
const CASE: ModifierRow = ModifierRow {
    name: "case",
    tags: Tags::OneOf(&["camel", "kebab", "snake", "pascal"]),
    without: &[],
};

pub(super) const fn check_modifiers(
    row: &Row,
    key: Option<&str>,
    modifiers: &[Written<'_>],
) -> Problem {
    let mut i = 0;
    while i < modifiers.len() {
        let mut earlier = 0;
        while earlier < i {
            if let Some(message) = check_pair(row, modifiers[earlier].0, modifiers[i].0) {
                return Some((MODIFIERS + i, message));
            }
            earlier += 1;
        }
        if let Some(message) = check_modifier(row, key, modifiers[i]) {
            return Some((MODIFIERS + i, message));
        }
        i += 1;
    }
    None
}

const fn check_pair(row: &Row, first: &str, second: &str) -> Option<Message> {
    if eq(first, second) {
        let message = Message::new("`__").push(first);
        return Some(message.push("` is here twice, and only one is obeyed; leave one out"));
    }
    let mut i = 0;
    while i < row.modifiers.len() {
        if eq(row.modifiers[i].name, second) && row.modifiers[i].contradicts(first) {
            let message = Message::new("`__")
                .push(second)
                .push("` contradicts `__")
                .push(first);
            return Some(message.push("`: only one of them can hold, so leave one out"));
        }
        i += 1;
    }
    None
}

const fn check_modifier(
    row: &Row,
    key: Option<&str>,
    (label, tags): Written<'_>,
) -> Option<Message> {
    if row.case && eq(label, CASE.name) {
        return match key {
            Some(_) => check_tags(&CASE, tags),
            None => Some(Message::new(
                "`__case` changes a key, and here is none; a name in the value is taken as written",
            )),
        };
    }
    let mut i = 0;
    while i < row.modifiers.len() {
        if eq(row.modifiers[i].name, label) {
            return match check_joined(row, &row.modifiers[i], tags) {
                Some(message) => Some(message),
                None => check_tags(&row.modifiers[i], tags),
            };
        }
        i += 1;
    }
    Some(unknown(row, key, label))
}

/// `__window.once` is one modifier with a tag, hardly ever what was meant.
const fn check_joined(row: &Row, modifier: &ModifierRow, tags: &[&str]) -> Option<Message> {
    if !matches!(modifier.tags, Tags::None) || tags.is_empty() || !has_row(row.modifiers, tags[0]) {
        return None;
    }
    let message = Message::new("a modifier begins with two underscores: write `__")
        .push(modifier.name)
        .push("__");
    Some(message.push(tags[0]).push("`"))
}

const fn unknown(row: &Row, key: Option<&str>, label: &str) -> Message {
    if label.is_empty() {
        return Message::new("a modifier is missing behind the two underscores; leave them out");
    }
    let message = Message::new("`data-")
        .push(row.name)
        .push("` has no modifier `__")
        .push(label)
        .push("`");
    if let Some(near) = nearest_modifier(label, row.modifiers) {
        return message.push("; did you mean `__").push(near).push("`?");
    }
    if let (KeySort::Class, Some(key)) = (row.sort, key) {
        let message = message.push("; a class with two underscores is written `data-");
        return message
            .push(row.name)
            .push("=\"{'")
            .push(key)
            .push("__")
            .push(label)
            .push("': …}\"`");
    }
    if let Some(name) = without_dot(label, row.modifiers) {
        let message = message.push("; write `__").push(name).push(".");
        return message.push(label.split_at(name.len()).1).push("`");
    }
    if row.modifiers.is_empty() && !row.case {
        return message.push("; it has none");
    }
    let message = list_modifiers(message.push("; it has "), row.modifiers);
    match (row.case, row.modifiers.is_empty()) {
        (true, true) => message.push("`__case`"),
        (true, false) => message.push(", `__case`"),
        (false, _) => message,
    }
}

/// The modifier of a label such as `debounce500ms`.
const fn without_dot(label: &str, modifiers: &[ModifierRow]) -> Option<&'static str> {
    let mut i = 0;
    while i < modifiers.len() {
        let ModifierRow { name, tags, .. } = modifiers[i];
        if !matches!(tags, Tags::None)
            && starts_with(label, name)
            && label.as_bytes()[name.len()].is_ascii_digit()
        {
            return Some(name);
        }
        i += 1;
    }
    None
}

/// Looked for only when there is a mistake: constant evaluation is slow, and templates have many modifiers.
const fn nearest_modifier(label: &str, modifiers: &[ModifierRow]) -> Option<&'static str> {
    let mut i = 0;
    while i < modifiers.len() {
        if is_near(label, modifiers[i].name) {
            return Some(modifiers[i].name);
        }
        i += 1;
    }
    None
}

const fn list_modifiers(mut message: Message, modifiers: &[ModifierRow]) -> Message {
    let mut i = 0;
    while i < modifiers.len() {
        message = message
            .push(if i == 0 { "`__" } else { ", `__" })
            .push(modifiers[i].name)
            .push("`");
        i += 1;
    }
    message
}

const fn check_tags(modifier: &ModifierRow, tags: &[&str]) -> Option<Message> {
    let name = modifier.name;
    let mut i = 0;
    while i < tags.len() {
        if has_capital(tags[i]) {
            let message = Message::new("HTML lower-cases names: write `__")
                .push(name)
                .push(".");
            return Some(
                message
                    .push_hyphenated(tags[i])
                    .push("`, which the client turns back"),
            );
        }
        i += 1;
    }
    match modifier.tags {
        Tags::None if tags.is_empty() => None,
        Tags::None => {
            let message = Message::new("`__").push(name).push("` takes no `.");
            let message = message.push(tags[0]).push("`: write `__");
            Some(message.push(name).push("` alone"))
        }
        Tags::Duration(flags) => check_duration(name, tags, flags),
        Tags::Percent if tags.len() == 1 && is_percent(tags[0]) => None,
        Tags::Percent => Some(
            Message::new("`__")
                .push(name)
                .push("` takes a whole number from 0 to 100, as in `__")
                .push(name)
                .push(".25`"),
        ),
        Tags::Name if tags.len() == 1 => None,
        Tags::Name => Some(
            Message::new("`__")
                .push(name)
                .push("` takes one name, as in `__")
                .push(name)
                .push(".checked`"),
        ),
        Tags::Names if !tags.is_empty() => None,
        Tags::Names => Some(
            Message::new("`__")
                .push(name)
                .push("` takes names, as in `__")
                .push(name)
                .push(".change`"),
        ),
        Tags::OneOf(known) if tags.len() == 1 => unknown_tag(name, tags[0], known),
        Tags::OneOf(known) => Some(
            Message::new("`__")
                .push(name)
                .push("` takes one of ")
                .push_list(".", known),
        ),
    }
}

/// The duration comes first, and is a whole number with its unit.
const fn check_duration(name: &str, tags: &[&str], flags: &[&str]) -> Option<Message> {
    if tags.is_empty() || !is_duration(tags[0]) {
        let message = Message::new("`__")
            .push(name)
            .push("` takes a duration first, a whole number of `ms` or `s`, as in `__");
        return Some(message.push(name).push(".200ms`"));
    }
    let mut i = 1;
    while i < tags.len() {
        if let Some(message) = unknown_tag(name, tags[i], flags) {
            return Some(message);
        }
        i += 1;
    }
    check_flags(name, tags.split_at(1).1)
}

/// Without its first edge and its last, a timer never runs.
const fn check_flags(name: &str, flags: &[&str]) -> Option<Message> {
    let mut i = 0;
    while i < flags.len() {
        let mut earlier = 0;
        while earlier < i {
            if eq(flags[earlier], flags[i]) {
                return Some(Message::new("`.").push(flags[i]).push("` is here twice"));
            }
            earlier += 1;
        }
        i += 1;
    }
    let (lost, needed) = if contains(flags, "notrailing") && !contains(flags, "leading") {
        ("notrailing", "leading")
    } else if contains(flags, "noleading") && !contains(flags, "trailing") {
        ("noleading", "trailing")
    } else {
        return None;
    };
    let message = Message::new("with `.")
        .push(lost)
        .push("` alone nothing ever runs: add `.")
        .push(needed);
    Some(message.push("` to `__").push(name).push("`"))
}

const fn unknown_tag(name: &str, tag: &str, known: &[&str]) -> Option<Message> {
    if contains(known, tag) {
        return None;
    }
    let message = Message::new("`__")
        .push(name)
        .push("` takes no `.")
        .push(tag)
        .push("`");
    Some(match nearest(tag, known) {
        Some(near) => message.push("; did you mean `.").push(near).push("`?"),
        None if known.is_empty() => message,
        None => message.push("; it takes ").push_list(".", known),
    })
}

const fn is_duration(tag: &str) -> bool {
    let unit = if ends_with(tag, "ms") { 2 } else { 1 };
    ends_with(tag, "s") && tag.len() > unit && is_digits(tag.split_at(tag.len() - unit).0)
}

const fn is_percent(tag: &str) -> bool {
    is_digits(tag) && (tag.len() <= 2 || eq(tag, "100"))
}

const fn is_digits(text: &str) -> bool {
    let mut i = 0;
    while i < text.len() {
        if !text.as_bytes()[i].is_ascii_digit() {
            return false;
        }
        i += 1;
    }
    i > 0
}
