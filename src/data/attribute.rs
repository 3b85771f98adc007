//! One Datastar attribute as a value, and how it gets into a start tag.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::event::{Event, Handles};
use super::expr::Source;
use super::key::{Key, Spelling};
use super::modifier::Argument;
use super::{Elements, PluginRow, Presence};
use crate::attributes::{Attributes, Places, StartTag};
use crate::buffer::Buffer;
use crate::element::{Element, Tag};
use crate::value::{Kind, is_shorter_in_single_quotes};

/// One Datastar attribute: a name and a value.
///
/// `Display` prints it with a space before it and escaped, as it stands in a tag. `S` are its modifiers.
///
/// ```
/// use starmark::data;
///
/// let half = data::class("w-1/2", "$small");
/// assert_eq!(half.name(), "data-class");
/// assert_eq!(half.value(), r"{'w-1\u002f2': ($small)}");
/// assert_eq!(half.to_string(), r#" data-class="{'w-1\u002f2': ($small)}""#);
/// ```
pub struct Attr<P, S = ()> {
    name: Cow<'static, str>,
    value: Cow<'static, str>,
    /// How the value is written.
    form: Form,
    state: PhantomData<fn() -> (P, S)>,
}

/// How the value of an attribute is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As it is.
    Value,
    /// As it is, between single quotes.
    Json,
    /// Not at all.
    Bare,
    /// An object that takes further entries of its name: HTML drops the second of two attributes with one name.
    Entry,
}

impl<P: PluginRow> Attr<P> {
    /// The attribute without a key.
    #[doc(hidden)]
    pub fn new<K>(value: impl Source<K>) -> Self {
        Self::written(Cow::Borrowed(P::ATTRIBUTE), value.into_source())
    }

    /// The attribute without key and value.
    #[doc(hidden)]
    pub fn bare() -> Self {
        Self {
            name: Cow::Borrowed(P::ATTRIBUTE),
            value: Cow::Borrowed(""),
            form: Form::Bare,
            state: PhantomData,
        }
    }

    /// The attribute with a key, or with an object if the key would not survive.
    #[doc(hidden)]
    pub fn keyed<N, K>(key: &impl Key<N>, value: impl Source<K>) -> Self {
        match key.spelling() {
            Spelling::Absent => Self::new(value),
            Spelling::Key(key) => {
                let name = Cow::Owned([P::ATTRIBUTE, ":", &key].concat());
                Self::written(name, value.into_source())
            }
            Spelling::Entry(key) => {
                let mut attribute = Self::new(value);
                attribute.value = format!("{{{key}: ({})}}", attribute.value).into();
                attribute.form = Form::Entry;
                attribute
            }
        }
    }

    fn written(name: Cow<'static, str>, source: Cow<'static, str>) -> Self {
        let form = if source.is_empty() && matches!(P::ROW.value, Presence::Allowed) {
            Form::Bare
        } else if P::Kind::IS_JSON && is_shorter_in_single_quotes(&source) {
            Form::Json
        } else {
            Form::Value
        };
        Self {
            name,
            value: source,
            form,
            state: PhantomData,
        }
    }
}

impl<P: PluginRow, S> Attr<P, S> {
    /// The attribute for an event.
    #[doc(hidden)]
    pub fn listening<K>(event: Event<S>, handler: impl Handles<K, S>) -> Self {
        Attr::<P>::written(event.into_name(), handler.into_handler()).into_state()
    }

    /// The attribute with one more modifier.
    #[doc(hidden)]
    pub fn modified<M>(mut self, label: &str, argument: &impl Argument) -> Attr<P, M> {
        push_modifier(&mut self.name, label, argument);
        self.into_state()
    }

    fn into_state<M>(self) -> Attr<P, M> {
        Attr {
            name: self.name,
            value: self.value,
            form: self.form,
            state: PhantomData,
        }
    }

    /// Whether other attributes depend on it.
    const IS_FIRST: bool = matches!(P::ROW.elements, Elements::First);

    /// Adds the attribute to a start tag: into an object that is there already, before the others if they
    /// depend on it, or at the end.
    fn write_to(&self, tag: &mut impl StartTag, places: &mut Places) {
        let mut piece = Buffer::new();
        if self.form == Form::Entry
            && let Some(at) = places.end_of_object(tag, &self.name)
        {
            piece.text(", ");
            piece.text(&self.value[1..self.value.len() - 1]);
            return places.insert(at, tag, piece.as_str());
        }
        self.print_to(&mut piece);
        if Self::IS_FIRST {
            places.insert_first(tag, piece.as_str());
        } else {
            places.append_dependent(tag, piece.as_str());
        }
    }
}

