//! What `#[derive(Signals)]` makes of a struct, and the functions that its code calls.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::{Map, Value};

use super::{Mismatch, SignalValue};
use crate::message::{Message, eq};

/// The members of an object.
pub type Members = Map<String, Value>;

/// A struct that derives [`Signals`](macro@crate::Signals): its fields are signals.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no struct of signals",
    label = "does not derive `Signals`",
    note = "`#[serde(flatten)]` takes a struct that derives `Signals`, too"
)]
pub trait Record: SignalValue {
    /// The names of its signals.
    #[doc(hidden)]
    const NAMES: Names;

    /// Writes the fields.
    #[doc(hidden)]
    fn write_members<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error>;

    /// Reads the fields.
    #[doc(hidden)]
    fn read_members(from: &mut Members) -> Result<Self, Mismatch>;
}

/// The names of a struct's signals.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The object around them in the page; empty without one.
    pub namespace: &'static str,
    /// Those of its own fields.
    pub own: &'static [&'static str],
    /// Those of flattened structs.
    pub flattened: &'static [&'static Self],
}

impl Names {
    /// Stops the compilation if two signals have the same name.
    ///
    /// # Panics
    ///
    /// That is its purpose.
    #[track_caller]
    pub const fn check(&self) {
        let mut i = 0;
        while i < self.flattened.len() {
            if let Some(name) = self.flattened[i].common(self, i) {
                let message = Message::new("the signal `").push(name);
                panic!(
                    "{}",
                    message
                        .push("` is here twice: this flattened struct has it, and another field")
                        .as_str()
                );
            }
            i += 1;
        }
    }

    /// A name of `self` that `other` has, too, not counting its flattened structs from `end` on.
    const fn common(&self, other: &Self, end: usize) -> Option<&'static str> {
        let mut i = 0;
        while i < self.own.len() {
            if other.has(self.own[i], end) {
                return Some(self.own[i]);
            }
            i += 1;
        }
        let mut i = 0;
        while i < self.flattened.len() {
            if let Some(name) = self.flattened[i].common(other, end) {
                return Some(name);
            }
            i += 1;
        }
        None
    }

    const fn has(&self, name: &str, end: usize) -> bool {
        let mut i = 0;
        while i < self.own.len() {
            if eq(self.own[i], name) {
                return true;
            }
            i += 1;
        }
        let mut i = 0;
        while i < end {
            let inner = self.flattened[i];
            if inner.has(name, inner.flattened.len()) {
                return true;
            }
            i += 1;
        }
        false
    }
}

/// The value of a signal, for serde.
#[derive(Debug)]
pub struct Wire<'a, T>(pub &'a T);

impl<T: SignalValue> Serialize for Wire<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

pub fn write_record<T: Record, S: Serializer>(
    record: &T,
    name: &'static str,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut to = to.serialize_struct(name, T::NAMES.own.len())?;
    record.write_members(&mut to)?;
    to.end()
}

pub fn write_set<T: Record, S: Serializer>(record: &T, to: S) -> Result<S::Ok, S::Error> {
    if T::NAMES.namespace.is_empty() {
        return record.write(to);
    }
    let mut to = to.serialize_struct("", 1)?;
    to.serialize_field(T::NAMES.namespace, &Wire(record))?;
    to.end()
}

pub fn read_record<T: Record>(value: Value) -> Result<T, Mismatch> {
    match value {
        Value::Object(mut members) => T::read_members(&mut members),
        _ => Err(Mismatch::expected("an object")),
    }
}

/// The client leaves out an object without members.
pub fn missing_record<T: Record>() -> Result<T, Mismatch> {
    T::read_members(&mut Members::new())
}

pub fn read_set<T: Record>(mut signals: Members) -> Result<T, Mismatch> {
    if T::NAMES.namespace.is_empty() {
        T::read_members(&mut signals)
    } else {
        T::read_member(&mut signals, T::NAMES.namespace)
    }
}

/// A signal of a type that serde writes.
pub fn write_plain<T: Serialize, S: SerializeStruct>(
    to: &mut S,
    name: &'static str,
    value: &T,
) -> Result<(), S::Error> {
    to.serialize_field(name, value)
}

/// A signal of a type that serde reads.
pub fn optional_plain<T: serde::de::DeserializeOwned>(
    from: &mut Members,
    name: &str,
) -> Result<Option<T>, Mismatch> {
    optional(from, name, deserialize)
}

pub fn required_plain<T: serde::de::DeserializeOwned>(
    from: &mut Members,
    name: &str,
) -> Result<T, Mismatch> {
    match optional_plain(from, name)? {
        Some(value) => Ok(value),
        // An `Option` reads null as `None`; others refuse it.
        None => deserialize(Value::Null).map_err(|_| Mismatch::missing().in_member(name)),
    }
}

pub(super) fn deserialize<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, Mismatch> {
    T::deserialize(value).map_err(|error| Mismatch::custom(&error))
}

/// A signal that is there. To read a missing one creates an empty string in the client, so where a type has no
/// use for that, the signal is missing.
pub(super) fn optional<T>(
    from: &mut Members,
    name: &str,
    read: impl FnOnce(Value) -> Result<T, Mismatch>,
) -> Result<Option<T>, Mismatch> {
    let Some(value) = from.remove(name).filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let is_blank = value == "";
    match read(value) {
        Ok(value) => Ok(Some(value)),
        Err(_) if is_blank => Ok(None),
        Err(problem) => Err(problem.in_member(name)),
    }
}

/// A variant of an enum.
pub fn word<T>(
    value: &Value,
    expected: &'static str,
    variant: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Mismatch> {
    value
        .as_str()
        .and_then(variant)
        .ok_or_else(|| Mismatch::expected(expected))
}
