//! Values of JavaScript, read back exactly.

use std::collections::BTreeMap;

use rquickjs::{Ctx, FromJs, Type};

/// A value of the page.
///
/// Two values are equal if `Object.is` says so, except that `0` and `-0` are equal, too, as in JSON.
#[derive(Debug, Clone)]
pub enum Value {
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, which may be `NaN` or infinite.
    Number(f64),
    /// A string without lone surrogates.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// The own, enumerable, named properties of any other object.
    Object(BTreeMap<String, Value>),
    /// A function, a symbol, a large integer: what it is called in `QuickJS`.
    Other(&'static str),
}

impl Value {
    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// A property of an object, by its path with dots.
    pub fn get(&self, path: &str) -> Option<&Self> {
        path.split('.').try_fold(self, |value, name| match value {
            Self::Object(members) => members.get(name),
            _ => None,
        })
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Undefined, Self::Undefined) | (Self::Null, Self::Null) => true,
            (Self::Bool(one), Self::Bool(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => {
                one == other || one.is_nan() && other.is_nan()
            }
            (Self::String(one), Self::String(other)) => one == other,
            (Self::Array(one), Self::Array(other)) => one == other,
            (Self::Object(one), Self::Object(other)) => one == other,
            (Self::Other(one), Self::Other(other)) => one == other,
            _ => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(bool: bool) -> Self {
        Self::Bool(bool)
    }
}

impl From<&serde_json::Value> for Value {
    fn from(json: &serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match json {
            Json::Null => Self::Null,
            Json::Bool(bool) => Self::Bool(*bool),
            Json::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Json::String(text) => Self::String(text.clone()),
            Json::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Json::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}

impl PartialEq<serde_json::Value> for Value {
    fn eq(&self, other: &serde_json::Value) -> bool {
        let other = Self::from(other);
        *self == other
    }
}

impl<'js> FromJs<'js> for Value {
    fn from_js(ctx: &Ctx<'js>, value: rquickjs::Value<'js>) -> rquickjs::Result<Self> {
        Ok(match value.type_of() {
            Type::Undefined | Type::Uninitialized => Self::Undefined,
            Type::Null => Self::Null,
            Type::Bool => Self::Bool(value.get()?),
            Type::Int | Type::Float => Self::Number(value.get()?),
            Type::String => Self::String(value.get()?),
            Type::Array => Self::Array(Vec::from_js(ctx, value)?),
            Type::Object | Type::Exception | Type::Proxy => {
                Self::Object(BTreeMap::from_js(ctx, value)?)
            }
            other => Self::Other(other.as_str()),
        })
    }
}
