//! Which bytes become entities, and the scan that finds them.
//!
//! One table serves text and attribute values, because every attribute value is written between double
//! quotes. It holds what the HTML parser would change or act on: `&`, `<`, `>`, `"`, the carriage return
//! that it normalises to a line feed, and the NUL that it drops
//! (<https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream>).
//! The macro crate escapes literals at compile time with a copy of this table; `tests/parity` compares
//! the two over all of ASCII.

/// The entity that stands for `byte`, if it cannot stand for itself.
const fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\r' => Some("&#13;"),
        // No entity yields U+0000; the replacement character is what the tokenizer uses elsewhere.
        0 => Some("\u{FFFD}"),
        _ => None,
    }
}

/// Appends `text` to `out` with every byte of the table replaced by its entity.
pub(crate) fn escape_to(text: &str, out: &mut String) {
    // Most texts are clean, and one copy does.
    match find(text.as_bytes()) {
        None => out.push_str(text),
        Some(at) => escape_from(at, text, out),
    }
}

/// The same for a text whose first entity is known.
#[inline(never)]
fn escape_from(first: usize, text: &str, out: &mut String) {
    out.reserve(text.len() + 16);
    let mut rest = text;
    let mut next = Some(first);
    while let Some((at, entity)) = next.and_then(|at| Some((at, entity(rest.as_bytes()[at])?))) {
        out.push_str(&rest[..at]);
        out.push_str(entity);
        rest = &rest[at + 1..];
        next = find(rest.as_bytes());
    }
    out.push_str(rest);
}

/// Where the first byte that needs an entity is.
///
/// Looks at whole blocks, and at the end at the last block, which overlaps the one before: a tail byte by byte
/// would cost short texts more than all the rest.
#[inline]
fn find(bytes: &[u8]) -> Option<usize> {
    let is_clean = match bytes {
        [] => true,
        _ if bytes.len() > 16 => return find_long(bytes),
        _ => match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            (Some(first), Some(last)) => {
                (specials(u64::from_le_bytes(*first)) | specials(u64::from_le_bytes(*last))) == 0
            }
            _ => specials(short(bytes)) == 0,
        },
    };
    if is_clean { None } else { position(bytes) }
}

/// One to seven bytes as a word, some of them twice.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => {
            let (first, middle, last) = (bytes[0], bytes[bytes.len() / 2], bytes[bytes.len() - 1]);
            u64::from_le_bytes([first, middle, last, first, first, first, first, first])
        }
    }
}

/// More than one block.
fn find_long(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len() - 16;
    let mut start = 0;
    while let Some(block) = bytes[start..].first_chunk() {
        if has_special(block) {
            return position(block).map(|at| start + at);
        }
        if start == last {
            return None;
        }
        start = (start + 16).min(last);
    }
    None
}

/// Without an early exit, so that the compiler compares all bytes at once.
#[inline]
fn has_special(block: &[u8; 16]) -> bool {
    let mut hit = false;
    for &byte in block {
        hit |= is_special(byte);
    }
    hit
}

fn position(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|&byte| is_special(byte))
}

/// `byte` in all lanes of a word.
const fn lanes(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Not zero if one of eight bytes is special.
#[inline]
const fn specials(word: u64) -> u64 {
    // Bits that differ only between `&` and `"`, and between `<` and `>`, are set first: one test for both.
    zeros((word | lanes(4)) ^ lanes(b'&'))
        | zeros((word | lanes(2)) ^ lanes(b'>'))
        | zeros(word ^ lanes(b'\r'))
        | zeros(word)
}

/// Not zero if one of eight bytes is zero: only then does a subtraction borrow into a lane's top bit.
#[inline]
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(lanes(1)) & !word & lanes(0x80)
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches it becomes vector code"
)]
const fn is_special(byte: u8) -> bool {
    (byte | 4 == b'&') | (byte | 2 == b'>') | (byte == b'\r') | (byte == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape_to(text, &mut out);
        out
    }

    #[test]
    fn the_two_tables_agree() {
        for byte in 0..=u8::MAX {
            assert_eq!(is_special(byte), entity(byte).is_some(), "{byte:#x}");
            assert_eq!(
                specials(lanes(b'x') ^ u64::from(byte ^ b'x') << 24) != 0,
                is_special(byte),
                "{byte:#x}"
            );
        }
    }

    #[test]
    fn every_position_of_a_long_text_is_found() {
        for length in 0..70 {
            assert_eq!(escaped(&"x".repeat(length)), "x".repeat(length));
            for at in 0..length {
                let mut text = vec![b'x'; length];
                text[at] = b'<';
                let text = String::from_utf8(text).expect("ASCII");
                assert_eq!(escaped(&text), text.replace('<', "&lt;"));
            }
        }
    }

    #[test]
    fn blocks_find_what_a_plain_loop_finds() {
        let plain = |text: &str| -> String {
            let entities = text.bytes().map(|byte| entity(byte).map(str::to_owned));
            let chars = entities.zip(text.chars());
            chars
                .map(|(e, c)| e.unwrap_or_else(|| c.to_string()))
                .collect()
        };
        for length in 1..40 {
            for (first, second) in (0..length).flat_map(|i| (0..length).map(move |j| (i, j))) {
                for (a, b) in [
                    "&\"",
                    "<>",
                    "\r\0",
                    "%#",
                    "=?",
                    "\u{1}\u{c}",
                    "'$",
                    "\u{7f}\u{e}",
                ]
                .map(|pair| (pair.as_bytes()[0], pair.as_bytes()[1]))
                {
                    let mut text = vec![b'x'; length];
                    (text[first], text[second]) = (a, b);
                    let text = String::from_utf8(text).expect("ASCII");
                    assert_eq!(escaped(&text), plain(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn specials_become_entities() {
        assert_eq!(
            escaped("<a b=\"c\">&'`"),
            "&lt;a b=&quot;c&quot;&gt;&amp;'`"
        );
        assert_eq!(escaped("a\r\nb\0c"), "a&#13;\nb\u{FFFD}c");
        assert_eq!(escaped("ünï <😀>"), "ünï &lt;😀&gt;");
        assert_eq!(escaped("ø\u{3c}¼¾¢\u{a6}"), "ø&lt;¼¾¢¦");
    }
}
