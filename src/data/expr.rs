//! What stands in a Datastar attribute's value: code by the author, data as literals.
//!
//! A `String` is no expression. Code is a literal of the program (`&'static str`), an [`Action`], a [`Signal`] or a
//! [`Js`]; a value from elsewhere comes in through [`quote`], encoded so that no part of the client can read it as
//! anything but a string. What is typed has to fit the attribute: a condition is a `bool`.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::{AttributeName, Signal, SignalPath, Untyped};
use crate::buffer::Buffer;
use crate::client::Nonce;
use crate::js::Js;
use crate::value::{Kind, Literal, Text, Value};

/// Statements, run for what they do: `data-on`, `data-init`, `data-effect`.
///
/// A whole number can stand between literals: `data-on:click={ "@post('/cards/" (id) "')" }`.
#[derive(Debug, Clone, Copy)]
pub enum Statements {}

/// One expression of any value: `data-computed`.
#[derive(Debug, Clone, Copy)]
pub enum Expression {}

/// One expression that is true or false: `data-show`, `data-class`.
#[derive(Debug, Clone, Copy)]
pub enum Condition {}

/// One expression whose value is shown as text: `data-text`.
#[derive(Debug, Clone, Copy)]
pub enum Content {}

/// One expression for the value of an attribute, which `false` leaves out: `data-attr`.
#[derive(Debug, Clone, Copy)]
pub enum AttributeValue {}

/// One expression for the value of an attribute that holds text: `data-attr:title`, `data-attr:aria-expanded`.
#[derive(Debug, Clone, Copy)]
pub enum AttributeText {}

/// One expression for the value of a CSS property: `data-style`.
#[derive(Debug, Clone, Copy)]
pub enum StyleValue {}

/// The name of a signal: `data-bind`, `data-indicator`.
#[derive(Debug, Clone, Copy)]
pub enum SignalName {}

/// Signals and their values: `data-signals`.
#[derive(Debug, Clone, Copy)]
pub enum Object {}

/// The value of one signal: `data-signals:count`.
#[derive(Debug, Clone, Copy)]
pub enum Initial {}

/// One expression, run for what it does: `data-on-signal-patch`.
#[derive(Debug, Clone, Copy)]
pub enum Reaction {}

/// Which signals are meant: `data-json-signals`.
#[derive(Debug, Clone, Copy)]
pub enum Filters {}

/// Names with spaces between them: `data-preserve-attr`.
#[derive(Debug, Clone, Copy)]
pub enum Names {}

/// A media query: `data-match-media`.
#[derive(Debug, Clone, Copy)]
pub enum Query {}

/// There is no value.
#[derive(Debug, Clone, Copy)]
pub enum Nothing {}

macro_rules! kinds {
    ($($kind:ident $literal:ident $($is_json:literal)?;)*) => {$(
        impl Kind for $kind {
            const LITERAL: Literal = Literal::$literal;
            $(const IS_JSON: bool = $is_json;)?
        }
    )*};
}

kinds! {
    Statements Statements;
    Expression Expression;
    Condition Expression;
    Content Expression;
    AttributeValue Expression;
    AttributeText Expression;
    StyleValue Expression;
    SignalName SignalName;
    Object Expression true;
    Initial Expression true;
    Reaction Expression;
    Filters Filter;
    Names Any;
    Query Any;
    Nothing Any;
}

/// The source text of a Datastar value of kind `K`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of this Datastar attribute, which takes `{K}`",
    label = "no value for `{K}`",
    note = "`Statements` are a literal or an action such as `get(\"/path\")`, an `Expression` is a literal or a `Signal`",
    note = "a string comes in as `quote(value)`, an `Object` is signals: derive `Signals` for the type, or wrap the value in `Plain`"
)]
pub trait Source<K> {
    /// Appends the text, not escaped for HTML.
    fn write_source(&self, out: &mut String);

    /// The text of a value that is used up.
    #[doc(hidden)]
    fn into_source(self) -> Cow<'static, str>
    where
        Self: Sized,
    {
        let mut source = String::new();
        self.write_source(&mut source);
        Cow::Owned(source)
    }
}

