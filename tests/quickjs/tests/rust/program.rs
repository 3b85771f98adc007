//! The program that prints each expression as code, and its value.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

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
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("expressions");
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    write_if_new(&package.join("Cargo.toml"), &manifest(&library));
    // The versions that are there already, so that nothing has to be fetched.
    fs::copy(library.join("Cargo.lock"), package.join("Cargo.lock")).expect("a lock file");
    let size = cases.len().div_ceil(CRATES);
    for (i, cases) in cases.chunks(size).enumerate() {
        write_if_new(&package.join(format!("src/bin/part{i}.rs")), &source(cases));
    }
    let target = package.join("target");
    cargo(
        &package,
        &target,
        &["build", "--quiet", "--offline", "--bins"],
    );
    let parts = (0..CRATES).map(|i| {
        let program = target.join("debug").join(format!("part{i}"));
        let output = Command::new(program).output().expect("the program");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("text")
    });
    parts.collect()
}

fn cargo(package: &Path, target: &Path, arguments: &[&str]) {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(package)
        .args(arguments)
        .arg("--target-dir")
        .arg(target)
        .output()
        .expect("cargo");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
}

fn manifest(library: &Path) -> String {
    let library = library.display().to_string();
    format!(
        "[package]\nname = \"starmark-expressions\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nstarmark = {{ path = {library:?} }}\nserde_json = \"1\"\n\n\
         [profile.dev]\ndebug = false\n\n\
         # No member of the workspace around it.\n[workspace]\n"
    )
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

/// A file that stays as it is needs no new build.
fn write_if_new(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|there| there == text) {
        return;
    }
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).expect("a directory for the program");
    }
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
