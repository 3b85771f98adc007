//! Strings from elsewhere, in every place that takes one: the client makes nothing of them but strings.

use serde_json::json;
use starmark::data::{self, event, quote};
use starmark::html::{Global as _, div};
use starmark::{get, signal};

use crate::Printed;
use crate::vector::Vector;

/// What some layer between the program and the page reads as more than a string.
const STRINGS: [&str; 18] = [
    "plain",
    "'); window.pwned = 1; ('",
    "\"}; window.pwned = 1; //",
    "`${window.pwned = 1}`",
    "$foo $foo.bar @get('/r') ${$foo}",
    "a; b;; ;",
    "/*",
    "//",
    "a\\",
    "\\'\\\"\\\\",
    "</div><script>window.pwned = 1</script>",
    "&quot;&amp;&#39;&lt",
    "__once.5ms",
    "return",
    "CamelCase-kebab_snake",
    "a/b?c=d&e=f#g%20+h",
    "\u{1}\u{7f}\u{a0}\u{2028}\u{2029}\u{feff}",
    "ünï 日本 😀",
];

/// A vector for each string in each place, and what was printed for it.
pub(crate) fn vectors() -> (Vec<Vector>, Printed) {
    let mut vectors = Vec::new();
    let mut printed = Printed::new();
    for (number, string) in STRINGS.iter().enumerate() {
        for (place, element, check) in places(string) {
            let id = format!("{place}{number}");
            let check = format!("!window.pwned && {check}");
            let vector = json!({ "id": id, "act": "a.click()", "chk": check });
            vectors.push(Vector::new(vector));
            printed.insert(id, element);
        }
    }
    (vectors, printed)
}

/// Elements with the string in each place, and what is true in the page then.
fn places(string: &str) -> Vec<(&'static str, String, String)> {
    let text = json!(string);
    let id = || div().id("a");
    // White space separates classes.
    let class = string
        .replace(char::is_whitespace, "-")
        .replace('\u{feff}', "-");
    let name = json!(class);
    vec![
        (
            "text",
            id().data_text(quote(string)).to_string(),
            format!("a.textContent === {text}"),
        ),
        (
            "attribute",
            id().data_attr(div::title, quote(string)).to_string(),
            format!("a.title === {text}"),
        ),
        (
            "effect",
            id().data_effect(quote(string)).to_string(),
            "true".to_owned(),
        ),
        (
            "object",
            id().data_signals(json!({ "a": string, "b": { "c": [string] }, "d": string }))
                .to_string(),
            format!("[$.a, $.b.c[0], $.d].every(signal => signal === {text})"),
        ),
        (
            "signal",
            id().with(data::signal(signal!("a.b"), string)).to_string(),
            format!("$.a.b === {text}"),
        ),
        (
            "class",
            id().data_class(class, true)
                .data_class("other", true)
                .to_string(),
            format!("a.classList.contains({name}) && a.classList.length === 2"),
        ),
        (
            "query",
            id().data_on(event::click(), get("/r").query("q", string))
                .to_string(),
            format!("__requests[0][0].searchParams.get(\"q\") === {text}"),
        ),
    ]
}
