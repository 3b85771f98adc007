//! Copies text while it looks for `&`, `<`, `>` and `"`.
//!
//! A load, a store and a test of sixteen bytes cost little more than the copy alone. Short texts are one of four
//! size classes, so that their lengths are one branch and not a loop; loads and stores overlap inside of a class.
//! Where something is found, the bits of the mask say where, and the runs between are copied as whole vectors.

#[cfg(target_arch = "x86_64")]
use x86_64::{careful, long, short};

#[cfg(not(target_arch = "x86_64"))]
use portable::{careful, long, short};

/// Writes `text` with entities, and returns where it ends.
///
/// # Safety
///
/// Six times the length of the text and 64 more bytes behind `to` can be written.
#[inline(always)]
pub(super) unsafe fn escape(text: &[u8], to: *mut u8) -> *mut u8 {
    // SAFETY: the caller's promise is the callees'.
    unsafe {
        if text.len() > 64 {
            return long(text, to);
        }
        if short(text.as_ptr(), text.len(), to) {
            return to.add(text.len());
        }
        careful(text.as_ptr(), text.len(), to)
    }
}

/// Entities by byte, with the length in the last of eight bytes; zero for what needs none.
static ENTITIES: [u64; 256] = {
    let mut entities = [0; 256];
    entities[b'&' as usize] = u64::from_le_bytes(*b"&amp;\0\0\x05");
    entities[b'<' as usize] = u64::from_le_bytes(*b"&lt;\0\0\0\x04");
    entities[b'>' as usize] = u64::from_le_bytes(*b"&gt;\0\0\0\x04");
    entities[b'"' as usize] = u64::from_le_bytes(*b"&quot;\0\x06");
    entities
};

/// Writes the entity of a byte that has one.
///
/// # Safety
///
/// Eight bytes behind `to` can be written.
#[inline(always)]
unsafe fn entity(byte: u8, to: *mut u8) -> *mut u8 {
    let entity = ENTITIES[byte as usize];
    // SAFETY: as the caller says; the length is at most six.
    unsafe {
        to.cast::<u64>().write_unaligned(entity.to_le());
        to.add((entity >> 56) as usize)
    }
}

