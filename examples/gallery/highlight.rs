//! Code in colours, by rustc's own lexer; its tokens are close enough to those of JavaScript.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use starmark::{Buffer, Render, write_html};

/// Code as markup: a `span` with a class around each token that has a colour.
pub(crate) struct Code<'a> {
    pub(crate) text: &'a str,
    pub(crate) keywords: &'a [&'a str],
}

impl Render for Code<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let tokens = tokens(self.text);
        for (i, (kind, text)) in tokens.iter().enumerate() {
            match self.class(*kind, text, &tokens[i + 1..]) {
                Some(class) => write_html!(out, span class=(class) { (text) }),
                None => write_html!(out, (text)),
            }
        }
    }
}

impl Code<'_> {
    /// The class of a token, which can depend on the one behind it.
    fn class(
        &self,
        kind: TokenKind,
        text: &str,
        after: &[(TokenKind, &str)],
    ) -> Option<&'static str> {
        let next = after.first().map(|(kind, _)| *kind);
        Some(match kind {
            TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => "comment",
            TokenKind::Literal { .. } => "literal",
            TokenKind::Lifetime { .. } => "type",
            TokenKind::Ident if text.contains('-') => "attribute",
            TokenKind::Ident if self.keywords.contains(&text) => "keyword",
            TokenKind::Ident if text.starts_with(char::is_uppercase) => "type",
            TokenKind::Ident if next == Some(TokenKind::Bang) => "macro",
            TokenKind::Ident if next == Some(TokenKind::OpenParen) => "function",
            _ => return None,
        })
    }
}

/// The tokens with their texts; the name of an attribute of Datastar, which are many to rustc, is one.
fn tokens(code: &str) -> Vec<(TokenKind, &str)> {
    let mut tokens: Vec<(TokenKind, &str)> = Vec::new();
    let mut rest = code;
    for token in tokenize(code, FrontmatterAllowed::No) {
        let (text, after) = rest.split_at(token.len as usize);
        rest = after;
        match tokens.last_mut() {
            Some((TokenKind::Ident, name)) if is_attribute(name, text) => {
                *name = &code
                    [code.len() - rest.len() - text.len() - name.len()..code.len() - rest.len()];
            }
            _ => tokens.push((token.kind, text)),
        }
    }
    tokens
}

/// Whether a text goes on with an attribute's name.
fn is_attribute(name: &str, text: &str) -> bool {
    let is_first = matches!(name, "data" | "aria") && text == "-";
    let is_next = name.starts_with("data-") || name.starts_with("aria-");
    let is_part = |part: char| part.is_ascii_alphanumeric() || "-:._".contains(part);
    is_first || is_next && text.chars().all(is_part)
}

/// The keywords of Rust that the demos have.
pub(crate) const RUST: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "else", "enum", "false", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "type", "use", "where",
    "while",
];

/// Those of JavaScript.
pub(crate) const JAVASCRIPT: &[&str] = &[
    "async", "await", "class", "const", "else", "export", "extends", "false", "for", "from",
    "function", "if", "import", "let", "new", "null", "of", "return", "static", "super", "this",
    "true",
];

#[cfg(test)]
mod tests {
    use starmark::render;

    use super::{Code, RUST};

    #[test]
    fn tokens_have_the_classes_of_what_they_are() {
        let text = "#[route(get \"/a\")]\nlet p = html! { a data-on:click__debounce.200ms=(f(B)) { 1 } }; // <c>";
        let code = Code {
            text,
            keywords: RUST,
        };
        assert_eq!(
            render(code).as_str(),
            "#[<span class=\"function\">route</span>(get <span class=\"literal\">&quot;/a&quot;</span>)]\n\
             <span class=\"keyword\">let</span> p = <span class=\"macro\">html</span>! { a \
             <span class=\"attribute\">data-on:click__debounce.200ms</span>=(<span class=\"function\">f</span>(\
             <span class=\"type\">B</span>)) { <span class=\"literal\">1</span> } }; \
             <span class=\"comment\">// &lt;c&gt;</span>",
        );
    }

    #[test]
    fn no_text_is_lost() {
        for demo in crate::demos::DEMOS {
            for source in demo.sources {
                let code = source.code().unwrap_or_default();
                let tokens: String = super::tokens(&code).iter().map(|(_, text)| *text).collect();
                assert_eq!(tokens, code, "{}", source.name);
            }
        }
    }
}
