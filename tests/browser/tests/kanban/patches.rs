//! A patch changes what the server changed, and nothing that belongs to the person.

use serde_json::Value;
use starmark_browser::{Page, in_browser};

use crate::board::{Board, ticket, title_of, wait_for_cards, wait_for_counts};

/// Finds what scrolls: a column, the board or the whole page.
const SCROLLER: &str = "const scroller = [...document.querySelectorAll('#board, #board *')]
    .find(e => e.scrollHeight > e.clientHeight + 200
        && /auto|scroll/.test(getComputedStyle(e).overflowY)) ?? document.scrollingElement;";

fn scroll(page: &Page<'_>, then: &str) -> Value {
    page.evaluate(
        &format!("{SCROLLER} {then} return scroller.scrollTop;"),
        &[],
    )
}

/// So many tickets that the board is higher than the window.
fn tall_board() -> Board {
    let ids: Vec<String> = (100..160).map(|number| format!("web-{number}")).collect();
    let titles: Vec<String> = ids.iter().map(|id| format!("Fix {id}")).collect();
    let tickets = ids.iter().zip(&titles);
    let tickets: Vec<_> = tickets
        .map(|(id, title)| (&id[..], "todo", &title[..]))
        .collect();
    Board::start(&tickets)
}

#[test]
fn typed_text_focus_and_cursor_survive_a_patch() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        page.type_text("#search", "login");
        wait_for_cards(&page, &["web-1"]);
        page.evaluate(
            "document.querySelector('#search').setSelectionRange(1, 3)",
            &[],
        );
        board.write("web-1.md", &ticket("web-1", "todo", "Fix login again"));
        page.wait_for_text(&title_of("web-1"), "Fix login again");
        assert_eq!(page.field("#search"), "login");
        let place = "const { id, selectionStart, selectionEnd } = document.activeElement;
            return [id, selectionStart, selectionEnd].join()";
        assert_eq!(page.evaluate(place, &[]), "search,1,3");
    });
}

#[test]
fn the_scroll_position_survives_a_patch() {
    in_browser(tall_board(), |browser, board| {
        let page = board.open(browser);
        let before = scroll(&page, "scroller.scrollTop = 150;");
        assert_eq!(before, 150, "the board is high enough to scroll");
        board.write("web-159.md", &ticket("web-159", "todo", "Fix the last one"));
        page.wait_for_text(&title_of("web-159"), "Fix the last one");
        assert_eq!(scroll(&page, ""), 150);
    });
}

#[test]
fn a_card_that_did_not_change_stays_the_same_element() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        page.evaluate("document.querySelector('#ticket-web-2').mark = true", &[]);
        board.write("web-1.md", &ticket("web-1", "review", "Fix login again"));
        page.wait_for_text("#column-review #ticket-web-1 .title", "Fix login again");
        let mark = page.evaluate("return document.querySelector('#ticket-web-2').mark", &[]);
        assert_eq!(mark, true);
    });
}

#[test]
fn refresh_patches_board_and_counts() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open_deaf(browser);
        let listening = board.open(browser);
        board.write("web-1.md", &ticket("web-1", "done", "Fix login, done"));
        // The server knows of the change once a page that listens shows it.
        listening.wait_for_text(&title_of("web-1"), "Fix login, done");
        assert_eq!(page.text(&title_of("web-1")).as_deref(), Some("Fix login"));
        page.click("#refresh");
        page.wait_for_text("#column-done #ticket-web-1 .title", "Fix login, done");
        wait_for_counts(&page, [0, 1, 0, 2]);
    });
}
