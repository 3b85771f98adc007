//! The top-level elements of a fragment, whether each has an id, and the scripts inside of them.
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
        self.is_document() || value(self.tag, "id").is_some_and(|id| !id.is_empty())
    }

    /// Whether it is a document, or its head or body.
    fn is_document(&self) -> bool {
        ["html", "head", "body"]
            .iter()
            .any(|part| name(self.tag).eq_ignore_ascii_case(part))
    }
}

/// The top-level elements of `markup`.
pub(super) fn roots(markup: &str) -> Vec<Root<'_>> {
    let mut roots = Vec::new();
    walk(markup, |depth, root| {
        if depth == 0 {
            roots.push(root);
        }
    });
    roots
}

/// The start tag of a script that the browser runs when `markup` enters the page as a fragment.
///
/// A script in a template does not run, and data of another type is no script.
pub(super) fn script(markup: &str) -> Option<&str> {
    let mut script = None;
    // How deep the template is that the walk is in.
    let mut template = None;
    walk(markup, |depth, element| {
        template = template.filter(|template| *template < depth);
        if depth == 0 && element.is_document() {
            // Nothing in a document is looked at: its scripts run once.
            template = Some(0);
        }
        match name(element.tag).to_ascii_lowercase().as_str() {
            "template" => template = template.or(Some(depth)),
            "script" if template.is_none() && is_code(element.tag) => {
                script = script.or(Some(element.tag));
            }
            _ => {}
        }
    });
    script
}

/// Gives `visit` every element with how many others it is in.
fn walk<'a>(markup: &'a str, mut visit: impl FnMut(usize, Root<'a>)) {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(found) = markup[at..].find('<') {
        let start = at + found;
        let tag = tag(&markup[start..]);
        at = start + tag.len();
        if tag.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if tag.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic) {
            visit(depth, Root { start, tag });
            depth += usize::from(has_end(tag));
            at += code_len(tag, &markup[at..]);
        }
    }
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

/// Whether the start tag of a script makes it code.
/// <https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element>
fn is_code(tag: &str) -> bool {
    let kind = value(tag, "type").unwrap_or_default().to_ascii_lowercase();
    // All the types of JavaScript there ever were, such as `application/x-javascript`.
    let has = |word: &str| kind.contains(word);
    matches!(kind.as_str(), "" | "module")
        || ["javascript", "ecmascript", "jscript", "livescript"]
            .into_iter()
            .any(has)
}

/// The value of an attribute in a start tag.
fn value<'a>(tag: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = &tag[name(tag).len() + 1..];
    while let Some((name, value, after)) = attribute(rest) {
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = after;
    }
    None
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
    fn scripts_are_found_where_they_run() {
        for markup in [
            "<script id=a>f()</script>",
            "<p id=a><b></b><script type=module></script></p>",
            "<p><template><i></i></template><SCRIPT src='/x'></SCRIPT></p>",
            "<p><script type='Text/JavaScript'></script></p>",
            "<svg><script/></svg>",
        ] {
            assert!(script(markup).is_some(), "{markup}");
        }
        for markup in [
            "",
            "<p title='<script>'>&lt;script></p><!-- <script> -->",
            "<script type=\"application/json\">{\"a\": \"<script>\"}</script>",
            "<p><template><p><script></script></p></template></p>",
            "<body><p></p><script></script></body>",
            "<!DOCTYPE html><html><head><script></script></head></html>",
            "<scripts></scripts>",
        ] {
            assert_eq!(script(markup), None, "{markup}");
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
            let _ = (found(markup), script(markup));
        }
    }
}
