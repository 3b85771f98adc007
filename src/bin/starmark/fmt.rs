//! `starmark fmt`: templates in Rust files, in order.

mod calls;
mod flat;
mod format;
mod gap;
mod grammar;
mod layout;
mod meaning;
mod style;
mod tree;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use similar::TextDiff;

use crate::Outcome;
use crate::files;
use crate::report::{self, Place, failed};
pub(crate) use format::format;
pub(crate) use style::Style;

/// Formats the templates in Rust files: the bodies of `html!` and `write_html!`, Starmark's and maud's.
///
/// Only white space in templates changes. Strings, expressions and comments stay as they are, lines that an author kept
/// together stay together while they fit, and what stands outside of templates is rustfmt's. Before a file is written, it
/// is read again: its tokens, its comments and what its templates mean have to be the same. A file with a mistake is left
/// alone, and the mistake is named.
///
/// The width is `max_width` of the nearest rustfmt.toml, or 100. In a folder, what `.gitignore` or `.ignore` names is left
/// out, such as files with an `html!` of another library.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  starmark fmt                     every Rust file of this folder that git does not ignore
  starmark fmt src/view.rs         one file
  starmark fmt --check             for continuous integration: a diff, and exit code 1 if there is one
  starmark fmt - < src/view.rs     from standard input to standard output, for editors

Exit codes: 0 all is in order, 1 something is not (with --check), 2 a file could not be formatted.")]
pub(crate) struct Fmt {
    /// Files and folders; `-` is standard input.
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    /// Changes nothing, prints what would change, and ends with exit code 1 if something would.
    #[arg(long)]
    check: bool,

    /// How wide lines may be, whatever rustfmt.toml says.
    #[arg(long, value_name = "COLUMNS")]
    max_width: Option<usize>,
}

impl Fmt {
    pub(crate) fn run(&self) -> Outcome {
        let mut outcome = Outcome::Fine;
        for path in &self.paths {
            if path.as_os_str() == "-" {
                outcome = outcome.max(self.standard_input());
                continue;
            }
            for file in files::under(path, &["rs"]) {
                outcome = outcome.max(match file {
                    Ok(file) => self.file(&file),
                    Err(error) => failed(&error),
                });
            }
        }
        outcome
    }

    fn standard_input(&self) -> Outcome {
        let source = match files::standard_input() {
            Ok(source) => source,
            Err(error) => return failed(&error),
        };
        let style = Style::of(Path::new("."), self.max_width);
        let Some(text) = formatted("<stdin>", &source, &style) else {
            return Outcome::Failed;
        };
        if self.check {
            return differs("<stdin>", &source, &text);
        }
        match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => Outcome::Fine,
            Err(error) => failed(&format!("standard output cannot be written: {error}")),
        }
    }

    fn file(&self, path: &Path) -> Outcome {
        let name = path.display().to_string();
        let source = match files::text(path) {
            Ok(source) => source,
            Err(error) => return failed(&error),
        };
        let style = Style::of(path, self.max_width);
        let Some(text) = formatted(&name, &source, &style) else {
            return Outcome::Failed;
        };
        if self.check {
            return differs(&name, &source, &text);
        }
        if text == source {
            return Outcome::Fine;
        }
        match files::replace(path, &text) {
            Ok(()) => Outcome::Fine,
            Err(error) => failed(&format!("{name} cannot be written: {error}")),
        }
    }
}

/// The file in order; its problems have been reported if there is none.
fn formatted(name: &str, source: &str, style: &Style) -> Option<String> {
    match with_line_ends(source, style) {
        Ok(text) => Some(text),
        Err(problems) => {
            for problem in problems {
                let place = Place {
                    file: name,
                    line: problem.line as u64,
                    column: Some(problem.column),
                };
                report::error(Some(&place), &problem.message);
            }
            None
        }
    }
}

/// Formats what stands behind a byte order mark, with line feeds alone, and puts back what the file had.
fn with_line_ends(source: &str, style: &Style) -> Result<String, Vec<format::Problem>> {
    // A file without templates is none of this tool's business, whatever is in it.
    if !source.contains("html!") {
        return Ok(source.to_owned());
    }
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mark = &source[..source.len() - text.len()];
    let is_windows =
        text.contains("\r\n") && text.matches('\n').count() == text.matches("\r\n").count();
    let text = if is_windows {
        format(&text.replace("\r\n", "\n"), style)?.replace('\n', "\r\n")
    } else {
        format(text, style)?
    };
    Ok(format!("{mark}{text}"))
}

/// Prints what would change.
fn differs(name: &str, source: &str, text: &str) -> Outcome {
    if source == text {
        return Outcome::Fine;
    }
    let diff = TextDiff::from_lines(source, text);
    let diff = diff
        .unified_diff()
        .header(name, &format!("{name} (formatted)"))
        .to_string();
    // A closed pipe is the reader's decision.
    let _ = anstream::stdout().write_all(files::coloured(&diff).as_bytes());
    Outcome::Differs
}
