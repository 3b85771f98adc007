//! Headers of a request: names that are checked, values that are data or expressions.
//!
//! The client adds its own headers by their exact spelling, and the browser joins two headers whose names differ in
//! case only (<https://fetch.spec.whatwg.org/#concept-headers-append>). So names are written in lower case here,
//! and those of the client are its own.

use super::part::Piece;
use crate::data::expr::quote_to;
use crate::message::contains;

/// The headers that the client sets.
const OWN: &[&str] = &[
    "accept",
    "content-type",
    "datastar-request",
    "last-event-id",
];

/// The name of a header that an action sends.
///
/// ```
/// use starmark::data::HeaderName;
/// use starmark::{post, signal};
///
/// const TOKEN: HeaderName = HeaderName::new("x-csrf-token");
/// assert_eq!(
///     post("/save").header(TOKEN, "a'b").header(HeaderName::new("x-page"), signal!("page")).to_string(),
///     r"@post('/save', {headers: {'x-csrf-token': 'a\u0027b', 'x-page': $page}})",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HeaderName(&'static str);

impl HeaderName {
    /// A name in a constant, where a mistake stops the compilation.
    ///
    /// # Panics
    ///
    /// If it is not made of lower-case letters, digits, `-` and `_`, or is one of the client's own: `accept`,
    /// `content-type`, `datastar-request`, `last-event-id`.
    ///
    /// ```compile_fail
    /// const TOKEN: starmark::data::HeaderName = starmark::data::HeaderName::new("X-Csrf-Token");
    /// ```
    #[track_caller]
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        assert!(
            !bytes.is_empty(),
            "a header has a name, such as `x-csrf-token`"
        );
        let mut i = 0;
        while i < bytes.len() {
            assert!(
                !bytes[i].is_ascii_uppercase(),
                "write the name of a header in lower case, so that none is there twice"
            );
            assert!(
                bytes[i].is_ascii_alphanumeric() || matches!(bytes[i], b'-' | b'_'),
                "the name of a header is made of letters, digits, `-` and `_`"
            );
            i += 1;
        }
        assert!(!contains(OWN, name), "the client sets this header itself");
        Self(name)
    }

    /// The name.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// The headers of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Headers {
    names: Vec<HeaderName>,
    /// The entries of the object.
    code: String,
}

impl Headers {
    /// Adds a header, or says why that cannot be.
    pub(super) fn add(&mut self, name: HeaderName, value: Piece<'_>) -> Result<(), &'static str> {
        if self.names.contains(&name) {
            return Err("a request has the same header twice");
        }
        if !self.names.is_empty() {
            self.code.push_str(", ");
        }
        self.names.push(name);
        self.code.push('\'');
        self.code.push_str(name.0);
        self.code.push_str("': ");
        match value {
            Piece::Text(text) if !text.chars().all(is_sent) => {
                return Err("the value of a header holds a character that no header can");
            }
            Piece::Text(text) => {
                self.code.push('\'');
                quote_to(&text, &mut self.code);
                self.code.push('\'');
            }
            Piece::Natural(number) => self.code.push_str(itoa::Buffer::new().format(number)),
            Piece::Whole(number) => self.code.push_str(itoa::Buffer::new().format(number)),
            Piece::Code { code, .. } => self.code.push_str(&code),
            Piece::Nothing => return Err("a header has no value"),
            Piece::Problem(problem) => return Err(problem),
        }
        Ok(())
    }

    /// The object, unless it is empty.
    pub(super) fn code(&self) -> Option<String> {
        (!self.names.is_empty()).then(|| format!("{{{}}}", self.code))
    }
}

/// Whether the browser sends a character in a header: it takes bytes, and refuses the whole request for others.
fn is_sent(c: char) -> bool {
    matches!(c, '\t' | ' '..='~' | '\u{a0}'..='\u{ff}')
}
