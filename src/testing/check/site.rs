//! A whole application: what its pages, events and routes say of each other.

mod events;
mod ids;
mod routes;

use std::collections::BTreeSet;

use self::ids::Ids;
use self::routes::Routes;
use super::element::Element;
use super::finding::Spot;
use super::signals::{self, Declared};
use super::{Finding, Page, Report};

/// The pages of an application, what its events patch into them, and its routes.
///
/// Each page and fragment is checked as by [`check_page`](super::check_page). Beside that, what one of them mentions has to
/// be somewhere:
///
/// * each signal that is read is declared, on the same page, in a fragment or by [`signals`](Self::signals);
/// * each target of a patch, and each id of a fragment, is on some page or in another fragment;
/// * each address that an action asks is a route, and is mounted with that method.
///
/// ```
/// use starmark::testing::Site;
///
/// let findings = Site::new()
///     .page("/board", r#"<!doctype html>
/// <body data-signals="{query: ''}">
///   <input data-bind="query" data-on:input="@get('/serach')">
///   <ul id="cards"></ul>
///   <button data-on:click="@get('/cards')" data-attr:disabled="$qurey == ''">New</button>
/// </body>"#)
///     .fragment("<li id=\"card-7\">Seven</li>")
///     .target("#crads")
///     .route("GET", "/search")
///     .route("POST", "/cards")
///     .check();
///
/// let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
/// assert_eq!(lines, [
///     "/board, line 3: <input data-on:input=…>: there is no route `/serach`; did you mean `/search`?",
///     "/board, line 5: <button data-on:click=…>: `/cards` takes POST, not GET: write `@post('/cards')`",
///     "/board, line 5: <button data-attr:disabled=…>: no signal `qurey` is declared on this page; did you mean `$query`?",
///     "fragment 1, line 1: <li id=…>: no page has the id `card-7`, so the client drops this element: send it with the selector of its new place",
///     "target 1, line 1: #crads: no page has an element for this selector, so the client drops what is sent to it",
/// ]);
/// ```
#[derive(Debug, Default, Clone)]
#[must_use = "nothing is looked at before `check`"]
pub struct Site {
    parts: Vec<Part>,
    targets: Vec<(String, String)>,
    signals: Declared,
    routes: Routes,
    has_links: bool,
    problems: Vec<Finding>,
    fragments: usize,
}

/// A page or a fragment.
#[derive(Debug, Clone)]
struct Part {
    name: String,
    html: String,
    sort: Sort,
}

/// How a part comes into the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// As a page of its own.
    Page,
    /// By an event, each element to the place of its id.
    Morph,
    /// By an event, to a place that the event names.
    Placed,
}

impl Site {
    /// An application without pages.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page; the name stands in findings, and is best its path.
    pub fn page(self, name: &str, html: &str) -> Self {
        self.part(name.to_owned(), html, Sort::Page)
    }

    /// Adds elements that an event patches without a selector, so that each needs an id that a page has.
    pub fn fragment(mut self, html: &str) -> Self {
        self.fragments += 1;
        let name = format!("fragment {}", self.fragments);
        self.part(name, html, Sort::Morph)
    }

    /// Adds elements that an event patches to the place of a selector.
    ///
    /// ```
    /// use starmark::testing::Site;
    ///
    /// let site = Site::new().page("/", "<!doctype html><ul id=\"cards\"></ul>");
    /// assert_eq!(site.fragment_at("#cards", "<li>7</li>").check(), []);
    /// ```
    pub fn fragment_at(mut self, selector: &str, html: &str) -> Self {
        self.fragments += 1;
        let name = format!("fragment {}", self.fragments);
        self.targets.push((name.clone(), selector.to_owned()));
        self.part(name, html, Sort::Placed)
    }

    /// Adds the selector of a patch.
    pub fn target(mut self, selector: &str) -> Self {
        let name = format!("target {}", self.targets.len() + 1);
        self.targets.push((name, selector.to_owned()));
        self
    }

