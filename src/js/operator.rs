//! Operators whose print depends on the types: division, and casts.

use super::Level;
use super::check::Witness;
use super::kind::{Float, Signed, Unsigned};

/// Code that appends itself, in parentheses if it binds less than the level.
pub type Part<'a> = &'a dyn Fn(Level, &mut String);

/// A kind of numbers that can be divided.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be divided in the browser as in Rust",
    label = "does not divide"
)]
pub trait Divide {
    /// Whether the result is a whole number.
    const WHOLE: bool;
}

impl Divide for Signed {
    const WHOLE: bool = true;
}

impl Divide for Unsigned {
    const WHOLE: bool = true;
}

impl Divide for Float {
    const WHOLE: bool = false;
}

/// `a / b`
pub fn divide<T: Divide>(
    _: &Witness<T>,
    parts: &[Part<'_>],
    wanted: Level,
    out: &mut String,
) -> Level {
    let [left, right] = parts else {
        return Level::PRIMARY;
    };
    let quotient = |out: &mut String| {
        left(Level::PRODUCT, out);
        out.push_str(" / ");
        right(Level::PRODUCT.tighter(), out);
    };
    if T::WHOLE {
        out.push_str("Math.trunc(");
        quotient(out);
        out.push(')');
        return Level::PRIMARY;
    }
    Level::PRODUCT.wrap(wanted, out, quotient)
}

/// `a /= b`
pub fn divide_in_place<T: Divide>(
    witness: &Witness<T>,
    parts: &[Part<'_>],
    wanted: Level,
    out: &mut String,
) -> Level {
    let [place, value] = parts else {
        return Level::PRIMARY;
    };
    Level::ASSIGNMENT.wrap(wanted, out, |out| {
        place(Level::PRIMARY, out);
        if T::WHOLE {
            out.push_str(" = ");
            divide(witness, parts, Level::ASSIGNMENT, out);
        } else {
            out.push_str(" /= ");
            value(Level::ASSIGNMENT, out);
        }
    })
}

/// A cast that means the same in the browser.
#[diagnostic::on_unimplemented(
    message = "`{Self}` as `{T}` has no counterpart in the browser with the same meaning",
    label = "cannot be cast",
    note = "a whole number can become a wider one or an `f64`, an `f64` a whole number, a `bool` a whole number"
)]
pub trait Cast<T> {
    /// What is printed around the value.
    const AROUND: Option<[&'static str; 2]>;
}

macro_rules! casts {
    ($($from:ty => $around:expr, $($to:ty)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl Cast<$to> for $from {
            const AROUND: Option<[&'static str; 2]> = $around;
        }
    )*)*};
}

casts! {
    i8 => None, i8 i16 i32 i64 isize f64;
    i16 => None, i16 i32 i64 isize f64;
    i32 => None, i32 i64 isize f64;
    i64 => None, i64 isize f64;
    isize => None, i64 isize f64;
    u8 => None, u8 u16 u32 u64 usize i16 i32 i64 isize f64;
    u16 => None, u16 u32 u64 usize i32 i64 isize f64;
    u32 => None, u32 u64 usize i64 isize f64;
    // What the browser holds exactly fits `i64`, too.
    u64 => None, u64 usize i64 isize f64;
    usize => None, u64 usize i64 isize f64;
    f64 => None, f64;
    // Rust makes zero of what is no number, and stops at the ends of the type.
    f64 => Some(["(Math.trunc(Math.min(Math.max(", ", -2147483648), 2147483647)) || 0)"]), i32;
    f64 => Some(["(Math.trunc(Math.min(Math.max(", ", 0), 4294967295)) || 0)"]), u32;
    bool => Some(["Number(", ")"]), i8 i16 i32 i64 isize u8 u16 u32 u64 usize;
}

/// `a as T`
pub fn cast<F: Cast<T>, T>(
    _: &Witness<F>,
    _: &Witness<T>,
    parts: &[Part<'_>],
    wanted: Level,
    out: &mut String,
) -> Level {
    let [value] = parts else {
        return Level::PRIMARY;
    };
    match F::AROUND {
        Some([before, after]) => {
            out.push_str(before);
            value(Level::ASSIGNMENT, out);
            out.push_str(after);
            Level::PRIMARY
        }
        // What the value is itself is not known here, so it binds like a primary expression.
        None => {
            value(Level::PRIMARY, out);
            let _ = wanted;
            Level::PRIMARY
        }
    }
}
