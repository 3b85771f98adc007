//! The plan as plain functions: `html::div().class("…").child(…)`.

mod attribute;
mod expression;

use proc_macro2::Span;
use starmark_syntax::template::name::rust_ident;

use super::dom::Table;
use super::literal::{literal, parts};
use super::plan::{Content, Item, Tag};
use expression::{Call, Expression};

/// How much of a text stands on one line.
const LINE: usize = 80;

/// An expression of type `Markup`, with what it imports beyond the prelude.
pub(crate) fn builder(items: &[Item], width: usize, indent: usize) -> (Vec<&'static str>, String) {
    let nodes: Vec<Expression> = items.iter().flat_map(nodes).collect();
    let render = |node: Expression| Expression::call("render", vec![node]);
    let expression = match <[Expression; 1]>::try_from(nodes) {
        Ok([node]) => render(node),
        Err(nodes) if nodes.is_empty() => Expression::Atom("Markup::default()".to_owned()),
        Err(nodes) => render(Expression::List(nodes.into_iter().map(render).collect())),
    };
    let text = expression.print(width, indent);
    let imports = [
        ("svg::", "use starmark::svg::{self, Presentation as _};"),
        (
            "mathml::",
            "use starmark::mathml::{self, MathmlGlobal as _};",
        ),
        (
            "Attribute::<",
            "use starmark::value::{Attribute, Flag, Text};",
        ),
    ];
    let used = imports.into_iter().filter(|(mark, _)| text.contains(mark));
    (used.map(|(_, import)| import).collect(), text)
}

/// A piece as expressions that render one after the other.
fn nodes(item: &Item) -> Vec<Expression> {
    match item {
        Item::Text(text) => {
            let parts = parts(text, LINE);
            parts
                .iter()
                .map(|part| Expression::Atom(literal(part)))
                .collect()
        }
        Item::Markup(markup) => vec![trusted(markup)],
        Item::Doctype => vec![Expression::Atom("DOCTYPE".to_owned())],
        Item::Tag(tag) => vec![element(tag)],
    }
}

fn trusted(markup: &str) -> Expression {
    Expression::Atom(format!("PreEscaped({})", literal(markup)))
}

fn element(tag: &Tag) -> Expression {
    let module = match tag.table {
        Table::Html => "html",
        Table::Svg => "svg",
        Table::Mathml => "mathml",
    };
    let mut calls: Vec<Call> = tag.attributes.iter().map(attribute::call).collect();
    match &tag.content {
        Content::Void => {}
        Content::Items(items) => {
            let children = items.iter().flat_map(nodes);
            calls.extend(children.map(|child| Call::new("child", vec![child])));
        }
        Content::Code(code) if code.is_empty() => {}
        Content::Code(code) | Content::Markup(code) => {
            calls.push(Call::new("code", vec![trusted(code)]));
        }
    }
    Expression::Chain {
        head: format!("{module}::{}()", ident(&tag.name)),
        calls,
    }
}

/// The name of a function or method.
fn ident(name: &str) -> String {
    rust_ident(name, Span::call_site()).to_string()
}

fn text(text: &str) -> Expression {
    Expression::Atom(literal(text))
}
