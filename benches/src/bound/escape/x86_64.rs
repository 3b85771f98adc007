//! The copies by SSE2, which every x86-64 processor has, and for long texts by AVX2 where there is.

use std::arch::x86_64::{
    __m128i, __m256i, _mm_cmpeq_epi8, _mm_cvtsi64_si128, _mm_loadu_si128, _mm_movemask_epi8,
    _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8, _mm_setzero_si128, _mm_storeu_si128,
    _mm256_broadcastsi128_si256, _mm256_cmpeq_epi8, _mm256_loadu_si256, _mm256_movemask_epi8,
    _mm256_or_si256, _mm256_setzero_si256, _mm256_shuffle_epi8, _mm256_storeu_si256,
};

use super::{ENTITIES, entity};

/// Below this, asking whether there is AVX2 costs more than it brings.
const WIDE: usize = 96;

/// Bytes that need an entity, as all ones. `&` and `"` differ in one bit, and so do `<` and `>`.
#[inline(always)]
fn special(bytes: __m128i) -> __m128i {
    // SAFETY: every x86-64 processor has SSE2.
    unsafe {
        let one = _mm_cmpeq_epi8(
            _mm_or_si128(bytes, _mm_set1_epi8(4)),
            _mm_set1_epi8(b'&'.cast_signed()),
        );
        let other = _mm_cmpeq_epi8(
            _mm_or_si128(bytes, _mm_set1_epi8(2)),
            _mm_set1_epi8(b'>'.cast_signed()),
        );
        _mm_or_si128(one, other)
    }
}

#[inline(always)]
fn mask(special: __m128i) -> u64 {
    // SAFETY: every x86-64 processor has SSE2.
    u64::from(unsafe { _mm_movemask_epi8(special) }.cast_unsigned())
}

#[inline(always)]
unsafe fn load(from: *const u8) -> __m128i {
    // SAFETY: the caller gives sixteen bytes to read.
    unsafe { _mm_loadu_si128(from.cast()) }
}

#[inline(always)]
unsafe fn store(to: *mut u8, bytes: __m128i) {
    // SAFETY: the caller gives sixteen bytes to write.
    unsafe { _mm_storeu_si128(to.cast(), bytes) }
}

/// Copies up to 64 bytes, and says whether that is all there is to do.
///
/// # Safety
///
/// `length` bytes can be read, and written.
#[inline(always)]
pub(super) unsafe fn short(from: *const u8, length: usize, to: *mut u8) -> bool {
    // SAFETY: within a class, all loads and stores are inside of `length` bytes.
    unsafe {
        if length <= 16 {
            return tiny(from, length, to);
        }
        let (first, last) = (load(from), load(from.add(length - 16)));
        let mut found = _mm_or_si128(special(first), special(last));
        if length > 32 {
            let (second, third) = (load(from.add(16)), load(from.add(length - 32)));
            found = _mm_or_si128(found, _mm_or_si128(special(second), special(third)));
            store(to.add(16), second);
            store(to.add(length - 32), third);
        }
        store(to, first);
        store(to.add(length - 16), last);
        mask(found) == 0
    }
}

/// The same for up to sixteen bytes.
///
/// # Safety
///
/// As of [`short`].
#[inline(always)]
unsafe fn tiny(from: *const u8, length: usize, to: *mut u8) -> bool {
    // SAFETY: as in `short`.
    unsafe {
        if length >= 8 {
            let first = from.cast::<u64>().read_unaligned();
            let last = from.add(length - 8).cast::<u64>().read_unaligned();
            to.cast::<u64>().write_unaligned(first);
            to.add(length - 8).cast::<u64>().write_unaligned(last);
            mask(special(_mm_set_epi64x(
                last.cast_signed(),
                first.cast_signed(),
            ))) == 0
        } else if length >= 4 {
            let first = from.cast::<u32>().read_unaligned();
            let last = from.add(length - 4).cast::<u32>().read_unaligned();
            to.cast::<u32>().write_unaligned(first);
            to.add(length - 4).cast::<u32>().write_unaligned(last);
            let both = u64::from(first) | (u64::from(last) << 32);
            mask(special(_mm_cvtsi64_si128(both.cast_signed()))) == 0
        } else if length > 0 {
            // First, middle and last are all bytes of up to three.
            let (first, middle, last) = (*from, *from.add(length / 2), *from.add(length - 1));
            to.write(first);
            to.add(length / 2).write(middle);
            to.add(length - 1).write(last);
            let all = u64::from(first) | (u64::from(middle) << 8) | (u64::from(last) << 16);
            mask(special(_mm_cvtsi64_si128(all.cast_signed()))) == 0
        } else {
            true
        }
    }
}

