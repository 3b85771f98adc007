//! What an attribute's value may be: kinds, and the types that are values of them.
//!
//! The kind of an attribute is a fact of its row in the tables. It decides which Rust types are values
//! (`bool` for a [`Flag`], never a plain string for a [`Script`]) and what is checked at run time (the scheme
//! of a [`Url`]).

pub(crate) mod text;
mod tokens;
mod url;

pub(crate) use text::write_rendered;
pub use tokens::Token;

use std::marker::PhantomData;

use crate::buffer::{Buffer, Cursor};
use crate::element::Written;

/// An attribute of the vocabulary: its name, and the kind of value that it takes.
///
/// The rows of the tables make these constants; templates and the builder use them.
///
/// ```
/// use starmark::html;
/// assert_eq!(html::a::href.name(), "href");
/// ```
#[derive(Debug)]
pub struct Attribute<K> {
    name: &'static str,
    values: &'static [&'static str],
    kind: PhantomData<fn() -> K>,
}

impl<K> Clone for Attribute<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Attribute<K> {}

impl<K> Attribute<K> {
    /// An attribute called `name`; the tables are the usual way to make one.
    ///
    /// ```
    /// use starmark::html;
    /// use starmark::value::{Attribute, Number};
    ///
    /// const LEVEL: Attribute<Number> = Attribute::new("level");
    /// assert_eq!(html::div().set(LEVEL, 3).to_string(), "<div level=\"3\"></div>");
    /// ```
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            values: &[],
            kind: PhantomData,
        }
    }

    /// The attribute with its closed set of keywords.
    ///
    /// ```
    /// use starmark::value::{Attribute, Enumerated};
    ///
    /// const SIZE: Attribute<Enumerated> = Attribute::new("size").one_of(&["small", "large"]);
    /// assert_eq!(SIZE.values(), ["small", "large"]);
    /// ```
    pub const fn one_of(self, values: &'static [&'static str]) -> Self {
        Self { values, ..self }
    }

    /// The name as it stands in HTML.
    ///
    /// ```
    /// use starmark::html;
    /// assert_eq!(html::meta::http_equiv.name(), "http-equiv");
    /// ```
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The keywords that a literal value is checked against; empty if any value is good.
    ///
    /// ```
    /// use starmark::html;
    /// assert_eq!(html::form::method.values(), ["get", "post", "dialog"]);
    /// assert!(html::a::href.values().is_empty());
    /// ```
    pub const fn values(self) -> &'static [&'static str] {
        self.values
    }
}

/// A kind of attribute value.
pub trait Kind {
    /// Whether a literal in a template is a value of this kind.
    const LITERAL: Literal = Literal::Any;

    /// Whether values are JSON as this crate writes it, in which nothing but quotes means anything to HTML.
    #[doc(hidden)]
    const IS_JSON: bool = false;

    /// Whether [`finish`](Kind::finish) has anything to check in a value that begins like this.
    #[doc(hidden)]
    #[inline]
    fn asks(start: &str) -> bool {
        let _ = start;
        false
    }

    /// Checks, and if need be replaces, the value that was appended since `start`.
    fn finish(start: usize, out: &mut Buffer) {
        let _ = (start, out);
    }
}

/// What a template's literal must look like to be a value of a [`Kind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// Anything goes: the author wrote it.
    Any,
    /// Nothing, or the attribute's own name.
    Flag,
    /// One of the attribute's keywords, in any case.
    Keyword,
    /// A number as HTML writes it.
    Number,
    /// Statements of the client.
    Statements,
    /// One expression of the client.
    Expression,
    /// The name of a signal.
    SignalName,
    /// A filter of signals.
    Filter,
}

/// A kind whose values are plain text, so that whatever renders can be one.
pub trait Textual: Kind {}

/// A kind in which a number is harmless.
pub trait Numeric: Kind {}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident $(: $($marker:ident)+)? { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        pub enum $kind {}
        impl Kind for $kind { $($body)* }
        $($(impl $marker for $kind {})+)?
    )*};
}

