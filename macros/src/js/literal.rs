//! Literals: numbers that JavaScript holds exactly, and strings that no part of the client can misread.

use std::fmt::Write as _;

use quote::quote;
use syn::{ExprLit, Lit};

use super::code::{Code, Level};
use super::{Js, Lowered};

/// The largest integer that JavaScript holds exactly.
pub(crate) const MAX_INTEGER: u64 = (1 << 53) - 1;

impl Js {
    pub(super) fn literal(&mut self, ExprLit { lit, .. }: &ExprLit) -> Lowered {
        let code = match lit {
            Lit::Str(text) => Code::text(string(&text.value()), Level::PRIMARY),
            Lit::Char(char) => Code::text(string(&char.value().to_string()), Level::PRIMARY),
            Lit::Bool(bool) => Code::text(bool.value.to_string(), Level::PRIMARY),
            Lit::Int(integer) => match integer.base10_parse::<u64>() {
                Ok(value) if value <= MAX_INTEGER => Code::text(value.to_string(), Level::PRIMARY),
                _ => {
                    return self.error(
                        integer.span(),
                        format_args!(
                            "JavaScript holds integers up to {MAX_INTEGER} exactly; use a string or a smaller number"
                        ),
                    );
                }
            },
            Lit::Float(float) => match float.base10_parse::<f64>() {
                Ok(value) if value.is_finite() => Code::text(format!("{value:?}"), Level::PRIMARY),
                _ => return self.error(float.span(), "JavaScript has no such number"),
            },
            other => {
                return self.error(
                    other.span(),
                    "the browser has no such literal; there are strings, numbers, `true` and `false`",
                );
            }
        };
        Lowered {
            code,
            check: match lit {
                // A literal is a string of the browser, which owns it; where Rust wants a `&str`, it is one, too.
                Lit::Str(text) => quote!(#text),
                lit => quote!(#lit),
            },
        }
    }
}

/// A string as a literal in single quotes, in which every character that some layer could act on is a code: as the
/// library's `quote` writes what is known at run time only.
pub(super) fn string(text: &str) -> String {
    if text == "use strict" {
        // As a statement it would be a directive, with which the client cannot compile.
        return "'use\\u0020strict'".to_owned();
    }
    let mut out = String::from("'");
    for c in text.chars() {
        let is_plain = match c {
            c if c.is_ascii() => c.is_ascii_alphanumeric() || " _.,:-".contains(c),
            c => !matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}'),
        };
        if is_plain {
            out.push(c);
        } else {
            // Only characters of the basic plane get here; writing to a string cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
    }
    out.push('\'');
    out
}
