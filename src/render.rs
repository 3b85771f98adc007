//! Values that write themselves as HTML content.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use crate::buffer::{Buffer, Cursor, DIGITS, Piece, Size};
use crate::markup::Markup;

/// Writes itself as HTML content.
///
/// Strings are escaped; markup, elements and components are written as they are. `bool` has no
/// implementation: it is mostly a flag that went astray (in a template it prints `true` or `false` through
/// its `Display`, as in maud).
///
/// ```
/// use starmark::{html, Buffer, Render};
///
/// struct Stars(u8);
///
/// impl Render for Stars {
///     fn render_to(&self, out: &mut Buffer) {
///         for _ in 0..self.0 {
///             out.text("★");
///         }
///     }
/// }
///
/// assert_eq!(html! { b { (Stars(3)) } }.into_string(), "<b>★★★</b>");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be rendered as HTML",
    label = "this does not implement `Render`",
    note = "implement `Render` for it (or `Display`, which is enough in a template), or convert it to a string"
)]
pub trait Render {
    /// Appends the value to `out`.
    fn render_to(&self, out: &mut Buffer);

    /// The same for a template, which has room for `rest` bytes behind it.
    #[doc(hidden)]
    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        out.with(rest, |out| self.render_to(out));
    }

    /// The same for a builder, whose text is not to be touched by anybody else's code.
    #[doc(hidden)]
    fn copy_into(&self, parent: &mut Piece) {
        parent.with(|out| self.render_to(out));
    }

    /// The same for a value that is used up.
    #[doc(hidden)]
    #[inline]
    fn become_child(self, parent: &mut Piece)
    where
        Self: Sized,
    {
        self.copy_into(parent);
    }
}

/// Renders a value to owned markup.
///
/// ```
/// use starmark::render;
/// assert_eq!(render("1 < 2").into_string(), "1 &lt; 2");
/// ```
#[track_caller]
pub fn render(value: impl Render) -> Markup {
    let size = Size::of_caller();
    let mut out = size.buffer();
    value.render_to(&mut out);
    size.finish(out)
}

/// Renders by calling a function: lazy markup, when you ask for it.
///
/// ```
/// use starmark::{from_fn, html, write_html};
///
/// let list = from_fn(|out| write_html!(out, @for n in 1..=3 { li { (n) } }));
/// assert_eq!(html! { ul { (list) } }.into_string(), "<ul><li>1</li><li>2</li><li>3</li></ul>");
/// ```
pub fn from_fn<F: Fn(&mut Buffer)>(write: F) -> FromFn<F> {
    FromFn(write)
}

/// The return type of [`from_fn`].
#[derive(Clone, Copy)]
pub struct FromFn<F>(F);

impl<F> fmt::Debug for FromFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FromFn(..)")
    }
}

#[diagnostic::do_not_recommend]
impl<F: Fn(&mut Buffer)> Render for FromFn<F> {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        (self.0)(out);
    }
}

#[diagnostic::do_not_recommend]
impl Render for str {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        out.text(self);
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        out.text(self, rest);
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        parent.text(self);
    }
}

#[diagnostic::do_not_recommend]
impl Render for String {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        out.text(self);
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        out.text(self, rest);
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        parent.text(self);
    }
}

#[diagnostic::do_not_recommend]
impl Render for char {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        out.text(self.encode_utf8(&mut [0; 4]));
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        parent.text(self.encode_utf8(&mut [0; 4]));
    }
}