    /// Adds the events of a response: `text/event-stream`, as the client reads it.
    ///
    /// ```
    /// use starmark::testing::Site;
    ///
    /// let findings = Site::new()
    ///     .page("/", "<!doctype html><ul id=\"cards\"></ul>")
    ///     .events("POST /cards", "event: datastar-patch-elements\ndata: elements <li>7</li>\n\n")
    ///     .check();
    /// assert_eq!(
    ///     findings[0].to_string(),
    ///     "POST /cards, event 1, line 1: <li>: the element has no id, so the client drops it: \
    ///      give it one, or send it with a selector",
    /// );
    /// ```
    pub fn events(mut self, name: &str, body: &str) -> Self {
        events::add(&mut self, name, body);
        self
    }

    /// Adds signals that are declared where no page shows it: by a script, or a patch of signals.
    pub fn signals<'a>(mut self, paths: impl IntoIterator<Item = &'a str>) -> Self {
        for path in paths {
            self.signals.add(path);
        }
        self
    }

    /// Adds a route: a method, or `ANY`, and a path as axum writes it, `/tickets/{id}` and `/files/{*path}`.
    ///
    /// A site without routes does not ask for any.
    pub fn route(mut self, method: &str, path: &str) -> Self {
        if let Err(message) = self.routes.add(method, path) {
            let finding = Finding::new(Spot::START, format!("{method} {path}"), message);
            self.problems.push(finding.on("routes"));
        }
        self
    }

    /// Compares links and forms with the routes, too.
    ///
    /// ```
    /// use starmark::testing::Site;
    ///
    /// let site = Site::new().page("/", "<!doctype html><a href=\"/abuot\">About</a>").route("GET", "/about").links();
    /// assert_eq!(site.check()[0].message(), "there is no route `/abuot`; did you mean `/about`?");
    /// ```
    pub fn links(mut self) -> Self {
        self.has_links = true;
        self
    }

    /// What is wrong, page by page, each in the order of its source.
    pub fn check(&self) -> Vec<Finding> {
        let pages: Vec<_> = self
            .parts
            .iter()
            .map(|part| Page::read(&part.html))
            .collect();
        let elements: Vec<_> = pages.iter().map(Page::elements).collect();
        let declared: Vec<_> = elements.iter().map(|it| Declared::by(it)).collect();
        let ids = Ids::of(self.parts.iter().zip(&elements));
        let mut findings = self.problems.clone();
        for (at, part) in self.parts.iter().enumerate() {
            let mut report = Report::default();
            pages[at].check(&elements[at], &mut report);
            let known = self.declared_for(at, &declared);
            signals::check(&elements[at], &known, &mut report);
            self.routes
                .check(&elements[at], self.has_links, &mut report);
            if part.sort == Sort::Morph {
                ids.check_roots(part, &elements[at], &mut report);
            }
            findings.extend(
                report
                    .into_findings()
                    .into_iter()
                    .map(|it| it.on(&part.name)),
            );
        }
        for (name, selector) in &self.targets {
            let problem = ids::check_target(selector, &pages);
            let finding =
                problem.map(|it| Finding::new(Spot::START, selector.clone(), it.to_owned()));
            findings.extend(finding.map(|it| it.on(name)));
        }
        findings
    }

    fn part(mut self, name: String, html: &str, sort: Sort) -> Self {
        let html = html.to_owned();
        self.parts.push(Part { name, html, sort });
        self
    }

    /// What a part can read: on a page its own signals and those that events bring, in a fragment those of any page.
    fn declared_for(&self, at: usize, all: &[Declared]) -> Declared {
        let mut declared = self.signals.clone();
        let is_fragment = self.parts[at].sort != Sort::Page;
        for (i, part) in self.parts.iter().enumerate() {
            if i == at || is_fragment || part.sort != Sort::Page {
                declared.extend(&all[i]);
            }
        }
        declared
    }
}

/// The elements at the top of a fragment.
fn roots<'e, 'd>(elements: &'e [Element<'d>]) -> impl Iterator<Item = &'e Element<'d>> {
    elements.iter().filter(|element| element.is_root)
}

/// The ids of some elements.
fn ids_of<'d>(elements: &[Element<'d>]) -> BTreeSet<&'d str> {
    elements
        .iter()
        .filter_map(|element| element.get("id"))
        .collect()
}
