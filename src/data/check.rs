//! The rules for `data-*` names in templates, checked while the program is compiled.
//!
//! The client ignores a misspelt plugin, modifier or tag without a word, and one attribute with a missing key
//! or value stops the start-up of the whole page. So the macro hands over what was written, and constant
//! evaluation compares it with the rows. Source: <https://data-star.dev/reference/attributes>.

use super::{Plain, Plugin, PluginRow, plugins};
use crate::message::{Checked, Message, contains, ends_with, eq, is_near, starts_with};

/// What a row says about an attribute.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    name: &'static str,
    key: Presence,
    value: Presence,
    modifiers: &'static [ModifierRow],
}

impl Row {
    pub(super) const fn new(
        name: &'static str,
        key: Presence,
        value: Presence,
        modifiers: &'static [ModifierRow],
    ) -> Self {
        Self {
            name,
            key,
            value,
            modifiers,
        }
    }
}

/// Whether an attribute has a key, or a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must.
    Required,
    /// It may.
    Allowed,
    /// It must not.
    Denied,
    /// Either the key or the value.
    Exclusive,
}

/// What a row says about a modifier.
#[derive(Debug, Clone, Copy)]
pub struct ModifierRow {
    name: &'static str,
    tags: Tags,
}

impl ModifierRow {
    pub(super) const fn new(name: &'static str, tags: Tags) -> Self {
        Self { name, tags }
    }
}

/// What the tags of a modifier look like.
#[derive(Debug, Clone, Copy)]
pub enum Tags {
    /// There are none.
    None,
    /// A duration, and some of these.
    Duration(&'static [&'static str]),
    /// A whole number from 0 to 100.
    Percent,
    /// One name.
    Name,
    /// Names.
    Names,
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// What stands behind the name in the template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// No value.
    Nothing,
    /// A literal of nothing but white space.
    Blank,
    /// A value.
    Value,
}

/// What a `data-*` name is looked up as.
#[doc(hidden)]
pub trait Lookup {
    /// The row, unless it is the application's own attribute.
    const ROW: Option<Row>;
}

impl Lookup for Plain {
    const ROW: Option<Row> = None;
}

impl<P: PluginRow> Lookup for Plugin<P> {
    const ROW: Option<Row> = Some(P::ROW);
}

/// The row of what a never-called function returns.
pub const fn row_of<L: Lookup>(_: fn() -> L) -> Option<Row> {
    L::ROW
}

/// The plugin's place among the parts of a name.
const PLUGIN: usize = 0;
/// The key's place.
const KEY: usize = 1;
/// The place of the first modifier.
const MODIFIERS: usize = 2;

/// A modifier as it was written: label and tags.
type Written<'a> = (&'a str, &'a [&'a str]);

