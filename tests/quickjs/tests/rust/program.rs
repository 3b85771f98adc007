//! The program that prints each expression as code, and its value.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::package::{Package, printed};

/// The signals as the page has them; `none` is absent.
pub(crate) const SIGNALS: &str = r#"{
    "a": 3, "b": -7, "x": 1.25, "y": -3.5, "p": true, "q": false, "s": " ab\u0085 ", "t": "Straße; $x",
    "list": ["a", "ab", "é"], "nums": [1, -2, 30], "opt": 4, "ui": {"open": true, "depth": 2}
}"#;

/// The same as values of Rust, and as handles.
const OPENING: &str = r#"//! Written by a test; do not edit.
#![allow(warnings)]

use starmark::data::Signal;
use starmark::js;

mod handles {
    use super::Signal;

    pub struct Ui {
        pub open: Signal<bool>,
        pub depth: Signal<i64>,
    }

    pub struct All {
        pub a: Signal<i64>,
        pub b: Signal<i64>,
        pub x: Signal<f64>,
        pub y: Signal<f64>,
        pub p: Signal<bool>,
        pub q: Signal<bool>,
        pub s: Signal<String>,
        pub t: Signal<String>,
        pub list: Signal<Vec<String>>,
        pub nums: Signal<Vec<i64>>,
        pub opt: Signal<Option<i64>>,
        pub none: Signal<Option<i64>>,
        pub ui: Ui,
    }

    pub const fn all() -> All {
        All {
            a: Signal::of("a"),
            b: Signal::of("b"),
            x: Signal::of("x"),
            y: Signal::of("y"),
            p: Signal::of("p"),
            q: Signal::of("q"),
            s: Signal::of("s"),
            t: Signal::of("t"),
            list: Signal::of("list"),
            nums: Signal::of("nums"),
            opt: Signal::of("opt"),
            none: Signal::of("none"),
            ui: Ui { open: Signal::of("ui.open"), depth: Signal::of("ui.depth") },
        }
    }
}

mod values {
    pub struct Ui {
        pub open: bool,
        pub depth: i64,
    }

    pub struct All {
        pub a: i64,
        pub b: i64,
        pub x: f64,
        pub y: f64,
        pub p: bool,
        pub q: bool,
        pub s: String,
        pub t: String,
        pub list: Vec<String>,
        pub nums: Vec<i64>,
        pub opt: Option<i64>,
        pub none: Option<i64>,
        pub ui: Ui,
    }

    pub fn all() -> All {
        All {
            a: 3,
            b: -7,
            x: 1.25,
            y: -3.5,
            p: true,
            q: false,
            s: " ab\u{85} ".to_owned(),
            t: "Straße; $x".to_owned(),
            list: vec!["a".to_owned(), "ab".to_owned(), "é".to_owned()],
            nums: vec![1, -2, 30],
            opt: Some(4),
            none: None,
            ui: Ui { open: true, depth: 2 },
        }
    }
}

fn report<T>(source: js::Js<T>, value: T)
where
    T: Into<serde_json::Value>,
{
    println!("{}", serde_json::json!([source.as_str(), value.into()]));
}
"#;

/// How many crates the cases are spread over, so that each is built at the same time as the others.
const CRATES: usize = 4;

/// Builds and runs the program, and returns what it printed: a line of JSON for each case.
pub(crate) fn run(cases: &[String]) -> String {
    let package = Package {
        name: "starmark-expressions",
        library: &Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."),
        features: &[],
        manifest: "serde_json = \"1\"\n\n[profile.dev]\ndebug = false\n",
        is_apart: true,
    };
    package.create();
    let size = cases.len().div_ceil(CRATES);
    for (i, cases) in cases.chunks(size).enumerate() {
        package.write(&format!("src/bin/part{i}.rs"), &source(cases));
    }
    printed(package.cargo("build").args(["--quiet", "--bins"]));
    let programs = package.target().join("debug");
    let parts = (0..CRATES).map(|i| printed(&mut Command::new(programs.join(format!("part{i}")))));
    parts.collect()
}

/// One function for each case: rustc takes longer for one long function than for many short ones.
fn source(cases: &[String]) -> String {
    let mut source = String::from(OPENING);
    let mut calls = String::new();
    for (i, case) in cases.iter().enumerate() {
        let _ = writeln!(
            source,
            "fn case{i}() {{\n    let s = handles::all();\n    let source = js!({case});\n    \
             let s = values::all();\n    report(source, {case});\n}}"
        );
        let _ = writeln!(calls, "    case{i}();");
    }
    let _ = writeln!(source, "fn main() {{\n{calls}}}");
    source
}
