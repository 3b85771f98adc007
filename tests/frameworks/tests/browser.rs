//! The site in a browser: the page greets, and finds its server again.

use starmark_browser::{Browser, Server, in_browser};
use starmark_frameworks::in_each_framework;

in_each_framework! {
    a_click_greets
    a_page_comes_back_after_a_restart
}

fn a_click_greets(server: &mut Server) {
    in_browser(server, |browser, server| {
        let page = browser.open(&server.url("/"));
        page.wait_for_text("#live", &server.id().to_string());
        page.type_text("#name", "<b>Ada</b> & Böb");
        page.click("#greet");
        page.wait_for_text("#greeting", "Hello, <b>Ada</b> & Böb! (1)");
        page.click("#greet");
        page.wait_for_text("#greeting", "Hello, <b>Ada</b> & Böb! (2)");
    });
}

/// What Chromium logs while nobody answers. The test causes it.
const GONE: [&str; 5] = [
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_CONNECTION_RESET",
    "net::ERR_CONTENT_LENGTH_MISMATCH",
    "net::ERR_EMPTY_RESPONSE",
    "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
];

fn allow_a_missing_server(browser: &Browser) {
    for error in GONE {
        browser.allow(error);
    }
}

fn a_page_comes_back_after_a_restart(server: &mut Server) {
    in_browser(server, |browser, server| {
        allow_a_missing_server(browser);
        let page = browser.open(&server.url("/"));
        page.wait_for_text("#live", &server.id().to_string());
        page.evaluate("window.sameDocument = true", &[]);
        assert!(server.stop().success());
        server.restart();
        page.wait_for_text("#live", &server.id().to_string());
        assert_eq!(page.evaluate("return window.sameDocument", &[]), true);
    });
}
