//! The article by hand.

use super::writer::{Learned, Writer};
use crate::workloads::article::Article;

static LEARNED: Learned = Learned::new();

pub(crate) fn article(text: &Article) -> String {
    let mut out = Writer::new(&LEARNED);
    out.room(16);
    out.put(b"<article>");
    for paragraph in &text.paragraphs {
        out.room(8 + 6 * paragraph.len());
        out.put(b"<p>");
        out.text(paragraph);
        out.put(b"</p>");
    }
    out.room(16);
    out.put(b"</article>");
    out.finish()
}
