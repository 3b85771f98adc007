//! The fingerprint of a file, as text, computed while the program is compiled.
//!
//! It tells one copy of the client from the next, and is no protection against a forger: 64-bit FNV-1a, one
//! step for each byte, because the compiler counts the steps of a constant.
//! <https://www.rfc-editor.org/rfc/rfc9923>

/// How many hexadecimal digits a fingerprint has.
pub(super) const LENGTH: usize = 16;

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// The fingerprint in lower-case hexadecimal digits.
pub(super) const fn of(bytes: &[u8]) -> [u8; LENGTH] {
    let hash = fnv1a(bytes).to_be_bytes();
    let mut digits = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        let byte = hash[at / 2];
        let digit = if at % 2 == 0 { byte >> 4 } else { byte & 0xF };
        digits[at] = b"0123456789abcdef"[digit as usize];
        at += 1;
    }
    digits
}

const fn fnv1a(bytes: &[u8]) -> u64 {
    let mut hash = BASIS;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(PRIME);
        at += 1;
    }
    hash
}

/// ASCII text with a fingerprint in it; `N` is the length of all parts together.
pub(super) const fn join<const N: usize>(
    before: [&str; 3],
    digits: &[u8; LENGTH],
    after: &str,
) -> [u8; N] {
    let mut text = [0; N];
    let mut length = 0;
    let mut part = 0;
    while part < before.len() {
        length = copy(before[part].as_bytes(), &mut text, length);
        part += 1;
    }
    length = copy(digits, &mut text, length);
    length = copy(after.as_bytes(), &mut text, length);
    assert!(length == N, "the parts are as long as the text");
    text
}

/// Copies `part` to `text` from `start`, and returns where it ends.
const fn copy(part: &[u8], text: &mut [u8], start: usize) -> usize {
    let mut at = 0;
    while at < part.len() {
        text[start + at] = part[at];
        at += 1;
    }
    start + part.len()
}

/// What [`join`] made, as a string.
pub(super) const fn as_str(text: &[u8]) -> &str {
    match std::str::from_utf8(text) {
        Ok(text) => text,
        // Unreachable: the parts are strings and digits.
        Err(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_specification() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn every_digit_is_written() {
        assert_eq!(&of(b"foobar"), b"85944171f73967e8");
    }
}
