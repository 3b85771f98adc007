//! Rules that need the whole start tag: no attribute twice.
//!
//! HTML keeps the first of two attributes with one name and drops the other without a word
//! (<https://html.spec.whatwg.org/multipage/parsing.html#parse-error-duplicate-attribute>).

use std::collections::HashSet;

use starmark_syntax::errors::Errors;
use starmark_syntax::template::ast::{
    Arm, Attribute, AttributeName, Body, Element, Else, If, Node,
};

/// Checks every start tag below `nodes`.
pub(crate) fn nodes(nodes: &[Node], errors: &mut Errors) {
    for node in nodes {
        match node {
            Node::Element(element) => check_element(element, errors),
            Node::Component(component) => body(&component.body, errors),
            Node::Block(children) => self::nodes(children, errors),
            Node::If(chain) => check_if(chain, errors),
            Node::Loop(chain) => self::nodes(&chain.body, errors),
            Node::Match(chain) => chain
                .arms
                .iter()
                .for_each(|Arm { body, .. }| self::nodes(body, errors)),
            Node::Text(_) | Node::Splice(_) | Node::Let(_) => {}
        }
    }
}

fn check_element(element: &Element, errors: &mut Errors) {
    duplicates(&element.attributes, errors);
    body(&element.body, errors);
}

fn body(body: &Body, errors: &mut Errors) {
    if let Body::Children(children) = body {
        nodes(children, errors);
    }
}

fn check_if(chain: &If, errors: &mut Errors) {
    nodes(&chain.then, errors);
    match chain.otherwise.as_deref() {
        Some(Else::If(chain)) => check_if(chain, errors),
        Some(Else::Block(children)) => nodes(children, errors),
        None => {}
    }
}

fn duplicates(attributes: &[Attribute], errors: &mut Errors) {
    let has_class = attributes
        .iter()
        .any(|attribute| matches!(attribute, Attribute::Class { .. }));
    let mut seen: HashSet<&str> = HashSet::new();
    for attribute in attributes {
        let (name, span) = match attribute {
            Attribute::Id { span, .. } => ("id", *span),
            Attribute::Named {
                name: AttributeName::Bare(name) | AttributeName::Quoted(name),
                ..
            } => (name.text.as_str(), name.span),
            Attribute::Named {
                name: AttributeName::Data(data),
                ..
            } => (data.name.text.as_str(), data.name.span),
            Attribute::Class { .. } | Attribute::Spread(_) => continue,
        };
        if name == "class" && has_class {
            errors.at(span, "`class` beside a `.name`; write all classes in one way, or the browser drops these");
        } else if !seen.insert(name) {
            errors.at(
                span,
                format!("`{name}` is here twice; the browser keeps only the first"),
            );
        }
    }
}
