//! Strings whose characters are escaped as `\uXXXX`, so that only JSON can read meaning into them.

/// Appends `text` as a JSON string that is inert in attributes, expressions, scripts and event streams.
pub(super) fn write_string(text: &str, out: &mut String) {
    out.push('"');
    escape(text, is_active, out);
    out.push('"');
}

/// Appends `text`, with the characters that `special` picks written as `\uXXXX`.
pub(super) fn escape(text: &str, special: fn(char) -> bool, out: &mut String) {
    let mut rest = text;
    while let Some((at, char)) = rest.char_indices().find(|&(_, char)| special(char)) {
        out.push_str(&rest[..at]);
        push_escape(char, out);
        rest = &rest[at + char.len_utf8()..];
    }
    out.push_str(rest);
}

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
