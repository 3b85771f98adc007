//! The rules for `data-*` names in templates, checked while the program is compiled.
//!
//! The client ignores a misspelt plugin, modifier or tag without a word, and one attribute with a missing key
//! or value stops the start-up of the whole page. So the macro hands over what was written, and constant
//! evaluation compares it with the rows. Source: <https://data-star.dev/reference/attributes>.

mod modifiers;

use self::modifiers::check_modifiers;
use super::{Plain, Plugin, PluginRow, plugins};
use crate::message::{Checked, Message, contains, ends_with, eq, nearest, starts_with};

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

/// Names that are no plugins, but that the client reads as they stand.
const READ_AS_WRITTEN: &[&str] = &[
    "ignore",
    "ignore-morph",
    "nonce",
    "on-signal-patch-filter",
    "preserve-attr",
];

/// A name without a row may be the application's own, unless it looks like one of Datastar's.
const fn check_plain(name: &str, key: Option<&str>, modifiers: &[Written<'_>]) -> Problem {
    if contains(READ_AS_WRITTEN, name) {
        return None;
    }
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

#[expect(
    clippy::large_types_passed_by_value,
    clippy::unnecessary_wraps,
    reason = "runs while the program is compiled; the last step of many functions"
)]
const fn plugin(message: Message) -> Problem {
    Some((PLUGIN, message))
}

#[cfg(test)]
mod tests;
