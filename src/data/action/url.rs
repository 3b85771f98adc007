//! An address as the client's code has it: text in quotes, joined with expressions.
//!
//! Text is percent-encoded here, an expression by the browser. Encoding does not keep `.`, `..` and nothing in
//! their place, because browsers resolve them in a path (<https://url.spec.whatwg.org/#path-state>), so these make
//! no request, however the dots are written: text is refused here, and an expression throws before its request is
//! made.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::address::{Address, leaves_its_place};
use super::part::Piece;
use crate::data::owned;

/// Why a segment is refused.
pub(super) const SEGMENT: &str = "a segment of a path cannot be empty, `.` or `..`";

/// An address, up to now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    /// As it stands behind the first quote of the argument.
    code: Cow<'static, str>,
    /// Where the query begins, question mark included.
    query: Option<usize>,
    /// Whether the code ends in an expression, and not within quotes.
    is_closed: bool,
    problem: Option<&'static str>,
}

impl Url {
    /// A path, which was checked, or why it is none.
    pub(super) fn new(path: Result<Cow<'static, str>, &'static str>) -> Self {
        let (path, problem) = match path {
            Ok(path) => (path, None),
            Err(problem) => (Cow::Borrowed(""), Some(problem)),
        };
        let query = path.bytes().position(|byte| byte == b'?');
        let (code, query) = if path.bytes().all(is_plain) {
            (path, query)
        } else {
            let code = literal(&path);
            let query = code.find('?');
            (Cow::Owned(code), query)
        };
        Self {
            code,
            query,
            is_closed: false,
            problem,
        }
    }

    /// The beginning of a path, which the macro has checked.
    pub const fn of(path: &'static str) -> Self {
        Self {
            code: Cow::Borrowed(path),
            query: None,
            is_closed: false,
            problem: None,
        }
    }

    /// Appends text of the path or the query that needs no encoding.
    pub fn text(&mut self, text: &str) {
        self.open();
        owned(&mut self.code).push_str(text);
    }

    /// Appends a segment behind the path's last slash; there is no query yet.
    pub fn part(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) if leaves_its_place(&text) => self.refuse(SEGMENT),
            Piece::Nothing => self.refuse(SEGMENT),
            Piece::Text(text) => self.encoded(&text),
            Piece::Natural(number) => self.text(itoa::Buffer::new().format(number)),
            Piece::Whole(number) => self.text(itoa::Buffer::new().format(number)),
            Piece::Code {
                code,
                is_number: true,
            } => self.expression(&format!("encodeURIComponent({code})")),
            Piece::Code { code, .. } => self.expression(&guarded(&code)),
            Piece::Problem(problem) => self.refuse(problem),
        }
    }

    /// Adds a segment before the query.
    pub(super) fn segment(&mut self, piece: Piece<'_>) {
        let code = owned(&mut self.code);
        let query = self.query.take().map(|at| code.split_off(at));
        let was_closed = self.is_closed && query.is_some();
        // Before the question mark the code ends within quotes, or the mark would be none.
        self.is_closed &= query.is_none();
        if self.is_closed || !self.code.ends_with('/') {
            self.text("/");
        }
        self.part(piece);
        if let Some(query) = query {
            self.open();
            self.query = Some(self.code.len());
            owned(&mut self.code).push_str(&query);
            self.is_closed = was_closed;
        }
    }

    /// Adds a parameter to the query; one that is nothing is left out.
    pub fn parameter(&mut self, name: &str, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) => {
                self.name(name);
                self.encoded(&text);
            }
            Piece::Natural(number) => {
                self.name(name);
                self.text(itoa::Buffer::new().format(number));
            }
            Piece::Whole(number) => {
                self.name(name);
                self.text(itoa::Buffer::new().format(number));
            }
            Piece::Code { code, .. } => {
                self.name(name);
                self.expression(&format!("encodeURIComponent({code})"));
            }
            Piece::Nothing => {}
            Piece::Problem(problem) => self.refuse(problem),
        }
    }

    /// Adds a parameter that an expression leaves out if it is null.
    pub fn optional(&mut self, name: &str, piece: Piece<'_>) {
        let Piece::Code { code, .. } = piece else {
            return self.parameter(name, piece);
        };
        if self.query.is_none() {
            self.question();
        }
        let separator = if self.code.ends_with('?') { "" } else { "&" };
        let mut encoded = String::new();
        percent_encode(name, &mut encoded);
        self.expression(&format!(
            "(value => value == null ? '' : '{separator}{encoded}=' + encodeURIComponent(value))({code})"
        ));
    }

    fn question(&mut self) {
        self.open();
        self.query = Some(self.code.len());
        self.text("?");
    }

    fn name(&mut self, name: &str) {
        if self.query.is_none() {
            self.question();
        } else if self.is_closed || !self.code.ends_with('?') {
            self.text("&");
        }
        self.encoded(name);
        self.text("=");
    }

    fn encoded(&mut self, text: &str) {
        self.open();
        percent_encode(text, owned(&mut self.code));
    }

    fn expression(&mut self, code: &str) {
        self.open();
        let before = owned(&mut self.code);
        before.push_str("' + ");
        before.push_str(code);
        self.is_closed = true;
    }

    /// Goes on within quotes.
    fn open(&mut self) {
        if self.is_closed {
            owned(&mut self.code).push_str(" + '");
            self.is_closed = false;
        }
    }

    fn refuse(&mut self, problem: &'static str) {
        self.problem.get_or_insert(problem);
    }

    /// Why there is no address.
    pub(super) fn problem(&self) -> Option<&'static str> {
        self.problem
    }

    /// The code behind the first quote, and what ends it.
    pub(super) fn code(&self) -> (&str, &'static str) {
        (&self.code, if self.is_closed { "" } else { "'" })
    }

    /// The address of an action without expressions.
    pub fn into_address(self) -> Address {
        let text = match self.problem {
            None => Some(self.code.into_owned()),
            Some(_) => None,
        };
        Address::built(text)
    }
}

