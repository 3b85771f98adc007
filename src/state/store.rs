//! Where states are kept.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::live::Topic;

/// Why a store did not do what it was asked: any error of what is behind it.
pub type StoreError = Box<dyn Error + Send + Sync>;

/// Keeps states by their keys, across requests and, if it can, across restarts.
///
/// Entries have versions, and a save says which version it replaces: of two that replace the same, the second is
/// refused, so that no update is lost. That is all of the contract:
///
/// ```
/// use std::collections::HashMap;
/// use std::sync::Mutex;
/// use std::time::Duration;
/// use starmark::state::{Entry, Key, Store, StoreError, Version};
///
/// /// Entries in a map, for as long as the process runs.
/// #[derive(Default)]
/// struct Map(Mutex<HashMap<Key, Entry>>);
///
/// impl Store for Map {
///     async fn load(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
///         let map = self.0.lock().map_err(|_| "the map is broken")?;
///         Ok(map.get(key).cloned())
///     }
///
///     async fn save(
///         &self,
///         key: &Key,
///         entry: Entry,
///         replaces: Option<Version>,
///         _expiry: Option<Duration>,
///     ) -> Result<bool, StoreError> {
///         let mut map = self.0.lock().map_err(|_| "the map is broken")?;
///         let is_current = map.get(key).map(|entry| entry.version) == replaces;
///         if is_current {
///             map.insert(key.clone(), entry);
///         }
///         Ok(is_current)
///     }
///
///     async fn remove(&self, key: &Key) -> Result<(), StoreError> {
///         self.0.lock().map_err(|_| "the map is broken")?.remove(key);
///         Ok(())
///     }
/// }
/// ```
pub trait Store: Send + Sync + 'static {
    /// The entry, unless there is none, or its time is over.
    ///
    /// # Errors
    ///
    /// If the store is out of reach or broken.
    fn load(&self, key: &Key) -> impl Future<Output = Result<Option<Entry>, StoreError>> + Send;

    /// Keeps an entry, if what is there has the version that it replaces, or nothing is there and it replaces nothing;
    /// otherwise it changes nothing and returns `false`.
    ///
    /// It returns when the entry is as safe as the store makes it. An entry whose `expiry` has passed since counts as
    /// not there.
    ///
    /// # Errors
    ///
    /// If the store is out of reach or broken; the entry may be saved or not.
    fn save(
        &self,
        key: &Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Forgets an entry, if there is one.
    ///
    /// # Errors
    ///
    /// If the store is out of reach or broken.
    fn remove(&self, key: &Key) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// What a store keeps for a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The state as JSON.
    pub value: String,
    /// It grows with every change.
    pub version: Version,
}

/// Which of the values that a key has had: a later one is larger, also after the key was removed and came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(u64);

impl Version {
    /// The version after this one, or the first.
    pub(super) fn after(version: Option<Self>) -> Self {
        version.map_or_else(Self::first, |version| Self(version.0 + 1))
    }

    /// The time, in microseconds: after all versions of entries that are gone.
    fn first() -> Self {
        let time = SystemTime::now().duration_since(UNIX_EPOCH);
        let micros = time.unwrap_or_default().as_micros();
        Self(u64::try_from(micros).unwrap_or(u64::MAX / 2))
    }

    /// The version as a number of at most 63 bits.
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// The version of a number that a store has kept.
impl From<u64> for Version {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

/// Whose state it is: the name of the state, its scope, and which of those, such as `Cart/session/6f0a…`.
///
/// It is visible ASCII; what comes from outside is percent-encoded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(Topic);

impl Key {
    /// The key of this name, for tests of stores: those of states are made of their scopes.
    ///
    /// ```
    /// use starmark::live::Topic;
    /// use starmark::state::Key;
    ///
    /// let key = Key::new(Topic::new("Cart/session").with("6f0a"));
    /// assert_eq!(key.as_str(), "Cart/session/6f0a");
    /// ```
    pub const fn new(topic: Topic) -> Self {
        Self(topic)
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What is told about it has the same name.
    pub(super) const fn topic(&self) -> &Topic {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// A store of any type.
pub(super) trait AnyStore: Send + Sync {
    fn load<'a>(&'a self, key: &'a Key) -> Answer<'a, Option<Entry>>;
    fn save<'a>(
        &'a self,
        key: &'a Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Answer<'a, bool>;
    fn remove<'a>(&'a self, key: &'a Key) -> Answer<'a, ()>;
}

impl<S: Store> AnyStore for S {
    fn load<'a>(&'a self, key: &'a Key) -> Answer<'a, Option<Entry>> {
        Box::pin(Store::load(self, key))
    }

    fn save<'a>(
        &'a self,
        key: &'a Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Answer<'a, bool> {
        Box::pin(Store::save(self, key, entry, replaces, expiry))
    }

    fn remove<'a>(&'a self, key: &'a Key) -> Answer<'a, ()> {
        Box::pin(Store::remove(self, key))
    }
}
