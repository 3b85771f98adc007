//! Requests as the browser makes them: what a signal in an address becomes, and what options do.
//!
//! No encoding keeps `.`, `..` and nothing in their place in a path: browsers resolve them. What the library prints
//! against that rests on these tests.

use std::collections::BTreeMap;

use starmark::client::{Client, Nonce, Policy};
use starmark::data::{Filter, HeaderName, SignalPath};
use starmark::prelude::*;
use starmark::sse::Selector;
use starmark_browser::{Browser, Site, eventually, in_browser};

/// The genuine client, as `scripts/client` brings it.
static CLIENT: Client = starmark::client!("../../../target/datastar/datastar.js");

/// Texts that mean something to an address, to the client, or to HTML.
const TEXTS: [&str; 15] = [
    "a/b?c#d\\e%2f;é\n",
    "a&safe=0#x+ %",
    "%2e%2e%2e",
    ".%2e.",
    "...",
    "/",
    "//evil.example",
    "\\\\evil.example",
    "+ +",
    "\r\n\t\0",
    "'\"`$x@get('/y')${z};",
    "</script><b>&amp;",
    "😀 \u{2028}\u{feff}",
    "%",
    "null",
];

/// Texts that would leave their place in a path.
const PLACES: [&str; 5] = ["", ".", "..", "%2e%2e", ".%2E"];

/// Notes what would be asked, and asks nothing.
const LISTEN: &str = "window.asked = []; window.fetch = address => { \
    const url = new URL(address, document.baseURI); url.searchParams.delete('datastar'); \
    window.asked.push(url.origin === location.origin ? url.pathname.split('/').map(decodeURIComponent) \
        .concat(url.searchParams.get('q')) : [url.origin]); \
    return new Promise(() => {}); }";

/// A page with a button for each text, whose request has it in the path and in the query.
fn page(nonce: Option<&Nonce>) -> Markup {
    let texts: Vec<&str> = TEXTS.into_iter().chain(PLACES).collect();
    let names: Vec<String> = (0..texts.len()).map(|i| format!("t{i}")).collect();
    let signals: BTreeMap<&str, &str> = names.iter().map(String::as_str).zip(texts).collect();
    let ask = |name: &str| {
        let signal = SignalPath::try_from(name).expect("a name");
        get("/echo")
            .segment(signal)
            .segment("end")
            .query("q", signal)
    };
    html! {
        (DOCTYPE)
        html lang="en" data-nonce=[nonce] {
            head {
                title { "Actions" }
                link rel="icon" href="data:,";
                (CLIENT.script().nonce(nonce))
            }
            body data-signals=(signals) data-init="$ready = true" {
                p #ready data-text="$ready" {}
                @for name in &names {
                    button id=(name) data-on:click=(ask(name)) { (name) }
                }
            }
        }
    }
}

fn site(nonce: Option<&Nonce>) -> Site {
    let answers = vec![
        ("/", "text/html; charset=utf-8", page(nonce).as_str().into()),
        (CLIENT.path(), "text/javascript", CLIENT.bytes().into()),
    ];
    let policy = nonce.map(|nonce| ("/", Policy::HEADER, Policy::new(nonce).to_string()));
    Site::with_headers(answers, policy.into_iter().collect())
}

fn assert_asks_for_what_signals_hold(browser: &Browser, site: &Site) {
    let page = browser.open(&site.url("/"));
    page.wait_for_text("#ready", "true");
    page.evaluate(LISTEN, &[]);
    for (i, text) in TEXTS.iter().enumerate() {
        page.click(&format!("#t{i}"));
        eventually(&format!("a request with {text:?}"), || {
            page.evaluate("return window.asked.length", &[]) == i + 1
        });
        let asked = page.evaluate("return window.asked.at(-1)", &[]);
        assert_eq!(asked, serde_json::json!(["", "echo", text, "end", text]));
    }
    browser.allow("a segment of a path cannot be empty");
    browser.allow("ExecuteExpression");
    for i in 0..PLACES.len() {
        page.click(&format!("#t{}", TEXTS.len() + i));
        eventually("an error for each of them", || {
            let says = |text: &str| text.contains("a segment of a path cannot be empty");
            browser
                .console()
                .iter()
                .filter(|entry| says(entry.text()))
                .count()
                > i
        });
    }
    let asked = page.evaluate("return window.asked.length", &[]);
    assert_eq!(asked, TEXTS.len(), "no request");
}

