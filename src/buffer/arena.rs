//! Where elements of the builder are written: behind each other, in one memory of their thread.
//!
//! Rust evaluates `div().child(h1().child("x"))` in the order of the document: the `div` begins, then the `h1`, and
//! when it becomes a child, it stands right behind its parent's start tag already. So a [`Piece`] is a range of an
//! [`Arena`], and becoming a child moves an end. What is built in another order is copied, into a memory of its own.
//!
//! A thread writes to its own arena alone, at the top. What a piece holds stays where it is until it is dropped, so
//! other threads can read it. They count what they drop, and the last one frees the arena of a thread that is gone.

#![expect(
    unsafe_code,
    reason = "several values stand in one memory, and each thread has its own without a lock"
)]

use std::cell::{Cell, UnsafeCell};
use std::hint::assert_unchecked;
use std::mem::ManuallyDrop;
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

use super::escape::room_for;
use super::{Buffer, Cursor};
use crate::buffer::DIGITS;
use crate::value::written;

/// Lets `write` write into a memory of its own, which is kept for the next time, and `read` read it.
pub(crate) fn elsewhere<R>(write: impl FnOnce(&mut Buffer), read: impl FnOnce(&str) -> R) -> R {
    thread_local! {
        static SPARE: Cell<Buffer> = const { Cell::new(Buffer::new()) };
    }
    // Taken, because `write` may come here again.
    let mut apart = SPARE.try_with(Cell::take).unwrap_or_default();
    write(&mut apart);
    let result = read(apart.as_str());
    if apart.capacity() <= KEPT {
        apart.text.clear();
        // A thread that ends keeps nothing.
        let _ = SPARE.try_with(|spare| spare.set(apart));
    }
    result
}

/// Text under construction: a range of an arena.
#[derive(Debug)]
pub struct Piece(Range);

/// Where a piece is: only pieces make one, so whoever has one has the piece. These are two scalars, which functions take
/// and return in registers: what nobody has the address of is never written to memory.
#[derive(Debug, Clone, Copy)]
struct Range {
    arena: NonNull<Arena>,
    /// The start and, in the upper half, the end.
    span: u64,
}

/// A memory in which pieces stand behind each other.
#[derive(Debug)]
struct Arena {
    /// Only its thread looks at it; of a private arena, whoever has its only piece.
    text: UnsafeCell<Buffer>,
    /// Texts that became too small: other threads may be reading them.
    outgrown: UnsafeCell<Vec<Buffer>>,
    /// How many pieces were begun here and not dropped by this thread.
    begun: Cell<usize>,
    /// Where the text begins, for everybody.
    start: AtomicPtr<u8>,
    /// `ATTACHED`, less the pieces that other threads dropped. Once the arena's thread is gone, the number of pieces.
    count: AtomicUsize,
    /// Whether it belongs to one piece, instead of a thread.
    is_private: bool,
}

/// More pieces than there can be.
const ATTACHED: usize = usize::MAX / 2;
/// The most bytes of an arena.
const MOST: usize = u32::MAX as usize;
/// Room that an arena starts with.
const ROOM: usize = 4096;
/// A larger arena is not kept for the next page.
const KEPT: usize = 256 * 1024;

thread_local! {
    /// The arena of this thread, if it has one.
    static LOCAL: Cell<*mut Arena> = const { Cell::new(ptr::null_mut()) };
    /// Lets go of it when the thread ends.
    static DETACH: Detach = const { Detach };
}

struct Detach;

impl Drop for Detach {
    fn drop(&mut self) {
        if let Some(arena) = NonNull::new(LOCAL.replace(ptr::null_mut())) {
            // SAFETY: the arena of this thread lives until now, and nobody else counts `begun`.
            let (count, away) = unsafe {
                let arena = arena.as_ref();
                (&arena.count, ATTACHED - arena.begun.get())
            };
            if count.fetch_sub(away, Ordering::AcqRel) == away {
                // SAFETY: no piece is left, and no thread comes here any more.
                drop(unsafe { Box::from_raw(arena.as_ptr()) });
            }
        }
    }
}

impl Arena {
    fn boxed(capacity: usize, is_private: bool) -> NonNull<Self> {
        let mut text = Buffer::with_capacity(capacity);
        let start = AtomicPtr::new(text.begin());
        NonNull::from(Box::leak(Box::new(Self {
            text: UnsafeCell::new(text),
            outgrown: UnsafeCell::new(Vec::new()),
            begun: Cell::new(0),
            start,
            count: AtomicUsize::new(ATTACHED),
            is_private,
        })))
    }

    /// The arena of this thread. One whose memory of its own is gone already gets a private one.
    #[inline]
    fn local() -> NonNull<Self> {
        NonNull::new(LOCAL.get()).unwrap_or_else(Self::begin)
    }

