//! The plain code of attributes: requests, and signals that are set to values.
//!
//! A test has no JavaScript. What typed attributes and actions print is mostly no more than this, and anything else is
//! refused with words, never guessed. <https://data-star.dev/guide/datastar_expressions>

use serde_json::Value;

use super::super::error::Error;
use super::value::number;

/// A statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Statement {
    /// `$a.b = 1`
    Set(String, Expression),
    /// `@post('/x', {…})`
    Action(String, Vec<Expression>),
    /// `console.error('…')`, which actions that cannot be are written as.
    Complaint(String),
    /// `evt.preventDefault()`, which is nothing here.
    Nothing,
}

/// What has a value without JavaScript.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expression {
    Value(Value),
    Object(Vec<(String, Self)>),
    Array(Vec<Self>),
    /// `$a.b`
    Signal(String),
    /// `el.value`
    Property(String),
    Not(Box<Self>),
    /// `a + b`
    Sum(Box<Self>, Box<Self>),
    /// `encodeURIComponent(a)`
    Encoded(Box<Self>),
    /// A parameter of a route that is left out if it is null: what stands before it, and the value.
    Optional(String, Box<Self>),
}

/// Reads code, if it is plain.
pub(super) fn statements(code: &str) -> Result<Vec<Statement>, Error> {
    let mut reader = Reader { rest: code.trim() };
    let mut statements = Vec::new();
    while !reader.is_end() {
        if !reader.takes(";") {
            let statement = reader
                .statement()
                .filter(|_| reader.is_end() || reader.sees(";"));
            statements.push(statement.ok_or_else(|| refused(code))?);
        }
    }
    Ok(statements)
}

/// Reads one expression, if it is plain.
pub(super) fn expression(code: &str) -> Option<Expression> {
    let mut reader = Reader { rest: code };
    reader.expression().filter(|_| reader.is_end())
}

/// The string that a text begins with.
pub(super) fn string(code: &str) -> Option<String> {
    let mut reader = Reader {
        rest: code.trim_start(),
    };
    let is_string = reader.rest.starts_with(['\'', '"']);
    is_string.then(|| reader.string()).flatten()
}

