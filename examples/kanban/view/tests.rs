//! What the components print, as snapshots to be reviewed like code.

use starmark::assert_html_snapshot;

use super::*;
use crate::document::Document;

const TICKET: &[u8] =
    b"---\nid: web-12\ntitle: Fix <login> & \"logout\"\nstatus: doing\npriority: high\n\
    tags: [auth, R&D]\nassignee: Ada Brandt\n---\nThe *first* paragraph.\n\nThe second.\n";

fn ticket() -> Ticket {
    Document::parse(TICKET)
        .expect("the ticket is well-formed")
        .ticket
}

fn broken() -> Broken {
    let error = Document::parse(b"---\nid: web-1\n").expect_err("the ticket has no end");
    Broken::at("<half>.md", error)
}

#[test]
fn a_card() {
    assert_html_snapshot!(Card { ticket: &ticket() });
}

#[test]
fn a_malformed_file() {
    assert_html_snapshot!(Malformed { file: &broken() });
}

#[test]
fn the_counts() {
    let board = Board::new([ticket()], vec![broken()]);
    assert_html_snapshot!(Counts { board: &board });
}

#[test]
fn an_empty_board() {
    assert_html_snapshot!(BoardView {
        board: &Board::default()
    });
}

#[test]
fn a_message() {
    assert_html_snapshot!(Message {
        text: "It's <gone>"
    });
}

#[test]
fn a_page_with_a_search() {
    let board = Board::new([ticket()], Vec::new());
    let nonce = Nonce::new("4bf5122f344554c5").expect("the nonce is well-formed");
    assert_html_snapshot!(Page {
        board: &board,
        query: "\"log\"",
        client: crate::server::datastar::path().as_str(),
        nonce: &nonce
    });
}
