//! A program of converted pages, which says how what it renders differs from what was converted.

use std::fmt::Write as _;
use std::path::Path;

use crate::package::{Package, printed};
use crate::page::{tree, without_space};

/// A page, and the element whose content it is, if it is no whole one.
pub(crate) type Part<'a> = (&'a str, Option<&'a str>);

/// What stands between two modules, and between two pages; no page has it.
const SEPARATORS: [char; 2] = ['\u{1e}', '\u{1f}'];

/// The modules of the program: the arguments that make each.
const MODULES: [(&str, &[&str]); 4] = [
    ("template", &["--keep-white-space"]),
    ("builder", &["--keep-white-space", "--builder"]),
    ("template_collapsed", &[]),
    ("builder_collapsed", &["--builder"]),
];

/// How pages differ that were converted by both front ends, with all white space and without what nobody sees.
///
/// `convert` runs the command in a folder, and returns what it prints.
pub(crate) fn differences(
    package: &Package<'_>,
    pages: &[Part<'_>],
    convert: impl Fn(&Path, &[&str]) -> String,
) -> Vec<String> {
    let rendered = render(package, pages, convert);
    let [between_modules, between_pages] = SEPARATORS;
    let mut differences = Vec::new();
    for ((name, arguments), module) in MODULES.iter().zip(rendered.split(between_modules)) {
        let is_exact = arguments.contains(&"--keep-white-space");
        for (at, (&page, html)) in pages.iter().zip(module.split(between_pages)).enumerate() {
            if let Some(line) = difference(page, html, is_exact) {
                differences.push(format!(
                    "page {at} by {name}: {line} in\n{}\nwhich renders as\n{html}",
                    page.0
                ));
            }
        }
    }
    differences
}

/// The first line of the trees that differs.
fn difference((html, within): Part<'_>, rendered: &str, is_exact: bool) -> Option<String> {
    let (mut expected, mut found) = (tree(html, within), tree(rendered, within));
    if !is_exact {
        (expected, found) = (without_space(&expected), without_space(&found));
    }
    let mut lines = found.lines().zip(expected.lines());
    let line = || lines.find(|(found, expected)| found != expected);
    (found != expected)
        .then(line)
        .map(|line| format!("{line:?}"))
}

/// Writes, builds and runs a program with all pages.
fn render(
    package: &Package<'_>,
    pages: &[Part<'_>],
    convert: impl Fn(&Path, &[&str]) -> String,
) -> String {
    package.create();
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<String> = (0..pages.len()).map(|at| format!("{at}.html")).collect();
    for (file, (page, _)) in files.iter().zip(pages) {
        std::fs::write(folder.path().join(file), page).expect("a page");
    }
    let mut main = String::from("#![recursion_limit = \"256\"]\n");
    let mut calls = String::new();
    for (module, arguments) in MODULES {
        let mut all = vec!["convert", "--fn", "page"];
        all.extend(arguments);
        all.extend(files.iter().map(String::as_str));
        let functions = format!("\n{}", convert(folder.path(), &all));
        let functions = functions.replace("\nfn page_", "\npub fn page_");
        package.write(
            &format!("src/{module}.rs"),
            &format!("use starmark::prelude::*;\n{functions}"),
        );
        let _ = writeln!(main, "#[allow(unused_imports)]\nmod {module};");
        let pages = (1..=pages.len()).map(|at| format!("{module}::page_{at}().into_string()"));
        let pages = pages.collect::<Vec<_>>().join(", ");
        let _ = writeln!(
            calls,
            "    print!(\"{{}}\\u{{1e}}\", [{pages}].join(\"\\u{{1f}}\"));"
        );
    }
    package.write("src/main.rs", &format!("{main}\nfn main() {{\n{calls}}}\n"));
    printed(package.cargo("run").arg("--quiet"))
}