#[cfg(target_arch = "x86_64")]
mod x86_64 {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_cvtsi64_si128, _mm_loadu_si128, _mm_movemask_epi8,
        _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8, _mm_storeu_si128, _mm256_cmpeq_epi8,
        _mm256_loadu_si256, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set1_epi8,
        _mm256_storeu_si256,
    };

    use super::entity;

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
    /// 80 bytes behind `from` can be read, and six times 64 and 16 behind `to` written.
    #[inline(always)]
    unsafe fn walk(from: *const u8, length: usize, mut mask: u64, mut to: *mut u8) -> *mut u8 {
        let mut at = 0;
        // SAFETY: a run begins inside of the 64 bytes and is copied in vectors, the last of which ends 16 after it.
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

    /// Copies a run in whole vectors.
    ///
    /// # Safety
    ///
    /// `length` and 16 bytes more can be read and written.
    #[inline(always)]
    unsafe fn run(from: *const u8, length: usize, to: *mut u8) -> *mut u8 {
        // SAFETY: as the caller says.
        unsafe {
            store(to, load(from));
            let mut done = 16;
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
    pub(super) unsafe fn careful(from: *const u8, length: usize, to: *mut u8) -> *mut u8 {
        let mut padded = [0_u8; 96];
        // SAFETY: the copy is long enough for the vectors of `walk`.
        unsafe {
            padded.as_mut_ptr().copy_from_nonoverlapping(from, length);
            let from = padded.as_ptr();
            let mut bits = 0;
            for vector in 0..4 {
                bits |= mask(special(load(from.add(16 * vector)))) << (16 * vector);
            }
            walk(from, length, bits, to)
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
            blocks(text, to, |from, to| {
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

    /// The same by vectors of 32 bytes.
    ///
    /// # Safety
    ///
    /// The processor has AVX2, and the rest as of [`long`].
    #[target_feature(enable = "avx2")]
    unsafe fn long_wide(text: &[u8], to: *mut u8) -> *mut u8 {
        // SAFETY: `blocks` gives 64 bytes to read and to write.
        unsafe {
            blocks(text, to, |from, to| {
                let mut bits = 0;
                for vector in 0..2 {
                    let bytes = _mm256_loadu_si256(from.add(32 * vector).cast());
                    _mm256_storeu_si256(to.add(32 * vector).cast(), bytes);
                    let one = _mm256_cmpeq_epi8(
                        _mm256_or_si256(bytes, _mm256_set1_epi8(4)),
                        _mm256_set1_epi8(b'&'.cast_signed()),
                    );
                    let other = _mm256_cmpeq_epi8(
                        _mm256_or_si256(bytes, _mm256_set1_epi8(2)),
                        _mm256_set1_epi8(b'>'.cast_signed()),
                    );
                    let found = _mm256_movemask_epi8(_mm256_or_si256(one, other));
                    bits |= u64::from(found.cast_unsigned()) << (32 * vector);
                }
                bits
            })
        }
    }

    /// Writes more than 64 bytes, in blocks that `copy` copies, returning where they are special.
    ///
    /// # Safety
    ///
    /// As of [`long`].
    #[inline(always)]
    unsafe fn blocks(
        text: &[u8],
        mut to: *mut u8,
        copy: impl Fn(*const u8, *mut u8) -> u64,
    ) -> *mut u8 {
        let (mut from, mut left) = (text.as_ptr(), text.len());
        // SAFETY: 64 bytes are left for each block, and 16 more before vectors of `walk` read beyond it.
        unsafe {
            while left >= 64 {
                let bits = copy(from, to);
                to = if bits == 0 {
                    to.add(64)
                } else if left >= 80 {
                    walk(from, 64, bits, to)
                } else {
                    careful(from, 64, to)
                };
                from = from.add(64);
                left -= 64;
            }
            if short(from, left, to) {
                return to.add(left);
            }
            careful(from, left, to)
        }
    }
}

/// One byte after the other, where the vectors have not been written.
#[cfg(not(target_arch = "x86_64"))]
mod portable {
    use super::{ENTITIES, entity};

    pub(super) unsafe fn short(_: *const u8, length: usize, _: *mut u8) -> bool {
        length == 0
    }

    pub(super) unsafe fn long(text: &[u8], to: *mut u8) -> *mut u8 {
        // SAFETY: the caller's promise is the same.
        unsafe { careful(text.as_ptr(), text.len(), to) }
    }

    pub(super) unsafe fn careful(from: *const u8, length: usize, mut to: *mut u8) -> *mut u8 {
        // SAFETY: the caller gives `length` bytes, and room for an entity of each.
        for byte in unsafe { std::slice::from_raw_parts(from, length) } {
            unsafe {
                if ENTITIES[*byte as usize] == 0 {
                    to.write(*byte);
                    to = to.add(1);
                } else {
                    to = entity(*byte, to);
                }
            }
        }
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut bytes = vec![b'!'; text.len() * 6 + 64];
        // SAFETY: that is the room it needs.
        let end = unsafe { escape(text.as_bytes(), bytes.as_mut_ptr()) };
        bytes.truncate(end as usize - bytes.as_ptr() as usize);
        String::from_utf8(bytes).expect("text stays text")
    }

    fn expected(text: &str) -> String {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
    }

    #[test]
    fn every_length_and_every_place_of_a_special_character() {
        for length in 0..200 {
            // The neighbours of the special characters are in it.
            let plain: String = "!#$%'();:=?ab é".chars().cycle().take(length).collect();
            assert_eq!(escaped(&plain), plain);
            for (at, character) in plain.char_indices() {
                for special in ["&", "<", ">", "\"", "<<<<<<<<<<"] {
                    let (before, after) = (&plain[..at], &plain[at + character.len_utf8()..]);
                    let text = [before, special, after].concat();
                    assert_eq!(escaped(&text), expected(&text));
                }
            }
        }
    }

    #[test]
    fn text_of_nothing_else() {
        for length in 0..300 {
            let text = "\"&<>".repeat(length);
            assert_eq!(escaped(&text), expected(&text));
        }
    }
}
