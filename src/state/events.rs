//! What a type of states says of itself.

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

/// A state whose methods pages can call; [`#[events]`](macro@crate::events) makes it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no events",
    label = "no `#[events]`",
    note = "write `#[events] impl {Self} {{ }}`, with the methods that pages can call"
)]
pub trait Events: State {
    /// The events as actions.
    type Actions: From<Place<Self>>;

    /// Runs an event.
    #[doc(hidden)]
    fn call(call: Call<Self>) -> impl Future<Output = Result<Response<Body>, StateError>> + Send;
}
