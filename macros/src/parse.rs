//! Tokens to tree. A mistake is reported, repaired as well as it can be, and parsing goes on.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Lit, LitStr, Token, token};

use crate::ast::{
    Attribute, AttributeName, Body, Component, Element, ElementName, Node, Prop, Splice, Value,
};
use crate::control;
use crate::errors::Errors;
use crate::name::{self, AnyName};

/// Where nodes stand: elements are content, not part of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Content,
    Value,
}

/// Reads nodes to the end of the input.
pub(crate) fn nodes(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> Vec<Node> {
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
pub(crate) fn node(
    input: ParseStream<'_>,
    place: Place,
    errors: &mut Errors,
) -> syn::Result<Option<Node>> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        return Ok(None);
    }
    if input.peek(Token![@]) {
        input.parse::<Token![@]>()?;
        return control::control(input, place, errors).map(Some);
    }
    if control::begins(input) {
        let keyword = input.fork().call(Ident::parse_any)?;
        errors.at(
            keyword.span(),
            format!("found keyword `{keyword}`; write `@{keyword}`"),
        );
        return control::control(input, place, errors).map(Some);
    }
    if input.peek(token::Brace) {
        return Ok(Some(Node::Block(block(input, place, errors)?)));
    }
    if input.peek(token::Paren) {
        return Ok(Some(Node::Splice(splice(input, errors)?)));
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
        return Ok(bare_value(input, span, errors));
    }
    let (path, last) = path(input)?;
    match last {
        Some(last) if last.to_string().starts_with(char::is_uppercase) => {
            component(path, last, input, errors)
        }
        last => element(path, last, input, errors),
    }
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
    Node::Text(LitStr::new("", span))
}

