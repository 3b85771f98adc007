//! The rules for `data-*` names in templates, checked while the program is compiled.
//!
//! The client ignores a misspelt plugin, modifier or tag without a word, and one attribute with a missing key
//! or value stops the start-up of the whole page. So the macro hands over what was written, and constant
//! evaluation compares it with the rows. Source: <https://data-star.dev/reference/attributes>.

mod calls;
mod events;
mod modifiers;
mod values;

use self::modifiers::check_modifiers;
use super::{DataAttribute, Declared, Plain, Plugin, PluginRow, plugins};
use crate::element::Tag;
use crate::message::{Checked, Message, contains, ends_with, eq, nearest, starts_with};
use crate::value::{Kind, Literal};

pub use values::{Call, Code, Entry, Shape};

/// What a row says about an attribute.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The name behind `data-`.
    pub name: &'static str,
    /// Whether there is a key.
    pub key: Presence,
    /// What its keys are.
    pub sort: KeySort,
    /// Whether `__case` changes the key.
    pub case: bool,
    /// Whether there is a value.
    pub value: Presence,
    /// What a literal must look like.
    pub literal: Literal,
    /// Which elements it belongs on.
    pub elements: Elements,
    /// Its modifiers.
    pub modifiers: &'static [ModifierRow],
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

/// What the keys of an attribute are; the sorts of [`key`](super::key).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeySort {
    /// Signals.
    Variable,
    /// Classes.
    Class,
    /// CSS properties.
    Css,
    /// Attributes.
    Markup,
    /// Names in the browser's storage.
    Storage,
    /// Events.
    Listener,
    /// None.
    Keyless,
}

impl KeySort {
    /// The sort as a row spells it.
    pub const fn of_row(sort: &str) -> Self {
        match sort.as_bytes() {
            b"Variable" => Self::Variable,
            b"Class" => Self::Class,
            b"Css" => Self::Css,
            b"Markup" => Self::Markup,
            b"Storage" => Self::Storage,
            b"Listener" => Self::Listener,
            _ => Self::Keyless,
        }
    }
}

/// Which elements an attribute belongs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elements {
    /// Any.
    All,
    /// Any, before the attributes that depend on it.
    First,
    /// Form controls.
    Control,
    /// The root.
    Root,
}

impl Elements {
    /// The elements as a row spells them.
    pub const fn of_row(place: &str) -> Self {
        match place.as_bytes() {
            b"first" => Self::First,
            b"on Control" => Self::Control,
            b"on Root" => Self::Root,
            _ => Self::All,
        }
    }
}

/// Whether a row has a word that it may leave out.
pub const fn is_given(word: &str) -> bool {
    !word.is_empty()
}

/// What a row says about a modifier.
#[derive(Debug, Clone, Copy)]
pub struct ModifierRow {
    /// The label.
    pub name: &'static str,
    /// What stands behind it.
    pub tags: Tags,
    /// What it contradicts.
    pub without: &'static [&'static str],
}

impl ModifierRow {
    /// Whether only one of the two can hold. A row names the other as Rust does, where `loop` is `loop_`.
    const fn contradicts(&self, label: &str) -> bool {
        let mut i = 0;
        while i < self.without.len() {
            let other = self.without[i];
            let is_word = ends_with(other, "_") && eq(other.split_at(other.len() - 1).0, label);
            if is_word || eq(other, label) {
                return true;
            }
            i += 1;
        }
        false
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
pub struct Place {
    name: &'static str,
    is_control: bool,
}

impl Place {
    /// A custom element that nobody declared.
    pub const CUSTOM: Self = Self {
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
    pub place: Place,
}

impl Use<'_> {
    /// Nothing yet, on an element.
    pub const fn on(place: Place) -> Self {
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

/// The attributes of Datastar Pro, which are rows only with the feature `pro`.
pub(super) const PRO: &[&str] = &[
    "animate",
    "custom-validity",
    "match-media",
    "on-raf",
    "on-resize",
    "persist",
    "query-string",
    "replace-url",
    "scroll-into-view",
    "view-transition",
];

/// A name without a row may be the application's own, unless it looks like one of Datastar's.
const fn check_plain(name: &str, key: Option<&str>, modifiers: &[Written<'_>]) -> Problem {
    if contains(PRO, name) {
        return plugin(Message::new("`data-").push(name).push(
            "` does nothing with the free client; if the page loads Datastar Pro, enable the feature `pro` of starmark",
        ));
    }
    if eq(name, "on-load") {
        return plugin(Message::new("`data-on-load` is now called `data-init`"));
    }
    if eq(name, "on-signal-change") || eq(name, "on-signals-change") {
        let message = Message::new("`data-").push(name);
        return plugin(message.push("` is now called `data-on-signal-patch`"));
    }
    if ends_with(name, ":") {
        let message = Message::new("a key is missing behind the colon of `data-")
            .push(name)
            .push("`");
        return plugin(message.push(if modifiers.is_empty() {
            ""
        } else {
            "; a key cannot begin with two underscores, which begin a modifier"
        }));
    }
    if starts_with(name, "on") && events::is_known(name.split_at(2).1) {
        let message = Message::new("an event stands behind a colon: write `data-on:");
        return plugin(
            message
                .push(name.split_at(2).1)
                .push("` (in quotes, a name of your own is taken as written)"),
        );
    }
    if let Some(problem) = check_separator(name) {
        return Some(problem);
    }
    if let Some(near) = nearest_plugin(name) {
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

const fn nearest_plugin(name: &str) -> Option<&'static str> {
    #[cfg(feature = "pro")]
    if let Some(near) = nearest(name, super::pro::NAMES) {
        return Some(near);
    }
    nearest(name, plugins::NAMES)
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
