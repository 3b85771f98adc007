//! Whether what a patch is aimed at is there.

use std::collections::HashMap;

use scraper::Selector;

use super::super::element::Element;
use super::super::{Page, Report, is_document};
use super::{Part, ids_of, roots};

/// How many pages and fragments have each id.
pub(super) struct Ids<'d>(HashMap<&'d str, usize>);

impl<'d> Ids<'d> {
    pub(super) fn of<'e>(parts: impl Iterator<Item = (&'e Part, &'e Vec<Element<'d>>)>) -> Self
    where
        'd: 'e,
    {
        let mut ids = HashMap::new();
        for (_, elements) in parts {
            for id in ids_of(elements) {
                *ids.entry(id).or_default() += 1;
            }
        }
        Self(ids)
    }

    /// Each element of a patch without a selector has an id, which something else has, too.
    pub(super) fn check_roots(&self, part: &Part, elements: &[Element<'_>], report: &mut Report) {
        if is_document(&part.html) {
            return;
        }
        for root in roots(elements) {
            let mut attributes = root.attributes.iter();
            let id = attributes.find(|it| it.name == "id" && !it.value.is_empty());
            let Some(id) = id else {
                report.on(
                    root,
                    "the element has no id, so the client drops it: give it one, or send it with a selector",
                );
                continue;
            };
            if self.0.get(id.value).is_none_or(|count| *count < 2) {
                let message = format!(
                    "no page has the id `{}`, so the client drops this element: send it with the selector of its new place",
                    id.value
                );
                report.at(root, id, message);
            }
        }
    }
}

/// Why a selector has no target.
pub(super) fn check_target(selector: &str, pages: &[Page]) -> Option<&'static str> {
    if selector.trim().is_empty() {
        return Some("a selector cannot be empty: name an element, as in `#board`");
    }
    let Ok(selector) = Selector::parse(selector) else {
        // Newer parts of CSS are beyond the parser, and no browser takes an unfinished one.
        return is_unfinished(selector)
            .then_some("this is no selector of CSS, so the client throws");
    };
    let is_there = pages
        .iter()
        .any(|page| page.document.tree.select(&selector).next().is_some());
    (!is_there).then_some(
        "no page has an element for this selector, so the client drops what is sent to it",
    )
}

/// Whether brackets are left open, or something is missing at an end.
fn is_unfinished(selector: &str) -> bool {
    let count = |mark: char| selector.matches(mark).count();
    let selector = selector.trim();
    count('[') != count(']')
        || count('(') != count(')')
        || selector.starts_with([',', '>', '+', '~'])
        || selector.ends_with([',', '>', '+', '~', '#', '.', ':'])
        || selector.starts_with("##")
}
