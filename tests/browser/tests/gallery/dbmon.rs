//! A monitor of databases that do not exist.

use starmark_browser::{Page, eventually};

use crate::demo;

fn slide(page: &Page<'_>, slider: &str, to: &str) {
    page.evaluate(
        "const slider = document.querySelector(arguments[0]); slider.value = arguments[1]; \
        slider.dispatchEvent(new Event('input', { bubbles: true })); \
        slider.dispatchEvent(new Event('change', { bubbles: true }))",
        &[slider, to],
    );
}

#[test]
fn the_table_changes_as_often_as_the_sliders_say() {
    demo("/dbmon", |_, page| {
        let cells = || page.texts("#databases td").join(" ");
        let first = cells();
        eventually("another frame", || cells() != first);
        // Without mutations, the new stream has an empty table, and stays with it.
        slide(page, "#mutation", "0");
        eventually("it stands still", || {
            page.texts("#databases .number")
                .iter()
                .all(String::is_empty)
        });
        page.wait_for_text(".demo b", "0");
        slide(page, "#mutation", "100");
        slide(page, "#fps", "60");
        eventually("it moves again", || page.has("#databases .slow"));
        page.wait_for_text(".demo label:nth-child(2) b", "60");
    });
}
