//! The methods that have a counterpart in the browser with the same meaning.
//!
//! One row is a kind of type, a method, how tightly its print binds, and what is printed. Adding a method is one
//! row here. What Rust and JavaScript mean by the same word differs more often than it seems: `len` of a string is
//! bytes, `trim` knows other spaces, `round` goes away from zero.

use std::marker::PhantomData;

use super::Level;
use super::check::Witness;
use super::kind::{Bool, Comparable, Dom, Float, List, Map, Maybe, Signed, Text, Unsigned};
use super::operator::Part;

/// A method that the table does not have.
#[derive(Debug, Clone, Copy)]
pub enum Unknown {}

/// A piece of what a method prints.
#[derive(Debug, Clone, Copy)]
pub enum Piece {
    /// Text.
    Code(&'static str),
    /// The receiver, which is 0, or an argument, and how tightly it has to bind.
    Part(usize, Level),
}

/// A method `M` of a kind of types.
#[diagnostic::on_unimplemented(
    message = "this method of `{Self}` does not run in the browser",
    label = "no counterpart in the browser",
    note = "compute it on the server, or write it as `js::raw(\"…\").of::<T>()`"
)]
pub trait Method<M> {
    /// How tightly its print binds.
    const LEVEL: Level;
    /// What is printed.
    const TEMPLATE: &'static [Piece];
}

/// A call of the method `M` of a kind `K`, to be printed.
#[derive(Debug)]
pub struct Call<M, K>(PhantomData<fn() -> (M, K)>);

/// The call of a method of what the witness has seen.
pub const fn call<M, K>(_: PhantomData<fn() -> M>, _: &Witness<K>) -> Call<M, K> {
    Call(PhantomData)
}

