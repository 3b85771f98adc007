//! The board by hand.

use super::writer::{EVENT, INTEGER, Learned, Writer};
use crate::workloads::kanban::{Board, Card};

static LEARNED: Learned = Learned::new();

/// At least as long as the statics of a card without its tags.
const CARD: usize = 768;
/// The statics of a tag.
const TAG: usize = 9;

pub(crate) fn kanban(board: &Board) -> String {
    let mut out = Writer::new(&LEARNED);
    write_board(board, &mut out);
    out.finish()
}

pub(crate) fn kanban_frame(board: &Board) -> String {
    let mut out = Writer::event(&LEARNED);
    write_board(board, &mut out);
    out.finish_event()
}

#[inline(always)]
fn write_board(board: &Board, out: &mut Writer) {
    out.room(128);
    out.put(b"<main id=\"board\" data-init=\"@get('/board/events')\" data-class:busy=\"$busy\">");
    for column in &board.columns {
        out.room(128 + INTEGER + 6 * (column.key.len() + column.title.len()));
        out.put(b"<section class=\"column\" id=\"");
        out.text(column.key);
        out.put(b"\"><h2>");
        out.text(column.title);
        out.put(b" <span class=\"count\">");
        out.length(column.cards.len());
        out.put(b"</span></h2>");
        for card in &column.cards {
            write_card(card, out);
        }
        out.room(16);
        out.put(b"</section>");
    }
    out.room(16 + EVENT);
    out.put(b"</main>");
}

#[inline(always)]
fn write_card(card: &Card, out: &mut Writer) {
    let tags: usize = card.tags.iter().map(|tag| 6 * tag.len() + TAG).sum();
    let assignee = card.assignee.as_deref().unwrap_or("");
    let texts =
        card.priority.len() + card.title.len() + card.description.len() + 2 * assignee.len();
    out.room(CARD + 6 * INTEGER + tags + 6 * texts);
    out.put(b"<article class=\"card ");
    out.text(card.priority);
    if card.late {
        out.put(b" late");
    }
    out.put(b"\" id=\"card-");
    out.integer(card.id);
    out.put(b"\" data-class:selected=\"$selected == el.id\" data-on:click=\"$selected = el.id\"><h3><a href=\"/cards/");
    out.integer(card.id);
    out.put(b"\">");
    out.text(&card.title);
    out.put(b"</a></h3><span class=\"points\">");
    out.integer(card.points);
    out.put(b"</span><p>");
    out.text(&card.description);
    out.put(b"</p><ul class=\"tags\">");
    for tag in &card.tags {
        out.put(b"<li>");
        out.text(tag);
        out.put(b"</li>");
    }
    out.put(b"</ul>");
    if let Some(assignee) = &card.assignee {
        out.put(b"<span class=\"assignee\" title=\"");
        out.text(assignee);
        out.put(b"\">");
        out.text(assignee);
        out.put(b"</span>");
    }
    out.put(b"<button type=\"button\" data-on:click__stop=\"@post('/cards/");
    out.integer(card.id);
    out.put(b"/left')\">Left</button><button type=\"button\" data-on:click__stop=\"@post('/cards/");
    out.integer(card.id);
    out.put(b"/right')\">Right</button><button class=\"danger\" type=\"button\" data-attr:disabled=\"$busy\" data-on:click__stop=\"@delete('/cards/");
    out.integer(card.id);
    out.put(b"')\">Delete</button></article>");
}
