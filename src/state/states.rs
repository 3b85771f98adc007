//! All states of an application: where they are kept, and how pages reach them.

use std::any::TypeId;
use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use http::Extensions;

use super::call::{Any, Of};
use super::change::Snapshot;
use super::locks::Locks;
use super::scope::Owner;
use super::session::Cookies;
use super::store::AnyStore;
use super::{
    Current, Entry, Events, Key, Memory, Scope, Session, SessionKey, State, StateError, Storage,
    Store,
};
#[cfg(feature = "broker")]
use crate::live::Broker;
use crate::live::Relay;

/// All states of an application, as a layer: it answers the requests of events and pages under `/state/`, and gives
/// handlers their [`Current`] and [`Session`].
///
/// It goes around the whole application, so it is added behind the last route: a router that others are merged into
/// afterwards does not ask it. A clone is the same states.
///
/// ```
/// use axum::Router;
/// use axum::routing::get;
/// use starmark::prelude::*;
/// use starmark::state::{Current, States};
///
/// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
/// struct Counter { count: i64 }
///
/// #[events]
/// impl Counter {
///     #[event]
///     fn increment(&mut self, by: i64) {
///         self.count += by;
///     }
/// }
///
/// async fn page(counter: Current<Counter>) -> Markup {
///     let s = Counter::signals();
///     html! {
///         (counter)
///         p data-text=(s.count) { (counter.count) }
///         button data-on:click=(Counter::events().increment(1)) { "+" }
///     }
/// }
/// # use serde::{Deserialize, Serialize};
///
/// let app: Router = Router::new()
///     .route("/", get(page))
///     .layer(States::new().state::<Counter>());
/// ```
#[derive(Clone)]
pub struct States(Arc<Shared>);

#[derive(Clone)]
struct Shared {
    types: HashMap<&'static str, (TypeId, Arc<dyn Any>)>,
    store: Arc<dyn AnyStore>,
    stores: HashMap<TypeId, Arc<dyn AnyStore>>,
    relay: Relay<Snapshot>,
    locks: Locks,
    cookies: Cookies,
    app: Extensions,
}

impl States {
    /// States that are kept in [`Memory`], of sessions that end with the process.
    pub fn new() -> Self {
        Self(Arc::new(Shared {
            types: HashMap::new(),
            store: Arc::new(Memory::new()),
            stores: HashMap::new(),
            relay: Relay::new(),
            locks: Locks::default(),
            cookies: Cookies {
                key: SessionKey::random(),
                is_secure: false,
            },
            app: Extensions::new(),
        }))
    }

    /// Adds a type of states, with its events.
    ///
    /// # Panics
    ///
    /// If another type has the same name: give one of the two another by `#[state(name = "…")]`. And if the type
    /// names a store, by `#[state(store = …)]`, that was not added before.
    #[track_caller]
    pub fn state<T: Events>(mut self) -> Self {
        let id = TypeId::of::<T>();
        if let Some(store) = T::store() {
            assert!(
                self.0.stores.contains_key(&store.id),
                "`{}` is kept in a `{}`: add one by `with_store` before it",
                T::NAME,
                store.name
            );
        }
        let types = &mut self.shared().types;
        let of = Arc::new(Of::<T>(PhantomData)) as _;
        let (before, _) = types.entry(T::NAME).or_insert((id, of));
        assert!(
            *before == id,
            "two types of states have the name `{}`: give one of them another, by `#[state(name = \"…\")]`",
            T::NAME
        );
        self
    }

    /// Keeps all states in this store but those whose type names another.
    pub fn store(mut self, store: impl Store) -> Self {
        self.shared().store = Arc::new(store);
        self
    }

    /// Adds a store for the types that name it, by `#[state(store = …)]`.
    pub fn with_store<S: Store>(mut self, store: S) -> Self {
        self.shared()
            .stores
            .insert(TypeId::of::<S>(), Arc::new(store));
        self
    }

