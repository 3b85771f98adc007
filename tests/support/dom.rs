//! Markup as html5ever parses it, printed so that equal trees are equal strings.

#[path = "markup.rs"]
mod markup;

use std::fmt::Write as _;

use markup::{Kind, visit};

/// Prints the tree of a fragment.
pub(crate) fn tree(markup: &str) -> String {
    let mut printed = String::new();
    visit(markup, |depth, kind| print(depth, kind, &mut printed));
    printed
}

fn print(depth: usize, kind: &Kind, out: &mut String) {
    let _ = match kind {
        Kind::Document => Ok(()),
        Kind::Text(text) => writeln!(out, "{:depth$}{text:?}", ""),
        Kind::Comment(text) => writeln!(out, "{:depth$}<!-- {text:?}", ""),
        Kind::Element(name, attributes) => {
            let _ = write!(out, "{:depth$}<{}:{}", "", name.ns, name.local);
            for attribute in attributes {
                let _ = write!(out, " {}={:?}", attribute.name.local, &*attribute.value);
            }
            writeln!(out)
        }
    };
}
