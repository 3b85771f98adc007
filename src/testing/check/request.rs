//! Requests, and the rule for those of one page: a new one ends a running one of the same method and address.

use std::collections::BTreeMap;

use starmark_syntax::script::Shape;

use super::Report;
use super::element::{Attribute, Element};

/// A call of `@get`, `@post` and their siblings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) action: &'a str,
    pub(super) arguments: &'a [Shape],
}

impl<'a> Request<'a> {
    /// The address, if all of it is written out.
    pub(super) fn address(self) -> Option<&'a str> {
        match self.arguments.first() {
            Some(Shape::Text(Some(address))) => Some(address),
            _ => None,
        }
    }

    fn option(self, name: &str) -> Option<&'a Shape> {
        let Some(Shape::Object(entries)) = self.arguments.get(1) else {
            return None;
        };
        let entry = entries.iter().find(|entry| entry.key == name);
        entry.map(|entry| &entry.value)
    }

    /// An option that is written out; without one, the word that stands for it.
    pub(super) fn word(self, name: &str, default: &'a str) -> Option<&'a str> {
        match (self.option(name), self.arguments.get(1)) {
            (Some(Shape::Text(text)), _) => text.as_deref(),
            (None, None | Some(Shape::Object(_))) => Some(default),
            _ => None,
        }
    }

    /// Whether it has an option, or may have one.
    pub(super) fn may_have(self, name: &str) -> bool {
        let options = self.arguments.get(1);
        self.option(name).is_some() || !matches!(options, None | Some(Shape::Object(_)))
    }
}

/// A request, and where it is made.
struct Place<'e, 'd> {
    element: &'e Element<'d>,
    attribute: &'e Attribute<'d>,
    request: Request<'e>,
}

pub(super) fn check(elements: &[Element<'_>], report: &mut Report) {
    let places = elements.iter().flat_map(places);
    let places: Vec<_> = places.filter(|it| is_cancelled(it.request)).collect();
    let mut same: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, Place { request, .. }) in places.iter().enumerate() {
        if let Some(address) = request.address() {
            same.entry((request.action, address)).or_default().push(at);
        }
    }
    for ((action, address), group) in &same {
        let (streams, others): (Vec<usize>, Vec<_>) =
            group.iter().partition(|at| is_stream(places[**at].request));
        // Another stream takes its place, which is how one is asked for something else.
        if let Some(other) = others.first().map(|other| &places[*other]) {
            for at in streams {
                let message = format!(
                    "`@{action}('{address}')` of `<{} {}>` in line {} ends this stream, because a new request ends a running one of the same method and address; add `requestCancellation: 'disabled'` here",
                    other.element.name, other.attribute.written, other.attribute.spot.line
                );
                report.at(places[at].element, places[at].attribute, message);
            }
        }
    }
}

fn places<'e, 'd>(element: &'e Element<'d>) -> impl Iterator<Item = Place<'e, 'd>> {
    element.data().flat_map(move |(attribute, data)| {
        data.requests().map(move |request| Place {
            element,
            attribute,
            request,
        })
    })
}

/// Whether it is meant to go on.
fn is_stream(request: Request<'_>) -> bool {
    request.word("retry", "auto") == Some("always")
}

/// Whether it ends others, and others it.
fn is_cancelled(request: Request<'_>) -> bool {
    matches!(
        request.word("requestCancellation", "auto"),
        Some("auto" | "cleanup")
    )
}
