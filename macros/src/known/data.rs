//! `data-*` names whose answer is known: the common ones, with at most one modifier.

use super::{is_control, row};
use crate::ops::{ElementPath, Given};
use starmark_syntax::script::{self, Call, Entry, Rule, Shape};
use starmark_syntax::template::name::{DataName, Modifier};

/// A row about a plugin, as `known.txt` has it.
struct Row {
    key: &'static str,
    sort: &'static str,
    value: &'static str,
    literal: &'static str,
    elements: &'static str,
    /// `prevent`, or `debounce:` if there is a duration behind it.
    modifiers: &'static str,
}

impl Row {
    fn find(plugin: &str) -> Option<Self> {
        let mut words = row("data", plugin)?.text.splitn(6, ' ');
        let mut word = || words.next().unwrap_or_default();
        Some(Self {
            key: word(),
            sort: word(),
            value: word(),
            literal: word(),
            elements: word(),
            modifiers: word(),
        })
    }
}

/// Whether a `data-*` name is one of the library's plugins.
pub(crate) fn is_plugin(name: &str) -> bool {
    row("data", name).is_some()
}

pub(super) fn is_fine(data: &DataName, given: &Given, path: &ElementPath) -> bool {
    let Some(row) = Row::find(&data.plugin.text) else {
        return false;
    };
    let key = data.key.as_ref().map(|key| &*key.text);
    key_is_fine(&row, key, given)
        && modifiers_are_fine(&row, &data.modifiers)
        && place_is_fine(&row, path)
        && value_is_fine(&row, key, given, &data.plugin.text)
}

fn key_is_fine(row: &Row, key: Option<&str>, given: &Given) -> bool {
    let has_value = matches!(given, Given::Value | Given::Code(..));
    let is_due = match (row.key, key) {
        ("Required", key) => key.is_some(),
        ("Denied", key) => key.is_none(),
        ("Exclusive", key) => key.is_some() != has_value,
        _ => true,
    };
    let is_plain = |key: &str| {
        let mut bytes = key.bytes();
        bytes.all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    let is_known = |key| row.sort != "Listener" || is_word_of("events", key);
    is_due && key.is_none_or(|key| is_plain(key) && is_known(key))
}

/// Whether a word stands in one of the rows that are mere lists.
fn is_word_of(list: &str, word: &str) -> bool {
    row("words", list).is_some_and(|words| words.attribute(word).is_some())
}

/// Two modifiers may contradict each other; that is asked.
fn modifiers_are_fine(row: &Row, modifiers: &[Modifier]) -> bool {
    let [modifier] = modifiers else {
        return modifiers.is_empty();
    };
    let label = &*modifier.label.text;
    row.modifiers.split(' ').any(
        |known| match (known.strip_suffix(':'), &modifier.tags[..]) {
            (Some(known), [tag]) => known == label && is_duration(tag),
            (None, []) => known == label && !label.is_empty(),
            _ => false,
        },
    )
}

fn is_duration(tag: &str) -> bool {
    let number = tag.strip_suffix("ms").or_else(|| tag.strip_suffix('s'));
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn place_is_fine(row: &Row, path: &ElementPath) -> bool {
    match row.elements {
        "All" | "First" => true,
        "Control" => is_control(path),
        _ => false,
    }
}

fn value_is_fine(row: &Row, key: Option<&str>, given: &Given, plugin: &str) -> bool {
    match (row.value, given) {
        ("Required", Given::Nothing | Given::Blank) => false,
        ("Denied", given) => matches!(given, Given::Nothing),
        ("Allowed", Given::Nothing) => key.is_some() || row.sort != "Variable",
        (_, Given::Code(source, _)) => code_is_fine(row, key, source, plugin),
        _ => true,
    }
}

fn code_is_fine(row: &Row, key: Option<&str>, source: &str, plugin: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let rule = match row.literal {
        "Any" => return true,
        "SignalName" => return !source.is_empty() && source.bytes().all(is_word),
        "Statements" => Rule::Statements,
        "Expression" => Rule::Value,
        _ => return false,
    };
    let Some(script) = script::read_as(source, rule) else {
        return false;
    };
    let is_argument = |name: &String| name == "evt" && row.sort == "Listener";
    script.names.iter().all(is_argument)
        && script.calls.iter().all(call_is_fine)
        && (rule == Rule::Statements || shape_is_fine(row, key, &script.shape, plugin))
}

/// A request to a path of the site, without options.
fn call_is_fine(call: &Call) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.?=&%".contains(&byte);
    let is_path = |url: &str| {
        let mut rest = url.strip_prefix('/').unwrap_or("//").bytes();
        rest.next().is_none_or(|byte| byte.is_ascii_alphanumeric()) && rest.all(is_plain)
    };
    match &call.arguments[..] {
        [Shape::Text(Some(url))] => is_path(url) && is_word_of("requests", &call.name),
        [Shape::Text(None)] => is_word_of("requests", &call.name),
        _ => false,
    }
}

fn shape_is_fine(row: &Row, key: Option<&str>, shape: &Shape, plugin: &str) -> bool {
    match (row.sort, shape) {
        ("Keyless", _) | (_, Shape::Other) => true,
        // Entries of styles and of computed signals have rules of their own.
        ("Css", _) => false,
        ("Markup", shape) if key.is_some() => !matches!(shape, Shape::Bool(_)),
        _ if key.is_some() => true,
        (_, Shape::Object(entries)) => plugin != "computed" && entries_are_fine(entries),
        _ => false,
    }
}

fn entries_are_fine(entries: &[Entry]) -> bool {
    let is_new = |(i, entry): (usize, &Entry)| {
        !entry.key.contains('.') && entries[..i].iter().all(|earlier| earlier.key != entry.key)
    };
    entries.iter().enumerate().all(is_new)
}
