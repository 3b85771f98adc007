//! States in Redis.

mod connection;

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use redis::cmd;

use self::connection::{Connection, Sent};
use super::{Entry, Key, Store, StoreError, Version};
use crate::live::AddressError;
use crate::random;

/// Saves an entry in the place of a version, unless an earlier try has done so.
///
/// Versions are compared as text, because numbers of Lua are doubles.
const SAVE: &str = "
local there = redis.call('HMGET', KEYS[1], 'version', 'save')
local value, version, replaces, save, expiry = unpack(ARGV)
if there[2] == save then return 'saved' end
if (there[1] or '') ~= replaces then
    if there[1] == version then return 'taken' end
    return 'other'
end
redis.call('HSET', KEYS[1], 'value', value, 'version', version, 'save', save)
if expiry == '' then
    redis.call('PERSIST', KEYS[1])
else
    redis.call('PEXPIRE', KEYS[1], expiry)
end
return 'saved'";

/// Keeps states in [Redis](https://redis.io): several servers share them.
///
/// ```no_run
/// use starmark::live::AddressError;
/// use starmark::state::{Redis, States};
///
/// # fn main() -> Result<(), AddressError> {
/// let store = Redis::new("redis://127.0.0.1:6379")?.prefix("shop:");
/// let states = States::new().store(store);
/// # Ok(())
/// # }
/// ```
///
/// An entry is a hash of its value and its version under the key of the state after a prefix. What is acknowledged is as
/// safe as Redis is told to make it: it is on the disk with `appendonly yes` and `appendfsync always`, and stays in
/// memory with `maxmemory-policy noeviction`.
///
/// Everything goes over one connection, which begins with the first request, within tokio, and is made again
/// whenever it is lost. Requests wait for it and are sent again, each for five seconds at most ([`limit`](Self::limit)).
/// A save that is sent again is known by a mark that only it has, so that it happens once. If its answer is lost, and the
/// entry has been changed again before it could ask, then nobody can know whether it was saved, and it fails.
/// A removal that is sent again may remove what was saved in between.
///
/// A URL with `rediss://` takes a program that turns on TLS in the crate `redis`.
pub struct Redis {
    connection: Connection,
    prefix: String,
    /// Tells the saves of this store from those of others.
    origin: u64,
    saves: AtomicU64,
}

impl Redis {
    /// The store at this URL, such as `redis://:password@host:6379/0`.
    ///
    /// # Errors
    ///
    /// If the URL cannot be read. Whether a server is there is not known before the first request.
    pub fn new(url: &str) -> Result<Self, AddressError> {
        Ok(Self {
            connection: Connection::new(url)?,
            prefix: "starmark:".to_owned(),
            origin: random::number(),
            saves: AtomicU64::new(0),
        })
    }

    /// What all keys begin with: `starmark:`, if nothing else is said.
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// How long a request may take, waiting for a connection included: five seconds, if nothing else is said.
    pub fn limit(mut self, limit: Duration) -> Self {
        self.connection.limit = limit;
        self
    }

    fn name(&self, key: &Key) -> String {
        format!("{}{key}", self.prefix)
    }

    /// The mark of a save.
    fn mark(&self) -> String {
        let save = self.saves.fetch_add(1, Ordering::Relaxed);
        format!("{:x}.{save:x}", self.origin)
    }
}

impl Store for Redis {
    async fn load(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        let mut command = cmd("HMGET");
        command.arg(self.name(key)).arg("value").arg("version");
        match self.connection.ask(&command).await?.0 {
            (None::<String>, None::<u64>) => Ok(None),
            (Some(value), Some(version)) => {
                let version = Version::from(version);
                Ok(Some(Entry { value, version }))
            }
            _ => Err(self
                .connection
                .failed(&format!("{} is no state", self.name(key)))),
        }
    }

    async fn save(
        &self,
        key: &Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Result<bool, StoreError> {
        let mut command = cmd("EVAL");
        command.arg(SAVE).arg(1).arg(self.name(key));
        command.arg(entry.value).arg(entry.version.number());
        command.arg(replaces.map_or_else(String::new, |version| version.number().to_string()));
        command
            .arg(self.mark())
            .arg(expiry.map_or_else(String::new, millis));
        let answer: (String, _) = self.connection.ask(&command).await?;
        match (answer.0.as_str(), answer.1) {
            ("saved", _) => Ok(true),
            // Had an earlier try saved this version, nobody else would have come to it.
            ("taken", _) | (_, Sent::Once) => Ok(false),
            (_, Sent::Again) => Err(self.connection.failed(
                "the answer to a save was lost, and the entry has changed since, so it may have been saved or not",
            )),
        }
    }

    async fn remove(&self, key: &Key) -> Result<(), StoreError> {
        let mut command = cmd("DEL");
        command.arg(self.name(key));
        self.connection.ask(&command).await.map(|((), _)| ())
    }
}

/// At most what Redis can add to the time of day.
fn millis(expiry: Duration) -> String {
    expiry.as_millis().min(1 << 60).to_string()
}

impl fmt::Debug for Redis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redis")
            .field("address", &self.connection.address())
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}
