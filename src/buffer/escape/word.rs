//! Blocks of eight bytes as plain words, for processors without vectors that are known here.

use std::ptr;

use super::move_word;

/// Bytes in a block.
pub(super) const BLOCK: usize = 8;
/// Bytes that are looked at together.
pub(super) const TURN: usize = BLOCK;

/// Places in a turn: the top bit of each byte.
pub(super) type Found = u64;

/// The first place.
#[inline]
pub(super) const fn place(found: Found) -> usize {
    found.trailing_zeros() as usize / 8
}

/// The places without the first one.
#[inline]
pub(super) const fn others(found: Found) -> Found {
    found & (found - 1)
}

/// `byte` in all lanes of a word.
const fn lanes(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; BLOCK])
}

/// Which bytes may have an entity. All that have one are found; line feeds too, and the byte behind one can be
/// found in vain.
#[inline]
const fn suspects(word: u64) -> Found {
    // Bits that differ only between `&` and `"`, and between `<` and `>`, are set first: one test for both.
    zeros((word | lanes(4)) ^ lanes(b'&'))
        | zeros((word | lanes(2)) ^ lanes(b'>'))
        | zeros(word ^ lanes(b'\r'))
        | zeros(word ^ lanes(b'\n'))
        | zeros(word)
}

/// The top bit of each byte that is zero: only then does a subtraction borrow into it, or from the byte before.
#[inline]
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(lanes(1)) & !word & lanes(0x80)
}

/// Copies a turn and tells where something may have to be replaced in it.
///
/// # Safety
///
/// A turn can be read at `from` and written at `at`.
#[inline]
pub(super) unsafe fn copy_turn(at: *mut u8, from: *const u8) -> Found {
    // SAFETY: the caller's.
    suspects(unsafe { move_word::<u64>(at, from) }.to_le())
}

/// Where something may have to be replaced in a text of at most a turn.
///
/// # Safety
///
/// The text can be read at `from`.
#[inline]
pub(super) unsafe fn places(from: *const u8, length: usize) -> Found {
    // Letters, where the text has no byte.
    let mut turn = [b'x'; TURN];
    // SAFETY: the caller's; a turn is no shorter than the text.
    unsafe {
        ptr::copy_nonoverlapping(from, turn.as_mut_ptr(), length);
        suspects(u64::from_le_bytes(turn))
    }
}

/// Copies a text of at most a turn and tells whether there is nothing to replace in it.
///
/// # Safety
///
/// The text can be read at `from` and written at `at`.
#[inline]
pub(super) unsafe fn copy(at: *mut u8, from: *const u8, length: usize) -> bool {
    // Letters, where the text has no byte.
    let mut turn = [b'x'; TURN];
    // SAFETY: the caller's; a turn is no shorter than the text.
    unsafe {
        ptr::copy_nonoverlapping(from, at, length);
        ptr::copy_nonoverlapping(from, turn.as_mut_ptr(), length);
    }
    suspects(u64::from_le_bytes(turn)) == 0
}
