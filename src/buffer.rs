//! The one place where bytes of markup are appended.

mod arena;
mod cursor;
mod escape;
mod size;

use std::fmt;

pub use arena::Piece;
pub(crate) use arena::elsewhere;
pub use cursor::Cursor;
pub(crate) use cursor::DIGITS;
pub use size::Size;

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
pub struct Buffer {
    text: String,
    target: Target,
}

/// What a buffer is written for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// A page, or a part of one.
    #[default]
    Page,
    /// The last field of an event, which is one line as long as nothing says otherwise: line feeds in text are
    /// entities there.
    Line,
    /// The same, after something trusted that may break the line, or end the document.
    Lines,
}

impl Buffer {
    /// An empty buffer that has not allocated.
    pub const fn new() -> Self {
        Self {
            text: String::new(),
            target: Target::Page,
        }
    }

    /// An empty buffer with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity),
            target: Target::Page,
        }
    }

    /// From now on the buffer is a field of an event.
    pub(crate) fn begin_line(&mut self) {
        self.target = Target::Line;
    }

    /// The field ends: what comes now is no part of it.
    pub(crate) fn end_line(&mut self) {
        self.target = Target::Page;
    }

    /// Whether what was written since then may be more than a line, or more than a fragment.
    pub(crate) fn is_rough(&self) -> bool {
        self.target != Target::Line
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
        self.mind(markup);
        self.text.push_str(markup);
    }

    /// Looks whether trusted markup in a field of an event is more than a line, or more than a fragment.
    #[inline]
    fn mind(&mut self, markup: &str) {
        if self.target == Target::Line && is_rough(markup) {
            self.target = Target::Lines;
        }
    }

    /// The markup so far.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of bytes so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing has been appended.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Finishes the markup.
    pub fn into_markup(self) -> Markup {
        PreEscaped(self.text)
    }

    /// The number of bytes that have room before the buffer grows.
    pub fn capacity(&self) -> usize {
        self.text.capacity()
    }

    /// Makes room for at least `additional` further bytes.
    pub fn reserve(&mut self, additional: usize) {
        self.text.reserve(additional);
    }

    /// Gives back a room that was far too large: what was expected here was something else, and what is finished may
    /// be kept for long.
    pub(crate) fn trim(&mut self) {
        if self.text.capacity() > 4 * self.text.len() + 4096 {
            self.text.shrink_to_fit();
        }
    }

    /// Doubles a line feed at `start`.
    pub(crate) fn double_leading_newline(&mut self, start: usize) {
        if let Some(feed) = leading_line_feed(&self.text[start..]) {
            self.text.insert_str(start, feed);
        }
    }

    /// Escapes the double quotes of what was appended since `start`, so that markup can stand in an
    /// attribute without ending it.
    pub(crate) fn quote_since(&mut self, start: usize) {
        if self.text[start..].contains('"') {
            let quoted = self.text[start..].replace('"', "&quot;");
            self.text.truncate(start);
            self.text.push_str(&quoted);
        }
    }

    /// Replaces what was appended since `start`.
    pub(crate) fn replace_since(&mut self, start: usize, with: &str) {
        self.text.truncate(start);
        self.trusted(with);
    }

    /// Inserts markup before what stands at `at`.
    pub(crate) fn insert(&mut self, at: usize, markup: &str) {
        self.mind(markup);
        self.text.insert_str(at, markup);
    }
}

/// The line feed that content begins with: the parser drops the first one in `pre`, `textarea` and `listing`.
/// <https://html.spec.whatwg.org/multipage/grouping-content.html#the-pre-element>
pub(crate) fn leading_line_feed(content: &str) -> Option<&'static str> {
    ["\n", escape::LINE_FEED]
        .into_iter()
        .find(|feed| content.starts_with(feed))
}

/// Whether markup breaks a line, or may hold the end of a document, also together with what follows it.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches it becomes vector code"
)]
#[cold]
fn is_rough(markup: &str) -> bool {
    const END: usize = "</html".len();
    /// Looked at together, without an early exit, so that it becomes vector code.
    const BLOCK: usize = 1024;
    let bytes = markup.as_bytes();
    let last = &bytes[bytes.len().saturating_sub(END - 1)..];
    let mut blocks = (0..bytes.len()).step_by(BLOCK).map(|at| &bytes[at..]);
    let starts = |block: &[u8]| {
        let ends = block
            .iter()
            .zip(block.get(1..)?)
            .zip(block.get(2..)?)
            .zip(block.get(3..)?);
        Some(ends.take(BLOCK).fold(false, |found, (((a, b), c), d)| {
            found | (*a == b'\r') | (*a == b'\n') | ((*a == b'<') & (*b == b'/') & is_start(*c, *d))
        }))
    };
    last.iter().any(|byte| matches!(byte, b'<' | b'\r' | b'\n'))
        || blocks.any(|block| starts(block) == Some(true)) && {
            markup.contains(['\r', '\n'])
                || ["</html", "</head", "</body"]
                    .iter()
                    .any(|end| markup.contains(end))
        }
}

/// Whether two letters begin `html`, `head` or `body`.
#[expect(clippy::needless_bitwise_bool, reason = "as above")]
const fn is_start(first: u8, second: u8) -> bool {
    (first == b'h') & ((second == b't') | (second == b'e')) | (first == b'b') & (second == b'o')
}

/// Escapes what `core::fmt` writes.
struct Escaper<'a>(&'a mut Buffer);

impl fmt::Write for Escaper<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.text(text);
        Ok(())
    }
}
