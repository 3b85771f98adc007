//! Addresses on this site: where an action or a link may go.
//!
//! The client runs scripts from whatever answers a request, and a browser reads `//host`, `/\host` and a tab
//! before a slash as another host, `/a/../b` as `/b`. So what is an address here begins with one slash and stays
//! as it is written. <https://url.spec.whatwg.org/#concept-basic-url-parser>

use std::borrow::Cow;
use std::fmt;

use crate::buffer::Buffer;
use crate::value::{Textual, Value};

/// What stands in for an address that cannot be; going there does nothing.
const INVALID: &str = "about:invalid";

/// An address on this site: a path and a query.
///
/// [`path!`](crate::path!) makes one of a literal while the program is compiled; a route makes one of its
/// arguments. It is a value of `href` and other addresses, and the path of an action.
///
/// ```
/// use starmark::{get, html::a, path};
///
/// let board = path!("/board?sort=up");
/// assert_eq!(a().href(&board).to_string(), "<a href=\"/board?sort=up\"></a>");
/// assert_eq!(get(board).to_string(), "@get('/board?sort=up')");
/// ```
///
/// An argument that would leave its place in the path makes it `about:invalid`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    text: Cow<'static, str>,
}

impl Address {
    /// An address in a constant, where a mistake stops the compilation; [`path!`](crate::path!) is one.
    ///
    /// # Panics
    ///
    /// If the address does not begin with exactly one slash, or holds a backslash, a segment `.` or `..`, a
    /// control character or a `#`.
    ///
    /// ```compile_fail
    /// const EVIL: starmark::data::Address = starmark::data::Address::new("//evil.example/x");
    /// ```
    #[track_caller]
    pub const fn new(path: &'static str) -> Self {
        if let Some(problem) = problem(path) {
            panic!("{}", problem);
        }
        Self {
            text: Cow::Borrowed(path),
        }
    }

    /// An address of which the parts were encoded, or of nothing.
    pub(super) fn built(text: Option<String>) -> Self {
        Self {
            text: text.map_or(Cow::Borrowed(INVALID), Cow::Owned),
        }
    }

    /// The address as a string, for example for a redirect.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Address {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.text.into_owned()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[diagnostic::do_not_recommend]
impl<K: Textual> Value<K> for Address {
    fn write_value(&self, out: &mut Buffer) {
        out.text(&self.text);
    }
}

/// Can be the path of an action: a literal, or an [`Address`].
///
/// A literal is checked when the action is made; to check it while the program is compiled, write
/// [`path!`](crate::path!) around it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the path of an action, which is a literal",
    label = "not a literal",
    note = "a part of the path is `post(\"/cards\").segment(id)`, of the query `get(\"/cards\").query(\"page\", 2)`"
)]
pub trait Path {
    /// The path, or why it is none.
    #[doc(hidden)]
    fn checked(self) -> Result<Cow<'static, str>, &'static str>;
}

#[diagnostic::do_not_recommend]
impl Path for &'static str {
    #[inline]
    fn checked(self) -> Result<Cow<'static, str>, &'static str> {
        match problem(self) {
            None => Ok(Cow::Borrowed(self)),
            Some(problem) => Err(problem),
        }
    }
}

#[diagnostic::do_not_recommend]
impl Path for Address {
    fn checked(self) -> Result<Cow<'static, str>, &'static str> {
        self.text
            .starts_with('/')
            .then_some(self.text)
            .ok_or(NO_ADDRESS)
    }
}

#[diagnostic::do_not_recommend]
impl Path for &Address {
    fn checked(self) -> Result<Cow<'static, str>, &'static str> {
        self.clone().checked()
    }
}

const NO_ADDRESS: &str = "the arguments of a route do not make an address";

/// Why a path could take the browser somewhere else.
pub(crate) const fn problem(path: &str) -> Option<&'static str> {
    let bytes = path.as_bytes();
    if bytes.is_empty() || bytes[0] != b'/' {
        return Some("a path begins with a slash, such as /board");
    }
    if bytes.len() > 1 && bytes[1] == b'/' {
        return Some("a path begins with one slash; two begin the name of another host");
    }
    let mut start = 1;
    let mut i = 1;
    let mut in_query = false;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => return Some("a path has no backslash, which a browser reads as a slash"),
            b'#' => {
                return Some(
                    "a request has no fragment: leave out the number sign and what follows",
                );
            }
            0..=31 | 127 => {
                return Some("a path has no control characters, which a browser leaves out");
            }
            b'/' | b'?' if !in_query => {
                if is_dots(bytes, start, i) {
                    return Some(DOTS);
                }
                in_query = bytes[i] == b'?';
                start = i + 1;
            }
            _ => {}
        }
        i += 1;
    }
    if !in_query && is_dots(bytes, start, i) {
        return Some(DOTS);
    }
    None
}

/// Whether a literal in code is an address of another site: it begins with two slashes, or with a scheme.
pub(crate) const fn is_elsewhere(url: &str) -> bool {
    let bytes = url.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'/' | b'\\' if i == 0 => {
                return bytes.len() > 1 && matches!(bytes[1], b'/' | b'\\');
            }
            b':' => return i > 0,
            b'a'..=b'z' | b'A'..=b'Z' => {}
            b'0'..=b'9' | b'+' | b'-' | b'.' if i > 0 => {}
            _ => return false,
        }
        i += 1;
    }
    false
}

const DOTS: &str = "a path has no segment . or .., which a browser resolves";

/// Whether a segment does not stay in its place, or might not: nothing, and dots in either spelling. Encoded once
/// more, `%252e` is no dot to a browser, but to a server or proxy that decodes twice.
pub(crate) const fn leaves_its_place(segment: &str) -> bool {
    segment.is_empty() || is_dots(segment.as_bytes(), 0, segment.len())
}

/// Whether a segment is one dot or two, each as itself or as `%2e`.
const fn is_dots(bytes: &[u8], start: usize, end: usize) -> bool {
    let (mut i, mut dots) = (start, 0);
    while i < end {
        if bytes[i] == b'.' {
            i += 1;
        } else if i + 2 < end
            && bytes[i] == b'%'
            && bytes[i + 1] == b'2'
            && matches!(bytes[i + 2], b'e' | b'E')
        {
            i += 3;
        } else {
            return false;
        }
        dots += 1;
    }
    dots == 1 || dots == 2
}

/// An address on this site, checked while the program is compiled: `path!("/board")`.
///
/// ```
/// use starmark::{path, post};
/// assert_eq!(post(path!("/tickets")).segment(7).to_string(), "@post('/tickets/7')");
/// ```
///
/// What a browser would take to another host, or to another path than is written, does not compile:
///
/// ```compile_fail
/// starmark::get(starmark::path!("//evil.example"));
/// ```
#[macro_export]
macro_rules! path {
    ($path:literal) => {{
        const PATH: $crate::data::Address = $crate::data::Address::new($path);
        PATH
    }};
}
