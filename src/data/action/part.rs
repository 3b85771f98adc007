//! What may stand in a segment, in the query or in a header: values of the server, and expressions.
//!
//! A string is data here, always; a signal or a [`Js`] is worked out in the browser when the request is made.

use std::borrow::Cow;

use crate::data::{Signal, SignalPath, Untyped};
use crate::js::{Js, Level, Operand};

/// Can be a part of an address, or the value of a header: a string, a number, a `bool`, a signal, a [`Js`].
///
/// ```
/// use starmark::{get, signal};
///
/// let page = get("/search").query("q", "a&b").query("page", signal!("page"));
/// assert_eq!(page.to_string(), "@get('/search?q=a%26b&page=' + encodeURIComponent($page))");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a part of an address or of a header",
    label = "neither text, a number, a `bool` nor an expression",
    note = "write `.to_string()` for what is `Display`; the arguments of a `#[route]` are whatever serde writes as one word"
)]
pub trait Part {
    /// The same as a piece.
    #[doc(hidden)]
    fn piece<'a>(self) -> Piece<'a>
    where
        Self: 'a;
}

/// A part of an address.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub enum Piece<'a> {
    /// A value of the server, not encoded.
    Text(Cow<'a, str>),
    /// A number of the server: digits need no encoding.
    Natural(u64),
    /// A number of the server.
    Whole(i64),
    /// An expression, which binds as tightly as an argument.
    Code {
        /// The source.
        code: String,
        /// Whether it is known to be a number or a `bool`, which cannot leave its place.
        is_number: bool,
    },
    /// An optional value that is not there.
    Nothing,
    /// No part of an address, for this reason.
    Problem(&'static str),
}

impl Piece<'_> {
    /// An expression whose value is a `T`.
    pub(crate) fn code<T: 'static>(operand: &impl Operand) -> Self {
        let mut code = String::new();
        operand.write_operand(Level::ASSIGNMENT, &mut code);
        Self::Code {
            code,
            is_number: is_number::<T>(),
        }
    }
}

/// What an expression can be worth to be one part of an address.
#[diagnostic::on_unimplemented(
    message = "an expression of type `{Self}` cannot be a part of an address or of a header",
    label = "has the type `{Self}`",
    note = "it is a string, a number or a `bool`"
)]
pub trait Term: 'static {}

macro_rules! parts {
    ({ $($text:ty => |$value:ident| $piece:expr;)* } $($sort:ident { $($number:ty)* })*) => {
        $($(
            impl Term for $number {}

            #[diagnostic::do_not_recommend]
            impl Part for $number {
                fn piece<'a>(self) -> Piece<'a>
                where
                    Self: 'a,
                {
                    parts!(@ $sort self)
                }
            }

            #[diagnostic::do_not_recommend]
            impl Part for &$number {
                fn piece<'a>(self) -> Piece<'a>
                where
                    Self: 'a,
                {
                    (*self).piece()
                }
            }
        )*)*
        $(
            #[diagnostic::do_not_recommend]
            impl Part for $text {
                fn piece<'a>(self) -> Piece<'a>
                where
                    Self: 'a,
                {
                    let $value = self;
                    Piece::Text($piece)
                }
            }
        )*

        /// Whether all values of a type print as something other than dots or nothing.
        fn is_number<T: 'static>() -> bool {
            use std::any::TypeId;
            let of = TypeId::of::<T>();
            $($(of == TypeId::of::<$number>())||*)||*
        }
    };
    (@ Natural $number:ident) => { Piece::Natural($number.into()) };
    (@ Whole $number:ident) => { Piece::Whole($number.into()) };
    (@ Other $number:ident) => { Piece::Text($number.to_string().into()) };
}

parts! {
    {
        &str => |text| text.into();
        String => |text| text.into();
        &String => |text| text.into();
        Cow<'_, str> => |text| text;
        char => |char| char.to_string().into();
    }
    Natural { u8 u16 u32 u64 }
    Whole { i8 i16 i32 i64 }
    Other { bool isize usize i128 u128 f32 f64 }
}

impl Term for String {}
impl Term for &'static str {}
impl Term for char {}
impl Term for Untyped {}

#[diagnostic::do_not_recommend]
impl<T: Term> Part for Signal<T> {
    fn piece<'a>(self) -> Piece<'a>
    where
        Self: 'a,
    {
        Piece::code::<T>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl Part for SignalPath<'_> {
    fn piece<'a>(self) -> Piece<'a>
    where
        Self: 'a,
    {
        Piece::code::<Untyped>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Term> Part for Js<T> {
    fn piece<'a>(self) -> Piece<'a>
    where
        Self: 'a,
    {
        Piece::code::<T>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Term> Part for &Js<T> {
    fn piece<'a>(self) -> Piece<'a>
    where
        Self: 'a,
    {
        Piece::code::<T>(self)
    }
}
