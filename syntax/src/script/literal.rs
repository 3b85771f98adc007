//! Strings, templates, numbers and regular expressions.

use super::lexer::Lexer;
use super::rewrite::is_line_end;
use super::token::{Kind, Region, Token, begins_name, continues_name};
use super::wording::{Read, problem, quote};

impl Lexer<'_> {
    pub(super) fn string(&mut self, quote: char) -> Read<Kind> {
        let start = self.at;
        self.at += 1;
        while let Some(c) = self.first() {
            match c {
                '\n' | '\r' => return self.unclosed("string", start, self.at),
                '\\' => self.escape(start)?,
                _ => self.at += c.len_utf8(),
            }
            if c == quote {
                self.mark(Region::Text, start, self.at);
                return Ok(Kind::Text);
            }
        }
        self.unclosed("string", start, self.code.len())
    }

    fn escape(&mut self, start: usize) -> Read<()> {
        self.at += 1;
        let Some(c) = self.first() else {
            return self.unclosed("string", start, self.code.len());
        };
        self.at += c.len_utf8();
        if c == '\r' && self.first() == Some('\n') {
            self.at += 1;
        }
        let hex = |count: usize| {
            let digits = self.rest().chars().take(count);
            digits.filter(char::is_ascii_hexdigit).count() == count
        };
        let fine = match c {
            'x' => hex(2),
            'u' => {
                hex(4)
                    || self
                        .rest()
                        .strip_prefix('{')
                        .is_some_and(|rest| rest.contains('}'))
            }
            _ => true,
        };
        if fine {
            return Ok(());
        }
        let place = quote(&self.code[self.at - 2..]);
        problem(format!(
            "the escape at {place} lacks digits; `\\x` takes two, `\\u` takes four"
        ))
    }

    /// Reads the text of a template up to the next `${` (true) or to its end (false).
    pub(super) fn template(&mut self, start: usize) -> Read<bool> {
        let begin = self.at;
        while let Some(c) = self.first() {
            self.at += c.len_utf8();
            match c {
                '\\' => self.at += self.first().map_or(0, char::len_utf8),
                '`' => return self.template_text(start, begin, false),
                '$' if self.first() == Some('{') => {
                    self.at += 1;
                    return self.template_text(start, begin, true);
                }
                _ => {}
            }
        }
        let rest = &self.code[start..];
        if rest.len() == 1 {
            return problem("the last back-tick opens a template that nothing closes");
        }
        problem(format!("the template {} is not closed", quote(rest)))
    }

    fn template_text(&mut self, start: usize, begin: usize, goes_on: bool) -> Read<bool> {
        if self.is_cut(begin, self.at) {
            return self.cut("template", start);
        }
        self.mark(Region::Template, begin, self.at);
        Ok(goes_on)
    }

    pub(super) fn number(&mut self) -> Read<Kind> {
        let start = self.at;
        match radix(self.rest()) {
            Some(radix) => {
                self.at += "0x".len();
                self.digits(|c| c.is_digit(radix));
            }
            None => self.decimal(),
        }
        if self.first() == Some('n') {
            self.at += 1;
        }
        let touching = self
            .first()
            .filter(|c| begins_name(*c) || c.is_ascii_digit());
        if touching.is_none() {
            return Ok(Kind::Number);
        }
        self.digits(continues_name);
        problem(format!(
            "{} begins as a number and goes on as a name",
            quote(&self.code[start..self.at])
        ))
    }

    fn decimal(&mut self) {
        self.digits(|c| c.is_ascii_digit());
        if self.first() == Some('.') {
            self.at += 1;
            self.digits(|c| c.is_ascii_digit());
        }
        let Some(exponent) = self.rest().strip_prefix(['e', 'E']) else {
            return;
        };
        let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if digits.starts_with(|c: char| c.is_ascii_digit()) {
            self.at += 1 + exponent.len() - digits.len();
            self.digits(|c| c.is_ascii_digit());
        }
    }

    fn digits(&mut self, is_digit: impl Fn(char) -> bool) {
        let rest = self.rest();
        let length = rest.find(|c| !is_digit(c) && c != '_');
        self.at += length.unwrap_or(rest.len());
    }

    /// Reads a regular expression that begins at this token.
    pub(super) fn pattern(&mut self, slash: Token) -> Read<Token> {
        self.at = slash.start + 1;
        let mut in_class = false;
        loop {
            let Some(c) = self.first().filter(|c| !is_line_end(*c)) else {
                return self.unclosed("regular expression", slash.start, self.at);
            };
            self.at += c.len_utf8();
            match c {
                '\\' => {
                    let escaped = self.first().filter(|c| !is_line_end(*c));
                    self.at += escaped.map_or(0, char::len_utf8);
                }
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => break,
                _ => {}
            }
        }
        let body = &self.code[slash.start + 1..self.at - 1];
        let flags = self.at;
        while let Some(c) = self.first().filter(|c| continues_name(*c)) {
            self.at += c.len_utf8();
        }
        check_flags(&self.code[flags..self.at])?;
        check_pattern(body)?;
        self.mark(Region::Pattern, slash.start, self.at);
        Ok(Token {
            kind: Kind::Text,
            end: self.at,
            ..slash
        })
    }
}

