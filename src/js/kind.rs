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
    /// What its methods are called on. It lives for ever, so that what borrows from it can be passed on.
    type Receiver;
}

macro_rules! shapes {
    ($([$($generics:tt)*] $type:ty as $receiver:ty: $kind:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Shape for $type {
            type Kind = $kind;
            type Receiver = $receiver;
        }
    )*};
}

/// The same for types that are copied.
macro_rules! copied {
    ($($kind:ty: $($type:ty)*;)*) => {
        $($(shapes! { [] $type as $type: $kind; ['a] &'a $type as &'a $type: $kind; })*)*
    };
}

copied! {
    Text: char;
    Signed: i8 i16 i32 i64 isize;
    Unsigned: u8 u16 u32 u64 usize;
    Float: f64;
    Bool: bool;
}

shapes! {
    [] String as &'static mut String: Text;
    [] Cow<'_, str> as &'static mut String: Text;
    ['a] &'a str as &'a str: Text;
    ['a] &'a String as &'a String: Text;
    [T: 'static] Vec<T> as &'static mut Vec<T>: List<T>;
    ['a, T] &'a Vec<T> as &'a Vec<T>: List<T>;
    ['a, T] &'a [T] as &'a [T]: List<T>;
    ['a, T] std::slice::Iter<'a, T> as Self: List<T>;
    ['a] std::str::Chars<'a> as Self: List<char>;
    [I: Shape, F] std::iter::Filter<I, F> as Self: I::Kind;
    [T] Option<T> as Self: Maybe<T>;
    [V: 'static] BTreeMap<String, V> as &'static mut Self: Map;
    [V: 'static, S: 'static] HashMap<String, V, S> as &'static mut Self: Map;
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
