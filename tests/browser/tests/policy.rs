//! The embedded client under a strict content security policy, and what the policy stops.
//!
//! Which scripts get the nonce of the page is up to the client, and what they may do up to the browser. What
//! `starmark::client` says about both rests on these tests.

use starmark::client::{Client, Directive, Nonce, Policy};
use starmark::prelude::*;
use starmark::sse::{Event, ExecuteScript, PatchElements};
use starmark_browser::{Browser, Entry, Page, Site, eventually, in_browser};

/// The genuine client, as `scripts/client` brings it.
static CLIENT: Client = starmark::client!("../../../target/datastar/datastar.js");

const HTML: &str = "text/html; charset=utf-8";
const EVENTS: &str = "text/event-stream";

/// Something that somebody brought into the page: it does not know the nonce.
const SCRIPT: PreEscaped<&str> =
    PreEscaped("<script>document.getElementById('foreign').textContent = 'runs'</script>");
const HANDLER: PreEscaped<&str> = PreEscaped(
    "<button id=\"handler\" onclick=\"document.getElementById('foreign').textContent = 'runs'\">Click</button>",
);
const NOTHING: PreEscaped<&str> = PreEscaped("");

/// A page whose scripts have `nonce`, and whose client is told `mode`.
fn page(nonce: Option<&Nonce>, mode: Option<&Nonce>, foreign: PreEscaped<&str>) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" data-nonce=[mode] {
            head {
                title { "Policy" }
                link rel="icon" href="data:,";
                (CLIENT.script().nonce(nonce))
            }
            body data-signals="{count: 0}" data-init="$count = 1" {
                p #count data-text="$count" {}
                p #own { "waits" }
                p #event { "waits" }
                p #patched { "waits" }
                p #foreign { "waits" }
                button #more data-on:click="$count++" { "More" }
                button #run data-on:click=(get("/run")) { "Run" }
                button #patch data-on:click=(get("/patch")) { "Patch" }
                script nonce=[nonce] { "document.getElementById('own').textContent = 'runs'" }
                (foreign)
            }
        }
    }
}

/// The page under a policy, with a script event and a patch with a script to ask for.
fn site(page: &Markup, policy: Option<&Policy>) -> Site {
    let script = ExecuteScript::new("document.getElementById('event').textContent += ' and runs'");
    let patch = PatchElements::new(html! {
        p #patched {
            script { "document.getElementById('event').textContent += ' and runs'" }
        }
    });
    let events = |event: Event| event.into_string().into();
    let answers = vec![
        ("/", HTML, page.as_str().into()),
        (CLIENT.path(), "text/javascript", CLIENT.bytes().into()),
        ("/run", EVENTS, events(script.into())),
        ("/patch", EVENTS, events(patch.into())),
    ];
    let header = policy.map(|policy| ("/", Policy::HEADER, policy.to_string()));
    Site::with_headers(answers, header.into_iter().collect())
}

/// A site whose page runs in nonce mode, under the strict policy and these directives.
fn strict(directives: &[Directive], foreign: PreEscaped<&str>) -> Site {
    let nonce = Nonce::random();
    let policy = Policy::new(&nonce);
    let policy = directives.iter().cloned().fold(policy, Policy::and);
    site(&page(Some(&nonce), Some(&nonce), foreign), Some(&policy))
}

/// A page on which the client has done its first pass.
fn ready<'b>(browser: &'b Browser, site: &Site) -> Page<'b> {
    let page = browser.open(&site.url("/"));
    page.wait_for_text("#count", "1");
    page
}

/// Waits for errors of these texts, which a test causes on purpose.
fn expect_errors(browser: &Browser, texts: &[&str]) {
    for text in texts {
        browser.allow(text);
        eventually(&format!("the console has {text:?}"), || {
            let has = |entry: &Entry| entry.is_error() && entry.text().contains(text);
            browser.console().iter().any(has)
        });
    }
}

/// What works on a page whose client runs.
fn assert_alive(page: &Page<'_>) {
    assert_eq!(page.text("#own").as_deref(), Some("runs"));
    page.click("#more");
    page.wait_for_text("#count", "2");
    page.click("#run");
    page.wait_for_text("#event", "waits and runs");
    page.wait_until_gone("body > script[data-effect]");
    assert_eq!(page.text("#event").as_deref(), Some("waits and runs"));
}

