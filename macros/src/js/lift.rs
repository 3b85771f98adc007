//! `#name` and `#(expression)`: values of the server inside of code.

use proc_macro2::{Group, Ident, Spacing, TokenStream, TokenTree};
use quote::quote;

use super::{Js, internal};

/// What the placeholders of values begin with; a name of the user's cannot have this span.
const PREFIX: &str = "starmark_value_";

impl Js {
    /// Replaces each value of the server by a name that syn can read.
    pub(super) fn lift(&mut self, tokens: TokenStream) -> TokenStream {
        let mut lifted = TokenStream::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let token = match token {
                TokenTree::Punct(hash) if hash.as_char() == '#' => match tokens.next() {
                    Some(TokenTree::Ident(name)) => {
                        let mut value = quote!(#name);
                        // `#card.title` is one value, up to a method, which runs in the browser.
                        while let Some(field) = field(&mut tokens) {
                            value.extend(field);
                        }
                        self.place(&value, name.span())
                    }
                    Some(TokenTree::Group(group))
                        if group.delimiter() == proc_macro2::Delimiter::Parenthesis =>
                    {
                        self.place(&group.stream(), group.span())
                    }
                    other => {
                        let span = other.as_ref().map_or(hash.span(), TokenTree::span);
                        self.errors
                            .at(span, "a value of the server is `#name` or `#(expression)`");
                        continue;
                    }
                },
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.lift(group.stream()));
                    inner.set_span(group.span());
                    TokenTree::Group(inner)
                }
                token => token,
            };
            lifted.extend([token]);
        }
        lifted
    }

    fn place(&mut self, value: &TokenStream, span: proc_macro2::Span) -> TokenTree {
        let name = self.hoist(value.clone());
        // The place of the value, so that rustc points at it.
        Ident::new(&name.to_string(), internal("value").span().located_at(span)).into()
    }
}

/// Whether a name stands for a value of the server.
pub(super) fn is_placeholder(name: &Ident, hoisted: &[(Ident, TokenStream)]) -> bool {
    name.to_string().starts_with(PREFIX) && hoisted.iter().any(|(known, _)| known == name)
}

/// `.name`, unless it is a method.
fn field(
    tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>,
) -> Option<[TokenTree; 2]> {
    let mut ahead = tokens.clone();
    match (ahead.next(), ahead.next(), ahead.next()) {
        (
            Some(TokenTree::Punct(dot)),
            Some(name @ (TokenTree::Ident(_) | TokenTree::Literal(_))),
            after,
        ) if dot.as_char() == '.'
            && dot.spacing() == Spacing::Alone
            && !matches!(after, Some(TokenTree::Group(ref group)) if group.delimiter() == proc_macro2::Delimiter::Parenthesis) =>
        {
            tokens.next();
            tokens.next();
            Some([TokenTree::Punct(dot), name])
        }
        _ => None,
    }
}
