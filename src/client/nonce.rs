//! The number used once, by which a policy knows the page's own scripts.

use std::fmt;

use super::PolicyError;
use crate::buffer::Buffer;
#[cfg(feature = "csp")]
use crate::random;
use crate::value::{Textual, Value};

/// A nonce: the value of `nonce` on scripts, of `data-nonce` on `<html>`, and part of a [`Policy`](super::Policy).
///
/// It is only good for one response: who could guess it, could run scripts. A stream of events needs none; the
/// client knows the nonce of its page.
///
/// ```
/// use starmark::client::{self, Nonce};
/// use starmark::html::{Global as _, html};
///
/// let nonce = Nonce::new("4bf5122f344554c5")?;
/// assert_eq!(
///     client::script("/datastar.js").nonce(&nonce).to_string(),
///     "<script type=\"module\" src=\"/datastar.js\" nonce=\"4bf5122f344554c5\"></script>",
/// );
/// assert!(Nonce::new("'; script-src *").is_err());
/// # Ok::<(), starmark::client::PolicyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Nonce(String);

impl Nonce {
    /// A fresh nonce: 128 random bits of the operating system, as 32 hexadecimal digits.
    ///
    /// ```
    /// use starmark::client::Nonce;
    ///
    /// assert_ne!(Nonce::random(), Nonce::random());
    /// ```
    ///
    /// # Panics
    ///
    /// If the operating system has no randomness to give; there is no page to be answered safely then.
    #[cfg(feature = "csp")]
    pub fn random() -> Self {
        Self(random::digits())
    }

    /// A nonce from elsewhere, such as a proxy that writes the header.
    ///
    /// # Errors
    ///
    /// If it is not one or more letters, digits and `+ / - _`, with at most two `=` at the end.
    /// <https://www.w3.org/TR/CSP3/#grammardef-nonce-source>
    pub fn new(nonce: impl Into<String>) -> Result<Self, PolicyError> {
        let nonce = nonce.into();
        if is_base64(&nonce) {
            Ok(Self(nonce))
        } else {
            Err(PolicyError::Nonce)
        }
    }

    /// The nonce as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a policy can hold the text as a nonce: Base64 in either alphabet, not decoded.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte);
    !digits.is_empty() && text.len() - digits.len() <= 2 && digits.bytes().all(is_digit)
}

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[diagnostic::do_not_recommend]
impl<K: Textual> Value<K> for Nonce {
    fn write_value(&self, out: &mut Buffer) {
        // Trusted: no digit of Base64 means anything in HTML.
        out.trusted(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_base64() {
        for nonce in ["a", "AZaz09+/", "AZaz09-_", "YQ==", "YWI=", "a="] {
            assert_eq!(
                Nonce::new(nonce).map(|nonce| nonce.to_string()),
                Ok(nonce.to_owned())
            );
        }
    }

    #[test]
    fn other_text_is_refused() {
        for text in [
            "", "=", "==", "a===", "a=b", " a", "a b", "a'", "a\"", "a;b", "a,b", "a\r\nb", "a\0",
            "é", "<", "$a",
        ] {
            assert_eq!(Nonce::new(text), Err(PolicyError::Nonce), "{text:?}");
        }
    }

    #[cfg(feature = "csp")]
    #[test]
    fn a_random_nonce_is_a_nonce() {
        let nonce = Nonce::random();
        assert_eq!(nonce.as_str().len(), 32);
        assert_eq!(Nonce::new(nonce.as_str()), Ok(nonce));
    }
}
