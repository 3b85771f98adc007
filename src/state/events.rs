//! What a type of states says of itself.

use std::fmt;
use std::time::Duration;

use http::Response;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Call, Named, Place, Scope, StateError, Storage};
use crate::reply::Body;
use crate::signals::{FromSignals, Record, ToSignals};

/// A struct that [`#[derive(State)]`](macro@crate::State) makes a state.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no state",
    label = "does not derive `State`",
    note = "derive `State` and `Signals` for it, beside serde's `Serialize` and `Deserialize`, `Clone` and `Default`"
)]
pub trait State:
    ToSignals
    + FromSignals
    + Record
    + Serialize
    + DeserializeOwned
    + Clone
    + Default
    + Send
    + Sync
    + 'static
{
    /// Its name, in addresses and in stores.
    const NAME: &'static str;
    /// Who shares a value.
    const SCOPE: Scope = Scope::Session;
    /// Where it is kept.
    const STORAGE: Storage = Storage::Server;
    /// How long after its last change it is forgotten; without, a session ends after 30 days, and the others never.
    const EXPIRY: Option<Duration> = None;

    /// The store that it is kept in, if it names one.
    fn store() -> Option<Named> {
        None
    }

    /// Takes over what a page may decide.
    fn adopt(&mut self, page: Self) {
        let _ = page;
    }
}

/// A state of which a request has one: that of its session, of its user, or of everybody.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is the state of a record, which has an id",
    label = "which record?",
    note = "write `{Self}::events_of(id)`, or ask a `Current<{Self}>` for its `events()`"
)]
pub trait Single: State {}

/// A state of which each record has one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no state of records, so it has no ids",
    label = "there is one for each request",
    note = "write `{Self}::events()`, or `#[state(record)]` on the struct"
)]
pub trait PerRecord: State {}

/// A state whose methods pages can call; [`#[events]`](macro@crate::events) makes it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no events",
    label = "no `#[events]`",
    note = "write `#[events] impl {Self} {{ }}`, with the methods that pages can call"
)]
pub trait Events: State {
    /// The events as actions.
    type Actions: From<Place<Self>>;

    /// The events as actions, for `data-on` and its siblings.
    fn events() -> Self::Actions
    where
        Self: Single,
    {
        Place::new().into()
    }

    /// The events of the record with this id, as actions.
    fn events_of(id: impl fmt::Display) -> Self::Actions
    where
        Self: PerRecord,
    {
        Place::record(id.to_string()).into()
    }

    /// Runs an event.
    #[doc(hidden)]
    fn call(call: Call<Self>) -> impl Future<Output = Result<Response<Body>, StateError>> + Send;
}
