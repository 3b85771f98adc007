//! The calls of the template macros in a file.

use proc_macro2::{Group, TokenStream, TokenTree};

/// A call: `html! { … }` or `write_html!(out, …)`, of Starmark or of maud.
pub(crate) struct Call {
    pub(crate) group: Group,
    /// Whether an expression stands before the template.
    pub(crate) has_argument: bool,
}

/// The calls that stand within `depth` others; of each macro's arguments all tokens are searched, too.
pub(crate) fn calls(tokens: TokenStream, depth: usize) -> Vec<Call> {
    let mut found = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        let (count, group) = match &tokens[at..] {
            // The names in a definition are its own.
            [
                TokenTree::Ident(name),
                TokenTree::Punct(mark),
                TokenTree::Ident(_),
                TokenTree::Group(_),
                ..,
            ] if name == "macro_rules" && mark.as_char() == '!' => (4, None),
            [
                TokenTree::Ident(name),
                TokenTree::Punct(mark),
                TokenTree::Group(group),
                ..,
            ] if mark.as_char() == '!' && (name == "html" || name == "write_html") => {
                let has_argument = name == "write_html";
                (3, Some((group, Some(has_argument))))
            }
            [TokenTree::Group(group), ..] => (1, Some((group, None))),
            _ => (1, None),
        };
        at += count;
        match group {
            Some((group, Some(has_argument))) if depth == 0 => found.push(Call {
                group: group.clone(),
                has_argument,
            }),
            Some((group, Some(_))) => found.extend(calls(group.stream(), depth - 1)),
            Some((group, None)) => found.extend(calls(group.stream(), depth)),
            None => {}
        }
    }
    found
}

/// Whether it is part of a macro's definition, where `$name` is no template yet.
pub(crate) fn is_definition(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => is_definition(group.stream()),
        TokenTree::Punct(punct) => punct.as_char() == '$',
        _ => false,
    })
}
