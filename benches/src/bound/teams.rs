//! The page of teams by hand.

use super::writer::{INTEGER, Learned, Writer};
use crate::workloads::teams::Season;

static LEARNED: Learned = Learned::new();

pub(crate) fn teams(season: &Season) -> String {
    let mut out = Writer::new(&LEARNED);
    out.room(128 + 2 * INTEGER);
    out.put(b"<html><head><title>");
    out.integer(season.year);
    out.put(b"</title></head><body><h1>CSL ");
    out.integer(season.year);
    out.put(b"</h1><ul>");
    for (i, team) in season.teams.iter().enumerate() {
        out.room(64 + INTEGER + 6 * team.name.len());
        if i == 0 {
            out.put(b"<li class=\"champion\"><b>");
        } else {
            out.put(b"<li class=\"\"><b>");
        }
        out.text(&team.name);
        out.put(b"</b>: ");
        out.integer(team.score);
        out.put(b"</li>");
    }
    out.room(32);
    out.put(b"</ul></body></html>");
    out.finish()
}
