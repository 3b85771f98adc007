//! The top-level elements of a fragment, and whether each has an id.
//!
//! A scan, not a parser: it relies on what rendered markup guarantees, that every element is closed unless it
//! is void. It serves checks and line breaks between roots, never anything that safety rests on.

/// The elements that have no end tag.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// A top-level element.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Root<'a> {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Its start tag.
    pub(super) tag: &'a str,
}

impl Root<'_> {
    /// Whether the client finds its counterpart without a selector.
    pub(super) fn has_target(&self) -> bool {
        matches!(
            name(self.tag).to_ascii_lowercase().as_str(),
            "html" | "head" | "body"
        ) || has_id(self.tag)
    }
}

/// The top-level elements of `markup`.
pub(super) fn roots(markup: &str) -> Vec<Root<'_>> {
    let mut roots = Vec::new();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(found) = markup[at..].find('<') {
        let start = at + found;
        let tag = tag(&markup[start..]);
        at = start + tag.len();
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if tag.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic) {
            if depth == 0 {
                roots.push(Root { start, tag });
            }
            depth += usize::from(has_end(tag));
            at += code_len(tag, &markup[at..]);
        }
    }
    roots
}

/// The tag or comment that `markup` begins with.
fn tag(markup: &str) -> &str {
    if markup.starts_with("<!--") {
        return markup.find("-->").map_or(markup, |end| &markup[..end + 3]);
    }
    if !markup[1..]
        .starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!'))
    {
        return &markup[..1];
    }
    let mut quote = None;
    for (at, byte) in markup.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return &markup[..=at],
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    markup
}

/// The name of an element, from its start tag.
fn name(tag: &str) -> &str {
    let rest = tag.trim_start_matches('<');
    let end = rest.find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>'));
    &rest[..end.unwrap_or(rest.len())]
}

/// Whether an element goes on after its start tag.
fn has_end(tag: &str) -> bool {
    !tag.ends_with("/>") && !VOID.contains(&name(tag))
}

/// The length of the code that follows the start tag of a script or style sheet.
fn code_len(tag: &str, rest: &str) -> usize {
    let end = match name(tag) {
        "script" => "</script",
        "style" => "</style",
        _ => return 0,
    };
    rest.find(end).unwrap_or(rest.len())
}

/// Whether a start tag has an id that is not empty.
fn has_id(tag: &str) -> bool {
    let mut rest = &tag[name(tag).len() + 1..];
    while let Some((name, value, after)) = attribute(rest) {
        if name.eq_ignore_ascii_case("id") {
            return !value.is_empty();
        }
        rest = after;
    }
    false
}

/// Splits off the first attribute: its name, its value and what follows.
fn attribute(tag: &str) -> Option<(&str, &str, &str)> {
    let tag = tag.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == '/');
    let end =
        tag.find(|char: char| char.is_ascii_whitespace() || matches!(char, '=' | '>' | '/'))?;
    let (name, rest) = tag.split_at(end);
    if name.is_empty() && !rest.starts_with('=') {
        return None;
    }
    let Some(value) = rest
        .trim_ascii_start()
        .strip_prefix('=')
        .map(str::trim_ascii_start)
    else {
        return Some((name, "", rest));
    };
    let (value, after) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split_once(quote)?,
        _ => value.split_at(value.find(|char: char| char.is_ascii_whitespace() || char == '>')?),
    };
    Some((name, value, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markup: &str) -> Vec<(usize, bool)> {
        roots(markup)
            .iter()
            .map(|root| (root.start, root.has_target()))
            .collect()
    }

    #[test]
    fn roots_are_found() {
        assert_eq!(found(""), []);
        assert_eq!(found("text < 1 <!-- <p> --> "), []);
        assert_eq!(
            found("<p id=a>x<b></b></p><br><i></i>"),
            [(0, true), (20, false), (24, false)]
        );
        assert_eq!(
            found("<script id=\"s\">\"<p>\"</script><circle/><g ID='x'></g>"),
            [(0, true), (29, false), (38, true)]
        );
        assert_eq!(found("<body></body>"), [(0, true)]);
    }

    #[test]
    fn an_id_is_an_attribute_of_its_own() {
        for tag in [
            "<p title=' id=x'>",
            "<p data-id=x>",
            "<p id>",
            "<p id=\"\">",
            "<p>",
            "<p idle=1/>",
            "<p =id=x>",
        ] {
            assert_eq!(found(tag), [(0, false)], "{tag}");
        }
        for tag in ["<p hidden id=x>", "<p title='>' id = \"x\">", "<p\nid=x\n>"] {
            assert_eq!(found(tag), [(0, true)], "{tag}");
        }
    }

    #[test]
    fn broken_markup_ends_the_scan() {
        for markup in [
            "<",
            "</",
            "<p",
            "<p id=\"",
            "<p id",
            "<!--",
            "<p =",
            "</p></p><p id=x>",
            "<é id=x>",
        ] {
            let _ = found(markup);
        }
    }
}
