//! What expansions call. Hidden, and free to change in any release.

#[cfg(feature = "json")]
mod slots;

use std::fmt::Display;
use std::marker::PhantomData;

use crate::attributes::Attributes;
pub use crate::buffer::{Cursor, Piece, Size};
use crate::data::Program;
use crate::element::{Code, Parent, Raw, Void};
pub use crate::message::Checked;
use crate::message::{Message, eq_ignore_case, nearest};
use crate::render::Render;
use crate::value::{Attribute, Kind, Literal, Textual, Value, attribute_at, write_rendered};

#[cfg(feature = "json")]
pub use crate::signals::record as signals;
#[cfg(feature = "json")]
pub use starmark_macros::patch;
pub use starmark_macros::{html, js, write_html};
#[cfg(feature = "json")]
pub use {serde, serde_json};

/// The traits that names and values of a template are looked up in.
pub mod traits {
    #[cfg(feature = "json")]
    pub use super::slots::{
        BorrowedSlot as _, InitialSlot as _, RefusedSlot as _, SignalsSlot as _,
    };
    pub use super::{
        DisplaySlot as _, DisplaySplice as _, RenderSlot as _, RenderSplice as _, ValueSlot as _,
        WholeSlot as _,
    };
    pub use crate::data::{BoundSlot as _, UnboundSlot as _};
    pub use crate::html::Global as _;
    pub use crate::mathml::MathmlGlobal as _;
    pub use crate::svg::Presentation as _;
}

/// What `#[route]` and `routes!` call.
pub mod route {
    pub use crate::data::action::url::Url;
    #[cfg(any(feature = "axum", feature = "state"))]
    pub use crate::route::{Reader, distinct};
}

/// An element as a template has it. The bounds stand on methods, so that rustc blames the method's name, which
/// carries the span of the element.
#[derive(Debug)]
pub struct Written<T>(PhantomData<fn() -> T>);

impl<T> Written<T> {
    pub const ELEMENT: Self = Self(PhantomData);

    pub const fn void(&self)
    where
        T: Void,
    {
    }

    pub const fn parent(&self)
    where
        T: Parent,
    {
    }

    pub const fn raw(&self)
    where
        T: Raw,
    {
    }

    pub const fn missing(&self) {}
}

/// A value as code.
#[derive(Debug)]
pub struct CodeSplice<'a, T: ?Sized>(pub &'a T);

impl<T: ?Sized> CodeSplice<'_, T> {
    #[inline]
    pub fn starmark_code(&self, out: &mut Cursor<'_>, rest: usize)
    where
        T: Code,
    {
        out.with(rest, |out| self.0.write_code(out));
    }
}

/// What stands between the brackets of `name=[option]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an `Option`",
    label = "brackets leave the attribute out for a `None`; write `(value)` if there always is one"
)]
pub trait Optional<V> {
    fn option(self) -> Option<V>;
}

#[diagnostic::do_not_recommend]
impl<V> Optional<V> for Option<V> {
    #[inline]
    fn option(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<'a, V> Optional<&'a V> for &'a Option<V> {
    #[inline]
    fn option(self) -> Option<&'a V> {
        self.as_ref()
    }
}

/// A value that may leave its attribute out.
#[derive(Debug)]
pub struct Maybe<T>(pub T);

impl<T> Maybe<T> {
    #[inline]
    pub fn starmark_option<V>(self) -> Option<V>
    where
        T: Optional<V>,
    {
        self.0.option()
    }
}

#[inline]
pub fn spread(list: &Attributes, out: &mut Cursor<'_>, rest: usize) {
    // Trusted: the list escaped what it took.
    out.trusted(list.as_str(), rest);
}

/// Where a value begins that may have to be checked; `literal` is how it does.
#[inline]
pub fn begin<K: Kind>(
    _: Attribute<K>,
    literal: &'static str,
    out: &mut Cursor<'_>,
) -> Option<usize> {
    K::asks(literal).then(|| out.position())
}

/// Checks a value that began there.
#[inline]
pub fn finish<K: Kind>(_: Attribute<K>, start: Option<usize>, out: &mut Cursor<'_>, rest: usize) {
    if let Some(start) = start {
        out.with(rest, |out| K::finish(start, out));
    }
}

#[inline]
pub fn preformatted(start: usize, out: &mut Cursor<'_>, rest: usize) {
    out.with(rest, |out| out.double_leading_newline(start));
}

/// A value as content. The method is found by how many references it takes to get there: types that are
/// `Render` first, then those that are `Display`, then all others, for which `Render` is asked and reported.
#[derive(Debug)]
pub struct Splice<'a, T: ?Sized>(pub &'a T);

pub trait RenderSplice {
    fn starmark_render(&self, out: &mut Cursor<'_>, rest: usize);
}

impl<T: Render + ?Sized> RenderSplice for &&Splice<'_, T> {
    #[inline]
    fn starmark_render(&self, out: &mut Cursor<'_>, rest: usize) {
        self.0.render_at(out, rest);
    }
}

pub trait DisplaySplice {
    fn starmark_render(&self, out: &mut Cursor<'_>, rest: usize);
}

impl<T: Display + ?Sized> DisplaySplice for &Splice<'_, T> {
    #[inline]
    fn starmark_render(&self, out: &mut Cursor<'_>, rest: usize) {
        out.with(rest, |out| out.display(self.0));
    }
}

