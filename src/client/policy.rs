//! The content security policy of a page whose expressions run by nonce.
//!
//! A policy is put together from checked directives, so no text in it can end a directive, begin another one, or
//! leave the header. <https://www.w3.org/TR/CSP3/>

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use super::Nonce;

/// A content security policy that lets the client run, and nothing that has not its nonce.
///
/// With the feature `http` it turns into a header value, with `axum` it stands before the body in a reply:
/// `(policy, page)`.
///
/// ```
/// use starmark::client::{Directive, Nonce, Policy};
///
/// const CODE: Directive = Directive::new("script-src https://cdn.example");
/// const IMAGES: Directive = Directive::new("img-src 'self' data:");
///
/// let nonce = Nonce::new("4bf5122f344554c5")?;
/// assert_eq!(
///     Policy::new(&nonce).and(CODE).and(IMAGES).to_string(),
///     "script-src 'nonce-4bf5122f344554c5' https://cdn.example; object-src 'none'; base-uri 'none'; \
///      img-src 'self' data:",
/// );
/// # Ok::<(), starmark::client::PolicyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy(Vec<Directive>);

const NONE: &str = "'none'";

impl Policy {
    /// The name of the header, in lower case.
    pub const HEADER: &'static str = "content-security-policy";

    /// Scripts with the nonce run; no plugin and no `<base>` does anything.
    ///
    /// What else a page loads, such as styles, images and answers, is as free as without a policy.
    pub fn new(nonce: &Nonce) -> Self {
        let scripts = Directive {
            name: "script-src".into(),
            sources: format!("'nonce-{nonce}'").into(),
        };
        let [objects, base] = ["object-src", "base-uri"].map(|name| Directive {
            name: name.into(),
            sources: NONE.into(),
        });
        Self(vec![scripts, objects, base])
    }

    /// Adds a directive, or its sources to the directive of the same name.
    ///
    /// Browsers read only the first directive of a name. `'none'` gives way to every other source.
    pub fn and(mut self, directive: Directive) -> Self {
        match self
            .0
            .iter_mut()
            .find(|known| known.is_named(&directive.name))
        {
            Some(known) => known.join(&directive.sources),
            None => self.0.push(directive),
        }
        self
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, directive) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            fmt::Display::fmt(directive, f)?;
        }
        Ok(())
    }
}

/// One directive of a policy: its name and its sources.
///
/// ```
/// use starmark::client::Directive;
///
/// const STYLES: Directive = Directive::new("style-src 'self'");
/// assert_eq!(STYLES.to_string(), "style-src 'self'");
///
/// let host = "https://cdn.example";
/// assert_eq!(Directive::parse(&format!("img-src {host}"))?.to_string(), "img-src https://cdn.example");
/// assert!(Directive::parse("img-src a; script-src *").is_err());
/// # Ok::<(), starmark::client::PolicyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    name: Cow<'static, str>,
    sources: Cow<'static, str>,
}

impl Directive {
    /// A directive that is a literal: its name, a space, its sources.
    ///
    /// # Panics
    ///
    /// If it is not well-formed; in a `const`, that is a compile error.
    ///
    /// ```compile_fail
    /// use starmark::client::Directive;
    ///
    /// const BROKEN: Directive = Directive::new("img-src 'self'; style-src 'self'");
    /// ```
    #[track_caller]
    pub const fn new(directive: &'static str) -> Self {
        let Some((name, sources)) = split(directive) else {
            panic!("{}", PolicyError::Directive.as_str());
        };
        Self {
            name: Cow::Borrowed(name),
            sources: Cow::Borrowed(sources),
        }
    }

    /// A directive that is put together at run time.
    ///
    /// # Errors
    ///
    /// If it is not well-formed, such as one that holds a `;`.
    pub fn parse(directive: &str) -> Result<Self, PolicyError> {
        let (name, sources) = split(directive).ok_or(PolicyError::Directive)?;
        Ok(Self {
            name: name.to_owned().into(),
            sources: sources.to_owned().into(),
        })
    }

