//! What a template means: the tree that the macros make of it, as text, to compare two of them.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use starmark_syntax::errors::Errors;
use starmark_syntax::template::ast::{
    Attribute, AttributeName, Body, Element, ElementName, Else, If, Node, Value,
};
use starmark_syntax::template::name::DataName;
use starmark_syntax::template::parse::{Place, nodes};
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, Token};

/// Reads a template as the macros do, and prints its tree; or says what is wrong with it.
pub(crate) fn meaning(tokens: TokenStream, has_argument: bool) -> Result<String, Vec<syn::Error>> {
    let mut errors = Errors::default();
    let read = |input: ParseStream<'_>| {
        let mut out = String::new();
        if has_argument {
            let argument: Expr = input.parse()?;
            input.parse::<Token![,]>()?;
            let _ = writeln!(out, "into {}", quoted(argument));
        }
        print(&nodes(input, Place::Content, &mut errors), &mut out);
        Ok(out)
    };
    let read = read.parse2(tokens);
    let mut list = errors.into_list();
    match read {
        Ok(meaning) if list.is_empty() => Ok(meaning),
        Ok(_) => Err(list),
        Err(error) => {
            list.push(error);
            Err(list)
        }
    }
}

fn quoted(expression: impl quote::ToTokens) -> String {
    expression.into_token_stream().to_string()
}

fn print(nodes: &[Node], out: &mut String) {
    for node in nodes {
        let _ = match node {
            Node::Text(text) => writeln!(out, "text {:?}", text.value),
            Node::Splice(splice) => writeln!(out, "splice {}", splice.expression),
            Node::Let(tokens) => writeln!(out, "let {tokens}"),
            Node::Element(element) => {
                print_element(element, out);
                Ok(())
            }
            Node::Component(component) => {
                let _ = writeln!(out, "component {}", component.path);
                for prop in &component.props {
                    let _ = writeln!(out, "prop {}", prop.name);
                    print_value(&prop.value, out);
                }
                print_body(&component.body, out);
                Ok(())
            }
            Node::Block(nodes) => {
                print_block("block", nodes, out);
                Ok(())
            }
            Node::If(chain) => {
                print_if(chain, out);
                Ok(())
            }
            Node::Loop(repeated) => {
                print_block(&repeated.head.to_string(), &repeated.body, out);
                Ok(())
            }
            Node::Match(chain) => {
                let _ = writeln!(out, "{}", chain.head);
                for arm in &chain.arms {
                    print_block(&arm.pattern.to_string(), &arm.body, out);
                }
                Ok(())
            }
        };
    }
}

fn print_block(head: &str, nodes: &[Node], out: &mut String) {
    let _ = writeln!(out, "{head} {{");
    print(nodes, out);
    out.push_str("}\n");
}

fn print_if(chain: &If, out: &mut String) {
    print_block(&format!("if {}", chain.condition), &chain.then, out);
    match chain.otherwise.as_deref() {
        Some(Else::If(chain)) => print_if(chain, out),
        Some(Else::Block(nodes)) => print_block("else", nodes, out),
        None => {}
    }
}

fn print_element(element: &Element, out: &mut String) {
    let _ = match &element.name {
        ElementName::Div(_) => writeln!(out, "element div"),
        ElementName::Known(name) => writeln!(out, "element {}", name.text),
        ElementName::Custom(name) => writeln!(out, "custom {}", name.text),
        ElementName::Declared(path, _) => writeln!(out, "declared {path}"),
    };
    for attribute in &element.attributes {
        match attribute {
            Attribute::Class { name, toggle } => {
                let toggle = toggle.as_ref().map(TokenStream::to_string);
                print_block(&format!("class {toggle:?}"), name, out);
            }
            Attribute::Id { name, .. } => print_block("id", name, out),
            Attribute::Spread(splice) => {
                let _ = writeln!(out, "spread {}", splice.expression);
            }
            Attribute::Named { name, value } => {
                let _ = match name {
                    AttributeName::Bare(name) => writeln!(out, "attribute {}", name.text),
                    AttributeName::Quoted(name) => writeln!(out, "quoted {}", name.text),
                    AttributeName::Data(name) => writeln!(out, "data {}", data_name(name)),
                };
                print_value(value, out);
            }
        }
    }
    print_body(&element.body, out);
}

fn data_name(name: &DataName) -> String {
    let key = name.key.as_ref().map(|key| &key.text);
    let modifiers: Vec<_> = name
        .modifiers
        .iter()
        .map(|one| (&one.label.text, &one.tags))
        .collect();
    format!(
        "{} {} {key:?} {modifiers:?}",
        name.name.text, name.plugin.text
    )
}

fn print_value(value: &Value, out: &mut String) {
    match value {
        Value::Empty => {}
        Value::Toggle(condition) => {
            let _ = writeln!(out, "if {condition}");
        }
        Value::Optional(splice) => {
            let _ = writeln!(out, "option {}", splice.expression);
        }
        Value::Nodes(nodes) => print_block("value", nodes, out),
    }
}

fn print_body(body: &Body, out: &mut String) {
    match body {
        Body::Void => out.push_str("void\n"),
        Body::Missing => out.push_str("missing\n"),
        Body::Children(nodes) => print_block("children", nodes, out),
    }
}
