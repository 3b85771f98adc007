//! Which bytes become entities, and the one pass that copies text and writes them.
//!
//! One table serves text and attribute values, because every attribute value is written between double
//! quotes. It holds what the HTML parser would change or act on: `&`, `<`, `>`, `"`, the carriage return
//! that it normalises to a line feed, and the NUL that it drops
//! (<https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream>).
//! The macro crate escapes literals at compile time with a copy of this table; `tests/parity` compares
//! the two over all of ASCII.
//!
//! Text is copied a block at a time, and each block is looked at while it is copied. The worst text grows by the
//! factor [`WORST`], so room for that is asked once, before. In a block with a hit, the entities are written over
//! the copy, each as one word, and what follows it is copied again.

#![expect(
    unsafe_code,
    reason = "copies blocks into reserved memory, each with its room beside it"
)]

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
#[path = "escape/neon.rs"]
mod block;
#[cfg(target_arch = "x86_64")]
#[path = "escape/sse2.rs"]
mod block;
#[cfg(not(any(
    target_arch = "x86_64",
    all(target_arch = "aarch64", target_feature = "neon")
)))]
#[path = "escape/word.rs"]
mod block;

use std::ptr;

use super::{Buffer, Target};
use block::{BLOCK, Found, TURN, copy, copy_turn, others, place, places};

/// How many bytes a byte can become: `&quot;`.
const WORST: usize = 6;
/// Bytes behind the end that may be written, with no meaning: a block is written whole.
const SLACK: usize = BLOCK;
/// Less than this is not worth a piece of its own.
const PIECE: usize = 256;

/// The entity that stands for `byte`, if it cannot stand for itself.
const fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\r' => Some("&#13;"),
        // No entity yields U+0000; the replacement character is what the tokenizer uses elsewhere.
        0 => Some("\u{FFFD}"),
        _ => None,
    }
}

/// The line feed in a field of an event, where it would end the line.
pub(super) const LINE_FEED: &str = "&#10;";

/// What each byte becomes, to be written as one word: up to seven bytes, and in the last one their number.
type Table = [[u8; 8]; 256];

static PAGE: Table = table(false);
static LINE: Table = table(true);

const fn table(is_line: bool) -> Table {
    let mut table = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "all numbers that a byte can be"
        )]
        let plain = [byte as u8];
        let written = match entity(plain[0]) {
            Some(entity) => entity.as_bytes(),
            None if is_line && plain[0] == b'\n' => LINE_FEED.as_bytes(),
            None => &plain,
        };
        let mut i = 0;
        while i < written.len() {
            table[byte][i] = written[i];
            i += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most six")]
        {
            table[byte][7] = written.len() as u8;
        }
        byte += 1;
    }
    table
}

/// Writes `text` at `at`, where `left` bytes have room, with every byte of the table replaced by its entity, and
/// makes sure of `rest` bytes of room behind it. Returns the end and the room there.
///
/// A function of its own: inlined, it would cost each splice of a template hundreds of bytes of code. Here is what
/// most texts are, short and clean; everything else goes on where it has registers to save.
///
/// # Safety
///
/// `at` is the end of `out`, and `left` the room there.
#[inline(never)]
pub(super) unsafe fn escape(
    out: &mut Buffer,
    at: *mut u8,
    left: usize,
    text: &str,
    rest: usize,
) -> (*mut u8, usize) {
    let length = text.len();
    // SAFETY: where there is no room for the worst text and the slack, `escape_tight` makes it.
    unsafe {
        if !is_sure(length, left, rest) {
            escape_tight(out, at, left, text, rest)
        } else if length <= TURN && copy(at, text.as_ptr(), length) {
            (at.add(length), left - length)
        } else {
            escape_roomy(out, at, left, text, rest)
        }
    }
}