impl<T: ?Sized> Splice<'_, T> {
    pub fn starmark_render(&self, out: &mut Cursor<'_>, rest: usize)
    where
        T: Render,
    {
        self.0.render_at(out, rest);
    }
}

/// A value of an attribute, found in the same way: `Value`, then `Render` or `ToSignals`, then `Display`.
#[derive(Debug)]
pub struct Slot<'a, K, T: ?Sized>(pub Attribute<K>, pub &'a T);

pub trait ValueSlot {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize);
    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize);
}

impl<K: Kind, T: Value<K> + ?Sized> ValueSlot for &&&Slot<'_, K, T> {
    #[inline]
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        self.1.attribute_at(open, out, rest);
    }

    #[inline]
    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize) {
        self.1.value_at(out, rest);
    }
}

pub trait RenderSlot {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize);
    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize);
}

impl<K: Textual, T: Render + ?Sized> RenderSlot for &&Slot<'_, K, T> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        attribute_at::<K>(open, out, rest, |out, rest| self.starmark_part(out, rest));
    }

    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize) {
        out.with(rest, |out| write_rendered(self.1, out));
    }
}

pub trait DisplaySlot {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize);
    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize);
}

impl<K: Textual, T: Display + ?Sized> DisplaySlot for &Slot<'_, K, T> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        attribute_at::<K>(open, out, rest, |out, rest| self.starmark_part(out, rest));
    }

    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize) {
        out.with(rest, |out| out.display(self.1));
    }
}

/// A whole number between literals of code, as in `"@post('/cards/" (id) "')"`: digits end no string and begin
/// no name.
pub trait WholeSlot {
    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize);
}

impl<K: Program, T: Whole + ?Sized> WholeSlot for &&Slot<'_, K, T> {
    #[inline]
    fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize) {
        self.1.render_at(out, rest);
    }
}

/// A whole number.
pub trait Whole: Render {}

impl<T: Whole + ?Sized> Whole for &T {}

macro_rules! whole {
    ($($number:ty)*) => { $(impl Whole for $number {})* };
}

whole! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl<K: Kind, T: ?Sized> Slot<'_, K, T> {
    pub fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize)
    where
        T: Value<K>,
    {
        self.1.attribute_at(open, out, rest);
    }

    pub fn starmark_part(&self, out: &mut Cursor<'_>, rest: usize)
    where
        T: Value<K>,
    {
        self.1.value_at(out, rest);
    }
}

/// Whether a literal is a value of the attribute.
pub const fn check_literal<K: Kind>(attribute: Attribute<K>, literal: &str) -> Checked {
    match literal_problem(K::LITERAL, attribute.name(), attribute.values(), literal) {
        Some(message) => Checked::at(0, message),
        None => Checked::FINE,
    }
}

/// Why a literal is no value of an attribute with these rules.
pub(crate) const fn literal_problem(
    rule: Literal,
    name: &str,
    keywords: &[&str],
    literal: &str,
) -> Option<Message> {
    match rule {
        Literal::Any
        | Literal::Statements
        | Literal::Expression
        | Literal::SignalName
        | Literal::Filter => None,
        Literal::Flag => check_flag(name, literal),
        Literal::Keyword => check_keyword(name, keywords, literal),
        Literal::Number => check_number(name, literal),
    }
}

const fn check_flag(name: &str, literal: &str) -> Option<Message> {
    if literal.is_empty() || eq_ignore_case(literal, name) {
        return None;
    }
    let message = Message::new("`")
        .push(name)
        .push("` is on whatever its value is; write `")
        .push(name);
    Some(
        message
            .push("` alone, or `")
            .push(name)
            .push("[condition]`"),
    )
}

const fn check_keyword(name: &str, keywords: &[&str], literal: &str) -> Option<Message> {
    let mut i = 0;
    while i < keywords.len() {
        if eq_ignore_case(literal, keywords[i]) {
            return None;
        }
        i += 1;
    }
    if keywords.is_empty() || literal.is_empty() {
        return None;
    }
    let message = Message::new("`")
        .push(literal)
        .push("` is no value of `")
        .push(name)
        .push("`");
    Some(match nearest(literal, keywords) {
        Some(near) => message.push("; did you mean `").push(near).push("`?"),
        None => message.push("; it takes ").push_list("", keywords),
    })
}

/// A number as HTML writes it: a minus sign, digits, a point, an exponent.
const fn check_number(name: &str, literal: &str) -> Option<Message> {
    let bytes = literal.as_bytes();
    let mut i = 0;
    let mut digits = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'0'..=b'9' => digits += 1,
            b'-' | b'+' | b'.' | b'e' | b'E'
                if i == 0
                    || !matches!(bytes[i], b'-' | b'+')
                    || matches!(bytes[i - 1], b'e' | b'E') => {}
            _ => {
                return Some(
                    Message::new("`")
                        .push(name)
                        .push("` takes a number, and `")
                        .push(literal)
                        .push("` is none"),
                );
            }
        }
        i += 1;
    }
    if digits == 0 {
        return Some(Message::new("`").push(name).push("` takes a number"));
    }
    None
}

/// A prop that may have been given: the two states of a field in the builder of props.
pub trait MaybeGiven<T> {
    fn take(self) -> Option<T>;
}

impl<T> MaybeGiven<T> for () {
    fn take(self) -> Option<T> {
        None
    }
}

impl<T> MaybeGiven<T> for (T,) {
    fn take(self) -> Option<T> {
        Some(self.0)
    }
}
