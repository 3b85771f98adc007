//! The page of the testing kit changes as a page in a browser does: the same nodes stay, move and go, with the same signals.
//!
//! Random events are applied to random markup twice: by the genuine client in a browser, and by `Page`.

#[path = "../../cli/page.rs"]
#[expect(dead_code, reason = "only trees are compared here")]
mod page;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;

use axum::Router;
use axum::http::Uri;
use axum::http::header::CONTENT_TYPE;
use fastrand::Rng;
use scraper::{ElementRef, Selector};
use serde_json::{Value, json};
use starmark::testing::{Client, Page};
use starmark_browser::{Site, client, in_browser};

use page::tree;

/// How many pages there are.
const PAGES: usize = 12;
/// How many cases a page has, each with markup, events and signals of its own.
const CASES: usize = 25;

/// What the client warns of when a random selector matches nothing.
const NOTHING: &str = "PatchElementsNoTargetsFound";

/// Numbers the elements of each case.
const NUMBER: &str = "document.querySelectorAll('main > *').forEach((it) =>
    it.querySelectorAll('*').forEach((it, at) => { it.at = at }))";

/// Of each case: its markup, and the numbers that its elements had before.
const STATE: &str = "return [...document.querySelectorAll('main > *')].map((it) =>
    [it.innerHTML, [...it.querySelectorAll('*')].map((it) => it.at ?? null)])";

/// What the server answers: a path, a content type, a body.
type Answer = (&'static str, &'static str, Vec<u8>);

#[test]
fn a_page_without_a_browser_changes_as_one_in_a_browser() {
    let mut rng = Rng::with_seed(1);
    let cases: Vec<Vec<Case>> = (0..PAGES)
        .map(|_| (0..CASES).map(|at| Case::new(&mut rng, at)).collect())
        .collect();
    let answers = answers(&cases);
    let expected = without_browser(answers.clone());
    in_browser(Site::start(answers), |browser, site| {
        browser.allow(NOTHING);
        let page = browser.blank();
        let mut differences = String::new();
        for (at, (cases, expected)) in cases.iter().zip(expected).enumerate() {
            page.load(&site.url(&format!("/{at}")));
            let found = in_a_browser(&page);
            assert_eq!((expected.len(), found.len()), (CASES, CASES));
            for ((case, expected), found) in cases.iter().zip(expected).zip(found) {
                if expected.seen() != found.seen() {
                    let _ = writeln!(
                        differences,
                        "{}\n{}\n{}\nin a browser: {found:#?}\nby `Page`: {expected:#?}\n",
                        case.markup, case.signals, case.events
                    );
                }
            }
        }
        assert!(differences.is_empty(), "{differences}");
    });
}

/// The client, and each page with its events.
fn answers(cases: &[Vec<Case>]) -> Vec<Answer> {
    let script = fs::read(client()).expect("the client");
    let mut answers: Vec<Answer> = vec![("/datastar.js", "text/javascript", script)];
    for (at, cases) in cases.iter().enumerate() {
        let events = cases.iter().map(|case| case.events.as_str());
        let end = "event: datastar-patch-signals\ndata: signals {\"done\": true}\n\n";
        let events: String = events.chain([end]).collect();
        let (page, stream) = (named(format!("/{at}")), named(format!("/{at}/events")));
        answers.push((page, "text/html; charset=utf-8", whole(at, cases).into()));
        answers.push((stream, "text/event-stream", events.into()));
    }
    answers
}

/// What became of a case.
#[derive(Debug)]
struct State {
    markup: String,
    /// The numbers that the elements had before.
    numbers: Vec<Option<usize>>,
    signals: Value,
}

impl State {
    /// What has to be the same.
    fn seen(&self) -> (String, &[Option<usize>], Value) {
        let tree = tree(&self.markup, Some("section"));
        (tree, &self.numbers, sent(&self.signals))
    }
}

/// The signals of a case, among those of its page.
fn of_case(signals: &Value, at: usize) -> Value {
    signals[format!("case{at}")].clone()
}

fn in_a_browser(page: &starmark_browser::Page<'_>) -> Vec<State> {
    page.wait_for_text("#ready", "true");
    page.evaluate(NUMBER, &[]);
    page.click("#go");
    page.wait_for_text("#done", "true");
    let states: Vec<(String, Vec<Option<usize>>)> =
        serde_json::from_value(page.evaluate(STATE, &[])).expect("a state of each case");
    let signals: Value =
        serde_json::from_str(&page.text("#signals").expect("there")).expect("signals");
    let state = |(at, (markup, numbers))| State {
        markup,
        numbers,
        signals: of_case(&signals, at),
    };
    states.into_iter().enumerate().map(state).collect()
}

