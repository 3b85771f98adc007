//! A program with every vector in a template, each in a module of its own.
//!
//! rustc judges in phases: an error of the parser hides those of the macro, these hide those of types, and these
//! hide those of constants. So the modules with errors are taken out and the rest is built again, until it
//! builds; then the verdict on each vector is exact.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::package::{Package, printed};
use crate::vector::{Attribute, Vector};

/// Stands behind each element that the program prints; values have line breaks.
const SEPARATOR: char = '\u{1e}';

/// What became of the vectors.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// What the templates printed, by the vector.
    pub(crate) printed: BTreeMap<String, String>,
    /// What rustc said about the templates that do not compile.
    pub(crate) refused: BTreeMap<String, Vec<Complaint>>,
}

/// An error of rustc.
#[derive(Debug)]
pub(crate) struct Complaint {
    /// The first line.
    pub(crate) message: String,
    /// What stands under the tokens.
    pub(crate) labels: Vec<String>,
    /// The tokens that are underlined.
    pub(crate) underlined: Vec<String>,
    /// Where they stand.
    pub(crate) place: Place,
}

/// Where the tokens of an error stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the attributes under test.
    Attribute,
    /// Elsewhere in the template.
    Template,
    /// Somewhere else.
    Elsewhere,
}

/// Builds and runs a program in a package of its own.
pub(crate) fn compile(
    name: &str,
    library: &Path,
    features: &[&str],
    vectors: &[Vector],
) -> Outcome {
    let package = Package {
        name,
        library,
        features,
        manifest: "",
        is_apart: false,
    };
    package.create();
    let by_module: BTreeMap<String, &Vector> = vectors.iter().map(|v| (v.module(), v)).collect();
    assert_eq!(by_module.len(), vectors.len(), "an id is used twice");
    for (module, vector) in &by_module {
        package.write(&format!("src/{module}.rs"), &Template::new(vector).source);
    }
    let mut modules: BTreeSet<&str> = by_module.keys().map(String::as_str).collect();
    let mut refused = BTreeMap::new();
    loop {
        package.write("src/main.rs", &main_source(&modules, &by_module));
        let output = build(&package);
        if output.status.success() {
            let printed = run(&package);
            return Outcome { printed, refused };
        }
        let complaints = complaints(&output, &by_module);
        assert!(
            !complaints.is_empty(),
            "the errors are not in a template:\n{}{}",
            String::from_utf8_lossy(&output.stderr),
            String::from_utf8_lossy(&output.stdout)
        );
        for (module, complaints) in complaints {
            modules.remove(module.as_str());
            refused.insert(by_module[&module].id.clone(), complaints);
        }
    }
}

/// A build instead of a check: it finds what only the instances of generic code show.
fn build(package: &Package<'_>) -> Output {
    let mut build = package.cargo("build");
    build.arg("--message-format=json").output().expect("cargo")
}

fn run(package: &Package<'_>) -> BTreeMap<String, String> {
    let printed = printed(package.cargo("run").arg("--quiet"));
    let lines = printed.split_terminator(SEPARATOR).map(|line| {
        let (id, element) = line.split_once('\t').expect("an id and an element");
        (id.to_owned(), element.to_owned())
    });
    lines.collect()
}

/// A module of one line, so that even a bracket without its partner has its error there.
struct Template {
    source: String,
    /// The columns of the attributes under test, from one.
    attributes: std::ops::Range<u64>,
}

impl Template {
    fn new(vector: &Vector) -> Self {
        let tag = &vector.tag;
        let mut source = format!(
            "pub(crate) fn element() -> ::starmark::Markup {{ ::starmark::html! {{ {tag} id=\"a\""
        );
        let write = |list: &[Attribute], source: &mut String| {
            for Attribute { name, value } in list {
                let value = value.as_ref().map(|value| format!("={}", literal(value)));
                let _ = write!(source, " {name}{}", value.unwrap_or_default());
            }
        };
        write(&vector.extra, &mut source);
        let begin = source.chars().count() as u64 + 2;
        write(&vector.attributes, &mut source);
        let end = source.chars().count() as u64 + 1;
        source.push_str(&body(vector));
        source.push_str(" } }");
        Self {
            source,
            attributes: begin..end,
        }
    }
}

