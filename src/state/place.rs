//! Where pages reach a state.

use std::fmt;
use std::marker::PhantomData;

use super::State;
use crate::data::action::part::Piece;
use crate::data::action::url::Url;
use crate::data::{Action, With, option};

/// Where pages reach a state: the requests that every state answers.
///
/// ```
/// use starmark::prelude::*;
/// use starmark::state::Place;
/// # use serde::{Deserialize, Serialize};
///
/// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
/// struct Counter { count: i64 }
///
/// assert_eq!(Place::<Counter>::new().poll().to_string(), "@get('/state/Counter?once=true')");
/// ```
pub struct Place<T> {
    record: Option<String>,
    of: PhantomData<fn() -> T>,
}

impl<T: State> Place<T> {
    /// The state of the session, the user or of everybody, as the scope says.
    pub const fn new() -> Self {
        Self {
            record: None,
            of: PhantomData,
        }
    }

    /// The state of a record.
    pub fn record(id: impl Into<String>) -> Self {
        Self {
            record: Some(id.into()),
            of: PhantomData,
        }
    }

    /// Follows the state: its signals as they are, and whenever they change. A stream, for `data-init`.
    pub fn follow(&self) -> Action<With<option::stream, ()>> {
        self.url().get().stream()
    }

    /// Asks for the signals as they are, once.
    pub fn poll(&self) -> Action {
        let mut url = self.url();
        url.parameter("once", Piece::Text("true".into()));
        url.get()
    }

    /// Gives the state the values of the page, of the fields with `#[state(adopt)]`.
    pub fn adopt(&self) -> Action {
        self.url().post()
    }

    pub(super) fn url(&self) -> Url {
        let mut url = Url::of("/state/");
        url.text(T::NAME);
        if let Some(record) = &self.record {
            url.text("/");
            url.part(Piece::Text(record.into()));
        }
        url
    }
}

impl<T> Place<T> {
    /// The request of an event, without its arguments.
    #[doc(hidden)]
    pub fn event(&self, name: &str) -> Url
    where
        T: State,
    {
        let mut url = self.url();
        url.text("/");
        url.text(name);
        url
    }
}

impl<T: State> Default for Place<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Place<T> {
    fn clone(&self) -> Self {
        Self {
            record: self.record.clone(),
            of: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Place<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Place")
            .field("record", &self.record)
            .finish()
    }
}