/// The same without a browser, of all pages.
fn without_browser(answers: Vec<Answer>) -> Vec<Vec<State>> {
    let router = Router::new().fallback(async move |uri: Uri| {
        let answer = answers.into_iter().find(|it| it.0 == uri.path());
        let (_, kind, body) = answer.expect("an answer");
        ([(CONTENT_TYPE, kind)], body)
    });
    let client = Client::new(router);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let mut states = Vec::new();
        for at in 0..PAGES {
            let page = Page::open(&client, &format!("/{at}")).await;
            states.push(by_page(page.expect("a page")).await);
        }
        states
    })
}

async fn by_page(mut page: Page) -> Vec<State> {
    let sections = Selector::parse("main > *").expect("a selector");
    // What is in a template is a document of its own.
    let is_here = |it: &ElementRef<'_>| !it.ancestors().any(|it| it.value().is_fragment());
    let elements = |section: ElementRef<'_>| {
        let inside = section.descendants().skip(1).filter_map(ElementRef::wrap);
        inside.filter(is_here).map(|it| it.id()).collect::<Vec<_>>()
    };
    let tree = page.document().tree();
    let before: Vec<_> = tree.select(&sections).map(elements).collect();
    page.click("#go").await.expect("events that can be applied");
    let after = page.document().tree().select(&sections).zip(&before);
    let state = |(at, (section, before)): (usize, (ElementRef<'_>, &Vec<_>))| {
        let number = |it| before.iter().position(|before| before == it);
        State {
            markup: section.inner_html(),
            numbers: elements(section).iter().map(number).collect(),
            signals: of_case(page.signals(), at),
        }
    };
    after.enumerate().map(state).collect()
}

/// Signals without the objects that have none, which the browser leaves out.
fn sent(signals: &Value) -> Value {
    match signals {
        Value::Null => json!({}),
        Value::Object(signals) => {
            let sent = signals
                .iter()
                .map(|(name, value)| (name.clone(), sent(value)));
            Value::Object(sent.filter(|(_, value)| *value != json!({})).collect())
        }
        _ => signals.clone(),
    }
}

/// A page of these cases, with what the browser is asked for around them.
fn whole(at: usize, cases: &[Case]) -> String {
    let mut page = format!(
        "<!doctype html><title>Applied</title><link rel=icon href=data:,>\
         <script type=module src=/datastar.js></script>\
         <body data-signals='{{ready: true, done: false}}'>\
         <p id=ready data-text=$ready></p><p id=done data-text=$done></p>\
         <button id=go data-on:click=\"@get('/{at}/events')\">Go</button>\
         <pre id=signals data-json-signals></pre><main>"
    );
    for (at, case) in cases.iter().enumerate() {
        let _ = write!(
            page,
            "<section id=case{at} data-signals='{{case{at}: {}}}'>{}</section>",
            case.signals, case.markup
        );
    }
    page + "</main>"
}

fn named(path: String) -> &'static str {
    path.leak()
}

/// Markup and signals, and what changes them.
struct Case {
    markup: String,
    signals: Value,
    events: String,
}

impl Case {
    fn new(rng: &mut Rng, at: usize) -> Self {
        let mut random = Random {
            rng,
            at,
            ids: HashMap::new(),
        };
        Self {
            markup: random.nodes(3),
            signals: random.signals(2, false),
            events: random.events(),
        }
    }
}

/// What is random about a case, which has this number.
struct Random<'r> {
    rng: &'r mut Rng,
    at: usize,
    /// The elements that the ids of this markup are of: what becomes of an id that is on two of them, nobody says.
    ids: HashMap<String, &'static str>,
}

