//! What takes its time comes after the page.

use crate::demo;

#[test]
fn the_chart_comes_by_itself() {
    demo("/lazy-load", |_, page| {
        page.wait_for("#chart svg");
        assert!(!page.has("#chart[aria-busy]"));
        assert_eq!(
            page.texts("#chart text").concat(),
            ('a'..='z').collect::<String>()
        );
        let script = "return Math.max(...[...document.querySelectorAll('#chart rect')].map(it => it.height.baseVal.value))";
        assert_eq!(page.evaluate(script, &[]), 90);
    });
}
