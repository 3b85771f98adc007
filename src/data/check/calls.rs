//! The rules for actions in a literal: which there are, what they are given, and the options of a request.

use super::values::{Call, Entry, Shape};
use crate::data::action::address::is_elsewhere;
use crate::data::action::rows::{self, Expects};
use crate::message::{Message, contains, contains_str, eq, eq_ignore_case, nearest};

pub(super) const fn check(call: &Call<'_>) -> Option<Message> {
    let Some(row) = rows::find(call.name) else {
        return Some(unknown(call.name));
    };
    if call.arguments.len() < row.arguments {
        let message = Message::new("`@")
            .push(call.name)
            .push("` needs ")
            .push(row.first);
        return Some(
            message
                .push(": write `@")
                .push(call.name)
                .push("(")
                .push(row.example)
                .push(")`"),
        );
    }
    let mut i = 0;
    while i < call.arguments.len() && i < row.expects.len() {
        if !fits(call.arguments[i], row.expects[i]) {
            let message = Message::new("`@")
                .push(call.name)
                .push("` takes ")
                .push(row.expects[i].noun());
            return Some(
                message
                    .push(" here: write `@")
                    .push(call.name)
                    .push("(")
                    .push(row.example)
                    .push(")`"),
            );
        }
        if let (Expects::Filter, Shape::Object(entries)) = (row.expects[i], call.arguments[i])
            && let Some(message) = check_filter(entries)
        {
            return Some(message);
        }
        i += 1;
    }
    if row.is_request {
        check_request(call)
    } else {
        None
    }
}

const fn unknown(name: &str) -> Message {
    let message = Message::new("there is no action `@").push(name).push("`");
    if contains(rows::PRO, name) {
        return message.push(" in the free client; if the page loads Datastar Pro, enable the feature `pro` of starmark");
    }
    let near = match same_letters(name) {
        None => nearest(name, rows::NAMES),
        same => same,
    };
    match near {
        Some(near) => message.push("; did you mean `@").push(near).push("`?"),
        None => message.push("; there are ").push_list("@", rows::NAMES),
    }
}

/// The action of this name if capitals did not count.
const fn same_letters(name: &str) -> Option<&'static str> {
    let mut i = 0;
    while i < rows::NAMES.len() {
        if eq_ignore_case(name, rows::NAMES[i]) {
            return Some(rows::NAMES[i]);
        }
        i += 1;
    }
    None
}

/// Whether an argument can be what the action expects; what cannot be seen may.
const fn fits(given: Shape<'_>, expected: Expects) -> bool {
    match given {
        Shape::Other => true,
        Shape::Text(_) => matches!(expected, Expects::Any | Expects::Text),
        Shape::Number => matches!(expected, Expects::Any | Expects::Number),
        Shape::Bool => matches!(expected, Expects::Any | Expects::Bool),
        Shape::Object(_) => matches!(expected, Expects::Any | Expects::Object | Expects::Filter),
        Shape::Function => matches!(expected, Expects::Any | Expects::Function),
        Shape::Null | Shape::Array | Shape::Pattern(_) => matches!(expected, Expects::Any),
    }
}

const fn check_filter(entries: &[Entry<'_>]) -> Option<Message> {
    let mut i = 0;
    while i < entries.len() {
        if !contains(&["include", "exclude"], entries[i].key) {
            let message = Message::new("a filter has only `include` and `exclude`, not `");
            return Some(message.push(entries[i].key).push("`"));
        }
        i += 1;
    }
    None
}

const fn check_request(call: &Call<'_>) -> Option<Message> {
    if let [Shape::Text(Some(url)), ..] = call.arguments {
        if url.is_empty() {
            return Some(
                Message::new("`@")
                    .push(call.name)
                    .push("` needs an address, such as `'/path'`"),
            );
        }
        if contains_str(url, " ") {
            return Some(
                Message::new("an address has no spaces: write `%20` in `")
                    .push(url)
                    .push("`"),
            );
        }
        if is_elsewhere(url) {
            return Some(
                Message::new("`")
                    .push(url)
                    .push("` is on another site, whose answer could run scripts in this page: write a path such as `/board`"),
            );
        }
    }
    let [_, Shape::Object(options), ..] = call.arguments else {
        return None;
    };
    let is_form = is_form(options);
    let mut i = 0;
    while i < options.len() {
        if let Some(message) = check_option(options[i], is_form) {
            return Some(message);
        }
        i += 1;
    }
    None
}

const fn is_form(options: &[Entry<'_>]) -> bool {
    let mut i = 0;
    while i < options.len() {
        if eq(options[i].key, "contentType") {
            return match options[i].value {
                Shape::Text(Some(text)) => eq(text, "form"),
                _ => true,
            };
        }
        i += 1;
    }
    false
}

const fn check_option(option: Entry<'_>, is_form: bool) -> Option<Message> {
    let Entry { key, value } = option;
    let Some(row) = rows::find_option(key) else {
        return Some(unknown_option(key));
    };
    if let (Shape::Text(Some(text)), false) = (value, row.words.is_empty())
        && !contains(row.words, text)
    {
        let message = Message::new("`")
            .push(key)
            .push("` is one of ")
            .push_list("", row.words);
        return Some(message.push(", not `").push(text).push("`"));
    }
    if !fits(value, row.expects) {
        return Some(
            Message::new("`")
                .push(key)
                .push("` takes ")
                .push(row.expects.noun()),
        );
    }
    if eq(key, "selector") && !is_form {
        return Some(Message::new(
            "`selector` names a form, so it needs `contentType: 'form'` beside it",
        ));
    }
    if is_form && (eq(key, "payload") || eq(key, "filterSignals")) {
        let message =
            Message::new("with `contentType: 'form'` the fields of the form are sent, and `");
        return Some(message.push(key).push("` does nothing"));
    }
    match value {
        Shape::Object(entries) if eq(key, "filterSignals") => match check_filter(entries) {
            Some(message) => Some(message),
            None => check_exclude(entries),
        },
        _ => None,
    }
}

const fn unknown_option(name: &str) -> Message {
    let message = Message::new("a request has no option `")
        .push(name)
        .push("`");
    if eq(name, "retryMaxWaitMs") {
        return message.push("; it is called `retryMaxWait` now");
    }
    match nearest(name, rows::OPTIONS) {
        Some(near) => message.push("; did you mean `").push(near).push("`?"),
        None => message.push("; it has ").push_list("", rows::OPTIONS),
    }
}

/// An own `exclude` takes the place of the one that keeps local signals in the page.
const fn check_exclude(entries: &[Entry<'_>]) -> Option<Message> {
    let mut i = 0;
    while i < entries.len() {
        if let Shape::Pattern(pattern) | Shape::Text(Some(pattern)) = entries[i].value
            && eq(entries[i].key, "exclude")
            && !contains_str(pattern, "_")
        {
            return Some(Message::new(
                "with an `exclude` of your own, signals that begin with `_` are sent, too; keep them in the page with `|(^|[.])_` at its end",
            ));
        }
        i += 1;
    }
    None
}
