//! CSS selectors that are safe to send.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use super::PatchError;

/// Which elements of the page a patch is for.
///
/// It is a literal of the program or names one id. A selector put together from text at run time could name
/// `body`, so there is no way to make one.
///
/// ```
/// use starmark::sse::Selector;
///
/// const FEED: Selector = Selector::new("#feed > ol");
/// assert_eq!(FEED.as_str(), "#feed > ol");
/// assert_eq!(Selector::id("card:7")?.as_str(), "#card\\:7");
/// # Ok::<(), starmark::sse::PatchError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Selector(Cow<'static, str>);

/// Can be the target of a patch.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no selector",
    label = "not a selector",
    note = "an id that markup and patch share is a constant: `const LIST: Id = id!(\"list\");`",
    note = "write `Selector::new(\"#list\")` in a constant, or `Selector::id(id)?` for an id that comes at run time"
)]
pub trait IntoSelector {
    /// The selector.
    #[doc(hidden)]
    fn into_selector(self) -> Selector;
}

#[diagnostic::do_not_recommend]
impl<T: Into<Selector>> IntoSelector for T {
    fn into_selector(self) -> Selector {
        self.into()
    }
}

impl Selector {
    /// A selector that is a literal.
    ///
    /// # Panics
    ///
    /// If the literal is empty or holds a line break or NUL; in a `const`, that is a compile error.
    ///
    /// ```compile_fail
    /// const BROKEN: starmark::sse::Selector = starmark::sse::Selector::new("#a\n#b");
    /// ```
    #[track_caller]
    pub const fn new(selector: &'static str) -> Self {
        assert!(
            !selector.is_empty(),
            "a selector is not empty: write one such as `#list`"
        );
        let bytes = selector.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            assert!(
                !matches!(bytes[at], b'\r' | b'\n' | 0),
                "a selector holds no line break and no NUL"
            );
            at += 1;
        }
        Self(Cow::Borrowed(selector))
    }

    /// Selects the element with exactly this id, whatever characters it has.
    ///
    /// # Errors
    ///
    /// If the id is empty or holds a NUL, which no element's id does.
    pub fn id(id: &str) -> Result<Self, PatchError> {
        if id.is_empty() || id.contains('\0') {
            return Err(PatchError::Id);
        }
        Ok(Self::of_id(id))
    }

    /// Selects an id that can be one.
    pub(crate) fn of_id(id: &str) -> Self {
        let mut selector = String::with_capacity(id.len() + 1);
        selector.push('#');
        write_identifier(id, &mut selector);
        Self(selector.into())
    }

    /// A selector that comes as text; only of the official SDK, where all do.
    #[cfg(feature = "datastar")]
    pub(super) fn checked(selector: &str) -> Result<Self, PatchError> {
        if selector.is_empty() || selector.contains(['\r', '\n', '\0']) {
            return Err(PatchError::Official(
                "a selector is not empty and holds no line break".into(),
            ));
        }
        Ok(Self(selector.to_owned().into()))
    }

    /// The selector as CSS.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A selector in what a header can carry, where other characters are escapes of CSS; words of ASCII stay as they are.
pub(super) fn in_header(selector: &str) -> String {
    let mut header = String::with_capacity(selector.len());
    let mut chars = selector.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next() {
                // A space at the end of a header would be lost.
                Some(escaped @ '!'..='~') => header.extend(['\\', escaped]),
                escaped => push_code_point(escaped.unwrap_or('\\'), &mut header),
            },
            ' '..='~' | '\t' => header.push(char),
            // White space, as a space is.
            '\x0C' => header.push(' '),
            _ => push_code_point(char, &mut header),
        }
    }
    header
}

/// Appends `text` as a CSS identifier. <https://drafts.csswg.org/cssom/#serialize-an-identifier>
fn write_identifier(text: &str, out: &mut String) {
    let hyphen = text.starts_with('-');
    for (at, char) in text.char_indices() {
        match char {
            '\x01'..='\x1F' | '\x7F' => push_code_point(char, out),
            '0'..='9' if at == 0 || (at == 1 && hyphen) => push_code_point(char, out),
            '-' if text == "-" => out.push_str("\\-"),
            '-' | '_' | '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{80}'.. => out.push(char),
            _ => out.extend(['\\', char]),
        }
    }
}

/// Appends `char` as a hexadecimal escape, whose end the space marks.
fn push_code_point(char: char, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = write!(out, "\\{:x} ", u32::from(char));
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
