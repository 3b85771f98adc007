//! Which signals a page declares, and which it reads.

use std::collections::BTreeSet;

use starmark_syntax::script::{Entry, Shape};

use super::Report;
use super::element::{Attribute, Data, Element};
use super::script::Scripts;
use crate::data::{KeySort, signal_of};
use crate::message::nearest;
use crate::value::Literal;

/// Signals that are declared, by their paths.
#[derive(Debug, Default, Clone)]
pub(super) struct Declared {
    /// Those with a value, which may be anything: `user.name`.
    leaves: BTreeSet<String>,
    /// Those that only hold others: `user`.
    groups: BTreeSet<String>,
    /// Whether more of them may be declared where nothing can be seen.
    is_open: bool,
}

impl Declared {
    /// What the attributes of a page declare.
    pub(super) fn by(elements: &[Element<'_>]) -> Self {
        let mut declared = Self {
            is_open: Scripts::of(elements).sets_signals(),
            ..Self::default()
        };
        for element in elements {
            for (attribute, data) in element.data() {
                declared.attribute(attribute, data);
            }
        }
        declared
    }

    /// Adds a signal, and those that hold it.
    pub(super) fn add(&mut self, path: &str) {
        for (dot, _) in path.match_indices('.') {
            self.groups.insert(path[..dot].to_owned());
        }
        self.leaves.insert(path.to_owned());
    }

    /// Adds what another page or text declares.
    pub(super) fn extend(&mut self, other: &Self) {
        self.leaves.extend(other.leaves.iter().cloned());
        self.groups.extend(other.groups.iter().cloned());
        self.is_open |= other.is_open;
    }

    fn attribute(&mut self, attribute: &Attribute<'_>, data: &Data<'_>) {
        let script = data.script.as_ref();
        // `$['name'] = 1` is beyond what is read here.
        self.is_open |= script.is_some() && attribute.value.contains("$[");
        for signal in script.iter().flat_map(|script| &script.signals) {
            if signal.is_set {
                self.add(&signal.path);
            }
        }
        let Some(row) = data.row.filter(|row| row.sort == KeySort::Variable) else {
            return;
        };
        let key = data.parts.key.map(|key| {
            let mut modifiers = data.parts.modifiers.iter().rev();
            let case = modifiers.find(|(label, _)| *label == "case");
            signal_of(key, case.map(|(_, tags)| &tags[..]))
        });
        match (key, script) {
            (Some(key), Some(script)) => self.value(&key, &script.shape, attribute.value),
            (Some(key), None) => self.add(&key),
            (None, Some(script)) => self.object(&script.shape, attribute.value),
            (None, None) if row.literal == Literal::SignalName => self.add(attribute.value.trim()),
            (None, None) => {}
        }
    }

    /// An object that declares signals; of any other code nobody knows.
    fn object(&mut self, shape: &Shape, source: &str) {
        match shape {
            Shape::Object(entries) => {
                self.is_open |= has_hidden_keys(source);
                self.entries("", entries);
            }
            _ => self.is_open = true,
        }
    }

    /// The value of a signal, which may hold others.
    fn value(&mut self, path: &str, shape: &Shape, source: &str) {
        match shape {
            Shape::Object(entries) if !entries.is_empty() && !has_hidden_keys(source) => {
                self.add(path);
                self.leaves.remove(path);
                self.groups.insert(path.to_owned());
                self.entries(&format!("{path}."), entries);
            }
            _ => self.add(path),
        }
    }

    fn entries(&mut self, before: &str, entries: &[Entry]) {
        for entry in entries {
            self.value(&format!("{before}{}", entry.key), &entry.value, "");
        }
    }

    /// Whether a path is one of a signal, or of something in its value.
    fn has(&self, path: &str) -> bool {
        let mut ends = path.match_indices('.').map(|(dot, _)| dot);
        self.is_open
            || self.leaves.contains(path)
            || self.groups.contains(path)
            || ends.any(|end| self.leaves.contains(&path[..end]))
    }

    /// The signal that was meant.
    fn near(&self, path: &str) -> Option<&str> {
        let paths = self.leaves.iter().chain(&self.groups);
        let paths: Vec<_> = paths.map(String::as_str).collect();
        let same = paths.iter().find(|it| it.eq_ignore_ascii_case(path));
        same.copied().or_else(|| nearest(path, &paths))
    }
}

/// Whether an object has keys that are not written out.
fn has_hidden_keys(source: &str) -> bool {
    source.contains("...") || source.contains("]:")
}

/// Reports each signal that is read and that nothing declares.
pub(super) fn check(elements: &[Element<'_>], declared: &Declared, report: &mut Report) {
    for element in elements {
        for (attribute, data) in element.data() {
            let signals = data.script.iter().flat_map(|script| &script.signals);
            let unknown: BTreeSet<_> = signals
                .filter(|signal| !declared.has(&signal.path))
                .map(|signal| signal.path.as_str())
                .collect();
            for path in unknown {
                report.at(element, attribute, undeclared(path, declared));
            }
        }
    }
}

fn undeclared(path: &str, declared: &Declared) -> String {
    let message = format!("no signal `{path}` is declared on this page");
    match declared.near(path) {
        Some(near) => format!("{message}; did you mean `${near}`?"),
        None => {
            let object = path.split('.').rev().fold("''".to_owned(), |value, name| {
                format!("{{{name}: {value}}}")
            });
            format!("{message}: declare it, as in `data-signals=\"{object}\"`")
        }
    }
}
