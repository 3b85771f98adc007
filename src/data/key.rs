//! How a name is written as a key, so that the client reads the same name back.
//!
//! A key is the part of an attribute's name behind the colon. HTML lower-cases it and the client may undo
//! that; what no key can carry goes into an object as the attribute's value.
//! Source: <https://data-star.dev/reference/attributes#attribute-casing>.

use super::name::{AttributeName, EventName, Property, SignalPath, forbidden, has_capital};
use super::{Signal, quote_to};
use crate::message::contains_str;
use crate::value::Attribute;

/// Can be the key of an attribute whose keys are names of the sort `N`.
///
/// `()` is no key: the value is an object then.
///
/// ```
/// use starmark::{html, signal};
///
/// let link = html::a().data_attr(html::a::href, signal!("address"));
/// assert_eq!(link.to_string(), "<a data-attr:href=\"$address\"></a>");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no key of this attribute, whose keys are `{N}`",
    label = "not a `{N}`",
    note = "a class is a string, a signal `signal!(\"total\")`, a CSS property `property!(\"color\")`, an attribute `html::a::href`",
    note = "other attributes and names in the storage are `AttributeName::new(\"x-open\")`; `()` leaves the key out"
)]
pub trait Key<N> {
    /// How the name is written.
    #[doc(hidden)]
    fn spelling(&self) -> Spelling;
}

/// A key that is there, for attributes that cannot do without.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no key of this attribute, whose keys are `{N}`",
    label = "not a `{N}`",
    note = "a class is a string, a signal `signal!(\"total\")`, a CSS property `property!(\"color\")`, an attribute `html::a::href`"
)]
pub trait Name<N>: Key<N> {}

/// The key as it stands in an attribute's name, or in an object.
#[doc(hidden)]
#[derive(Debug, PartialEq, Eq)]
pub enum Spelling {
    /// No key at all.
    Absent,
    /// Behind the colon.
    Key(String),
    /// Between single quotes, in an object.
    Entry(String),
}

macro_rules! sorts {
    ($($(#[$doc:meta])* $sort:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $sort {}

        #[diagnostic::do_not_recommend]
        impl Key<$sort> for () {
            fn spelling(&self) -> Spelling {
                Spelling::Absent
            }
        }
    )*};
}

sorts! {
    /// Keys that are signals.
    ///
    /// ```
    /// use starmark::{html, signal};
    /// let input = html::input().data_bind(signal!("firstName"));
    /// assert_eq!(input.to_string(), "<input data-bind=\"firstName\">");
    /// ```
    Variable;
    /// Keys that are classes.
    ///
    /// ```
    /// use starmark::{html, signal};
    /// let item = html::li().data_class("active", signal!("open"));
    /// assert_eq!(item.to_string(), "<li data-class:active=\"$open\"></li>");
    /// ```
    Class;
    /// Keys that are CSS properties.
    ///
    /// ```
    /// use starmark::{html, property, signal};
    /// let text = html::p().data_style(property!("backgroundColor"), signal!("color"));
    /// assert_eq!(text.to_string(), "<p data-style:background-color=\"$color\"></p>");
    /// ```
    Css;
    /// Keys that are attributes of the element.
    ///
    /// ```
    /// use starmark::{html, signal};
    /// let link = html::a().data_attr(html::a::target, signal!("window"));
    /// assert_eq!(link.to_string(), "<a data-attr:target=\"$window\"></a>");
    /// ```
    Markup;
    /// Keys that are names in the browser's storage.
    Storage;
}

/// Keys that are events.
#[derive(Debug, Clone, Copy)]
pub enum Listener {}

/// There is no key.
#[derive(Debug, Clone, Copy)]
pub enum Keyless {}

#[diagnostic::do_not_recommend]
impl Name<Class> for &str {}

#[diagnostic::do_not_recommend]
impl Key<Class> for &str {
    fn spelling(&self) -> Spelling {
        class(self)
    }
}

#[diagnostic::do_not_recommend]
impl Name<Class> for String {}

#[diagnostic::do_not_recommend]
impl Key<Class> for String {
    fn spelling(&self) -> Spelling {
        class(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T> Name<Variable> for Signal<T> {}

#[diagnostic::do_not_recommend]
impl<T> Key<Variable> for Signal<T> {
    fn spelling(&self) -> Spelling {
        Spelling::Key(hyphenated(self.path()))
    }
}

#[diagnostic::do_not_recommend]
impl Name<Variable> for SignalPath<'_> {}

#[diagnostic::do_not_recommend]
impl Key<Variable> for SignalPath<'_> {
    fn spelling(&self) -> Spelling {
        Spelling::Key(hyphenated(self.as_str()))
    }
}

#[diagnostic::do_not_recommend]
impl Name<Css> for Property<'_> {}

#[diagnostic::do_not_recommend]
impl Key<Css> for Property<'_> {
    fn spelling(&self) -> Spelling {
        Spelling::Key(hyphenated(self.as_str()))
    }
}

#[diagnostic::do_not_recommend]
impl Name<Markup> for AttributeName<'_> {}

#[diagnostic::do_not_recommend]
impl Key<Markup> for AttributeName<'_> {
    fn spelling(&self) -> Spelling {
        attribute(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl<K> Name<Markup> for Attribute<K> {}

#[diagnostic::do_not_recommend]
impl<K> Key<Markup> for Attribute<K> {
    fn spelling(&self) -> Spelling {
        attribute(self.name())
    }
}

#[diagnostic::do_not_recommend]
impl Name<Storage> for AttributeName<'_> {}

#[diagnostic::do_not_recommend]
impl Key<Storage> for AttributeName<'_> {
    fn spelling(&self) -> Spelling {
        Spelling::Key(self.as_str().to_owned())
    }
}

/// A class is anything without white space; an object carries what no key can.
fn class(name: &str) -> Spelling {
    if survives(name) {
        Spelling::Key(name.to_owned())
    } else {
        entry(name)
    }
}

/// SVG has attributes with capitals, which only an object keeps.
fn attribute(name: &str) -> Spelling {
    class(name)
}

fn survives(name: &str) -> bool {
    forbidden(name).is_none()
        && !has_capital(name)
        && !contains_str(name, "__")
        && !name.ends_with('_')
        && name.chars().all(is_kept)
}

/// Whether the client keeps a character of a key that HTML keeps: it lower-cases all of Unicode, and looks for
/// the key in a single line.
fn is_kept(c: char) -> bool {
    c.is_ascii() || c.to_lowercase().eq([c]) && !matches!(c, '\u{2028}' | '\u{2029}')
}

fn entry(name: &str) -> Spelling {
    if name == "__proto__" {
        // Only in brackets it is a name like any other; on its own it sets the prototype of the object.
        return Spelling::Entry("['__proto__']".to_owned());
    }
    let mut quoted = String::from("'");
    quote_to(name, &mut quoted);
    quoted.push('\'');
    Spelling::Entry(quoted)
}

/// Each capital `X` as `-x`, which the client or the browser turns back.
fn hyphenated(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 2);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            key.push('-');
        }
        key.push(c.to_ascii_lowercase());
    }
    key
}

