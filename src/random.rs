//! Numbers that nobody foresees.

#[cfg(feature = "stream")]
use std::hash::{BuildHasher as _, Hasher as _, RandomState};

/// A number that tells one log, process or store from all others; no secret.
#[cfg(feature = "stream")]
pub(crate) fn number() -> u64 {
    // Random, as the keys of hash maps are.
    RandomState::new().build_hasher().finish()
}

/// Bytes for a secret.
///
/// # Panics
///
/// If the operating system has no randomness to give; there are no secrets then.
#[cfg(any(feature = "csp", feature = "state"))]
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random numbers");
    bytes
}

/// 128 random bits, as 32 hexadecimal digits; it panics as [`bytes`] does.
#[cfg(any(feature = "csp", feature = "state"))]
pub(crate) fn digits() -> String {
    format!("{:032x}", u128::from_ne_bytes(bytes()))
}