/// Checks a `data-*` name as a template has it.
pub const fn check(
    row: Option<Row>,
    name: &str,
    key: Option<&str>,
    modifiers: &[Written<'_>],
    given: Given,
) -> Checked {
    let found = match row {
        None => check_plain(name, key, modifiers),
        Some(row) => match check_key(&row, key, given) {
            Some(problem) => Some(problem),
            None => match check_value(&row, given) {
                Some(problem) => Some(problem),
                None => check_modifiers(&row, modifiers),
            },
        },
    };
    match found {
        Some((piece, message)) => Checked::at(piece, message),
        None => Checked::FINE,
    }
}

type Problem = Option<(usize, Message)>;

/// A name without a row may be the application's own, unless it looks like one of Datastar's.
const fn check_plain(name: &str, key: Option<&str>, modifiers: &[Written<'_>]) -> Problem {
    if eq(name, "on-load") {
        return plugin(Message::new("`data-on-load` is now called `data-init`"));
    }
    if let Some(problem) = check_separator(name) {
        return Some(problem);
    }
    if let Some(near) = nearest(name, plugins::NAMES) {
        let message = Message::new("there is no Datastar attribute `data-")
            .push(name)
            .push("`; did you mean `data-")
            .push(near);
        return plugin(message.push("`? (in quotes, a name of your own is taken as written)"));
    }
    if key.is_some() || !modifiers.is_empty() {
        let message = Message::new("`data-")
            .push(name)
            .push("` is no Datastar attribute, so it has no key and no modifiers");
        return plugin(message.push("; in quotes, a name is taken as written"));
    }
    None
}

/// `data-on-click` was right once; now the key stands behind a colon.
const fn check_separator(name: &str) -> Problem {
    const KEYED: [&str; 9] = [
        "on",
        "signals",
        "computed",
        "class",
        "attr",
        "style",
        "bind",
        "ref",
        "indicator",
    ];
    let mut i = 0;
    while i < KEYED.len() {
        let (plugin_name, bytes) = (KEYED[i], name.as_bytes());
        let length = plugin_name.len();
        if starts_with(name, plugin_name) && bytes.len() > length + 1 && bytes[length] == b'-' {
            let key = name.split_at(length + 1).1;
            let message = Message::new("the key stands behind a colon: write `data-")
                .push(plugin_name)
                .push(":")
                .push(key);
            return plugin(message.push("` (in quotes, a name of your own is taken as written)"));
        }
        i += 1;
    }
    None
}

const fn check_key(row: &Row, key: Option<&str>, given: Given) -> Problem {
    let name = row.name;
    match (row.key, key) {
        (Presence::Denied, Some(_)) => Some((
            KEY,
            Message::new("`data-")
                .push(name)
                .push("` takes no key: write `data-")
                .push(name)
                .push("`"),
        )),
        (Presence::Required, None) => {
            let message = Message::new("`data-")
                .push(name)
                .push("` needs a key, such as `data-")
                .push(name);
            plugin(message.push(":click`"))
        }
        (Presence::Exclusive, Some(_)) if matches!(given, Given::Value) => {
            let message = Message::new("`data-")
                .push(name)
                .push("` takes a key or a value, not both; write `data-");
            Some((KEY, message.push(name).push("=\"signal\"`")))
        }
        (Presence::Exclusive, None) if !matches!(given, Given::Value) => {
            let message = Message::new("`data-")
                .push(name)
                .push("` needs the name of a signal: write `data-");
            plugin(message.push(name).push("=\"signal\"`"))
        }
        (_, Some(key)) => match check_dot(row, key) {
            Some(problem) => Some(problem),
            None => check_spelling(name, key),
        },
        (_, None) => None,
    }
}

/// `data-on:click.prevent` listens to an event called `click.prevent`. Events may have dots, so only the names
/// of modifiers are taken for a mistake.
const fn check_dot(row: &Row, key: &str) -> Problem {
    if !eq(row.name, "on") {
        return None;
    }
    let mut i = 0;
    while i < row.modifiers.len() {
        let modifier = row.modifiers[i].name;
        let at = key.len().saturating_sub(modifier.len() + 1);
        if at > 0 && key.as_bytes()[at] == b'.' && ends_with(key, modifier) {
            let message = Message::new("a modifier begins with two underscores: write `data-on:")
                .push(key.split_at(at).0);
            return Some((KEY, message.push("__").push(modifier).push("`")));
        }
        i += 1;
    }
    None
}

/// HTML lower-cases names, and a double underscore begins a modifier.
const fn check_spelling(name: &str, key: &str) -> Problem {
    let bytes = key.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i].is_ascii_uppercase() {
            let message = Message::new("HTML lower-cases names, so the key `")
                .push(key)
                .push("` loses its capitals; write `data-");
            return Some((
                KEY,
                message
                    .push(name)
                    .push(":…` with `-x` for each `X`, or the name in the value"),
            ));
        }
        i += 1;
    }
    None
}

const fn check_value(row: &Row, given: Given) -> Problem {
    if matches!(row.value, Presence::Required) && !matches!(given, Given::Value) {
        let message = Message::new("`data-")
            .push(row.name)
            .push("` needs a value, or Datastar does not start on the page");
        return plugin(message);
    }
    None
}