#[test]
fn the_embedded_client_runs_without_a_policy() {
    in_browser(site(&page(None, None, NOTHING), None), |browser, site| {
        assert_alive(&ready(browser, site));
    });
}

#[test]
fn everything_runs_by_nonce_under_a_strict_policy() {
    const REST: [Directive; 2] = [
        Directive::new("default-src 'self'"),
        Directive::new("img-src data:"),
    ];
    in_browser(strict(&REST, NOTHING), |browser, site| {
        let page = ready(browser, site);
        assert_alive(&page);
        assert!(!page.has("[data-nonce]"), "the client takes the nonce away");
    });
}

#[test]
fn everything_runs_with_trusted_types() {
    const TYPES: [Directive; 2] = [
        Directive::new("require-trusted-types-for 'script'"),
        Directive::new("trusted-types datastar"),
    ];
    in_browser(strict(&TYPES, NOTHING), |browser, site| {
        assert_alive(&ready(browser, site));
    });
}

/// The browser stops the script that came with the morph; the client then makes a copy with the nonce.
#[test]
fn the_client_gives_the_nonce_to_scripts_in_patches() {
    in_browser(strict(&[], NOTHING), |browser, site| {
        let page = ready(browser, site);
        page.click("#patch");
        page.wait_for_text("#event", "waits and runs");
        expect_errors(browser, &["Executing inline script violates"]);
    });
}

#[test]
fn nothing_runs_without_the_nonce_on_html() {
    let nonce = Nonce::random();
    let policy = Policy::new(&nonce);
    let page = page(Some(&nonce), None, NOTHING);
    in_browser(site(&page, Some(&policy)), |browser, site| {
        let page = browser.open(&site.url("/"));
        expect_errors(
            browser,
            &["GenerateExpression", "'unsafe-eval' is not an allowed"],
        );
        page.click("#more");
        assert_eq!(page.text("#count").as_deref(), Some(""));
        assert_eq!(page.text("#own").as_deref(), Some("runs"));
    });
}

#[test]
fn nothing_runs_with_the_nonce_of_another_response() {
    let [nonce, other] = [Nonce::random(), Nonce::random()];
    let policy = Policy::new(&nonce);
    let page = page(Some(&nonce), Some(&other), NOTHING);
    in_browser(site(&page, Some(&policy)), |browser, site| {
        let page = browser.open(&site.url("/"));
        expect_errors(
            browser,
            &[
                "GenerateExpression",
                "Blocked by CSP",
                "Content Security Policy",
            ],
        );
        page.click("#more");
        assert_eq!(page.text("#count").as_deref(), Some(""));
    });
}

#[test]
fn a_foreign_script_does_not_run() {
    in_browser(strict(&[], SCRIPT), |browser, site| {
        let page = ready(browser, site);
        expect_errors(browser, &["Content Security Policy"]);
        assert_eq!(page.text("#foreign").as_deref(), Some("waits"));
    });
}

#[test]
fn a_foreign_handler_does_not_run() {
    in_browser(strict(&[], HANDLER), |browser, site| {
        let page = ready(browser, site);
        page.click("#handler");
        expect_errors(browser, &["Content Security Policy"]);
        assert_eq!(page.text("#foreign").as_deref(), Some("waits"));
    });
}

#[test]
fn foreign_scripts_and_handlers_run_without_a_policy() {
    for foreign in [SCRIPT, HANDLER] {
        in_browser(site(&page(None, None, foreign), None), |browser, site| {
            let page = ready(browser, site);
            if page.has("#handler") {
                page.click("#handler");
            }
            page.wait_for_text("#foreign", "runs");
        });
    }
}

/// Without nonce mode the client compiles by `'unsafe-eval'` and has no nonce to give.
#[test]
fn script_events_need_the_nonce_mode() {
    const EVAL: Directive = Directive::new("script-src 'unsafe-eval'");
    let nonce = Nonce::random();
    let policy = Policy::new(&nonce).and(EVAL);
    let page = page(Some(&nonce), None, NOTHING);
    in_browser(site(&page, Some(&policy)), |browser, site| {
        let page = ready(browser, site);
        page.click("#run");
        expect_errors(browser, &["Content Security Policy"]);
        assert_eq!(page.text("#event").as_deref(), Some("waits"));
    });
}
