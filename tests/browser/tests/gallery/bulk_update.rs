//! Rows that are chosen, and changed by one request.

use starmark_browser::Page;

use crate::demo;

fn statuses(page: &Page<'_>) -> Vec<String> {
    page.texts("#members td:last-child")
}

fn choose(page: &Page<'_>, row: usize) {
    page.click(&format!("#members tr:nth-child({row}) input"));
}

#[test]
fn the_chosen_rows_change() {
    demo("/bulk-update", |_, page| {
        let before = statuses(page);
        assert_eq!(
            before,
            ["Active", "Active", "Inactive", "Active", "Inactive"]
        );
        page.wait_for(".demo .main:disabled");
        choose(page, 1);
        choose(page, 3);
        page.wait_for(".demo .main:enabled");
        page.click(".demo .main");
        page.wait_for_text("#members tr:nth-child(3) td:last-child", "Active");
        assert_eq!(
            statuses(page),
            ["Active", "Active", "Active", "Active", "Inactive"]
        );
        // None is chosen any more.
        page.wait_until_gone("#members input:checked");
        page.wait_for(".demo .main:disabled");
    });
}

#[test]
fn all_are_chosen_at_once() {
    demo("/bulk-update", |_, page| {
        page.click("#all");
        page.wait_for("#members tr:last-child input:checked");
        assert_eq!(page.texts("#members input:checked").len(), 5);
        choose(page, 2);
        page.wait_until_gone("#all:checked");
        page.click(".demo .row button:last-child");
        page.wait_for_text("#members td:last-child", "Inactive");
        assert_eq!(
            statuses(page),
            ["Inactive", "Active", "Inactive", "Inactive", "Inactive"]
        );
    });
}