    /// Shares changes with other processes: those with the same stores, and the same broker.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime, in which the connection runs.
    #[cfg(feature = "broker")]
    pub fn over(mut self, broker: impl Broker) -> Self {
        self.shared().relay = Relay::over(broker);
        self
    }

    /// Gives this to events that take an [`App`](super::App) of its type.
    pub fn app<T: Clone + Send + Sync + 'static>(mut self, app: T) -> Self {
        self.shared().app.insert(app);
        self
    }

    /// Signs the cookies of sessions with this key, so that they outlive the process.
    pub fn key(mut self, key: SessionKey) -> Self {
        self.shared().cookies.key = key;
        self
    }

    /// Sends the cookies of sessions over TLS only, as every site that has it should.
    ///
    /// The cookie is `__Host-session` then.
    pub fn secure(mut self) -> Self {
        self.shared().cookies.is_secure = true;
        self
    }

    /// The state of a record, such as that of the ticket with this id.
    ///
    /// It is yours to decide who may see and change it: an event can take the [`Session`].
    ///
    /// # Errors
    ///
    /// If the store does not work.
    pub async fn record<T: State>(&self, id: impl fmt::Display) -> Result<Current<T>, StateError> {
        Current::load(self, Owner::Record(id.to_string())).await
    }

    /// The state of a session, of its user, or of everybody.
    ///
    /// # Errors
    ///
    /// If the state belongs to a record, or to a user and nobody has signed in; if the store does not work.
    pub async fn current<T: State>(&self, session: &Session) -> Result<Current<T>, StateError> {
        Current::load(self, owner::<T>(session)?).await
    }

    /// The same before the states are shared; a clone becomes states of its own.
    fn shared(&mut self) -> &mut Shared {
        Arc::make_mut(&mut self.0)
    }

    pub(super) fn find(&self, name: &str) -> Option<Arc<dyn Any>> {
        let (_, of) = self.0.types.get(name)?;
        Some(Arc::clone(of))
    }

    pub(super) fn given<T: Clone + Send + Sync + 'static>(&self) -> Result<T, StateError> {
        let missing = || StateError::NoApp(std::any::type_name::<T>());
        self.0.app.get().cloned().ok_or_else(missing)
    }

    pub(super) fn relay(&self) -> &Relay<Snapshot> {
        &self.0.relay
    }

    pub(super) fn locks(&self) -> &Locks {
        &self.0.locks
    }

    pub(super) fn cookies(&self) -> &Cookies {
        &self.0.cookies
    }

    /// The value of a key, and its version; the default, if there is none.
    pub(super) async fn load<T: State>(
        &self,
        key: &Key,
    ) -> Result<(T, Option<super::Version>), StateError> {
        if T::STORAGE != Storage::Server {
            return Ok((T::default(), None));
        }
        let entry = self.store_of::<T>()?.load(key).await;
        match entry.map_err(StateError::Store)? {
            Some(Entry { value, version }) => Ok((serde_json::from_str(&value)?, Some(version))),
            None => Ok((T::default(), None)),
        }
    }

    pub(super) fn store_of<T: State>(&self) -> Result<&dyn AnyStore, StateError> {
        match T::store() {
            None => Ok(&*self.0.store),
            Some(named) => {
                let store = self.0.stores.get(&named.id);
                let error = || StateError::Store(format!("there is no `{}`", named.name).into());
                store.map(|store| &**store).ok_or_else(error)
            }
        }
    }
}

/// The one of a scope that a request is about.
pub(super) fn owner<T: State>(session: &Session) -> Result<Owner, StateError> {
    match T::SCOPE {
        Scope::Global => Ok(Owner::Global),
        Scope::Session if T::STORAGE != Storage::Server => Ok(Owner::Browser),
        Scope::Session => Ok(Owner::Session(session.id())),
        Scope::User => session
            .user()
            .map(Owner::User)
            .ok_or(StateError::NotSignedIn),
        Scope::Record => Err(StateError::NotARecord),
    }
}

impl Default for States {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for States {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("States")
            .field("types", &self.0.types.keys())
            .finish_non_exhaustive()
    }
}
