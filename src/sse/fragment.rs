//! Fragments: markup that the client must not take for a whole document.
//!
//! The client searches the text of a patch for `</html>`, `</head>` and `</body>`. A fragment that mentions one
//! anywhere (in a comment, in a script) is parsed as a document, and replaces the page or vanishes. Escaped
//! text never holds them; trusted markup can.

use crate::buffer::Buffer;

/// The names that end a document's parts.
const NAMES: [&str; 3] = ["html", "head", "body"];

/// Encodes in a fragment what would make it a document; whole documents are left alone.
pub(super) fn protect(out: &mut Buffer, start: usize) {
    let markup = &out.as_str()[start..];
    if find_end_tag(markup).is_some() && !is_document(markup) {
        let encoded = encode(markup);
        out.replace_since(start, &encoded);
    }
}

/// Whether the markup is a document, or its head or body.
fn is_document(markup: &str) -> bool {
    let root = markup.trim_ascii_start();
    let names = NAMES.iter().any(|name| {
        root.strip_prefix('<')
            .is_some_and(|root| is_tag(root, name))
    });
    names
        || root
            .get(..9)
            .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"))
}

/// Whether `text` begins with `name` and the name ends there.
fn is_tag(text: &str, name: &str) -> bool {
    let rest = text.strip_prefix(name);
    rest.is_some_and(|rest| {
        rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\x0C', '\r', '/', '>'])
    })
}

/// The first end tag of a document's part.
fn find_end_tag(markup: &str) -> Option<usize> {
    // Three searches with constant needles run at vector speed, and nearly always find nothing.
    if !(markup.contains("</html") || markup.contains("</head") || markup.contains("</body")) {
        return None;
    }
    let mut end_tags = markup.match_indices("</").map(|(at, _)| at);
    end_tags.find(|at| NAMES.iter().any(|name| is_tag(&markup[at + 2..], name)))
}

/// Encodes every end tag of a document's part: as an entity, or in code with a backslash, which JavaScript
/// strings, JSON and CSS all read as the character after it.
fn encode(markup: &str) -> String {
    let lower = markup.to_ascii_lowercase();
    let mut encoded = String::with_capacity(markup.len() + 16);
    let mut from = 0;
    while let Some(found) = find_end_tag(&markup[from..]) {
        let at = from + found;
        encoded.push_str(&markup[from..at]);
        encoded.push_str(if is_in_code(&lower[..at]) {
            "<\\/"
        } else {
            "&lt;/"
        });
        from = at + 2;
    }
    encoded.push_str(&markup[from..]);
    encoded
}

/// Whether markup that ends here, in lower case, ends inside a script or style sheet.
fn is_in_code(before: &str) -> bool {
    let last = |tags: [&str; 2]| tags.iter().filter_map(|tag| before.rfind(tag)).max();
    last(["<script", "<style"]) > last(["</script", "</style"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn protected(markup: &str) -> String {
        let mut out = Buffer::new();
        out.trusted("kept </body> ");
        let start = out.len();
        out.trusted(markup);
        protect(&mut out, start);
        out.as_str()
            .strip_prefix("kept </body> ")
            .unwrap_or_default()
            .to_owned()
    }

    #[test]
    fn a_fragment_cannot_end_the_document() {
        let cases = [
            (
                r#"<i id="t" title="</body>"></i>"#,
                r#"<i id="t" title="&lt;/body>"></i>"#,
            ),
            ("<i>a</i><!-- </head> -->", "<i>a</i><!-- &lt;/head> -->"),
            ("<svg></svg></body >", "<svg></svg>&lt;/body >"),
            (
                r#"<script>f("</body></html>")</script>"#,
                r#"<script>f("<\/body><\/html>")</script>"#,
            ),
            (
                "<style>a{content:'</head>'}</style></html>",
                "<style>a{content:'<\\/head>'}</style>&lt;/html>",
            ),
            ("<p>é</p></head", "<p>é</p>&lt;/head"),
        ];
        for (markup, expected) in cases {
            assert_eq!(protected(markup), expected);
        }
    }

    #[test]
    fn other_end_tags_and_documents_are_untouched() {
        let long = "<header><b>x</b><button>y</button><h1>z</h1></header><body-card></body-card>"
            .repeat(9);
        let page = " <!DOCTYPE html><html><body></body></html>";
        for markup in [
            "",
            "</",
            "<b",
            &long,
            page,
            "<html></html>",
            "<body class=\"</head>\"></body>",
            "<HEAD",
        ] {
            assert_eq!(protected(markup), markup);
        }
        assert_eq!(
            protected(&format!("{long}</body>")),
            format!("{long}&lt;/body>")
        );
    }
}
