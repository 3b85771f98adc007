//! A cursor over memory that is known to be there.
//!
//! [`Writer::room`] is the only check. What is written until the next call of it has to fit what was asked for;
//! each method says how much it takes. Debug builds, which the tests are, check every write.

use std::mem;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use super::escape::escape;

/// What vectors may write behind the end of what they are asked to.
const SLACK: usize = 64;

/// What an integer takes at most.
pub(super) const INTEGER: usize = 20;

/// What the end of an event takes.
pub(super) const EVENT: usize = 2;

/// How much room the outputs of one renderer have needed so far.
#[derive(Debug)]
pub(super) struct Learned(AtomicUsize);

impl Learned {
    pub(super) const fn new() -> Self {
        Self(AtomicUsize::new(256))
    }
}

/// An output under construction.
#[derive(Debug)]
pub(super) struct Writer {
    /// Empty until the end; its capacity is the memory.
    bytes: Vec<u8>,
    at: *mut u8,
    end: *mut u8,
    learned: &'static Learned,
    /// The most that was asked for when there was no room.
    missing: usize,
}

impl Writer {
    #[inline(always)]
    pub(super) fn new(learned: &'static Learned) -> Self {
        let mut bytes = Vec::<u8>::with_capacity(learned.0.load(Relaxed));
        let memory = bytes.as_mut_ptr();
        Self {
            at: memory,
            // SAFETY: the end of the memory.
            end: unsafe { memory.add(bytes.capacity()) },
            bytes,
            learned,
            missing: 0,
        }
    }

    /// A writer that has begun an event that patches elements.
    #[inline(always)]
    pub(super) fn event(learned: &'static Learned) -> Self {
        let mut out = Self::new(learned);
        out.room(64);
        out.put(b"event: datastar-patch-elements\ndata: elements ");
        out
    }

    /// Ends an event, and takes [`EVENT`].
    #[inline(always)]
    pub(super) fn finish_event(mut self) -> String {
        self.put(b"\n\n");
        self.finish()
    }

    /// Asks for room for so many bytes, and all that follows until the next call takes no more.
    #[inline(always)]
    pub(super) fn room(&mut self, bytes: usize) {
        if (self.end as usize) - (self.at as usize) < bytes + SLACK {
            let written = self.written();
            self.missing = self.missing.max(bytes + SLACK);
            self.bytes = grow(mem::take(&mut self.bytes), written, bytes + SLACK);
            let memory = self.bytes.as_mut_ptr();
            // SAFETY: the capacity is at least what was written.
            unsafe {
                self.at = memory.add(written);
                self.end = memory.add(self.bytes.capacity());
            }
        }
    }

    #[inline(always)]
    fn written(&self) -> usize {
        self.at as usize - self.bytes.as_ptr() as usize
    }

    #[inline(always)]
    fn check(&self, bytes: usize) {
        debug_assert!(
            (self.end as usize) - (self.at as usize) >= bytes,
            "`room` was asked for too little"
        );
    }

    /// Writes markup of a length that the compiler knows, and takes that length.
    #[inline(always)]
    pub(super) fn put<const N: usize>(&mut self, markup: &[u8; N]) {
        self.check(N);
        // SAFETY: there is room, as the caller asked for it.
        unsafe {
            self.at.cast::<[u8; N]>().write_unaligned(*markup);
            self.at = self.at.add(N);
        }
    }

    /// Writes text, escaped for content and for values in double quotes, and takes six times its length.
    #[inline(always)]
    pub(super) fn text(&mut self, text: &str) {
        self.check(text.len() * 6 + SLACK);
        // SAFETY: there is room, as the caller asked for it, and `room` adds the slack.
        self.at = unsafe { escape(text.as_bytes(), self.at) };
    }

    /// Writes the inside of a string of JSON, and takes 36 times its length.
    #[inline(always)]
    pub(super) fn json(&mut self, text: &str) {
        let escaped = |byte| matches!(byte, 0..b' ' | b'"' | b'\\');
        if text.bytes().fold(false, |any, byte| any | escaped(byte)) {
            let json = serde_json::to_string(text).expect("a string");
            self.text(&json[1..json.len() - 1]);
        } else {
            self.text(text);
        }
    }