fn refused(code: &str) -> Error {
    Error::new(format!(
        "a test runs no JavaScript, only requests such as `@post('/x')` and signals that are set to plain values, such as \
         `$a = 1`; this is more: `{code}`; write what it does: `page.set(\"a\", 1)` for a signal, `page.send(post(\"/x\"))` for a request"
    ))
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn is_end(&mut self) -> bool {
        self.skip();
        self.rest.is_empty()
    }

    fn sees(&mut self, text: &str) -> bool {
        self.skip();
        self.rest.starts_with(text)
    }

    fn takes(&mut self, text: &str) -> bool {
        self.skip();
        let after = self.rest.strip_prefix(text);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let (taken, rest) = self
            .rest
            .split_at(self.rest.find(|c| !fits(c)).unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn statement(&mut self) -> Option<Statement> {
        if self.takes("@") {
            let name = self.take_while(|c| c.is_ascii_alphanumeric()).to_owned();
            return Some(Statement::Action(name, self.list("(", ")")?));
        }
        if self.takes("evt.preventDefault()") {
            return Some(Statement::Nothing);
        }
        if self.takes("console.error") {
            let words = self.list("(", ")")?;
            let [Expression::Value(Value::String(words))] = &words[..] else {
                return None;
            };
            return Some(Statement::Complaint(words.clone()));
        }
        let path = self.signal()?;
        let adds = self.takes("+=");
        if !adds && (self.sees("==") || !self.takes("=")) {
            return None;
        }
        let value = self.expression()?;
        let value = if adds {
            let before = Expression::Signal(path.clone());
            Expression::Sum(Box::new(before), Box::new(value))
        } else {
            value
        };
        Some(Statement::Set(path, value))
    }

    /// `$a.b`: words with single dots and hyphens between them.
    fn signal(&mut self) -> Option<String> {
        self.skip();
        let rest = self.rest.strip_prefix('$')?;
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = rest
            .find(|c| !(is_word(c) || c == '.' || c == '-'))
            .unwrap_or(rest.len());
        let path = rest[..end].trim_end_matches(['.', '-']);
        let words: Vec<_> = path.split(['.', '-']).collect();
        let behind = &rest[path.len()..];
        let goes_on = behind.starts_with(['.', '[', '(', '?', '-']);
        if words.iter().any(|word| word.is_empty()) || goes_on && !behind.starts_with("--") {
            return None;
        }
        self.rest = behind;
        Some(path.to_owned())
    }

    fn expression(&mut self) -> Option<Expression> {
        let mut left = self.operand()?;
        while self.sees("+") && !self.sees("+=") && !self.sees("++") {
            self.takes("+");
            left = Expression::Sum(Box::new(left), Box::new(self.operand()?));
        }
        Some(left)
    }

    fn operand(&mut self) -> Option<Expression> {
        const SEGMENT: &str = crate::data::action::url::GUARD;
        const OPTIONAL: &str = "(value => value == null ? '' : '";
        self.skip();
        if self.takes(SEGMENT) || self.takes("encodeURIComponent") {
            return Some(Expression::Encoded(self.only_argument()?));
        }
        if self.takes(OPTIONAL) {
            let (before, rest) = self.rest.split_once("' + encodeURIComponent(value))")?;
            self.rest = rest;
            return Some(Expression::Optional(
                before.to_owned(),
                self.only_argument()?,
            ));
        }
        match self.rest.chars().next()? {
            '$' => self.signal().map(Expression::Signal),
            '\'' | '"' => self.string().map(|text| Expression::Value(text.into())),
            '/' => self.pattern().map(|text| Expression::Value(text.into())),
            '{' => self.object(),
            '[' => self.list("[", "]").map(Expression::Array),
            '(' => Some(*self.only_argument()?),
            '!' => {
                self.takes("!");
                Some(Expression::Not(Box::new(self.operand()?)))
            }
            '-' | '.' | '0'..='9' => self.number(),
            _ => self.word(),
        }
    }

    fn only_argument(&mut self) -> Option<Box<Expression>> {
        let mut arguments = self.list("(", ")")?;
        let only = arguments.pop();
        only.filter(|_| arguments.is_empty()).map(Box::new)
    }

    fn list(&mut self, open: &str, close: &str) -> Option<Vec<Expression>> {
        let mut list = Vec::new();
        if !self.takes(open) {
            return None;
        }
        while !self.takes(close) {
            list.push(self.expression()?);
            if !self.takes(",") && !self.sees(close) {
                return None;
            }
        }
        Some(list)
    }

    fn object(&mut self) -> Option<Expression> {
        let mut entries = Vec::new();
        self.takes("{");
        while !self.takes("}") {
            self.skip();
            let is_string = self.rest.starts_with(['\'', '"']);
            let key = if is_string {
                self.string()?
            } else {
                self.take_while(|c| c.is_ascii_alphanumeric() || c == '_')
                    .to_owned()
            };
            if !self.takes(":") {
                return None;
            }
            entries.push((key, self.expression()?));
            if !self.takes(",") && !self.sees("}") {
                return None;
            }
        }
        Some(Expression::Object(entries))
    }

    fn word(&mut self) -> Option<Expression> {
        let word = self.take_while(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_');
        Some(match word {
            "true" => Expression::Value(true.into()),
            "false" => Expression::Value(false.into()),
            "null" | "undefined" => Expression::Value(Value::Null),
            "el.value" | "evt.target.value" => Expression::Property("value".to_owned()),
            "el.checked" | "evt.target.checked" => Expression::Property("checked".to_owned()),
            _ => return None,
        })
    }

    fn number(&mut self) -> Option<Expression> {
        let sign = if self.takes("-") { -1.0 } else { 1.0 };
        let text = self.take_while(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E'));
        number(sign * text.parse::<f64>().ok()?).map(Expression::Value)
    }

    /// `/(^|\.)_/`: what stands between the slashes.
    fn pattern(&mut self) -> Option<String> {
        let text = self.rest.strip_prefix('/')?;
        let mut is_escaped = false;
        let end = text.find(|c| {
            let ends = c == '/' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        })?;
        self.rest = &text[end + 1..];
        Some(text[..end].to_owned())
    }

    fn string(&mut self) -> Option<String> {
        let quote = self.rest.chars().next()?;
        let mut units: Vec<u16> = Vec::new();
        let mut chars = self.rest[1..].chars();
        loop {
            let mut unit = [0; 2];
            match chars.next()? {
                c if c == quote => break,
                '\\' => units.extend_from_slice(escape(&mut chars)?.encode(&mut unit)),
                c => units.extend_from_slice(c.encode_utf16(&mut unit)),
            }
        }
        self.rest = chars.as_str();
        Some(String::from_utf16_lossy(&units))
    }
}

/// A character, or half of one.
enum Unit {
    Character(char),
    Half(u16),
}

impl Unit {
    fn encode(self, room: &mut [u16; 2]) -> &[u16] {
        match self {
            Self::Character(c) => c.encode_utf16(room),
            Self::Half(unit) => {
                room[0] = unit;
                &room[..1]
            }
        }
    }
}

fn escape(chars: &mut std::str::Chars<'_>) -> Option<Unit> {
    let digits = match chars.next()? {
        'n' => return Some(Unit::Character('\n')),
        't' => return Some(Unit::Character('\t')),
        'r' => return Some(Unit::Character('\r')),
        'b' => return Some(Unit::Character('\u{8}')),
        'f' => return Some(Unit::Character('\u{c}')),
        'u' => 4,
        'x' => 2,
        c => return Some(Unit::Character(c)),
    };
    let text = chars.as_str().get(..digits)?;
    *chars = chars.as_str()[digits..].chars();
    u16::from_str_radix(text, 16).ok().map(Unit::Half)
}

#[cfg(test)]
mod tests;
