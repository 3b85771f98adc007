//! What a check has found, and where.

use std::fmt;

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
    line: u64,
    place: Box<str>,
    message: Box<str>,
    is_advice: bool,
}

impl Finding {
    pub(super) fn new(line: u64, place: String, message: String) -> Self {
        Self {
            page: None,
            line,
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
        self.line
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
        write!(f, "line {}: {}: {}", self.line, self.place, self.message)
    }
}
