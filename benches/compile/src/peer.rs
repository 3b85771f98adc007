//! The libraries: how each of them says a page, and what it depends on.

use std::fmt::Write as _;
use std::path::Path;

use crate::page::{Element, Node, Value};

/// A library.
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    /// Its line in `Cargo.toml`.
    pub(crate) dependency: String,
    syntax: Syntax,
}

/// What a page looks like.
#[derive(Clone, Copy)]
enum Syntax {
    /// A macro in a function: what the function returns, and how that becomes a string.
    Macro {
        open: &'static str,
        output: &'static str,
        finish: &'static str,
    },
    /// HTML in an attribute of a struct.
    Askama,
    /// HTML in a file of its own.
    Sailfish,
}

/// What every page is given.
const ARGUMENTS: &str = "title: &str, items: &[(u32, String)], late: bool";

/// All libraries, maud first: it is what the others are compared with.
pub(crate) fn all() -> Vec<Peer> {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let peer = |name, dependency: &str, syntax| Peer {
        name,
        dependency: dependency.to_owned(),
        syntax,
    };
    let starmark = format!("starmark = {{ path = '{}' }}", library.display());
    vec![
        peer(
            "maud",
            "maud = \"0.27\"",
            Syntax::Macro {
                open: "maud::html!",
                output: "maud::Markup",
                finish: ".into_string()",
            },
        ),
        peer(
            "starmark",
            &starmark,
            Syntax::Macro {
                open: "starmark::html!",
                output: "starmark::Markup",
                finish: ".into_string()",
            },
        ),
        peer(
            "hypertext",
            "hypertext = \"0.12\"",
            Syntax::Macro {
                open: "use hypertext::prelude::*; maud!",
                output: "impl hypertext::Renderable",
                finish: ".render().into_inner()",
            },
        ),
        peer("askama", "askama = \"0.16\"", Syntax::Askama),
        peer("sailfish", "sailfish = \"0.11\"", Syntax::Sailfish),
    ]
}

impl Peer {
    /// The files of a program that prints all pages.
    pub(crate) fn files(&self, pages: &[Vec<Node>]) -> Vec<(String, String)> {
        let mut files = Vec::new();
        let mut main = "#![allow(unused_imports, clippy::all)]\n".to_owned();
        for (index, page) in pages.iter().enumerate() {
            match self.syntax {
                Syntax::Macro { open, output, .. } => {
                    let page = in_braces(page, 2);
                    let _ = writeln!(
                        main,
                        "fn page_{index}({ARGUMENTS}) -> {output} {{\n    {open} {{\n{page}    }}\n}}\n"
                    );
                }
                Syntax::Askama => {
                    let page = as_html(page, &ASKAMA);
                    let attribute = format!("ext = \"html\", source = r##\"{page}\"##");
                    main += &with_struct(index, "askama::Template", &attribute, "render");
                }
                Syntax::Sailfish => {
                    let path = format!("page_{index}.stpl");
                    let attribute = format!("path = {path:?}");
                    main +=
                        &with_struct(index, "sailfish::TemplateSimple", &attribute, "render_once");
                    files.push((format!("templates/{path}"), as_html(page, &SAILFISH)));
                }
            }
        }
        let (prelude, finish) = match self.syntax {
            Syntax::Macro { finish, .. } if self.name == "hypertext" => {
                ("use hypertext::prelude::*;", finish)
            }
            Syntax::Macro { finish, .. } => ("", finish),
            Syntax::Askama | Syntax::Sailfish => ("", ""),
        };
        let _ = writeln!(
            main,
            "fn main() {{\n    {prelude}\n    let items = [(1, \"one\".to_owned()), (2, \"two\".to_owned())];"
        );
        for index in 0..pages.len() {
            let _ = writeln!(
                main,
                "    println!(\"{{}}\", page_{index}(\"page\", &items, false){finish});"
            );
        }
        files.push(("src/main.rs".to_owned(), main + "}\n"));
        files
    }
}

/// A function around a template that is a struct.
fn with_struct(index: usize, derive: &str, attribute: &str, render: &str) -> String {
    let (module, _) = derive.split_once("::").unwrap_or_default();
    let bound = if module == "askama" {
        "Template"
    } else {
        "TemplateSimple"
    };
    format!(
        "#[derive({derive})]\n#[template({attribute})]\nstruct Page{index}<'a> {{ title: &'a str, items: &'a [(u32, \
         String)], late: bool }}\n\nfn page_{index}({ARGUMENTS}) -> String {{\n    use {module}::{bound} as _;\n    \
         Page{index} {{ title, items, late }}.{render}().unwrap()\n}}\n\n"
    )
}

