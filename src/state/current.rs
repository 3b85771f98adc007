//! The value of a state for one request.

use std::ops::Deref;
use std::time::Duration;

use serde_json::Value;

use super::change::Snapshot;
use super::scope::Owner;
use super::session;
use super::{Entry, Events, Key, Place, Scope, State, StateError, States, Storage, Version};
use crate::data::action::part::Piece;
use crate::data::option;
use crate::data::{Action, With};

/// So many times others may be faster before an update gives up.
pub(super) const TRIES: u32 = 64;

/// A state as it is for one request: that of its session, its user, its record or of everybody.
///
/// It is an extractor where [`States`] is a layer, and reads like the value. In a template it is an element without
/// content, which declares the signals and keeps them following the state: put it into the body once. Where nothing was
/// saved yet, the state is the [`Default`] of its type.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use starmark::prelude::*;
/// use starmark::state::Current;
///
/// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
/// struct Counter { count: i64 }
///
/// // A handler of axum; `counter` reads like a `Counter`.
/// async fn page(counter: Current<Counter>) -> Markup {
///     html! { (counter) p data-text=(Counter::signals().count) { (counter.count) } }
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Current<T> {
    states: States,
    owner: Owner,
    key: Key,
    value: T,
    version: Option<Version>,
}

impl<T: State> Current<T> {
    pub(super) async fn load(states: &States, owner: Owner) -> Result<Self, StateError> {
        let key = owner.key::<T>();
        let (value, version) = states.load(&key).await?;
        Ok(Self {
            states: states.clone(),
            owner,
            key,
            value,
            version,
        })
    }

    /// Changes the state, and tells all pages that show it; returns what `change` returns.
    ///
    /// No update is lost: if somebody else was faster, `change` is called again, on the value as it is then. A change
    /// that changes nothing is not saved.
    ///
    /// ```
    /// use serde::{Deserialize, Serialize};
    /// use starmark::{Signals, State};
    /// use starmark::state::{Current, StateError};
    ///
    /// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
    /// struct Counter { count: i64 }
    ///
    /// async fn increment(mut counter: Current<Counter>) -> Result<i64, StateError> {
    ///     counter.update(|it| { it.count += 1; it.count }).await
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If others were faster too often, if the state cannot be written, if the store does not work.
    pub async fn update<R>(
        &mut self,
        mut change: impl FnMut(&mut T) -> R,
    ) -> Result<R, StateError> {
        let states = self.states.clone();
        let _turn = states.locks().turn(&self.key).await;
        for tries in 0..TRIES {
            // Anew each time: this value may be an old one.
            self.reload().await?;
            let mut value = self.value.clone();
            let result = change(&mut value);
            if self.save(value).await? {
                return Ok(result);
            }
            wait(tries).await;
        }
        Err(StateError::Conflict)
    }

    /// Forgets the state, in the store, too: it is the default again, for all pages that show it.
    ///
    /// ```
    /// use serde::{Deserialize, Serialize};
    /// use starmark::{Signals, State};
    /// use starmark::state::{Current, StateError};
    ///
    /// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
    /// struct Counter { count: i64 }
    ///
    /// async fn start_again(mut counter: Current<Counter>) -> Result<(), StateError> {
    ///     counter.reset().await
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If the store does not work.
    pub async fn reset(&mut self) -> Result<(), StateError> {
        let states = self.states.clone();
        let _turn = states.locks().turn(&self.key).await;
        // What is published is newer than what is there, not than what this value was.
        self.reload().await?;
        let store = states.store_of::<T>()?;
        store.remove(&self.key).await.map_err(StateError::Store)?;
        let snapshot = Snapshot::of(&T::default(), Some(Version::after(self.version)))?;
        (self.value, self.version) = (T::default(), None);
        states.relay().publish(self.key.topic().clone(), snapshot);
        Ok(())
    }

    /// Reads the state again.
    ///
    /// ```
    /// use serde::{Deserialize, Serialize};
    /// use starmark::{Signals, State};
    /// use starmark::state::{Current, StateError};
    ///
    /// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
    /// struct Counter { count: i64 }
    ///
    /// async fn newest(mut counter: Current<Counter>) -> Result<i64, StateError> {
    ///     counter.reload().await?;
    ///     Ok(counter.count)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If the store does not work, or holds something else.
    pub async fn reload(&mut self) -> Result<(), StateError> {
        (self.value, self.version) = self.states.load(&self.key).await?;
        Ok(())
    }

    /// Saves a value in place of this one, unless somebody else was faster.
    pub(super) async fn save(&mut self, value: T) -> Result<bool, StateError> {
        if T::STORAGE != Storage::Server {
            return Err(StateError::InBrowser);
        }
        let json = serde_json::to_string(&value)?;
        if json == serde_json::to_string(&self.value)? {
            return Ok(true);
        }
        let version = Version::after(self.version);
        // Before it is saved, as nothing that pages cannot show is.
        let snapshot = Snapshot::of(&value, Some(version))?;
        let entry = Entry {
            value: json,
            version,
        };
        let store = self.states.store_of::<T>()?;
        let saved = store.save(&self.key, entry, self.version, expiry::<T>());
        if !saved.await.map_err(StateError::Store)? {
            return Ok(false);
        }
        (self.value, self.version) = (value, Some(version));
        let topic = self.key.topic().clone();
        self.states.relay().publish(topic, snapshot);
        Ok(true)
    }

    pub(super) fn snapshot(&self) -> Result<Snapshot, StateError> {
        Ok(Snapshot::of(&self.value, self.version)?)
    }

    /// Which one of its type it is, as pages say that they follow it.
    pub(super) fn which(&self) -> Value {
        self.owner.which()
    }

    pub(super) const fn states(&self) -> &States {
        &self.states
    }

    /// The key under which the state is kept.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// The version of the value; nothing, if it was never saved.
    pub const fn version(&self) -> Option<Version> {
        self.version
    }

    /// The value itself.
    ///
    /// ```
    /// use serde::{Deserialize, Serialize};
    /// use starmark::{Signals, State};
    /// use starmark::state::Current;
    ///
    /// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
    /// struct Counter { count: i64 }
    ///
    /// async fn count(counter: Current<Counter>) -> String {
    ///     counter.into_inner().count.to_string()
    /// }
    /// ```
    pub fn into_inner(self) -> T {
        self.value
    }

    /// How pages reach this state.
    pub fn place(&self) -> Place<T> {
        match &self.owner {
            Owner::Record(id) => Place::record(id.clone()),
            _ => Place::new(),
        }
    }

    /// Follows the state from this version on, for `data-init`: what an element of it does.
    pub fn follow(&self) -> Action<With<option::stream, ()>> {
        let mut url = self.place().url();
        if let Some(version) = self.version {
            url.parameter("since", Piece::Natural(version.number()));
        }
        url.get().stream()
    }

    /// The events of this state, as actions.
    pub fn events(&self) -> T::Actions
    where
        T: Events,
    {
        self.place().into()
    }
}

impl<T> Deref for Current<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

fn expiry<T: State>() -> Option<Duration> {
    T::EXPIRY.or((T::SCOPE == Scope::Session).then_some(session::AGE))
}

/// Lets others go first: only processes compete, so a few milliseconds are a lot.
pub(super) async fn wait(tries: u32) {
    let jitter = u64::from(std::process::id() % 7);
    tokio::time::sleep(Duration::from_millis(u64::from(tries.min(8)) + jitter)).await;
}
