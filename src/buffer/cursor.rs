//! The end of a buffer, held by value: what templates write through.
//!
//! A buffer's length lives in memory, and each append would load it, compare it and store it. A cursor keeps the
//! place and the room left in registers. Everything that appends makes sure of its room first; a template asks for
//! the room of a whole block at once ([`Cursor::room`]), after which the compiler sees that the questions of its
//! parts are answered, and leaves them out.

#![expect(
    unsafe_code,
    reason = "writes into reserved memory, each with its room beside it"
)]

use std::hint::assert_unchecked;
use std::marker::PhantomData;
use std::{fmt, ptr};

use super::Buffer;
use super::escape::escape;

/// The end of a buffer.
///
/// What was written counts once the cursor is [closed](Cursor::close).
pub struct Cursor<'a> {
    out: &'a mut Buffer,
    /// Where the next byte goes, in the spare capacity of `out`.
    at: *mut u8,
    /// How many bytes can be written there.
    left: usize,
    buffer: PhantomData<&'a mut [u8]>,
}

// SAFETY: the pointer is the cursor's own: it leads into the buffer that is borrowed here.
unsafe impl Send for Cursor<'_> {}
// SAFETY: the same; a shared cursor can only be looked at.
unsafe impl Sync for Cursor<'_> {}

impl fmt::Debug for Cursor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cursor")
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}

impl Buffer {
    /// The end of the buffer, to write at.
    #[doc(hidden)]
    #[inline]
    pub fn cursor(&mut self) -> Cursor<'_> {
        let (at, left) = self.end();
        Cursor {
            out: self,
            at,
            left,
            buffer: PhantomData,
        }
    }

    /// Where the next byte goes, and how many bytes have room there.
    #[inline]
    fn end(&mut self) -> (*mut u8, usize) {
        // SAFETY: the length is within the capacity, and nothing is written here.
        let at = unsafe { self.text.as_mut_vec().as_mut_ptr().add(self.text.len()) };
        (at, self.text.capacity() - self.text.len())
    }

    /// Counts what was written up to `at`.
    ///
    /// # Safety
    ///
    /// `at` was [`end`](Buffer::end) and moved over text that was written, as this buffer stayed as it is.
    #[inline]
    unsafe fn set_end(&mut self, at: *mut u8) {
        // SAFETY: the caller's.
        unsafe {
            let bytes = self.text.as_mut_vec();
            let length = at.offset_from_unsigned(bytes.as_ptr());
            bytes.set_len(length);
        }
    }

    /// Counts what was written up to `at`, and makes room for at least `additional` bytes behind it.
    ///
    /// # Safety
    ///
    /// As [`set_end`](Buffer::set_end).
    #[cold]
    #[inline(never)]
    pub(super) unsafe fn grow(&mut self, at: *mut u8, additional: usize) -> (*mut u8, usize) {
        // SAFETY: the caller's.
        unsafe { self.set_end(at) };
        self.text.reserve(additional);
        self.end()
    }
}

impl Cursor<'_> {
    /// Makes sure of room for `bytes`.
    #[inline]
    pub fn room(&mut self, bytes: usize) {
        if self.left < bytes {
            // SAFETY: the cursor's place is that of its buffer.
            (self.at, self.left) = unsafe { self.out.grow(self.at, bytes) };
        }
        // SAFETY: there was as much room, or `grow` made it. The compiler remembers it.
        unsafe { assert_unchecked(self.left >= bytes) };
    }

    /// Appends a literal.
    #[inline]
    pub fn put(&mut self, literal: &'static str) {
        self.room(literal.len());
        // SAFETY: there is room for all of it.
        unsafe {
            ptr::copy_nonoverlapping(literal.as_ptr(), self.at, literal.len());
            self.advance(literal.len());
        }
    }

    /// Appends text, escaped, and makes sure of `rest` bytes of room behind it.
    #[inline]
    pub fn text(&mut self, text: &str, rest: usize) {
        // SAFETY: the cursor's place is that of its buffer; `escape` makes sure of the room.
        unsafe {
            (self.at, self.left) = escape(self.out, self.at, self.left, text, rest);
            assert_unchecked(self.left >= rest);
        }
    }

    /// Appends markup that is trusted, and makes sure of `rest` bytes of room behind it.
    #[inline]
    pub fn trusted(&mut self, markup: &str, rest: usize) {
        self.out.mind(markup);
        self.room(markup.len().saturating_add(rest));
        // SAFETY: there is room for all of it.
        unsafe {
            ptr::copy_nonoverlapping(markup.as_ptr(), self.at, markup.len());
            self.advance(markup.len());
        }
    }

    /// Appends what `write` appends to the buffer, and makes sure of `rest` bytes of room behind it.
    #[inline]
    pub fn with<R>(&mut self, rest: usize, write: impl FnOnce(&mut Buffer) -> R) -> R {
        self.count();
        let result = write(self.out);
        (self.at, self.left) = self.out.end();
        self.room(rest);
        result
    }

    /// Where the next byte goes, in bytes from the beginning of the buffer.
    #[inline]
    pub fn position(&mut self) -> usize {
        self.count();
        self.out.len()
    }

    /// Counts what was written.
    #[inline]
    pub fn close(mut self) {
        self.count();
    }

    #[inline]
    fn count(&mut self) {
        // SAFETY: the cursor's place is that of its buffer.
        unsafe { self.out.set_end(self.at) };
    }

    /// # Safety
    ///
    /// As many bytes were written at the cursor, within its room.
    #[inline]
    unsafe fn advance(&mut self, bytes: usize) {
        // SAFETY: the caller's.
        unsafe {
            self.at = self.at.add(bytes);
            assert_unchecked(self.left >= bytes);
        }
        self.left -= bytes;
    }
}

