//! What the macros would say to a literal: the library's own rules, asked before the program is compiled.

use starmark::data::{self, Call, Code, Entry, Found, Given, Place, ROWS, Shape, Use};
use starmark::value::Literal;
use starmark_syntax::known::Row;
use starmark_syntax::script::{self, Script};

use super::dom::Element;

/// How many parts of an attribute a problem can be in: name, key, value and a few modifiers.
const PARTS: usize = 16;

/// Whether the rule of a row accepts a literal, or what the macro would say.
pub(crate) fn literal(name: &str, rule: &'static str, value: &str) -> Result<(), String> {
    let (rule, keywords) = match rule.split_at_checked(1) {
        Some(("=", keywords)) => (Literal::Keyword, keywords.split(',').collect()),
        Some(("#", _)) => (Literal::Number, Vec::new()),
        Some(("!", _)) => (Literal::Flag, Vec::new()),
        _ => return Ok(()),
    };
    let code = Code {
        text: Some(value),
        ..Code::PLAIN
    };
    let used = Use {
        given: Given::Code(code),
        ..Use::on(Place::CUSTOM)
    };
    // The rules are made for constants; the program ends before this adds up to anything.
    let found = Found::Declared(lasting(name), rule, keywords.leak());
    answer(found, used)
}

/// Whether a `data-*` attribute is one that the macro accepts, or what it would say.
pub(crate) fn data(
    element: &Element,
    row: Option<&Row>,
    name: &str,
    value: &str,
) -> Result<(), String> {
    let (plugin, key, modifiers) = split(name.strip_prefix("data-").unwrap_or(name));
    let tags: Vec<(&str, Vec<&str>)> = modifiers.iter().map(|modifier| label(modifier)).collect();
    let modifiers: Vec<(&str, &[&str])> = tags
        .iter()
        .map(|(label, tags)| (*label, &tags[..]))
        .collect();
    let place = row.map_or(Place::CUSTOM, |row| {
        Place::named(lasting(&element.name), row.kind().ends_with("Control"))
    });
    let script = script::read(value);
    let filter = script::filter(value);
    let calls: Vec<(String, Vec<Shape<'static>>)> = calls(&script);
    let calls: Vec<Call<'_>> = calls
        .iter()
        .map(|(name, arguments)| Call { name, arguments })
        .collect();
    let names: Vec<&str> = script.names.iter().map(String::as_str).collect();
    let code = Code {
        text: Some(value),
        statements: script.statements.as_deref(),
        value: script.value.as_deref(),
        filter: filter
            .as_deref()
            .filter(|_| matches!(script.shape, script::Shape::Object(_))),
        calls: &calls,
        names: &names,
        shape: shape(&script.shape),
    };
    let given = match value {
        "" => Given::Nothing,
        value if value.trim().is_empty() => Given::Blank,
        _ => Given::Code(code),
    };
    let found = ROWS.iter().find(|row| row.name == plugin);
    let found = found.map_or(Found::Unknown, |row| Found::Plugin(*row));
    let used = Use {
        name: plugin,
        key,
        modifiers: &modifiers,
        given,
        place,
    };
    answer(found, used)
}

fn answer(found: Found, used: Use<'_>) -> Result<(), String> {
    let checked = data::check(found, used);
    match (0..PARTS).find_map(|part| checked.message(part)) {
        Some(message) => Err(format!("{message} (it is in quotes, unchecked)")),
        None => Ok(()),
    }
}

/// Plugin, key and modifiers, as the client splits a name. <https://data-star.dev/reference/attributes>
fn split(name: &str) -> (&str, Option<&str>, Vec<&str>) {
    let end = name.find("__").unwrap_or(name.len());
    let modifiers = name[end..].split("__").skip(1).collect();
    match name[..end].find(':').filter(|colon| colon + 1 < end) {
        Some(colon) => (&name[..colon], Some(&name[colon + 1..end]), modifiers),
        None => (&name[..end], None, modifiers),
    }
}

fn label(modifier: &str) -> (&str, Vec<&str>) {
    let mut parts = modifier.split('.');
    (parts.next().unwrap_or_default(), parts.collect())
}

fn calls(script: &Script) -> Vec<(String, Vec<Shape<'static>>)> {
    let calls = script.calls.iter();
    calls
        .map(|call| {
            (
                call.name.clone(),
                call.arguments.iter().map(shape).collect(),
            )
        })
        .collect()
}

fn shape(shape: &script::Shape) -> Shape<'static> {
    match shape {
        script::Shape::Text(text) => Shape::Text(text.as_deref().map(lasting)),
        script::Shape::Number => Shape::Number,
        script::Shape::Bool(_) => Shape::Bool,
        script::Shape::Null => Shape::Null,
        script::Shape::Array => Shape::Array,
        script::Shape::Function => Shape::Function,
        script::Shape::Pattern(pattern) => Shape::Pattern(lasting(pattern)),
        script::Shape::Other => Shape::Other,
        script::Shape::Object(entries) => {
            let entries = entries.iter().map(|entry| Entry {
                key: lasting(&entry.key),
                value: self::shape(&entry.value),
            });
            Shape::Object(entries.collect::<Vec<_>>().leak())
        }
    }
}

fn lasting(text: &str) -> &'static str {
    text.to_owned().leak()
}
