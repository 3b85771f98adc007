//! What a check has found, and where.

use std::fmt;

use crate::testing::Document;
use crate::testing::document::NodeId;

/// A place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    byte: usize,
    pub(super) line: u64,
}

impl Spot {
    /// The beginning.
    pub(super) const START: Self = Self { byte: 0, line: 1 };

    pub(super) fn at(byte: usize, document: &Document) -> Self {
        let line = document.line_at(byte);
        Self { byte, line }
    }

    /// Where an element begins.
    pub(super) fn of(node: NodeId, document: &Document) -> Self {
        let (byte, _) = document.tag(node);
        let line = document.line(node);
        Self { byte, line }
    }
}

/// Something in a page that does not do what it says.
///
/// ```
/// use starmark::testing::check_page;
///
/// let findings = check_page("<button\n  data-on:clik=\"@get('/x')\">Go</button>");
/// assert_eq!(findings[0].line(), 2);
/// assert_eq!(findings[0].place(), "<button data-on:clik=…>");
/// assert_eq!(findings[0].message(), "browsers have no event `clik`; did you mean `click`?");
/// assert_eq!(
///     findings[0].to_string(),
///     "line 2: <button data-on:clik=…>: browsers have no event `clik`; did you mean `click`?",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    page: Option<Box<str>>,
    spot: Spot,
    place: Box<str>,
    message: Box<str>,
    is_advice: bool,
}

impl Finding {
    pub(super) fn new(spot: Spot, place: String, message: String) -> Self {
        Self {
            page: None,
            spot,
            place: place.into(),
            message: message.into(),
            is_advice: false,
        }
    }

    /// It may be meant.
    pub(super) fn advise(&mut self) {
        self.is_advice = true;
    }

    pub(super) fn on(mut self, page: &str) -> Self {
        self.page = Some(page.into());
        self
    }

    /// The name of the page, where a [`Site`](super::Site) has several.
    pub fn page(&self) -> Option<&str> {
        self.page.as_deref()
    }

    /// The line of the source, counted from 1.
    pub fn line(&self) -> u64 {
        self.spot.line
    }

    pub(super) fn spot(&self) -> Spot {
        self.spot
    }

    /// The tag with the attribute, or whatever else it is about, in short.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What is wrong, and what to write instead.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whether it may be meant: an attribute of another library, or of a plugin that is not known here.
    pub fn is_advice(&self) -> bool {
        self.is_advice
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(page) = &self.page {
            write!(f, "{page}, ")?;
        }
        write!(
            f,
            "line {}: {}: {}",
            self.spot.line, self.place, self.message
        )
    }
}
