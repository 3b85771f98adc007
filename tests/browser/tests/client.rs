//! The genuine Datastar client in a browser: the ground that every other test stands on.
//!
//! The pages here are written by hand, without Starmark. If one of these tests fails, the
//! client, the browser or the harness is at fault, not the library.

use std::fs;

use starmark_browser::{Browser, Page, Site, client, in_browser};

const PAGE: &str = r#"<!doctype html>
<html lang="en">
<title>Client</title>
<link rel="icon" href="data:,">
<script type="module" src="/datastar.js"></script>
<body data-signals:count="0">
<p id="count" data-text="$count"></p>
<button id="more" data-on:click="$count++">More</button>
<input id="name" data-bind:name>
<p id="greeting" data-text="'Hello ' + $name"></p>
<button id="load" data-on:click="@get('/patch')">Load</button>
<p id="news">old</p>
</body>
</html>"#;

const PATCH: &str = "event: datastar-patch-elements\n\
    data: elements <p id=\"news\">new</p>\n\n\
    event: datastar-patch-signals\n\
    data: signals {\"count\": 40}\n\n";

fn site() -> Site {
    let client = fs::read(client()).expect("the client can be read");
    Site::start(vec![
        ("/", "text/html; charset=utf-8", PAGE.into()),
        ("/datastar.js", "text/javascript", client),
        ("/patch", "text/event-stream", PATCH.into()),
    ])
}

/// A page on which the client has done its first pass.
fn ready<'b>(browser: &'b Browser, site: &Site) -> Page<'b> {
    let page = browser.open(&site.url("/"));
    page.wait_for_text("#count", "0");
    page
}

#[test]
fn a_click_changes_a_signal_and_the_text_bound_to_it() {
    in_browser(site(), |browser, site| {
        let page = ready(browser, site);
        page.click("#more");
        page.wait_for_text("#count", "1");
        page.click("#more");
        page.wait_for_text("#count", "2");
    });
}

#[test]
fn typed_text_reaches_a_bound_signal() {
    in_browser(site(), |browser, site| {
        let page = ready(browser, site);
        page.type_text("#name", "Ada");
        page.wait_for_text("#greeting", "Hello Ada");
        page.clear("#name");
        page.wait_for_text("#greeting", "Hello");
    });
}

#[test]
fn a_stream_of_events_patches_elements_and_signals() {
    in_browser(site(), |browser, site| {
        let page = ready(browser, site);
        page.click("#load");
        page.wait_for_text("#news", "new");
        page.wait_for_text("#count", "40");
    });
}
