//! The rules for `data-*` names in templates, checked while the program is compiled.
//!
//! The client ignores a misspelt plugin, modifier or tag without a word, and one attribute with a missing key
//! or value stops the start-up of the whole page. So the macro hands over what was written, and constant
//! evaluation compares it with the rows. Source: <https://data-star.dev/reference/attributes>.

mod calls;
mod events;
mod modifiers;
mod plain;
mod row;
mod values;

use self::modifiers::check_modifiers;
use self::plain::check_plain;
use super::{DataAttribute, Declared, Plain, Plugin, PluginRow};
use crate::element::Tag;
use crate::message::{Checked, Message, eq};
use crate::value::{Kind, Literal};

#[cfg(feature = "testing")]
pub(crate) use events::is_known as is_event;
pub use row::{Elements, KeySort, ModifierRow, Presence, Row, Tags, is_given};

pub use values::{Call, Code, Entry, Shape};

/// What stands behind the name in the template.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// No value.
    Nothing,
    /// A literal of nothing but white space.
    Blank,
    /// A value that is known at run time.
    Value,
    /// A literal, and what can be seen in it.
    Code(Code<'a>),
}

/// The element that an attribute stands on.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    name: &'a str,
    is_control: bool,
}

impl Place<'_> {
    /// A custom element that nobody declared.
    pub const CUSTOM: Place<'static> = Place {
        name: "",
        is_control: true,
    };

    /// An element of the tables.
    pub const fn of<T: Tag>() -> Self {
        Self {
            name: T::NAME,
            is_control: T::CONTROL,
        }
    }
}

#[cfg(feature = "testing")]
impl<'a> Place<'a> {
    /// An element of a finished page.
    pub fn named(name: &'a str) -> Self {
        if crate::element::is_custom(name) {
            return Place::CUSTOM;
        }
        let is_control = crate::html::CONTROLS.contains(&name);
        Self { name, is_control }
    }
}

/// A `data-*` name as a template has it, and what stands around it.
#[derive(Debug, Clone, Copy)]
pub struct Use<'a> {
    /// The name behind `data-`, without key and modifiers.
    pub name: &'a str,
    /// The key.
    pub key: Option<&'a str>,
    /// The modifiers: labels and tags.
    pub modifiers: &'a [Written<'a>],
    /// The value.
    pub given: Given<'a>,
    /// The element.
    pub place: Place<'a>,
}

impl<'a> Use<'a> {
    /// Nothing yet, on an element.
    pub const fn on(place: Place<'a>) -> Self {
        Self {
            name: "",
            key: None,
            modifiers: &[],
            given: Given::Nothing,
            place,
        }
    }
}

/// What a `data-*` name is looked up as.
#[doc(hidden)]
pub trait Lookup {
    /// What is known of it.
    const FOUND: Found;
}

/// What a `data-*` name is.
#[derive(Debug, Clone, Copy)]
pub enum Found {
    /// A plugin of the client.
    Plugin(Row),
    /// An attribute that the application declares: its name, what a literal looks like, and its keywords.
    Declared(&'static str, Literal, &'static [&'static str]),
    /// Unknown, so it may be the application's own.
    Unknown,
}

impl Lookup for Plain {
    const FOUND: Found = Found::Unknown;
}

impl<P: PluginRow> Lookup for Plugin<P> {
    const FOUND: Found = Found::Plugin(P::ROW);
}

impl<D: DataAttribute> Lookup for Declared<D> {
    const FOUND: Found = Found::Declared(
        D::ATTRIBUTE.name(),
        <D::Kind as Kind>::LITERAL,
        D::ATTRIBUTE.values(),
    );
}

/// What is known of what a never-called function returns.
pub const fn found<L: Lookup>(_: fn() -> L) -> Found {
    L::FOUND
}

/// The plugin's place among the parts of an attribute.
const PLUGIN: usize = 0;
/// The key's place.
const KEY: usize = 1;
/// The value's place.
const VALUE: usize = 2;
/// The place of the first modifier.
const MODIFIERS: usize = 3;

/// A modifier as it was written: label and tags.
type Written<'a> = (&'a str, &'a [&'a str]);

type Problem = Option<(usize, Message)>;

/// What can be done about a name in a template, and in no other page.
pub(crate) const IN_QUOTES: [&str; 3] = [
    " (in quotes, a name of your own is taken as written)",
    "; in quotes, a name is taken as written",
    " (in quotes, the name of an event of your own is taken as written)",
];

/// Checks a `data-*` attribute as a template has it.
pub const fn check(found: Found, used: Use<'_>) -> Checked {
    let used = &used;
    let problem = match &found {
        Found::Unknown => check_plain(used.name, used.key, used.modifiers),
        Found::Plugin(row) => check_row(row, used),
        Found::Declared(name, literal, keywords) => check_declared(name, *literal, keywords, used),
    };
    match problem {
        Some((piece, message)) => Checked::at(piece, message),
        None => Checked::FINE,
    }
}

