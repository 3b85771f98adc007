//! Attributes that are none of HTML or Datastar: of other libraries, of scripts, or the rest of a value.

use super::Report;
use super::element::{Attribute, Element};
use super::script::Scripts;

/// A library whose attributes a page may have in place of Datastar's.
struct Library {
    name: &'static str,
    /// What its files are called.
    file: &'static str,
    prefix: &'static str,
    /// What stands behind the prefix; if there is none of these, anything.
    words: &'static [&'static str],
}

const LIBRARIES: [Library; 6] = [
    Library {
        name: "htmx",
        file: "htmx",
        prefix: "hx-",
        words: &[],
    },
    Library {
        name: "Alpine",
        file: "alpine",
        prefix: "x-",
        words: &[
            "bind",
            "cloak",
            "collapse",
            "data",
            "effect",
            "for",
            "html",
            "id",
            "if",
            "ignore",
            "init",
            "model",
            "modelable",
            "on",
            "ref",
            "show",
            "teleport",
            "text",
            "transition",
        ],
    },
    Library {
        name: "Vue",
        file: "vue",
        prefix: "v-",
        words: &[
            "bind", "cloak", "else", "else-if", "for", "html", "if", "memo", "model", "on", "once",
            "pre", "scope", "show", "slot", "text",
        ],
    },
    Library {
        name: "AngularJS",
        file: "angular",
        prefix: "ng-",
        words: &[],
    },
    Library {
        name: "Alpine or Vue",
        file: "",
        prefix: "@",
        words: &[],
    },
    Library {
        name: "Alpine or Vue",
        file: "",
        prefix: ":",
        words: &[],
    },
];

impl Library {
    fn has(&self, name: &str) -> bool {
        let Some(rest) = name
            .strip_prefix(self.prefix)
            .filter(|rest| !rest.is_empty())
        else {
            return false;
        };
        let word = rest.split([':', '.']).next().unwrap_or_default();
        self.words.is_empty() || self.words.contains(&word)
    }

    fn is_loaded(&self, scripts: &Scripts) -> bool {
        match self.file {
            "" => scripts.loads("alpine") || scripts.loads("vue"),
            file => scripts.loads(file),
        }
    }
}

pub(super) fn check(
    element: &Element<'_>,
    attribute: &Attribute<'_>,
    scripts: &Scripts,
    report: &mut Report,
) {
    let name = attribute.name;
    if name.starts_with("data-") {
        return;
    }
    if let Some(message) = check_quote(element, name).or_else(|| check_property(element, name)) {
        report.at(element, attribute, message);
    }
    let library = LIBRARIES.iter().find(|library| library.has(name));
    if let Some(library) = library.filter(|library| !library.is_loaded(scripts)) {
        let message = format!(
            "`{name}` is an attribute of {}, and does nothing with Datastar alone{}",
            library.name,
            counterpart(name)
        );
        report.at(element, attribute, message).advise();
    }
}

/// A quote in a name is what is left of a value that ended too early.
fn check_quote(element: &Element<'_>, name: &str) -> Option<String> {
    let quote = name.find(['"', '\''])?;
    let data = element.data().map(|(attribute, _)| attribute);
    let before = data.filter(|it| !it.value.is_empty()).last()?;
    let (written, other) = match name.as_bytes()[quote] {
        b'"' => ("&quot;", "'"),
        _ => ("&#39;", "\""),
    };
    Some(format!(
        "a quote ends a value: if this belongs to `{}`, write its quotes as `{written}`, or put the value between `{other}`",
        before.name
    ))
}

/// Scripts call some attributes by other names.
fn check_property(element: &Element<'_>, name: &str) -> Option<String> {
    let attribute = match name {
        "classname" => "class",
        "htmlfor" => "for",
        _ => return None,
    };
    // A custom element may have any.
    let is_custom = element.name.contains('-');
    (!is_custom).then(|| {
        format!("this is the name that scripts use; in HTML the attribute is called `{attribute}`")
    })
}

/// What Datastar has for it.
fn counterpart(name: &str) -> String {
    let event = |event: &str| {
        format!(
            "; write `data-on:{}`",
            event.split('.').next().unwrap_or(event)
        )
    };
    if let Some(name) = name.strip_prefix('@') {
        return event(name);
    }
    if let Some(name) = name.strip_prefix(':') {
        return format!("; write `data-attr:{name}`");
    }
    let word = name.split_once('-').map_or("", |(_, word)| word);
    match word.split_once(':').unwrap_or((word, "")) {
        ("on", key) if !key.is_empty() => event(key),
        ("get" | "post" | "put" | "patch" | "delete", _) => {
            format!("; write `data-on:click=\"@{word}('/path')\"`")
        }
        ("data", _) => "; write `data-signals`".to_owned(),
        ("model", _) => "; write `data-bind`".to_owned(),
        ("show" | "if", _) => "; write `data-show`".to_owned(),
        ("text", _) => "; write `data-text`".to_owned(),
        ("bind", key) if !key.is_empty() => format!("; write `data-attr:{key}`"),
        ("init" | "effect" | "ref" | "indicator" | "ignore", _) => {
            format!("; write `data-{word}`")
        }
        _ => String::new(),
    }
}
