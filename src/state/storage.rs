//! Where a type of states is kept.

use std::any::{TypeId, type_name};

/// Where a type of states is kept.
///
/// ```
/// use starmark::state::Storage;
/// assert_eq!(Storage::default(), Storage::Server);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Storage {
    /// On the server, in a [`Store`](super::Store).
    #[default]
    Server,
    /// In the browser, for good: `localStorage`.
    ///
    /// The server is sent the values with each event, and keeps nothing; the page is the only one that shows them. What is
    /// not a user's is the browser's, whoever has signed in, and needs no session.
    /// <https://html.spec.whatwg.org/multipage/webstorage.html>
    LocalStorage,
    /// In the browser, until its tab is closed: `sessionStorage`.
    SessionStorage,
}

/// The store that a type of states names.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    pub(super) id: TypeId,
    pub(super) name: &'static str,
}

impl Named {
    /// The store of this type.
    pub fn of<S: super::Store>() -> Self {
        Self {
            id: TypeId::of::<S>(),
            name: type_name::<S>(),
        }
    }
}