/// Writes a block of 64 bytes of which `mask` says where the special ones are.
///
/// # Safety
///
/// 96 bytes behind `from` can be read, and six times 64 and 32 behind `to` written.
#[inline(always)]
unsafe fn walk(from: *const u8, length: usize, mut mask: u64, mut to: *mut u8) -> *mut u8 {
    let mut at = 0;
    // SAFETY: a run begins inside of the 64 bytes, and `run` goes at most 32 beyond its end.
    unsafe {
        while mask != 0 {
            let hit = mask.trailing_zeros() as usize;
            to = run(from.add(at), hit - at, to);
            to = entity(*from.add(hit), to);
            at = hit + 1;
            mask &= mask - 1;
        }
        run(from.add(at), length - at, to)
    }
}

/// Copies a run in whole vectors, two of them at least: most runs end within two, and which are longer than one
/// cannot be predicted.
///
/// # Safety
///
/// `length` and 32 bytes more can be read and written.
#[inline(always)]
unsafe fn run(from: *const u8, length: usize, to: *mut u8) -> *mut u8 {
    // SAFETY: as the caller says.
    unsafe {
        store(to, load(from));
        store(to.add(16), load(from.add(16)));
        let mut done = 32;
        while done < length {
            store(to.add(done), load(from.add(done)));
            done += 16;
        }
        to.add(length)
    }
}

/// Writes up to 64 bytes, some of which are special.
///
/// # Safety
///
/// `length` bytes can be read, and six times as many and 64 written.
#[cold]
#[inline(never)]
pub(super) unsafe fn careful(from: *const u8, length: usize, mut to: *mut u8) -> *mut u8 {
    let mut at = 0;
    // SAFETY: runs are copied without reading more than `length` bytes.
    unsafe {
        let mut bits = bits(from, length);
        while bits != 0 {
            let hit = bits.trailing_zeros() as usize;
            to = careful_run(from.add(at), hit - at, length - at, to);
            to = entity(*from.add(hit), to);
            at = hit + 1;
            bits &= bits - 1;
        }
        careful_run(from.add(at), length - at, length - at, to)
    }
}

/// Where up to 64 bytes are special.
///
/// # Safety
///
/// `length` bytes can be read.
#[inline(always)]
unsafe fn bits(from: *const u8, length: usize) -> u64 {
    // SAFETY: within a class, all loads are inside of `length` bytes.
    unsafe {
        let vector = |at: usize| mask(special(load(from.add(at)))) << at;
        if length > 32 {
            vector(0) | vector(16) | vector(length - 32) | vector(length - 16)
        } else if length > 16 {
            vector(0) | vector(length - 16)
        } else if length >= 8 {
            let halves = [0, length - 8].map(|at| from.add(at).cast::<i64>().read_unaligned());
            let both = mask(special(_mm_set_epi64x(halves[1], halves[0])));
            (both & 0xff) | ((both >> 8) << (length - 8))
        } else {
            let byte = |at: usize| u64::from(ENTITIES[*from.add(at) as usize] != 0) << at;
            (0..length).map(byte).sum()
        }
    }
}

/// Copies a run of which no more than `readable` bytes can be read.
///
/// The text could be copied to where more can be read, but loads right behind stores of other sizes wait for them.
///
/// # Safety
///
/// `readable` bytes can be read, `length` is at most that, and `length` and 16 bytes can be written.
#[inline(always)]
unsafe fn careful_run(from: *const u8, length: usize, readable: usize, to: *mut u8) -> *mut u8 {
    // SAFETY: as the caller says.
    unsafe {
        if length >= 16 {
            let mut done = 0;
            while done < length - 16 {
                store(to.add(done), load(from.add(done)));
                done += 16;
            }
            store(to.add(length - 16), load(from.add(length - 16)));
        } else if readable >= 16 {
            store(to, load(from));
        } else {
            tiny(from, length, to);
        }
        to.add(length)
    }
}

