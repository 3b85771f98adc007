//! The dashboard by hand: what components become when all of them are inlined.

use super::writer::{INTEGER, Learned, Writer};
use crate::workloads::nesting::{Dashboard, Tile};

static LEARNED: Learned = Learned::new();

pub(crate) fn nesting(dashboard: &Dashboard) -> String {
    let mut out = Writer::new(&LEARNED);
    out.room(128 + 6 * dashboard.title.len());
    out.put(b"<main class=\"page\"><div class=\"shell\"><header>");
    out.text(&dashboard.title);
    out.put(b"</header><div class=\"grid\">");
    for panel in &dashboard.panels {
        out.room(64 + 6 * panel.title.len());
        out.put(b"<section class=\"panel\"><h2>");
        out.text(&panel.title);
        out.put(b"</h2><div class=\"stack\">");
        for tile in &panel.tiles {
            write_tile(tile, &mut out);
        }
        out.room(32);
        out.put(b"</div></section>");
    }
    out.room(32);
    out.put(b"</div></div></main>");
    out.finish()
}

#[inline(always)]
fn write_tile(tile: &Tile, out: &mut Writer) {
    let labels = tile.entries.iter().map(|entry| entry.label.len());
    let entries: usize = labels.map(|label| 80 + INTEGER + 6 * label).sum();
    out.room(80 + 6 * tile.title.len() + entries);
    out.put(b"<article class=\"tile\"><h3>");
    out.text(&tile.title);
    out.put(b"</h3><div class=\"body\">");
    for entry in &tile.entries {
        out.put(b"<dl class=\"entry\"><div class=\"cell\"><dt>");
        out.text(&entry.label);
        out.put(b"</dt><dd>");
        out.integer(entry.value);
        out.put(b"</dd></div></dl>");
    }
    out.put(b"</div></article>");
}
