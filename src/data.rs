//! Datastar's attributes: `data-on`, `data-bind`, `data-signals` and the others.
//!
//! One row of its table makes an attribute's type, its constructor here, its builder method
//! ([`Element::data_on`](crate::Element::data_on)), its name in templates, and its modifiers in all three.
//! An attribute can also stand alone: it prints itself for any other template engine.
//!
//! ```
//! use starmark::data::{self, event, ms};
//! use starmark::post;
//!
//! let save = data::on(event::click().debounce(ms(500)).prevent(), post("/save"));
//! assert_eq!(save.to_string(), r#" data-on:click__debounce.500ms__prevent="@post('/save')""#);
//! ```

mod action;
mod check;
pub mod event;
mod expr;
mod modifier;
mod plugins;
mod signal;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

pub use action::{Action, Cancellation, Retry, delete, get, patch, post, put, query};
#[doc(hidden)]
pub use check::{Given, ModifierRow, Presence, Row, Tags, check, row_of};
pub use expr::{Expr, Expression, Object, SignalName, Source, Statements, quote};
#[cfg(feature = "json")]
pub(crate) use expr::{write_object, write_signal};
pub use modifier::{
    Argument, Case, Debounce, EventNames, Percent, PropName, Throttle, Tick, Time, ms, secs,
};
pub use plugins::*;
pub use signal::Signal;

use crate::buffer::Buffer;
use crate::element::{Element, Tag};
use crate::value::{Attribute, Kind, Text};

/// The vocabulary of `data-*` names: each plugin is a method.
///
/// A third-party plugin becomes known to templates through a trait with such a method for `Data`.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Data;

/// A plugin, as a template finds it by name.
#[doc(hidden)]
pub struct Plugin<P>(PhantomData<fn() -> P>);

impl<P> fmt::Debug for Plugin<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plugin")
    }
}

/// What a row says about a plugin.
pub trait PluginRow {
    /// The kind of its value.
    type Kind: Kind;
    /// Its rules and modifiers.
    #[doc(hidden)]
    const ROW: Row;
    /// Its attribute's name without a key.
    #[doc(hidden)]
    const ATTRIBUTE: &'static str;
}

impl<P: PluginRow> Plugin<P> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }

    /// The attribute with its whole name.
    pub const fn attribute(self, name: &'static str) -> Attribute<P::Kind> {
        Attribute::new(name)
    }
}

/// A `data-*` attribute that is the application's own.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Plain;

impl Plain {
    /// The attribute with its whole name.
    pub const fn attribute(self, name: &'static str) -> Attribute<Text> {
        Attribute::new(name)
    }
}

/// The name of a Datastar attribute: plugin, key and modifiers.
///
/// ```
/// use starmark::data::{event, ms};
/// assert_eq!(event::input().debounce(ms(200)).as_str(), "data-on:input__debounce.200ms");
/// ```
pub struct Name<P> {
    text: Cow<'static, str>,
    plugin: PhantomData<fn() -> P>,
}

impl<P: PluginRow> Name<P> {
    /// The name without a key.
    pub(crate) const fn bare() -> Self {
        Self::fixed(P::ATTRIBUTE)
    }

    /// The name with a key.
    pub(crate) fn keyed(key: &str) -> Self {
        let mut text = String::with_capacity(P::ATTRIBUTE.len() + key.len() + ROOM);
        text.push_str(P::ATTRIBUTE);
        text.push(':');
        text.push_str(key);
        Self {
            text: Cow::Owned(text),
            plugin: PhantomData,
        }
    }

    /// The whole name, key included.
    pub(crate) const fn fixed(text: &'static str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            plugin: PhantomData,
        }
    }
}

impl<P> Name<P> {
    /// The name as it stands in HTML.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds a modifier; a second one of the same name replaces the first, as it does in the client.
    pub(crate) fn modifier(mut self, label: &str, argument: &impl Argument) -> Self {
        let text = owned(&mut self.text);
        if text.contains("__") {
            let mut parts: Vec<&str> = text.split("__").collect();
            parts.retain(|part| part.split('.').next() != Some(label));
            *text = parts.join("__");
        }
        text.push_str("__");
        text.push_str(label);
        argument.write_tags(text);
        self
    }
}

/// Bytes that are expected to be added to a name or an address.
const ROOM: usize = 32;

/// A fixed text as one that can grow.
fn owned<'a>(text: &'a mut Cow<'static, str>) -> &'a mut String {
    if let Cow::Borrowed(fixed) = *text {
        let mut grown = String::with_capacity(fixed.len() + ROOM);
        grown.push_str(fixed);
        *text = Cow::Owned(grown);
    }
    text.to_mut()
}

