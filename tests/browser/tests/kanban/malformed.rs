//! A file that is no ticket becomes a card that says where it is wrong.

use starmark_browser::{Page, eventually, in_browser};

use crate::board::{Board, ticket, title_of, wait_for_cards};

/// The status is on line 4 of the file.
const BROKEN: &str = "---\nid: web-9\ntitle: Half a ticket\nstatus: [\n---\nBody\n";

fn wait_for_problem(page: &Page<'_>, parts: &[&str]) {
    eventually(&format!("the problem says {parts:?}"), || {
        let problems = page.texts("#column-broken .card.malformed .problem");
        problems
            .iter()
            .any(|problem| parts.iter().all(|part| problem.contains(part)))
    });
}

#[test]
fn a_malformed_file_names_file_and_line_until_it_is_fixed() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        assert!(!page.has(".card.malformed"));
        board.write("half.md", BROKEN);
        wait_for_problem(&page, &["half.md", "line 4"]);
        assert!(page.has(&title_of("web-1")), "the other tickets stay");
        board.write("half.md", &ticket("web-9", "todo", "A whole ticket"));
        page.wait_for_text(&title_of("web-9"), "A whole ticket");
        page.wait_until_gone(".card.malformed");
        wait_for_cards(&page, &["web-1", "web-2", "web-3", "web-9"]);
    });
}

#[test]
fn an_unknown_status_is_a_problem_of_its_line() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        board.write("web-1.md", &ticket("web-1", "doign", "Fix login"));
        wait_for_problem(&page, &["web-1.md", "line 4"]);
    });
}

#[test]
fn a_file_without_front_matter_is_a_problem_of_its_first_line() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        board.write("notes.md", "Just some notes.\n");
        wait_for_problem(&page, &["notes.md", "line 1"]);
    });
}
