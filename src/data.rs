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

pub(crate) mod action;
mod attribute;
mod check;
mod control;
pub mod event;
mod expr;
mod filter;
#[cfg(feature = "json")]
mod initial;
pub mod key;
mod modifier;
mod name;
mod plugins;
mod prefix;
#[cfg(feature = "pro")]
#[doc(hidden)]
pub mod pro;
mod rows;
mod set;
mod signal;
mod state;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

#[doc(hidden)]
pub use action::options::Named;
pub use action::options::{IsForm, Open};
pub use action::rows::option;
pub use action::{
    Action, Address, Cancellation, HeaderName, Part, Path, Payload, Retry, Term, delete, get,
    patch, post, put, query,
};
pub use attribute::{Attr, Holder};
#[cfg(feature = "testing")]
pub(crate) use check::IN_QUOTES;
#[doc(hidden)]
pub use check::{
    Call, Code, Elements, Entry, Found, Given, KeySort, ModifierRow, Place, Presence, Row, Shape,
    Tags, Use, check, found, is_given,
};
pub use control::{Binds, BindsAs, controls};
#[doc(hidden)]
pub use control::{Bound, BoundSlot, UnboundSlot, Word};
pub use event::Event;
pub(crate) use expr::quote_to;
pub use expr::{
    AttributeText, AttributeValue, Condition, Content, Expression, Filters, Fits, Initial, Names,
    Nothing, Object, Program, Query, Reaction, SignalName, Source, Statements, StyleValue, Valued,
    quote,
};
pub use filter::Filter;
#[cfg(feature = "json")]
pub(crate) use initial::{object, single};
#[doc(hidden)]
pub use modifier::NoArgument;
pub use modifier::{
    Argument, Debounce, EventNames, IntoArgument, Percent, PropName, Throttle, Tick, Time, ms, secs,
};
#[cfg(feature = "json")]
pub(crate) use name::INHERITED;
pub use name::{AttributeName, EventName, NameError, Property, SignalPath};
pub use plugins::modifiers;
pub use plugins::*;
pub use prefix::ALIAS;
#[doc(hidden)]
pub use prefix::Prefixed;
#[cfg(feature = "pro")]
pub use pro::*;
pub use set::{Sets, Settable};
pub use signal::{Signal, SignalHandle, Untyped};
pub use state::{Differs, Lacks, With};

// What a test compares with the client.
#[doc(hidden)]
pub use action::rows::{ACTIONS, ActionRow, Expects};
#[doc(hidden)]
pub use plugins::ROWS;

/// Whether browsers have an event of this name.
#[cfg(feature = "testing")]
pub(crate) use check::is_event;

#[cfg(feature = "testing")]
pub(crate) use key::signal_of;

/// Whether an action makes a request.
#[cfg(feature = "testing")]
pub(crate) fn is_request(action: &str) -> bool {
    action::rows::find(action).is_some_and(|row| row.is_request)
}

/// The row of a plugin, for checks of finished pages.
#[cfg(feature = "testing")]
pub(crate) fn row(name: &str) -> Option<Row> {
    let rows = ROWS.iter();
    #[cfg(feature = "pro")]
    let rows = rows.chain(pro::ROWS);
    rows.copied().find(|row| row.name == name)
}

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
    /// The kind of its value where it has a key.
    #[doc(hidden)]
    type Keyed: Kind;
    /// The sort of its keys.
    type Sort;
    /// Its rules and modifiers.
    #[doc(hidden)]
    const ROW: Row;
    /// Its attribute's name without a key.
    #[doc(hidden)]
    const ATTRIBUTE: &'static str;
}

impl<P: PluginRow> Plugin<P> {
    /// What a template finds.
    pub const ROW: Self = Self(PhantomData);

    /// The same with a key.
    pub const fn keyed(self) -> KeyedPlugin<P> {
        KeyedPlugin(PhantomData)
    }

    /// The attribute with its whole name.
    pub const fn attribute(self, name: &'static str) -> Attribute<P::Kind> {
        Attribute::new(name)
    }

