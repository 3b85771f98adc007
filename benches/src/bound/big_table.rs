//! The table of integers by hand.

use super::writer::{INTEGER, Learned, Writer};
use crate::workloads::big_table::Table;

static LEARNED: Learned = Learned::new();

pub(crate) fn big_table(table: &Table) -> String {
    let mut out = Writer::new(&LEARNED);
    out.room(7);
    out.put(b"<table>");
    for row in &table.rows {
        out.room(4 + 5 + 8 + row.len() * (4 + INTEGER + 5));
        out.put(b"<tr>");
        if let Some((first, rest)) = row.split_first() {
            out.put(b"<td>");
            out.integer(*first);
            for cell in rest {
                out.put(b"</td><td>");
                out.integer(*cell);
            }
            out.put(b"</td>");
        }
        out.put(b"</tr>");
    }
    out.room(8);
    out.put(b"</table>");
    out.finish()
}
