//! Copies text while it looks for `&`, `<`, `>` and `"`.
//!
//! A load, a store and a test of sixteen bytes cost little more than the copy alone. Short texts are one of four
//! size classes, so that their lengths are one branch and not a loop; loads and stores overlap inside of a class.
//! Where something is found, the bits of the mask say where, and the runs between are copied as whole vectors.

#[cfg(target_arch = "x86_64")]
mod x86_64;

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
