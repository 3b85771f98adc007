//! Values as the JSON that Datastar reads.
//!
//! Ordinary JSON is not enough: a backslash before a closing quote derails the client's statement splitter and
//! stops the whole page, `null` deletes a signal, keys such as `__proto__` reach `Object.prototype`, and
//! integers beyond 2^53 change on the way. So strings are written with every character escaped that some layer
//! could act on, and what cannot arrive as it was sent is an error that names the field.
//! <https://data-star.dev/guide/reactive_signals>

mod error;
mod key;
mod path;
mod script;
mod serializer;
mod string;

pub use error::SignalsError;
pub use script::JsonScript;

use serde::Serialize;

pub(crate) use key::check_path;
pub(crate) use path::Path;
use serializer::{Serializer, Written};

/// How deep arrays and objects may nest, in what is sent and in what is read.
pub(crate) const MAX_DEPTH: usize = 64;

/// Serialises a set of signals, which must be an object.
pub(crate) fn object<T: Serialize + ?Sized>(signals: &T) -> Result<String, SignalsError> {
    let json = value(signals)?;
    if json.starts_with('{') {
        Ok(json)
    } else {
        Err(SignalsError::not_an_object())
    }
}

/// Serialises the value of one signal.
pub(crate) fn value<T: Serialize + ?Sized>(signal: &T) -> Result<String, SignalsError> {
    some_value(signal)?.ok_or_else(SignalsError::nothing)
}

/// Serialises the value of one signal, unless it is null.
pub(crate) fn some_value<T: Serialize + ?Sized>(
    signal: &T,
) -> Result<Option<String>, SignalsError> {
    let mut json = String::with_capacity(128);
    match signal.serialize(Serializer::new(&mut json))? {
        Written::Value => Ok(Some(json)),
        Written::Nothing => Ok(None),
    }
}

#[cfg(test)]
mod tests;
