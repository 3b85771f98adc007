//! The rules for names without a row, which may be the application's own.

use super::{IN_QUOTES, Problem, Written, events, plugin};
use crate::data::plugins;
use crate::message::{Message, contains, ends_with, eq, nearest, starts_with};

/// The attributes of Datastar Pro, which are rows only with the feature `pro`.
pub(super) const PRO: &[&str] = &[
    "animate",
    "custom-validity",
    "match-media",
    "on-raf",
    "on-resize",
    "persist",
    "query-string",
    "replace-url",
    "scroll-into-view",
    "view-transition",
];

/// A name without a row may be the application's own, unless it looks like one of Datastar's.
pub(super) const fn check_plain(
    name: &str,
    key: Option<&str>,
    modifiers: &[Written<'_>],
) -> Problem {
    if contains(PRO, name) {
        return plugin(Message::new("`data-").push(name).push(
            "` does nothing with the free client; if the page loads Datastar Pro, enable the feature `pro` of starmark",
        ));
    }
    if eq(name, "on-load") {
        return plugin(Message::new("`data-on-load` is now called `data-init`"));
    }
    if eq(name, "on-signal-change") || eq(name, "on-signals-change") {
        let message = Message::new("`data-").push(name);
        return plugin(message.push("` is now called `data-on-signal-patch`"));
    }
    if ends_with(name, ":") {
        let message = Message::new("a key is missing behind the colon of `data-")
            .push(name)
            .push("`");
        return plugin(message.push(if modifiers.is_empty() {
            ""
        } else {
            "; a key cannot begin with two underscores, which begin a modifier"
        }));
    }
    if starts_with(name, "on") && events::is_known(name.split_at(2).1) {
        let message = Message::new("an event stands behind a colon: write `data-on:");
        return plugin(
            message
                .push(name.split_at(2).1)
                .push("`")
                .push(IN_QUOTES[0]),
        );
    }
    if let Some(problem) = check_separator(name) {
        return Some(problem);
    }
    if let Some(near) = nearest_plugin(name) {
        let message = Message::new("there is no Datastar attribute `data-")
            .push(name)
            .push("`; did you mean `data-")
            .push(near);
        return plugin(message.push("`?").push(IN_QUOTES[0]));
    }
    if key.is_some() || !modifiers.is_empty() {
        let message = Message::new("`data-")
            .push(name)
            .push("` is no Datastar attribute, so it has no key and no modifiers");
        return plugin(message.push(IN_QUOTES[1]));
    }
    None
}

const fn nearest_plugin(name: &str) -> Option<&'static str> {
    #[cfg(feature = "pro")]
    if let Some(near) = nearest(name, crate::data::pro::NAMES) {
        return Some(near);
    }
    nearest(name, plugins::NAMES)
}

/// `data-on-click` was right once; now the key stands behind a colon.
const fn check_separator(name: &str) -> Problem {
    const KEYED: [&str; 9] = [
        "on",
        "signals",
        "computed",
        "class",
        "attr",
        "style",
        "bind",
        "ref",
        "indicator",
    ];
    let mut i = 0;
    while i < KEYED.len() {
        let (plugin_name, bytes) = (KEYED[i], name.as_bytes());
        let length = plugin_name.len();
        if starts_with(name, plugin_name) && bytes.len() > length + 1 && bytes[length] == b'-' {
            let key = name.split_at(length + 1).1;
            let message = Message::new("the key stands behind a colon: write `data-")
                .push(plugin_name)
                .push(":")
                .push(key);
            return plugin(message.push("`").push(IN_QUOTES[0]));
        }
        i += 1;
    }
    None
}
