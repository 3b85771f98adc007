//! Expressions of the browser, as Rust values.
//!
//! A [`Js`] is JavaScript of which Rust knows the type. [`js!`](macro@crate::js) writes one as Rust, [`raw`] takes it
//! from a literal, and [`quote`](crate::quote) makes one of a string. Nothing else is code: a `String` is data.

mod level;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use crate::data::{Action, Signal, SignalPath, Untyped};

pub use level::Level;

/// JavaScript that the client runs, whose value is a `T`.
///
/// Statements have the value `()`; several of them, which are no expression, have the value [`Block`].
///
/// ```
/// use starmark::js;
/// use starmark::html::p;
///
/// let late = js::raw("new Date().getHours() > 20").of::<bool>();
/// assert_eq!(p().data_show(late).to_string(), r#"<p data-show="new Date().getHours() &gt; 20"></p>"#);
/// ```
pub struct Js<T> {
    code: Cow<'static, str>,
    level: Level,
    value: PhantomData<fn() -> T>,
}

/// What several statements are worth: nothing, and they cannot stand where one expression has to.
#[derive(Debug, Clone, Copy)]
pub enum Block {}

/// Code as the author wrote it, unchecked.
///
/// It takes a literal only; a value from elsewhere comes in through [`quote`](crate::quote) or `#value` in
/// [`js!`](macro@crate::js). Its type is what [`of`](Js::of) says.
pub const fn raw(code: &'static str) -> Js<Untyped> {
    Js {
        code: Cow::Borrowed(code),
        level: Level::LOWEST,
        value: PhantomData,
    }
}

impl Js<Untyped> {
    /// The same code, of which you know that it has a value of this type.
    pub fn of<T>(self) -> Js<T> {
        Js {
            code: self.code,
            level: self.level,
            value: PhantomData,
        }
    }
}

impl<T> Js<T> {
    /// Code of a level that was written by this crate.
    #[doc(hidden)]
    pub fn written(
        code: impl Into<Cow<'static, str>>,
        level: Level,
        _: PhantomData<fn() -> T>,
    ) -> Self {
        Self {
            code: code.into(),
            level,
            value: PhantomData,
        }
    }

    pub(crate) fn primary(code: String) -> Self {
        Self::written(code, Level::PRIMARY, PhantomData)
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.code
    }
}

impl<T> Clone for Js<T> {
    fn clone(&self) -> Self {
        Self {
            code: self.code.clone(),
            level: self.level,
            value: PhantomData,
        }
    }
}

impl<T> PartialEq for Js<T> {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl<T> fmt::Debug for Js<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Js").field(&self.code).finish()
    }
}

/// Prints the code.
impl<T> fmt::Display for Js<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

impl<S> From<Action<S>> for Js<()> {
    fn from(action: Action<S>) -> Self {
        Self::primary(action.to_string())
    }
}

/// Can stand in an expression: a signal, or another expression.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is a value of the server",
    label = "not known in the browser",
    note = "write `#name` or `#(expression)` to bring its value in as a literal"
)]
pub trait Operand {
    /// What it is worth in the browser.
    type Value;

    /// Appends the code, in parentheses if it binds less than `level`.
    #[doc(hidden)]
    fn write_operand(&self, level: Level, out: &mut String);
}

impl<T> Operand for Signal<T> {
    type Value = T;

    fn write_operand(&self, _: Level, out: &mut String) {
        out.push('$');
        out.push_str(self.path());
    }
}

impl Operand for SignalPath<'_> {
    type Value = Untyped;

    fn write_operand(&self, _: Level, out: &mut String) {
        out.push('$');
        out.push_str(self.as_str());
    }
}

impl<T> Operand for Js<T> {
    type Value = T;

    fn write_operand(&self, level: Level, out: &mut String) {
        self.level.open(level, out);
        out.push_str(&self.code);
        self.level.close(level, out);
    }
}

impl<S> Operand for Action<S> {
    type Value = ();

    fn write_operand(&self, _: Level, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl<O: Operand + ?Sized> Operand for &O {
    type Value = O::Value;

    fn write_operand(&self, level: Level, out: &mut String) {
        O::write_operand(self, level, out);
    }
}

/// Can be assigned to: a signal.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be assigned to", label = "not a signal")]
pub trait Place: Operand {}

impl<T> Place for Signal<T> {}
