//! Backend actions: `@get('/path')` and its siblings.

pub(super) mod rows;

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::time::Duration;

use super::expr::{Target, quote_to};
use super::owned;

/// A request that the client makes, as a statement.
///
/// The path is a literal; data goes into segments and the query, which are encoded. A segment that would
/// leave its place in the path (`.`, `..` or nothing) makes the action an error message on the console instead
/// of a request to somewhere else.
///
/// ```
/// use starmark::{get, post};
///
/// assert_eq!(post("/tickets").segment("a/b").segment(7).to_string(), "@post('/tickets/a%2Fb/7')");
/// assert_eq!(get("/search").query("q", "a&b=c").to_string(), "@get('/search?q=a%26b%3Dc')");
/// assert!(post("/tickets").segment("..").to_string().starts_with("console.error("));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The statement up to the address.
    start: &'static str,
    /// As it stands between the quotes of the statement: no part of it means anything to the client's scanner.
    url: Cow<'static, str>,
    options: Vec<(&'static str, String)>,
    problem: Option<&'static str>,
}

/// Can be the path of an action: a literal.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the path of an action, which is a literal",
    label = "not a literal",
    note = "a part of the path is `post(\"/cards\").segment(id)`, of the query `get(\"/cards\").query(\"page\", 2)`"
)]
pub trait Path {
    /// The path.
    #[doc(hidden)]
    fn literal(self) -> &'static str;
}

#[diagnostic::do_not_recommend]
impl Path for &'static str {
    fn literal(self) -> &'static str {
        self
    }
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $verb:ident;)*) => {$(
        $(#[$doc])*
        pub fn $verb(path: impl Path) -> Action {
            Action::new(concat!("@", stringify!($verb), "('"), path.literal())
        }
    )*};
}

verbs! {
    /// A `GET` request; the signals travel in the query.
    get;
    /// A `POST` request; the signals travel in the body.
    post;
    /// A `PUT` request; the signals travel in the body.
    put;
    /// A `PATCH` request; the signals travel in the body.
    patch;
    /// A `DELETE` request; the signals travel in the query.
    delete;
    /// A `QUERY` request; the signals travel in the body.
    query;
}

/// When a request is tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// After network errors.
    Auto,
    /// After error statuses, too.
    Error,
    /// After everything but 204 and redirects, a clean end of a stream included.
    Always,
    /// Never; network errors are retried all the same.
    Never,
}

/// What ends a request that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancellation {
    /// A new request of the same method and address.
    Auto,
    /// The same, and the element's removal.
    Cleanup,
    /// Nothing.
    Disabled,
}

impl Action {
    fn new(start: &'static str, path: &'static str) -> Self {
        let url = if path.bytes().all(is_plain) {
            Cow::Borrowed(path)
        } else {
            Cow::Owned(literal(path))
        };
        Self {
            start,
            url,
            options: Vec::new(),
            problem: None,
        }
    }

    /// Adds a segment to the path, percent-encoded; the query stays behind it.
    pub fn segment(mut self, segment: impl fmt::Display) -> Self {
        let url = owned(&mut self.url);
        let query = url.split_off(url.find('?').unwrap_or(url.len()));
        if !url.ends_with('/') {
            url.push('/');
        }
        let start = url.len();
        let _ = write!(PercentEncoded(url), "{segment}");
        if matches!(&url[start..], "" | "." | "..") {
            self.problem = Some("a segment of a path cannot be empty, `.` or `..`");
        }
        url.push_str(&query);
        self
    }

    /// Adds a parameter to the query, percent-encoded.
    pub fn query(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        let url = owned(&mut self.url);
        url.push(if url.contains('?') { '&' } else { '?' });
        let _ = write!(PercentEncoded(url), "{name}");
        url.push('=');
        let _ = write!(PercentEncoded(url), "{value}");
        self
    }

    /// Sets when the request is tried again.
    ///
    /// ```
    /// use starmark::{get, data::Retry};
    /// assert_eq!(get("/s").retry(Retry::Always).to_string(), "@get('/s', {retry: 'always'})");
    /// ```
    pub fn retry(self, retry: Retry) -> Self {
        let retry = match retry {
            Retry::Auto => "auto",
            Retry::Error => "error",
            Retry::Always => "always",
            Retry::Never => "never",
        };
        self.option("retry", format!("'{retry}'"))
    }

    /// Sets how long to wait before the first retry; each further wait is twice as long.
    pub fn retry_interval(self, interval: Duration) -> Self {
        self.option("retryInterval", interval.as_millis().to_string())
    }

    /// Sets the longest wait between two retries.
    pub fn retry_max_wait(self, wait: Duration) -> Self {
        self.option("retryMaxWait", wait.as_millis().to_string())
    }

    /// Sets how often the request is tried again before the client gives up.
    pub fn retry_max_count(self, count: u32) -> Self {
        self.option("retryMaxCount", count.to_string())
    }

    /// Sets what ends the request.
    pub fn request_cancellation(self, cancellation: Cancellation) -> Self {
        let cancellation = match cancellation {
            Cancellation::Auto => "auto",
            Cancellation::Cleanup => "cleanup",
            Cancellation::Disabled => "disabled",
        };
        self.option("requestCancellation", format!("'{cancellation}'"))
    }

    /// Sets whether the request goes on while the page is hidden.
    pub fn open_when_hidden(self, open: bool) -> Self {
        self.option("openWhenHidden", open.to_string())
    }

    fn option(mut self, name: &'static str, value: String) -> Self {
        self.options.retain(|(other, _)| *other != name);
        self.options.push((name, value));
        self
    }
}

impl Action {
    /// Appends the statement.
    #[inline]
    pub(super) fn write_to(&self, out: &mut impl Target) {
        if let Some(problem) = self.problem {
            return report(problem, out);
        }
        out.fixed(self.start);
        out.part(&self.url);
        if self.options.is_empty() {
            out.fixed("')");
        } else {
            self.write_options(out);
        }
    }

    fn write_options(&self, out: &mut impl Target) {
        out.fixed("', {");
        for (i, (name, value)) in self.options.iter().enumerate() {
            out.fixed(if i == 0 { "" } else { ", " });
            out.fixed(name);
            out.fixed(": ");
            out.part(value);
        }
        out.fixed("})");
    }
}

/// An action that cannot be: it says so on the console.
#[cold]
fn report(problem: &str, out: &mut impl Target) {
    let mut message = String::from("console.error(\"starmark: ");
    quote_to(problem, &mut message);
    message.push_str("\")");
    out.part(&message);
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut source = String::new();
        self.write_to(&mut source);
        f.write_str(&source)
    }
}

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
struct PercentEncoded<'a>(&'a mut String);

impl fmt::Write for PercentEncoded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // Both kinds of run end at an ASCII character or at the end, never inside a character.
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| !is_unreserved(byte)) {
            let (plain, reserved) = rest.split_at(at);
            let (reserved, after) = reserved.split_at(
                reserved
                    .bytes()
                    .position(is_unreserved)
                    .unwrap_or(reserved.len()),
            );
            self.0.push_str(plain);
            for byte in reserved.bytes() {
                write!(self.0, "%{byte:02X}")?;
            }
            rest = after;
        }
        self.0.push_str(rest);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
