//! Our markup as the parser of a browser reads it, on its way into the page.

#[path = "../../support/markup.rs"]
mod parser;

use parser::Kind;
use serde_json::{Value, json};

/// The nodes of a fragment, as `show` of the page reads them.
pub(crate) fn nodes(markup: &str) -> String {
    let mut nodes = Vec::new();
    parser::visit(markup, |depth, kind| nodes.extend(node(depth, kind)));
    Value::Array(nodes).to_string()
}

fn node(depth: usize, kind: &Kind) -> Option<Value> {
    match kind {
        Kind::Document => None,
        Kind::Text(text) => Some(json!([depth, "text", text])),
        Kind::Comment(text) => Some(json!([depth, "comment", text])),
        Kind::Element(name, attributes) => {
            let attributes: Vec<_> = attributes
                .iter()
                .map(|attribute| [&*attribute.name.local, &*attribute.value])
                .collect();
            Some(json!([
                depth,
                "element",
                &*name.local,
                &*name.ns,
                attributes
            ]))
        }
    }
}
