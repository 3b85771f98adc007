//! More rows with each click.

use starmark_browser::eventually;

use crate::demo;

#[test]
fn each_click_brings_more_until_the_end() {
    demo("/click-to-load", |_, page| {
        for rows in [10, 15, 20, 24] {
            page.click("#more");
            eventually("more rows", || page.texts("#people tr").len() == rows);
        }
        page.wait_for_text("#more:disabled", "That is everybody");
    });
}
