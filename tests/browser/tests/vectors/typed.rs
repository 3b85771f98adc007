//! Vectors by functions instead of literals.
//!
//! The builder's rows are whole elements, the others attributes for any template engine. What has no row cannot
//! be said by functions, or would say the same again:
//!
//! * signals with a hyphen (`my-el`), with two underscores or with a number in their path (V5, V30, V42, W74, W79,
//!   W81, W87): a `Signal` is a name that reads the same in keys, values and expressions;
//! * signals whose value the browser computes, or that are deleted by having none (V16, V20, W77, W78): values
//!   come from Rust, and nothing in them is code;
//! * `null` inside of an array, which is another word for deleting (W75 has a number there), and `retryScaler`
//!   (V136 has it not): the functions do not know them;
//! * what differs from a vector above it only in code, which is a literal here, too (W26 to W35, W219 to W237, most
//!   of the reference).

/// A table of elements.
macro_rules! elements {
    ($($id:ident => $element:expr;)*) => {
        pub(super) const ROWS: &[super::Row] =
            &[$((stringify!($id), || $element.id("a").to_string())),*];
    };
}

/// A table of attributes.
macro_rules! attributes {
    ($($id:ident => $attribute:expr;)*) => {
        pub(super) const ROWS: &[super::Row] = &[$((stringify!($id), || $attribute.to_string())),*];
    };
}

mod attributes;
mod elements;
mod own;
mod values;

use std::fmt::Write as _;

use starmark::html::div;

pub(crate) use values::vectors as values;

use crate::Printed;
use crate::vector::{Attribute, Vector};

/// A row of a table.
type Row = (&'static str, fn() -> String);

/// The tables only grow; with fewer, what follows from vectors was lost.
const LEAST: usize = 280;

/// What the builder prints: the rows of its table, and what follows from a vector itself.
pub(crate) fn elements(vectors: &[Vector]) -> Printed {
    let rows = elements::ROWS.iter().map(|(id, element)| {
        let vector = find(vectors, id);
        (vector.id.clone(), with_content(vector, &element()))
    });
    let derived = vectors
        .iter()
        .filter_map(|vector| Some((vector.id.clone(), derived(vector)?)));
    let printed: Printed = derived.chain(rows).collect();
    println!("{} vectors by the builder", printed.len());
    assert!(printed.len() >= LEAST);
    printed
}

/// What attributes print that stand alone, in the vector's element.
pub(crate) fn attributes(vectors: &[Vector]) -> Printed {
    let rows = attributes::ROWS.iter().map(|(id, attribute)| {
        let vector = find(vectors, id);
        let Vector { tag, inner, .. } = vector;
        let mut element = format!("<{tag} id=\"a\"");
        for attribute in &vector.extra {
            element.push_str(&literal(attribute));
        }
        let _ = write!(element, "{}>{inner}", attribute());
        if tag != "input" {
            let _ = write!(element, "</{tag}>");
        }
        (vector.id.clone(), element)
    });
    rows.collect()
}

fn find<'a>(vectors: &'a [Vector], id: &str) -> &'a Vector {
    let mut vectors = vectors.iter();
    let found = vectors.find(|vector| vector.id == id);
    found.unwrap_or_else(|| panic!("no valid vector is called {id}"))
}

/// The element of a row, which has to be the vector's, with the vector's content.
fn with_content(vector: &Vector, element: &str) -> String {
    let Vector { id, tag, inner, .. } = vector;
    assert!(element.starts_with(&format!("<{tag} ")), "{id}: {element}");
    for attribute in &vector.extra {
        assert!(element.contains(&literal(attribute)), "{id}: {element}");
    }
    let end = format!("</{tag}>");
    match element.strip_suffix(&end) {
        Some(start) => format!("{start}{inner}{end}"),
        None => element.to_owned(),
    }
}

/// Any class is a key or an entry of an object, and any expression is a value.
fn derived(vector: &Vector) -> Option<String> {
    let [Attribute { name, value }] = &vector.attributes[..] else {
        return None;
    };
    let is_plain = vector.extra.is_empty() && vector.tag == "div" && !name.contains("__");
    // Code is text of the program, so this text has to live as long.
    let value: &'static str = value.as_ref()?.clone().leak();
    let element = match name.strip_prefix("data-class:") {
        Some(class) if is_plain => div().data_class(class, value),
        None if is_plain && name == "data-text" => div().data_text(value),
        _ => return None,
    };
    Some(with_content(vector, &element.id("a").to_string()))
}

/// The attribute as it stands in HTML; no value of a vector has anything to escape but quotes.
fn literal(Attribute { name, value }: &Attribute) -> String {
    match value {
        Some(value) => format!(" {name}=\"{}\"", value.replace('"', "&quot;")),
        None => format!(" {name}"),
    }
}
