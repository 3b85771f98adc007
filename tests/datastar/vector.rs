//! Vectors: attributes as they stand in HTML, and what the client makes of them.
//!
//! A file of vectors is an object with the lists `valid` and `invalid`. A vector names the element (`tag`, `div`
//! if left out), its other attributes (`extra`), its content (`inner`) and what stands around it (`pre`, `post`);
//! `what` says what a valid one does, `why` what is wrong with an invalid one. The rest is for a browser: `act` is
//! JavaScript to run, `wait` and `wait2` are milliseconds before and after it, and `chk` is true at the end.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// One vector.
#[derive(Debug)]
pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) tag: String,
    /// The attributes under test, as in HTML.
    pub(crate) source: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) extra: Vec<Attribute>,
    pub(crate) inner: String,
    /// What the vector does, or why it fails.
    pub(crate) about: String,
    pub(crate) json: Value,
}

/// An attribute: a name, and what stands between the quotes.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) value: Option<String>,
}

/// The files that hold vectors, beside this one.
pub(crate) const FILES: [&str; 3] = ["vectors.json", "more.json", "reference.json"];

/// All vectors of a list, `valid` or `invalid`, of these files.
pub(crate) fn read(folder: &Path, files: &[&str], list: &str) -> Vec<Vector> {
    let vectors = files.iter().flat_map(|file| {
        let mut json = json(&folder.join(file));
        match json[list].take() {
            Value::Array(vectors) => vectors,
            Value::Null => Vec::new(),
            _ => panic!("{file}: `{list}` is no list"),
        }
    });
    vectors.map(Vector::new).collect()
}

pub(crate) fn json(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Vector {
    pub(crate) fn new(json: Value) -> Self {
        let part = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        let or = |text: String, other: String| if text.is_empty() { other } else { text };
        Self {
            id: part("id"),
            tag: or(part("tag"), "div".to_owned()),
            source: part("attr"),
            attributes: attributes(&part("attr")),
            extra: attributes(&part("extra")),
            inner: part("inner"),
            about: or(part("what"), part("why")),
            json,
        }
    }

    /// The name of the module that holds the vector's template.
    pub(crate) fn module(&self) -> String {
        self.id.to_lowercase()
    }

    /// The attributes of the element, the ones under test last.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Attribute> {
        self.extra.iter().chain(&self.attributes)
    }
}

/// The attributes in the source, split as an author means them: a name ends at `=` or white space.
fn attributes(source: &str) -> Vec<Attribute> {
    let mut list = Vec::new();
    let mut rest = source.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace());
        let (name, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let (value, behind) = match behind.strip_prefix('=') {
            Some(quoted) => {
                let (value, behind) = between_quotes(quoted);
                (Some(value), behind)
            }
            None => (None, behind),
        };
        list.push(Attribute {
            name: name.to_owned(),
            value,
        });
        rest = behind.trim_start();
    }
    list
}

fn between_quotes(source: &str) -> (String, &str) {
    let quote = source.chars().next().filter(|quote| "\"'".contains(*quote));
    let inner = quote.and_then(|quote| source[1..].split_once(quote));
    let (value, behind) = inner.unwrap_or_else(|| panic!("no value in quotes: {source}"));
    (value.to_owned(), behind)
}