#[diagnostic::do_not_recommend]
impl Render for fmt::Arguments<'_> {
    fn render_to(&self, out: &mut Buffer) {
        match self.as_str() {
            Some(text) => out.text(text),
            None => out.display(self),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Render> Render for Option<T> {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        if let Some(value) = self {
            value.render_to(out);
        }
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        if let Some(value) = self {
            value.render_at(out, rest);
        }
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        if let Some(value) = self {
            value.copy_into(parent);
        }
    }

    #[inline]
    fn become_child(self, parent: &mut Piece) {
        if let Some(value) = self {
            value.become_child(parent);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Render> Render for [T] {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        for value in self {
            value.render_to(out);
        }
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        for value in self {
            value.render_at(out, rest);
        }
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        for value in self {
            value.copy_into(parent);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Render, const N: usize> Render for [T; N] {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        self.as_slice().render_to(out);
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        self.as_slice().render_at(out, rest);
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        self.as_slice().copy_into(parent);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Render> Render for Vec<T> {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        self.as_slice().render_to(out);
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        self.as_slice().render_at(out, rest);
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        self.as_slice().copy_into(parent);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Render + ToOwned + ?Sized> Render for Cow<'_, T> {
    #[inline]
    fn render_to(&self, out: &mut Buffer) {
        T::render_to(self, out);
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        T::render_at(self, out, rest);
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        T::copy_into(self, parent);
    }
}

macro_rules! render_through_pointer {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Render + ?Sized> Render for $pointer {
            #[inline]
            fn render_to(&self, out: &mut Buffer) {
                T::render_to(self, out);
            }

            #[inline]
            fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
                T::render_at(self, out, rest);
            }

            #[inline]
            fn copy_into(&self, parent: &mut Piece) {
                T::copy_into(self, parent);
            }
        }
    )*};
}

render_through_pointer!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

macro_rules! render_integer {
    ($write:ident $wide:ty: $($integer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Render for $integer {
            #[inline]
            fn render_to(&self, out: &mut Buffer) {
                let mut cursor = out.cursor();
                self.render_at(&mut cursor, 0);
                cursor.close();
            }

            #[inline]
            fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
                out.room(DIGITS + rest);
                #[allow(clippy::cast_possible_wrap, clippy::cast_lossless, clippy::unnecessary_cast)]
                out.$write(*self as $wide);
            }

            #[inline]
            fn copy_into(&self, parent: &mut Piece) {
                #[allow(clippy::cast_possible_wrap, clippy::cast_lossless, clippy::unnecessary_cast)]
                parent.$write(*self as $wide);
            }
        }
    )*};
}

// No processor has words of more than 64 bits.
render_integer! { natural u64: u8 u16 u32 u64 usize }
render_integer! { whole i64: i8 i16 i32 i64 isize }

macro_rules! render_wide_integer {
    ($($integer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Render for $integer {
            fn render_to(&self, out: &mut Buffer) {
                // Trusted: digits and a minus sign.
                out.trusted(itoa::Buffer::new().format(*self));
            }
        }
    )*};
}

render_wide_integer! { i128 u128 }

#[diagnostic::do_not_recommend]
impl Render for f32 {
    fn render_to(&self, out: &mut Buffer) {
        out.display(self);
    }
}

#[diagnostic::do_not_recommend]
impl Render for f64 {
    fn render_to(&self, out: &mut Buffer) {
        out.display(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PreEscaped;

    fn rendered(value: &dyn Render) -> String {
        render(value).into_string()
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(rendered(&"<&>"), "&lt;&amp;&gt;");
        assert_eq!(rendered(&String::from("\"")), "&quot;");
        assert_eq!(rendered(&'<'), "&lt;");
        assert_eq!(rendered(&Cow::Borrowed("a<")), "a&lt;");
        assert_eq!(rendered(&format_args!("{}{}", '<', 1)), "&lt;1");
    }

    #[test]
    fn numbers_print_as_display_does() {
        assert_eq!(rendered(&i8::MIN), "-128");
        assert_eq!(rendered(&u64::MAX), u64::MAX.to_string());
        assert_eq!(rendered(&i128::MIN), i128::MIN.to_string());
        assert_eq!(rendered(&1.5_f32), "1.5");
        assert_eq!(rendered(&1.0_f64), "1");
        assert_eq!(rendered(&f64::NAN), "NaN");
    }

    #[test]
    fn containers_render_what_they_hold() {
        assert_eq!(rendered(&Some("a")), "a");
        assert_eq!(rendered(&None::<&str>), "");
        assert_eq!(rendered(&vec!["a", "<"]), "a&lt;");
        assert_eq!(rendered(&["a", "b"]), "ab");
        assert_eq!(rendered(&Box::new(1)), "1");
        assert_eq!(rendered(&Rc::new("r")), "r");
        assert_eq!(rendered(&Arc::<str>::from("s")), "s");
        assert_eq!(rendered(&PreEscaped("<b>")), "<b>");
        assert_eq!(rendered(&Box::<dyn Render>::from(Box::new("dyn"))), "dyn");
    }
}
