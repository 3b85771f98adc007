//! Tabs whose content comes when it is asked for.

use crate::demo;

#[test]
fn a_tab_brings_its_content() {
    demo("/lazy-tabs", |_, page| {
        assert!(!page.text("#panel").expect("a panel").contains("moons"));
        page.click("#tab-1");
        page.wait_for("#tab-1[aria-selected=true]");
        assert!(page.text("#panel").expect("a panel").contains("two moons"));
        assert_eq!(page.texts("[role=tab][aria-selected=true]"), ["Mars"]);
        // The button is the same, so the focus has stayed.
        let focus = page.evaluate("return document.activeElement.id", &[]);
        assert_eq!(focus, "tab-1");
    });
}
