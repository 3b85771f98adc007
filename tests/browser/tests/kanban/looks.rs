//! Pictures of the board, to look at, and the little that can be measured about them.

use std::fs;
use std::path::Path;

use starmark_browser::{Page, eventually, evidence, in_browser};

use crate::board::{Board, count};

const BACKGROUND: &str = "return getComputedStyle(document.body).backgroundColor
    + getComputedStyle(document.documentElement).backgroundColor";

/// Writes `target/browser/board-<name>.png`.
fn keep(page: &Page<'_>, name: &str) {
    let path = evidence().join(format!("board-{name}.png"));
    fs::write(path, page.screenshot()).expect("the picture can be written");
}

fn board() -> Board {
    Board::start(&[
        ("web-12", "todo", "Fix login on slow networks"),
        ("web-13", "todo", "Say which field is wrong"),
        ("web-14", "doing", "Write the guide"),
        ("web-15", "review", "Colours for the dark theme"),
        ("web-16", "done", "Choose a name"),
    ])
}

#[test]
fn the_board_is_light_or_dark_as_the_person_prefers() {
    in_browser(board(), |browser, board| {
        let page = board.open(browser);
        board.write("half.md", "---\nid: web-17\nstatus: todo\n");
        page.wait_for(".card.malformed");
        page.prefer("light");
        let light = page.evaluate(BACKGROUND, &[]);
        keep(&page, "light");
        page.prefer("dark");
        assert_ne!(page.evaluate(BACKGROUND, &[]), light);
        keep(&page, "dark");
    });
}

/// The picture of the README: the tickets that come with the example.
#[test]
fn the_shipped_tickets_fill_the_board() {
    let tickets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/kanban/tickets");
    in_browser(Board::start(&[]), |browser, board| {
        for ticket in fs::read_dir(&tickets).expect("the tickets are there") {
            let ticket = ticket.expect("a ticket can be listed").path();
            let name = ticket.file_name().and_then(|name| name.to_str());
            let text = fs::read_to_string(&ticket).expect("a ticket can be read");
            board.write(name.expect("a ticket has a name"), &text);
        }
        let page = board.open(browser);
        eventually("the tickets are there", || count(&page, "all") == Some(30));
        keep(&page, "shipped");
    });
}

#[test]
fn the_board_fits_a_phone() {
    in_browser(board(), |browser, board| {
        let page = browser.blank();
        page.as_phone();
        page.load(&board.url("/"));
        page.wait_for("#ticket-web-12");
        keep(&page, "phone");
        let width = page.evaluate("return document.documentElement.scrollWidth", &[]);
        assert_eq!(
            width, 390,
            "the page is as wide as the phone, without scrolling sideways"
        );
    });
}
