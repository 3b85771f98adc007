//! The rule for requests of one page: a new one ends a running one of the same method and address.

use super::Report;
use super::element::{Attribute, Element, Request};

/// A request, and where it is made.
struct Place<'e, 'd> {
    element: &'e Element<'d>,
    attribute: &'e Attribute<'d>,
    request: Request<'e>,
}

pub(super) fn check(elements: &[Element<'_>], report: &mut Report) {
    let places: Vec<_> = elements.iter().flat_map(places).collect();
    let streams = places
        .iter()
        .enumerate()
        .filter(|(_, it)| is_stream(it.request));
    for (at, stream) in streams {
        let mut others = places.iter().enumerate();
        let other = others.find(|(i, other)| *i != at && ends(other.request, stream.request));
        if let Some((_, other)) = other {
            let action = format!(
                "@{}('{}')",
                stream.request.action,
                stream.request.address().unwrap_or_default()
            );
            let message = format!(
                "`{action}` of `<{} {}>` in line {} ends this stream, because a new request ends a running one of the same method and address; add `requestCancellation: 'disabled'` here",
                other.element.name, other.attribute.written, other.attribute.line
            );
            report.at(stream.element, stream.attribute, message);
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

/// Whether it is meant to go on, and others can end it.
fn is_stream(request: Request<'_>) -> bool {
    request.word("retry", "auto") == Some("always") && is_cancelled(request)
}

/// Whether it ends others, and others it.
fn is_cancelled(request: Request<'_>) -> bool {
    matches!(
        request.word("requestCancellation", "auto"),
        Some("auto" | "cleanup")
    )
}

fn ends(other: Request<'_>, stream: Request<'_>) -> bool {
    other.action == stream.action
        && other.address().is_some()
        && other.address() == stream.address()
        && is_cancelled(other)
}
