//! `starmark check`: what is wrong in finished pages.

use std::path::Path;

use clap::Args;
use starmark::testing::{Finding, check_page};

use crate::Outcome;
use crate::files;
use crate::report::{self, Place, failed};

/// Checks finished pages, whatever wrote them: Datastar's attributes and the code in them, signals, forms and scripts.
///
/// What Datastar's client would ignore or stumble over is an error, what may be meant is a warning. A text that begins with
/// a doctype or `<html>` is a whole page, all other text is a part of one, of which less is known.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  starmark check page.html                  one page
  starmark check dist                       every .html and .htm file of a folder
  starmark check http://127.0.0.1:3000/     what a server answers
  cat page.html | starmark check -          standard input

  page.html:3: error: <button data-on:clik=…>: browsers have no event `clik`; did you mean `click`?

Exit codes: 0 nothing is wrong, 1 something is, 2 a page could not be read.")]
pub(crate) struct Check {
    /// Files, folders and addresses that begin with http:// or https://; `-` is standard input.
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<String>,
}

impl Check {
    pub(crate) fn run(&self) -> Outcome {
        let outcomes = self.pages.iter().map(|page| match page.as_str() {
            "-" => read("<stdin>", files::standard_input()),
            url if is_url(url) => read(url, fetch(url)),
            path => folder(Path::new(path)),
        });
        outcomes.max().unwrap_or(Outcome::Fine)
    }
}

fn is_url(page: &str) -> bool {
    page.starts_with("http://") || page.starts_with("https://")
}

fn folder(path: &Path) -> Outcome {
    let files = files::under(path, &["html", "htm"]);
    let outcomes = files.into_iter().map(|file| match file {
        Ok(file) => read(&file.display().to_string(), files::text(&file)),
        Err(error) => failed(&error),
    });
    outcomes.max().unwrap_or(Outcome::Fine)
}

fn read(name: &str, page: Result<String, String>) -> Outcome {
    match page {
        Ok(html) => check(name, &html),
        Err(error) => failed(&error),
    }
}

/// The page behind an address, if that is one.
fn fetch(url: &str) -> Result<String, String> {
    // A form that was refused is a page, too.
    let agent = ureq::Agent::config_builder().http_status_as_error(false);
    let agent = agent.build().new_agent();
    let failed = |error: ureq::Error| format!("{url} cannot be read: {error}");
    let mut answer = agent.get(url).call().map_err(failed)?;
    let kind = answer.body().mime_type().unwrap_or_default().to_owned();
    if kind != "text/html" {
        return Err(format!("{url} answers `{kind}`, which is no page"));
    }
    answer.body_mut().read_to_string().map_err(failed)
}

fn check(name: &str, html: &str) -> Outcome {
    let findings = check_page(html);
    for finding in &findings {
        let place = Place {
            file: name,
            line: finding.line(),
            column: None,
        };
        let message = format!("{}: {}", finding.place(), finding.message());
        if finding.is_advice() {
            report::warning(Some(&place), &message);
        } else {
            report::error(Some(&place), &message);
        }
    }
    if findings.iter().all(Finding::is_advice) {
        Outcome::Fine
    } else {
        Outcome::Differs
    }
}