/// The same where the worst text has room. It has the arguments of [`escape`], to go on there with a jump.
///
/// # Safety
///
/// There is room for the worst text and the slack.
#[inline(never)]
unsafe fn escape_roomy(
    out: &mut Buffer,
    at: *mut u8,
    left: usize,
    text: &str,
    _: usize,
) -> (*mut u8, usize) {
    // SAFETY: the caller's; the end is within the room.
    unsafe {
        let end = write(at, text.as_bytes(), out.table());
        (end, left - end.offset_from_unsigned(at))
    }
}

impl Buffer {
    /// What bytes become here.
    #[inline]
    fn table(&self) -> &'static Table {
        match self.target {
            Target::Page => &PAGE,
            Target::Line | Target::Lines => &LINE,
        }
    }
}

/// Whether the worst text of this length has room, with `rest` bytes behind it.
#[inline]
const fn is_sure(length: usize, left: usize, rest: usize) -> bool {
    length.saturating_mul(WORST) <= left.saturating_sub(rest.saturating_add(SLACK))
}

/// Room in which this text is written without a question.
#[inline]
pub(super) const fn room_for(text: &str) -> usize {
    text.len().saturating_mul(WORST).saturating_add(SLACK)
}

/// The same where the worst text would not have room: what surely has is written, then the rest is counted.
///
/// # Safety
///
/// As [`escape`].
#[cold]
#[inline(never)]
unsafe fn escape_tight(
    out: &mut Buffer,
    mut at: *mut u8,
    mut left: usize,
    text: &str,
    rest: usize,
) -> (*mut u8, usize) {
    let mut text = text.as_bytes();
    loop {
        let (piece, others) = text.split_at(
            text.len()
                .min(left.saturating_sub(rest.saturating_add(SLACK)) / WORST),
        );
        if !others.is_empty() && piece.len() < PIECE {
            break;
        }
        // SAFETY: there is room for the worst piece and the slack.
        let end = unsafe { write(at, piece, out.table()) };
        // SAFETY: the end is within the room.
        left -= unsafe { end.offset_from_unsigned(at) };
        (at, text) = (end, others);
        if text.is_empty() {
            return (at, left);
        }
    }
    let size = most(text).saturating_add(rest.saturating_add(SLACK));
    if size > left {
        // SAFETY: what was written ends there.
        (at, left) = unsafe { out.grow(at, size) };
    }
    // SAFETY: there is room for this very text and the slack.
    let end = unsafe { write(at, text, out.table()) };
    // SAFETY: the end is within the room.
    (end, left - unsafe { end.offset_from_unsigned(at) })
}

/// How many bytes a text can have when it is escaped, as if each entity were the longest.
fn most(text: &[u8]) -> usize {
    // Counted in bytes, which makes it vector code.
    let special = |&byte: &u8| u8::from(is_special(byte)) | u8::from(byte == b'\n');
    let counts = text
        .chunks(255)
        .map(|part| usize::from(part.iter().map(special).sum::<u8>()));
    text.len()
        .saturating_add(counts.sum::<usize>().saturating_mul(WORST - 1))
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches it becomes vector code"
)]
const fn is_special(byte: u8) -> bool {
    (byte | 4 == b'&') | (byte | 2 == b'>') | (byte == b'\r') | (byte == 0)
}

/// Writes `text`, escaped, and returns its end.
///
/// # Safety
///
/// There is room for the escaped text, as long as [`most`] says, and `SLACK` bytes more.
#[inline(never)]
unsafe fn write(at: *mut u8, text: &[u8], table: &Table) -> *mut u8 {
    let (from, length) = (text.as_ptr(), text.len());
    // SAFETY: the caller's.
    unsafe {
        if length > TURN {
            write_long(at, from, length, table)
        } else {
            write_short(at, from, length, table)
        }
    }
}

/// Writes a text that is longer than a turn.
///
/// # Safety
///
/// As [`write`].
#[inline]
unsafe fn write_long(at: *mut u8, from: *const u8, length: usize, table: &Table) -> *mut u8 {
    // SAFETY: the caller's; where AVX2 is asked for, it is there.
    unsafe {
        #[cfg(target_arch = "x86_64")]
        if length >= avx2::LEAST && std::arch::is_x86_feature_detected!("avx2") {
            return avx2::write(at, from, length, table);
        }
        turns(at, from, length, table, |at, from| copy_turn(at, from))
    }
}