    fn is_named(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    fn join(&mut self, sources: &str) {
        let known = self.sources.to_mut();
        if known.is_empty() || known.eq_ignore_ascii_case(NONE) {
            sources.clone_into(known);
        } else if !sources.is_empty() && !sources.eq_ignore_ascii_case(NONE) {
            known.push(' ');
            known.push_str(sources);
        }
    }
}

impl fmt::Display for Directive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if !self.sources.is_empty() {
            write!(f, " {}", self.sources)?;
        }
        Ok(())
    }
}

/// The name and the sources of a well-formed directive.
/// <https://www.w3.org/TR/CSP3/#framework-directives>
const fn split(directive: &str) -> Option<(&str, &str)> {
    let bytes = directive.as_bytes();
    let mut name = 0;
    while name < bytes.len() && (bytes[name].is_ascii_alphanumeric() || bytes[name] == b'-') {
        name += 1;
    }
    let mut at = name;
    while at < bytes.len() {
        // A comma would begin another policy.
        if !matches!(bytes[at], b' '..=b'~') || matches!(bytes[at], b';' | b',') {
            return None;
        }
        at += 1;
    }
    let (name, rest) = directive.split_at(name);
    match rest.as_bytes() {
        _ if name.is_empty() => None,
        [] => Some((name, "")),
        [b' ', ..] => Some((name, rest.split_at(1).1)),
        _ => None,
    }
}

/// Why a nonce or a directive is refused: what is wrong and what to write instead.
///
/// ```
/// use starmark::client::Nonce;
/// assert_eq!(
///     Nonce::new("a b").unwrap_err().to_string(),
///     "a nonce is letters, digits and `+/-_`, with at most two `=` at the end: encode it as Base64",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PolicyError {
    /// A nonce that no policy can hold.
    Nonce,
    /// A directive that is none, or more than one.
    Directive,
}

impl PolicyError {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Nonce => {
                "a nonce is letters, digits and `+/-_`, with at most two `=` at the end: encode it as Base64"
            }
            Self::Directive => {
                "a directive is its name, a space and its sources, such as `img-src 'self' data:`, in ASCII \
                 without `;` and `,`: write several as several, and encode those characters in an address"
            }
        }
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Error for PolicyError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(directives: &[&str]) -> String {
        let nonce = Nonce::new("abc").expect("a nonce");
        let parsed = directives
            .iter()
            .map(|text| Directive::parse(text).expect("a directive"));
        parsed.fold(Policy::new(&nonce), Policy::and).to_string()
    }

    #[test]
    fn a_policy_is_strict() {
        assert_eq!(
            policy(&[]),
            "script-src 'nonce-abc'; object-src 'none'; base-uri 'none'"
        );
    }

    #[test]
    fn directives_of_a_name_are_one() {
        assert_eq!(
            policy(&["Script-Src 'self'", "base-uri 'self'", "object-src 'none'"]),
            "script-src 'nonce-abc' 'self'; object-src 'none'; base-uri 'self'",
        );
        // `'none'` beside another source means nothing to a browser.
        assert!(policy(&["script-src 'none'"]).starts_with("script-src 'nonce-abc';"));
    }

    #[test]
    fn a_directive_may_have_no_sources() {
        assert!(policy(&["upgrade-insecure-requests"]).ends_with("; upgrade-insecure-requests"));
        assert!(policy(&["sandbox", "sandbox allow-forms"]).ends_with("; sandbox allow-forms"));
    }

    #[test]
    fn nothing_leaves_a_directive() {
        for text in [
            "",
            " ",
            " img-src a",
            "img_src a",
            "img-src a;",
            "img-src a; script-src *",
            "img-src a, script-src *",
            "img-src a\r\nx: y",
            "img-src\ta",
            "img-src a\0",
            "img-src é",
            "img-src;",
            "'self'",
        ] {
            assert_eq!(
                Directive::parse(text),
                Err(PolicyError::Directive),
                "{text:?}"
            );
        }
    }
}
