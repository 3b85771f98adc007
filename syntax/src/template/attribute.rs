//! Reads attributes of elements and props of components, which share their grammar.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Lit, Token, token};

use super::ast::{Attribute, AttributeName, Node, Prop, Splice, Text, Value};
use super::name::{self, AnyName, DataName};
use super::parse::{Next, Place, block, next, node};
use crate::errors::Errors;

pub(super) fn begins_attribute(input: ParseStream<'_>) -> bool {
    match next(input) {
        Next::Word | Next::Literal | Next::Punct('.' | '#') => true,
        Next::Group(delimiter) => delimiter == Delimiter::Parenthesis,
        // A negative number.
        Next::Punct(_) => input.peek(Lit),
        Next::End => false,
    }
}

pub(super) fn attribute(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Attribute> {
    let span = input.span();
    let first = next(input);
    if first == Next::Punct('.') {
        input.parse::<Token![.]>()?;
        let name = shorthand(input, errors)?;
        let toggle = input
            .peek(token::Bracket)
            .then(|| brackets(input))
            .transpose()?;
        if input.peek(Token![=]) {
            errors.at(span, "behind a dot stands a class, which has no value; a key stands behind a colon, as in `data-on:click`");
            value(input, Place::Value, errors)?;
        }
        return Ok(Attribute::Class {
            name,
            toggle: toggle.map(|toggle| toggle.expression),
        });
    }
    if first == Next::Punct('#') {
        input.parse::<Token![#]>()?;
        return Ok(Attribute::Id {
            name: shorthand(input, errors)?,
            span,
        });
    }
    if first == Next::Group(Delimiter::Parenthesis) {
        return spread(input);
    }
    let name = match name::name(input)? {
        AnyName::Bare(name) => AttributeName::Bare(name),
        AnyName::Quoted(name) => AttributeName::Quoted(name),
        AnyName::Data(name) => AttributeName::Data(name),
    };
    match &name {
        AttributeName::Quoted(name) => check_quoted(name, errors),
        AttributeName::Data(data) => check_key(data, errors),
        AttributeName::Bare(_) => {}
    }
    let value = value(input, Place::Value, errors)?;
    Ok(Attribute::Named { name, value })
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

/// A key can hold nearly anything, but not what ends the attribute's name.
fn check_key(data: &DataName, errors: &mut Errors) {
    let Some(key) = &data.key else {
        return;
    };
    let bad = |c: char| c.is_whitespace() || c.is_control() || "\"'>/<".contains(c);
    if let Some(bad) = data.name.text.chars().find(|&c| bad(c)) {
        let plugin = &data.plugin.text;
        errors.at(
            key.span,
            format!(
                "{bad:?} cannot stand in a key, because it ends an attribute's name; write `data-{plugin}=\"{{'{}': …}}\"`",
                key.text
            ),
        );
        return;
    }
    // The browser leaves capitals beyond ASCII alone, and the client lower-cases a copy.
    let is_capital = |c: char| !c.is_ascii() && !c.to_lowercase().eq([c]);
    if key.text.contains(is_capital) {
        let message = format!(
            "the client reads capitals in a key as small letters, too; write `data-{}=\"{{'{}': …}}\"`",
            data.plugin.text, key.text
        );
        errors.at(key.span, message);
    }
}

/// The name behind `.` or `#`: plain, or anything that can be a value.
fn shorthand(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Node>> {
    if matches!(next(input), Next::Word | Next::Literal) || input.peek(Lit) {
        let name = name::shorthand(input)?;
        return Ok(vec![Node::Text(Text::new(&name.text, name.span))]);
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
    match next(input) {
        Next::Group(Delimiter::Bracket) => return Ok(Value::Toggle(brackets(input)?.expression)),
        Next::Punct('=') => input.parse::<Token![=]>()?,
        _ => return Ok(Value::Empty),
    };
    let first = next(input);
    if first == Next::Group(Delimiter::Bracket) {
        return Ok(Value::Optional(brackets(input)?));
    }
    if first == Next::Word && input.peek(syn::LitBool) {
        let literal: syn::LitBool = input.parse()?;
        errors.at(
            literal.span,
            "an attribute's value is a string; write the name alone to set it, or `name[condition]` to toggle it",
        );
        return Ok(Value::Empty);
    }
    if first == Next::Group(Delimiter::Brace) {
        return Ok(Value::Nodes(vec![Node::Block(block(
            input, place, errors,
        )?)]));
    }
    Ok(Value::Nodes(
        node(input, Place::Value, errors)?.into_iter().collect(),
    ))
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

pub(super) fn push_prop(prop: Prop, props: &mut Vec<Prop>, errors: &mut Errors) {
    if props.iter().any(|other| other.name == prop.name) {
        errors.at(
            prop.name.span(),
            format!("the prop `{}` is given twice", prop.name),
        );
    } else {
        props.push(prop);
    }
}

pub(super) fn prop(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Prop> {
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