    #[cold]
    #[inline(never)]
    fn begin() -> NonNull<Self> {
        match DETACH.try_with(|_| ()) {
            Ok(()) => {
                let arena = Self::boxed(ROOM, false);
                LOCAL.set(arena.as_ptr());
                arena
            }
            Err(_) => Self::boxed(ROOM, true),
        }
    }

    /// Counts a piece less; after the last one, the memory is empty again.
    ///
    /// # Safety
    ///
    /// This is the thread's arena, whose text is not borrowed.
    #[inline]
    unsafe fn forget_one(&self) {
        let begun = self.begun.get() - 1;
        self.begun.set(begun);
        if begun == ATTACHED - self.count.load(Ordering::Acquire) {
            // SAFETY: the caller's; no piece is left.
            unsafe {
                (*self.text.get()).text.clear();
                if !(*self.outgrown.get()).is_empty() || (*self.text.get()).capacity() > KEPT {
                    self.tidy();
                }
            }
        }
    }

    /// Frees memory that nobody reads.
    ///
    /// # Safety
    ///
    /// As [`forget_one`](Arena::forget_one), and there is no piece.
    #[cold]
    #[inline(never)]
    unsafe fn tidy(&self) {
        // SAFETY: the caller's.
        let (text, outgrown) = unsafe { (&mut *self.text.get(), &mut *self.outgrown.get()) };
        outgrown.clear();
        if text.capacity() > KEPT {
            *text = Buffer::with_capacity(ROOM);
            self.start.store(text.begin(), Ordering::Release);
        }
    }

    /// Makes room for `additional` bytes by moving to a larger memory. The old one stays for those who read it.
    ///
    /// # Safety
    ///
    /// This is the thread's arena, or one of the caller's piece, and its text is not borrowed.
    #[cold]
    #[inline(never)]
    unsafe fn grow(&self, additional: usize) {
        // SAFETY: the caller's.
        let (text, outgrown) = unsafe { (&mut *self.text.get(), &mut *self.outgrown.get()) };
        let mut larger = Buffer::with_capacity(capacity(text.as_str(), additional));
        larger.trusted(text.as_str());
        self.start.store(larger.begin(), Ordering::Release);
        let outgrew = std::mem::replace(text, larger);
        if !self.is_private {
            outgrown.push(outgrew);
        }
    }
}

/// The size of a memory for a text and so much behind it, with some more for what comes then.
///
/// # Panics
///
/// If that is too large for an arena.
fn capacity(text: &str, additional: usize) -> usize {
    let needed = text.len().saturating_add(additional);
    assert!(
        needed <= MOST,
        "elements under construction are too large: {needed} bytes"
    );
    needed.max(2 * text.len() + ROOM / 4).min(MOST)
}

/// A place in an arena, which has [`MOST`] bytes.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "as its name says")]
const fn place(place: usize) -> u32 {
    place as u32
}

impl Arena {
    /// Lets `write` append, for which it has `room` bytes, and returns where it ends. It goes on at `at`, which is known
    /// sooner than what stands in memory.
    ///
    /// # Safety
    ///
    /// The arena is that of this thread, or the caller's piece is its only one. Nothing borrows its text, `at` is within
    /// it, and behind that is no piece. `write` runs no code of others, which could get at the arena.
    #[inline]
    unsafe fn append(&self, at: u32, room: usize, write: impl FnOnce(&mut Cursor<'_>)) -> u32 {
        let at = at as usize;
        // SAFETY: the caller's.
        unsafe {
            if (*self.text.get()).capacity() - at < room {
                self.grow(room);
            }
            let text = &mut *self.text.get();
            assert_unchecked(text.capacity() - at >= room);
            text.shorten(at);
            let mut cursor = text.cursor();
            write(&mut cursor);
            cursor.close();
            place(text.len())
        }
    }
}

impl Buffer {
    /// Where the text begins.
    fn begin(&mut self) -> *mut u8 {
        // SAFETY: nothing is written here.
        unsafe { self.text.as_mut_vec().as_mut_ptr() }
    }

