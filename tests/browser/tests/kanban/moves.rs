//! A click on a card writes its file: one line of it.

use starmark_browser::in_browser;

use crate::board::{Board, in_column, move_to, ticket, wait_for_counts};

#[test]
fn a_move_writes_the_status_and_shows_on_both_pages() {
    in_browser(Board::of_three(), |browser, board| {
        let pages = [board.open(browser), board.open(browser)];
        move_to(&pages[0], "web-1", "doing");
        for page in &pages {
            page.wait_for(&in_column("doing", "web-1"));
            page.wait_until_gone(&in_column("todo", "web-1"));
            wait_for_counts(page, [0, 2, 0, 1]);
        }
        assert_eq!(
            board.read("web-1.md"),
            ticket("web-1", "doing", "Fix login")
        );
    });
}

#[test]
fn a_move_leaves_every_other_byte_as_it_was() {
    let odd = "---\n# kept\ntitle:   Fix login  # kept too\nid: web-1\nstatus: todo\nowner: 'x'\n\
        priority: low\ntags: []\n---\n\nstatus: todo\n\n  trailing blanks  \n---\nno newline";
    in_browser(Board::of_three(), |browser, board| {
        board.write("web-1.md", odd);
        let page = board.open(browser);
        page.wait_for(&in_column("todo", "web-1"));
        move_to(&page, "web-1", "review");
        page.wait_for(&in_column("review", "web-1"));
        assert_eq!(
            board.read("web-1.md"),
            odd.replacen("status: todo", "status: review", 1)
        );
    });
}

#[test]
fn a_move_keeps_the_line_ends_of_the_file() {
    let windows = ticket("web-1", "todo", "Fix login").replace('\n', "\r\n");
    in_browser(Board::of_three(), |browser, board| {
        board.write("web-1.md", &windows);
        let page = board.open(browser);
        page.wait_for(&in_column("todo", "web-1"));
        move_to(&page, "web-1", "done");
        page.wait_for(&in_column("done", "web-1"));
        assert_eq!(board.read("web-1.md"), windows.replacen("todo", "done", 1));
    });
}

#[test]
fn a_ticket_can_travel_through_all_columns() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        for column in ["doing", "review", "done", "todo"] {
            move_to(&page, "web-1", column);
            page.wait_for(&in_column(column, "web-1"));
        }
        assert_eq!(board.read("web-1.md"), ticket("web-1", "todo", "Fix login"));
        assert!(!page.has("#messages .message"));
    });
}