/// An event's name, which the client takes as it is unless told otherwise.
pub(super) fn event(name: EventName<'_>) -> String {
    let name = name.as_str();
    if has_capital(name) {
        hyphenated(name) + "__case.camel"
    } else {
        name.to_owned()
    }
}

/// The signal that a key names: hyphens become capitals, unless `__case` says otherwise.
#[cfg(feature = "testing")]
pub(crate) fn signal_of(key: &str, case: Option<&[&str]>) -> String {
    let Some(case) = case else {
        return camel(key);
    };
    case.iter().fold(key.to_owned(), |name, tag| match *tag {
        "camel" => camel(&name),
        "snake" => name.replace('-', "_"),
        "pascal" => {
            let first = name.chars().next().map_or(0, char::len_utf8);
            name[..first].to_ascii_uppercase() + &camel(&name[first..])
        }
        _ => name,
    })
}

#[cfg(any(test, feature = "testing"))]
/// What the client makes of a key with the case `camel`.
fn camel(key: &str) -> String {
    let mut name = String::new();
    let mut chars = key.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '-' && next.is_ascii_lowercase() => {
                name.extend(chars.next().map(|c| c.to_ascii_uppercase()));
            }
            _ => name.push(c),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(key: &str) -> Spelling {
        Spelling::Key(key.to_owned())
    }

    #[test]
    fn classes_are_keys_if_they_survive() {
        for name in [
            "active",
            "md:w-[10px]",
            "w-1.5",
            "hover:bg-[#fff]",
            "50%",
            "é",
            "!mt-2",
        ] {
            assert_eq!(class(name), key(name));
        }
        for (name, expected) in [
            ("w-1/2", "'w-1\\u002f2'"),
            ("fooBar", "'fooBar'"),
            ("block__elem", "'block__elem'"),
            ("a_", "'a_'"),
            ("a b", "'a b'"),
            ("", "''"),
            ("it's", "'it\\u0027s'"),
            ("É", "'É'"),
            ("a\u{2028}b", "'a\\u2028b'"),
            ("__proto__", "['__proto__']"),
        ] {
            assert_eq!(class(name), Spelling::Entry(expected.to_owned()));
        }
    }

    #[test]
    fn capitals_become_hyphens() {
        let signal = |path| Signal::new(path).spelling();
        assert_eq!(signal("fooBar"), key("foo-bar"));
        assert_eq!(signal("FooBar"), key("-foo-bar"));
        assert_eq!(signal("user.firstName"), key("user.first-name"));
        assert_eq!(
            Property::new("backgroundColor").spelling(),
            key("background-color")
        );
        assert_eq!(Property::new("--h1-size").spelling(), key("--h1-size"));
        assert_eq!(
            event(EventName::new("DOMContentLoaded")),
            "-d-o-m-content-loaded__case.camel"
        );
        assert_eq!(event(EventName::new("sl-change")), "sl-change");
    }

    #[test]
    fn attributes_with_capitals_stand_in_an_object() {
        assert_eq!(
            crate::svg::svg::viewBox.spelling(),
            Spelling::Entry("'viewBox'".to_owned())
        );
        assert_eq!(crate::html::a::href.spelling(), key("href"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

        #[test]
        fn a_key_is_read_back_as_the_name(path in "_?[a-zA-Z]([a-zA-Z0-9]|_[a-zA-Z0-9]){0,8}(\\.[a-zA-Z][a-zA-Z0-9]{0,3}){0,2}") {
            prop_assume!(SignalPath::try_from(path.as_str()).is_ok());
            let spelt = hyphenated(&path);
            prop_assert_eq!(spelt.to_ascii_lowercase(), spelt.clone());
            prop_assert_eq!(camel(&spelt), path);
        }

        #[test]
        fn an_event_is_read_back_as_the_name(name in "[a-zA-Z:-]{1,9}") {
            if let Ok(event_name) = EventName::try_from(name.as_str()) {
                let spelt = event(event_name);
                match spelt.strip_suffix("__case.camel") {
                    Some(key) => prop_assert_eq!(camel(key), name),
                    None => prop_assert_eq!(spelt, name),
                }
            }
        }
    }
}
