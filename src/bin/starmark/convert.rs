//! `starmark convert`: HTML as templates or plain functions.

mod builder;
mod dom;
mod literal;
mod markup;
mod names;
mod plan;
mod rules;
mod template;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::Outcome;
use crate::files;
use crate::fmt::{Style, format};
use crate::report::{self, Place, failed};
use dom::{Reading, Space, Table};
use plan::{Item, Planner};

/// Writes HTML as Rust: a template for `html!`, or plain functions.
///
/// What is printed compiles beside `use starmark::prelude::*;` and renders to the same tree of nodes, whatever the HTML is:
/// pages and parts of pages, with Datastar, SVG and MathML. What the tables of Starmark do not know is written in quotes or
/// as markup, with a warning that says where and why, so that you can decide.
///
/// White space that no browser shows is left out. An element that shows it because of its style needs --keep-white-space.
#[derive(Debug, Args)]
#[expect(clippy::doc_markdown, reason = "the help of the command, for people")]
#[command(after_help = "\
Examples:
  starmark convert page.html               a page as a template
  starmark convert --fn card card.html     the same in a function: fn card() -> Markup
  starmark convert --builder card.html     as plain functions: html::div().class(\"card\")
  curl -s https://example.com | starmark convert -

  <input type=search data-on:input__debounce.200ms=\"@get('/board')\">
  becomes
  html! { input type=\"search\" data-on:input__debounce.200ms=\"@get('/board')\"; }

Exit codes: 0 converted, perhaps with warnings; 2 a file could not be read.")]
pub(crate) struct Convert {
    /// Files of HTML; `-` is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<PathBuf>,

    /// Writes plain functions instead of a template.
    #[arg(long)]
    builder: bool,

    /// Puts the result into a function of this name; several files are numbered.
    #[arg(long = "fn", value_name = "NAME", value_parser = function_name)]
    function: Option<String>,

    /// Keeps all white space, also what no browser shows.
    #[arg(long)]
    keep_white_space: bool,

    /// How wide lines may be; else what rustfmt.toml says.
    #[arg(long, value_name = "COLUMNS")]
    max_width: Option<usize>,
}

fn function_name(name: &str) -> Result<String, String> {
    match syn::parse_str::<syn::Ident>(name) {
        Ok(_) => Ok(name.to_owned()),
        Err(_) => Err("that is no name for a function".to_owned()),
    }
}

impl Convert {
    pub(crate) fn run(&self) -> Outcome {
        let mut outcome = Outcome::Fine;
        for (at, path) in self.files.iter().enumerate() {
            outcome = outcome.max(match self.file(path, at) {
                Ok(()) => Outcome::Fine,
                Err(message) => failed(&message),
            });
        }
        outcome
    }

    fn file(&self, path: &Path, at: usize) -> Result<(), String> {
        let is_input = path.as_os_str() == "-";
        let name = if is_input {
            "<stdin>".to_owned()
        } else {
            path.display().to_string()
        };
        let html = if is_input {
            files::standard_input()
        } else {
            files::text(path)
        };
        let html = html?;
        let mut converted = self.convert(&html, &name, at);
        converted.push('\n');
        let written = std::io::stdout().write_all(converted.as_bytes());
        written.map_err(|error| format!("standard output cannot be written: {error}"))
    }

    fn convert(&self, html: &str, name: &str, at: usize) -> String {
        let reading = Reading::of(html);
        let document = dom::read(html, &reading);
        let all = dom::nodes(&document, Space::All);
        let mut planner = Planner {
            warnings: Vec::new(),
            has_custom_elements: !self.builder,
            space: self.space(),
        };
        let again = dom::read(&markup::markup(&all), &reading);
        let items = if dom::nodes(&again, Space::All) == all {
            planner.items(&dom::nodes(&document, planner.space), Table::Html)
        } else {
            planner.warnings.push(unwritable());
            vec![Item::Markup(html.to_owned())]
        };
        for warning in planner.warnings {
            let place = Place {
                file: name,
                line: warning.line,
                column: None,
            };
            report::warning(Some(&place), &warning.message);
        }
        self.source(&items, at)
    }

    fn space(&self) -> Space {
        if self.keep_white_space {
            Space::All
        } else {
            Space::Shown
        }
    }

    fn source(&self, items: &[Item], at: usize) -> String {
        let style = Style::of(Path::new("."), self.max_width);
        let number = if self.files.len() > 1 {
            format!("_{}", at + 1)
        } else {
            String::new()
        };
        let function = self.function.as_ref().map(|name| format!("{name}{number}"));
        if self.builder {
            let is_inside = function.is_some();
            let (imports, text) =
                builder::builder(items, style.max_width, if is_inside { 4 } else { 0 });
            return match function {
                Some(name) => format!(
                    "fn {name}() -> Markup {{\n{}    {text}\n}}",
                    lines(&imports)
                ),
                None if imports.is_empty() => text,
                None => {
                    let (_, text) = builder::builder(items, style.max_width, 4);
                    format!("{{\n{}    {text}\n}}", lines(&imports))
                }
            };
        }
        let depth = usize::from(function.is_some());
        let text = template::template(items, style.max_width.saturating_sub(4 * depth));
        let text = match function {
            Some(name) => format!("fn {name}() -> Markup {{\n    {text}\n}}"),
            None => text,
        };
        // A template that the formatter does not settle on is as right as one that it does.
        format(&text, &style).unwrap_or(text)
    }
}

fn lines(imports: &[&str]) -> String {
    let lines = imports.iter().flat_map(|import| ["    ", import, "\n"]);
    lines.collect()
}

/// A tree that only a mistake in the source makes, such as a link in a link around a table.
fn unwritable() -> plan::Warning {
    plan::Warning {
        line: 1,
        message: "what a browser makes of this cannot be written as elements in elements; the whole is markup".to_owned(),
    }
}