/// The syntax that the macros share.
fn in_braces(nodes: &[Node], depth: usize) -> String {
    let mut out = String::new();
    let indent = "    ".repeat(depth);
    for node in nodes {
        let inner = |nodes| in_braces(nodes, depth + 1);
        let _ = match node {
            Node::Element(Element {
                tag,
                attributes,
                children,
            }) => {
                let attributes: String = attributes.iter().map(attribute_in_braces).collect();
                match children.as_deref() {
                    None => writeln!(out, "{indent}{tag}{attributes};"),
                    Some([]) => writeln!(out, "{indent}{tag}{attributes} {{}}"),
                    Some(children) => {
                        writeln!(
                            out,
                            "{indent}{tag}{attributes} {{\n{}{indent}}}",
                            inner(children)
                        )
                    }
                }
            }
            Node::Text(text) => writeln!(out, "{indent}{text:?}"),
            Node::Splice(expression) => writeln!(out, "{indent}({expression})"),
            Node::If(then, otherwise) => writeln!(
                out,
                "{indent}@if late {{\n{}{indent}}} @else {{\n{}{indent}}}",
                inner(then),
                inner(otherwise)
            ),
            Node::For(body) => writeln!(
                out,
                "{indent}@for (id, name) in items {{\n{}{indent}}}",
                inner(body)
            ),
            Node::Page(index) => writeln!(out, "{indent}(page_{index}(title, items, late))"),
        };
    }
    out
}

fn attribute_in_braces((name, value): &(&'static str, Value)) -> String {
    match value {
        Value::Text(text) => format!(" {name}={text:?}"),
        Value::Splice(expression) => format!(" {name}=({expression})"),
        Value::Joined(text, expression) => format!(" {name}={{ {text:?} ({expression}) }}"),
        Value::Toggle => format!(" {name}[late]"),
    }
}

/// What stands around the Rust in HTML.
struct Marks {
    splice: [&'static str; 2],
    page: [&'static str; 2],
    condition: [&'static str; 3],
    item: [&'static str; 2],
}

const ASKAMA: Marks = Marks {
    splice: ["{{ ", " }}"],
    page: ["{{ crate::", "|safe }}"],
    condition: ["{% if late %}", "{% else %}", "{% endif %}"],
    item: ["{% for (id, name) in items %}", "{% endfor %}"],
};

const SAILFISH: Marks = Marks {
    splice: ["<%= ", " %>"],
    page: ["<%- ", " %>"],
    condition: ["<% if late { %>", "<% } else { %>", "<% } %>"],
    item: ["<% for (id, name) in items.iter() { %>", "<% } %>"],
};

/// HTML with Rust in it.
fn as_html(nodes: &[Node], marks: &Marks) -> String {
    let Marks {
        splice: [open, close],
        condition: [then, otherwise, end],
        item,
        ..
    } = marks;
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Element(Element {
                tag,
                attributes,
                children,
            }) => {
                let _ = write!(out, "<{tag}");
                for (name, value) in attributes {
                    let _ = match value {
                        Value::Text(text) => write!(out, " {name}=\"{text}\""),
                        Value::Splice(value) => write!(out, " {name}=\"{open}{value}{close}\""),
                        Value::Joined(text, value) => {
                            write!(out, " {name}=\"{text}{open}{value}{close}\"")
                        }
                        Value::Toggle => write!(out, "{then} {name}{end}"),
                    };
                }
                out.push('>');
                if let Some(children) = children {
                    let _ = write!(out, "{}</{tag}>", as_html(children, marks));
                }
            }
            Node::Text(text) => out.push_str(text),
            Node::Splice(expression) => out += &[open, *expression, close].concat(),
            Node::If(yes, no) => {
                out += &[
                    *then,
                    &as_html(yes, marks),
                    otherwise,
                    &as_html(no, marks),
                    end,
                ]
                .concat();
            }
            Node::For(body) => out += &[item[0], &as_html(body, marks), item[1]].concat(),
            Node::Page(index) => {
                let late = if marks.page[0].starts_with('{') {
                    "*late"
                } else {
                    "late"
                };
                let _ = write!(
                    out,
                    "{}page_{index}(title, items, {late}){}",
                    marks.page[0], marks.page[1]
                );
            }
        }
    }
    out
}
