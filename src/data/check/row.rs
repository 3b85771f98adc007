//! What rows say, as the checks read it.

use crate::message::{ends_with, eq};
use crate::value::Literal;

/// What a row says about an attribute.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The name behind `data-`.
    pub name: &'static str,
    /// Whether there is a key.
    pub key: Presence,
    /// What its keys are.
    pub sort: KeySort,
    /// Whether `__case` changes the key.
    pub case: bool,
    /// Whether there is a value.
    pub value: Presence,
    /// What a literal must look like.
    pub literal: Literal,
    /// Which elements it belongs on.
    pub elements: Elements,
    /// Its modifiers.
    pub modifiers: &'static [ModifierRow],
}

/// Whether an attribute has a key, or a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must.
    Required,
    /// It may.
    Allowed,
    /// It must not.
    Denied,
    /// Either the key or the value.
    Exclusive,
}

/// What the keys of an attribute are; the sorts of [`key`](crate::data::key).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeySort {
    /// Signals.
    Variable,
    /// Classes.
    Class,
    /// CSS properties.
    Css,
    /// Attributes.
    Markup,
    /// Names in the browser's storage.
    Storage,
    /// Events.
    Listener,
    /// None.
    Keyless,
}

impl KeySort {
    /// The sort as a row spells it.
    pub const fn of_row(sort: &str) -> Self {
        match sort.as_bytes() {
            b"Variable" => Self::Variable,
            b"Class" => Self::Class,
            b"Css" => Self::Css,
            b"Markup" => Self::Markup,
            b"Storage" => Self::Storage,
            b"Listener" => Self::Listener,
            _ => Self::Keyless,
        }
    }
}

/// Which elements an attribute belongs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elements {
    /// Any.
    All,
    /// Any, before the attributes that depend on it.
    First,
    /// Form controls.
    Control,
    /// The root.
    Root,
}

impl Elements {
    /// The elements as a row spells them.
    pub const fn of_row(place: &str) -> Self {
        match place.as_bytes() {
            b"first" => Self::First,
            b"on Control" => Self::Control,
            b"on Root" => Self::Root,
            _ => Self::All,
        }
    }
}

/// Whether a row has a word that it may leave out.
pub const fn is_given(word: &str) -> bool {
    !word.is_empty()
}

/// What a row says about a modifier.
#[derive(Debug, Clone, Copy)]
pub struct ModifierRow {
    /// The label.
    pub name: &'static str,
    /// What stands behind it.
    pub tags: Tags,
    /// What it contradicts.
    pub without: &'static [&'static str],
}

impl ModifierRow {
    /// Whether only one of the two can hold. A row names the other as Rust does, where `loop` is `loop_`.
    pub(super) const fn contradicts(&self, label: &str) -> bool {
        let mut i = 0;
        while i < self.without.len() {
            let other = self.without[i];
            let is_word = ends_with(other, "_") && eq(other.split_at(other.len() - 1).0, label);
            if is_word || eq(other, label) {
                return true;
            }
            i += 1;
        }
        false
    }
}

/// What the tags of a modifier look like.
#[derive(Debug, Clone, Copy)]
pub enum Tags {
    /// There are none.
    None,
    /// A duration, and some of these.
    Duration(&'static [&'static str]),
    /// A whole number from 0 to 100.
    Percent,
    /// One name.
    Name,
    /// Names.
    Names,
    /// One of these.
    OneOf(&'static [&'static str]),
}
