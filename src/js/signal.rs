//! What a signal can do without a macro, and the client's own actions.

use std::marker::PhantomData;

use super::check::Becomes;
use super::kind::Number;
use super::literal::{self, Literal};
use super::{Js, Level, Operand};
use crate::data::{Filter, Filters, Signal, Source};

impl<T> Signal<T> {
    /// Assigns a value of the server.
    ///
    /// ```
    /// use starmark::data::Signal;
    /// use starmark::html::button;
    ///
    /// # let query: Signal<String> = Signal::of("query");
    /// assert_eq!(query.set("a/b").as_str(), r#"$query = "a\u002fb""#);
    /// ```
    #[expect(
        clippy::needless_pass_by_value,
        reason = "an assignment takes its value"
    )]
    pub fn set<V: Literal + Becomes<T>>(self, value: V) -> Js<()> {
        self.assignment(" = ", |out| {
            literal::write(&value, Level::ASSIGNMENT, out);
        })
    }

    fn assignment(self, operator: &str, value: impl FnOnce(&mut String)) -> Js<()> {
        let mut code = format!("{self}{operator}");
        value(&mut code);
        Js::written(code, Level::ASSIGNMENT, PhantomData)
    }
}

impl<T: Number> Signal<T> {
    /// Adds one: `$count++`.
    pub fn increment(self) -> Js<()> {
        Js::written(format!("{self}++"), Level::POSTFIX, PhantomData)
    }

    /// Takes one away: `$count--`.
    pub fn decrement(self) -> Js<()> {
        Js::written(format!("{self}--"), Level::POSTFIX, PhantomData)
    }
}

impl Signal<bool> {
    /// Turns it around: `$open = !$open`.
    pub fn toggle(self) -> Js<()> {
        self.assignment(" = !", |out| out.push_str(&self.to_string()))
    }
}

/// `!open` is true while the signal is false.
impl std::ops::Not for Signal<bool> {
    type Output = Js<bool>;

    fn not(self) -> Js<bool> {
        Js::written(format!("!{self}"), Level::UNARY, PhantomData)
    }
}

impl std::ops::Not for Js<bool> {
    type Output = Self;

    fn not(self) -> Self {
        let mut code = String::from("!");
        self.write_operand(Level::UNARY, &mut code);
        Self::written(code, Level::UNARY, PhantomData)
    }
}

impl Signal<String> {
    /// Whether it is empty.
    pub fn is_empty(self) -> Js<bool> {
        Js::written(format!("{self} === ''"), Level::EQUALITY, PhantomData)
    }
}

/// The value of code, read without running again when it changes: `@peek(() => $count)`.
///
/// ```
/// use starmark::js;
/// # let count: starmark::data::Signal<i64> = starmark::data::Signal::of("count");
/// assert_eq!(js!(js::peek(count) + 1).as_str(), "@peek(() => $count) + 1");
/// ```
pub fn peek<O: Operand>(code: O) -> Js<O::Value> {
    let mut out = String::from("@peek(() => ");
    code.write_operand(Level::ASSIGNMENT, &mut out);
    out.push(')');
    Js::primary(out)
}

/// Sets every signal, `_local` ones included.
///
/// ```
/// use starmark::js;
/// assert_eq!(js::set_all(false).as_str(), "@setAll(false)");
/// ```
pub fn set_all(value: impl Literal) -> Js<()> {
    set_all_in(value, Filter::ALL)
}

/// Sets the signals that a filter lets through.
///
/// ```
/// use starmark::{data::Filter, js};
/// let rows = js::set_all_in(true, Filter::including(r"^rows\."));
/// assert_eq!(rows.as_str(), r#"@setAll(true, {"include":"^rows\\."})"#);
/// ```
pub fn set_all_in(value: impl Literal, filter: Filter) -> Js<()> {
    let mut out = String::from("@setAll(");
    literal::write(&value, Level::ASSIGNMENT, &mut out);
    with_filter(out, ", ", filter)
}

/// Turns every signal around, `_local` ones included.
pub fn toggle_all() -> Js<()> {
    toggle_all_in(Filter::ALL)
}

/// Turns the signals around that a filter lets through.
pub fn toggle_all_in(filter: Filter) -> Js<()> {
    with_filter(String::from("@toggleAll("), "", filter)
}

fn with_filter(mut out: String, before: &str, filter: Filter) -> Js<()> {
    let mut source = String::new();
    Source::<Filters>::write_source(&filter, &mut source);
    if !source.is_empty() {
        out.push_str(before);
        out.push_str(&source);
    }
    out.push(')');
    Js::primary(out)
}
