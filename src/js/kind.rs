//! Which types have which operations with the same meaning in the browser.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Strings.
#[derive(Debug)]
pub enum Text {}
/// Whole numbers with a sign.
#[derive(Debug)]
pub enum Signed {}
/// Whole numbers without.
#[derive(Debug)]
pub enum Unsigned {}
/// Floating-point numbers.
#[derive(Debug)]
pub enum Float {}
/// `true` and `false`.
#[derive(Debug)]
pub enum Bool {}
/// Lists of `T`.
#[derive(Debug)]
pub enum List<T> {
    #[doc(hidden)]
    Of(T),
}
/// Values that may be absent.
#[derive(Debug)]
pub enum Maybe<T> {
    #[doc(hidden)]
    Of(T),
}
/// Maps with strings for keys.
#[derive(Debug)]
pub enum Map {}
/// Objects of the page: events and elements.
#[derive(Debug)]
pub enum Dom {}

/// A type whose methods may have counterparts in the browser.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no methods in the browser",
    label = "has no methods there",
    note = "strings, numbers, `bool`, `Vec`, `Option`, events and elements have some"
)]
pub trait Shape {
    /// The kind that stands in the table of methods.
    type Kind;
}

macro_rules! shapes {
    ($($kind:ty: $($type:ty)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl Shape for $type {
            type Kind = $kind;
        }
    )*)*};
}

shapes! {
    Text: str String char Cow<'_, str>;
    Signed: i8 i16 i32 i64 isize;
    Unsigned: u8 u16 u32 u64 usize;
    Float: f64;
    Bool: bool;
}

#[diagnostic::do_not_recommend]
impl<T: Shape + ?Sized> Shape for &T {
    type Kind = T::Kind;
}

#[diagnostic::do_not_recommend]
impl<T> Shape for Vec<T> {
    type Kind = List<T>;
}

#[diagnostic::do_not_recommend]
impl<T> Shape for [T] {
    type Kind = List<T>;
}

#[diagnostic::do_not_recommend]
impl<T> Shape for std::slice::Iter<'_, T> {
    type Kind = List<T>;
}

#[diagnostic::do_not_recommend]
impl<I: Shape, F> Shape for std::iter::Filter<I, F> {
    type Kind = I::Kind;
}

#[diagnostic::do_not_recommend]
impl Shape for std::str::Chars<'_> {
    type Kind = List<char>;
}

#[diagnostic::do_not_recommend]
impl<T> Shape for Option<T> {
    type Kind = Maybe<T>;
}

#[diagnostic::do_not_recommend]
impl<V> Shape for BTreeMap<String, V> {
    type Kind = Map;
}

#[diagnostic::do_not_recommend]
impl<V, S> Shape for HashMap<String, V, S> {
    type Kind = Map;
}

/// Marks types, with a message for the others.
macro_rules! marks {
    ($($(#[$doc:meta])* $mark:ident $message:literal $note:literal: $($type:ty)*;)*) => {$(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = "has the type `{Self}`", note = $note)]
        pub trait $mark {}
        $(#[diagnostic::do_not_recommend] impl $mark for $type {})*
    )*};
}

marks! {
    /// Adds in the browser as in Rust.
    Addable "`{Self}` does not add in the browser as it does in Rust" "numbers do, and a `String` with a `&str`":
        i8 i16 i32 i64 isize u8 u16 u32 u64 usize f64 String;
    /// Computes in the browser as in Rust.
    Number "`{Self}` does not compute in the browser as it does in Rust" "integers and `f64` do":
        i8 i16 i32 i64 isize u8 u16 u32 u64 usize f64;
    /// Is equal in the browser if it is in Rust.
    Comparable "`{Self}` does not compare in the browser as it does in Rust"
        "strings, numbers and `bool` do; of an `Option` ask `is_none()`, of a list `is_empty()`":
        i8 i16 i32 i64 isize u8 u16 u32 u64 usize f64 bool char String &str;
    /// Has the same order in the browser.
    Ordered "`{Self}` has another order in the browser" "numbers have the same; strings are ordered by their UTF-16 there":
        i8 i16 i32 i64 isize u8 u16 u32 u64 usize f64;
    /// Prints the same in the browser.
    Displayed "`{Self}` prints differently in the browser" "strings, integers and `bool` print the same; a float has its own digits there":
        i8 i16 i32 i64 isize u8 u16 u32 u64 usize bool char str String;
}

#[diagnostic::do_not_recommend]
impl<T: Displayed + ?Sized> Displayed for &T {}

#[diagnostic::do_not_recommend]
impl<T: Comparable> Comparable for &T {}

#[diagnostic::do_not_recommend]
impl<T: Ordered> Ordered for &T {}

/// Has entries by index or key.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no entries in the browser",
    label = "has the type `{Self}`"
)]
pub trait Indexed {}

#[diagnostic::do_not_recommend]
impl<T> Indexed for Vec<T> {}
#[diagnostic::do_not_recommend]
impl<V> Indexed for BTreeMap<String, V> {}
#[diagnostic::do_not_recommend]
impl<V, S> Indexed for HashMap<String, V, S> {}
