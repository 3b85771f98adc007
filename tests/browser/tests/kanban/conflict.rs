//! Two writers of one file: the second keeps what it wrote, the first is told.

use starmark_browser::in_browser;

use crate::board::{Board, in_column, move_to, ticket};

#[test]
fn a_move_of_a_ticket_that_changed_on_disk_is_refused() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open_deaf(browser);
        let second = ticket("web-1", "todo", "Fix login on the phone");
        board.write("web-1.md", &second);
        move_to(&page, "web-1", "doing");
        page.wait_for("#messages .message");
        assert_eq!(board.read("web-1.md"), second);
    });
}

#[test]
fn a_move_of_a_ticket_that_another_page_moved_is_refused() {
    in_browser(Board::of_three(), |browser, board| {
        let late = board.open_deaf(browser);
        let early = board.open(browser);
        move_to(&early, "web-1", "review");
        early.wait_for(&in_column("review", "web-1"));
        move_to(&late, "web-1", "doing");
        late.wait_for("#messages .message");
        assert_eq!(
            board.read("web-1.md"),
            ticket("web-1", "review", "Fix login")
        );
        assert!(
            !early.has("#messages .message"),
            "only the late page is told"
        );
    });
}

#[test]
fn a_move_of_a_deleted_ticket_does_not_bring_it_back() {
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open_deaf(browser);
        board.remove("web-1.md");
        move_to(&page, "web-1", "doing");
        page.wait_for("#messages .message");
        assert!(!board.has("web-1.md"));
    });
}