impl Random<'_> {
    fn one_of(&mut self, choices: &[&'static str]) -> &'static str {
        choices[self.rng.usize(..choices.len())]
    }

    fn is_one_in(&mut self, count: usize) -> bool {
        self.rng.usize(..count) == 0
    }

    /// One of a few ids, so that the same ones are there before and after.
    fn id(&mut self) -> String {
        format!("{}{}", self.one_of(&["a", "b", "c", "d", "e"]), self.at)
    }

    fn nodes(&mut self, depth: usize) -> String {
        let count = self.rng.usize(..4);
        (0..count).map(|_| self.node(depth)).collect()
    }

    fn node(&mut self, depth: usize) -> String {
        match self.rng.usize(..6) {
            0 => self.one_of(&["one", "two &amp; é", " ", "\n"]).to_owned(),
            1 if self.is_one_in(4) => format!("<template>{}</template>", self.nodes(0)),
            1 if self.is_one_in(3) => format!("<!--{}-->", self.one_of(&["x", "y"])),
            _ => {
                let id = self.rng.bool().then(|| self.id());
                self.element(id, depth)
            }
        }
    }

    fn element(&mut self, id: Option<String>, depth: usize) -> String {
        let names = ["div", "div", "span", "ul", "i", "input", "textarea"];
        let name = self.one_of(&names);
        let mut tag = format!("<{name}");
        if let Some(id) = id
            && *self.ids.entry(id.clone()).or_insert(name) == name
        {
            let _ = write!(tag, " id={id}");
        }
        for (attribute, values) in [
            ("class", &["x", "y", "x y"][..]),
            ("title", &["one", "&lt;two&gt;"]),
            ("value", &["one", "two"]),
        ] {
            if self.is_one_in(4) {
                let _ = write!(tag, " {attribute}=\"{}\"", self.one_of(values));
            }
        }
        for attribute in [
            "data-preserve-attr=\"class value\"",
            "data-ignore-morph",
            "checked",
        ] {
            if self.is_one_in(12) {
                let _ = write!(tag, " {attribute}");
            }
        }
        let content = match name {
            "input" => return tag + ">",
            "textarea" => self.one_of(&["", "one", "two"]).to_owned(),
            _ if depth == 0 => String::new(),
            _ => self.nodes(depth - 1),
        };
        format!("{tag}>{content}</{name}>")
    }

    fn events(&mut self) -> String {
        let count = 1 + self.rng.usize(..4);
        (0..count).map(|_| self.event()).collect()
    }

    fn event(&mut self) -> String {
        self.ids.clear();
        if self.is_one_in(4) {
            return self.patch_signals();
        }
        let (options, elements) = if self.rng.bool() {
            self.patch_by_id()
        } else {
            self.patch_by_selector()
        };
        let mut event = format!("event: datastar-patch-elements\n{options}");
        for line in elements.lines() {
            let _ = writeln!(event, "data: elements {line}");
        }
        event + "\n"
    }

    /// The options and the elements of an event whose elements say by their ids where they belong.
    fn patch_by_id(&mut self) -> (String, String) {
        let mode = self.one_of(&["outer", "outer", "replace"]);
        let count = 1 + self.rng.usize(..2);
        let element = |_| {
            let id = self.id();
            self.element(Some(id), 2)
        };
        let elements = (0..count).map(element).collect();
        (format!("data: mode {mode}\n"), elements)
    }

    /// The same of one with a selector.
    fn patch_by_selector(&mut self) -> (String, String) {
        let into = ["inner", "prepend", "append"];
        let around = ["outer", "outer", "replace", "before", "after", "remove"];
        let mode = self.one_of(&[&into[..], &around].concat());
        // Fields have no content.
        let name = if into.contains(&mode) { "div" } else { "" };
        let (id, at) = (self.id(), self.at);
        let selectors = [
            format!("{name}#{id}"),
            format!("#case{at} {name}.x"),
            format!("#case{at} > div"),
            format!("#case{at} div span"),
        ];
        let selector = match mode {
            // An element with its own id in it is more than the client can do.
            "inner" => {
                self.ids.insert(id, "");
                &selectors[0]
            }
            _ => &selectors[self.rng.usize(..selectors.len())],
        };
        let elements = match mode {
            "remove" => String::new(),
            _ => self.nodes(2),
        };
        (
            format!("data: mode {mode}\ndata: selector {selector}\n"),
            elements,
        )
    }

    fn patch_signals(&mut self) -> String {
        let only_if_missing = self.rng.bool();
        let signals = json!({ format!("case{}", self.at): self.signals(2, true) });
        format!(
            "event: datastar-patch-signals\ndata: onlyIfMissing {only_if_missing}\ndata: signals {signals}\n\n"
        )
    }

    fn signals(&mut self, depth: usize, has_null: bool) -> Value {
        let mut signals = serde_json::Map::new();
        for name in ["a", "b", "c"] {
            let value = match self.rng.usize(..7) {
                0 | 1 if depth > 0 => self.signals(depth - 1, has_null),
                0 | 1 => continue,
                2 => json!(self.rng.i8(..)),
                3 => json!(self.one_of(&["", "one", "é"])),
                4 => json!(self.rng.bool()),
                5 => json!([1, "x"]),
                _ if has_null => Value::Null,
                _ => continue,
            };
            signals.insert(name.to_owned(), value);
        }
        Value::Object(signals)
    }
}
