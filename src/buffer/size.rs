//! How much room a template needs: a guess by the macro at first, then what it wrote and some more. One allocation of
//! the right size is all that most pages need.

use std::panic::Location;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use super::Buffer;
use crate::markup::Markup;

/// The size of what one place in a program writes.
#[derive(Debug)]
pub struct Size(AtomicUsize);

impl Size {
    /// A size that is guessed.
    pub const fn new(guess: usize) -> Self {
        Self(AtomicUsize::new(with_spare(guess)))
    }

    /// The size of what the caller's caller writes. Some places share one, which costs nothing but room.
    #[track_caller]
    pub(crate) fn of_caller() -> &'static Self {
        const PLACES: usize = 256;
        static SIZES: [Size; PLACES] = [const { Size::new(0) }; PLACES];
        let place = std::ptr::from_ref(Location::caller()).addr();
        &SIZES[place / align_of::<Location<'_>>() % PLACES]
    }

    /// An empty buffer with as much room.
    #[inline]
    pub fn buffer(&self) -> Buffer {
        Buffer::with_capacity(self.expected())
    }

    /// Learns from a whole buffer.
    #[inline]
    pub fn finish(&self, mut buffer: Buffer) -> Markup {
        self.learn(buffer.len(), buffer.capacity());
        buffer.trim();
        buffer.into_markup()
    }

    /// Makes room in a buffer of somebody else's, if it has just begun; returns where this place does.
    #[inline]
    pub fn begin(&self, buffer: &mut Buffer) -> usize {
        let start = buffer.len();
        if start < BEGUN {
            buffer.reserve(self.expected());
        }
        start
    }

    /// Learns from what was written there.
    #[inline]
    pub fn end(&self, start: usize, buffer: &Buffer) {
        if start < BEGUN {
            self.learn(
                buffer.len().saturating_sub(start),
                buffer.capacity() - start,
            );
        }
    }

    /// The room for what is expected.
    #[inline]
    pub(crate) fn expected(&self) -> usize {
        self.0.load(Relaxed)
    }

    /// Learns how much was written, and how much room there was in the end.
    #[inline]
    pub(crate) fn learn(&self, wrote: usize, room: usize) {
        let size = self.expected();
        // Rarely stored, so that threads do not take the line from each other; and one long page is forgotten.
        if room > size + BEGUN || wrote < size / 4 {
            self.store(wrote, room);
        }
    }

    #[cold]
    #[inline(never)]
    fn store(&self, wrote: usize, room: usize) {
        let size = self.expected();
        // A buffer that grew did so by doubling, which may have been too much.
        let grown = if room > size {
            room.min(wrote + SPARE)
        } else {
            size / 2
        };
        self.0.store(with_spare(wrote).max(grown), Relaxed);
    }
}

/// A buffer with fewer bytes has just begun: it holds nothing, or the head of an event.
const BEGUN: usize = 128;

/// Room behind what is expected: pages vary, and texts ask for the room of the worst case, which the last ones
/// would not have.
const SPARE: usize = 512;

/// Up to this size, allocators have memory at hand.
const SMALL: usize = 1024;

const fn with_spare(wrote: usize) -> usize {
    let room = wrote + wrote / 8 + SPARE;
    if room > SMALL && wrote + wrote / 4 < SMALL {
        return SMALL;
    }
    room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_learns_its_size_and_forgets_an_exception() {
        let size = Size::new(10);
        let write = |bytes: usize| {
            let mut out = size.buffer();
            out.trusted(&"x".repeat(bytes));
            size.finish(out);
            size.expected()
        };
        assert_eq!(write(10), 523);
        assert_eq!(write(700), 1046);
        assert_eq!(write(8000), 9512);
        assert_eq!(write(9000), 9512);
        assert_eq!(write(10), 4756);
        assert_eq!(write(10), 2378);
    }

    #[test]
    fn a_place_knows_its_size() {
        let render = |text: &str| crate::render(text).into_string().capacity();
        let text = "x".repeat(3000);
        render(&text);
        assert_eq!(render(&text), 3000 + 3000 / 8 + SPARE);
        // What is small is kept small, also where something large was expected.
        render(&text.repeat(100));
        assert!(render("x") < 16);
    }
}
