//! Changes on disk reach every open page, soon.

use std::time::{Duration, Instant};

use starmark_browser::{eventually, in_browser};

use crate::board::{Board, count, ticket, title_of, wait_for_cards, wait_for_counts};

#[test]
fn an_edited_file_changes_both_pages_within_a_second() {
    in_browser(Board::of_three(), |browser, board| {
        let pages = [board.open(browser), board.open(browser)];
        let mut delays = Vec::new();
        for (round, status) in ["doing", "todo", "doing"].into_iter().enumerate() {
            let title = format!("Fix login, round {round}");
            let start = Instant::now();
            board.write("web-1.md", &ticket("web-1", status, &title));
            for page in &pages {
                page.wait_for_text(&title_of("web-1"), &title);
                eventually("the count follows", || {
                    count(page, "doing") == Some(if status == "doing" { 2 } else { 1 })
                });
            }
            delays.push(start.elapsed());
        }
        // The middle one: a busy machine may hold up a single round.
        delays.sort();
        assert!(
            delays[1] < Duration::from_secs(1),
            "the pages took {delays:?}"
        );
    });
}

#[test]
fn an_added_file_becomes_a_card_on_both_pages() {
    in_browser(Board::of_three(), |browser, board| {
        let pages = [board.open(browser), board.open(browser)];
        board.write(
            "web-4.md",
            &ticket("web-4", "review", "Look at the colours"),
        );
        for page in &pages {
            page.wait_for_text("#column-review #ticket-web-4 .title", "Look at the colours");
            wait_for_counts(page, [1, 1, 1, 1]);
        }
    });
}

#[test]
fn a_deleted_file_takes_its_card_from_both_pages() {
    in_browser(Board::of_three(), |browser, board| {
        let pages = [board.open(browser), board.open(browser)];
        board.remove("web-2.md");
        for page in &pages {
            wait_for_cards(page, &["web-1", "web-3"]);
            wait_for_counts(page, [1, 0, 0, 1]);
        }
    });
}

#[test]
fn a_renamed_file_keeps_its_card_and_can_still_be_edited() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        board.rename("web-1.md", "login.md");
        // The edit that follows tells when the page has heard of the new name.
        board.write("login.md", &ticket("web-1", "todo", "Fix login for good"));
        page.wait_for_text(&title_of("web-1"), "Fix login for good");
        wait_for_cards(&page, &["web-1", "web-2", "web-3"]);
        wait_for_counts(&page, [1, 1, 0, 1]);
    });
}
