//! Finished markup: a string that needs no escaping.

use std::fmt;

use crate::buffer::{Buffer, Cursor, Piece};
use crate::render::Render;

/// A string that is written as it is.
///
/// # Security
///
/// Wrapping a string says that you vouch for it. Search for this name to audit a program.
///
/// ```
/// use starmark::{html, PreEscaped};
///
/// let svg = PreEscaped("<svg></svg>");
/// assert_eq!(html! { p { (svg) } }.into_string(), "<p><svg></svg></p>");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PreEscaped<T>(pub T);

/// Owned markup, as [`html!`](crate::html!) returns it.
///
/// It is `Send + 'static`, cheap to move into a response body, and renders into other markup unchanged.
pub type Markup = PreEscaped<String>;

/// `<!DOCTYPE html>`, the first line of a page.
///
/// ```
/// use starmark::{html, DOCTYPE};
///
/// let page = html! { (DOCTYPE) html lang="en" { head { title { "Hi" } } } };
/// assert_eq!(page.into_string(), "<!DOCTYPE html><html lang=\"en\"><head><title>Hi</title></head></html>");
/// ```
pub const DOCTYPE: PreEscaped<&'static str> = PreEscaped("<!DOCTYPE html>");

impl<T: AsRef<str>> PreEscaped<T> {
    /// The markup as a string slice.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }
}

impl<T: Into<String>> PreEscaped<T> {
    /// The markup as an owned string.
    pub fn into_string(self) -> String {
        self.0.into()
    }
}

impl<T: Into<String>> From<PreEscaped<T>> for String {
    fn from(markup: PreEscaped<T>) -> Self {
        markup.into_string()
    }
}

impl<T: AsRef<str>> AsRef<str> for PreEscaped<T> {
    fn as_ref(&self) -> &str {
        self.0.as_ref()
    }
}

impl<T: AsRef<str>> fmt::Display for PreEscaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_ref())
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Render for PreEscaped<T> {
    fn render_to(&self, out: &mut Buffer) {
        // Trusted: that is what the type says.
        out.trusted(self.0.as_ref());
    }

    #[inline]
    fn render_at(&self, out: &mut Cursor<'_>, rest: usize) {
        // Trusted: as above.
        out.trusted(self.0.as_ref(), rest);
    }

    #[inline]
    fn copy_into(&self, parent: &mut Piece) {
        // Trusted: as above.
        parent.trusted(self.0.as_ref());
    }
}