pub(super) fn push_modifier(name: &mut Cow<'static, str>, label: &str, argument: &impl Argument) {
    let name = super::owned(name);
    name.push_str("__");
    name.push_str(label);
    argument.write_tags(name);
}

impl<P, S> Attr<P, S> {
    /// The name as it stands in HTML.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value, not escaped; empty if the attribute has none.
    pub fn value(&self) -> &str {
        &self.value
    }

    fn print_to(&self, out: &mut Buffer) {
        match self.form {
            Form::Bare => {
                out.trusted(" ");
                // Trusted: as in `open`.
                out.trusted(&self.name);
            }
            Form::Json => {
                // Trusted: as in `open`; and nothing in the value ends it.
                for part in [" ", &self.name, "='", &self.value, "'"] {
                    out.trusted(part);
                }
            }
            Form::Value | Form::Entry => {
                crate::value::open(&self.name, out);
                out.text(&self.value);
                crate::value::close(out);
            }
        }
    }
}

impl<P, S> AsRef<Self> for Attr<P, S> {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl<P, S> Clone for Attr<P, S> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            value: self.value.clone(),
            form: self.form,
            state: PhantomData,
        }
    }
}

impl<P, S> fmt::Debug for Attr<P, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Attr")
            .field(&self.name)
            .field(&self.value)
            .finish()
    }
}

impl<P, S> fmt::Display for Attr<P, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Buffer::new();
        self.print_to(&mut out);
        f.write_str(out.as_str())
    }
}

/// What takes Datastar attributes: an element, or a list of attributes.
pub trait Holder: Sized {
    /// Adds a Datastar attribute.
    fn with<P: PluginRow, S>(self, attribute: impl AsRef<Attr<P, S>>) -> Self;
}

impl<T: Tag> Holder for Element<T> {
    fn with<P: PluginRow, S>(self, attribute: impl AsRef<Attr<P, S>>) -> Self {
        Element::with(self, attribute)
    }
}

impl Holder for Attributes {
    fn with<P: PluginRow, S>(self, attribute: impl AsRef<Attr<P, S>>) -> Self {
        Attributes::with(self, attribute)
    }
}

impl<T: Tag> Element<T> {
    /// Adds a Datastar attribute.
    ///
    /// Signals and indicators come before the attributes that depend on them, in whichever order they are added.
    ///
    /// ```
    /// use starmark::data::{self, ms};
    /// use starmark::{get, html, signal};
    ///
    /// let list = html::ul().with(data::init(get("/list")).delay(ms(50))).with(data::indicator(signal!("_busy")));
    /// assert_eq!(list.to_string(), r#"<ul data-indicator="_busy" data-init__delay.50ms="@get('/list')"></ul>"#);
    /// ```
    pub fn with<P: PluginRow, S>(mut self, attribute: impl AsRef<Attr<P, S>>) -> Self {
        let (attribute, written) = (attribute.as_ref(), self.written());
        if attribute.form == Form::Value && !Attr::<P, S>::IS_FIRST && !written.has_children() {
            written.depend();
            // Most attributes are of this sort.
            written.attribute(&attribute.name, &attribute.value);
        } else {
            let (text, places) = written.parts();
            attribute.write_to(text, places);
        }
        self
    }
}

impl Attributes {
    /// Adds a Datastar attribute.
    ///
    /// ```
    /// use starmark::{Attributes, data};
    ///
    /// let list = Attributes::new().with(data::class("w-1/2", "$a")).with(data::class("w-1/3", "$b"));
    /// assert_eq!(list.as_str(), r#" data-class="{'w-1\u002f2': ($a), 'w-1\u002f3': ($b)}""#);
    /// ```
    pub fn with<P: PluginRow, S>(mut self, attribute: impl AsRef<Attr<P, S>>) -> Self {
        let (buffer, places) = self.tag();
        attribute.as_ref().write_to(buffer, places);
        self
    }
}

impl<P: PluginRow, S> From<Attr<P, S>> for Attributes {
    fn from(attribute: Attr<P, S>) -> Self {
        Self::new().with(attribute)
    }
}