/// The most bytes of a whole number of up to 64 bits.
pub(crate) const DIGITS: usize = 20;

impl Cursor<'_> {
    /// Appends a natural number.
    #[inline]
    pub fn natural(&mut self, number: u64) {
        self.room(DIGITS);
        self.digits(number);
    }

    /// Appends a whole number.
    #[inline]
    pub fn whole(&mut self, number: i64) {
        self.room(DIGITS);
        if number < 0 {
            self.put("-");
        }
        self.digits(number.unsigned_abs());
    }

    /// Appends a number, for which there is room: with a sign before it, it has one digit fewer.
    #[inline]
    fn digits(&mut self, number: u64) {
        // SAFETY: the callers made room for `DIGITS` bytes.
        unsafe {
            let count = if number < SIX_DIGITS {
                six_digits(self.at, number)
            } else {
                large(self.at, number)
            };
            assert_unchecked(count <= DIGITS);
            self.advance(count);
        }
    }
}

/// The first number that has more than six digits.
const SIX_DIGITS: u64 = 1_000_000;

/// Up to three digits, and how many they are: first each number as the beginning of another, where zero is nothing;
/// then each as the end of another, with zeros before it; and zero alone.
static THREES: [[u8; 4]; 2001] = {
    let mut threes = [[0; 4]; 2001];
    let mut i = 0;
    while i < 1000 {
        #[expect(clippy::cast_possible_truncation, reason = "one digit each")]
        let digits = [
            b'0' + (i / 100) as u8,
            b'0' + (i / 10 % 10) as u8,
            b'0' + (i % 10) as u8,
        ];
        threes[i] = match i {
            0 => [0; 4],
            1..10 => [digits[2], 0, 0, 1],
            10..100 => [digits[1], digits[2], 0, 2],
            _ => [digits[0], digits[1], digits[2], 3],
        };
        threes[1000 + i] = [digits[0], digits[1], digits[2], 3];
        i += 1;
    }
    threes[2000] = [b'0', 0, 0, 1];
    threes
};

/// Writes a number of up to six digits and returns how many it has. There is no branch in it: how many digits a number
/// has cannot be predicted.
///
/// # Safety
///
/// The number is below `SIX_DIGITS`, and there is room for seven bytes.
#[inline]
unsafe fn six_digits(at: *mut u8, number: u64) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "it has up to six digits")]
    let number = number as u32;
    let (first, second) = ((number / 1000) as usize, (number % 1000) as usize);
    let alone = if second == 0 { 2000 } else { second };
    let second = if first == 0 { alone } else { 1000 + second };
    // SAFETY: what this function asks for; the places are within the table.
    unsafe {
        let (first, second) = (*THREES.get_unchecked(first), *THREES.get_unchecked(second));
        let (before, after) = (usize::from(first[3]), usize::from(second[3]));
        ptr::copy_nonoverlapping(first.as_ptr(), at, first.len());
        ptr::copy_nonoverlapping(second.as_ptr(), at.add(before), second.len());
        before + after
    }
}

/// Writes any number and returns how many digits it has.
///
/// # Safety
///
/// There is room for its digits, at most `DIGITS`.
#[inline(never)]
unsafe fn large(at: *mut u8, number: u64) -> usize {
    let mut digits = itoa::Buffer::new();
    let digits = digits.format(number).as_bytes();
    // SAFETY: what this function asks for.
    unsafe { ptr::copy_nonoverlapping(digits.as_ptr(), at, digits.len()) };
    digits.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_number_of_up_to_six_digits() {
        let mut out = Buffer::with_capacity(16);
        for number in 0..=SIX_DIGITS {
            out.replace_since(0, "");
            let mut cursor = out.cursor();
            cursor.natural(number);
            cursor.close();
            assert_eq!(out.as_str(), number.to_string());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        #[test]
        fn any_number(number in any::<i64>(), shift in 0..64_u32) {
            let number = number >> shift;
            let mut out = Buffer::new();
            let mut cursor = out.cursor();
            cursor.whole(number);
            cursor.put(" ");
            cursor.natural(number.cast_unsigned());
            cursor.close();
            prop_assert_eq!(out.as_str(), format!("{number} {}", number.cast_unsigned()));
        }
    }
}
