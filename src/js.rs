//! Expressions of the browser, as Rust values.
//!
//! A [`Js`] is JavaScript of which Rust knows the type. [`js!`](macro@crate::js) writes one as Rust, [`raw`] takes it
//! from a literal, and [`quote`](crate::quote) makes one of a string. Nothing else is code: a `String` is data.
//!
//! # What can be written
//!
//! What has no counterpart with the same meaning does not compile.
//!
//! | in Rust | in the browser |
//! |---|---|
//! | `s.count`, `s.ui.open` | `$count`, `$ui.open`: the value of a signal |
//! | `#max`, `#card.title`, `#(a + b)` | a value of the server as a literal, encoded so that it stays one |
//! | `1`, `1.5`, `true`, `"text"`, `'c'`, `[a, b]`, `vec![a, b]`, `Some(a)`, `None` | literals; integers up to 2⁵³ − 1; `None` deletes a signal |
//! | `+ - * / %`, `-a` on integers and `f64` | the same; integers divide as `Math.trunc(a / b)` |
//! | `a + "text"` for strings, `format!("{a} of {}", b)` | `$a + 'text'`, `'' + $a + ' of ' + $b`; no `f64`, whose digits differ |
//! | `== !=` on strings, numbers, `bool` | `=== !==` |
//! | `< <= > >=` on numbers | the same; strings are ordered differently there |
//! | `&& \|\| !` on `bool` | the same |
//! | `a as f64`, `a as i64`, … to wider types; `f64 as i32`; `bool as i32` | nothing; `Math.trunc` within the bounds of the type; `Number(a)` |
//! | `s.count = 1`, `+= -= *= /= %=` | the same |
//! | `s.list[0]`, `s.map["key"]` | `$list[0]`; an index that is not there is a mistake, as in Rust |
//! | `if a { b } else { c }` | `$a ? $b : $c`, or an `if` statement |
//! | `a; b; c`, `let x = a;` | statements, for `data-on`, `data-init` and `data-effect` |
//! | `get("/x")`, any function or method of the server that returns code | what it returns, such as `@get('/x')`; its arguments can be code |
//! | `js::peek(a)`, `js::set_all(a)`, `js::toggle_all()` | `@peek(() => $a)`, `@setAll($a)`, `@toggleAll()` |
//! | `evt.key`, `evt.target.value`, `evt.prevent_default()` | the event, typed by its name in a template, or as `\|evt: KeyboardEvent\| …` |
//! | `el.value`, `el.focus()` | the element of the attribute |
//!
//! | methods of | |
//! |---|---|
//! | strings | `is_empty len trim trim_start trim_end to_uppercase to_lowercase contains starts_with ends_with replace repeat chars to_string to_owned clone as_str push_str push clear` |
//! | integers | `abs signum min max clamp rem_euclid is_positive is_negative saturating_sub abs_diff to_string clone` |
//! | `f64` | `abs floor ceil trunc round sqrt clamp is_nan is_finite` |
//! | `bool` | `to_string clone` |
//! | lists | `len is_empty contains join iter push pop insert remove reverse clear`; `iter().any(…)`, `all`, `filter`, `count` |
//! | maps | `len is_empty contains_key` |
//! | `Option` of numbers, `bool` and lists | `is_some is_none unwrap_or`; an absent signal reads as an empty string, so there is none of strings |
//!
//! Differences that remain: integers of the browser do not overflow, but lose digits beyond 2⁵³; a division by zero is
//! no panic there, but `Infinity` or `NaN`; `replace` with an empty pattern counts UTF-16, not characters.

#[doc(hidden)]
pub mod check;
pub(crate) mod dom;
#[doc(hidden)]
pub mod kind;
mod level;
#[doc(hidden)]
pub mod literal;
#[doc(hidden)]
pub mod method;
#[doc(hidden)]
pub mod operator;
mod signal;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use crate::data::{Action, Signal, SignalPath, Untyped};