    /// Drops what stands behind `length` bytes.
    ///
    /// # Safety
    ///
    /// There are as many bytes, and a character ends there.
    #[inline]
    unsafe fn shorten(&mut self, length: usize) {
        // SAFETY: the caller's.
        unsafe { self.text.as_mut_vec().set_len(length) };
    }
}

impl Range {
    #[inline]
    const fn new(arena: NonNull<Arena>, start: u32, end: u32) -> Self {
        Self {
            arena,
            span: (end as u64) << 32 | start as u64,
        }
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    const fn start(self) -> u32 {
        self.span as u32
    }

    #[inline]
    const fn end(self) -> u32 {
        (self.span >> 32) as u32
    }

    #[inline]
    const fn with_end(self, end: u32) -> Self {
        Self::new(self.arena, self.start(), end)
    }

    /// Whether this thread's arena holds the piece.
    #[inline]
    fn is_local(self) -> bool {
        LOCAL.get() == self.arena.as_ptr()
    }

    /// Whether the piece ends where its arena does.
    ///
    /// # Safety
    ///
    /// The piece is local and there, and the arena's text is not borrowed.
    #[inline]
    unsafe fn is_top(self) -> bool {
        // SAFETY: the caller's.
        unsafe { (*self.arena.as_ref().text.get()).len() == self.end() as usize }
    }

    /// Lets `write` write at the top of an arena, in the place of the `last` bytes.
    ///
    /// # Safety
    ///
    /// The range is a piece's, which becomes what this returns. `write` runs no code of others, which could get at the
    /// arena.
    #[inline]
    unsafe fn append(self, last: u32, room: usize, write: impl FnOnce(&mut Cursor<'_>)) -> Self {
        // SAFETY: the caller's; `is_local` is asked first.
        unsafe {
            let range = if self.is_local() && self.is_top() {
                self
            } else {
                self.apart(room)
            };
            // From here on nothing panics if the piece was moved: its new memory has the room.
            let arena = range.arena.as_ref();
            range.with_end(arena.append(range.end() - last, room, write))
        }
    }

    /// Moves a piece into a memory of its own with so much room behind it, if it has none: it is not at the top of its
    /// arena, or its arena belongs to another thread.
    ///
    /// # Safety
    ///
    /// The range is a piece's, which becomes what this returns.
    #[cold]
    #[inline(never)]
    unsafe fn apart(self, room: usize) -> Self {
        // SAFETY: a piece's arena is there, and whether it is private never changes.
        if unsafe { self.arena.as_ref() }.is_private {
            return self;
        }
        // The caller has the piece until it gets the new one.
        let piece = ManuallyDrop::new(Piece(self));
        let private = Piece::private(piece.as_str(), room);
        self.drop();
        ManuallyDrop::new(private).0
    }

    /// [`Piece::text`].
    #[inline(never)]
    fn text(self, text: &str) -> Self {
        if text.len() > KEPT {
            let mut apart = Buffer::new();
            apart.text(text);
            return self.trusted(apart.as_str());
        }
        // SAFETY: a text runs no code.
        unsafe { self.append(0, room_for(text), |out| out.text(text, 0)) }
    }

    /// [`Piece::trusted`].
    #[inline(never)]
    fn trusted(self, markup: &str) -> Self {
        // SAFETY: as above.
        unsafe { self.append(0, markup.len(), |out| out.trusted(markup, 0)) }
    }

    /// [`Piece::attribute`].
    #[inline(never)]
    fn attribute(self, name: &str, value: &str) -> Self {
        const REST: usize = " =\"\">".len();
        if value.len() > KEPT {
            return self.before_last(&written(name, value));
        }
        let write = |out: &mut Cursor<'_>| {
            out.put(" ");
            out.trusted(name, 0);
            out.put("=\"");
            out.text(value, 2);
            out.put("\">");
        };
        // SAFETY: as above.
        unsafe { self.append(1, name.len() + room_for(value) + REST, write) }
    }

    /// [`Piece::before_last`].
    #[inline(never)]
    fn before_last(self, markup: &str) -> Self {
        let write = |out: &mut Cursor<'_>| {
            out.trusted(markup, 1);
            out.put(">");
        };
        // SAFETY: as above.
        unsafe { self.append(1, markup.len() + 1, write) }
    }

    /// [`Piece::insert`], before the last `behind` bytes.
    #[inline(never)]
    fn insert(self, behind: usize, markup: &str) -> Self {
        // SAFETY: as above; then the piece is at the top, and has room and as many bytes.
        unsafe {
            let range = self.append(0, markup.len(), |_| ());
            let text = &mut *range.arena.as_ref().text.get();
            text.insert(range.end() as usize - behind, markup);
            range.with_end(place(text.len()))
        }
    }

    /// Drops a piece.
    #[inline(never)]
    fn drop(self) {
        // SAFETY: the arena is there, because its last piece frees it. If it is this thread's, nothing borrows its text,
        // and above the end of this piece is none.
        unsafe {
            let arena = self.arena.as_ref();
            if self.is_local() {
                if self.is_top() {
                    (*arena.text.get()).shorten(self.start() as usize);
                }
                arena.forget_one();
            } else if arena.is_private || arena.count.fetch_sub(1, Ordering::AcqRel) == 1 {
                // No thread calls this arena its own, and this was the last piece.
                drop(Box::from_raw(self.arena.as_ptr()));
            }
        }
    }
}

impl Piece {
    /// A piece at the top of this thread's arena.
    #[inline]
    pub(crate) fn begin(literal: &'static str) -> Self {
        let arena = Arena::local();
        // SAFETY: it is the arena of this thread, or a private one that nobody else knows.
        unsafe {
            let it = arena.as_ref();
            it.begun.set(it.begun.get() + 1);
            let start = place((*it.text.get()).len());
            let end = it.append(start, literal.len(), |out| out.put(literal));
            Self(Range::new(arena, start, end))
        }
    }