/// A string as a JavaScript literal that no part of the client can misread.
///
/// Every ASCII character outside of `[A-Za-z0-9 _.,:-]` is written as `\uXXXX`, so that quotes, `$`, `@`, `;`
/// and `/` mean nothing to the client's statement splitter and rewriter.
///
/// ```
/// use starmark::data::{quote, text};
/// assert_eq!(text(quote("it's")).value(), r#""it\u0027s""#);
/// ```
pub fn quote(text: impl AsRef<str>) -> Js<String> {
    let mut out = String::from("\"");
    quote_to(text.as_ref(), &mut out);
    out.push('"');
    Js::primary(out)
}

/// Appends the inside of a literal.
pub(crate) fn quote_to(text: &str, out: &mut String) {
    if text == "use strict" {
        // As a statement it would be a directive, with which the client cannot compile.
        return out.push_str("use\\u0020strict");
    }
    for c in text.chars() {
        let is_plain = match c {
            c if c.is_ascii() => c.is_ascii_alphanumeric() || " _.,:-".contains(c),
            c => !matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}'),
        };
        if is_plain {
            out.push(c);
        } else {
            // Only characters of the basic plane get here.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
    }
}

/// Where source text goes: a string, or a page, which escapes it.
pub(super) trait Target {
    /// Appends a part that has nothing to escape.
    fn fixed(&mut self, part: &'static str);
    /// Appends a part.
    fn part(&mut self, part: &str);
}

impl Target for String {
    fn fixed(&mut self, part: &'static str) {
        self.push_str(part);
    }

    fn part(&mut self, part: &str) {
        self.push_str(part);
    }
}

impl Target for Buffer {
    #[inline]
    fn fixed(&mut self, part: &'static str) {
        // Trusted: words and punctuation of this module and its siblings.
        self.trusted(part);
    }

    #[inline]
    fn part(&mut self, part: &str) {
        self.text(part);
    }
}

/// Kinds of which a literal is a value.
macro_rules! literals {
    ($($kind:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Source<$kind> for &'static str {
            fn write_source(&self, out: &mut String) {
                out.push_str(self);
            }

            fn into_source(self) -> Cow<'static, str> {
                Cow::Borrowed(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl Value<$kind> for &'static str {
            #[inline]
            fn write_value(&self, out: &mut Buffer) {
                out.text(self);
            }
        }
    )*};
}

literals! { Statements Reaction Expression Condition Content AttributeValue AttributeText StyleValue Filters Names Query }

/// A row says how a value writes its source: into a string for the builder, right into the page for a template.
macro_rules! sources {
    ($($kind:ident { $($source:ty => |$value:ident, $out:ident| $write:expr;)* })*) => {$($(
        #[diagnostic::do_not_recommend]
        impl Source<$kind> for $source {
            fn write_source(&self, $out: &mut String) {
                let $value = self;
                $write;
            }
        }

        #[diagnostic::do_not_recommend]
        impl Value<$kind> for $source {
            #[inline]
            fn write_value(&self, $out: &mut Buffer) {
                let $value = self;
                $write;
            }
        }
    )*)*};
}

sources! {
    Expression {
        bool => |value, out| out.fixed(if *value { "true" } else { "false" });
        i32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        u32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        usize => |number, out| out.part(itoa::Buffer::new().format(*number));
    }
    Condition {
        bool => |value, out| out.fixed(if *value { "true" } else { "false" });
    }
    AttributeValue {
        bool => |value, out| out.fixed(if *value { "true" } else { "false" });
        i32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        u32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        usize => |number, out| out.part(itoa::Buffer::new().format(*number));
    }
    AttributeText {
        i32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        u32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        usize => |number, out| out.part(itoa::Buffer::new().format(*number));
    }
    StyleValue {
        i32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        u32 => |number, out| out.part(itoa::Buffer::new().format(*number));
        usize => |number, out| out.part(itoa::Buffer::new().format(*number));
    }
    SignalName {
        SignalPath<'_> => |signal, out| out.part(signal.as_str());
    }
}

#[diagnostic::do_not_recommend]
impl<T> Source<SignalName> for Signal<T> {
    fn write_source(&self, out: &mut String) {
        out.push_str(self.path());
    }
}

#[diagnostic::do_not_recommend]
impl<T> Value<SignalName> for Signal<T> {
    #[inline]
    fn write_value(&self, out: &mut Buffer) {
        out.text(self.path());
    }
}

#[diagnostic::do_not_recommend]
impl<S: Source<SignalName>> Source<SignalName> for &S {
    fn write_source(&self, out: &mut String) {
        S::write_source(self, out);
    }
}

/// A kind that is code of the client.
pub trait Program: Kind {}

/// A kind that is one expression, read for its value.
pub trait Valued: Program {}

/// An expression of type `Self` can be the value of an attribute of kind `K`.
#[diagnostic::on_unimplemented(
    message = "an expression of type `{Self}` cannot be the value of this attribute, which takes `{K}`",
    label = "has the type `{Self}`",
    note = "a `Condition` is a `bool`, as in `s.count > 0`; `Content` is a string, a number, a `bool` or an `Option` of one",
    note = "an `AttributeValue` is like `Content`; a `StyleValue` is a string or a number",
    note = "an `AttributeText` is a string, a number or an `Option` of one: a `bool` would empty or remove it, so write `s.open.to_string()`",
    note = "statements, which have no value, belong into `data-on`, `data-init` or `data-effect`"
)]
pub trait Fits<K> {}

