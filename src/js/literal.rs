//! Values of the server as literals of JavaScript.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Level;
use crate::data::quote_to;

/// The largest integer that JavaScript holds exactly.
pub(crate) const MAX_INTEGER: u64 = (1 << 53) - 1;

/// Can be brought into code as a literal, by `#value`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a literal of JavaScript",
    label = "no literal",
    note = "strings, numbers, `bool`, lists and options of them can"
)]
pub trait Literal {
    /// Appends the literal, and says how tightly it binds.
    #[doc(hidden)]
    fn write_literal(&self, out: &mut String) -> Level;
}

/// Appends a literal, in parentheses if it binds less than `wanted`.
#[doc(hidden)]
pub fn write<T: Literal + ?Sized>(value: &T, wanted: Level, out: &mut String) -> Level {
    let start = out.len();
    let level = value.write_literal(out);
    if level < wanted {
        out.insert(start, '(');
        out.push(')');
        return Level::PRIMARY;
    }
    level
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Literal for $integer {
                    fn write_literal(&self, out: &mut String) -> Level {
                let is_exact = u64::try_from(*self).map_or_else(
                    |_| i64::try_from(*self).is_ok_and(|value| value.unsigned_abs() <= MAX_INTEGER),
                    |value| value <= MAX_INTEGER,
                );
                if !is_exact {
                    return inexact(self, out);
                }
                let mut digits = itoa::Buffer::new();
                let digits = digits.format(*self);
                out.push_str(digits);
                sign(digits)
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

/// An integer that JavaScript does not have is a message on the console, and no number.
#[cold]
fn inexact(integer: &impl std::fmt::Display, out: &mut String) -> Level {
    let message = format!("{integer} is larger than what JavaScript holds exactly");
    out.push_str("(console.error(\"starmark: ");
    quote_to(&message, out);
    out.push_str("\"), NaN)");
    Level::PRIMARY
}

/// A number with a sign is an operation.
fn sign(digits: &str) -> Level {
    if digits.starts_with('-') {
        Level::UNARY
    } else {
        Level::PRIMARY
    }
}

#[diagnostic::do_not_recommend]
impl Literal for f64 {
    fn write_literal(&self, out: &mut String) -> Level {
        let start = out.len();
        // Writing to a string cannot fail.
        let _ = if self.is_nan() {
            write!(out, "NaN")
        } else if self.is_infinite() {
            write!(out, "{}Infinity", if *self < 0.0 { "-" } else { "" })
        } else {
            // The shortest digits that read back the same.
            write!(out, "{self:?}")
        };
        sign(&out[start..])
    }
}

#[diagnostic::do_not_recommend]
impl Literal for bool {
    fn write_literal(&self, out: &mut String) -> Level {
        out.push_str(if *self { "true" } else { "false" });
        Level::PRIMARY
    }
}

#[diagnostic::do_not_recommend]
impl Literal for str {
    fn write_literal(&self, out: &mut String) -> Level {
        out.push('"');
        quote_to(self, out);
        out.push('"');
        Level::PRIMARY
    }
}

macro_rules! texts {
    ($($text:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Literal for $text {
                    fn write_literal(&self, out: &mut String) -> Level {
                str::write_literal(self, out)
            }
        }
    )*};
}

texts! { String Cow<'_, str> Box<str> }

#[diagnostic::do_not_recommend]
impl Literal for char {
    fn write_literal(&self, out: &mut String) -> Level {
        self.encode_utf8(&mut [0; 4]).write_literal(out)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Literal + ?Sized> Literal for &T {
    fn write_literal(&self, out: &mut String) -> Level {
        T::write_literal(self, out)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Literal> Literal for Option<T> {
    fn write_literal(&self, out: &mut String) -> Level {
        if let Some(value) = self {
            return value.write_literal(out);
        }
        out.push_str("null");
        Level::PRIMARY
    }
}

#[diagnostic::do_not_recommend]
impl<T: Literal> Literal for [T] {
    fn write_literal(&self, out: &mut String) -> Level {
        out.push('[');
        for (i, item) in self.iter().enumerate() {
            out.push_str(if i == 0 { "" } else { ", " });
            item.write_literal(out);
        }
        out.push(']');
        Level::PRIMARY
    }
}

#[diagnostic::do_not_recommend]
impl<T: Literal> Literal for Vec<T> {
    fn write_literal(&self, out: &mut String) -> Level {
        self.as_slice().write_literal(out)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Literal, const N: usize> Literal for [T; N] {
    fn write_literal(&self, out: &mut String) -> Level {
        self.as_slice().write_literal(out)
    }
}
