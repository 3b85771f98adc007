//! Names that the client reads: signals, events, CSS properties and attributes.
//!
//! HTML lower-cases the names of attributes, a double underscore begins a modifier, and some characters end a
//! name, so not every name can be written as a key. The types here hold names that can be written in some way,
//! and [`key`](super::key) finds that way.

use std::fmt;

use crate::message::{Message, contains_str, eq};

/// Makes a type for each kind of name: checked in a constant, or with a `Result` at run time.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident $text:ident $problem:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name<'a>(&'a str);

        impl $name<'static> {
            /// A name in a constant, where a mistake stops the compilation.
            ///
            /// # Panics
            ///
            /// If it is no such name. For text that comes at run time there is `TryFrom`.
            #[track_caller]
            pub const fn new(name: &'static str) -> Self {
                if let Some(problem) = $problem(name) {
                    panic!("{}", problem.as_str());
                }
                Self(name)
            }
        }

        impl<'a> $name<'a> {
            /// The name itself.
            pub const fn $text(self) -> &'a str {
                self.0
            }
        }

        impl<'a> TryFrom<&'a str> for $name<'a> {
            type Error = NameError;

            fn try_from(name: &'a str) -> Result<Self, NameError> {
                match $problem(name) {
                    Some(problem) => Err(NameError(problem.as_str().into())),
                    None => Ok(Self(name)),
                }
            }
        }
    )*};
}

names! {
    /// A signal by a path that comes at run time: letters, digits and single underscores, with dots between nested
    /// names.
    ///
    /// Such a name reads the same in keys, values and expressions.
    ///
    /// ```
    /// use starmark::data::SignalPath;
    ///
    /// let row = format!("rows.r{}.done", 7);
    /// assert_eq!(SignalPath::try_from(row.as_str())?.to_string(), "$rows.r7.done");
    /// assert!(SignalPath::try_from("my-signal").is_err());
    /// # Ok::<(), starmark::data::NameError>(())
    /// ```
    SignalPath as_str signal_problem;
    /// The name of an event, as it is dispatched.
    ///
    /// Capitals are written so that they survive HTML: `myEvent` becomes `my-event__case.camel`.
    ///
    /// ```
    /// use starmark::data::{self, EventName, event};
    ///
    /// const CHANGED: EventName = EventName::new("valueChanged");
    /// assert_eq!(data::on(event::custom(CHANGED), "f()").name(), "data-on:value-changed__case.camel");
    /// assert!(EventName::try_from("two words").is_err());
    /// ```
    EventName as_str event_problem;
    /// A CSS property: `color`, `--my-size`, or `backgroundColor` as JavaScript spells it.
    ///
    /// ```
    /// use starmark::data::{self, Property};
    ///
    /// const SIZE: Property = Property::new("--h1-size");
    /// assert_eq!(data::style(SIZE, "$size + 'px'").name(), "data-style:--h1-size");
    /// assert!(Property::try_from("--h1Size").is_err());
    /// ```
    Property as_str property_problem;
    /// An attribute that `data-attr` sets, for names that have no constant in the tables.
    ///
    /// ```
    /// use starmark::data::{self, AttributeName};
    /// use starmark::html;
    ///
    /// const EXPANDED: AttributeName = AttributeName::new("x-expanded");
    /// assert_eq!(data::attr(EXPANDED, "$open").name(), "data-attr:x-expanded");
    /// assert_eq!(data::attr(html::a::href, "$link").name(), "data-attr:href");
    /// ```
    AttributeName as_str attribute_problem;
}

/// The attributes of the tables have good names.
impl<K> From<crate::value::Attribute<K>> for AttributeName<'static> {
    fn from(attribute: crate::value::Attribute<K>) -> Self {
        Self(attribute.name())
    }
}

/// Why a text is no name that the client could read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError(Box<str>);

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NameError {}

impl<'a> SignalPath<'a> {
    pub(super) const fn checked(path: &'a str) -> Self {
        Self(path)
    }
}

/// A CSS property in a constant of its own: `property!("--size")`.
///
/// ```
/// use starmark::{html::p, property};
/// assert_eq!(p().data_style(property!("color"), "$color").to_string(), r#"<p data-style:color="$color"></p>"#);
/// ```
#[macro_export]
macro_rules! property {
    ($name:literal) => {{
        const PROPERTY: $crate::data::Property<'static> = $crate::data::Property::new($name);
        PROPERTY
    }};
}

/// An event by its own name, such as one of a web component: `event!("sl-change")`.
///
/// ```
/// use starmark::{event, html::div};
/// assert_eq!(
///     div().data_on(event!("sl-change").once(), "f()").to_string(),
///     r#"<div data-on:sl-change__once="f()"></div>"#,
/// );
/// ```
#[macro_export]
macro_rules! event {
    ($name:literal) => {{
        const EVENT: $crate::data::EventName<'static> = $crate::data::EventName::new($name);
        $crate::data::event::custom(EVENT)
    }};
}

