//! Strings, numbers and markup as attribute values.

use std::borrow::Cow;
use std::fmt;

use crate::element::Written;

use super::{
    Html, Numeric, Script, Style, Textual, Value, attribute_at, attribute_of, close, open,
};
use crate::buffer::{Buffer, Cursor};
use crate::markup::PreEscaped;
use crate::render::Render;

macro_rules! value_by_rendering {
    ($bound:ident: $($value:ty $(=> |$text:ident| $as_str:expr)?),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<K: $bound> Value<K> for $value {
            #[inline]
            fn write_value(&self, out: &mut Buffer) {
                self.render_to(out);
            }

            #[inline]
            fn value_at(&self, out: &mut Cursor<'_>, rest: usize) {
                self.render_at(out, rest);
            }

            #[inline]
            fn attribute_at(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
                attribute_at::<K>(open, out, rest, |out, rest| self.render_at(out, rest));
            }

            $(#[inline]
            fn attribute_of(&self, name: &'static str, element: &mut Written) {
                let $text = self;
                attribute_of::<K>(name, $as_str, element);
            })?
        }
    )*};
}

value_by_rendering!(Textual: str => |text| text, String => |text| text, Cow<'_, str> => |text| text, char, fmt::Arguments<'_>);
value_by_rendering!(Numeric: f32, f64);

macro_rules! integers {
    ($($integer:ty)*) => { value_by_rendering!(Numeric: $($integer => |number| itoa::Buffer::new().format(*number)),*); };
}

integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

#[diagnostic::do_not_recommend]
impl<K: Textual> Value<K> for bool {
    fn write_value(&self, out: &mut Buffer) {
        out.trusted(if *self { "true" } else { "false" });
    }
}

/// Trusted text that is already escaped; only a double quote, which would end the attribute, is not
/// believed.
fn write_trusted(markup: &str, out: &mut Buffer) {
    let start = out.len();
    // Trusted: the caller holds a `PreEscaped`.
    out.trusted(markup);
    out.quote_since(start);
}

#[diagnostic::do_not_recommend]
impl<K: Textual, T: AsRef<str>> Value<K> for PreEscaped<T> {
    fn write_value(&self, out: &mut Buffer) {
        write_trusted(self.as_str(), out);
    }

    fn write_attribute(&self, name: &str, out: &mut Buffer) {
        open(name, out);
        write_trusted(self.as_str(), out);
        close(out);
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Value<Style> for PreEscaped<T> {
    fn write_value(&self, out: &mut Buffer) {
        write_trusted(self.as_str(), out);
    }
}

// Only a literal: a `Markup` vouches for its HTML, not for being a program.
#[diagnostic::do_not_recommend]
impl Value<Script> for PreEscaped<&'static str> {
    fn write_value(&self, out: &mut Buffer) {
        write_trusted(self.0, out);
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Value<Html> for PreEscaped<T> {
    fn write_value(&self, out: &mut Buffer) {
        out.text(self.as_str());
    }
}

/// Appends whatever renders as part of a value.
pub(crate) fn write_rendered(value: &(impl Render + ?Sized), out: &mut Buffer) {
    let start = out.len();
    value.render_to(out);
    out.quote_since(start);
}
