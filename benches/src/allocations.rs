//! An allocator that counts, because a time alone does not say where it went.
//!
//! It counts with plain loads and stores, so the count is right for a program of one thread only, and costs
//! next to nothing.

#![expect(
    unsafe_code,
    reason = "an allocator cannot be written without; it hands everything on to the system's"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);
static REALLOCATIONS: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

/// The system's allocator, counted.
#[derive(Debug)]
pub struct Counting;

/// What was asked of the allocator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// New blocks.
    pub allocations: u64,
    /// Blocks that grew or shrank.
    pub reallocations: u64,
    /// Sizes of both together.
    pub bytes: u64,
}

/// Counts what `run` asks for, if the program's allocator is [`Counting`].
pub fn count<T>(run: impl FnOnce() -> T) -> Count {
    let before = now();
    drop(run());
    let after = now();
    Count {
        allocations: after.allocations - before.allocations,
        reallocations: after.reallocations - before.reallocations,
        bytes: after.bytes - before.bytes,
    }
}

fn now() -> Count {
    Count {
        allocations: ALLOCATIONS.load(Relaxed),
        reallocations: REALLOCATIONS.load(Relaxed),
        bytes: BYTES.load(Relaxed),
    }
}

fn add(counter: &AtomicU64, more: u64) {
    counter.store(counter.load(Relaxed) + more, Relaxed);
}

// SAFETY: every call goes to `System` with the arguments as they came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(&ALLOCATIONS, 1);
        add(&BYTES, layout.size() as u64);
        // SAFETY: the caller's promises are the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        add(&REALLOCATIONS, 1);
        add(&BYTES, size as u64);
        // SAFETY: as above.
        unsafe { System.realloc(block, layout, size) }
    }
}
