//! Where a signal is, as a type: a path that is put together while the program is compiled.

use std::fmt;
use std::marker::PhantomData;

use super::record::Record;

/// The longest path.
const CAPACITY: usize = 256;

/// A place among the signals of a page.
#[doc(hidden)]
pub trait Location {
    /// The path: names with dots between them.
    const PATH: &'static str;
}

/// The page as a whole.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Root {}

impl Location for Root {
    const PATH: &'static str = "";
}

/// The namespace of a struct.
#[doc(hidden)]
pub struct Space<T>(PhantomData<fn() -> T>);

impl<T: Record> Location for Space<T> {
    const PATH: &'static str = T::NAMES.namespace;
}

/// The `INDEX`th signal of `T`, which is at `L`.
#[doc(hidden)]
pub struct At<L, T, const INDEX: usize>(PhantomData<fn() -> (L, T)>);

impl<L: Location, T: Record, const INDEX: usize> At<L, T, INDEX> {
    const JOINED: Joined = Joined::new(L::PATH, T::NAMES.own[INDEX]);
}

impl<L: Location, T: Record, const INDEX: usize> Location for At<L, T, INDEX> {
    const PATH: &'static str = {
        let joined: &'static Joined = &Self::JOINED;
        joined.as_str()
    };
}

impl<T> fmt::Debug for Space<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Space")
    }
}

impl<L, T, const INDEX: usize> fmt::Debug for At<L, T, INDEX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("At")
    }
}

struct Joined {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Joined {
    const fn new(parent: &str, name: &str) -> Self {
        let joined = Self {
            bytes: [0; CAPACITY],
            length: 0,
        };
        if parent.is_empty() {
            joined.push(name)
        } else {
            joined.push(parent).push(".").push(name)
        }
    }

    const fn push(mut self, part: &str) -> Self {
        assert!(
            self.length + part.len() <= CAPACITY,
            "the path of a signal is longer than 256 bytes"
        );
        let mut i = 0;
        while i < part.len() {
            self.bytes[self.length] = part.as_bytes()[i];
            self.length += 1;
            i += 1;
        }
        self
    }

    const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(path) => path,
            Err(_) => "",
        }
    }
}