/// The base of a number that says so itself.
fn radix(rest: &str) -> Option<u32> {
    match rest.get(..2)? {
        "0x" | "0X" => Some(16),
        "0o" | "0O" => Some(8),
        "0b" | "0B" => Some(2),
        _ => None,
    }
}

fn check_flags(flags: &str) -> Read<()> {
    let repeats = |(at, flag): (usize, char)| flags[..at].contains(flag);
    if let Some(flag) = flags.chars().find(|flag| !"dgimsuvy".contains(*flag)) {
        return problem(format!("a regular expression has no flag `{flag}`"));
    }
    if flags.char_indices().any(repeats) {
        return problem(format!("a flag stands twice in {}", quote(flags)));
    }
    Ok(())
}

/// Finds the mistakes in a regular expression that need no knowledge of its flags.
pub(super) fn check_pattern(body: &str) -> Read<()> {
    let (mut open, mut in_class) = (0_usize, false);
    let mut chars = body.chars();
    if body.starts_with(['*', '+', '?']) {
        return problem(format!(
            "nothing stands before {} in a regular expression",
            quote(&body[..1])
        ));
    }
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => open += 1,
            ')' if !in_class && open == 0 => {
                return problem(format!(
                    "`)` closes nothing in the regular expression {}",
                    quote(body)
                ));
            }
            ')' if !in_class => open -= 1,
            _ => {}
        }
    }
    if open > 0 || in_class {
        let bracket = if in_class { '[' } else { '(' };
        return problem(format!(
            "`{bracket}` is not closed in the regular expression {}",
            quote(body)
        ));
    }
    Ok(())
}

/// What a string says, with its escapes resolved.
pub(super) fn cook(literal: &str) -> String {
    let inside = literal
        .get(1..literal.len().saturating_sub(1))
        .unwrap_or_default();
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = escaped(&rest[at + 1..], &mut out);
    }
    out.push_str(rest);
    out
}

/// Writes what an escape stands for, and returns what follows it.
fn escaped<'r>(rest: &'r str, out: &mut String) -> &'r str {
    let Some(c) = rest.chars().next() else {
        return rest;
    };
    let after = &rest[c.len_utf8()..];
    match c {
        'n' => out.push('\n'),
        't' => out.push('\t'),
        'r' => out.push('\r'),
        '0' => out.push('\0'),
        '\r' => return after.strip_prefix('\n').unwrap_or(after),
        '\n' | '\u{2028}' | '\u{2029}' => {}
        'x' | 'u' => return code_point(c, after, out),
        _ => out.push(c),
    }
    after
}

fn code_point<'r>(kind: char, rest: &'r str, out: &mut String) -> &'r str {
    let length = if kind == 'x' { 2 } else { 4 };
    let braced = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
    let plain = rest.get(..length).zip(rest.get(length..));
    let Some((digits, after)) = braced.or(plain) else {
        return rest;
    };
    let code = u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32);
    out.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
    after
}
