//! Blocks of sixteen bytes by NEON, which every aarch64 processor has.

use std::arch::aarch64::{
    uint8x16_t, vceqq_u8, vcleq_u8, vcombine_u8, vcreate_u8, vdupq_n_u8, vget_lane_u64, vld1q_u8,
    vmaxvq_u8, vorrq_u8, vreinterpret_u64_u8, vreinterpretq_u16_u8, vshrn_n_u16, vst1q_u8,
};
use std::ptr;

use super::move_word;

/// Bytes in a block.
pub(super) const BLOCK: usize = 16;
/// Bytes that are looked at together.
pub(super) const TURN: usize = BLOCK;

/// Places in a turn: four bits each.
pub(super) type Found = u64;

/// The first place.
#[inline]
pub(super) const fn place(found: Found) -> usize {
    found.trailing_zeros() as usize / 4
}

/// The places without the first one.
#[inline]
pub(super) const fn others(found: Found) -> Found {
    found & !(0xf << (place(found) * 4))
}

/// Which bytes of a block may have an entity. All that have one are found; control characters are found in vain.
#[inline]
fn suspects(block: uint8x16_t) -> uint8x16_t {
    // SAFETY: NEON is part of aarch64.
    unsafe {
        // `&` and `"` differ in one bit, and so do `<` and `>`.
        let quotes = vceqq_u8(vorrq_u8(block, vdupq_n_u8(4)), vdupq_n_u8(b'&'));
        let angles = vceqq_u8(vorrq_u8(block, vdupq_n_u8(2)), vdupq_n_u8(b'>'));
        let controls = vcleq_u8(block, vdupq_n_u8(b'\r'));
        vorrq_u8(vorrq_u8(quotes, angles), controls)
    }
}

#[inline]
fn is_clean(suspects: uint8x16_t) -> bool {
    // SAFETY: NEON is part of aarch64.
    unsafe { vmaxvq_u8(suspects) == 0 }
}

/// Copies a turn and tells where something may have to be replaced in it.
///
/// # Safety
///
/// A turn can be read at `from` and written at `at`.
#[inline]
pub(super) unsafe fn copy_turn(at: *mut u8, from: *const u8) -> Found {
    // SAFETY: the caller's; neither has to be aligned.
    unsafe {
        let block = vld1q_u8(from);
        vst1q_u8(at, block);
        bits(suspects(block))
    }
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
        bits(suspects(vld1q_u8(turn.as_ptr())))
    }
}

/// Each byte is all ones or all zeros; half of it is kept.
#[inline]
fn bits(suspects: uint8x16_t) -> Found {
    // SAFETY: NEON is part of aarch64.
    unsafe {
        let halves = vshrn_n_u16::<4>(vreinterpretq_u16_u8(suspects));
        vget_lane_u64::<0>(vreinterpret_u64_u8(halves))
    }
}

/// Copies a text of at most a turn and tells whether there is nothing to replace in it.
///
/// # Safety
///
/// The text can be read at `from` and written at `at`.
#[expect(clippy::inline_always, reason = "it is the body of `escape`")]
#[inline(always)]
pub(super) unsafe fn copy(at: *mut u8, from: *const u8, length: usize) -> bool {
    // SAFETY: each piece is within the text, because the text is as long as its class says.
    unsafe {
        let (first, second) = if length >= 8 {
            let last = length - 8;
            (
                move_word::<u64>(at, from),
                move_word::<u64>(at.add(last), from.add(last)),
            )
        } else if length >= 4 {
            let last = length - 4;
            let words = (
                move_word::<u32>(at, from),
                move_word::<u32>(at.add(last), from.add(last)),
            );
            let both = u64::from(words.0) | u64::from(words.1) << 32;
            (both, both)
        } else if length > 0 {
            let (middle, last) = (length / 2, length - 1);
            let bytes = [
                move_word::<u8>(at, from),
                move_word::<u8>(at.add(middle), from.add(middle)),
                move_word::<u8>(at.add(last), from.add(last)),
            ];
            let word =
                u64::from_le_bytes([bytes[0], bytes[1], bytes[2], b'x', b'x', b'x', b'x', b'x']);
            (word, word)
        } else {
            return true;
        };
        is_clean(suspects(vcombine_u8(vcreate_u8(first), vcreate_u8(second))))
    }
}