impl<P> Clone for Name<P> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            plugin: PhantomData,
        }
    }
}

impl<P> fmt::Debug for Name<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Name").field(&self.text).finish()
    }
}

/// The key as the author wrote it, such as a class or an event.
impl<P: PluginRow> From<&'static str> for Name<P> {
    fn from(key: &'static str) -> Self {
        Self::keyed(key)
    }
}

/// One Datastar attribute: a name and a value.
///
/// `Display` prints it with a space before it and escaped, as it stands in a tag.
pub struct Attr<P> {
    name: Name<P>,
    value: String,
}

impl<P> Attr<P> {
    pub(crate) fn new<K>(name: Name<P>, value: &impl Source<K>) -> Self {
        let mut source = String::new();
        value.write_source(&mut source);
        Self {
            name,
            value: source,
        }
    }

    /// The name as it stands in HTML.
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The value, not escaped.
    pub fn value(&self) -> &str {
        &self.value
    }

    pub(crate) fn map_name(self, change: impl FnOnce(Name<P>) -> Name<P>) -> Self {
        Self {
            name: change(self.name),
            ..self
        }
    }

    fn write_to(&self, out: &mut Buffer) {
        crate::value::open(self.name(), out);
        out.text(&self.value);
        crate::value::close(out);
    }
}

impl<P> AsRef<Self> for Attr<P> {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl<P> Clone for Attr<P> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            value: self.value.clone(),
        }
    }
}

impl<P> fmt::Debug for Attr<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Attr")
            .field(&self.name.text)
            .field(&self.value)
            .finish()
    }
}

impl<P> fmt::Display for Attr<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Buffer::new();
        self.write_to(&mut out);
        f.write_str(out.as_str())
    }
}

impl<T: Tag> Element<T> {
    /// Adds a Datastar attribute.
    ///
    /// ```
    /// use starmark::data::{self, ms};
    /// use starmark::{get, html};
    ///
    /// let list = html::ul().with(data::init(get("/list")).delay(ms(50)));
    /// assert_eq!(list.to_string(), r#"<ul data-init__delay.50ms="@get('/list')"></ul>"#);
    /// ```
    pub fn with<P>(self, attribute: impl AsRef<Attr<P>>) -> Self {
        self.in_tag(|out| attribute.as_ref().write_to(out))
    }
}

impl crate::Attributes {
    /// Adds a Datastar attribute.
    pub fn with<P>(mut self, attribute: impl AsRef<Attr<P>>) -> Self {
        attribute.as_ref().write_to(self.buffer());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html;

    #[test]
    fn modifiers_follow_the_key_in_order() {
        let name = event::input().debounce(ms(200)).prevent().case(Case::Kebab);
        assert_eq!(
            name.as_str(),
            "data-on:input__debounce.200ms__prevent__case.kebab"
        );
        let keyless = init("f()").delay(secs(1)).viewtransition();
        assert_eq!(keyless.name(), "data-init__delay.1s__viewtransition");
    }

    #[test]
    fn a_modifier_replaces_the_one_of_its_name() {
        let name = event::input()
            .debounce(Debounce::leading(ms(200)))
            .prevent()
            .debounce(secs(1));
        assert_eq!(name.as_str(), "data-on:input__prevent__debounce.1s");
        assert_eq!(event::click().once().once().as_str(), "data-on:click__once");
    }

    #[test]
    fn a_key_is_no_modifier() {
        assert_eq!(event::custom("once").once().as_str(), "data-on:once__once");
        assert_eq!(
            event::custom("case.x").case(Case::Camel).as_str(),
            "data-on:case.x__case.camel"
        );
        assert_eq!(
            class("on", "$a").case(Case::Camel).case(Case::Snake).name(),
            "data-class:on__case.snake"
        );
    }

    #[test]
    fn an_attribute_prints_itself_escaped() {
        let shown = text(r#"$a < "b" && 'c'"#);
        assert_eq!(
            shown.to_string(),
            r#" data-text="$a &lt; &quot;b&quot; &amp;&amp; 'c'""#
        );
        assert_eq!(shown.value(), r#"$a < "b" && 'c'"#);
        let list = crate::Attributes::new().with(&shown);
        assert_eq!(
            list.as_str(),
            html::p().with(&shown).to_string()[2..].trim_end_matches("></p>")
        );
    }
}
