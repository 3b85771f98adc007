//! States in a file.

mod schema;
mod statements;
mod thread;

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::TransactionBehavior::{Deferred, Immediate};

use self::thread::Thread;
use super::{Entry, Key, Store, StoreError, Version};

/// Keeps states in a file of `SQLite`: they outlive the process.
///
/// ```
/// use starmark::live::Topic;
/// use starmark::state::{Entry, Key, Sqlite, Store, StoreError, Version};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), StoreError> {
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("states.db");
/// let key = Key::new(Topic::new("Cart/session/6f0a"));
/// let cart = Entry { value: String::from("[7]"), version: Version::from(1) };
///
/// let store = Sqlite::open(&path)?;
/// assert!(store.save(&key, cart.clone(), None, None).await?);
/// drop(store);
///
/// let store = Sqlite::open(&path)?;
/// assert_eq!(store.load(&key).await?, Some(cart));
/// # Ok(())
/// # }
/// ```
///
/// A save returns when it is on the disk, so that neither a crash nor a power cut undoes it (`synchronous=FULL`). Saves
/// that come together go to the disk together. Loads do not wait for saves.
///
/// Several processes may use the same file, of the same machine and not over a network, because of the
/// [write-ahead log](https://sqlite.org/wal.html): two files beside the database, `-wal` and `-shm`, that belong to it.
/// A save waits five seconds for that of another process, and then fails.
/// The file is the store's alone: tables of the application have their place in another.
///
/// A file of an older version of the library is migrated when it is opened. The time of an entry is over by the clock
/// of the system; its room in the file is used again.
///
/// Dropping the store closes the file. This waits for the save that is under way.
pub struct Sqlite {
    path: PathBuf,
    // Dropped first, so that the writer is the last to close the database and leaves one file.
    reader: Option<Thread>,
    writer: Thread,
}

impl Sqlite {
    /// The store in this file, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// If the folder is not there, or the file cannot be written, or is no database, or one of another application, or
    /// one of a newer version of this library. What is not the store's own is not changed.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let path = path.as_ref();
        // Absolute, so that neither `:memory:` nor `file:` has a meaning of its own.
        let path = std::path::absolute(path).map_err(|error| schema::refused(path, &error))?;
        let reader = schema::open(&path)?;
        let writer = schema::open(&path)?;
        Ok(Self {
            reader: Some(Thread::start(reader, Deferred, &path)?),
            writer: Thread::start(writer, Immediate, &path)?,
            path,
        })
    }

    /// A store in memory, which ends with the value: for tests.
    ///
    /// # Errors
    ///
    /// If the system has no thread for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = PathBuf::from(":memory:");
        let mut connection = Connection::open_in_memory()?;
        schema::migrate(&mut connection)?;
        Ok(Self {
            // A database in memory is that of one connection.
            reader: None,
            writer: Thread::start(connection, Immediate, &path)?,
            path,
        })
    }
}

impl Store for Sqlite {
    async fn load(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        let key = key.clone();
        let thread = self.reader.as_ref().unwrap_or(&self.writer);
        thread
            .carry_out(move |connection| statements::load(connection, &key))
            .await
    }

    async fn save(
        &self,
        key: &Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Result<bool, StoreError> {
        let key = key.clone();
        let save = move |connection: &Connection| {
            statements::save(connection, &key, &entry, replaces, expiry)
        };
        self.writer.carry_out(save).await
    }

    async fn remove(&self, key: &Key) -> Result<(), StoreError> {
        let key = key.clone();
        let remove = move |connection: &Connection| statements::remove(connection, &key);
        self.writer.carry_out(remove).await
    }
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sqlite")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
