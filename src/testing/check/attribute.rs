//! The rules for one attribute: those of templates, asked about a page.

use starmark_syntax::name::Parts;
use starmark_syntax::script;

use super::Report;
use super::code::with_code;
use super::element::{Attribute, Data, Element};
use super::script::Scripts;
use crate::data::{self, Found, Given, IN_QUOTES, Place, Presence, Row, Use};

pub(super) fn check(
    element: &Element<'_>,
    attribute: &Attribute<'_>,
    scripts: &Scripts,
    report: &mut Report,
) {
    let Some(data) = &attribute.data else {
        return;
    };
    if let Some(message) = problem(element, attribute, data, scripts) {
        let is_unknown = data.row.is_none() && may_be_meant(&message, attribute.value);
        let is_advice = is_unknown || is_own_action(&message);
        let finding = report.at(element, attribute, message);
        if is_advice {
            finding.advise();
        }
    }
}

/// An unknown action that is like none of the client's may be one of a plugin of the page.
fn is_own_action(message: &str) -> bool {
    message.starts_with("there is no action `@") && !message.contains("did you mean")
}

/// An unknown name may be one of a plugin of the page, and `data-ref-id="7"` one of the application.
fn may_be_meant(message: &str, value: &str) -> bool {
    message.contains("` is no Datastar attribute")
        || message.starts_with("the key stands behind a colon")
            && !value.is_empty()
            && !value.contains(['$', '@', '('])
}

/// What the rules say.
fn problem(
    element: &Element<'_>,
    attribute: &Attribute<'_>,
    data: &Data<'_>,
    scripts: &Scripts,
) -> Option<String> {
    let parts = attribute.written_parts(data);
    let judge = |given: Given<'_>| judge(element.name, data.row, &parts, given);
    let value = attribute.value;
    match (&data.script, &data.row) {
        (_, Some(row)) if row.value == Presence::Denied && is_flag(attribute) => {
            judge(Given::Nothing)
        }
        _ if value.is_empty() => judge(Given::Nothing),
        _ if value.trim().is_empty() => judge(Given::Blank),
        (Some(script), _) => {
            let names = unknown_names(&script.names, value, scripts);
            with_code(value, script, &names, |code| judge(Given::Code(code)))
        }
        (None, _) => judge(Given::Code(data::Code {
            text: Some(value),
            ..data::Code::PLAIN
        })),
    }
}

/// Engines without bare attributes write something, and it means the same.
fn is_flag(attribute: &Attribute<'_>) -> bool {
    let value = attribute.value;
    value == "true" || value == attribute.name
}

/// What a template says to an attribute with this value as a literal.
pub(super) fn problem_in_template(element: &str, name: &str, value: &str) -> Option<String> {
    let parts = Parts::of(name.strip_prefix("data-")?);
    let judge = |given: Given<'_>| judge(element, data::row(parts.plugin), &parts, given);
    if value.trim().is_empty() {
        let is_given = !value.is_empty();
        return judge(if is_given {
            Given::Blank
        } else {
            Given::Nothing
        });
    }
    let script = script::read(value);
    let names: Vec<_> = script.names.iter().map(String::as_str).collect();
    with_code(value, &script, &names, |code| judge(Given::Code(code)))
}

/// What a template says, without what else it could have.
fn judge(element: &str, row: Option<Row>, parts: &Parts<'_>, given: Given<'_>) -> Option<String> {
    let modifiers = parts.modifiers.iter();
    let modifiers: Vec<_> = modifiers.map(|(label, tags)| (*label, &tags[..])).collect();
    let used = Use {
        name: parts.plugin,
        key: parts.key,
        modifiers: &modifiers,
        given,
        place: Place::named(element),
    };
    let found = row.map_or(Found::Unknown, Found::Plugin);
    let message = data::check(found, used);
    message.first().map(without_template_advice)
}

/// The names that neither the code nor a script of the page declares. An element with an id has a variable, too, which
/// is hardly meant by a name that is all of the code.
fn unknown_names<'n>(names: &'n [String], code: &str, scripts: &Scripts) -> Vec<&'n str> {
    let is_element = |name: &str| code.trim() != name && scripts.ids.contains(name);
    let names = names.iter().map(String::as_str);
    names
        .filter(|name| !scripts.names(name) && !is_element(name))
        .collect()
}

/// What can only be written in a template of this library is no advice for a page.
fn without_template_advice(message: &str) -> String {
    let mut message = message.to_owned();
    for advice in IN_QUOTES {
        message = message.replace(advice, "");
    }
    if message.ends_with("[condition]`")
        && let Some(at) = message.rfind(", or `")
    {
        message.truncate(at);
    }
    message
}
