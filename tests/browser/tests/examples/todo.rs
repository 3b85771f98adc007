//! The to-do list, in the steps of `TodoMVC`.

use starmark_browser::{Page, Server, in_browser};

use super::keep;

const NEW: &str = "form input";
const TITLES: &str = "#todos li > span";

fn add(page: &Page<'_>, title: &str) {
    let count = page.texts(TITLES).len();
    page.type_text(NEW, title);
    page.press_enter(NEW);
    page.wait_for(&format!("#todos li:nth-child({})", count + 1));
}

fn left(page: &Page<'_>, expected: &str) {
    page.wait_for_text("#left", expected);
}

#[test]
fn a_list_from_the_first_item_to_the_last() {
    in_browser(Server::example("todo"), |browser, server| {
        let page = browser.open(&server.url("/"));
        assert!(!page.has("#todos li"));
        page.type_text(NEW, "   ");
        page.press_enter(NEW);
        for title in ["  Buy milk ", "Write <b>tests</b>", "Sleep"] {
            page.clear(NEW);
            add(&page, title);
        }
        assert_eq!(
            page.texts(TITLES),
            ["Buy milk", "Write <b>tests</b>", "Sleep"]
        );
        assert_eq!(page.field(NEW), "");
        left(&page, "3 items left");

        page.click("#done-1");
        left(&page, "2 items left");
        page.click("#done-2");
        left(&page, "1 item left");
        keep(&page, "todo");
        page.click("#all");
        left(&page, "0 items left");
        page.click("#all");
        left(&page, "3 items left");
        page.click("#done-3");
        left(&page, "2 items left");
        page.click("#clear");
        page.wait_until_gone("#item-3");
        page.click("#item-1 button");
        page.wait_until_gone("#item-1");
        left(&page, "1 item left");
        page.click("#item-2 button");
        page.wait_until_gone("#todos:not([hidden])");
    });
}

#[test]
fn a_double_click_edits() {
    in_browser(Server::example("todo"), |browser, server| {
        let page = browser.open(&server.url("/"));
        add(&page, "One");
        add(&page, "Two");
        let edit = |keys: &str| {
            page.double_click("#item-1 > span");
            page.wait_for("#item-1 form:not([hidden])");
            page.clear("#title-1");
            page.type_text("#title-1", keys);
        };
        edit("Changed");
        keep(&page, "todo-edit");
        page.press_enter("#title-1");
        page.wait_for_text("#item-1 > span", "Changed");
        page.wait_for("#item-1 form[hidden]");
        edit("Never mind");
        page.press_escape("#title-1");
        page.wait_for("#item-1 form[hidden]");
        // What loses the focus is saved.
        page.double_click("#item-2 > span");
        page.wait_for("#item-2 form:not([hidden])");
        page.type_text("#title-2", " more");
        page.click("h1");
        page.wait_for_text("#item-2 > span", "Two more");
        assert_eq!(page.text("#item-1 > span").as_deref(), Some("Changed"));
        edit("  ");
        page.press_enter("#title-1");
        page.wait_until_gone("#item-1");
        assert_eq!(page.texts(TITLES), ["Two more"]);
    });
}

#[test]
fn the_filter_is_in_the_address() {
    in_browser(Server::example("todo"), |browser, server| {
        let page = browser.open(&server.url("/"));
        add(&page, "One");
        add(&page, "Two");
        page.click("#done-1");
        left(&page, "1 item left");
        page.click("nav a:nth-child(2)");
        page.wait_for_text("a[aria-current=page]", "Active");
        assert!(page.url().ends_with("/?done=false"), "{}", page.url());
        assert_eq!(page.texts(TITLES), ["Two"]);
        // It goes where it belongs.
        page.click("#done-2");
        page.wait_until_gone("#item-2");
        page.load(&server.url("/?done=true"));
        assert_eq!(page.texts(TITLES), ["One", "Two"]);
        page.click("#done-2");
        page.wait_until_gone("#item-2");
        keep(&page, "todo-completed");
    });
}

#[test]
fn the_tabs_of_a_browser_agree_and_keep_their_focus() {
    in_browser(Server::example("todo"), |ada, server| {
        in_browser((), |bob, ()| {
            let (page, tab) = (ada.open(&server.url("/")), ada.open(&server.url("/")));
            let other = bob.open(&server.url("/"));
            add(&page, "One");
            tab.wait_for_text(TITLES, "One");
            tab.double_click("#item-1 > span");
            tab.wait_for("#item-1 form:not([hidden])");
            tab.type_text("#title-1", " and");
            add(&page, "Two");
            page.click("#done-2");
            tab.wait_for("#done-2[checked]");
            // What was being typed is still there, and so is the focus.
            assert_eq!(
                tab.evaluate("return document.activeElement.id", &[]),
                "title-1"
            );
            tab.type_text("#title-1", " a half");
            tab.press_enter("#title-1");
            page.wait_for_text(TITLES, "One and a half");
            assert!(!other.has("#todos li"));
        });
    });
}