/// Writes a text turn by turn: `copy_turn` copies one and tells where something may have to be replaced.
///
/// # Safety
///
/// As [`write`]; and `copy_turn` reads and writes no more than a turn.
#[expect(
    clippy::inline_always,
    reason = "what it calls needs the processor's features of its caller"
)]
#[inline(always)]
unsafe fn turns(
    mut at: *mut u8,
    from: *const u8,
    length: usize,
    table: &Table,
    copy_turn: impl Fn(*mut u8, *const u8) -> Found,
) -> *mut u8 {
    let mut done = 0;
    // SAFETY: a turn is read where the text has one, and written where there is room for what is left of it.
    unsafe {
        while length - done >= TURN {
            let from = from.add(done);
            at = match copy_turn(at, from) {
                0 => at.add(TURN),
                found => walk(at, from, TURN, found, length - done, table),
            };
            done += TURN;
        }
        write_short(at, from.add(done), length - done, table)
    }
}

/// Writes at most a turn.
///
/// # Safety
///
/// As [`write`].
#[inline]
unsafe fn write_short(at: *mut u8, from: *const u8, length: usize, table: &Table) -> *mut u8 {
    // SAFETY: what is copied is within the text, and has room, because the escaped text is no shorter.
    unsafe {
        if copy(at, from, length) {
            at.add(length)
        } else {
            walk(at, from, length, places(from, length), length, table)
        }
    }
}

/// Writes again, with entities, a part that was copied, of which `found` says where something may have to be
/// replaced. From its beginning on, `readable` bytes can be read.
///
/// # Safety
///
/// As [`write`]; something was found, and the part is at most a turn.
#[inline]
unsafe fn walk(
    at: *mut u8,
    from: *const u8,
    length: usize,
    mut found: Found,
    readable: usize,
    table: &Table,
) -> *mut u8 {
    // SAFETY: runs are within the part, and the entities and runs up to here took no more than their share of room.
    unsafe {
        // The first run is in its place.
        let mut hit = place(found);
        let mut at = at.add(hit);
        loop {
            at = replace(at, table[usize::from(*from.add(hit))]);
            found = others(found);
            let done = hit + 1;
            hit = if found == 0 { length } else { place(found) };
            copy_run(at, from.add(done), hit - done, readable - done);
            at = at.add(hit - done);
            if found == 0 {
                return at;
            }
        }
    }
}

/// Copies a run, in whole blocks as long as they can be read.
///
/// # Safety
///
/// The run can be read and written, `readable` bytes can be read, and as many have room.
#[inline]
unsafe fn copy_run(at: *mut u8, from: *const u8, length: usize, readable: usize) {
    let mut done = 0;
    while done < length {
        // SAFETY: the caller's; what is not a block any more is less than a turn.
        unsafe {
            if readable - done < BLOCK {
                copy(at.add(done), from.add(done), length - done);
                return;
            }
            ptr::copy_nonoverlapping(from.add(done), at.add(done), BLOCK);
        }
        done += BLOCK;
    }
}

/// Writes what a byte becomes.
///
/// # Safety
///
/// There is room for a word.
#[inline]
unsafe fn replace(at: *mut u8, word: [u8; 8]) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe {
        ptr::copy_nonoverlapping(word.as_ptr(), at, word.len());
        at.add(usize::from(word[7]))
    }
}

/// Copies a word and returns it.
///
/// # Safety
///
/// It can be read at `from` and written at `at`.
#[inline]
unsafe fn move_word<W: Copy>(at: *mut u8, from: *const u8) -> W {
    // SAFETY: the caller's; neither has to be aligned.
    unsafe {
        let word = ptr::read_unaligned(from.cast::<W>());
        ptr::write_unaligned(at.cast(), word);
        word
    }
}

#[cfg(test)]
mod tests;
