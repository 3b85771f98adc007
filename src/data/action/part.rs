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
    fn piece(self) -> Piece;
}

/// A part of an address.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub enum Piece {
    /// A value of the server, not encoded.
    Text(Cow<'static, str>),
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

impl Piece {
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
pub trait Word: 'static {}

macro_rules! parts {
    ($($text:ty)*; $($number:ty)*) => {
        $(
            impl Word for $number {}

            #[diagnostic::do_not_recommend]
            impl Part for $number {
                fn piece(self) -> Piece {
                    Piece::Text(self.to_string().into())
                }
            }

            #[diagnostic::do_not_recommend]
            impl Part for &$number {
                fn piece(self) -> Piece {
                    Piece::Text(self.to_string().into())
                }
            }
        )*
        $(
            #[diagnostic::do_not_recommend]
            impl Part for $text {
                fn piece(self) -> Piece {
                    Piece::Text(Cow::Owned(self.into()))
                }
            }
        )*

        /// Whether all values of a type print as something other than dots or nothing.
        fn is_number<T: 'static>() -> bool {
            use std::any::TypeId;
            let of = TypeId::of::<T>();
            $(of == TypeId::of::<$number>())||*
        }
    };
}

parts! {
    &str String &String Cow<'_, str> char;
    bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64
}

impl Word for String {}
impl Word for &'static str {}
impl Word for char {}
impl Word for Untyped {}

#[diagnostic::do_not_recommend]
impl<T: Word> Part for Signal<T> {
    fn piece(self) -> Piece {
        Piece::code::<T>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl Part for SignalPath<'_> {
    fn piece(self) -> Piece {
        Piece::code::<Untyped>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Word> Part for Js<T> {
    fn piece(self) -> Piece {
        Piece::code::<T>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Word> Part for &Js<T> {
    fn piece(self) -> Piece {
        Piece::code::<T>(self)
    }
}
