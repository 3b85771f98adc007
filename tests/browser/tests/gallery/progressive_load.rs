//! A page that comes in parts.

use crate::demo;

/// Writes down the ids of the parts as they get their content.
const WATCH: &str = "window.came = []; new MutationObserver(changes => {
    for (const part of document.querySelectorAll('#demo [id]:not(.waiting)')) if (!came.includes(part.id)) came.push(part.id);
}).observe(document.querySelector('#demo'), { subtree: true, childList: true, attributes: true })";

#[test]
fn the_parts_come_in_their_order() {
    demo("/progressive-load", |_, page| {
        page.evaluate(WATCH, &[]);
        assert_eq!(page.texts("#demo .waiting").len(), 4);
        page.click("#demo button");
        page.wait_for("#demo button[disabled]");
        page.wait_for_text("#footer", "Everything came over one request.");
        page.wait_for("#demo button:not([disabled])");
        let came = page.evaluate("return came.join(' ')", &[]);
        assert_eq!(came, "heading article comments footer");
        page.click("#demo button");
        page.wait_for("#footer.waiting");
    });
}
