//! The title of the page, by the server.

use starmark_browser::eventually;

use crate::demo;

#[test]
fn the_title_goes_with_the_clock_of_the_server() {
    demo("/title-update", |_, page| {
        let title = || page.text("title").unwrap_or_default();
        eventually("the clock is in the title", || {
            title().ends_with(" UTC · Starmark")
        });
        let first = title();
        eventually("the clock goes on", || title() != first);
        assert_eq!(
            page.evaluate("return document.title", &[]),
            title().as_str()
        );
    });
}
