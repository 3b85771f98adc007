//! Search as you type, and what it must not disturb.

use starmark_browser::in_browser;

use crate::board::{Board, ticket, title_of, wait_for_cards};

#[test]
fn typing_filters_the_board_and_clearing_shows_all() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        page.type_text("#search", "guide");
        wait_for_cards(&page, &["web-2"]);
        page.clear("#search");
        wait_for_cards(&page, &["web-1", "web-2", "web-3"]);
    });
}

#[test]
fn the_filter_of_one_page_is_not_that_of_another() {
    in_browser(Board::of_three(), |browser, board| {
        let searching = board.open(browser);
        let other = board.open(browser);
        searching.type_text("#search", "login");
        wait_for_cards(&searching, &["web-1"]);
        board.write("web-1.md", &ticket("web-1", "todo", "Fix login again"));
        other.wait_for_text(&title_of("web-1"), "Fix login again");
        wait_for_cards(&other, &["web-1", "web-2", "web-3"]);
    });
}

#[test]
fn a_change_on_disk_keeps_the_filter() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        page.type_text("#search", "login");
        wait_for_cards(&page, &["web-1"]);
        board.write("web-2.md", &ticket("web-2", "doing", "Rewrite the guide"));
        board.write("web-1.md", &ticket("web-1", "todo", "Fix login again"));
        page.wait_for_text(&title_of("web-1"), "Fix login again");
        wait_for_cards(&page, &["web-1"]);
    });
}

#[test]
fn a_search_without_a_match_shows_an_empty_board() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        page.type_text("#search", "no such ticket \"<b>&");
        wait_for_cards(&page, &[]);
        page.wait_for("#board #column-todo");
    });
}