    /// A piece with a memory of its own, and so much room behind it.
    fn private(text: &str, room: usize) -> Self {
        let arena = Arena::boxed(capacity(text, room), true);
        // SAFETY: nobody else knows this arena.
        unsafe { (*arena.as_ref().text.get()).trusted(text) };
        Self(Range::new(arena, 0, place(text.len())))
    }

    /// The text.
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        // SAFETY: the text of a piece is initialized, is UTF-8 and stays where it is as long as the piece is there. If
        // this is another thread, whatever brought the piece here made what was written before visible.
        unsafe {
            let start = self.0.arena.as_ref().start.load(Ordering::Acquire);
            let text = std::slice::from_raw_parts(start.add(self.0.start() as usize), self.len());
            std::str::from_utf8_unchecked(text)
        }
    }

    /// The number of bytes.
    #[inline]
    pub(crate) const fn len(&self) -> usize {
        (self.0.end() - self.0.start()) as usize
    }

    /// Appends a literal.
    #[inline]
    pub(crate) fn put(&mut self, literal: &'static str) {
        // SAFETY: a literal runs no code.
        self.0 = unsafe { self.0.append(0, literal.len(), |out| out.put(literal)) };
    }

    /// Appends text, escaped.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        self.0 = self.0.text(text);
    }

    /// Appends trusted markup.
    #[inline]
    pub(crate) fn trusted(&mut self, markup: &str) {
        self.0 = self.0.trusted(markup);
    }

    /// Appends a natural number.
    #[inline]
    pub(crate) fn natural(&mut self, number: u64) {
        // SAFETY: a number runs no code.
        self.0 = unsafe { self.0.append(0, DIGITS, |out| out.natural(number)) };
    }

    /// Appends a whole number.
    #[inline]
    pub(crate) fn whole(&mut self, number: i64) {
        // SAFETY: as above.
        self.0 = unsafe { self.0.append(0, DIGITS, |out| out.whole(number)) };
    }

    /// Writes an attribute before the last byte, which ends the start tag.
    #[inline]
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        self.0 = self.0.attribute(name, value);
    }

    /// Writes trusted markup before the last byte, which ends the start tag.
    #[inline]
    pub(crate) fn before_last(&mut self, markup: &str) {
        self.0 = self.0.before_last(markup);
    }

    /// Inserts trusted markup before what stands at `at`.
    #[inline]
    pub(crate) fn insert(&mut self, at: usize, markup: &str) {
        self.0 = self.0.insert(self.len() - at, markup);
    }

    /// Appends what `write` writes, which may be anything: it writes elsewhere.
    pub(crate) fn with(&mut self, write: impl FnOnce(&mut Buffer)) {
        elsewhere(write, |markup| self.trusted(markup));
    }

    /// Appends another piece and what ends it.
    #[inline]
    pub(crate) fn adopt(&mut self, child: Self, end: &'static str) {
        let child = ManuallyDrop::new(child).0;
        let (arena, is_local) = (self.0.arena, self.0.is_local());
        let is_next = is_local && arena == child.arena && self.0.end() == child.start();
        // SAFETY: both are local.
        if is_next && unsafe { child.is_top() } {
            // SAFETY: this piece is still there, so the arena is; the child is at the top.
            unsafe {
                let begun = &arena.as_ref().begun;
                begun.set(begun.get() - 1);
                let arena = arena.as_ref();
                let end = arena.append(child.end(), end.len(), |out| out.put(end));
                self.0 = self.0.with_end(end);
            }
        } else {
            self.0 = Self::copied(self.0, child, end);
        }
    }

    #[cold]
    #[inline(never)]
    fn copied(parent: Range, child: Range, end: &'static str) -> Range {
        let child = Self(child);
        let text = child.as_str();
        // SAFETY: the caller's piece becomes what this returns; a finished text runs no code.
        unsafe {
            parent.append(0, text.len() + end.len(), |out| {
                out.trusted(text, end.len());
                out.put(end);
            })
        }
    }
}

impl Drop for Piece {
    #[inline]
    fn drop(&mut self) {
        self.0.drop();
    }
}

// SAFETY: another thread reads what is written and stays, counts in an atomic, and writes elsewhere.
unsafe impl Send for Piece {}
// SAFETY: a shared piece can be read only.
unsafe impl Sync for Piece {}

impl Clone for Piece {
    fn clone(&self) -> Self {
        Self::private(self.as_str(), 0)
    }
}

#[cfg(test)]
mod tests;