/// Writes more than 64 bytes.
///
/// # Safety
///
/// Six times the length of the text and 64 bytes can be written.
#[inline(never)]
pub(super) unsafe fn long(text: &[u8], to: *mut u8) -> *mut u8 {
    // SAFETY: the wide one runs where there is AVX2.
    unsafe {
        if text.len() >= WIDE && is_x86_feature_detected!("avx2") {
            return long_wide(text, to);
        }
        let clean = |from: *const u8, to: *mut u8| {
            let mut found = _mm_setzero_si128();
            for vector in 0..8 {
                let bytes = load(from.add(16 * vector));
                store(to.add(16 * vector), bytes);
                found = _mm_or_si128(found, special(bytes));
            }
            mask(found) == 0
        };
        blocks(text, to, clean, |from, to| {
            let mut bits = 0;
            for vector in 0..4 {
                let bytes = load(from.add(16 * vector));
                store(to.add(16 * vector), bytes);
                bits |= mask(special(bytes)) << (16 * vector);
            }
            bits
        })
    }
}

/// As [`special`], for 32 bytes: each byte is compared with the special one that ends in the same four bits.
#[inline]
#[target_feature(enable = "avx2")]
fn special_wide(bytes: __m256i) -> __m256i {
    let mut ends = [0; 16];
    // Nothing is its own entry but the special ones: not zero either.
    ends[0] = 1;
    for byte in *b"&<>\"" {
        ends[usize::from(byte & 15)] = byte.cast_signed();
    }
    // SAFETY: sixteen bytes are read from sixteen.
    let ends = _mm256_broadcastsi128_si256(unsafe { load(ends.as_ptr().cast()) });
    _mm256_cmpeq_epi8(_mm256_shuffle_epi8(ends, bytes), bytes)
}

/// As [`mask`], for 32 bytes.
#[inline]
#[target_feature(enable = "avx2")]
fn mask_wide(special: __m256i) -> u64 {
    u64::from(_mm256_movemask_epi8(special).cast_unsigned())
}

/// The same by vectors of 32 bytes.
///
/// # Safety
///
/// The processor has AVX2, and the rest as of [`long`].
#[target_feature(enable = "avx2")]
unsafe fn long_wide(text: &[u8], to: *mut u8) -> *mut u8 {
    // SAFETY: `blocks` gives 64 bytes to read and to write.
    unsafe {
        let clean = |from: *const u8, to: *mut u8| {
            let mut found = _mm256_setzero_si256();
            for vector in 0..4 {
                let bytes = _mm256_loadu_si256(from.add(32 * vector).cast());
                _mm256_storeu_si256(to.add(32 * vector).cast(), bytes);
                found = _mm256_or_si256(found, special_wide(bytes));
            }
            mask_wide(found) == 0
        };
        blocks(text, to, clean, |from, to| {
            let (first, second) = (
                _mm256_loadu_si256(from.cast()),
                _mm256_loadu_si256(from.add(32).cast()),
            );
            _mm256_storeu_si256(to.cast(), first);
            _mm256_storeu_si256(to.add(32).cast(), second);
            mask_wide(special_wide(first)) | (mask_wide(special_wide(second)) << 32)
        })
    }
}

/// Writes more than 64 bytes, in blocks that `copy` copies, returning where they are special.
///
/// After a block where nothing is, there is probably nothing in the next: `clean` copies 128 bytes, and says
/// whether that is all there is to do.
///
/// # Safety
///
/// As of [`long`].
#[inline(always)]
unsafe fn blocks(
    text: &[u8],
    mut to: *mut u8,
    clean: impl Fn(*const u8, *mut u8) -> bool,
    copy: impl Fn(*const u8, *mut u8) -> u64,
) -> *mut u8 {
    let (mut from, mut left) = (text.as_ptr(), text.len());
    // SAFETY: 64 bytes are left for each block, and 32 more before vectors of `walk` read beyond it.
    unsafe {
        while left >= 64 {
            let bits = copy(from, to);
            to = if bits == 0 {
                to.add(64)
            } else if left >= 96 {
                walk(from, 64, bits, to)
            } else {
                careful(from, 64, to)
            };
            from = from.add(64);
            left -= 64;
            while bits == 0 && left >= 128 && clean(from, to) {
                from = from.add(128);
                to = to.add(128);
                left -= 128;
            }
        }
        if short(from, left, to) {
            return to.add(left);
        }
        careful(from, left, to)
    }
}
