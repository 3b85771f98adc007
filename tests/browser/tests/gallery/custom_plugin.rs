//! An attribute and an action of the application's own.

use starmark_browser::{Page, eventually};

use crate::demo;

fn height(page: &Page<'_>) -> i64 {
    let height = page.evaluate("return document.querySelector('#note').clientHeight", &[]);
    height.as_i64().expect("a height")
}

#[test]
fn the_action_inserts_where_the_cursor_is() {
    demo("/custom-plugin", |_, page| {
        page.wait_for("#note[style*=height]");
        page.evaluate(
            "const note = document.querySelector('#note'); note.setSelectionRange(5, 11)",
            &[],
        );
        page.clear(".demo input");
        page.type_text(".demo input", "'friend'");
        page.click(".demo .main");
        eventually("it is inserted", || {
            page.field("#note") == "Dear 'friend',\n"
        });
    });
}

#[test]
fn the_attribute_makes_the_field_as_high_as_its_content() {
    demo("/custom-plugin", |_, page| {
        page.wait_for("#note[style*=height]");
        let before = height(page);
        page.type_text("#note", "one\ntwo\nthree\nfour\n");
        eventually("it is higher", || height(page) > before);
        let limited = height(page);
        page.evaluate(
            "const range = document.querySelector('.demo [type=range]'); range.value = 2; range.dispatchEvent(new Event('input'))",
            &[],
        );
        eventually("it follows the limit", || height(page) < limited);
    });
}