macro_rules! programs {
    ($($kind:ident $($valued:ident)? { $($type:ty)* })*) => {$(
        impl Program for $kind {}
        $(impl $valued for $kind {})?
        $(
            #[diagnostic::do_not_recommend]
            impl Fits<$kind> for $type {}
        )*
    )*};
}

programs! {
    Statements {}
    Reaction { () Untyped }
    Condition Valued { bool Untyped }
    Content Valued { String &str char bool i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 Untyped }
    AttributeValue Valued { String &str char bool i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 Untyped }
    AttributeText Valued { String &str char i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 Untyped }
    StyleValue Valued { String &str i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 Untyped }
    Expression Valued { String &str char bool i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 Untyped }
}

#[diagnostic::do_not_recommend]
impl<T> Fits<Statements> for T {}

#[diagnostic::do_not_recommend]
impl<T: Fits<Content>> Fits<Content> for Option<T> {}

#[diagnostic::do_not_recommend]
impl<T: Fits<AttributeValue>> Fits<AttributeValue> for Option<T> {}

#[diagnostic::do_not_recommend]
impl<T: Fits<AttributeText>> Fits<AttributeText> for Option<T> {}

#[diagnostic::do_not_recommend]
impl<T> Fits<Expression> for Option<T> {}

#[diagnostic::do_not_recommend]
impl<T> Fits<Expression> for Vec<T> {}

impl<K: Program, T: Fits<K>> Source<K> for Js<T> {
    fn write_source(&self, out: &mut String) {
        out.push_str(self.as_str());
    }

    fn into_source(self) -> Cow<'static, str> {
        self.into_code()
    }
}

impl<K: Program, T: Fits<K>> Value<K> for Js<T> {
    #[inline]
    fn write_value(&self, out: &mut Buffer) {
        out.text(self.as_str());
    }
}

impl<K: Valued, T: Fits<K>> Source<K> for Signal<T> {
    fn write_source(&self, out: &mut String) {
        out.push('$');
        out.push_str(self.path());
    }
}

impl<K: Valued, T: Fits<K>> Value<K> for Signal<T> {
    #[inline]
    fn write_value(&self, out: &mut Buffer) {
        // Trusted: nothing in it is escaped.
        out.trusted("$");
        out.text(self.path());
    }
}

#[diagnostic::do_not_recommend]
impl<K: Valued> Source<K> for SignalPath<'_> {
    fn write_source(&self, out: &mut String) {
        out.push('$');
        out.push_str(self.as_str());
    }
}

#[diagnostic::do_not_recommend]
impl<K: Valued> Value<K> for SignalPath<'_> {
    #[inline]
    fn write_value(&self, out: &mut Buffer) {
        // Trusted: nothing in it is escaped.
        out.trusted("$");
        out.text(self.as_str());
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Source<Names> for [AttributeName<'_>; N] {
    fn write_source(&self, out: &mut String) {
        for (i, attribute) in self.iter().enumerate() {
            out.push_str(if i == 0 { "" } else { " " });
            out.push_str(attribute.as_str());
        }
    }
}

#[diagnostic::do_not_recommend]
impl Source<Text> for &str {
    fn write_source(&self, out: &mut String) {
        out.push_str(self);
    }
}

#[diagnostic::do_not_recommend]
impl Source<Text> for &Nonce {
    fn write_source(&self, out: &mut String) {
        out.push_str(self.as_str());
    }
}

#[cfg(test)]
mod tests;
