//! Tokens to tree. A mistake is reported, repaired as well as it can be, and parsing goes on.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Lit, Token, token};

use super::ast::{Attribute, Body, Component, Element, ElementName, Node, Splice, Text, Value};
use super::attribute::{attribute, begins_attribute, prop, push_prop};
use super::control;
use super::name::{self, AnyName, Name};
use crate::errors::Errors;

/// Where nodes stand: elements are content, not part of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Content,
    Value,
}

/// What stands next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Word,
    Literal,
    Punct(char),
    Group(Delimiter),
    End,
}

/// Looks at the next token once, where each `peek` for a certain token looks anew.
pub fn next(input: ParseStream<'_>) -> Next {
    let cursor = input.cursor();
    if cursor.ident().is_some() {
        return Next::Word;
    }
    if let Some((punct, _)) = cursor.punct() {
        return Next::Punct(punct.as_char());
    }
    if cursor.literal().is_some() {
        return Next::Literal;
    }
    match cursor.any_group() {
        Some((_, delimiter, ..)) => Next::Group(delimiter),
        None => Next::End,
    }
}

/// Reads nodes to the end of the input.
pub fn nodes(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> Vec<Node> {
    let mut nodes = Vec::new();
    while !input.is_empty() {
        match node(input, place, errors) {
            Ok(node) => nodes.extend(node),
            Err(error) => {
                errors.push(error);
                recover(input);
            }
        }
    }
    nodes
}

/// Skips to the next place where a node can begin; always takes a token.
fn recover(input: ParseStream<'_>) {
    while let Ok(token) = input.parse::<TokenTree>() {
        let ends_node = match &token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            _ => false,
        };
        if ends_node {
            break;
        }
    }
}

/// Reads one node; a stray semicolon is none.
pub fn node(
    input: ParseStream<'_>,
    place: Place,
    errors: &mut Errors,
) -> syn::Result<Option<Node>> {
    match next(input) {
        Next::Literal => return Ok(Some(Node::Text(text(input, errors)?))),
        Next::Group(Delimiter::Brace) => {
            return Ok(Some(Node::Block(block(input, place, errors)?)));
        }
        Next::Group(Delimiter::Parenthesis) => {
            return Ok(Some(Node::Splice(splice(input, errors)?)));
        }
        Next::Punct(';') => {
            input.parse::<Token![;]>()?;
            return Ok(None);
        }
        Next::Punct('@') => {
            input.parse::<Token![@]>()?;
            return control::control(input, place, errors).map(Some);
        }
        _ => {}
    }
    if control::begins(input) {
        let keyword = input.fork().call(Ident::parse_any)?;
        errors.at(
            keyword.span(),
            format!("found keyword `{keyword}`; write `@{keyword}`"),
        );
        return control::control(input, place, errors).map(Some);
    }
    if input.peek(Lit) {
        return Ok(Some(Node::Text(text(input, errors)?)));
    }
    element_or_component(input, place, errors).map(Some)
}

