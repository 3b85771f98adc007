//! Which signals an attribute is about, by patterns of their paths.

use super::expr::{Filters, Source};
use crate::buffer::Buffer;
use crate::value::Value;

/// A filter of signals: regular expressions of JavaScript, compared with the path of each signal.
///
/// ```
/// use starmark::data::{self, Filter};
///
/// let shown = data::json_signals(Filter::including("^user").and_excluding(r"\.id$")).terse();
/// assert_eq!(shown.value(), r#"{"include":"^user","exclude":"\\.id$"}"#);
/// assert_eq!(data::json_signals(Filter::ALL).to_string(), " data-json-signals");
/// ```
///
/// Source: <https://data-star.dev/reference/attributes#data-on-signal-patch-filter>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filter {
    include: Option<&'static str>,
    exclude: Option<&'static str>,
}

impl Filter {
    /// Every signal; it prints nothing.
    pub const ALL: Self = Self {
        include: None,
        exclude: None,
    };

    /// The signals whose paths match.
    pub const fn including(pattern: &'static str) -> Self {
        Self {
            include: Some(pattern),
            exclude: None,
        }
    }

    /// The signals whose paths do not match.
    pub const fn excluding(pattern: &'static str) -> Self {
        Self::ALL.and_excluding(pattern)
    }

    /// The same without the signals whose paths match.
    pub const fn and_excluding(self, pattern: &'static str) -> Self {
        Self {
            exclude: Some(pattern),
            ..self
        }
    }

    /// What is included and what is excluded.
    pub(super) const fn patterns(self) -> (Option<&'static str>, Option<&'static str>) {
        (self.include, self.exclude)
    }

    fn entries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let entry = |name, pattern: Option<&'static str>| pattern.map(|pattern| (name, pattern));
        [
            entry("include", self.include),
            entry("exclude", self.exclude),
        ]
        .into_iter()
        .flatten()
    }
}

#[diagnostic::do_not_recommend]
impl Source<Filters> for Filter {
    fn write_source(&self, out: &mut String) {
        for (i, (name, pattern)) in self.entries().enumerate() {
            out.push_str(if i == 0 { "{\"" } else { ",\"" });
            out.push_str(name);
            out.push_str("\":\"");
            push_json(pattern, out);
            out.push('"');
        }
        if !out.is_empty() {
            out.push('}');
        }
    }
}

#[diagnostic::do_not_recommend]
impl Value<Filters> for Filter {
    fn write_value(&self, out: &mut Buffer) {
        let mut source = String::new();
        self.write_source(&mut source);
        out.text(&source);
    }

    fn write_attribute(&self, name: &str, out: &mut Buffer) {
        if *self == Self::ALL {
            out.trusted(" ");
            // Trusted: names come from the tables.
            out.trusted(name);
        } else {
            crate::value::write_checked::<Filters>(name, out, |out| self.write_value(out));
        }
    }
}

/// The inside of a string of JSON (<https://www.rfc-editor.org/rfc/rfc8259#section-7>).
fn push_json(text: &str, out: &mut String) {
    use std::fmt::Write as _;
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\0'..='\x1f' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
}