/// Whether a path cannot be read back in keys, values and expressions alike.
pub(super) const fn signal_problem(path: &str) -> Option<Message> {
    if let Some(name) = inherited(path) {
        return Some(
            Message::new("`")
                .push(path)
                .push("` is no name for a signal: every object has a `")
                .push(name)
                .push("`"),
        );
    }
    let bytes = path.as_bytes();
    let mut i = 0;
    let mut before = b'.';
    while i < bytes.len() {
        let byte = bytes[i];
        let fits = match byte {
            b'.' => before.is_ascii_alphanumeric(),
            b'_' => before != b'_',
            b'0'..=b'9' => before != b'.',
            _ => byte.is_ascii_alphabetic(),
        };
        if !fits {
            return Some(no_signal(path));
        }
        before = byte;
        i += 1;
    }
    if before.is_ascii_alphanumeric() {
        None
    } else {
        Some(no_signal(path))
    }
}

/// Names that every object has, and two that JSON and classes know: as signals they shadow what the client calls,
/// and in a path they lead out of the signals.
pub(crate) const INHERITED: [&str; 9] = [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "toJSON",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// The first name of a path that every object has.
const fn inherited(path: &str) -> Option<&'static str> {
    let bytes = path.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let mut end = start;
        while end < bytes.len() && bytes[end] != b'.' {
            end += 1;
        }
        let name = path.split_at(end).0.split_at(start).1;
        let mut i = 0;
        while i < INHERITED.len() {
            if eq(INHERITED[i], name) {
                return Some(INHERITED[i]);
            }
            i += 1;
        }
        start = end + 1;
    }
    None
}

const fn no_signal(path: &str) -> Message {
    Message::new("`").push(path).push(
        "` is no name for a signal: it is made of letters, digits and single underscores, with a letter first \
         (or `_` for a local signal) and dots between nested names",
    )
}

const fn event_problem(name: &str) -> Option<Message> {
    if let Some(problem) = unwritable(name, "an event") {
        return Some(problem);
    }
    if has_capital(name) && has_hyphen_before_small(name) {
        return Some(Message::new("`").push(name).push(
            "` has capitals and hyphens: HTML lower-cases names, and the client turns hyphens into capitals or \
             leaves them all; listen with JavaScript, or give the event another name",
        ));
    }
    None
}

const fn property_problem(name: &str) -> Option<Message> {
    if name.len() > 2
        && name.as_bytes()[0] == b'-'
        && name.as_bytes()[1] == b'-'
        && has_capital(name)
    {
        return Some(
            Message::new("HTML lower-cases names, so the property `")
                .push(name)
                .push("` cannot be set; write it in small letters"),
        );
    }
    unwritable(name, "a CSS property")
}

/// An attribute's name can also stand in an object, so only what the browser refuses is refused.
const fn attribute_problem(name: &str) -> Option<Message> {
    match forbidden(name) {
        Some(problem) => Some(
            Message::new("`")
                .push(name)
                .push("` is no name for an attribute: ")
                .push(problem),
        ),
        None => None,
    }
}

/// Why a name cannot be a key, whatever its capitals.
const fn unwritable(name: &str, noun: &str) -> Option<Message> {
    let problem = match forbidden(name) {
        Some(problem) => problem,
        None if contains_str(name, "__") => "a double underscore begins a modifier",
        None if !name.is_ascii() => "the client changes or drops some characters beyond ASCII",
        None if name.as_bytes()[name.len() - 1] == b'_' => {
            "an underscore at the end would become part of the modifier behind it"
        }
        None => return None,
    };
    Some(
        Message::new("`")
            .push(name)
            .push("` cannot be the name of ")
            .push(noun)
            .push(" here: ")
            .push(problem),
    )
}

/// What ends the name of an attribute, or is a parse error in one
/// (<https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state>).
pub(super) const fn forbidden(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("it is empty");
    }
    let mut i = 0;
    while i < name.len() {
        match name.as_bytes()[i] {
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' | b'>' | b'=' => {
                return Some("white space, `/`, `>` and `=` end an attribute's name");
            }
            b'"' | b'\'' | b'<' => {
                return Some("quotes and `<` cannot stand in an attribute's name");
            }
            0..=31 | 127 => return Some("control characters cannot stand in an attribute's name"),
            _ => {}
        }
        i += 1;
    }
    None
}

pub(super) const fn has_capital(name: &str) -> bool {
    let mut i = 0;
    while i < name.len() {
        if name.as_bytes()[i].is_ascii_uppercase() {
            return true;
        }
        i += 1;
    }
    false
}

const fn has_hyphen_before_small(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut i = 1;
    while i < bytes.len() {
        if bytes[i - 1] == b'-' && bytes[i].is_ascii_lowercase() {
            return true;
        }
        i += 1;
    }
    false
}

#[cfg(test)]
mod tests;