#[doc(hidden)]
pub use dom::data;
pub use dom::{DataKind, Dataset, Datum, Element};
pub use level::Level;
pub use literal::Literal;
pub use signal::{peek, set_all, set_all_in, toggle_all, toggle_all_in};

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
/// [`js!`](macro@crate::js). Its type is what [`of`](Js::of) says. A function that returns it can be called in `js!`:
///
/// ```
/// use starmark::js::{self, Js};
/// use starmark::post;
///
/// fn sure() -> Js<bool> {
///     js::raw("confirm('Sure?')").of()
/// }
///
/// assert_eq!(starmark::js!(if sure() { post("/x") }).as_str(), "if (confirm('Sure?')) { @post('/x') }");
/// ```
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

    /// The same code as one of any type, for where its value is read in JavaScript's way.
    pub fn untyped(self) -> Js<Untyped> {
        Js {
            code: self.code,
            level: self.level,
            value: PhantomData,
        }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.code
    }

    pub(crate) fn into_code(self) -> Cow<'static, str> {
        self.code
    }
}

/// Statements for an event of the interface `E`: what [`js!`](macro@crate::js) makes of `|evt: E| …`.
///
/// ```
/// use starmark::data::event::{self, interface::KeyboardEvent};
/// use starmark::{html::input, js};
///
/// let submit = js!(|evt: KeyboardEvent| if evt.key == "Enter" { el.click() });
/// assert_eq!(
///     input().data_on(event::keydown(), submit).to_string(),
///     r#"<input data-on:keydown="if (evt.key === 'Enter') { el.click() }">"#,
/// );
/// ```
pub struct On<E> {
    code: Js<Untyped>,
    event: PhantomData<fn() -> E>,
}

impl<E> On<E> {
    /// Code that was checked with this event.
    #[doc(hidden)]
    pub fn of<T>(code: Js<T>) -> Self {
        Self {
            code: code.untyped(),
            event: PhantomData,
        }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        self.code.as_str()
    }

    pub(crate) fn into_code(self) -> Cow<'static, str> {
        self.code.into_code()
    }
}

impl<E> Clone for On<E> {
    fn clone(&self) -> Self {
        Self {
            code: self.code.clone(),
            event: PhantomData,
        }
    }
}

impl<E> fmt::Debug for On<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("On").field(&self.as_str()).finish()
    }
}

/// Prints the code.
impl<E> fmt::Display for On<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
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

    /// Appends the code, in parentheses if it binds less than `wanted`; says what it then binds like.
    #[doc(hidden)]
    fn write_operand(&self, wanted: Level, out: &mut String) -> Level;
}

impl<T> Operand for Signal<T> {
    type Value = T;

    fn write_operand(&self, _: Level, out: &mut String) -> Level {
        out.push('$');
        out.push_str(self.path());
        Level::PRIMARY
    }
}

impl Operand for SignalPath<'_> {
    type Value = Untyped;

    fn write_operand(&self, _: Level, out: &mut String) -> Level {
        out.push('$');
        out.push_str(self.as_str());
        Level::PRIMARY
    }
}

impl<T> Operand for Js<T> {
    type Value = T;

    fn write_operand(&self, wanted: Level, out: &mut String) -> Level {
        self.level.wrap(wanted, out, |out| out.push_str(&self.code))
    }
}

impl<S> Operand for Action<S> {
    type Value = ();

    fn write_operand(&self, _: Level, out: &mut String) -> Level {
        out.push_str(&self.to_string());
        Level::PRIMARY
    }
}

impl<O: Operand + ?Sized> Operand for &O {
    type Value = O::Value;

    fn write_operand(&self, wanted: Level, out: &mut String) -> Level {
        O::write_operand(self, wanted, out)
    }
}

/// Can be assigned to: a signal.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be assigned to", label = "not a signal")]
pub trait Place: Operand {}

impl<T> Place for Signal<T> {}
