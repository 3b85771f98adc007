//! Names of signals.

use std::fmt;

/// A signal, by its path.
///
/// ```
/// use starmark::data::Signal;
/// use starmark::html::input;
///
/// const QUERY: Signal = Signal::new("query");
/// assert_eq!(input().data_bind(QUERY).to_string(), r#"<input data-bind="query">"#);
/// assert_eq!(QUERY.to_string(), "$query");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signal(&'static str);

impl Signal {
    /// A signal with a name that survives every spelling: segments of letters, digits and single underscores,
    /// joined by dots.
    ///
    /// # Panics
    ///
    /// If the path is anything else; at compile time, in a constant.
    pub const fn new(path: &'static str) -> Self {
        assert!(
            is_path(path.as_bytes()),
            "a signal's name is made of letters, digits and single underscores, with a letter first (or `_` for a local signal) and dots between nested names"
        );
        Self(path)
    }

    /// The path without the `$`.
    pub const fn path(self) -> &'static str {
        self.0
    }
}

/// Prints the signal as an expression: `$ui.open`.
impl fmt::Display for Signal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "${}", self.0)
    }
}

/// Whether a path can be read back in keys, values and expressions alike.
const fn is_path(path: &[u8]) -> bool {
    let mut i = 0;
    let mut before = b'.';
    while i < path.len() {
        let byte = path[i];
        let fits = match byte {
            b'.' => before.is_ascii_alphanumeric(),
            b'_' => before != b'_',
            b'0'..=b'9' => before != b'.',
            _ => byte.is_ascii_alphabetic(),
        };
        if !fits {
            return false;
        }
        before = byte;
        i += 1;
    }
    before.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn safe_paths() {
        for path in [
            "a", "fooBar", "foo_bar", "_local", "a.b.c", "a2b", "ui._open",
        ] {
            assert!(is_path(path.as_bytes()), "{path}");
        }
        for path in [
            "", ".", "a.", ".a", "a..b", "a-b", "a__b", "a_", "1a", "a.1", "a b", "é", "$a", "a'",
        ] {
            assert!(!is_path(path.as_bytes()), "{path}");
        }
    }
}
