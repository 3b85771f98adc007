//! Which bytes become entities, and the scan that finds them.
//!
//! One table serves text and attribute values, because every attribute value is written between double
//! quotes. It holds what the HTML parser would change or act on: `&`, `<`, `>`, `"`, the carriage return
//! that it normalises to a line feed, and the NUL that it drops
//! (<https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream>).
//! The macro crate escapes literals at compile time with a copy of this table; `tests/parity` compares
//! the two over all of ASCII.

/// Bytes looked at in one step; small enough for one vector register.
const STEP: usize = 16;

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
    let mut rest = text;
    while let Some((at, entity)) = find(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(entity);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The first byte that needs an entity.
fn find(bytes: &[u8]) -> Option<(usize, &'static str)> {
    let mut at = 0;
    for step in bytes.chunks_exact(STEP) {
        // A fold without early exit, which the compiler turns into vector compares.
        if step.iter().fold(false, |hit, &byte| hit | is_special(byte)) {
            break;
        }
        at += STEP;
    }
    let mut rest = bytes[at..].iter().enumerate();
    rest.find_map(|(i, &byte)| entity(byte).map(|e| (at + i, e)))
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches it becomes vector code"
)]
const fn is_special(byte: u8) -> bool {
    (byte == b'&')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'"')
        | (byte == b'\r')
        | (byte == 0)
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
        }
    }

    #[test]
    fn every_position_of_a_long_text_is_found() {
        for length in 0..70 {
            for at in 0..length {
                let mut text = vec![b'x'; length];
                text[at] = b'<';
                let text = String::from_utf8(text).expect("ASCII");
                assert_eq!(escaped(&text), text.replace('<', "&lt;"));
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
    }
}
