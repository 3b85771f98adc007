//! Long texts by AVX2, where the processor has it: twice as many bytes at a time.

use std::arch::x86_64::{
    __m256i, _mm_setr_epi8, _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8, _mm256_loadu_si256,
    _mm256_movemask_epi8, _mm256_shuffle_epi8, _mm256_storeu_si256,
};

use super::{Found, Table, turns};

/// From this length on it pays.
pub(super) const LEAST: usize = 128;

/// Bytes in a vector.
const VECTOR: usize = 32;

/// Which bytes have an entity. Those that have one differ in their low halves, by which each byte is compared with
/// the one that has an entity, if there is one; bytes beyond ASCII are compared with zero.
#[inline]
#[target_feature(enable = "avx2")]
fn suspects(vector: __m256i) -> __m256i {
    // No byte with such a low half has an entity, and none is this.
    const NO: i8 = -1;
    let by_low_half = _mm256_broadcastsi128_si256(_mm_setr_epi8(
        0,
        NO,
        b'"'.cast_signed(),
        NO,
        NO,
        NO,
        b'&'.cast_signed(),
        NO,
        NO,
        NO,
        b'\n'.cast_signed(),
        NO,
        b'<'.cast_signed(),
        b'\r'.cast_signed(),
        b'>'.cast_signed(),
        NO,
    ));
    _mm256_cmpeq_epi8(_mm256_shuffle_epi8(by_low_half, vector), vector)
}

/// Writes a text, escaped, and returns its end.
///
/// # Safety
///
/// As the `write` beside this module; and the processor has AVX2.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn write(at: *mut u8, from: *const u8, length: usize, table: &Table) -> *mut u8 {
    // SAFETY: `turns` gives a turn to read and to write, and the processor has what `copy_turn` needs.
    unsafe { turns(at, from, length, table, |at, from| copy_turn(at, from)) }
}

/// Copies a turn and tells where something may have to be replaced in it.
///
/// # Safety
///
/// A turn can be read at `from` and written at `at`.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn copy_turn(at: *mut u8, from: *const u8) -> Found {
    // SAFETY: the caller's; neither has to be aligned.
    unsafe {
        let (first, second) = (
            _mm256_loadu_si256(from.cast()),
            _mm256_loadu_si256(from.add(VECTOR).cast()),
        );
        _mm256_storeu_si256(at.cast(), first);
        _mm256_storeu_si256(at.add(VECTOR).cast(), second);
        bits(suspects(first)) | bits(suspects(second)) << VECTOR
    }
}

/// The places of suspects, one bit each.
#[inline]
#[target_feature(enable = "avx2")]
fn bits(suspects: __m256i) -> Found {
    u64::from(_mm256_movemask_epi8(suspects).cast_unsigned())
}
