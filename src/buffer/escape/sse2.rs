//! Blocks of sixteen bytes by SSE2, which every x86-64 processor has.

use std::arch::x86_64::{
    __m128i, _mm_cmpeq_epi8, _mm_cvtsi64_si128, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8,
    _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8, _mm_storeu_si128,
};
use std::ptr;

use super::move_word;

/// Bytes in a block.
pub(super) const BLOCK: usize = 16;
/// Bytes that are looked at together.
pub(super) const TURN: usize = 4 * BLOCK;

/// Places in a turn, one bit each.
pub(super) type Found = u64;

/// The first place.
#[inline]
pub(super) const fn place(found: Found) -> usize {
    found.trailing_zeros() as usize
}

/// The places without the first one.
#[inline]
pub(super) const fn others(found: Found) -> Found {
    found & (found - 1)
}

/// Which bytes of a block may have an entity. All that have one are found; control characters are found in vain.
#[inline]
fn suspects(block: __m128i) -> __m128i {
    // SAFETY: SSE2 is part of x86-64.
    unsafe {
        // `&` and `"` differ in one bit, and so do `<` and `>`.
        let quotes = _mm_cmpeq_epi8(
            _mm_or_si128(block, _mm_set1_epi8(4)),
            _mm_set1_epi8(b'&'.cast_signed()),
        );
        let angles = _mm_cmpeq_epi8(
            _mm_or_si128(block, _mm_set1_epi8(2)),
            _mm_set1_epi8(b'>'.cast_signed()),
        );
        let controls = _mm_cmpeq_epi8(
            _mm_min_epu8(block, _mm_set1_epi8(b'\r'.cast_signed())),
            block,
        );
        _mm_or_si128(_mm_or_si128(quotes, angles), controls)
    }
}

/// The places of suspects, one bit each.
#[inline]
fn bits(suspects: __m128i) -> Found {
    // SAFETY: SSE2 is part of x86-64.
    u64::from(unsafe { _mm_movemask_epi8(suspects) }.cast_unsigned())
}

/// Copies a block and returns what it holds.
///
/// # Safety
///
/// A block can be read at `from` and written at `at`.
#[inline]
unsafe fn move_block(at: *mut u8, from: *const u8) -> __m128i {
    // SAFETY: the caller's; neither has to be aligned.
    unsafe {
        let block = _mm_loadu_si128(from.cast());
        _mm_storeu_si128(at.cast(), block);
        block
    }
}

/// Copies a turn and tells where something may have to be replaced in it.
///
/// # Safety
///
/// A turn can be read at `from` and written at `at`.
#[inline]
pub(super) unsafe fn copy_turn(at: *mut u8, from: *const u8) -> Found {
    // SAFETY: the caller's.
    let found = |start: usize| unsafe {
        bits(suspects(move_block(at.add(start), from.add(start)))) << start
    };
    found(0) | found(16) | found(32) | found(48)
}

/// Copies a text of at most a turn and tells whether there is nothing to replace in it.
///
/// One question for the size, then pieces that overlap: lengths cannot be predicted, so each further branch would
/// cost more than what is copied twice.
///
/// # Safety
///
/// The text can be read at `from` and written at `at`.
#[expect(clippy::inline_always, reason = "it is the body of `escape`")]
#[inline(always)]
pub(super) unsafe fn copy(at: *mut u8, from: *const u8, length: usize) -> bool {
    // SAFETY: each piece is within the text, because the text is as long as its class says.
    let block = |start: usize| unsafe { suspects(move_block(at.add(start), from.add(start))) };
    let found = if length > 32 {
        either(
            either(block(0), block(16)),
            either(block(length - 32), block(length - 16)),
        )
    } else if length > 16 {
        either(block(0), block(length - 16))
    } else {
        // SAFETY: the text is at most a block.
        unsafe { suspects(move_words(at, from, length)) }
    };
    bits(found) == 0
}

#[inline]
fn either(one: __m128i, other: __m128i) -> __m128i {
    // SAFETY: SSE2 is part of x86-64.
    unsafe { _mm_or_si128(one, other) }
}

/// Copies at most a block, in words, and returns its bytes in any order, some of them more than once.
///
/// # Safety
///
/// As [`copy`].
#[expect(clippy::inline_always, reason = "as above")]
#[inline(always)]
unsafe fn move_words(at: *mut u8, from: *const u8, length: usize) -> __m128i {
    // SAFETY: each piece is within the text.
    unsafe {
        if length >= 8 {
            let last = length - 8;
            let words = (
                move_word::<i64>(at, from),
                move_word::<i64>(at.add(last), from.add(last)),
            );
            return _mm_set_epi64x(words.1, words.0);
        }
        let word = if length >= 4 {
            let last = length - 4;
            let words = (
                move_word::<u32>(at, from),
                move_word::<u32>(at.add(last), from.add(last)),
            );
            u64::from(words.0) | u64::from(words.1) << 32
        } else if length > 0 {
            let (middle, last) = (length / 2, length - 1);
            let (first, second) = (
                move_word::<u8>(at, from),
                move_word::<u8>(at.add(middle), from.add(middle)),
            );
            let third = move_word::<u8>(at.add(last), from.add(last));
            u64::from_le_bytes([first, second, third, b'x', b'x', b'x', b'x', b'x'])
        } else {
            u64::from_le_bytes([b'x'; 8])
        };
        let word = word.cast_signed();
        _mm_set_epi64x(word, word)
    }
}

/// Where something may have to be replaced in a text of at most a turn.
///
/// It is read from the text: to read a copy back that was just written in pieces, the processor would have to wait.
///
/// # Safety
///
/// The text can be read at `from`.
#[inline]
pub(super) unsafe fn places(from: *const u8, length: usize) -> Found {
    // SAFETY: each piece is within the text.
    unsafe {
        let block = |start: usize| bits(suspects(_mm_loadu_si128(from.add(start).cast()))) << start;
        if length > 32 {
            return block(0) | block(16) | block(length - 32) | block(length - 16);
        }
        if length >= 16 {
            return block(0) | block(length - 16);
        }
        let word = |word: u64, start: usize| {
            bits(suspects(_mm_cvtsi64_si128(word.cast_signed()))) << start
        };
        if length >= 8 {
            let at = |start: usize| ptr::read_unaligned(from.add(start).cast::<u64>());
            return word(at(0), 0) & 0xff | word(at(length - 8), length - 8) & 0xff << (length - 8);
        }
        (0..length).fold(0, |found, i| {
            found | (word(u64::from(*from.add(i)), 0) & 1) << i
        })
    }
}