    /// Writes an integer, and takes [`INTEGER`].
    #[inline(always)]
    pub(super) fn integer(&mut self, integer: impl Into<u64>) {
        self.check(INTEGER);
        // SAFETY: there is room, as the caller asked for it.
        self.at = unsafe { write_integer(integer.into(), self.at) };
    }

    /// Writes the length of a list, and takes [`INTEGER`].
    #[inline(always)]
    pub(super) fn length(&mut self, length: usize) {
        self.integer(length as u64);
    }

    /// The output.
    #[inline(always)]
    pub(super) fn finish(mut self) -> String {
        let written = self.written();
        if self.missing > 0 {
            self.learned.0.fetch_max(written + self.missing, Relaxed);
        }
        // SAFETY: everything before the cursor was written, from `str` and markup that is UTF-8.
        unsafe {
            self.bytes.set_len(written);
            String::from_utf8_unchecked(self.bytes)
        }
    }
}

/// More room behind what was written.
///
/// It takes values, not the writer: a writer whose address is known elsewhere would live in memory, and each
/// write would wait for the last one.
#[cold]
#[inline(never)]
fn grow(mut bytes: Vec<u8>, written: usize, more: usize) -> Vec<u8> {
    // SAFETY: everything before the cursor was written.
    unsafe { bytes.set_len(written) };
    bytes.reserve(more);
    bytes.clear();
    bytes
}

/// Up to three digits with their length in the last byte: first without zeros before them, then with.
static TRIPLES: [u32; 2_000] = {
    let mut triples = [0; 2_000];
    let mut n = 0;
    while n < 1_000 {
        let digits = (b'0' as u32 + n / 100)
            | ((b'0' as u32 + n / 10 % 10) << 8)
            | ((b'0' as u32 + n % 10) << 16);
        let zeros = (n < 10) as u32 + (n < 100) as u32;
        triples[n as usize] = (digits >> (8 * zeros)) | ((3 - zeros) << 24);
        triples[n as usize + 1_000] = digits | (3 << 24);
        n += 1;
    }
    triples
};

/// Writes the digits and returns where they end.
///
/// There is no branch on how many digits there are: one that cannot be predicted costs more than writing nothing.
///
/// # Safety
///
/// [`INTEGER`] bytes behind `to` can be written.
#[inline(always)]
unsafe fn write_integer(integer: u64, to: *mut u8) -> *mut u8 {
    if integer >= 1_000_000 {
        // SAFETY: as the caller says.
        return unsafe { long(integer, to) };
    }
    let (high, low) = ((integer / 1_000) as usize, (integer % 1_000) as usize);
    let has_high = high > 0;
    // SAFETY: both triples are below 1,000.
    unsafe {
        let first = *TRIPLES.get_unchecked(high);
        to.cast::<u32>().write_unaligned(first.to_le());
        let to = to.add((first >> 24) as usize * usize::from(has_high));
        let second = *TRIPLES.get_unchecked(low + 1_000 * usize::from(has_high));
        to.cast::<u32>().write_unaligned(second.to_le());
        to.add((second >> 24) as usize)
    }
}

/// Any number of digits.
///
/// # Safety
///
/// [`INTEGER`] bytes behind `to` can be written.
#[cold]
unsafe fn long(integer: u64, to: *mut u8) -> *mut u8 {
    let digits = integer.to_string();
    // SAFETY: no integer of 64 bits has more digits than 20.
    unsafe {
        to.copy_from_nonoverlapping(digits.as_ptr(), digits.len());
        to.add(digits.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_written_as_display_does() {
        static LEARNED: Learned = Learned::new();
        let near_powers = (0..20).map(|power| 10_u64.pow(power));
        let near_powers = near_powers.flat_map(|it| [it - 1, it, it + 1, it + it / 3]);
        for integer in (0..20_000).chain(near_powers) {
            let mut out = Writer::new(&LEARNED);
            out.room(INTEGER);
            out.integer(integer);
            assert_eq!(out.finish(), integer.to_string());
        }
    }

    #[test]
    fn an_output_larger_than_the_last_one_grows() {
        static LEARNED: Learned = Learned::new();
        for paragraphs in [1, 100, 1] {
            let mut out = Writer::new(&LEARNED);
            for _ in 0..paragraphs {
                out.room(3 + 6 * 4);
                out.put(b"<p>");
                out.text("a<b");
            }
            assert_eq!(out.finish(), "<p>a&lt;b".repeat(paragraphs));
        }
    }
}
