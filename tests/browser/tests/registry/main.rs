//! The rows are what the genuine client registers and reads, no more and no less.
//!
//! A page records what the client puts into its registries while it starts, the modifiers that each plugin then
//! looks for, and the attributes that it reads besides. A new version of the client shows here what it has
//! that no row has, and the other way round.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use starmark::client::VERSION;
use starmark::data::{ACTIONS, ActionRow, KeySort, Presence, ROWS, Row};
use starmark::html;
use starmark::sse::{Event, PatchElements, PatchSignals};
use starmark::value::Literal;
use starmark_browser::{Site, client, in_browser};

/// Runs in the page before the client does.
const RECORDER: &str = include_str!("recorder.js");

/// Rows that are no plugins: the client reads these attributes itself.
const READ: [&str; 5] = [
    "ignore",
    "ignore-morph",
    "preserve-attr",
    "on-signal-patch-filter",
    "nonce",
];

/// What the client reads and no template writes: its web components put it on elements themselves.
const INTERNAL: &str = "data-scope-children";

/// The plugin says that it may have a key, but throws unless the key is `filter`, which has no effect.
const THROWS: &str = "on-signal-patch";

/// Actions of Datastar Pro, which are rows when some package of the build asks for the feature `pro`.
const PRO: [&str; 3] = ["clipboard", "fit", "intl"];

#[test]
fn rows_are_what_the_client_registers() {
    in_browser(site(), |browser, site| {
        let page = browser.open(&site.url("/"));
        let found = page.evaluate("return registry(client)", &[]);
        assert_eq!(found["errors"], Value::Array(Vec::new()));
        let is_plugin = |row: &&Row| !READ.contains(&row.name);
        let is_free = |row: &&ActionRow| !PRO.contains(&row.name);
        let differences = [
            difference(
                ROWS.iter().filter(is_plugin).map(plugin),
                list(&found["attributes"]).map(registered_plugin),
            ),
            difference(
                ACTIONS.iter().filter(is_free).map(action),
                list(&found["actions"]).map(registered_action),
            ),
            difference(
                events(),
                list(&found["watchers"]).map(|name| format!("event {}", text(name))),
            ),
            difference(
                ROWS.iter().filter(|row| !is_plugin(row)).flat_map(read),
                list(&found["names"]).map(text),
            ),
        ];
        let differences: Vec<String> = differences.into_iter().flatten().collect();
        assert!(differences.is_empty(), "{}", differences.join("\n"));
    });
}

#[test]
fn the_version_is_the_one_of_the_client() {
    let client = fs::read_to_string(client()).expect("the client can be read");
    let banner = client.lines().next();
    assert_eq!(banner, Some(format!("// Datastar v{VERSION}").as_str()));
}

fn site() -> Site {
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>Registry</title><link rel=\"icon\" href=\"data:,\">\
         <script>{RECORDER}</script>\
         <script type=\"module\">import * as client from '/datastar.js'; window.client = client;</script>\
         <body><p id=\"patched\"></p></body></html>"
    );
    let client = fs::read(client()).expect("the client can be read");
    Site::start(vec![
        ("/", "text/html; charset=utf-8", page.into()),
        ("/datastar.js", "text/javascript", client),
    ])
}

/// What only one of both has.
fn difference(
    ours: impl Iterator<Item = String>,
    theirs: impl Iterator<Item = String>,
) -> Vec<String> {
    let ours: BTreeSet<String> = ours.collect();
    let theirs: BTreeSet<String> = theirs.filter(|name| name != INTERNAL).collect();
    assert!(!ours.is_empty() && !theirs.is_empty(), "nothing to compare");
    let mine = ours
        .difference(&theirs)
        .map(|line| format!("only in the rows:   {line}"));
    let other = theirs
        .difference(&ours)
        .map(|line| format!("only in the client: {line}"));
    mine.chain(other).collect()
}

/// A row about a plugin in the words of the client.
fn plugin(row: &Row) -> String {
    let case = row.case.then_some("case");
    let modifiers = row.modifiers.iter().map(|modifier| modifier.name);
    let modifiers: BTreeSet<&str> = modifiers.chain(case).collect();
    let returns = row.literal == Literal::Expression;
    let parameters = match row.name {
        _ if row.sort == KeySort::Listener => vec!["evt"],
        "on-signal-patch" => vec!["patch"],
        _ => Vec::new(),
    };
    format!(
        "plugin {}: key {}, value {}, returns {returns}, parameters {parameters:?}, modifiers {modifiers:?}",
        row.name,
        word(row.key),
        word(row.value),
    )
}

fn registered_plugin(plugin: &Value) -> String {
    let name = text(&plugin["name"]);
    let key = if name == THROWS {
        assert_eq!(plugin["key"], "allowed", "no exception any more: {name}");
        "denied".to_owned()
    } else {
        text(&plugin["key"])
    };
    let parameters: Vec<String> = list(&plugin["parameters"]).map(text).collect();
    let modifiers: BTreeSet<String> = list(&plugin["modifiers"]).map(text).collect();
    format!(
        "plugin {name}: key {key}, value {}, returns {}, parameters {parameters:?}, modifiers {modifiers:?}",
        text(&plugin["value"]),
        plugin["returns"],
    )
}

/// What the client calls the rule.
fn word(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "must",
        Presence::Allowed => "allowed",
        Presence::Denied => "denied",
        Presence::Exclusive => "exclusive",
    }
}

/// A row about an action; JavaScript does not count the options of a request, which have a default.
fn action(row: &ActionRow) -> String {
    let counted = row.expects.len() - usize::from(row.is_request);
    assert!(row.arguments <= counted, "@{} asks for more", row.name);
    format!("action {}: {counted} parameters", row.name)
}

fn registered_action(action: &Value) -> String {
    let name = text(&action["name"]);
    format!("action {name}: {} parameters", action["parameters"])
}

/// The events that this library sends.
fn events() -> impl Iterator<Item = String> {
    let elements = PatchElements::new(html! { p #patched {} });
    let signals = PatchSignals::new(json!({ "a": 1 })).expect("a good name");
    let events: [Event; 2] = [elements.into(), signals.into()];
    events.into_iter().map(|event| {
        let event = event.into_string();
        let name = event.lines().next().expect("an event has a name");
        name.replace("event: ", "event ")
    })
}

/// The names under which the client reads the attribute: itself, and with each modifier.
fn read(row: &Row) -> impl Iterator<Item = String> {
    let name = row.name;
    let modifiers = row.modifiers.iter();
    let modified = modifiers.map(move |modifier| format!("data-{name}__{}", modifier.name));
    std::iter::once(format!("data-{name}")).chain(modified)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
