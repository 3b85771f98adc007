//! Where a signal is, as a type: a path that is put together while the program is compiled.

use std::fmt;
use std::marker::PhantomData;

use super::record::Record;
use crate::message::Joined;

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
    const JOINED: Joined<CAPACITY> = joined(L::PATH, T::NAMES.own[INDEX]);
}

impl<L: Location, T: Record, const INDEX: usize> Location for At<L, T, INDEX> {
    const PATH: &'static str = {
        let joined: &'static Joined<CAPACITY> = &Self::JOINED;
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

/// The path of a member: names with dots between them.
const fn joined(parent: &str, name: &str) -> Joined<CAPACITY> {
    const TOO_LONG: &str = "the path of a signal is longer than 256 bytes";
    let path = Joined::EMPTY.push(parent, TOO_LONG);
    let path = if parent.is_empty() {
        path
    } else {
        path.push(".", TOO_LONG)
    };
    path.push(name, TOO_LONG)
}
