//! The names of attributes as they are written: the parser makes their letters small, and drops what is there twice.

/// The names in a start tag, each with its place in it.
pub(super) fn names(tag: &str) -> Vec<(usize, &str)> {
    let mut names = Vec::new();
    let mut at = name_end(tag, 1);
    loop {
        at = skip(tag, at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        if at >= tag.len() || tag.as_bytes()[at] == b'>' {
            return names;
        }
        // An equals sign at the beginning is part of the name.
        let end = skip(tag, at + 1, |byte| !ends_name(byte) && byte != b'=');
        names.push((at, &tag[at..end]));
        at = value_end(tag, end);
    }
}

/// The names that a slash cuts in two, each with all that was meant to be one, up to its value.
pub(super) fn cut(tag: &str) -> impl Iterator<Item = (usize, &str)> {
    names(tag).into_iter().filter_map(|(at, name)| {
        let rest = &tag[at..];
        let goes_on = |byte: u8| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'=' | b'/');
        let behind = rest[name.len()..].strip_prefix('/')?;
        let more = skip(behind, 0, goes_on);
        (more > 0).then(|| (at, &rest[..name.len() + 1 + more]))
    })
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

fn name_end(tag: &str, start: usize) -> usize {
    skip(tag, start, |byte| !ends_name(byte))
}

/// Where a value ends that may stand behind a name.
fn value_end(tag: &str, name_end: usize) -> usize {
    let space = |byte: u8| byte.is_ascii_whitespace();
    let sign = skip(tag, name_end, space);
    if tag.as_bytes().get(sign) != Some(&b'=') {
        return name_end;
    }
    let start = skip(tag, sign + 1, space);
    match tag.as_bytes().get(start) {
        Some(quote @ (b'"' | b'\'')) => skip(tag, start + 1, |byte| byte != *quote) + 1,
        _ => skip(tag, start, |byte| !space(byte) && byte != b'>'),
    }
}

/// The first byte from `start` on that is none of these; all that are asked for are ASCII.
fn skip(tag: &str, start: usize, passes: impl Fn(u8) -> bool) -> usize {
    let rest = tag.as_bytes().get(start..).unwrap_or_default();
    let length = rest.iter().position(|byte| !passes(*byte));
    start + length.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_they_are_written() {
        let tag = "<DIV data-signals:fooBar = '1>2' B=c/d e/F \n=g=\"h\" é>";
        let found: Vec<_> = names(tag).into_iter().map(|(_, name)| name).collect();
        assert_eq!(found, ["data-signals:fooBar", "B", "e", "F", "é"],);
        assert!(
            names(tag)
                .iter()
                .all(|(at, name)| tag[*at..].starts_with(name))
        );
        for tag in ["<a", "<", "", "<a b='", "<a b=", "<a =", "<a /"] {
            let _ = names(tag);
        }
    }
}
