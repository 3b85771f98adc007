//! Components: props that are checked by name and type, and children that render into the parent's buffer.

use std::fmt;

use crate::buffer::Buffer;
use crate::render::Render;

/// The children of a component, rendered where the component puts them.
#[derive(Clone, Copy, Default)]
pub struct Children<'a>(Option<&'a dyn Fn(&mut Buffer)>);

impl<'a> Children<'a> {
    /// Children that `write` renders; templates call it.
    pub fn new(write: &'a dyn Fn(&mut Buffer)) -> Self {
        Self(Some(write))
    }
}

#[diagnostic::do_not_recommend]
impl Render for Children<'_> {
    fn render_to(&self, out: &mut Buffer) {
        if let Some(write) = self.0 {
            write(out);
        }
    }
}

impl fmt::Debug for Children<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "Children(..)"
        } else {
            "Children()"
        })
    }
}
