//! The pages that are converted: collected, rendered by the examples, and generated.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// How many pages are generated.
const GENERATED: u64 = 140;

/// All pages: those in files, each snippet, what the examples render, and generated ones, which are the same each time.
pub(crate) fn pages(library: &Path) -> Vec<String> {
    let read = |path: PathBuf| fs::read_to_string(path).expect("a file of the corpus");
    let mut pages: Vec<String> = files(&library.join("tests/cli/corpus"), "html")
        .into_iter()
        .map(read)
        .collect();
    let snippets = read(library.join("tests/cli/corpus/snippets.txt"));
    pages.extend(snippets.split("\n----\n").map(str::to_owned));
    for snapshot in files(&library.join("examples/kanban/view/snapshots"), "snap") {
        let snapshot = read(snapshot);
        let (_, html) = snapshot[4..].split_once("\n---\n").expect("a snapshot");
        pages.push(html.to_owned());
    }
    pages.extend((1..=GENERATED).map(|seed| Generator { seed }.page()));
    pages
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|other| other == extension))
        .collect();
    files.sort();
    files
}

/// Makes pages of the same few things in ever new ways; xorshift, because nothing depends on how random it is.
struct Generator {
    seed: u64,
}

const ELEMENTS: [&str; 40] = [
    "div",
    "p",
    "span",
    "a",
    "b",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "section",
    "article",
    "h1",
    "form",
    "label",
    "button",
    "select",
    "option",
    "pre",
    "textarea",
    "em",
    "code",
    "my-card",
    "x-1",
    "svg",
    "g",
    "path",
    "text",
    "math",
    "mi",
    "mrow",
    "foreignObject",
    "title",
    "center",
    "template",
    "figure",
    "dl",
    "dd",
    "script",
    "style",
];
const VOID: [&str; 7] = ["br", "img", "input", "hr", "wbr", "link", "meta"];
const NAMES: [&str; 36] = [
    "class",
    "id",
    "title",
    "href",
    "src",
    "type",
    "value",
    "style",
    "onclick",
    "hidden",
    "disabled",
    "data-on:click",
    "data-text",
    "data-show",
    "data-class:a",
    "data-signals",
    "data-bind",
    "data-on:click__prevent",
    "data-on:input__debounce.200ms",
    "data-foo",
    "data-x.y",
    "data-on-click",
    "@click",
    ":key",
    "x-on:y",
    "aria-label",
    "role",
    "width",
    "viewBox",
    "fill",
    "stroke-width",
    "for",
    "colspan",
    "unknown",
    "b\"ad",
    "tabindex",
];
const VALUES: [&str; 26] = [
    "",
    "a",
    "a b",
    "a  b",
    "card wide",
    "1",
    "-1",
    "100%",
    "text",
    "/x?a=1&amp;b=2",
    "javascript:x",
    "$a",
    "$a && $b",
    "@get('/x')",
    "{a: 1}",
    "x(",
    "f(&quot;)",
    "it's",
    "\\",
    "#x",
    "é&nbsp;",
    "color: red",
    "w-1/2 md:flex",
    "&#10;",
    "evt.key",
    "true",
];
const TEXTS: [&str; 18] = [
    "text",
    " ",
    "\n  ",
    "two words",
    " leading",
    "trailing ",
    "&amp;",
    "&lt;b&gt;",
    "\"quoted\"",
    "back\\slash",
    "é🦀",
    "a\nb",
    "{x}",
    "r#\"",
    "\t",
    "&nbsp;",
    "<!-- c -->",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt",
];

impl Generator {
    fn next(&mut self, below: usize) -> usize {
        self.seed = self
            .seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.seed >> 33).expect("31 bits");
        high % below
    }

    fn pick(&mut self, list: &[&'static str]) -> &'static str {
        list[self.next(list.len())]
    }

    fn page(mut self) -> String {
        let mut html = String::new();
        let is_page = self.next(3) == 0;
        if is_page {
            html.push_str("<!doctype html><html lang=en><head><title>t</title></head><body>");
        }
        for _ in 0..=self.next(4) {
            self.node(0, &mut html);
        }
        html
    }

    fn node(&mut self, depth: usize, html: &mut String) {
        match self.next(10) {
            0..=3 => html.push_str(self.pick(&TEXTS)),
            4 => {
                let name = self.pick(&VOID);
                self.tag(name, html);
            }
            _ => {
                let name = self.pick(&ELEMENTS);
                self.tag(name, html);
                for _ in 0..self.next(if depth > 5 { 2 } else { 5 }) {
                    self.node(depth + 1, html);
                }
                // Some end tags are left out, as people do.
                if self.next(12) > 0 || name == "script" || name == "style" {
                    let _ = write!(html, "</{name}>");
                }
            }
        }
    }

    fn tag(&mut self, name: &str, html: &mut String) {
        let _ = write!(html, "<{name}");
        for _ in 0..self.next(4) {
            let (name, value) = (self.pick(&NAMES), self.pick(&VALUES));
            let _ = match self.next(5) {
                0 => write!(html, " {name}"),
                _ => write!(html, " {name}=\"{value}\""),
            };
        }
        html.push('>');
    }
}