/// A Rust path, if one stands here; a plain name is a path of one segment, and left in place.
fn path(input: ParseStream<'_>) -> syn::Result<(Option<TokenStream>, Option<Ident>)> {
    let is_path = input.peek(Ident::peek_any) && input.peek2(Token![::]);
    if !is_path {
        let first = input
            .peek(Ident::peek_any)
            .then(|| input.fork().call(Ident::parse_any))
            .transpose()?;
        return Ok((None, first));
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
        (None, Some(_)) => element_name(input)?,
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

fn element_name(input: ParseStream<'_>) -> syn::Result<ElementName> {
    let first = input.fork().call(Ident::parse_any)?;
    Ok(match name::name(input)? {
        AnyName::Bare(name) | AnyName::Quoted(name) if name.text.contains(['-', ':']) => {
            ElementName::Custom(name)
        }
        AnyName::Data(data) => ElementName::Custom(data.name),
        _ if first.to_string().contains('_') => {
            ElementName::Declared(first.to_token_stream(), first)
        }
        _ => ElementName::Known(first),
    })
}

/// Leaves out what cannot be read as an attribute, so that it is reported once.
fn skip_to_body(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(token::Brace) && !input.peek(Token![;]) {
        let _ = input.parse::<TokenTree>();
    }
}

fn begins_attribute(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any)
        || input.peek(Lit)
        || input.peek(Token![.])
        || input.peek(Token![#])
        || input.peek(token::Paren)
}

fn attribute(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Attribute> {
    let span = input.span();
    if input.peek(Token![.]) {
        input.parse::<Token![.]>()?;
        let name = shorthand(input, errors)?;
        let toggle = input
            .peek(token::Bracket)
            .then(|| brackets(input))
            .transpose()?;
        return Ok(Attribute::Class {
            name,
            toggle: toggle.map(|toggle| toggle.expression),
        });
    }
    if input.peek(Token![#]) {
        input.parse::<Token![#]>()?;
        return Ok(Attribute::Id {
            name: shorthand(input, errors)?,
            span,
        });
    }
    if input.peek(token::Paren) {
        return spread(input);
    }
    let name = match name::name(input)? {
        AnyName::Bare(name) => AttributeName::Bare(name),
        AnyName::Quoted(name) => AttributeName::Quoted(name),
        AnyName::Data(name) => AttributeName::Data(name),
    };
    if let AttributeName::Quoted(name) = &name {
        check_quoted(name, errors);
    }
    Ok(Attribute::Named {
        value: value(input, Place::Value, errors)?,
        name,
    })
}

/// A quoted name is taken as written, as long as it cannot end the name or the tag.
fn check_quoted(name: &name::Name, errors: &mut Errors) {
    let bad = |c: char| c.is_whitespace() || c.is_control() || "\"'>/=<".contains(c);
    if let Some(bad) = name.text.chars().find(|&c| bad(c)) {
        errors.at(
            name.span,
            format!("an attribute's name cannot contain {bad:?}"),
        );
    } else if name.text.is_empty() {
        errors.at(name.span, "an attribute's name cannot be empty");
    }
}

/// The name behind `.` or `#`: plain, or anything that can be a value.
fn shorthand(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Node>> {
    if input.peek(Ident::peek_any) || input.peek(Lit) {
        let name = name::shorthand(input)?;
        return Ok(vec![Node::Text(LitStr::new(&name.text, name.span))]);
    }
    Ok(node(input, Place::Value, errors)?.into_iter().collect())
}

fn spread(input: ParseStream<'_>) -> syn::Result<Attribute> {
    let content: ParseBuffer<'_>;
    let paren = syn::parenthesized!(content in input);
    if !content.peek(Token![..]) {
        // What is left unread in parentheses would be an error of its own.
        content.parse::<TokenStream>()?;
        return Err(syn::Error::new(
            paren.span.join(),
            "an expression cannot stand among attributes; write `{ (expression) }` for content or `(..list)` to spread `Attributes`",
        ));
    }
    content.parse::<Token![..]>()?;
    Ok(Attribute::Spread(Splice {
        expression: content.parse()?,
        span: paren.span.join(),
    }))
}

/// What stands behind the name of an attribute or prop; only a prop can hold elements, in `{ … }`.
fn value(input: ParseStream<'_>, place: Place, errors: &mut Errors) -> syn::Result<Value> {
    if input.peek(Token![?]) {
        input.parse::<Token![?]>()?; // An older spelling of toggles.
    }
    if input.peek(token::Bracket) {
        return Ok(Value::Toggle(brackets(input)?.expression));
    }
    if !input.peek(Token![=]) {
        return Ok(Value::Empty);
    }
    input.parse::<Token![=]>()?;
    if input.peek(token::Bracket) {
        return Ok(Value::Optional(brackets(input)?));
    }
    if input.peek(syn::LitBool) {
        let literal: syn::LitBool = input.parse()?;
        errors.at(
            literal.span,
            "an attribute's value is a string; write the name alone to set it, or `name[condition]` to toggle it",
        );
        return Ok(Value::Empty);
    }
    if input.peek(token::Brace) {
        return Ok(Value::Nodes(vec![Node::Block(block(
            input, place, errors,
        )?)]));
    }
    Ok(Value::Nodes(
        node(input, Place::Value, errors)?.into_iter().collect(),
    ))
}

/// What ends the element whose name is at `span`.
fn body(input: ParseStream<'_>, span: Span, errors: &mut Errors) -> Body {
    if input.peek(Token![;]) {
        return input
            .parse::<Token![;]>()
            .map_or(Body::Missing, |_| Body::Void);
    }
    if input.peek(token::Brace) {
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
pub(crate) fn block(
    input: ParseStream<'_>,
    place: Place,
    errors: &mut Errors,
) -> syn::Result<Vec<Node>> {
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

/// `[expression]`
fn brackets(input: ParseStream<'_>) -> syn::Result<Splice> {
    let content: ParseBuffer<'_>;
    let bracket = syn::bracketed!(content in input);
    Ok(Splice {
        expression: content.parse()?,
        span: bracket.span.join(),
    })
}

/// A string literal; other literals are reported and become one.
fn text(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<LitStr> {
    let literal: Lit = input.parse()?;
    if let Lit::Str(text) = literal {
        return Ok(text);
    }
    let source = literal.to_token_stream().to_string();
    let source = source.trim_matches('\'');
    errors.at(
        literal.span(),
        format!("text stands in double quotes: `\"{source}\"`"),
    );
    Ok(LitStr::new(source, literal.span()))
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

fn push_prop(prop: Prop, props: &mut Vec<Prop>, errors: &mut Errors) {
    if props.iter().any(|other| other.name == prop.name) {
        errors.at(
            prop.name.span(),
            format!("the prop `{}` is given twice", prop.name),
        );
    } else {
        props.push(prop);
    }
}

fn prop(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Prop> {
    let not_a_prop = |span: Span| {
        syn::Error::new(
            span,
            "a component takes props: `name=(value)`, `name=\"text\"` or `name`",
        )
    };
    if !input.peek(Ident::peek_any) {
        let span = input.span();
        attribute(input, errors)?;
        return Err(not_a_prop(span));
    }
    match name::name(input)? {
        AnyName::Bare(name) => Ok(Prop {
            name: name.ident(),
            value: value(input, Place::Content, errors)?,
        }),
        AnyName::Quoted(name) => Err(not_a_prop(name.span)),
        AnyName::Data(data) => {
            value(input, Place::Content, errors)?;
            Err(not_a_prop(data.name.span))
        }
    }
}
