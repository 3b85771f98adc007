//! Places in a source, and edits of it.
//!
//! The fixture is plain ASCII, so that a column is a byte, whatever a server counts in.

use lsp_types::{Position, TextEdit};

/// What stands for the cursor in a piece of source.
const CURSOR: char = '^';

/// The place of the cursor in the one occurrence of a piece: `place(source, "s.^count > 1")`.
///
/// # Panics
///
/// If the piece is not there exactly once, or has no cursor.
pub fn place(source: &str, piece: &str) -> Position {
    let (before, after) = piece.split_once(CURSOR).expect("a piece has a cursor: `^`");
    let whole = [before, after].concat();
    let mut found = source.match_indices(&whole);
    let (Some((start, _)), None) = (found.next(), found.next()) else {
        panic!("`{whole}` does not stand in the source exactly once");
    };
    let ahead = &source[..start + before.len()];
    let line = ahead.matches('\n').count();
    let column = ahead.len() - ahead.rfind('\n').map_or(0, |end| end + 1);
    Position::new(number(line), number(column))
}

/// The source with all of the edits.
pub fn applied(source: &str, mut edits: Vec<TextEdit>) -> String {
    // From the end, so that what is still to come stays where it is.
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
    let mut source = source.to_owned();
    for edit in edits {
        let range = offset(&source, edit.range.start)..offset(&source, edit.range.end);
        source.replace_range(range, &edit.new_text);
    }
    source
}

fn offset(source: &str, at: Position) -> usize {
    let lines = source.split_inclusive('\n').take(at.line as usize);
    lines.map(str::len).sum::<usize>() + at.character as usize
}

fn number(number: usize) -> u32 {
    u32::try_from(number).expect("a source has fewer than 2³² lines and columns")
}
