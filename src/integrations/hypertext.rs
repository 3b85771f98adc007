//! hypertext 0.12: markup of each as content of the other. <https://docs.rs/hypertext>
//!
//! An attribute has no implementation: hypertext has no place for a whole attribute, and the place for its
//! value takes [`Attr::value`](crate::data::Attr::value), which hypertext escapes.

use hypertext::{Lazy, Raw, Renderable, Rendered};

use crate::element::End;
use crate::{Buffer, Element, PreEscaped, Render};

// Trusted, all of them: what these types hold or write as a node is escaped already.

impl<T: AsRef<str>> Renderable for PreEscaped<T> {
    fn render_to(&self, out: &mut hypertext::Buffer) {
        out.dangerously_get_string().push_str(self.as_str());
    }
}

impl<T: End> Renderable for Element<T> {
    fn render_to(&self, out: &mut hypertext::Buffer) {
        out.dangerously_get_string()
            .push_str(crate::render(self).as_str());
    }
}

#[diagnostic::do_not_recommend]
impl<F: Fn(&mut hypertext::Buffer)> Render for Lazy<F> {
    fn render_to(&self, out: &mut Buffer) {
        out.trusted(self.render().as_inner());
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Render for Raw<T> {
    fn render_to(&self, out: &mut Buffer) {
        out.trusted(self.as_str());
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Render for Rendered<T> {
    fn render_to(&self, out: &mut Buffer) {
        out.trusted(self.as_inner().as_ref());
    }
}
