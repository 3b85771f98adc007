//! What expansions call. Hidden, and free to change in any release.

#[cfg(feature = "json")]
mod slots;

use std::fmt::Display;
use std::marker::PhantomData;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use crate::attributes::Attributes;
use crate::buffer::Buffer;
use crate::data::Program;
use crate::element::{Code, Parent, Raw, Void};
use crate::markup::Markup;
pub use crate::message::Checked;
use crate::message::{Message, eq_ignore_case, nearest};
use crate::render::Render;
use crate::value::{Attribute, Kind, Literal, Textual, Value, write_checked, write_rendered};

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
    #[cfg(feature = "axum")]
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
    pub fn starmark_code(&self, out: &mut Buffer)
    where
        T: Code,
    {
        self.0.write_code(out);
    }
}

/// How many bytes a template writes: a guess by the macro at first, then what it wrote. One allocation of the
/// right size is all that most pages need.
#[derive(Debug)]
pub struct Size(AtomicUsize);

impl Size {
    pub const fn new(guess: usize) -> Self {
        Self(AtomicUsize::new(guess))
    }

    #[inline]
    pub fn buffer(&self) -> Buffer {
        Buffer::with_capacity(self.0.load(Relaxed))
    }

    #[inline]
    pub fn finish(&self, buffer: Buffer) -> Markup {
        let (wrote, size) = (buffer.len(), self.0.load(Relaxed));
        // Rarely stored, so that threads do not take the line from each other; and one long page is forgotten.
        if wrote > size {
            self.0.store(wrote + wrote / 8, Relaxed);
        } else if wrote < size / 4 {
            self.0.store(size / 2, Relaxed);
        }
        buffer.into_markup()
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
pub fn spread(list: &Attributes, out: &mut Buffer) {
    // Trusted: the list escaped what it took.
    out.trusted(list.as_str());
}

#[inline]
pub fn finish<K: Kind>(_: Attribute<K>, start: usize, out: &mut Buffer) {
    K::finish(start, out);
}

#[inline]
pub fn preformatted(start: usize, out: &mut Buffer) {
    out.double_leading_newline(start);
}

/// A value as content. The method is found by how many references it takes to get there: types that are
/// `Render` first, then those that are `Display`, then all others, for which `Render` is asked and reported.
#[derive(Debug)]
pub struct Splice<'a, T: ?Sized>(pub &'a T);

pub trait RenderSplice {
    fn starmark_render(&self, out: &mut Buffer);
}

impl<T: Render + ?Sized> RenderSplice for &&Splice<'_, T> {
    #[inline]
    fn starmark_render(&self, out: &mut Buffer) {
        self.0.render_to(out);
    }
}

pub trait DisplaySplice {
    fn starmark_render(&self, out: &mut Buffer);
}

impl<T: Display + ?Sized> DisplaySplice for &Splice<'_, T> {
    #[inline]
    fn starmark_render(&self, out: &mut Buffer) {
        out.display(self.0);
    }
}

impl<T: ?Sized> Splice<'_, T> {
    pub fn starmark_render(&self, out: &mut Buffer)
    where
        T: Render,
    {
        self.0.render_to(out);
    }
}

/// A value of an attribute, found in the same way: `Value`, then `Render` or `ToSignals`, then `Display`.
#[derive(Debug)]
pub struct Slot<'a, K, T: ?Sized>(pub Attribute<K>, pub &'a T);

pub trait ValueSlot {
    fn starmark_attribute(&self, out: &mut Buffer);
    fn starmark_part(&self, out: &mut Buffer);
}

impl<K: Kind, T: Value<K> + ?Sized> ValueSlot for &&&Slot<'_, K, T> {
    #[inline]
    fn starmark_attribute(&self, out: &mut Buffer) {
        self.1.write_attribute(self.0.name(), out);
    }

    #[inline]
    fn starmark_part(&self, out: &mut Buffer) {
        self.1.write_value(out);
    }
}

pub trait RenderSlot {
    fn starmark_attribute(&self, out: &mut Buffer);
    fn starmark_part(&self, out: &mut Buffer);
}

impl<K: Textual, T: Render + ?Sized> RenderSlot for &&Slot<'_, K, T> {
    fn starmark_attribute(&self, out: &mut Buffer) {
        write_checked::<K>(self.0.name(), out, |out| self.starmark_part(out));
    }

    fn starmark_part(&self, out: &mut Buffer) {
        write_rendered(self.1, out);
    }
}

pub trait DisplaySlot {
    fn starmark_attribute(&self, out: &mut Buffer);
    fn starmark_part(&self, out: &mut Buffer);
}

impl<K: Textual, T: Display + ?Sized> DisplaySlot for &Slot<'_, K, T> {
    fn starmark_attribute(&self, out: &mut Buffer) {
        write_checked::<K>(self.0.name(), out, |out| self.starmark_part(out));
    }

    fn starmark_part(&self, out: &mut Buffer) {
        out.display(self.1);
    }
}

/// A whole number between literals of code, as in `"@post('/cards/" (id) "')"`: digits end no string and begin
/// no name.
pub trait WholeSlot {
    fn starmark_part(&self, out: &mut Buffer);
}

impl<K: Program, T: Whole + ?Sized> WholeSlot for &&Slot<'_, K, T> {
    #[inline]
    fn starmark_part(&self, out: &mut Buffer) {
        self.1.render_to(out);
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
    pub fn starmark_attribute(&self, out: &mut Buffer)
    where
        T: Value<K>,
    {
        self.1.write_attribute(self.0.name(), out);
    }

    pub fn starmark_part(&self, out: &mut Buffer)
    where
        T: Value<K>,
    {
        self.1.write_value(out);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_learns_its_size_and_forgets_an_exception() {
        let size = Size::new(10);
        let write = |bytes: usize| {
            let mut out = size.buffer();
            out.trusted(&"x".repeat(bytes));
            size.finish(out);
            size.0.load(Relaxed)
        };
        assert_eq!(write(10), 10);
        assert_eq!(write(800), 900);
        assert_eq!(write(800), 900);
        assert_eq!(write(300), 900);
        assert_eq!(write(10), 450);
    }
}