/// A text as a segment, or an error instead of the request. No semicolon, no regular expression and no template:
/// the client's scanner reads it as it is (<https://data-star.dev/guide/datastar_expressions>).
fn guarded(code: &str) -> String {
    format!("{GUARD}({code})")
}

/// A function of the browser that encodes a segment.
pub(crate) const GUARD: &str = "((value, text = String(value ?? '')) => { \
    if (['', '.', '..'].includes(text.toLowerCase().replaceAll('%2e', '.'))) { \
    throw Error('starmark: a segment of a path cannot be empty, . or ..') } return encodeURIComponent(text) })";

/// Whether a byte of an address means nothing to the client's scanner inside single quotes.
fn is_plain(byte: u8) -> bool {
    const PLAIN: [bool; 256] = set(b"/?=&%#:,+-._~");
    PLAIN[usize::from(byte)]
}

/// Whether a byte stands for itself in every part of an address.
fn is_unreserved(byte: u8) -> bool {
    const UNRESERVED: [bool; 256] = set(b"-._~");
    UNRESERVED[usize::from(byte)]
}

/// ASCII letters, digits and some others, as a table: every byte of an address is looked up.
const fn set(others: &[u8]) -> [bool; 256] {
    let mut set = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        set[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    let mut i = 0;
    while i < others.len() {
        set[others[i] as usize] = true;
        i += 1;
    }
    set
}

/// An address inside single quotes: what the client's scanner could misread is written as `\uXXXX`.
fn literal(url: &str) -> String {
    let mut out = String::new();
    for c in url.chars() {
        match u8::try_from(c) {
            Ok(byte) if is_plain(byte) => out.push(c),
            _ => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| {
                let _ = write!(out, "\\u{unit:04x}");
            }),
        }
    }
    out
}

/// Everything but unreserved characters as `%XX` (<https://www.rfc-editor.org/rfc/rfc3986#section-2.3>), which
/// are plain.
fn percent_encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !is_unreserved(byte)) {
        let (plain, reserved) = rest.split_at(at);
        // Both kinds of run end at an ASCII character or at the end, never inside a character.
        let end = reserved.bytes().position(is_unreserved);
        let (reserved, after) = reserved.split_at(end.unwrap_or(reserved.len()));
        out.push_str(plain);
        for byte in reserved.bytes() {
            let (high, low) = (usize::from(byte >> 4), usize::from(byte & 15));
            out.extend(['%', char::from(HEX[high]), char::from(HEX[low])]);
        }
        rest = after;
    }
    out.push_str(rest);
}
