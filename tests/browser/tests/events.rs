//! Events in the page: one fragment in each way it can be sent, and the scripts of everyday use.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use starmark::client::Client;
use starmark::data::{EventName, event};
use starmark::prelude::*;
use starmark::sse::{
    DispatchEvent, Events, ExecuteScript, History, Mode, Namespace, PatchElements, PatchSignals,
    Reply, Selector,
};
use starmark_browser::{Browser, Page, Site, eventually, in_browser};

/// The genuine client, as `scripts/client` brings it.
static CLIENT: Client = starmark::client!("../../../target/datastar/datastar.js");

const HTML: &str = "text/html; charset=utf-8";

const CAFE: Id = id!("café");
const ITEM: IdPrefix = IdPrefix::new("item:é.");
const SAVED: EventName<'static> = EventName::new("itemSaved");

type Named = (&'static str, Reply);

/// Every path with what it answers.
fn site(page: &Markup, replies: Vec<Named>) -> Site {
    let mut answers = vec![
        ("/", HTML, page.as_str().into()),
        (
            "/next",
            HTML,
            b"<title>Next</title><link rel=icon href=data:,><p id=next>next</p>".to_vec(),
        ),
        (CLIENT.path(), "text/javascript", CLIENT.bytes().into()),
    ];
    let mut headers = Vec::new();
    for (path, reply) in replies {
        let kinds = [HTML, "application/json", "text/event-stream"];
        for (name, value) in reply.headers() {
            match kinds.iter().find(|kind| **kind == value) {
                Some(kind) => answers.push((path, kind, reply.body().into())),
                None => headers.push((path, name, value.to_owned())),
            }
        }
    }
    Site::with_headers(answers, headers)
}

/// A page with a button for each of these paths.
fn page(paths: &[&'static str], content: impl Render) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                title { "Events" }
                link rel="icon" href="data:,";
                (CLIENT.script())
            }
            body data-signals="{kept: 'old', done: 0}" data-init="$ready = true" {
                p #ready data-text="$ready" {}
                p #done data-text="$done" data-on:datastar-fetch="evt.detail.type === 'finished' && $done++" {}
                @for path in paths {
                    button id=(path.trim_start_matches('/')) data-on:click=(get(*path)) { (path) }
                }
                main { (content) }
            }
        }
    }
}

fn open<'b>(browser: &'b Browser, site: &Site) -> Page<'b> {
    let page = browser.open(&site.url("/"));
    page.wait_for_text("#ready", "true");
    page
}

fn content(page: &Page<'_>) -> String {
    let content = page.evaluate("return document.querySelector('main').innerHTML", &[]);
    content.as_str().expect("text").to_owned()
}