fn element_or_component(
    input: ParseStream<'_>,
    place: Place,
    errors: &mut Errors,
) -> syn::Result<Node> {
    let span = input.span();
    if !(input.peek(Ident::peek_any) || input.peek(Token![.]) || input.peek(Token![#])) {
        return Err(input.error(match place {
            Place::Content => "expected an element, `\"text\"`, `(expression)`, `{ … }` or `@if`, `@for`, `@while`, `@match`, `@let`",
            Place::Value => "expected `\"text\"`, `(expression)`, `{ … }`, `[option]` or `@if`, `@match`",
        }));
    }
    if place == Place::Value {
        return Ok(match macro_call(input) {
            Some(call) => call,
            None => bare_value(input, span, errors),
        });
    }
    let (path, last) = path(input)?;
    match last {
        Some(last) if last.to_string().starts_with(char::is_uppercase) => {
            component(path, last, input, errors)
        }
        last => element(path, last, input, errors),
    }
}

/// A call of a macro, such as `js!(…)`, which has parentheses of its own.
fn macro_call(input: ParseStream<'_>) -> Option<Node> {
    let ahead = input.fork();
    ahead.call(syn::Path::parse_mod_style).ok()?;
    if !ahead.peek(Token![!]) || ahead.peek(Token![!=]) {
        return None;
    }
    let call: syn::Macro = input.parse().ok()?;
    Some(Node::Splice(Splice {
        span: syn::spanned::Spanned::span(&call),
        expression: call.into_token_stream(),
    }))
}

/// An expression without parentheses, or text without quotes, in a value: skipped as far as it can be told.
fn bare_value(input: ParseStream<'_>, span: Span, errors: &mut Errors) -> Node {
    errors.at(span, "a value is `\"text\"`, `(expression)` or `{ several }`; write the quotes or the parentheses");
    while input.peek(Ident::peek_any)
        || input.peek(Token![::])
        || input.peek(Token![.])
        || input.peek(Token![#])
    {
        let is_name = input.peek(Ident::peek_any);
        let _ = input.parse::<TokenTree>();
        if is_name && !input.peek(Token![::]) && !input.peek(Token![.]) {
            break;
        }
    }
    if input.peek(token::Paren) {
        let _ = input.parse::<TokenTree>();
    }
    Node::Text(Text::new("", span))
}

/// A Rust path, if one stands here; a plain name is a path of one segment, and left in place.
fn path(input: ParseStream<'_>) -> syn::Result<(Option<TokenStream>, Option<Ident>)> {
    let Some((first, rest)) = input.cursor().ident() else {
        return Ok((None, None));
    };
    let is_path = rest
        .punct()
        .is_some_and(|(punct, _)| punct.as_char() == ':')
        && input.peek2(Token![::]);
    if !is_path {
        return Ok((None, Some(first)));
    }
    let mut tokens = TokenStream::new();
    loop {
        let segment = input.call(Ident::parse_any)?;
        segment.to_tokens(&mut tokens);
        if !input.peek(Token![::]) {
            return Ok((Some(tokens), Some(segment)));
        }
        input.parse::<Token![::]>()?.to_tokens(&mut tokens);
    }
}

fn element(
    path: Option<TokenStream>,
    last: Option<Ident>,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<Node> {
    let span = last.as_ref().map_or_else(|| input.span(), Ident::span);
    let name = match (path, last) {
        (Some(path), Some(last)) => ElementName::Declared(path, last),
        (None, Some(first)) => element_name(first, input)?,
        _ => ElementName::Div(input.span()),
    };
    let mut attributes = Vec::new();
    while begins_attribute(input) {
        match attribute(input, errors) {
            Ok(attribute) => attributes.push(attribute),
            Err(error) => {
                errors.push(error);
                skip_to_body(input);
            }
        }
    }
    let body = match attributes.last() {
        Some(Attribute::Named {
            value: Value::Nodes(nodes),
            ..
        }) if input.is_empty() && is_block(nodes) => {
            errors.at(
                span,
                "this element has no body: the `{ … }` behind `=` is the value of the attribute",
            );
            Body::Missing
        }
        _ => body(input, span, errors),
    };
    Ok(Node::Element(Element {
        name,
        attributes,
        body,
    }))
}

fn is_block(nodes: &[Node]) -> bool {
    matches!(nodes, [Node::Block(_)])
}

fn element_name(first: Ident, input: ParseStream<'_>) -> syn::Result<ElementName> {
    Ok(match name::name(input)? {
        AnyName::Bare(name) | AnyName::Quoted(name) if name.text.contains(['-', ':']) => {
            ElementName::Custom(name)
        }
        AnyName::Data(data) => ElementName::Custom(data.name),
        AnyName::Bare(name) if !name.text.contains('_') => ElementName::Known(name),
        _ if first.to_string().contains('_') => {
            ElementName::Declared(first.to_token_stream(), first)
        }
        _ => ElementName::Known(Name {
            text: first.unraw().to_string(),
            span: first.span(),
        }),
    })
}

/// Leaves out what cannot be read as an attribute, so that it is reported once.
fn skip_to_body(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(token::Brace) && !input.peek(Token![;]) {
        let _ = input.parse::<TokenTree>();
    }
}

/// What ends the element whose name is at `span`.
fn body(input: ParseStream<'_>, span: Span, errors: &mut Errors) -> Body {
    let first = next(input);
    if first == Next::Punct(';') {
        return input
            .parse::<Token![;]>()
            .map_or(Body::Missing, |_| Body::Void);
    }
    if first == Next::Group(Delimiter::Brace) {
        return block(input, Place::Content, errors).map_or(Body::Missing, Body::Children);
    }
    if input.peek(Token![/]) {
        errors.at(input.span(), "a void element ends with `;`, not with `/`");
        recover(input);
        return Body::Void;
    }
    if input.is_empty() {
        errors.at(
            span,
            "an element ends with `{ … }`, or with `;` if it is void; text stands in double quotes",
        );
    } else {
        errors.at(input.span(), "expected an attribute, `{ … }` or `;`");
    }
    recover(input);
    Body::Missing
}

/// `{ nodes }`
pub fn block(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Vec<Node>> {
    let content: ParseBuffer<'_>;
    syn::braced!(content in input);
    Ok(nodes(&content, place, errors))
}

/// `(expression)`
fn splice(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Splice> {
    let content: ParseBuffer<'_>;
    let paren = syn::parenthesized!(content in input);
    let span = paren.span.join();
    if content.is_empty() {
        errors.at(span, "expected an expression between the parentheses");
        return Ok(Splice {
            expression: quote::quote!(""),
            span,
        });
    }
    Ok(Splice {
        expression: content.parse()?,
        span,
    })
}

/// A string literal; other literals are reported and become one.
fn text(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Text> {
    if let Some(text) = plain_text(input) {
        return Ok(text);
    }
    let literal: Lit = input.parse()?;
    if let Lit::Str(text) = literal {
        return Ok(Text {
            value: text.value(),
            span: text.span(),
            literal: Some(text.token()),
        });
    }
    let source = literal.to_token_stream().to_string();
    let source = source.trim_matches('\'');
    errors.at(
        literal.span(),
        format!("text stands in double quotes: `\"{source}\"`"),
    );
    Ok(Text::new(source, literal.span()))
}

/// A literal without escapes, which says what stands between its quotes.
fn plain_text(input: ParseStream<'_>) -> Option<Text> {
    let (literal, _) = input.cursor().literal()?;
    let source = literal.to_string();
    let value = source.strip_prefix('"')?.strip_suffix('"')?;
    if value.contains(['\\', '"', '\r']) {
        return None;
    }
    input.parse::<Literal>().ok()?;
    Some(Text {
        value: value.to_owned(),
        span: literal.span(),
        literal: Some(literal),
    })
}

fn component(
    path: Option<TokenStream>,
    name: Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<Node> {
    let path = match path {
        Some(path) => path,
        None => input.call(Ident::parse_any)?.to_token_stream(),
    };
    let mut props = Vec::new();
    while begins_attribute(input) {
        match prop(input, errors) {
            Ok(prop) => push_prop(prop, &mut props, errors),
            Err(error) => {
                errors.push(error);
                skip_to_body(input);
            }
        }
    }
    let body = body(input, name.span(), errors);
    Ok(Node::Component(Component {
        path,
        name,
        props,
        body,
    }))
}
