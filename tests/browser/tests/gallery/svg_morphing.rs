//! Drawings that the server changes.

use crate::demo;

#[test]
fn parts_of_a_drawing_are_morphed_as_drawings() {
    demo("/svg-morphing", |_, page| {
        page.evaluate("window.before = document.querySelector('#shape')", &[]);
        page.click("[aria-label=Shape] button:nth-child(3)");
        page.wait_for("#shape[fill='#d4336b']");
        page.click("[aria-label=Sun] button:nth-child(3)");
        page.wait_for("#sun line:nth-of-type(16)");
        page.click("[aria-label=Sun] button:nth-child(1)");
        page.wait_until_gone("#sun line:nth-of-type(5)");
        let is_kept = "return document.querySelector('#shape') === before && [...document.querySelectorAll('#sun line')].every(it => it instanceof SVGLineElement)";
        assert_eq!(page.evaluate(is_kept, &[]), true);
    });
}
