//! What the checked half of [`js!`](macro@crate::js) calls: functions that pass types on, and never run.

use std::borrow::Cow;
use std::cell::Cell;
use std::marker::PhantomData;

use super::dom::Element;
use super::kind::{Addable, Comparable, Displayed, Indexed, Number, Ordered, Shape};
use super::literal::Literal;
use super::method::Method;
use super::{Block, Level, Operand, Place};

/// A value of any type, which never comes to be.
pub fn never<T>() -> T {
    unreachable!("code of the browser does not run on the server")
}

/// The type of code, which is dropped here, and its borrows with it.
pub fn type_of<T>(_: impl FnOnce() -> T) -> PhantomData<fn() -> T> {
    PhantomData
}

/// Statements, whatever the last one is worth.
pub fn block<T>(_: impl FnOnce() -> T) -> PhantomData<fn() -> Block> {
    PhantomData
}

/// Carries the type of an expression to where it is printed.
#[derive(Debug)]
pub struct Witness<T>(PhantomData<Cell<T>>);

impl<T> Witness<T> {
    #[expect(clippy::new_without_default, reason = "a witness is no value")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }

    /// Learns the kind of a value; its type may borrow what is gone later.
    pub fn see<V: Shape<Kind = T>>(&self, value: V) -> V {
        value
    }

    /// Learns the kind of what a method is called on.
    pub fn receive<V: Shape<Kind = T>>(&self, _: V) -> V::Receiver {
        never()
    }

    /// The result of a method `M`, if this kind has it.
    pub fn result<M, R: Runs<M, T>>(&self, _: PhantomData<fn() -> M>, result: R) -> R {
        result
    }

    pub fn see_place<'a, V: Shape<Kind = T>>(&self, place: &'a mut V) -> &'a mut V {
        place
    }

    /// Learns the type itself.
    pub fn exactly(&self, value: T) -> T {
        value
    }
}

/// What a signal or an expression is worth.
pub fn value<O: Operand + ?Sized>(_: &O) -> O::Value {
    never()
}

/// A method as a value.
pub const fn marker<M>() -> PhantomData<fn() -> M> {
    PhantomData
}

/// The result of a method `M` of a kind `K`. It stands on the result, because rustc says nothing about the result of
/// a method that Rust does not have.
#[diagnostic::on_unimplemented(
    message = "this method of `{K}` does not run in the browser",
    label = "no counterpart in the browser",
    note = "compute it on the server, or write it as `js::raw(\"…\").of::<T>()`"
)]
pub trait Runs<M, K> {}

#[diagnostic::do_not_recommend]
impl<R, M, K: Method<M>> Runs<M, K> for R {}

/// An operand on its way out. What is none prints nothing, because the checked half says what is wrong.
#[derive(Debug)]
pub struct Printed<'a, T: ?Sized>(pub &'a T);

impl<O: Operand + ?Sized> Printed<'_, O> {
    pub fn print(&self, wanted: Level, out: &mut String) -> Level {
        self.0.write_operand(wanted, out)
    }
}

pub trait Unprinted {
    fn print(&self, wanted: Level, out: &mut String) -> Level;
}

impl<T: ?Sized> Unprinted for &Printed<'_, T> {
    fn print(&self, wanted: Level, _: &mut String) -> Level {
        wanted
    }
}

/// What stands before a dot, as an editor reads it: a signal is its value, everything else is itself.
#[derive(Debug)]
pub struct Shown<'a, T: ?Sized>(pub &'a T);

impl<O: Operand + ?Sized> Shown<'_, O> {
    pub fn shown(&self) -> O::Value {
        never()
    }
}

pub trait Itself {
    type Value;
    fn shown(&self) -> Self::Value;
}

impl<'a, T: ?Sized> Itself for &Shown<'a, T> {
    type Value = &'a T;

    fn shown(&self) -> &'a T {
        self.0
    }
}

/// A signal as something to assign to.
pub fn place<'a, P: Place + ?Sized>(_: &P) -> &'a mut P::Value {
    never()
}

/// A value of the server. A reference is what it refers to, but for strings, which stay `&str`.
#[derive(Debug)]
pub struct Server<'a, T: ?Sized>(pub &'a T);

pub trait Referred {
    type Value;
    fn value(&self) -> Self::Value;
}

impl<T: Literal + Clone> Referred for Server<'_, &T> {
    type Value = T;

    fn value(&self) -> T {
        never()
    }
}

pub trait Owned {
    type Value;
    fn value(&self) -> Self::Value;
}

impl<T: Literal + Clone> Owned for &Server<'_, T> {
    type Value = T;

    fn value(&self) -> T {
        never()
    }
}

/// A variable or property, which stays where it is.
pub fn read<T: Clone>(value: &T) -> T {
    value.clone()
}

/// The element of an attribute.
pub fn element() -> Element {
    never()
}

/// What is assigned has the type of the place; a literal is a `String`, too.
pub fn assign<T, V: Becomes<T>>(_: &mut T, _: V) {}

/// Can be assigned to a signal that holds a `T`.
#[diagnostic::on_unimplemented(
    message = "expected `{T}`, found `{Self}`",
    label = "expected `{T}`, found `{Self}`"
)]
pub trait Becomes<T> {}

impl<T> Becomes<T> for T {}
#[diagnostic::do_not_recommend]
impl Becomes<String> for &str {}
#[diagnostic::do_not_recommend]
impl Becomes<String> for &String {}
#[diagnostic::do_not_recommend]
impl Becomes<String> for Cow<'_, str> {}
#[diagnostic::do_not_recommend]
impl Becomes<String> for char {}
#[diagnostic::do_not_recommend]
impl Becomes<Option<String>> for Option<&str> {}

macro_rules! bounds {
    ($($function:ident $($in_place:ident)?: $bound:ident;)*) => {$(
        pub fn $function<T: $bound>(value: T) -> T {
            value
        }

        $(pub fn $in_place<T: $bound>(place: &mut T) -> &mut T {
            place
        })?
    )*};
}

bounds! {
    added added_place: Addable;
    number number_place: Number;
    compared: Comparable;
    ordered: Ordered;
    indexed: Indexed;
}

pub fn displayed<T: Displayed + ?Sized>(_: &T) {}
