//! The rules for what stands beside each other: attributes of one element, ids of one page.

use std::collections::HashMap;

use starmark_syntax::name::Parts;

use super::Report;
use super::element::{Attribute, Data, Element, behind_prefix};
use super::script::Scripts;

pub(super) fn check(element: &Element<'_>, scripts: &Scripts, report: &mut Report) {
    check_dropped(element, report);
    check_cut(element, report);
    check_indicator(element, report);
    check_hidden(element, report);
    check_dialog(element, scripts, report);
    check_filter(element, report);
}

/// Of two attributes of one name, browsers keep the first.
fn check_dropped(element: &Element<'_>, report: &mut Report) {
    for (spot, name) in &element.dropped {
        let place = format!("<{} {name}=…>", element.name);
        let message = format!("`{name}` is here twice, and browsers drop the second: write one");
        report.push(*spot, place, message);
    }
}

/// A slash ends the name of an attribute.
fn check_cut(element: &Element<'_>, report: &mut Report) {
    for (spot, name) in &element.cut {
        let Some(parts) = behind_prefix(name).map(Parts::of) else {
            continue;
        };
        let (Some(key), true) = (parts.key, crate::data::row(parts.plugin).is_some()) else {
            continue;
        };
        let place = format!("<{} {name}=…>", element.name);
        let message = format!(
            "a `/` ends the name of an attribute: write `data-{}=\"{{'{key}': …}}\"`",
            parts.plugin
        );
        report.push(*spot, place, message);
    }
}

/// An indicator behind a request that begins at once does not see its beginning.
fn check_indicator(element: &Element<'_>, report: &mut Report) {
    let position = |plugin: &str| {
        element
            .data()
            .position(|(_, data)| data.parts.plugin == plugin)
    };
    let Some(at) = position("indicator") else {
        return;
    };
    let Some((attribute, _)) = element.data().nth(at) else {
        return;
    };
    let mut before = element.data().take(at);
    if let Some((early, _)) = before.find(|(_, data)| requests_at_once(data)) {
        report.at(
            element,
            attribute,
            format!(
                "an indicator does not see a request that begins before it: write it before `{}`",
                early.name
            ),
        );
    }
}

fn requests_at_once(data: &Data<'_>) -> bool {
    let is_at_once = match data.parts.plugin {
        "init" => !data.has_modifier("delay"),
        "effect" => true,
        _ => false,
    };
    is_at_once && data.requests().next().is_some()
}

/// `data-show` changes the style, and `hidden` hides without it.
fn check_hidden(element: &Element<'_>, report: &mut Report) {
    let Some((show, _)) = element.all("show").next() else {
        return;
    };
    if element.get("hidden").is_some() && !sets(element, "hidden") {
        report.at(
            element,
            show,
            "the element stays hidden by `hidden`, whatever `data-show` says: write `style=\"display: none\"` instead of `hidden`",
        );
    }
}

/// A dialog that is closed is hidden without a style of its own.
fn check_dialog(element: &Element<'_>, scripts: &Scripts, report: &mut Report) {
    let Some((show, _)) = element
        .all("show")
        .next()
        .filter(|_| element.name == "dialog")
    else {
        return;
    };
    let is_opened = ["open", "popover", "id"]
        .iter()
        .any(|name| element.get(name).is_some())
        || sets(element, "open")
        || scripts.names("dialog")
        || element.data().any(|(_, data)| data.parts.plugin == "ref")
        || element.data().any(|(it, _)| it.value.contains("show"));
    if !is_opened {
        report.at(
            element,
            show,
            "a `dialog` stays hidden until it is open: write `data-attr:open`, or `data-effect=\"$open ? el.showModal() : el.close()\"`",
        );
    }
}

/// Whether an expression sets an attribute.
fn sets(element: &Element<'_>, name: &str) -> bool {
    let mut attributes = element.all("attr");
    attributes.any(|(attribute, data)| match data.parts.key {
        Some(key) => key == name,
        None => attribute.value.contains(name),
    })
}

/// A filter is one of the listener on the same element.
fn check_filter(element: &Element<'_>, report: &mut Report) {
    let mut filters = element.all("on-signal-patch-filter");
    if let Some((filter, _)) = filters.next()
        && element.all("on-signal-patch").next().is_none()
    {
        report.at(
            element,
            filter,
            "a filter does nothing alone: write `data-on-signal-patch` on the same element",
        );
    }
}

/// An id is there once, or what looks for it finds the first alone.
pub(super) fn check_ids(elements: &[Element<'_>], report: &mut Report) {
    let mut seen = HashMap::new();
    // A drawing that is there twice may have its ids twice: they are for itself.
    for element in elements.iter().filter(|element| element.is_html) {
        let Some(attribute) = id(element).filter(|id| !id.value.is_empty()) else {
            continue;
        };
        if let Some(line) = seen.get(attribute.value) {
            report.at(
                element,
                attribute,
                format!(
                    "line {line} has an element with the id `{}`, too, so a patch never reaches this one: an id is there once",
                    attribute.value
                ),
            );
        } else {
            seen.insert(attribute.value, attribute.spot.line);
        }
    }
}

fn id<'e, 'd>(element: &'e Element<'d>) -> Option<&'e Attribute<'d>> {
    let mut attributes = element.attributes.iter();
    attributes.find(|attribute| attribute.name == "id")
}
