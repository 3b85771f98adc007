//! The rules for events: misspelt ones, and those that never reach an element.

use super::values::{has_modifier, has_row};
use super::{IN_QUOTES, KEY, Place, Problem, Row, Use};
use crate::data::event::{EVENTS, Target};
use crate::message::{Message, contains, contains_str, eq, is_near, starts_with};

/// Elements with a resource whose `load` they report.
const LOADING: &[&str] = &[
    "img", "iframe", "script", "link", "embed", "object", "style", "input", "track", "image",
    "use", "svg", "body", "audio", "video", "",
];

/// Words that other libraries write behind an event; here the handler asks the event.
const KEYS: &[&str] = &[
    "enter", "escape", "esc", "space", "tab", "up", "down", "left", "right", "ctrl", "shift",
    "alt", "meta", "cmd", "self",
];

pub(crate) const fn is_known(name: &str) -> bool {
    target_of(name).is_some()
}

/// `data-on:click.prevent` listens to an event called `click.prevent`. Events may have dots, so only known words
/// behind them are taken for a mistake.
const fn check_words(row: &Row, key: &str) -> Problem {
    let bytes = key.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let mut end = start;
        while end < bytes.len() && !matches!(bytes[end], b'.' | b':' | b'_') {
            end += 1;
        }
        let word = key.split_at(end).0.split_at(start).1;
        if start > 1 && has_row(row.modifiers, word) {
            let message = Message::new("a modifier begins with two underscores: write `data-on:");
            return Some((
                KEY,
                message
                    .push(key.split_at(start - 1).0)
                    .push("__")
                    .push(word)
                    .push("`"),
            ));
        }
        if start > 1 && contains(KEYS, word) {
            let message = Message::new("an event has no `.")
                .push(word)
                .push("`: ask it in the handler, as in `data-on:");
            return Some((
                KEY,
                message
                    .push(key.split_at(start - 1).0)
                    .push("=\"evt.key === 'Enter' && …\"`"),
            ));
        }
        start = end + 1;
    }
    None
}

pub(super) const fn check(row: &Row, key: &str, used: &Use<'_>) -> Problem {
    if let Some(problem) = check_words(row, key) {
        return Some(problem);
    }
    if starts_with(key, "on") && is_known(key.split_at(2).1) {
        let event = key.split_at(2).1;
        let message = Message::new("the event is called `")
            .push(event)
            .push("`: write `data-on:");
        return Some((KEY, message.push(event).push("`")));
    }
    if let Some(target) = target_of(key) {
        return check_target(key, target, used);
    }
    if eq(key, "domcontentloaded") {
        return Some((
            KEY,
            Message::new("HTML lower-cases names; what runs when the page is ready is `data-init`"),
        ));
    }
    match nearest(key) {
        Some(near) => {
            let message = Message::new("browsers have no event `")
                .push(key)
                .push("`; did you mean `")
                .push(near);
            Some((KEY, message.push("`?").push(IN_QUOTES[2])))
        }
        None => None,
    }
}

/// Where browsers dispatch an event.
const fn target_of(key: &str) -> Option<Target> {
    let mut i = 0;
    while i < EVENTS.len() {
        if eq(key, EVENTS[i].0) {
            return Some(EVENTS[i].1);
        }
        i += 1;
    }
    None
}

/// The event that was meant. Browsers have none with a hyphen, so such a one is somebody's own.
const fn nearest(key: &str) -> Option<&'static str> {
    let mut i = 0;
    while i < EVENTS.len() {
        let name = EVENTS[i].0;
        if eq_without_hyphens(key, name) || !contains_str(key, "-") && is_near(key, name) {
            return Some(name);
        }
        i += 1;
    }
    None
}

/// Whether only hyphens make the difference, as in `mouse-enter`.
const fn eq_without_hyphens(written: &str, name: &str) -> bool {
    let (written, name) = (written.as_bytes(), name.as_bytes());
    let (mut i, mut j) = (0, 0);
    while i < written.len() {
        if written[i] == b'-' {
            i += 1;
        } else if j < name.len() && written[i] == name[j] {
            i += 1;
            j += 1;
        } else {
            return false;
        }
    }
    j == name.len()
}

const fn check_target(key: &str, target: Target, used: &Use<'_>) -> Problem {
    let (label, place) = match target {
        Target::Window => ("window", "the window"),
        Target::Document => ("document", "the document"),
        Target::Element => return check_load(key, used),
    };
    // What reaches the document reaches the window.
    if has_modifier(used.modifiers, label)
        || (matches!(target, Target::Document) && has_modifier(used.modifiers, "window"))
    {
        return None;
    }
    let message = Message::new("`")
        .push(key)
        .push("` only fires on ")
        .push(place)
        .push(": write `data-on:");
    Some((KEY, message.push(key).push("__").push(label).push("`")))
}

/// `load` does not rise to parents, so an element without a resource never sees it.
const fn check_load(key: &str, used: &Use<'_>) -> Problem {
    let Place { name, .. } = used.place;
    if !eq(key, "load") || has_modifier(used.modifiers, "window") {
        return None;
    }
    let mut i = 0;
    while i < LOADING.len() {
        if eq(LOADING[i], name) && !eq(name, "body") {
            return None;
        }
        i += 1;
    }
    let message = Message::new("`load` never fires on `").push(name);
    Some((
        KEY,
        message.push(
            "`: write `data-init` to run when the element is there, or `data-on:load__window`",
        ),
    ))
}
