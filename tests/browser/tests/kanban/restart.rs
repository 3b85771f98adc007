//! A server that goes away and comes back finds its pages waiting.

use starmark_browser::{Browser, eventually, in_browser};

use crate::board::{Board, ticket, title_of, wait_for_counts};

/// What Chromium logs while nobody answers. The test causes it.
const GONE: [&str; 4] = [
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_CONNECTION_RESET",
    "net::ERR_EMPTY_RESPONSE",
    "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
];

fn allow_a_missing_server(browser: &Browser) {
    for error in GONE {
        browser.allow(error);
    }
}

#[test]
fn the_stream_comes_back_after_a_restart() {
    in_browser(Board::of_three(), |browser, board| {
        allow_a_missing_server(browser);
        let page = board.open(browser);
        page.evaluate("window.sameDocument = true", &[]);
        // The stream is open once a change has come through it.
        board.write("web-1.md", &ticket("web-1", "todo", "Before the restart"));
        page.wait_for_text(&title_of("web-1"), "Before the restart");

        let status = board.stop();
        assert!(
            status.success(),
            "SIGTERM ends the server properly, not with {status}"
        );
        board.write(
            "web-2.md",
            &ticket("web-2", "review", "While nobody listened"),
        );
        board.restart();
        eventually("the page caught up with what it missed", || {
            page.text(&title_of("web-2")).as_deref() == Some("While nobody listened")
        });
        board.write("web-1.md", &ticket("web-1", "todo", "After the restart"));
        page.wait_for_text(&title_of("web-1"), "After the restart");
        wait_for_counts(&page, [1, 0, 1, 1]);
        assert_eq!(page.evaluate("return window.sameDocument", &[]), true);
    });
}
