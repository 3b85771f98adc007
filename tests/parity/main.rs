//! The macro and the builder give the same bytes for every row of the tables.
//!
//! Nothing is listed here a second time: the rows are read from the sources of the tables, and a program is
//! written that says each of them in both ways, then built and run. A row that only one of the two knows does
//! not compile there.

mod known;
#[path = "../support/package.rs"]
mod package;
mod program;
mod tables;
mod values;

use std::path::Path;

use starmark::data::{Argument, Debounce, Tags, Throttle, Tick};
use starmark::render;
use starmark_macros::escape_literal;

use package::{Package, printed};
use tables::{Attribute, Element, Tables};

#[test]
fn every_row_is_the_same_in_both() {
    let tables = Tables::read();
    assert_nothing_is_missing(&tables);
    let (source, comparisons) = program::write(&tables);
    let printed = run(&source);
    assert_eq!(printed.trim(), format!("{comparisons} comparisons"));
}

/// The tables only grow; with fewer rows than this, they have not been read.
fn assert_nothing_is_missing(tables: &Tables) {
    let own = |elements: &[Element]| elements.iter().map(|e| e.attributes.len()).sum::<usize>();
    let modifiers = tables.plugins.iter().map(|plugin| plugin.modifiers.len());
    let spelling = tables.plugins.iter().filter(|plugin| plugin.has_case);
    let counts = [
        ("elements of HTML", tables.html.len(), 110),
        ("attributes of elements of HTML", own(&tables.html), 270),
        ("elements of SVG", tables.svg.len(), 60),
        ("attributes of elements of SVG", own(&tables.svg), 400),
        ("elements of MathML", tables.mathml.len(), 30),
        ("attributes of elements of MathML", own(&tables.mathml), 35),
        ("attributes of every element", tables.global.len(), 190),
        ("attributes of SVG", tables.presentation.len(), 65),
        ("attributes of MathML", tables.mathml_global.len(), 7),
        ("plugins", tables.plugins.len(), 22),
        ("modifiers", modifiers.sum(), 33),
        ("plugins that spell keys", spelling.count(), 7),
        ("plugins of Pro", tables.pro.len(), 10),
        ("events", tables.events.len(), 148),
    ];
    for (rows, count, least) in counts {
        println!("{count} {rows}");
        assert!(count >= least, "{count} {rows}, not {least}");
    }
    let with_prefix = |prefix: &str| {
        let wires = tables.global.iter().map(|Attribute { wire, .. }| wire);
        wires.filter(|wire| wire.starts_with(prefix)).count()
    };
    assert!(with_prefix("aria-") >= 40 && with_prefix("on") >= 80);
}

/// Builds and runs a program in a package of its own, and returns what it printed.
fn run(source: &str) -> String {
    let package = Package {
        name: "starmark-parity",
        library: Path::new(env!("CARGO_MANIFEST_DIR")),
        features: &["json", "pro"],
        manifest: "",
        is_apart: false,
    };
    package.create();
    package.write("src/main.rs", source);
    printed(package.cargo("run").arg("--quiet"))
}

#[test]
fn every_tag_of_a_modifier_is_written() {
    let known = [
        ("Debounce", tags::<Debounce>()),
        ("Throttle", tags::<Throttle>()),
        ("Tick", tags::<Tick>()),
    ];
    for (argument, tags) in known {
        let forms = values::arguments(Some(argument));
        for tag in tags {
            let is_written = |(form, _): &(&str, &str)| form.split('.').any(|part| part == *tag);
            assert!(forms.iter().any(is_written), "{argument}: {tag}");
        }
    }
}

fn tags<A: Argument>() -> &'static [&'static str] {
    match A::TAGS {
        Tags::OneOf(known) | Tags::Duration(known) => known,
        _ => panic!("an argument with a list of tags"),
    }
}

/// Each literal as the macros escape it, as the library escapes it, and as it was.
macro_rules! escaped {
    ($($text:literal)*) => {
        [$((escape_literal!($text), render($text).into_string(), $text)),*]
    };
}

#[test]
fn both_escapers_are_one() {
    let escaped = escaped! {
        "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f"
        "" "&amp;" "&&" "<<>>" "\r\n" "\n\r" "ünï <😀>" "\u{80}\u{85}\u{a0}\u{2028}\u{2029}\u{feff}\u{fffd}\u{ffff}\u{10ffff}"
        "long enough for more than one step of the scan, with the special byte at the very end: \""
    };
    assert!(
        escaped[0].2.chars().eq((0..128_u8).map(char::from)),
        "all of ASCII"
    );
    for (by_macro, by_library, text) in escaped {
        assert_eq!(by_macro, by_library, "{text:?}");
    }
}