#[test]
fn signals_arrive_as_they_are_or_ask_for_nothing() {
    in_browser(site(None), |browser, site| {
        assert_asks_for_what_signals_hold(browser, site);
    });
}

#[test]
fn the_same_under_a_strict_policy() {
    let nonce = Nonce::random();
    in_browser(site(Some(&nonce)), |browser, site| {
        assert_asks_for_what_signals_hold(browser, site);
    });
}

/// Notes what would be sent.
const LISTEN_TO_OPTIONS: &str = "window.sent = []; window.fetch = (_, request) => { \
    window.sent.push([String(request.body), request.headers['x-token'], request.headers['x-page'], \
        request.headers['Content-Type']]); return new Promise(() => {}); }";

fn options() -> Markup {
    const TOKEN: HeaderName = HeaderName::new("x-token");
    const PAGE: HeaderName = HeaderName::new("x-page");
    const FORM: Selector = Selector::new("#order");
    let signals = BTreeMap::from([("a", 1), ("b", 2), ("_c", 3)]);
    let payload = serde_json::json!({ "z": "'; $a @get('/x') </b>" });
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                title { "Options" }
                link rel="icon" href="data:,";
                (CLIENT.script())
            }
            body data-signals=(signals) data-init="$ready = true" {
                p #ready data-text="$ready" {}
                form #order { input name="x" value="1"; }
                button #o0 data-on:click=(post("/x").filter_signals(Filter::excluding("^b"))) { "0" }
                button #o1 data-on:click=(post("/x").filter_signals(Filter::including("^(b|_c)"))) { "1" }
                button #o2 data-on:click=(post("/x").filter_signals(Filter::excluding("^ready")).private_signals()) { "2" }
                button #o3 data-on:click=(post("/x").header(TOKEN, "it's").header(PAGE, signal!("a")).payload(&payload)) { "3" }
                button #o4 data-on:click=(post("/x").form().selector(FORM)) { "4" }
                button #o5 data-on:click=(post("/x").payload(signal!("b"))) { "5" }
            }
        }
    }
}

#[test]
fn options_do_what_they_say() {
    const JSON: &str = "application/json";
    const FORM: &str = "application/x-www-form-urlencoded";
    let answers = vec![
        ("/", "text/html; charset=utf-8", options().as_str().into()),
        (CLIENT.path(), "text/javascript", CLIENT.bytes().into()),
    ];
    in_browser(Site::start(answers), |browser, site| {
        let page = browser.open(&site.url("/"));
        page.wait_for_text("#ready", "true");
        page.evaluate(LISTEN_TO_OPTIONS, &[]);
        let expected = serde_json::json!([
            ["{\"a\":1,\"ready\":true}", null, null, JSON],
            ["{\"b\":2}", null, null, JSON],
            ["{\"_c\":3,\"a\":1,\"b\":2}", null, null, JSON],
            ["{\"z\":\"'; $a @get('/x') </b>\"}", "it's", 1, JSON],
            ["x=1", null, null, FORM],
            ["2", null, null, JSON],
        ]);
        for (i, expected) in expected.as_array().into_iter().flatten().enumerate() {
            page.click(&format!("#o{i}"));
            eventually("a request", || {
                page.evaluate("return window.sent.length", &[]) == i + 1
            });
            assert_eq!(
                &page.evaluate("return window.sent.at(-1)", &[]),
                expected,
                "#o{i}"
            );
        }
    });
}
