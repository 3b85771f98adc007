//! What the client writes anew before it compiles: `$name` and `@name(`.
//!
//! The client scans from left to right and knows strings, but neither comments nor regular
//! expressions nor the text of templates. The code below finds the same places.

/// The places that the client writes anew, and those that it keeps as strings.
pub(super) struct Rewrites {
    pub(super) places: Vec<usize>,
    pub(super) kept: Vec<(usize, usize)>,
}

/// Scans code as the client does.
pub(super) fn scan(code: &str) -> Rewrites {
    let mut found = Rewrites {
        places: Vec::new(),
        kept: Vec::new(),
    };
    let mut at = 0;
    while let Some(first) = code[at..].chars().next() {
        let rest = &code[at..];
        if let Some(length) = string(rest) {
            found.kept.push((at, at + length));
            at += length;
        } else if let Some(inside) = substitution(rest) {
            found.inside(at + "${".len(), inside);
            at += "${}".len() + inside.len();
        } else if let Some(length) = signal(rest).or_else(|| action(rest)) {
            found.places.push(at);
            at += length;
        } else {
            at += first.len_utf8();
        }
    }
    found
}

impl Rewrites {
    /// Inside of `${…}` there are no strings for the client.
    fn inside(&mut self, start: usize, code: &str) {
        let mut at = 0;
        while let Some(first) = code[at..].chars().next() {
            let length = signal(&code[at..]).or_else(|| action(&code[at..]));
            if length.is_some() {
                self.places.push(start + at);
            }
            at += length.unwrap_or(first.len_utf8());
        }
    }
}

/// The length of a signal, `$name.name-name`.
pub(super) fn signal(rest: &str) -> Option<usize> {
    let mut length = 1 + word(rest.strip_prefix('$')?)?;
    while let Some(more) = rest[length..].strip_prefix(['.', '-']).and_then(word) {
        length += 1 + more;
    }
    Some(length)
}

/// The length of the beginning of an action, `@name(`.
pub(super) fn action(rest: &str) -> Option<usize> {
    let name = rest.strip_prefix('@')?;
    let end = name.find(|c: char| !is_word(c) && c != '$')?;
    let is_name = !name.starts_with(|c: char| c.is_ascii_digit());
    (end > 0 && is_name && name[end..].starts_with('(')).then_some(end + "@(".len())
}

/// The length of the word at the beginning.
fn word(rest: &str) -> Option<usize> {
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    (end > 0).then_some(end)
}

pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The inside of `${…}` without braces in it.
fn substitution(rest: &str) -> Option<&str> {
    let inside = rest.strip_prefix("${")?;
    let end = inside.find(['{', '}'])?;
    inside[end..].starts_with('}').then_some(&inside[..end])
}

/// The length of a string, or of a template without `${`.
fn string(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().peekable();
    let quote = chars.next().map(|(_, c)| c)?;
    if !matches!(quote, '"' | '\'' | '`') {
        return None;
    }
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next_if(|(_, next)| !is_line_end(*next))?),
            '$' if quote == '`' && rest[at..].starts_with("${") => return None,
            _ if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}
