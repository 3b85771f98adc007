//! The rows of the library's tables, as text: which elements and attributes there are, and the rules for their literals.
//!
//! The library owns the tables, and a test of it writes `known.txt` from them (`tests/parity`). The macros keep from asking
//! rustc what stands here, and the tools read here what a name in a file is.

use std::collections::HashMap;
use std::sync::OnceLock;

const ROWS: &str = include_str!("known.txt");

/// A table or a row, by name: of a table its rows, of a row its attributes with their rules.
type Words<T> = HashMap<&'static str, T>;

/// A row: the kind of an element, or `-`, and attributes, which are told apart when they are asked for.
pub struct Row {
    pub text: &'static str,
    attributes: OnceLock<Words<&'static str>>,
}

impl Row {
    fn new(text: &'static str) -> Self {
        Self {
            text,
            attributes: OnceLock::new(),
        }
    }

    /// The kind of an element: `Parent`, `Void` or `Raw`, with `Control` behind it if it is a form control.
    pub fn kind(&self) -> &'static str {
        self.text.split(' ').next().unwrap_or_default()
    }

    /// The rule of an attribute: `href`, `type=text,email`, `width#` or `hidden!`.
    pub fn attribute(&self, name: &str) -> Option<&'static str> {
        let attributes = self.attributes.get_or_init(|| {
            let words = self.text.split(' ').skip(1);
            let rules = words.map(|word| {
                let rule = word.find(['=', '#', '!']).unwrap_or(word.len());
                word.split_at(rule)
            });
            rules.collect()
        });
        attributes.get(name).copied()
    }
}

/// The row of a name in a table: `html`, `svg`, `mathml`, or one of those with what they share.
pub fn row(table: &str, name: &str) -> Option<&'static Row> {
    static KNOWN: OnceLock<Words<Words<Row>>> = OnceLock::new();
    let tables = KNOWN.get_or_init(|| {
        let mut tables = Words::new();
        for line in ROWS.lines() {
            let (table, line) = line.split_once(' ').unwrap_or_default();
            let (name, text) = line.split_once(' ').unwrap_or_default();
            let rows = tables.entry(table).or_insert_with(Words::new);
            rows.insert(name, Row::new(text));
        }
        tables
    });
    tables.get(table)?.get(name)
}

/// The rule for literals of an attribute of an element, be it the element's own or one that others share.
pub fn attribute(table: &str, element: &Row, name: &str) -> Option<&'static str> {
    let shared = |table| row(table, "*")?.attribute(name);
    let own = element.attribute(name);
    own.or_else(|| shared("all")).or_else(|| shared(table))
}
