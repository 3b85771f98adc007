//! `@if`, `@for`, `@while`, `@match` and `@let`: Rust's own control flow around markup.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Expr, Pat, Token, token};

use super::ast::{Arm, Else, If, Loop, Match, Node};
use super::parse::{Place, block, node};
use crate::errors::Errors;

/// Whether a control keyword stands here.
pub(super) fn begins(input: ParseStream<'_>) -> bool {
    let is_keyword =
        |word: String| matches!(&*word, "if" | "for" | "while" | "match" | "let" | "else");
    let word = input.cursor().ident();
    word.is_some_and(|(word, _)| is_keyword(word.to_string()))
}

/// Reads what follows the `@`.
pub(super) fn control(
    input: ParseStream<'_>,
    place: Place,
    errors: &mut Errors,
) -> syn::Result<Node> {
    if input.peek(Token![if]) {
        return if_(input, place, errors).map(Node::If);
    }
    if input.peek(Token![for]) {
        return for_(input, place, errors).map(Node::Loop);
    }
    if input.peek(Token![while]) {
        return while_(input, place, errors).map(Node::Loop);
    }
    if input.peek(Token![match]) {
        return match_(input, place, errors).map(Node::Match);
    }
    if input.peek(Token![let]) {
        return let_(input).map(Node::Let);
    }
    if input.peek(Token![else]) {
        return Err(input.error("`@else` without an `@if` before it"));
    }
    Err(input.error("expected `if`, `for`, `while`, `match` or `let` after `@`"))
}

fn if_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<If> {
    let keyword: Token![if] = input.parse()?;
    let condition = head(input);
    let then = body(input, keyword.span, place, errors)?;
    let otherwise = else_(input, place, errors)?.map(Box::new);
    Ok(If {
        condition,
        then,
        otherwise,
    })
}

fn else_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Option<Else>> {
    let with_at = input.peek(Token![@]) && input.peek2(Token![else]);
    if !with_at && !input.peek(Token![else]) {
        return Ok(None);
    }
    if with_at {
        input.parse::<Token![@]>()?;
    } else {
        errors.at(input.span(), "found keyword `else`; write `@else`");
    }
    let keyword: Token![else] = input.parse()?;
    if input.peek(Token![if]) {
        return if_(input, place, errors).map(|chain| Some(Else::If(chain)));
    }
    body(input, keyword.span, place, errors).map(|nodes| Some(Else::Block(nodes)))
}

/// `{ nodes }` behind a keyword; without it, the rest is still expanded for the editor.
fn body(
    input: ParseStream<'_>,
    keyword: Span,
    place: Place,
    errors: &mut Errors,
) -> syn::Result<Vec<Node>> {
    if input.peek(token::Brace) {
        return block(input, place, errors);
    }
    errors.at(
        if input.is_empty() {
            keyword
        } else {
            input.span()
        },
        "expected `{ … }`",
    );
    Ok(Vec::new())
}

fn for_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Loop> {
    let keyword: Token![for] = input.parse()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    let in_: Token![in] = input.parse()?;
    let iterator = head(input);
    Ok(Loop {
        head: quote!(#keyword #pattern #in_ #iterator),
        body: body(input, keyword.span, place, errors)?,
    })
}

fn while_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Loop> {
    let keyword: Token![while] = input.parse()?;
    let condition = head(input);
    Ok(Loop {
        head: quote!(#keyword #condition),
        body: body(input, keyword.span, place, errors)?,
    })
}

fn match_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Match> {
    let keyword: Token![match] = input.parse()?;
    let expression = head(input);
    let content: ParseBuffer<'_>;
    syn::braced!(content in input);
    let mut arms = Vec::new();
    while !content.is_empty() {
        match arm(&content, place, errors) {
            Ok(arm) => arms.push(arm),
            Err(error) => {
                errors.push(error);
                skip_arm(&content);
            }
        }
    }
    Ok(Match {
        head: quote!(#keyword #expression),
        arms,
    })
}

fn arm(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Arm> {
    let mut pattern = Pat::parse_multi_with_leading_vert(input)?.to_token_stream();
    if input.peek(Token![if]) {
        input.parse::<Token![if]>()?.to_tokens(&mut pattern);
        input.parse::<Expr>()?.to_tokens(&mut pattern);
    }
    input.parse::<Token![=>]>()?;
    let body = node(input, place, errors)?.into_iter().collect();
    if input.peek(Token![,]) {
        input.parse::<Token![,]>()?;
    }
    Ok(Arm { pattern, body })
}

/// Goes on with the next arm.
fn skip_arm(input: ParseStream<'_>) {
    while let Ok(token) = input.parse::<TokenTree>() {
        let ends_arm = match &token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ',',
            _ => false,
        };
        if ends_arm {
            break;
        }
    }
}

fn let_(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.peek(Token![;]) {
        if input.is_empty() {
            return Err(input.error("expected `;` after `@let`"));
        }
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
    }
    input.parse::<Token![;]>()?.to_tokens(&mut tokens);
    Ok(tokens)
}

/// The expression before a body: what Rust takes for one, or else everything up to the brace, so that an
/// unfinished expression still reaches rustc and the editor.
fn head(input: ParseStream<'_>) -> TokenStream {
    if Expr::parse_without_eager_brace(&input.fork()).is_ok()
        && let Ok(expression) = Expr::parse_without_eager_brace(input)
    {
        return expression.to_token_stream();
    }
    let (mut tokens, mut span) = (TokenStream::new(), input.span());
    let has_let = input.peek(Token![let]);
    while !input.is_empty() && !input.peek(token::Brace) {
        if let Ok(token) = input.parse::<TokenTree>() {
            span = token.span();
            tokens.extend([token]);
        }
    }
    if has_let {
        tokens
    } else {
        parenthesized(tokens, span)
    }
}

/// In parentheses, so that rustc reports the end of what is unfinished there and not at the whole macro.
fn parenthesized(tokens: TokenStream, span: Span) -> TokenStream {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    // Not the user's own span, or rustc would call the parentheses unnecessary.
    group.set_span(Span::mixed_site().located_at(span));
    TokenTree::Group(group).into()
}
