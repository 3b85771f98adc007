//! A counter of each browser, and one of everybody.

use starmark_browser::{Server, in_browser};

use super::keep;

const MINE: &str = "#mine .large";
const OURS: &str = "#ours .large";

#[test]
fn each_browser_has_its_own_and_all_have_one() {
    in_browser(Server::example("counter"), |ada, server| {
        in_browser((), |bob, ()| {
            let (first, second) = (ada.open(&server.url("/")), ada.open(&server.url("/")));
            let other = bob.open(&server.url("/"));
            for _ in 0..3 {
                first.click("#mine .main");
            }
            first.wait_for_text(MINE, "3");
            // Another tab of the same browser.
            second.wait_for_text(MINE, "3");
            second.click("#mine button");
            first.wait_for_text(MINE, "2");
            assert_eq!(other.text(MINE).as_deref(), Some("0"));
            other.click("#ours .main");
            for page in [&first, &second, &other] {
                page.wait_for_text(OURS, "1");
            }
            keep(&first, "counter");
            // What the server renders is what the signals say.
            assert_eq!(ada.open(&server.url("/")).text(MINE).as_deref(), Some("2"));
        });
    });
}

#[test]
fn a_step_that_is_too_large_is_refused_in_the_page() {
    in_browser(Server::example("counter"), |browser, server| {
        let page = browser.open(&server.url("/"));
        page.clear("#ours input");
        page.type_text("#ours input", "500");
        page.click("#ours .main");
        page.wait_for_text(
            "[role=alert]",
            "A step of 500 is too large: 100 is the limit.",
        );
        keep(&page, "counter-refused");
        page.clear("#ours input");
        page.type_text("#ours input", "7");
        page.click("#ours .main");
        page.wait_for_text(OURS, "7");
        page.wait_for_text("[role=alert]", "");
    });
}

#[test]
fn after_a_restart_the_pages_follow_again() {
    in_browser(Server::example("counter"), |browser, server| {
        let page = browser.open(&server.url("/"));
        page.click("#ours .main");
        page.wait_for_text(OURS, "1");
        browser.allow("ERR_CONNECTION_REFUSED");
        browser.allow("ERR_INCOMPLETE_CHUNKED_ENCODING");
        browser.allow("ERR_CONNECTION_RESET");
        assert!(server.stop().success());
        page.wait_for_text("[role=alert]", "The connection is lost. Trying again …");
        server.restart();
        page.wait_for_text("[role=alert]", "");
        // What was in memory is gone, and the page says so.
        page.wait_for_text(OURS, "0");
        page.click("#ours .main");
        page.wait_for_text(OURS, "1");
    });
}
