//! What plain code is worth, by the rules of JavaScript.

use regex::Regex;
use serde_json::{Map, Number, Value};

use super::super::error::Error;
use super::code::Expression;

/// What expressions ask for.
pub(super) trait Place {
    /// The value of a signal; one that is not there is an empty text, as for the client.
    fn signal(&self, path: &str) -> Value;
    /// A property of the element.
    fn property(&self, name: &str) -> Option<Value>;
}

impl Expression {
    /// The value.
    pub(super) fn value(&self, place: &impl Place) -> Result<Value, Error> {
        Ok(match self {
            Self::Value(value) => value.clone(),
            Self::Signal(path) => place.signal(path),
            Self::Property(name) => place.property(name).ok_or_else(|| {
                Error::new(format!(
                    "`el.{name}` is read, and there is no element that has it"
                ))
            })?,
            Self::Not(value) => (!is_true(&value.value(place)?)).into(),
            Self::Sum(left, right) => sum(&left.value(place)?, &right.value(place)?),
            Self::Encoded(value) => encode(&text(&value.value(place)?)).into(),
            Self::Optional(before, value) => match value.value(place)? {
                Value::Null => "".into(),
                value => [before, encode(&text(&value)).as_str()].concat().into(),
            },
            Self::Array(list) => list
                .iter()
                .map(|it| it.value(place))
                .collect::<Result<_, _>>()?,
            Self::Object(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, it)| Ok((key.clone(), it.value(place)?)));
                Value::Object(entries.collect::<Result<Map<_, _>, Error>>()?)
            }
        })
    }
}

fn sum(left: &Value, right: &Value) -> Value {
    match (left.as_f64(), right.as_f64()) {
        (Some(left), Some(right)) => number(left + right).unwrap_or_default(),
        _ => [text(left), text(right)].concat().into(),
    }
}

/// <https://tc39.es/ecma262/#sec-toboolean>
pub(super) fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// <https://tc39.es/ecma262/#sec-tostring>
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(it) => it
            .as_f64()
            .and_then(number)
            .map_or_else(String::new, |it| it.to_string()),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// <https://tc39.es/ecma262/#sec-encodeuricomponent-uricomponent>
fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A number as JSON has it: whole ones without a point.
#[expect(
    clippy::cast_possible_truncation,
    reason = "only whole numbers that fit"
)]
pub(super) fn number(value: f64) -> Option<Value> {
    const SAFE: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= SAFE {
        return Some(Value::from(value as i64));
    }
    Number::from_f64(value).map(Value::Number)
}

/// A pattern of a filter, as the client reads it: one slash at each end is no part of it.
pub(super) fn regex(pattern: &str) -> Result<Regex, Error> {
    let inside = pattern.strip_prefix('/').unwrap_or(pattern);
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    // What this library writes for "nothing"; patterns of Rust have no lookahead.
    let inside = if inside == "(?!)" { r"[^\s\S]" } else { inside };
    Regex::new(inside).map_err(|error| {
        Error::new(format!(
            "the filter `{pattern}` cannot be read here: {error}"
        ))
    })
}
