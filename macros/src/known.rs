//! Questions that rustc need not be asked again: rows of the library, and values that they take.
//!
//! A question to rustc costs more than the write beside it: a constant of its own is type-checked, borrow-checked
//! and evaluated. Nearly all answers are "yes", so this module knows those that are "yes" for every template: by the
//! rows of [`starmark_syntax::known`], which a test of the library writes from its tables. What is not in them is
//! asked, so a row that is missing here costs time and nothing else; and whatever is wrong is judged and worded
//! by the library alone. An editor is always asked, because it shows what it finds: see [`asks_everything`].

mod data;

use std::sync::OnceLock;

use starmark_syntax::known::{self, Row, row};

use crate::ops::{BodyKind, Check, ElementPath, Handle, Namespace};

pub(crate) use self::data::is_plugin;

/// Whether the answer to a question is known to be "yes".
pub(crate) fn is_fine(check: &Check) -> bool {
    match check {
        Check::Element(ElementPath::Custom, ..) => true,
        Check::Element(path, kind, _) => is_element(path, *kind),
        Check::Attribute(Handle::Row(path, name)) => attribute(path, &name.text).is_some(),
        Check::Literal(Handle::Row(path, name), text) => {
            attribute(path, &name.text).is_some_and(|rule| takes(rule, &name.text, &text.value))
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

fn table(namespace: Namespace) -> &'static str {
    match namespace {
        Namespace::Html => "html",
        Namespace::Svg => "svg",
        Namespace::Mathml => "mathml",
    }
}

fn element(path: &ElementPath) -> Option<&'static Row> {
    match path {
        ElementPath::In(namespace, name) => row(table(*namespace), &name.text),
        _ => None,
    }
}

fn is_element(path: &ElementPath, body: BodyKind) -> bool {
    element(path).is_some_and(|row| match body {
        BodyKind::Void => row.text.starts_with("Void"),
        BodyKind::Parent => row.text.starts_with("Parent"),
        BodyKind::Raw => row.text.starts_with("Raw"),
        BodyKind::Missing => true,
    })
}

/// Whether an element is a form control.
fn is_control(path: &ElementPath) -> bool {
    element(path).is_some_and(|row| row.kind().ends_with("Control"))
}

/// The rule for literals of an attribute of the library.
fn attribute(path: &ElementPath, name: &str) -> Option<&'static str> {
    let ElementPath::In(namespace, _) = path else {
        return None;
    };
    known::attribute(table(*namespace), element(path)?, name)
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