kinds! {
    /// Any text.
    ///
    /// ```
    /// use starmark::html;
    /// let image = html::img().alt("Tom & Jerry");
    /// assert_eq!(image.to_string(), "<img alt=\"Tom &amp; Jerry\">");
    /// ```
    Text: Textual Numeric {}
    /// Space-separated tokens, such as `class`: a string, or a list whose items can be left out.
    ///
    /// ```
    /// use starmark::html;
    /// assert_eq!(html::p().class("note new").to_string(), "<p class=\"note new\"></p>");
    /// ```
    Tokens: Textual Numeric {}
    /// One keyword of a closed set; literals are checked.
    ///
    /// ```
    /// use starmark::html;
    /// let markup = html! { form method="post" {} };
    /// assert_eq!(markup.as_str(), "<form method=\"post\"></form>");
    /// ```
    Enumerated: Textual Numeric { const LITERAL: Literal = Literal::Keyword; }
    /// A number; literals are checked.
    ///
    /// ```
    /// use starmark::html;
    /// assert_eq!(html::td().colspan(2).to_string(), "<td colspan=\"2\"></td>");
    /// ```
    Number: Textual Numeric { const LITERAL: Literal = Literal::Number; }
    /// An address that the browser loads or goes to.
    ///
    /// Relative addresses and the schemes `http`, `https`, `mailto`, `tel`, `sms` and (raster images only)
    /// `data` pass; a value with any other scheme, such as `javascript:`, becomes `about:invalid`.
    /// Literals and [`PreEscaped`](crate::PreEscaped) are trusted.
    ///
    /// ```
    /// use starmark::html;
    /// assert_eq!(html::a().href("/x").to_string(), "<a href=\"/x\"></a>");
    ///
    /// let hostile = String::from("javascript:alert(1)");
    /// assert_eq!(html::a().href(&hostile).to_string(), "<a href=\"about:invalid\"></a>");
    /// ```
    Url: Textual Numeric {
        #[inline]
        fn asks(start: &str) -> bool {
            // What follows cannot make a scheme of these.
            !start.starts_with(['/', '?', '#'])
        }

        fn finish(start: usize, out: &mut Buffer) {
            url::finish(start, out);
        }
    }
    /// A boolean attribute: `true` writes it, `false` leaves it out.
    ///
    /// ```
    /// use starmark::html;
    /// assert_eq!(html::input().disabled(true).required(false).to_string(), "<input disabled>");
    /// ```
    Flag { const LITERAL: Literal = Literal::Flag; }
    /// JavaScript, as in `onclick`: a literal, or `PreEscaped` around one.
    ///
    /// ```
    /// use starmark::{PreEscaped, html};
    /// let button = html::button().onclick(PreEscaped("go()"));
    /// assert_eq!(button.to_string(), "<button onclick=\"go()\"></button>");
    /// ```
    Script {}
    /// CSS declarations: literals and numbers, or [`PreEscaped`](crate::PreEscaped).
    ///
    /// ```
    /// use starmark::{PreEscaped, html};
    /// let text = html::p().style(PreEscaped("color: red"));
    /// assert_eq!(text.to_string(), "<p style=\"color: red\"></p>");
    /// ```
    Style: Numeric {}
    /// A document as an attribute (`srcdoc`): markup.
    ///
    /// ```
    /// use starmark::html;
    /// let frame = html::iframe().srcdoc(html! { p { "Hi" } });
    /// assert_eq!(frame.to_string(), "<iframe srcdoc=\"&lt;p&gt;Hi&lt;/p&gt;\"></iframe>");
    /// ```
    Html {}
}

/// Can be the value of an attribute of kind `K`.
///
/// `None` leaves the attribute out, and so does `false` for a [`Flag`].
///
/// ```
/// use starmark::html::{a, input};
/// use starmark::render;
///
/// assert_eq!(render(a().href("/x?a=1&b")).into_string(), "<a href=\"/x?a=1&amp;b\"></a>");
/// assert_eq!(render(input().checked(true).value(None::<&str>)).into_string(), "<input checked>");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of this attribute, which takes `{K}`",
    label = "no value for `{K}`",
    note = "`Text`, `Tokens`, `Enumerated`, `Number` and `Url` take strings, numbers and what is `Render`; `Flag` takes `bool`",
    note = "`Script` takes a literal, `Style` literals, numbers and `PreEscaped`, `Html` markup: never a string from elsewhere",
    note = "`Statements` and `Expression` take a literal, an action such as `get(\"/path\")`, a `Signal`, or a string as `quote(value)`",
    note = "`SignalName` takes a literal or a `Signal`; `Object` takes signals: derive `Signals` for the type, or wrap the value in `Plain`"
)]
pub trait Value<K: Kind> {
    /// Appends the value as it stands between the quotes.
    fn write_value(&self, out: &mut Buffer);

    /// Appends the attribute with a space before it, or nothing.
    #[inline]
    fn write_attribute(&self, name: &str, out: &mut Buffer) {
        write_checked::<K>(name, out, |out| self.write_value(out));
    }

    /// [`write_value`](Value::write_value) for a template, which has room for `rest` bytes behind it.
    #[doc(hidden)]
    #[inline]
    fn value_at(&self, out: &mut Cursor<'_>, rest: usize) {
        out.with(rest, |out| self.write_value(out));
    }

    /// [`write_attribute`](Value::write_attribute) for a template, where `open` is all that stands before the value.
    #[doc(hidden)]
    #[inline]
    fn attribute_at(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        out.with(rest, |out| self.write_attribute(name(open), out));
    }