impl<M, K: Method<M>> Call<M, K> {
    /// Prints it.
    pub fn print(&self, parts: &[Part<'_>], wanted: Level, out: &mut String) -> Level {
        K::LEVEL.wrap(wanted, out, |out| {
            for piece in K::TEMPLATE {
                match piece {
                    Piece::Code(code) => out.push_str(code),
                    Piece::Part(part, level) => {
                        if let Some(part) = parts.get(*part) {
                            part(*level, out);
                        }
                    }
                }
            }
        })
    }
}

/// What the table does not have prints nothing, because the checked half says so.
pub trait Unprinted {
    fn print(&self, parts: &[Part<'_>], wanted: Level, out: &mut String) -> Level;
}

impl<M, K> Unprinted for &Call<M, K> {
    fn print(&self, _: &[Part<'_>], wanted: Level, _: &mut String) -> Level {
        wanted
    }
}

/// Makes of each name a type and a lookup, and of each row what is printed.
macro_rules! methods {
    (
        names { $($name:ident)* }
        $(impl $generics:tt $kind:ty { $($rows:tt)* })*
    ) => {
        /// The methods as types.
        #[allow(non_camel_case_types)]
        pub mod names {
            $(
                #[doc = concat!("The method `", stringify!($name), "`.")]
                #[derive(Debug, Clone, Copy)]
                pub enum $name {}
            )*
        }

        $(methods!(@rows $generics $kind, $($rows)*);)*
    };
    (@rows $generics:tt $kind:ty, $($method:ident $level:ident $template:tt;)*) => {
        $(methods!(@row $generics $kind, $method $level $template);)*
    };
    (@row [$($generics:tt)*] $kind:ty, $method:ident $level:ident [$($piece:tt)*]) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Method<names::$method> for $kind {
            const LEVEL: Level = Level::$level;
            const TEMPLATE: &'static [Piece] = methods!(@template [] $($piece)*);
        }
    };
    (@template [$($done:expr,)*]) => { &[$($done),*] };
    (@template [$($done:expr,)*] $code:literal $($rest:tt)*) => {
        methods!(@template [$($done,)* Piece::Code($code),] $($rest)*)
    };
    (@template [$($done:expr,)*] ($part:literal $level:ident) $($rest:tt)*) => {
        methods!(@template [$($done,)* Piece::Part($part, Level::$level),] $($rest)*)
    };
}

/// A string, of which a list can be joined.
#[diagnostic::on_unimplemented(message = "a list of `{Self}` has no `join`", label = "no strings")]
pub trait Strings {}

#[diagnostic::do_not_recommend]
impl Strings for String {}
#[diagnostic::do_not_recommend]
impl Strings for &str {}

/// An item whose absence reads as an empty string, and which is none itself.
#[diagnostic::on_unimplemented(
    message = "an absent `{Self}` cannot be told from an empty one in the browser",
    label = "ambiguous",
    note = "take a `String` and ask `is_empty()`"
)]
pub trait Distinct {}

macro_rules! distinct {
    ($($type:ty)*) => { $(#[diagnostic::do_not_recommend] impl Distinct for $type {})* };
}

distinct! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize f64 bool }

#[diagnostic::do_not_recommend]
impl<T> Distinct for Vec<T> {}

methods! {
    names {
        abs abs_diff all any as_str ceil chars clamp clear click clone close contains contains_key count ends_with
        filter floor focus insert is_empty is_finite is_nan is_negative is_none is_positive is_some iter join len max
        min pop prevent_default push push_str rem_euclid remove repeat replace request_submit reset reverse round
        saturating_sub scroll_into_view select show_modal signum sqrt starts_with stop_immediate_propagation
        stop_propagation to_lowercase to_owned to_string to_uppercase trim trim_end trim_start trunc unwrap_or
    }
    impl [] Text {
        is_empty EQUALITY [(0 EQUALITY) " === ''"];
        // Bytes, as UTF-8 has them.
        len PRIMARY ["encodeURIComponent(" (0 ASSIGNMENT) ").replace(/%../g, '_').length"];
        // The spaces that Unicode knows, which are not those of JavaScript's `trim`.
        trim PRIMARY [(0 PRIMARY) ".replace(/^\\p{White_Space}+|\\p{White_Space}+$/gu, '')"];
        trim_start PRIMARY [(0 PRIMARY) ".replace(/^\\p{White_Space}+/u, '')"];
        trim_end PRIMARY [(0 PRIMARY) ".replace(/\\p{White_Space}+$/u, '')"];
        to_uppercase PRIMARY [(0 PRIMARY) ".toUpperCase()"];
        to_lowercase PRIMARY [(0 PRIMARY) ".toLowerCase()"];
        contains PRIMARY [(0 PRIMARY) ".includes(" (1 ASSIGNMENT) ")"];
        starts_with PRIMARY [(0 PRIMARY) ".startsWith(" (1 ASSIGNMENT) ")"];
        ends_with PRIMARY [(0 PRIMARY) ".endsWith(" (1 ASSIGNMENT) ")"];
        // A function, because a string with a `$` in it would mean something.
        replace PRIMARY [(0 PRIMARY) ".replaceAll(" (1 ASSIGNMENT) ", () => " (2 ASSIGNMENT) ")"];
        repeat PRIMARY [(0 PRIMARY) ".repeat(" (1 ASSIGNMENT) ")"];
        to_string PRIMARY [(0 PRIMARY)];
        to_owned PRIMARY [(0 PRIMARY)];
        clone PRIMARY [(0 PRIMARY)];
        as_str PRIMARY [(0 PRIMARY)];
        push_str ASSIGNMENT [(0 PRIMARY) " += " (1 ASSIGNMENT)];
        push ASSIGNMENT [(0 PRIMARY) " += " (1 ASSIGNMENT)];
        clear ASSIGNMENT [(0 PRIMARY) " = ''"];
        chars PRIMARY ["Array.from(" (0 ASSIGNMENT) ")"];
    }
    impl [] Signed {
        abs PRIMARY ["Math.abs(" (0 ASSIGNMENT) ")"];
        signum PRIMARY ["Math.sign(" (0 ASSIGNMENT) ")"];
        min PRIMARY ["Math.min(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) ")"];
        max PRIMARY ["Math.max(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) ")"];
        clamp PRIMARY ["Math.min(Math.max(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) "), " (2 ASSIGNMENT) ")"];
        rem_euclid PRODUCT ["(" (0 PRODUCT) " % " (1 UNARY) " + Math.abs(" (1 ASSIGNMENT) ")) % Math.abs(" (1 ASSIGNMENT) ")"];
        is_positive RELATION [(0 RELATION) " > 0"];
        is_negative RELATION [(0 RELATION) " < 0"];
        to_string PRIMARY ["String(" (0 ASSIGNMENT) ")"];
        clone PRIMARY [(0 PRIMARY)];
    }
    impl [] Unsigned {
        min PRIMARY ["Math.min(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) ")"];
        max PRIMARY ["Math.max(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) ")"];
        clamp PRIMARY ["Math.min(Math.max(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) "), " (2 ASSIGNMENT) ")"];
        saturating_sub PRIMARY ["Math.max(" (0 SUM) " - " (1 PRODUCT) ", 0)"];
        abs_diff PRIMARY ["Math.abs(" (0 SUM) " - " (1 PRODUCT) ")"];
        to_string PRIMARY ["String(" (0 ASSIGNMENT) ")"];
        clone PRIMARY [(0 PRIMARY)];
    }
    impl [] Float {
        abs PRIMARY ["Math.abs(" (0 ASSIGNMENT) ")"];
        floor PRIMARY ["Math.floor(" (0 ASSIGNMENT) ")"];
        ceil PRIMARY ["Math.ceil(" (0 ASSIGNMENT) ")"];
        trunc PRIMARY ["Math.trunc(" (0 ASSIGNMENT) ")"];
        // Half goes away from zero.
        round PRODUCT ["Math.sign(" (0 ASSIGNMENT) ") * Math.round(Math.abs(" (0 ASSIGNMENT) "))"];
        sqrt PRIMARY ["Math.sqrt(" (0 ASSIGNMENT) ")"];
        clamp PRIMARY ["Math.min(Math.max(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) "), " (2 ASSIGNMENT) ")"];
        is_nan PRIMARY ["Number.isNaN(" (0 ASSIGNMENT) ")"];
        is_finite PRIMARY ["Number.isFinite(" (0 ASSIGNMENT) ")"];
        clone PRIMARY [(0 PRIMARY)];
    }
    impl [] Bool {
        to_string PRIMARY ["String(" (0 ASSIGNMENT) ")"];
        clone PRIMARY [(0 PRIMARY)];
    }
    impl [T] List<T> {
        len PRIMARY [(0 PRIMARY) ".length"];
        is_empty EQUALITY [(0 PRIMARY) ".length === 0"];
        iter PRIMARY [(0 PRIMARY)];
        any PRIMARY [(0 PRIMARY) ".some(" (1 ASSIGNMENT) ")"];
        all PRIMARY [(0 PRIMARY) ".every(" (1 ASSIGNMENT) ")"];
        push PRIMARY [(0 PRIMARY) ".push(" (1 ASSIGNMENT) ")"];
        pop PRIMARY [(0 PRIMARY) ".pop()"];
        insert PRIMARY [(0 PRIMARY) ".splice(" (1 ASSIGNMENT) ", 0, " (2 ASSIGNMENT) ")"];
        remove PRIMARY [(0 PRIMARY) ".splice(" (1 ASSIGNMENT) ", 1)"];
        reverse PRIMARY [(0 PRIMARY) ".reverse()"];
        clear ASSIGNMENT [(0 PRIMARY) " = []"];
        filter PRIMARY [(0 PRIMARY) ".filter(" (1 ASSIGNMENT) ")"];
        count PRIMARY [(0 PRIMARY) ".length"];
    }
    impl [T: Comparable] List<T> {
        contains PRIMARY [(0 PRIMARY) ".includes(" (1 ASSIGNMENT) ")"];
    }
    impl [T: Strings] List<T> {
        join PRIMARY [(0 PRIMARY) ".join(" (1 ASSIGNMENT) ")"];
    }
    impl [] Map {
        len PRIMARY ["Object.keys(" (0 ASSIGNMENT) ").length"];
        is_empty EQUALITY ["Object.keys(" (0 ASSIGNMENT) ").length === 0"];
        contains_key PRIMARY ["Object.hasOwn(" (0 ASSIGNMENT) ", " (1 ASSIGNMENT) ")"];
    }
    impl [T: Distinct] Maybe<T> {
        is_some EQUALITY ["(" (0 EQUALITY) " ?? '') !== ''"];
        is_none EQUALITY ["(" (0 EQUALITY) " ?? '') === ''"];
        unwrap_or CONDITIONAL ["(" (0 EQUALITY) " ?? '') === '' ? " (1 ASSIGNMENT) " : " (0 ASSIGNMENT)];
    }
    impl [] Dom {
        prevent_default PRIMARY [(0 PRIMARY) ".preventDefault()"];
        stop_propagation PRIMARY [(0 PRIMARY) ".stopPropagation()"];
        stop_immediate_propagation PRIMARY [(0 PRIMARY) ".stopImmediatePropagation()"];
        focus PRIMARY [(0 PRIMARY) ".focus()"];
        click PRIMARY [(0 PRIMARY) ".click()"];
        select PRIMARY [(0 PRIMARY) ".select()"];
        remove PRIMARY [(0 PRIMARY) ".remove()"];
        reset PRIMARY [(0 PRIMARY) ".reset()"];
        request_submit PRIMARY [(0 PRIMARY) ".requestSubmit()"];
        scroll_into_view PRIMARY [(0 PRIMARY) ".scrollIntoView()"];
        show_modal PRIMARY [(0 PRIMARY) ".showModal()"];
        close PRIMARY [(0 PRIMARY) ".close()"];
    }
}
