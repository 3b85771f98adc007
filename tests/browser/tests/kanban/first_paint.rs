//! The first answer is the whole board; the client only makes it live.

use starmark_browser::in_browser;

use crate::board::{Board, cards, title_of, wait_for_cards, wait_for_counts};

#[test]
fn the_page_is_complete_without_scripts() {
    in_browser(Board::of_three(), |browser, board| {
        let page = browser.blank();
        page.without_scripts();
        page.load(&board.url("/"));
        assert_eq!(cards(&page), ["web-1", "web-2", "web-3"]);
        assert_eq!(
            page.text(&title_of("web-2")).as_deref(),
            Some("Write the guide")
        );
        wait_for_counts(&page, [1, 1, 0, 1]);
    });
}

#[test]
fn the_search_form_works_without_scripts() {
    in_browser(Board::of_three(), |browser, board| {
        let page = browser.blank();
        page.without_scripts();
        page.load(&board.url("/"));
        page.type_text("#search", "login");
        page.press_enter("#search");
        wait_for_cards(&page, &["web-1"]);
        assert!(page.url().contains("query=login"), "{}", page.url());
        assert_eq!(page.field("#search"), "login");
    });
}

#[test]
fn a_link_to_a_search_is_filtered_and_then_live() {
    in_browser(Board::of_three(), |browser, board| {
        assert!(!board.get("/?query=guide").contains("Fix login"));
        let page = browser.open(&board.url("/?query=guide"));
        wait_for_cards(&page, &["web-2"]);
        assert_eq!(page.field("#search"), "guide");
        page.clear("#search");
        wait_for_cards(&page, &["web-1", "web-2", "web-3"]);
    });
}