    /// [`write_attribute`](Value::write_attribute) for a builder.
    #[doc(hidden)]
    fn attribute_of(&self, name: &'static str, element: &mut Written) {
        element.with(|out| self.write_attribute(name, out));
    }
}

/// The name in ` name="`.
#[inline]
fn name(open: &'static str) -> &'static str {
    open.strip_prefix(' ')
        .and_then(|name| name.strip_suffix("=\""))
        .unwrap_or(open)
}

/// Whether a value needs no entity between single quotes, but some between double ones.
pub(crate) fn is_shorter_in_single_quotes(json: &str) -> bool {
    json.contains('"') && !json.contains(['\'', '&'])
}

/// An attribute whose value is always there, as a template writes it.
#[inline]
pub(crate) fn attribute_at<K: Kind>(
    open: &'static str,
    out: &mut Cursor<'_>,
    rest: usize,
    value: impl FnOnce(&mut Cursor<'_>, usize),
) {
    out.put(open);
    if K::asks("") {
        let start = out.position();
        value(out, rest + 1);
        out.with(rest + 1, |out| K::finish(start, out));
    } else {
        value(out, rest + 1);
    }
    out.put("\"");
}

/// An attribute as it stands in a start tag.
#[cold]
#[inline(never)]
pub(crate) fn written(name: &str, value: &str) -> String {
    let mut out = Buffer::new();
    open(name, &mut out);
    out.text(value);
    close(&mut out);
    out.into_markup().into_string()
}

/// Adds an attribute with a value that is escaped here.
#[inline]
pub(crate) fn attribute_of<K: Kind>(name: &'static str, value: &str, element: &mut Written) {
    if K::asks(value) {
        element.with(|out| write_checked::<K>(name, out, |out| out.text(value)));
    } else {
        element.attribute(name, value);
    }
}

/// Appends an attribute whose value `write` appends, to be checked as a whole by its kind.
#[inline]
pub(crate) fn write_checked<K: Kind>(
    name: &str,
    out: &mut Buffer,
    write: impl FnOnce(&mut Buffer),
) {
    let start = open(name, out);
    write(out);
    K::finish(start, out);
    close(out);
}

/// Appends ` name="` and returns where the value begins.
#[inline]
pub(crate) fn open(name: &str, out: &mut Buffer) -> usize {
    out.trusted(" ");
    // Trusted: names come from the tables, or were checked by the macro.
    out.trusted(name);
    out.trusted("=\"");
    out.len()
}

/// Ends what [`open`] began.
#[inline]
pub(crate) fn close(out: &mut Buffer) {
    out.trusted("\"");
}

#[diagnostic::do_not_recommend]
impl<K: Kind, T: Value<K> + ?Sized> Value<K> for &T {
    #[inline]
    fn write_value(&self, out: &mut Buffer) {
        T::write_value(self, out);
    }

    #[inline]
    fn write_attribute(&self, name: &str, out: &mut Buffer) {
        T::write_attribute(self, name, out);
    }

    #[inline]
    fn value_at(&self, out: &mut Cursor<'_>, rest: usize) {
        T::value_at(self, out, rest);
    }

    #[inline]
    fn attribute_at(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        T::attribute_at(self, open, out, rest);
    }

    #[inline]
    fn attribute_of(&self, name: &'static str, element: &mut Written) {
        T::attribute_of(self, name, element);
    }
}

#[diagnostic::do_not_recommend]
impl<K: Kind, T: Value<K>> Value<K> for Option<T> {
    #[inline]
    fn write_value(&self, out: &mut Buffer) {
        if let Some(value) = self {
            value.write_value(out);
        }
    }

    #[inline]
    fn write_attribute(&self, name: &str, out: &mut Buffer) {
        if let Some(value) = self {
            value.write_attribute(name, out);
        }
    }

    #[inline]
    fn value_at(&self, out: &mut Cursor<'_>, rest: usize) {
        if let Some(value) = self {
            value.value_at(out, rest);
        }
    }

    #[inline]
    fn attribute_at(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        if let Some(value) = self {
            value.attribute_at(open, out, rest);
        }
    }

    #[inline]
    fn attribute_of(&self, name: &'static str, element: &mut Written) {
        if let Some(value) = self {
            value.attribute_of(name, element);
        }
    }
}

#[diagnostic::do_not_recommend]
impl Value<Flag> for bool {
    fn write_value(&self, _: &mut Buffer) {}

    #[inline]
    fn write_attribute(&self, name: &str, out: &mut Buffer) {
        if *self {
            out.trusted(" ");
            // Trusted: as in `open`.
            out.trusted(name);
        }
    }

    #[inline]
    fn attribute_at(&self, open: &'static str, out: &mut Cursor<'_>, _: usize) {
        if *self {
            out.put(" ");
            out.put(name(open));
        }
    }

    fn attribute_of(&self, name: &'static str, element: &mut Written) {
        if *self {
            element.flag(name);
        }
    }
}