const fn check_modifiers(row: &Row, modifiers: &[Written<'_>]) -> Problem {
    let mut i = 0;
    while i < modifiers.len() {
        let mut earlier = 0;
        while earlier < i {
            if eq(modifiers[earlier].0, modifiers[i].0) {
                return Some((
                    MODIFIERS + i,
                    Message::new("`__")
                        .push(modifiers[i].0)
                        .push("` is here twice; the first is lost"),
                ));
            }
            earlier += 1;
        }
        if let Some(message) = check_modifier(row, modifiers[i]) {
            return Some((MODIFIERS + i, message));
        }
        i += 1;
    }
    None
}

const fn check_modifier(row: &Row, (label, tags): Written<'_>) -> Option<Message> {
    let mut near = None;
    let mut i = 0;
    while i < row.modifiers.len() {
        let modifier = &row.modifiers[i];
        if eq(modifier.name, label) {
            return check_tags(modifier, tags);
        }
        if is_near(label, modifier.name) {
            near = Some(modifier.name);
        }
        i += 1;
    }
    let message = Message::new("`data-")
        .push(row.name)
        .push("` has no modifier `__")
        .push(label)
        .push("`");
    Some(match near {
        Some(near) => message.push("; did you mean `__").push(near).push("`?"),
        None if row.modifiers.is_empty() => message.push("; it has none"),
        None => list_modifiers(message.push("; it has "), row.modifiers),
    })
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
    match modifier.tags {
        Tags::None if tags.is_empty() => None,
        Tags::None => Some(
            Message::new("`__")
                .push(name)
                .push("` takes no `.")
                .push(tags[0])
                .push("`"),
        ),
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
        Tags::OneOf(known) => Some(list(
            Message::new("`__").push(name).push("` takes one of "),
            known,
        )),
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
    None
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
        None => list(message.push("; it takes "), known),
    })
}

const fn list(mut message: Message, names: &[&str]) -> Message {
    let mut i = 0;
    while i < names.len() {
        message = message
            .push(if i == 0 { "`." } else { ", `." })
            .push(names[i])
            .push("`");
        i += 1;
    }
    message
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

const fn nearest<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let mut i = 0;
    while i < names.len() {
        if is_near(name, names[i]) {
            return Some(names[i]);
        }
        i += 1;
    }
    None
}

#[expect(
    clippy::large_types_passed_by_value,
    clippy::unnecessary_wraps,
    reason = "runs while the program is compiled; the last step of many functions"
)]
const fn plugin(message: Message) -> Problem {
    Some((PLUGIN, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(name: &str) -> Option<String> {
        check(None, name, None, &[], Given::Value)
            .message(0)
            .map(str::to_owned)
    }

    #[test]
    fn names_of_applications_pass() {
        for name in [
            "testid",
            "test",
            "row-id",
            "id",
            "name",
            "value",
            "kind",
            "status",
            "state",
            "to",
            "from",
            "index",
            "label",
            "action",
            "toggle",
            "target",
            "theme",
            "src",
            "url",
            "shop",
            "slow",
            "next",
            "unit",
            "find",
            "mind",
            "case",
            "column",
            "priority",
            "test-id",
            "cy",
            "qa",
            "turbo",
            "controller",
            "bs-toggle",
            "only",
            "one",
            "show-all",
        ] {
            assert_eq!(plain(name), None, "{name}");
        }
    }

    #[test]
    fn names_that_look_like_datastars_do_not() {
        for (name, wanted) in [
            ("shwo", "`data-show`"),
            ("signal", "`data-signals`"),
            ("singals", "`data-signals`"),
            ("bnid", "`data-bind`"),
            ("clas", "`data-class`"),
            ("on-click", "`data-on:click`"),
            ("on-load", "`data-init`"),
            ("class-hidden", "`data-class:hidden`"),
            ("on-intersec", "`data-on"),
        ] {
            let message = plain(name).expect(name);
            assert!(message.contains(wanted), "{name}: {message}");
        }
    }
}
