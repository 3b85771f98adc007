//! `TodoMVC`.

use crate::demo;

const TITLES: &str = "#todos li > span";

#[test]
fn a_list_is_changed_filtered_and_reset() {
    demo("/todo-mvc", |browser, page| {
        let tab = browser.open(&page.url());
        page.wait_for_text("#left", "4 items left");
        page.type_text("#new", " Buy <b>milk</b> ");
        page.press_enter("#new");
        page.wait_for_text("#item-5 > span", "Buy <b>milk</b>");
        tab.wait_for_text("#left", "5 items left");
        page.click("#item-1 > input");
        page.click("#item-2 > input");
        page.wait_for_text("#left", "3 items left");
        page.click("#todos .row:nth-last-child(2) button:nth-of-type(3)");
        page.wait_until_gone("#item-3");
        assert_eq!(page.texts(TITLES).len(), 2);
        page.click("#clear");
        page.wait_until_gone("#item-1");
        page.click("#todos .row:nth-last-child(2) button:nth-of-type(1)");
        page.wait_for("#item-5");
        page.click("#item-5 > button");
        page.wait_until_gone("#item-5");
        page.click("#all");
        page.wait_for_text("#left", "0 items left");
        tab.wait_for_text("#left", "0 items left");
        page.click("#reset");
        tab.wait_for_text("#left", "4 items left");
    });
}

#[test]
fn a_double_click_changes_an_item() {
    demo("/todo-mvc", |_, page| {
        let edit = |keys: &str| {
            page.double_click("#item-1 > span");
            page.wait_for("#item-1 form:not([hidden])");
            page.clear("#item-1 form input");
            page.type_text("#item-1 form input", keys);
        };
        edit("Learn Rust");
        page.press_enter("#item-1 form input");
        page.wait_for_text("#item-1 > span", "Learn Rust");
        edit("Never mind");
        page.press_escape("#item-1 form input");
        page.wait_for("#item-1 form[hidden]");
        edit(" ");
        page.press_enter("#item-1 form input");
        page.wait_for_text("[role=alert]", "Write what there is to do.");
        assert_eq!(page.text("#item-1 > span").as_deref(), Some("Learn Rust"));
    });
}
