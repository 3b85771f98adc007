//! The rules for forms: what the browser submits by itself, and what a request takes from a form.

use std::collections::BTreeMap;

use super::Report;
use super::element::{Attribute, Data, Element};
use super::request::Request;
use crate::testing::document::NodeId;

/// A form, and what is in it.
struct Form<'e, 'd> {
    element: &'e Element<'d>,
    has_file: bool,
}

/// All forms, by their nodes.
struct Forms<'e, 'd>(BTreeMap<NodeId, Form<'e, 'd>>);

impl<'e, 'd> Forms<'e, 'd> {
    fn of(elements: &'e [Element<'d>]) -> Self {
        let forms = elements.iter().filter(|element| element.name == "form");
        let form = |element: &'e Element<'d>| Form {
            element,
            has_file: false,
        };
        let mut forms = Self(forms.map(|it| (it.node.id(), form(it))).collect());
        for file in elements.iter().filter(|element| is_file(element)) {
            if let Some(node) = forms.around(file)
                && let Some(form) = forms.0.get_mut(&node)
            {
                form.has_file = true;
            }
        }
        forms
    }

    /// The form that an element is or stands in.
    fn around(&self, element: &Element<'_>) -> Option<NodeId> {
        let nodes = element.node.ancestors().map(|node| node.id());
        let mut nodes = std::iter::once(element.node.id()).chain(nodes);
        nodes.find(|node| self.0.contains_key(node))
    }
}

pub(super) fn check(elements: &[Element<'_>], is_whole: bool, report: &mut Report) {
    let forms = Forms::of(elements);
    // Somebody else may keep the browser from submitting.
    let is_prevented = elements
        .iter()
        .flat_map(|element| element.listeners("submit"))
        .any(|(_, data)| data.has_modifier("prevent"));
    for element in elements {
        for (attribute, data) in element.data() {
            if data.requests().next().is_none() {
                continue;
            }
            let form = forms.around(element).and_then(|node| forms.0.get(&node));
            if data.requests().any(takes_form) {
                check_taken(element, attribute, form, is_whole, report);
            } else if let Some(form) = form.filter(|_| is_whole && !is_prevented) {
                check_submitted(element, attribute, data, form, report);
            }
        }
    }
    for form in forms.0.values() {
        check_native(form, report);
    }
}

/// Whether the client takes the form around the element.
fn takes_form(request: Request<'_>) -> bool {
    request.word("contentType", "json") == Some("form") && !request.may_have("selector")
}

fn is_file(element: &Element<'_>) -> bool {
    let is_file = element
        .get("type")
        .is_some_and(|it| it.eq_ignore_ascii_case("file"));
    element.name == "input" && is_file && element.get("name").is_some()
}

fn is_multipart(form: &Element<'_>) -> bool {
    let enctype = form.get("enctype");
    enctype.is_some_and(|it| it.eq_ignore_ascii_case("multipart/form-data"))
}

/// A request that takes the form around it needs one, which says how its files are sent.
fn check_taken(
    element: &Element<'_>,
    attribute: &Attribute<'_>,
    form: Option<&Form<'_, '_>>,
    is_whole: bool,
    report: &mut Report,
) {
    match form {
        None if is_whole => {
            report.at(
                element,
                attribute,
                "with `contentType: 'form'` the form around the element is sent, and here is none: name one by `selector`, or write a `form` around it",
            );
        }
        Some(form) if form.has_file && !is_multipart(form.element) => {
            report.at(
                element,
                attribute,
                "of the file in this form only the name is sent: write `enctype=\"multipart/form-data\"` on the `form`",
            );
        }
        _ => {}
    }
}

/// A click on a submit button submits the form, too, and the browser leaves the page.
fn check_submitted(
    element: &Element<'_>,
    attribute: &Attribute<'_>,
    data: &Data<'_>,
    form: &Form<'_, '_>,
    report: &mut Report,
) {
    let is_click = data.parts.plugin == "on" && data.parts.key == Some("click");
    let elsewhere = ["prevent", "window", "document", "outside"];
    if !is_click
        || elsewhere.iter().any(|modifier| data.has_modifier(modifier))
        || attribute.value.contains("preventDefault")
        || !is_submit(element)
        || is_handled(form.element)
    {
        return;
    }
    report.at(
        element,
        attribute,
        "the click also submits the form, and the browser loads the page anew: write `type=\"button\"`, or handle `data-on:submit` on the form",
    );
}

fn is_submit(element: &Element<'_>) -> bool {
    let sort = element.get("type").map(str::to_ascii_lowercase);
    let own = [
        "form",
        "formaction",
        "formmethod",
        "onclick",
        "disabled",
        "command",
        "popovertarget",
    ];
    let is_plain = own.iter().all(|name| element.get(name).is_none());
    match (element.name, sort.as_deref()) {
        ("button", None | Some("submit")) | ("input", Some("submit" | "image")) => is_plain,
        _ => false,
    }
}

/// Whether somebody has thought of what the browser does with the form.
fn is_handled(form: &Element<'_>) -> bool {
    let own = ["action", "onsubmit", "method", "target"];
    own.iter().any(|name| form.get(name).is_some()) || form.listeners("submit").next().is_some()
}

/// A form that the browser submits says how its files are sent.
fn check_native(form: &Form<'_, '_>, report: &mut Report) {
    let posts = form
        .element
        .get("method")
        .is_some_and(|it| it.eq_ignore_ascii_case("post"));
    let is_native = form.element.listeners("submit").next().is_none();
    if posts && is_native && form.has_file && !is_multipart(form.element) {
        report.on(
            form.element,
            "of the file in this form only the name is sent: write `enctype=\"multipart/form-data\"`",
        );
    }
}
