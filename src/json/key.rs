//! Which names a signal can have.
//!
//! The client accepts any string, but splits attribute keys at `__` and dots, cannot write most other
//! characters as `$name`, and walks into prototypes when a name says so. What is left is safe in every place
//! where a signal's name can stand.

use super::{MAX_DEPTH, SignalsError};

/// Names that every object has, and two that JSON and classes know: as signals they shadow what the client
/// calls, and in a path, which the client looks up in a plain object, they lead out of the signals.
const INHERITED: [&str; 9] = [
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "toJSON",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Checks one name.
pub(super) fn check(key: &str) -> Result<(), SignalsError> {
    let first = key.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_');
    let all = key
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    // A name that ends in `_` cannot take modifiers: `foo_` and `__ifmissing` would run together.
    let underscores = key.contains("__") || key.ends_with('_');
    if first && all && !underscores && !INHERITED.contains(&key) {
        Ok(())
    } else {
        Err(SignalsError::key(key))
    }
}

/// Checks the names of a path, such as `user.name`.
pub(crate) fn check_path(path: &str) -> Result<(), SignalsError> {
    if path.split('.').count() > MAX_DEPTH {
        return Err(SignalsError::depth().in_member(path));
    }
    path.split('.')
        .try_for_each(|name| check(name).map_err(|_| SignalsError::key(path)))
}
