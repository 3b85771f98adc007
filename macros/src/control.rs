//! `@if`, `@for`, `@while`, `@match` and `@let`: Rust's own control flow around markup.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Expr, Pat, Token, token};

use crate::ast::{Arm, Else, If, Loop, Match, Node};
use crate::errors::Errors;
use crate::parse::{Place, block, node};

/// Whether a control keyword stands here.
pub(crate) fn begins(input: ParseStream<'_>) -> bool {
    input.peek(Token![if])
        || input.peek(Token![for])
        || input.peek(Token![while])
        || input.peek(Token![match])
        || input.peek(Token![let])
        || input.peek(Token![else])
}

/// Reads what follows the `@`.
pub(crate) fn control(
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
    input.parse::<Token![if]>()?;
    let condition = head(input);
    let then = block(input, place, errors)?;
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
    input.parse::<Token![else]>()?;
    if input.peek(Token![if]) {
        return if_(input, place, errors).map(|chain| Some(Else::If(chain)));
    }
    block(input, place, errors).map(|nodes| Some(Else::Block(nodes)))
}

fn for_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Loop> {
    let keyword: Token![for] = input.parse()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    let in_: Token![in] = input.parse()?;
    let iterator = head(input);
    Ok(Loop {
        head: quote!(#keyword #pattern #in_ #iterator),
        body: block(input, place, errors)?,
    })
}

fn while_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Loop> {
    let keyword: Token![while] = input.parse()?;
    let condition = head(input);
    Ok(Loop {
        head: quote!(#keyword #condition),
        body: block(input, place, errors)?,
    })
}

fn match_(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Match> {
    let keyword: Token![match] = input.parse()?;
    let expression = head(input);
    let content: ParseBuffer<'_>;
    syn::braced!(content in input);
    let mut arms = Vec::new();
    while !content.is_empty() {
        arms.push(arm(&content, place, errors)?);
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
    let fork = input.fork();
    if Expr::parse_without_eager_brace(&fork).is_ok()
        && (fork.peek(token::Brace) || fork.is_empty())
        && let Ok(expression) = Expr::parse_without_eager_brace(input)
    {
        return expression.to_token_stream();
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(token::Brace) {
        match input.parse::<TokenTree>() {
            Ok(token) => token.to_tokens(&mut tokens),
            Err(_) => break,
        }
    }
    tokens
}
