//! What is wrong in a finished page, by the rules that templates of this library are compiled with.
//!
//! The client ignores a misspelt attribute without a word, and one that it cannot read stops the whole page. Templates of
//! [`html!`](crate::html!) with such a mistake do not compile; those of other engines are text, so a test reads what they
//! print:
//!
//! ```
//! use starmark::testing::check_page;
//!
//! // What `maud::html! { … }.into_string()` and `template.render()?` of askama give.
//! let page = r#"<!doctype html>
//! <body data-signals="{count: 0}">
//!   <button data-on:click="$cuont += 1" data-clas:active="$count > 0">Add</button>
//! </body>"#;
//!
//! let findings: Vec<_> = check_page(page).iter().map(ToString::to_string).collect();
//! assert_eq!(findings, [
//!     "line 3: <button data-on:click=…>: no signal `cuont` is declared on this page; did you mean `$count`?",
//!     "line 3: <button data-clas:active=…>: there is no Datastar attribute `data-clas`; did you mean `data-class`?",
//! ]);
//! ```
//!
//! Most tests want there to be none:
//!
//! ```
//! # use starmark::testing::check_page;
//! # let page = "<p data-text=\"$count\"></p>".to_owned();
//! assert_eq!(check_page(&page), []);
//! ```
//!
//! A whole application, its pages, events and routes, is checked by [`Site`].

mod attribute;
mod code;
mod element;
mod finding;
mod foreign;
mod form;
mod request;
mod script;
mod siblings;
mod signals;
mod site;
mod tag;

use html5ever::local_name;

use self::element::{Attribute, Element};
pub use self::finding::Finding;
use self::finding::Spot;
use self::signals::Declared;
pub use self::site::Site;
use super::Document;

/// What is wrong in a page, or in a part of one, in the order of its source.
///
/// A text with a doctype or an `<html>` is a whole page: only there everything is known that can stand around an element,
/// and which signals are declared. All other text is a part, and is checked as far as it goes.
///
/// Not looked at is what the client does not look at: what is in a `<template>`, and in an element with `data-ignore`. What
/// scripts declare is not known, so a page whose scripts set signals may read any. The rules are those of the client of
/// [`VERSION`](crate::client::VERSION).
///
/// ```
/// use starmark::testing::check_page;
///
/// assert_eq!(check_page("<p data-text=\"$count\"></p>"), []);
/// assert_eq!(
///     check_page("<p data-txet=\"$count\"></p>")[0].message(),
///     "there is no Datastar attribute `data-txet`; did you mean `data-text`?",
/// );
/// ```
///
/// The mistakes are those of [`docs/mistakes.md`](https://github.com/starmark-rs/starmark/blob/main/docs/mistakes.md), which
/// says which of them a page shows.
pub fn check_page(html: &str) -> Vec<Finding> {
    let page = Page::read(html);
    let elements = page.elements();
    let mut report = Report::default();
    page.check(&elements, &mut report);
    if page.is_whole {
        let declared = Declared::by(&elements);
        signals::check(&elements, &declared, &mut report);
    }
    report.into_findings()
}

/// What a template says to a `data-*` attribute of an element with this value as a literal, for tools that write templates and
/// know themselves what else to write.
#[doc(hidden)]
pub fn problem_in_template(element: &str, name: &str, value: &str) -> Option<String> {
    attribute::problem_in_template(element, name, value)
}

/// A page, or a part of one.
struct Page {
    document: Document,
    is_whole: bool,
}

impl Page {
    fn read(html: &str) -> Self {
        let is_whole = matches!(Document::first_tag(html).as_str(), "!doctype" | "html");
        let document = if is_document(html) {
            Document::page(html)
        } else {
            // As the client reads what comes by an event, so that `<tr>` needs no table.
            Document::fragment_in(html, local_name!("template"))
        };
        Self { document, is_whole }
    }

    fn elements(&self) -> Vec<Element<'_>> {
        element::elements(&self.document)
    }

    /// All rules but those for signals.
    fn check(&self, elements: &[Element<'_>], report: &mut Report) {
        let scripts = script::Scripts::of(elements);
        for element in elements {
            for attribute in &element.attributes {
                attribute::check(element, attribute, &scripts, report);
                foreign::check(element, attribute, &scripts, report);
            }
            siblings::check(element, &scripts, report);
            script::check(element, report);
        }
        siblings::check_ids(elements, report);
        request::check(elements, report);
        form::check(elements, self.is_whole, report);
    }
}

/// Whether a text is a page, or its head or body, which the client finds without an id.
fn is_document(html: &str) -> bool {
    let first = Document::first_tag(html);
    matches!(first.as_str(), "!doctype" | "html" | "head" | "body")
}

/// What was found so far.
#[derive(Default)]
struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// Something is wrong with an attribute.
    fn at(
        &mut self,
        element: &Element<'_>,
        attribute: &Attribute<'_>,
        message: impl Into<String>,
    ) -> &mut Finding {
        let name = attribute.written;
        let value = if attribute.value.is_empty() {
            ""
        } else {
            "=…"
        };
        let place = format!("<{} {name}{value}>", element.name);
        self.push(attribute.spot, place, message)
    }

    /// Something is wrong with an element.
    fn on(&mut self, element: &Element<'_>, message: impl Into<String>) -> &mut Finding {
        self.push(element.spot, format!("<{}>", element.name), message)
    }

    fn push(&mut self, spot: Spot, place: String, message: impl Into<String>) -> &mut Finding {
        let finding = Finding::new(spot, place, message.into());
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// The findings in the order of their places.
    fn into_findings(mut self) -> Vec<Finding> {
        self.findings.sort_by_key(Finding::spot);
        self.findings
    }
}