fn body(vector: &Vector) -> String {
    const VOID: [&str; 5] = ["br", "hr", "img", "input", "link"];
    if VOID.contains(&vector.tag.as_str()) {
        return ";".to_owned();
    }
    if vector.inner.is_empty() {
        return " {}".to_owned();
    }
    format!(
        " {{ (::starmark::PreEscaped({})) }}",
        literal(&vector.inner)
    )
}

/// A string literal as an author would write it: raw where it has to be.
fn literal(text: &str) -> String {
    if text.contains(['\n', '\r']) {
        format!("{text:?}")
    } else if text.contains(['"', '\\']) {
        assert!(
            !text.contains("\"#"),
            "a raw string with more marks: {text}"
        );
        format!("r#\"{text}\"#")
    } else {
        format!("\"{text}\"")
    }
}

fn main_source(modules: &BTreeSet<&str>, by_module: &BTreeMap<String, &Vector>) -> String {
    let mut source = String::new();
    for module in modules {
        let _ = writeln!(source, "mod {module};");
    }
    let _ = writeln!(
        source,
        "\nfn main() {{\n    let elements: [(&str, fn() -> starmark::Markup); {}] = [",
        modules.len()
    );
    for module in modules {
        let id = &by_module[*module].id;
        let _ = writeln!(source, "        ({id:?}, {module}::element),");
    }
    source.push_str(
        "    ];\n    for (id, element) in elements {\n        print!(\"{id}\\t{}\\u{1e}\", element().into_string());\n    }\n}\n",
    );
    source
}

/// The errors of a build, by the module that they are in.
fn complaints(
    output: &Output,
    by_module: &BTreeMap<String, &Vector>,
) -> BTreeMap<String, Vec<Complaint>> {
    let mut complaints: BTreeMap<String, Vec<Complaint>> = BTreeMap::new();
    let lines = String::from_utf8_lossy(&output.stdout);
    for line in lines.lines() {
        let message: Value = serde_json::from_str(line).unwrap_or_default();
        let message = &message["message"];
        let is_error = message["level"]
            .as_str()
            .is_some_and(|level| level.starts_with("error"));
        let spans = list(&message["spans"]);
        let module = spans.iter().find_map(|span| module_of(span, by_module));
        if let Some(module) = module.filter(|_| is_error) {
            let template = Template::new(by_module[&module]);
            let complaint = Complaint::new(message, &module, &template);
            complaints.entry(module).or_default().push(complaint);
        }
    }
    complaints
}

/// The module that a span is in, or that called the macro that it is in.
fn module_of(span: &Value, by_module: &BTreeMap<String, &Vector>) -> Option<String> {
    let file = Path::new(span["file_name"].as_str()?);
    let module = file.file_stem()?.to_str()?;
    if by_module.contains_key(module) {
        return Some(module.to_owned());
    }
    module_of(&span["expansion"]["span"], by_module)
}

impl Complaint {
    fn new(message: &Value, module: &str, template: &Template) -> Self {
        let file = format!("src/{module}.rs");
        let spans = list(&message["spans"]);
        let primary = spans.iter().filter(|span| span["is_primary"] == true);
        let is_here = |span: &&Value| span["file_name"] == file.as_str() && span["line_end"] == 1;
        let is_inside = |span: &&Value| {
            let column = |name: &str| span[name].as_u64().unwrap_or_default();
            let (start, end) = (column("column_start"), column("column_end"));
            template.attributes.contains(&start) && end <= template.attributes.end
        };
        let place = if primary.clone().count() == 0 || !primary.clone().all(|span| is_here(&span)) {
            Place::Elsewhere
        } else if primary.clone().all(|span| is_inside(&span)) {
            Place::Attribute
        } else {
            Place::Template
        };
        let labels = spans.iter().filter_map(|span| span["label"].as_str());
        Self {
            message: message["message"].as_str().unwrap_or_default().to_owned(),
            labels: labels.map(str::to_owned).collect(),
            underlined: primary.map(underlined).collect(),
            place,
        }
    }
}

/// The tokens that a span covers, if they are on one line.
fn underlined(span: &Value) -> String {
    let line = &span["text"][0];
    let column = |name: &str| {
        let column = line[name].as_u64().and_then(|at| usize::try_from(at).ok());
        column.map_or(0, |column| column - 1)
    };
    let (start, end) = (column("highlight_start"), column("highlight_end"));
    let text = line["text"].as_str().unwrap_or_default().chars();
    text.skip(start).take(end.saturating_sub(start)).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