    /// The name by which the client knows the attribute.
    pub const fn name(self, _: &'static str, aliased: &'static str) -> &'static str {
        aliased
    }
}

/// A plugin with a key, as a template finds it by name.
#[doc(hidden)]
pub struct KeyedPlugin<P>(PhantomData<fn() -> P>);

impl<P> fmt::Debug for KeyedPlugin<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyedPlugin")
    }
}

impl<P: PluginRow> KeyedPlugin<P> {
    /// The attribute with its whole name.
    pub const fn attribute(self, name: &'static str) -> Attribute<P::Keyed> {
        Attribute::new(name)
    }
}

/// A plain data attribute that the application declares with [`dataset!`](crate::dataset!).
#[doc(hidden)]
pub trait DataAttribute {
    /// The kind of its value.
    type Kind: Kind;
    /// The attribute.
    const ATTRIBUTE: Attribute<Self::Kind>;
}

/// A declared data attribute, as a template finds it by name.
#[doc(hidden)]
pub struct Declared<D>(PhantomData<fn() -> D>);

impl<D> fmt::Debug for Declared<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Declared")
    }
}

impl<D: DataAttribute> Declared<D> {
    /// What a template finds.
    pub const ROW: Self = Self(PhantomData);

    /// The same with a key, which it does not take.
    pub const fn keyed(self) -> Self {
        self
    }

    /// The attribute.
    pub const fn attribute(self, _: &'static str) -> Attribute<D::Kind> {
        D::ATTRIBUTE
    }

    /// The name as it was written.
    pub const fn name(self, plain: &'static str, _: &'static str) -> &'static str {
        plain
    }
}

/// A `data-*` attribute that is the application's own.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Plain;

impl Plain {
    /// The same with a key.
    pub const fn keyed(self) -> Self {
        self
    }

    /// The attribute with its whole name.
    pub const fn attribute(self, name: &'static str) -> Attribute<Text> {
        Attribute::new(name)
    }

    /// The name as it was written.
    pub const fn name(self, plain: &'static str, _: &'static str) -> &'static str {
        plain
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html;

    #[test]
    fn modifiers_follow_the_key_in_order() {
        let listener = on(event::input().debounce(ms(200)).prevent(), "f()").viewtransition();
        assert_eq!(
            listener.name(),
            "data-on:input__debounce.200ms__prevent__viewtransition"
        );
        let keyless = init("f()").delay(secs(1)).viewtransition();
        assert_eq!(keyless.name(), "data-init__delay.1s__viewtransition");
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

    #[test]
    fn a_key_that_does_not_survive_stands_in_one_object() {
        let p = html::p()
            .data_class("a/b", "$a")
            .data_class("plain", "$b")
            .data_class("C", "$c ? 1 : '\"'")
            .child("x")
            .data_class("d/e", "$d");
        assert_eq!(
            p.to_string(),
            r#"<p data-class="{'a\u002fb': ($a), 'C': ($c ? 1 : '&quot;'), 'd\u002fe': ($d)}" data-class:plain="$b">x</p>"#
        );
    }

    #[test]
    fn others_come_after_what_they_depend_on() {
        let body = html::body()
            .id("a")
            .data_init("f()")
            .data_indicator(Signal::new("_busy"))
            .class("b")
            .child("x")
            .data_indicator(Signal::new("_late"));
        assert_eq!(
            body.to_string(),
            r#"<body id="a" data-indicator="_busy" data-indicator="_late" data-init="f()" class="b">x</body>"#
        );
        let list = crate::Attributes::new()
            .with(show("$a"))
            .with(indicator(Signal::new("_c")));
        let p = html::p().data_text("$b").attributes(&list);
        assert_eq!(
            p.to_string(),
            r#"<p data-indicator="_c" data-text="$b" data-show="$a"></p>"#
        );
    }

    #[test]
    fn an_attribute_without_a_value_is_a_name() {
        assert_eq!(ignore().only_self().to_string(), " data-ignore__self");
        assert_eq!(
            json_signals(Filter::ALL).terse().to_string(),
            " data-json-signals__terse"
        );
    }
}
