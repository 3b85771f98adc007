//! Rows that come when the last one comes into view.

use starmark_browser::{Page, eventually};

use crate::demo;

fn count(page: &Page<'_>) -> usize {
    page.texts("#rows tr").len()
}

#[test]
fn the_end_of_the_list_asks_for_more() {
    demo("/infinite-scroll", |_, page| {
        while count(page) < 120 {
            let before = count(page);
            page.evaluate(
                "const list = document.querySelector('#list'); list.scrollTop = list.scrollHeight",
                &[],
            );
            eventually("more rows", || count(page) > before);
        }
        page.wait_for_text("#next", "These are all 120.");
        let numbers = page.texts("#rows td:first-child");
        let expected: Vec<_> = (1..=120).map(|number: u32| number.to_string()).collect();
        assert_eq!(numbers, expected);
    });
}