const fn check_row(row: &Row, used: &Use<'_>) -> Problem {
    if let Some(problem) = check_key(row, used.key, used.given) {
        return Some(problem);
    }
    if let Some(problem) = check_value(row, used) {
        return Some(problem);
    }
    if let Some(problem) = check_modifiers(row, used.key, used.modifiers) {
        return Some(problem);
    }
    if let Some(problem) = check_place(row, used) {
        return Some(problem);
    }
    if let (KeySort::Listener, Some(key)) = (row.sort, used.key) {
        return events::check(row, key, used);
    }
    None
}

/// An attribute that the application declares has no key and no modifiers, and a value of its kind.
const fn check_declared(
    name: &str,
    literal: Literal,
    keywords: &[&str],
    used: &Use<'_>,
) -> Problem {
    if used.key.is_some() || !used.modifiers.is_empty() {
        let message = Message::new("`").push(name);
        return plugin(
            message
                .push("` is no Datastar attribute, so it has no key and no modifiers: write `")
                .push(name)
                .push("`"),
        );
    }
    match used.given {
        Given::Code(Code {
            text: Some(text), ..
        }) => match crate::private::literal_problem(literal, name, keywords, text) {
            Some(message) => Some((VALUE, message)),
            None => None,
        },
        _ => None,
    }
}

const fn check_key(row: &Row, key: Option<&str>, given: Given<'_>) -> Problem {
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
        (Presence::Exclusive, Some(_)) if matches!(given, Given::Value | Given::Code(_)) => {
            let message = Message::new("`data-")
                .push(name)
                .push("` takes a key or a value, not both; write `data-");
            Some((KEY, message.push(name).push("=\"signal\"`")))
        }
        (Presence::Exclusive, None) if matches!(given, Given::Nothing | Given::Blank) => {
            let message = Message::new("`data-")
                .push(name)
                .push("` needs the name of a signal: write `data-");
            plugin(message.push(name).push("=\"signal\"`"))
        }
        (_, Some(key)) => check_spelling(row, key),
        (_, None) => None,
    }
}

/// HTML lower-cases names, and a signal's name has few characters.
const fn check_spelling(row: &Row, key: &str) -> Problem {
    if super::name::has_capital(key) {
        return Some((KEY, capital(row, key)));
    }
    if matches!(row.sort, KeySort::Variable) && !values::is_signal(key) {
        return Some((KEY, values::no_signal(key)));
    }
    None
}

const fn capital(row: &Row, key: &str) -> Message {
    let message = Message::new("HTML lower-cases names, so the key `")
        .push(key)
        .push("` loses its capitals; write `data-")
        .push(row.name);
    match row.sort {
        KeySort::Class | KeySort::Markup if !row.case => {
            message.push("=\"{'").push(key).push("': …}\"`")
        }
        KeySort::Class => message.push("=\"{").push(key).push(": …}\"`"),
        KeySort::Listener => message.push(":").push_hyphenated(key).push("__case.camel`"),
        _ => message.push(":").push_hyphenated(key).push("`"),
    }
}

const fn check_value(row: &Row, used: &Use<'_>) -> Problem {
    match (row.value, used.given) {
        (Presence::Required, Given::Nothing | Given::Blank) => {
            let message = Message::new("`data-")
                .push(row.name)
                .push("` needs a value, such as `data-")
                .push(row.name);
            let message = match used.key {
                Some(key) => message.push(":").push(key),
                None => message,
            };
            plugin(
                message
                    .push("=\"")
                    .push(values::example(row, used.key))
                    .push("\"`"),
            )
        }
        (Presence::Denied, Given::Blank | Given::Value | Given::Code(_)) => {
            let message = Message::new("`data-").push(row.name).push(
                "` takes no value: it holds whatever its value is; write it alone, or `data-",
            );
            Some((VALUE, message.push(row.name).push("[condition]`")))
        }
        (Presence::Allowed, Given::Nothing)
            if used.key.is_none() && matches!(row.sort, KeySort::Variable) =>
        {
            let message = Message::new("`data-")
                .push(row.name)
                .push("` needs a key or a value, such as `data-");
            plugin(message.push(row.name).push(":count=\"1\"`"))
        }
        (_, Given::Code(code)) => match values::check(row, used.key, &code) {
            Some(message) => Some((VALUE, message)),
            None => None,
        },
        _ => None,
    }
}

/// `data-bind` reads a form control, and `data-nonce` is read from the root alone.
const fn check_place(row: &Row, used: &Use<'_>) -> Problem {
    match row.elements {
        Elements::Control
            if !used.place.is_control && !values::has_modifier(used.modifiers, "prop") =>
        {
            let message = Message::new("`data-")
                .push(row.name)
                .push("` is for form controls and custom elements, and `");
            let message = message.push(used.place.name).push("` is none");
            plugin(if values::has_row(row.modifiers, "prop") {
                message.push("; to bind a property of it, add `__prop.name`")
            } else {
                message
            })
        }
        Elements::Root if !eq(used.place.name, "html") => {
            let message = Message::new("`data-").push(row.name);
            plugin(message.push("` is read from `html` alone; write it there"))
        }
        _ => None,
    }
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
