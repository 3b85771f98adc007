//! The rules for events: misspelt ones, and those that never reach an element.

use super::values::has_modifier;
use super::{KEY, Place, Problem, Use};
use crate::data::event::{EVENTS, Target};
use crate::message::{Message, eq, is_near};

/// Elements with a resource whose `load` they report.
const LOADING: &[&str] = &[
    "img", "iframe", "script", "link", "embed", "object", "style", "input", "track", "image",
    "use", "svg", "body", "audio", "video", "",
];

pub(super) const fn check(key: &str, used: &Use<'_>) -> Problem {
    let mut near = None;
    let mut i = 0;
    while i < EVENTS.len() {
        let (name, target) = EVENTS[i];
        if eq(key, name) {
            return check_target(key, target, used);
        }
        if near.is_none() && is_near(key, name) {
            near = Some(name);
        }
        i += 1;
    }
    if eq(key, "domcontentloaded") {
        return Some((
            KEY,
            Message::new("HTML lower-cases names; what runs when the page is ready is `data-init`"),
        ));
    }
    match near {
        Some(near) => {
            let message = Message::new("browsers have no event `")
                .push(key)
                .push("`; did you mean `")
                .push(near);
            Some((
                KEY,
                message
                    .push("`? (in quotes, the name of an event of your own is taken as written)"),
            ))
        }
        None => None,
    }
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
