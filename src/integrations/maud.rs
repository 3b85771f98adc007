//! maud 0.27: markup of each as content of the other. <https://docs.rs/maud>
//!
//! An attribute has no implementation: maud has no place for a whole attribute, and the place for its value
//! takes [`Attr::value`](crate::data::Attr::value), which maud escapes.

use crate::element::End;
use crate::{Buffer, Element, PreEscaped, Render};

// Trusted, all three: what these types hold is escaped already.

/// Content, as it is.
///
/// # Security
///
/// As with maud's own markup, a double quote in it would end an attribute: it is no value.
impl<T: AsRef<str>> maud::Render for PreEscaped<T> {
    fn render_to(&self, out: &mut String) {
        out.push_str(self.as_str());
    }
}

impl<T: End> maud::Render for Element<T> {
    fn render_to(&self, out: &mut String) {
        out.push_str(crate::render(self).as_str());
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Render for maud::PreEscaped<T> {
    fn render_to(&self, out: &mut Buffer) {
        out.trusted(self.0.as_ref());
    }
}
