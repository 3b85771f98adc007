//! What the browser keeps, and the server does not.

use starmark_browser::{Page, Server, in_browser};

use super::keep;

fn wait_for_draft(page: &Page<'_>, text: &str) {
    page.wait_for_text("#text", "");
    starmark_browser::eventually("the draft is there", || page.field("#text") == text);
}

#[test]
fn a_draft_outlives_the_page_and_the_server() {
    in_browser(Server::example("storage"), |browser, server| {
        let page = browser.open(&server.url("/"));
        page.type_text("#text", "Three little <words>");
        page.click("#count");
        page.wait_for_text("#words", "3 words");
        page.click("#large");
        page.wait_for("#text.large");
        keep(&page, "storage");
        page.load(&server.url("/"));
        wait_for_draft(&page, "Three little <words>");
        page.wait_for_text("#words", "3 words");
        page.wait_for("#text.large");
        // The server has neither sent nor kept it.
        assert!(!server.get("/").contains("little"));
        assert!(
            !page
                .evaluate("return fetch('/').then(it => it.text())", &[])
                .to_string()
                .contains("little")
        );
        assert!(server.stop().success());
        server.restart();
        page.load(&server.url("/"));
        wait_for_draft(&page, "Three little <words>");
        // Another tab has the draft, and letters of its own.
        let tab = browser.open(&server.url("/"));
        wait_for_draft(&tab, "Three little <words>");
        assert!(!tab.has("#text.large"));
        tab.type_text("#text", " more");
        tab.click("#count");
        tab.wait_for_text("#words", "4 words");
        tab.click("#discard");
        wait_for_draft(&tab, "");
        tab.load(&server.url("/"));
        tab.wait_for("#text");
        assert_eq!(tab.field("#text"), "");
    });
}

#[test]
fn another_browser_has_nothing_of_it() {
    in_browser(Server::example("storage"), |ada, server| {
        in_browser((), |bob, ()| {
            let page = ada.open(&server.url("/"));
            page.type_text("#text", "Mine");
            page.click("#count");
            page.wait_for_text("#words", "1 words");
            let other = bob.open(&server.url("/"));
            other.click("#count");
            other.wait_for_text("#words", "0 words");
            assert_eq!(other.field("#text"), "");
        });
    });
}
