//! What the controls of a page hold: what the server wrote, what the user typed, what a signal says.
//! <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html>

use std::collections::HashMap;

use scraper::ElementRef;
use serde_json::Value;

use super::super::document::{Document, NodeId};
use super::attributes::data_attributes;
use super::signals::Store;
use super::value::{is_true, number, text};

/// What the user did to controls, as long as the server does not say otherwise.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub(super) values: HashMap<NodeId, String>,
    pub(super) checks: HashMap<NodeId, bool>,
}

/// The controls as they are now.
pub(super) struct Controls<'p> {
    pub(super) document: &'p Document,
    pub(super) typed: &'p Typed,
}

impl Controls<'_> {
    /// What the control holds.
    pub(super) fn value(&self, control: ElementRef<'_>) -> String {
        if let Some(typed) = self.typed.values.get(&control.id()) {
            return typed.clone();
        }
        match control.value().name() {
            "textarea" => control.text().collect(),
            "select" => selected(control).unwrap_or_default(),
            "option" => option_value(control),
            _ => {
                let default = if is_check(control) { "on" } else { "" };
                control.attr("value").unwrap_or(default).to_owned()
            }
        }
    }

    /// Whether a checkbox or a radio button is on.
    pub(super) fn is_checked(&self, control: ElementRef<'_>) -> bool {
        let typed = self.typed.checks.get(&control.id()).copied();
        typed.unwrap_or_else(|| control.attr("checked").is_some())
    }

    /// What `data-bind` writes into a signal, by the value that it has; nothing if it writes nothing.
    pub(super) fn signal(&self, control: ElementRef<'_>, now: Option<&Value>) -> Option<Value> {
        let value = || self.value(control);
        let as_number = |text: &str| number(text.trim().parse().unwrap_or(0.0)).unwrap_or_default();
        let by_type = |text: String| match now {
            None | Some(Value::String(_)) => Value::from(text),
            Some(_) => as_number(&text),
        };
        let kind = control
            .attr("type")
            .unwrap_or_default()
            .to_ascii_lowercase();
        Some(match (control.value().name(), kind.as_str()) {
            ("input", "checkbox") => match (control.attr("value"), now) {
                (None, Some(Value::String(_))) => {
                    if self.is_checked(control) { "on" } else { "" }.into()
                }
                (None, _) | (_, Some(Value::Bool(_))) => self.is_checked(control).into(),
                (Some(value), _) => if self.is_checked(control) { value } else { "" }.into(),
            },
            ("input", "radio") if !self.is_checked(control) => return None,
            ("input", "radio") if matches!(now, Some(Value::Number(_))) => as_number(&value()),
            ("input", "radio") => value().into(),
            ("input", "file") => return None,
            ("input", "number" | "range") if !matches!(now, Some(Value::String(_))) => {
                as_number(&value())
            }
            ("select", _) if control.attr("multiple").is_some() => self.selection(control),
            ("input" | "select", _) => by_type(value()),
            _ => value().into(),
        })
    }

    fn selection(&self, select: ElementRef<'_>) -> Value {
        if let Some(typed) = self.typed.values.get(&select.id()) {
            return vec![typed.clone()].into();
        }
        let options = select.descendent_elements();
        let chosen =
            options.filter(|it| it.value().name() == "option" && it.attr("selected").is_some());
        chosen.map(option_value).collect()
    }

    /// The fields of a form that it sends, by their names.
    pub(super) fn fields(
        &self,
        form: ElementRef<'_>,
        submitter: Option<ElementRef<'_>>,
    ) -> Vec<(String, String)> {
        let id = form.attr("id").filter(|id| !id.is_empty());
        let is_in = |it: &ElementRef<'_>| match it.attr("form") {
            Some(of) => Some(of) == id,
            None => it.ancestors().any(|it| it.id() == form.id()),
        };
        let controls = self.document.elements().filter(is_in);
        controls
            .filter_map(|it| {
                let name = it.attr("name").filter(|name| !name.is_empty())?;
                let kind = it.attr("type").unwrap_or_default().to_ascii_lowercase();
                let is_sent = it.attr("disabled").is_none()
                    && match (it.value().name(), kind.as_str()) {
                        ("input", "checkbox" | "radio") => self.is_checked(it),
                        ("input", "submit" | "image") | ("button", _) => {
                            Some(it.id()) == submitter.map(|it| it.id())
                        }
                        ("input", "button" | "reset" | "file") => false,
                        ("input" | "select" | "textarea", _) => true,
                        _ => false,
                    };
                is_sent.then(|| (name.to_owned(), self.value(it)))
            })
            .collect()
    }
}

fn selected(select: ElementRef<'_>) -> Option<String> {
    let options = || {
        select
            .descendent_elements()
            .filter(|it| it.value().name() == "option")
    };
    let chosen = options().filter(|it| it.attr("selected").is_some()).last();
    let chosen = chosen.or_else(|| options().find(|it| it.attr("disabled").is_none()));
    chosen.map(option_value)
}

fn option_value(option: ElementRef<'_>) -> String {
    let text = || {
        option
            .text()
            .collect::<String>()
            .split_ascii_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    option.attr("value").map_or_else(text, ToOwned::to_owned)
}

/// Whether a control is on or off.
pub(super) fn is_check(control: ElementRef<'_>) -> bool {
    let kind = control.attr("type").unwrap_or_default();
    ["checkbox", "radio"]
        .iter()
        .any(|it| kind.eq_ignore_ascii_case(it))
}

/// The signal that a control is bound to: of an array, the element that is as far in it as the control is among those
/// with the same attribute.
pub(super) fn bound(
    document: &Document,
    signals: &Store,
    control: ElementRef<'_>,
) -> Option<String> {
    let binding = |element: ElementRef<'_>| {
        let attribute = data_attributes(element.value()).find(|it| it.plugin == "bind");
        attribute
            .filter(|it| it.modifier("prop").is_none())
            .map(|it| it.signal())
    };
    let path = binding(control)?;
    let shares =
        matches!(signals.get(&path), Some(Value::Array(_))) && control.attr("multiple").is_none();
    if !shares {
        return Some(path);
    }
    let mut all = document
        .elements()
        .filter(|it| binding(*it).as_deref() == Some(&path));
    let index = all.position(|it| it.id() == control.id())?;
    Some(format!("{path}.{index}"))
}

/// What a bound control holds when its signal has a value.
pub(super) fn show(control: ElementRef<'_>, value: &Value, typed: &mut Typed) {
    if !is_check(control) {
        typed.values.insert(control.id(), text(value));
        return;
    }
    let is_on = match (control.attr("value"), value) {
        (_, Value::Bool(value)) => *value,
        (Some(own), value) => text(value) == own,
        (None, value) => is_true(value),
    };
    typed.checks.insert(control.id(), is_on);
}
