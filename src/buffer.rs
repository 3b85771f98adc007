//! The one place where bytes of markup are appended.

mod cursor;
mod escape;

use std::fmt;

pub use cursor::Cursor;
pub(crate) use cursor::DIGITS;

/// Room behind what a template is expected to write: texts ask for the room of the worst case.
pub(crate) const SPARE: usize = 512;

use crate::markup::{Markup, PreEscaped};

/// Markup under construction.
///
/// Text goes in through [`text`](Buffer::text), which escapes it. [`trusted`](Buffer::trusted) is the only
/// other door, and the one to audit.
///
/// ```
/// use starmark::Buffer;
///
/// let mut out = Buffer::new();
/// out.trusted("<b>");
/// out.text("1 < 2");
/// out.trusted("</b>");
/// assert_eq!(out.into_markup().into_string(), "<b>1 &lt; 2</b>");
/// ```
#[derive(Debug, Default, Clone)]
pub struct Buffer(String);

impl Buffer {
    /// An empty buffer that has not allocated.
    pub const fn new() -> Self {
        Self(String::new())
    }

    /// An empty buffer with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self(String::with_capacity(capacity))
    }

    /// Appends text or an attribute's value, escaped.
    #[inline]
    pub fn text(&mut self, text: &str) {
        let mut cursor = self.cursor();
        cursor.text(text, 0);
        cursor.close();
    }

    /// Appends what a [`Display`](fmt::Display) writes, escaped.
    ///
    /// ```
    /// let mut out = starmark::Buffer::new();
    /// out.display(format_args!("{}<{}", 1, 2));
    /// assert_eq!(out.as_str(), "1&lt;2");
    /// ```
    pub fn display(&mut self, value: impl fmt::Display) {
        use fmt::Write as _;
        // A `Display` that reports an error has written what it could; there is nowhere to pass it on.
        let _ = write!(Escaper(self), "{value}");
    }

    /// Appends markup that is trusted to be well-formed and harmless.
    ///
    /// # Security
    ///
    /// Nothing is escaped: text from outside must never reach this method.
    #[inline]
    pub fn trusted(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// The markup so far.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number of bytes so far.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing has been appended.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Finishes the markup.
    pub fn into_markup(self) -> Markup {
        PreEscaped(self.0)
    }

    /// The number of bytes that have room before the buffer grows.
    pub fn capacity(&self) -> usize {
        self.0.capacity()
    }

    /// Makes room for at least `additional` further bytes.
    pub fn reserve(&mut self, additional: usize) {
        self.0.reserve(additional);
    }

    /// Doubles a line feed at `start`: the parser drops the first one in `pre`, `textarea` and `listing`.
    /// <https://html.spec.whatwg.org/multipage/grouping-content.html#the-pre-element>
    pub(crate) fn double_leading_newline(&mut self, start: usize) {
        if self.0.as_bytes().get(start) == Some(&b'\n') {
            self.0.insert(start, '\n');
        }
    }

    /// Escapes the double quotes of what was appended since `start`, so that markup can stand in an
    /// attribute without ending it.
    pub(crate) fn quote_since(&mut self, start: usize) {
        if self.0[start..].contains('"') {
            let quoted = self.0[start..].replace('"', "&quot;");
            self.0.truncate(start);
            self.0.push_str(&quoted);
        }
    }

    /// Replaces what was appended since `start`.
    pub(crate) fn replace_since(&mut self, start: usize, with: &str) {
        self.0.truncate(start);
        self.0.push_str(with);
    }

    /// Inserts markup before what stands at `at`.
    pub(crate) fn insert(&mut self, at: usize, markup: &str) {
        self.0.insert_str(at, markup);
    }
}

/// Escapes what `core::fmt` writes.
struct Escaper<'a>(&'a mut Buffer);

impl fmt::Write for Escaper<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.text(text);
        Ok(())
    }
}
