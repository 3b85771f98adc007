//! Strings whose characters are escaped as `\uXXXX`, so that only JSON can read meaning into them.

/// Appends `text` as a JSON string that is inert in attributes, expressions, scripts and event streams.
pub(super) fn write_string(text: &str, out: &mut String) {
    out.push('"');
    escape(text, is_active, out);
    out.push('"');
}

/// Appends `text`, with the characters that `special` picks written as `\uXXXX`.
pub(super) fn escape(text: &str, special: fn(char) -> bool, out: &mut String) {
    let (mut done, mut next) = (0, 0);
    while let Some(found) = text.as_bytes()[next..]
        .iter()
        .position(|byte| SUSPECTS[usize::from(*byte)])
    {
        let at = next + found;
        let Some(char) = text[at..].chars().next() else {
            break;
        };
        next = at + char.len_utf8();
        if special(char) {
            out.push_str(&text[done..at]);
            push_escape(char, out);
            done = next;
        }
    }
    out.push_str(&text[done..]);
}

/// The first bytes of all characters that may be special: ASCII but for the most common, and those of U+2028,
/// U+2029 and U+FEFF.
const SUSPECTS: [bool; 256] = {
    let mut suspects = [false; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        let is_common =
            byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'_' | b'.' | b',' | b':' | b'-');
        suspects[byte as usize] = !is_common;
        byte += 1;
    }
    suspects[0xE2] = true;
    suspects[0xEF] = true;
    suspects
};

/// The characters that some layer between here and the signal acts on.
///
/// `\` `"` and controls are JSON's; quotes, `;` `/` `$` `@` and the back-tick are the client's expression
/// scanner's; `<` `>` `&` are HTML's; the line separators are JavaScript's; U+FEFF is swallowed by decoders.
fn is_active(char: char) -> bool {
    matches!(
        char,
        '\\' | '"' | '\'' | '<' | '>' | '&' | ';' | '$' | '@' | '/' | '`'
    ) || char.is_ascii_control()
        || matches!(char, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

fn push_escape(char: char, out: &mut String) {
    let code = u32::from(char);
    out.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        out.extend(char::from_digit(code >> shift & 0xF, 16));
    }
}