/// What the patches are for: text, an element to move, and a drawing.
fn board() -> Markup {
    html! {
        section id=(CAFE) { p #a { "old" } p #b { "stays" } }
        ol { li id=(ITEM.with(1)) { "one" } }
        svg viewBox="0 0 9 9" { circle #c r="1" {} }
    }
}

fn patches() -> Vec<PatchElements> {
    let text = "é <b> \"quoted\"\r\nnext 'line' </body> 日本";
    vec![
        PatchElements::new(html! { p #a title=(text) { (text) } pre #b { "\n" (text) } }),
        PatchElements::new(html! { p { (text) } })
            .selector(CAFE)
            .mode(Mode::Inner),
        PatchElements::new(html! { li { "two" } li { (text) } })
            .selector(ITEM.with(1))
            .mode(Mode::After),
        PatchElements::new(html! { li { "zero" } })
            .selector(Selector::new("main > ol"))
            .mode(Mode::Prepend),
        PatchElements::new(PreEscaped(
            "<rect width=\"1\"></rect><path d=\"M1,1\"></path>",
        ))
        .selector(Selector::new("main svg"))
        .mode(Mode::Append)
        .namespace(Namespace::Svg),
        PatchElements::new(html! { p #a { "moved" } }).use_view_transition(true),
        PatchElements::remove(ITEM.with(1)),
        PatchElements::remove(Selector::new("[id='café'], #b")),
    ]
}

#[test]
fn a_fragment_is_the_same_patch_in_every_way() {
    const PATHS: [&str; 3] = ["/html", "/event", "/events"];
    let sites: Vec<_> = patches()
        .into_iter()
        .map(|patch| {
            let several = Events::new()
                .and(ExecuteScript::new("0"))
                .and(patch.clone());
            let replies = vec![
                ("/html", patch.clone().into_html().expect("a patch")),
                ("/event", Reply::from(patch)),
                ("/events", Reply::from(several)),
            ];
            site(&page(&PATHS, board()), replies)
        })
        .collect();
    in_browser(sites, |browser, sites| {
        for site in sites {
            let [html, event, events] = PATHS.map(|path| {
                let page = open(browser, site);
                let before = content(&page);
                page.click(&format!("#{}", &path[1..]));
                // A view transition applies the patch a moment after the action is over.
                eventually("the patch is applied", || content(&page) != before);
                content(&page)
            });
            assert_eq!(html, event);
            assert_eq!(event, events);
        }
    });
}

#[test]
fn signals_are_the_same_patch_in_every_way() {
    const PATHS: [&str; 4] = ["/event", "/json", "/missing-event", "/missing-json"];
    let patch = || {
        let signals = BTreeMap::from([("kept", "new"), ("added", "</script>'\"\\\n")]);
        PatchSignals::new(&signals).expect("signals")
    };
    let missing = || patch().only_if_missing(true);
    let replies = vec![
        ("/event", Reply::from(patch())),
        ("/json", patch().into_json().expect("a patch")),
        ("/missing-event", Reply::from(missing())),
        ("/missing-json", missing().into_json().expect("a patch")),
    ];
    let show = html! { p data-text="$kept + '|' + ($added ?? '')" {} };
    in_browser(site(&page(&PATHS, show), replies), |browser, site| {
        for (path, expected) in PATHS.iter().zip(["new", "new", "old", "old"]) {
            let page = open(browser, site);
            // A signal that was read exists, as an empty string.
            let added = if expected == "new" {
                "</script>'\"\\"
            } else {
                ""
            };
            page.click(&format!("#{}", &path[1..]));
            page.wait_for_text("#done", "1");
            page.wait_for_text("main p", &format!("{expected}|{added}"));
        }
    });
}

#[test]
fn pages_go_elsewhere() {
    const PATHS: [&str; 3] = ["/redirect", "/replace", "/address"];
    let replies = vec![
        (
            "/redirect",
            Reply::from(ExecuteScript::redirect(path!("/next?a='b'"))),
        ),
        (
            "/replace",
            Reply::from(ExecuteScript::navigate(path!("/next"), History::Replace)),
        ),
        (
            "/address",
            Reply::from(ExecuteScript::replace_url(&path!("/?sort=up&q=é"))),
        ),
    ];
    in_browser(site(&page(&PATHS, ""), replies), |browser, site| {
        let entries = |page: &Page<'_>| {
            page.evaluate("return history.length", &[])
                .as_u64()
                .expect("a number")
        };
        let page = open(browser, site);
        let before = entries(&page);

        page.click("#address");
        eventually("the address is another one", || {
            page.url() == site.url("/?sort=up&q=%C3%A9")
        });
        assert_eq!(
            (page.text("#ready").as_deref(), entries(&page)),
            (Some("true"), before)
        );

        page.click("#redirect");
        page.wait_for_text("#next", "next");
        assert_eq!(
            (page.url(), entries(&page)),
            (site.url("/next?a=%27b%27"), before + 1)
        );
        page.evaluate("history.back()", &[]);
        page.wait_for_text("#ready", "true");

        page.click("#replace");
        page.wait_for_text("#next", "next");
        assert_eq!(page.url(), site.url("/next"));
        assert_eq!(
            entries(&page),
            before + 1,
            "in place of the entry that the page had"
        );
    });
}

#[test]
fn the_console_has_the_message() {
    let text = "it's </script> \"é\" \\ ${0}";
    let replies = vec![("/warn", Reply::from(ExecuteScript::console_warn(text)))];
    in_browser(site(&page(&["/warn"], ""), replies), |browser, site| {
        let page = open(browser, site);
        page.evaluate("console.warn = message => { window.warned = message }", &[]);
        page.click("#warn");
        eventually("the message is there", || {
            page.evaluate("return window.warned", &[]) == text
        });
        assert!(!page.has("body > script"), "the script is removed");
    });
}

/// Who heard an event, and its detail.
fn heard(page: &Page<'_>) -> Vec<(String, Value)> {
    let heard = page.evaluate("return window.heard ?? []", &[]);
    let heard: Vec<[String; 2]> = serde_json::from_value(heard).expect("pairs of texts");
    let parsed = |json: &str| serde_json::from_str(json).expect("JSON");
    heard
        .into_iter()
        .map(|[id, detail]| (id, parsed(&detail)))
        .collect()
}

fn expected(listeners: &[&str], detail: &Value) -> Vec<(String, Value)> {
    listeners
        .iter()
        .map(|id| ((*id).to_owned(), detail.clone()))
        .collect()
}

#[test]
fn listeners_hear_events_with_their_detail() {
    const PATHS: [&str; 3] = ["/document", "/window", "/elements"];
    let detail = json!({ "text": "</script>\"'é\n", "__proto__": { "n": [1, null] } });
    let dispatch = || DispatchEvent::new(SAVED).detail(&detail).expect("JSON");
    let replies = vec![
        ("/document", Reply::from(dispatch())),
        ("/window", Reply::from(dispatch().window())),
        (
            "/elements",
            Reply::from(
                Events::new()
                    .and(dispatch().selector(CAFE))
                    .and(dispatch().selector(CAFE)),
            ),
        ),
    ];
    let note = "window.heard = [...(window.heard ?? []), [el.id, JSON.stringify(evt.detail)]]";
    let listeners = html! {
        (html::p().id("document-listener").data_on(event::custom(SAVED).document(), note))
        (html::p().id("window-listener").data_on(event::custom(SAVED).window(), note))
        (html::p().id(CAFE).data_on(event::custom(SAVED), note))
    };
    in_browser(site(&page(&PATHS, listeners), replies), |browser, site| {
        for (path, listeners) in [
            ("#document", &["document-listener", "window-listener"][..]),
            ("#window", &["window-listener"][..]),
            (
                "#elements",
                &["café", "document-listener", "window-listener"].repeat(2)[..],
            ),
        ] {
            let page = open(browser, site);
            page.click(path);
            eventually("the listeners hear it", || {
                heard(&page) == expected(listeners, &detail)
            });
        }
    });
}

#[test]
fn a_selector_finds_exactly_its_id() {
    const IDS: [&str; 14] = [
        "body, html",
        "a.b:c#d",
        "x]",
        "a\\",
        "a ",
        "--",
        "-1",
        "a\nb",
        "\t",
        "*",
        "%41",
        "é日😀",
        "\u{7f}0",
        "1\u{1}f",
    ];
    const FINDS: &str = "const it = document.createElement('i'); it.id = arguments[0]; document.body.append(it); \
        const found = [...document.querySelectorAll(arguments[1])]; it.remove(); \
        return found.length === 1 && found[0] === it";
    in_browser(site(&page(&[], ""), Vec::new()), |browser, site| {
        let page = open(browser, site);
        for id in IDS {
            let selector = Selector::id(id).expect("an id");
            assert_eq!(
                page.evaluate(FINDS, &[id, selector.as_str()]),
                true,
                "{id:?}: {selector}"
            );
            let reply = PatchElements::remove(selector)
                .into_html()
                .expect("a patch");
            let header = reply
                .headers()
                .find(|(name, _)| *name == "datastar-selector");
            // A browser hands headers on without white space at their ends.
            let header = header.expect("a selector").1.trim();
            assert_eq!(
                page.evaluate(FINDS, &[id, header]),
                true,
                "{id:?}: {header}"
            );
        }
    });
}
