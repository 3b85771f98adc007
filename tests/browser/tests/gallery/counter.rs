//! A counter of this browser, and one of everybody.

use starmark_browser::{Server, in_browser};

#[test]
fn one_counts_for_the_browser_and_one_for_everybody() {
    in_browser(Server::example("gallery"), |ada, server| {
        in_browser((), |bob, ()| {
            let url = server.url("/counter");
            let (page, tab, other) = (ada.open(&url), ada.open(&url), bob.open(&url));
            page.click("#mine + .row button");
            tab.wait_for_text("#mine", "1");
            page.click("#ours + .row button");
            other.wait_for_text("#ours", "1");
            other.click("#ours + .row button");
            tab.wait_for_text("#ours", "2");
            assert_eq!(other.text("#mine").as_deref(), Some("0"));
        });
    });
}
