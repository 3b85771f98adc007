//! `syntax/src/known.txt`: what the macros and tools know of the tables, so that rustc is asked about the rest alone.
//!
//! `STARMARK_KNOWN=overwrite cargo test --test parity` writes it anew.

use std::fs;
use std::path::Path;

use starmark::data::{ACTIONS, Code, Given, KeySort, Place, Presence, ROWS, Row, Tags, Use, check};
use starmark::value::Literal;

use crate::tables::{Attribute, Element, Tables};

#[test]
fn the_macros_know_the_tables() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("syntax/src/known.txt");
    let expected = write(&Tables::read());
    if std::env::var_os("STARMARK_KNOWN").is_some_and(|mode| mode == "overwrite") {
        fs::write(&path, &expected).expect("the file is written");
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        known == expected,
        "the tables have changed: set STARMARK_KNOWN=overwrite"
    );
}

/// The macros ask nothing about these, so the library must have nothing to say.
#[test]
fn the_library_finds_nothing_wrong_with_what_is_known() {
    let tables = Tables::read();
    let events = events(&tables);
    for row in ROWS {
        let keys: Vec<Option<&str>> = match (row.key, row.sort) {
            (Presence::Denied, _) => vec![None],
            (_, KeySort::Listener) => events.iter().copied().map(Some).collect(),
            (Presence::Required, _) => vec![Some("a-1")],
            _ => vec![None, Some("a-1")],
        };
        let labels: Vec<_> = modifiers(row).into_iter().map(Some).collect();
        for key in keys {
            for modifier in labels.iter().chain([&None]) {
                assert_is_fine(row, key, modifier.as_deref());
            }
        }
    }
}

fn assert_is_fine(row: &Row, key: Option<&str>, modifier: Option<&str>) {
    let written = modifier.map(|modifier| match modifier.strip_suffix(':') {
        Some(label) => (label, &["200ms"][..]),
        None => (modifier, &[][..]),
    });
    let given = match (row.value, row.key, row.literal) {
        (Presence::Denied, ..) => Given::Nothing,
        (_, Presence::Exclusive, _) if key.is_some() => Given::Nothing,
        (.., Literal::SignalName) => Given::Code(Code {
            text: Some("a_1"),
            ..Code::PLAIN
        }),
        _ => Given::Code(Code::PLAIN),
    };
    let used = Use {
        name: row.name,
        key,
        modifiers: written.as_slice(),
        given,
        ..Use::on(Place::of::<starmark::html::input>())
    };
    if row.name == "nonce" {
        return; // It belongs on the root alone, so it is always asked.
    }
    let checked = check(starmark::data::Found::Plugin(*row), used);
    let problem = (0..4).find_map(|part| checked.message(part));
    assert_eq!(problem, None, "{} {key:?} {modifier:?}", row.name);
}

fn write(tables: &Tables) -> String {
    let mut lines = Vec::new();
    for (table, elements, shared) in [
        ("html", &tables.html, &[][..]),
        ("svg", &tables.svg, &tables.presentation),
        ("mathml", &tables.mathml, &tables.mathml_global),
        ("all", &Vec::new(), &tables.global),
    ] {
        lines.extend(elements.iter().map(|element| self::element(table, element)));
        if !shared.is_empty() {
            lines.push(format!("{table} * -{}", attributes(shared)));
        }
    }
    lines.extend(ROWS.iter().map(plugin));
    let requests = ACTIONS.iter().filter(|action| action.is_request);
    let requests: Vec<_> = requests.map(|action| action.name).collect();
    lines.push(format!("words requests - {}", requests.join(" ")));
    lines.push(format!("words events - {}", events(tables).join(" ")));
    lines.join("\n") + "\n"
}

/// Events of elements, but for `load`, which only some of them have, and names that may begin another name.
fn events(tables: &Tables) -> Vec<&str> {
    let events = tables.events.iter().filter(|event| event.target.is_none());
    let names = events.map(|event| &*event.wire);
    names
        .filter(|name| *name != "load" && !name.starts_with("on"))
        .collect()
}

fn element(table: &str, element: &Element) -> String {
    let kind = match &*element.kind {
        "Preformatted" => "Parent",
        kind => kind,
    };
    let control = if element.is_control { "Control" } else { "" };
    let attributes = attributes(&element.attributes);
    format!("{table} {} {kind}{control}{attributes}", element.wire)
}

/// Each with the rule for its literals: keywords, `#` for a number, `!` for a flag.
fn attributes(rows: &[Attribute]) -> String {
    let rows = rows.iter().map(|row| {
        let rule = match &*row.kind {
            "Enumerated" if !row.keywords.is_empty() => format!("={}", keywords(row)),
            "Number" => "#".to_owned(),
            "Flag" => "!".to_owned(),
            _ => String::new(),
        };
        format!(" {}{rule}", row.wire)
    });
    rows.collect()
}

fn keywords(row: &Attribute) -> String {
    let keywords = row.keywords.iter().map(String::as_str);
    let plain = keywords.filter(|keyword| !keyword.contains([' ', ',']));
    plain.collect::<Vec<_>>().join(",")
}

fn plugin(row: &Row) -> String {
    let Row {
        name,
        key,
        sort,
        value,
        literal,
        elements,
        ..
    } = row;
    let modifiers = modifiers(row).join(" ");
    format!("data {name} {key:?} {sort:?} {value:?} {literal:?} {elements:?} {modifiers}")
        .trim_end()
        .to_owned()
}

/// The modifiers that stand alone, and with a colon those that a duration follows.
fn modifiers(row: &Row) -> Vec<String> {
    let modifiers = row
        .modifiers
        .iter()
        .filter_map(|modifier| match modifier.tags {
            Tags::None => Some(modifier.name.to_owned()),
            Tags::Duration(_) => Some(format!("{}:", modifier.name)),
            _ => None,
        });
    modifiers.collect()
}
