//! Questions that rustc need not be asked again: rows of the library, and values that they take.
//!
//! A question to rustc costs more than the write beside it: a constant of its own is type-checked, borrow-checked
//! and evaluated. Nearly all answers are "yes", so this module keeps those that are "yes" for every template: a
//! cache, in `known.txt`, which a test of the library writes from its tables (`tests/parity`). What is not in it is
//! asked, so a row that is missing here costs time and nothing else; and whatever is wrong is judged and worded
//! by the library alone. An editor is always asked, because it shows what it finds: see [`asks_everything`].

mod data;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::ops::{BodyKind, Check, ElementPath, Handle, Namespace};

pub(crate) use self::data::is_plugin;

const ROWS: &str = include_str!("known.txt");

type Words = HashMap<&'static str, &'static str>;

/// The rows, by table and name.
struct Known {
    rows: HashMap<&'static str, Words>,
    /// The attributes that all elements of a table have, with their rules.
    shared: HashMap<&'static str, Words>,
}

/// Whether the answer to a question is known to be "yes".
pub(crate) fn is_fine(check: &Check) -> bool {
    match check {
        Check::Element(ElementPath::Custom, ..) => true,
        Check::Element(path, kind, _) => is_element(path, *kind),
        Check::Attribute(Handle::Row(path, name)) => attribute(path, &name.to_string()).is_some(),
        Check::Literal(Handle::Row(path, name), literal) => {
            let name = name.to_string();
            attribute(path, &name).is_some_and(|rule| takes(rule, &name, &literal.value()))
        }
        Check::Attribute(_) | Check::Literal(..) => true,
        Check::Data(data, given, path) => data::is_fine(data, given, path),
    }
}

/// Whether every question is asked, whatever is known: not for rustc, but for all that shows or follows names.
pub(crate) fn asks_everything() -> bool {
    static ASKS: OnceLock<bool> = OnceLock::new();
    *ASKS.get_or_init(|| {
        let host = std::env::current_exe().unwrap_or_default();
        let host = host.file_stem().unwrap_or_default().to_string_lossy();
        !matches!(&*host, "rustc" | "rustdoc" | "clippy-driver" | "miri") && !cfg!(test)
    })
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let (mut rows, mut shared) = (HashMap::new(), HashMap::new());
        for line in ROWS.lines() {
            let (table, line) = line.split_once(' ').unwrap_or_default();
            let (name, row) = line.split_once(' ').unwrap_or_default();
            if name == "*" {
                shared.insert(table, attributes(row).collect());
            }
            rows.entry(table)
                .or_insert_with(Words::new)
                .insert(name, row);
        }
        Known { rows, shared }
    })
}

/// The row of a table.
fn row(table: &str, name: &str) -> Option<&'static str> {
    known().rows.get(table)?.get(name).copied()
}

/// The attributes of a row, `href`, `type=text,email`, `width#` or `hidden!`: each name with its rule.
fn attributes(row: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    row.split(' ').map(|word| {
        let rule = word.find(['=', '#', '!']).unwrap_or(word.len());
        word.split_at(rule)
    })
}

fn table(namespace: Namespace) -> &'static str {
    match namespace {
        Namespace::Html => "html",
        Namespace::Svg => "svg",
        Namespace::Mathml => "mathml",
    }
}

/// The kind of an element and its attributes.
fn element(path: &ElementPath) -> Option<(&'static str, &'static str)> {
    let ElementPath::In(namespace, name) = path else {
        return None;
    };
    let row = row(table(*namespace), &name.to_string())?;
    Some(row.split_once(' ').unwrap_or((row, "")))
}

fn is_element(path: &ElementPath, body: BodyKind) -> bool {
    let Some((kind, _)) = element(path) else {
        return false;
    };
    match body {
        BodyKind::Void => kind.starts_with("Void"),
        BodyKind::Parent => kind.starts_with("Parent"),
        BodyKind::Raw => kind.starts_with("Raw"),
        BodyKind::Missing => true,
    }
}

/// The rule for literals of an attribute of the library.
fn attribute(path: &ElementPath, name: &str) -> Option<&'static str> {
    let ElementPath::In(namespace, _) = path else {
        return None;
    };
    let (_, own) = element(path)?;
    let own = attributes(own).find(|(own, _)| *own == name);
    let shared = &known().shared;
    let shared = [table(*namespace), "all"].map(|table| shared.get(table)?.get(name).copied());
    own.map(|(_, rule)| rule).or(shared[0]).or(shared[1])
}

/// Whether a literal follows a rule beyond doubt.
fn takes(rule: &str, name: &str, literal: &str) -> bool {
    match rule.split_at(usize::from(!rule.is_empty())) {
        ("=", keywords) => keywords.split(',').any(|keyword| keyword == literal),
        ("#", _) => !literal.is_empty() && literal.bytes().all(|byte| byte.is_ascii_digit()),
        ("!", _) => literal.is_empty() || literal == name,
        _ => true,
    }
}
