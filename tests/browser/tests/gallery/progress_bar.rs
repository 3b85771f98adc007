//! How far the server is, as a ring that closes.

use crate::demo;

#[test]
fn the_ring_closes_and_can_begin_again() {
    demo("/progress-bar", |_, page| {
        page.wait_for("#progress button");
        assert_eq!(page.text("#percent").as_deref(), Some("100%"));
        assert!(page.has("#arc[stroke-dasharray='100 100']"));
        page.click("#progress button");
        page.wait_until_gone("#progress button");
        page.wait_for("#progress button");
        assert_eq!(page.text("#percent").as_deref(), Some("100%"));
    });
}
