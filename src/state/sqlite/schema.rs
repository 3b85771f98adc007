//! What the file is like, and which files are taken.

use std::fmt::Display;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags, Result, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::super::StoreError;

/// How the schema came to be, a step for each version. Steps are added and never changed: files of users have been
/// through them.
const STEPS: &[M<'_>] = &[M::up(
    "CREATE TABLE states (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL,
        version INTEGER NOT NULL,
        -- Milliseconds since 1970; NULL is never.
        expires INTEGER
    ) STRICT;
    CREATE INDEX states_expires ON states (expires) WHERE expires IS NOT NULL;
    PRAGMA application_id = 0x53746D6B;",
)];

/// Says in the header of the file whose it is: `Stmk`.
const APPLICATION: i32 = 0x5374_6D6B;

/// How long another process may have the file.
const BUSY: Duration = Duration::from_secs(5);

/// A connection to this file, which is made or migrated if need be.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    connect(path, STEPS).map_err(|reason| refused(path, &reason))
}

/// Why this file cannot be opened.
pub(super) fn refused(path: &Path, reason: &dyn Display) -> StoreError {
    let path = path.display();
    format!("the database of states at {path} cannot be opened: {reason}").into()
}

/// Makes the tables, or brings them up to date.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    Ok(migrate_by(connection, STEPS)?)
}

fn connect(path: &Path, steps: &[M<'_>]) -> Result<Connection, String> {
    expect_place(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(explain)?;
    connection.busy_timeout(BUSY).map_err(explain)?;
    let leave_log = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    connection.set_db_config(leave_log, true).map_err(explain)?;
    survey(&mut connection, steps.len())?;
    connection
        .set_db_config(leave_log, false)
        .map_err(explain)?;
    configure(&connection)?;
    migrate_by(&mut connection, steps).map_err(|error| error.to_string())?;
    Ok(connection)
}

/// `SQLite` says of each of these that it is unable to open the file.
fn expect_place(path: &Path) -> Result<(), String> {
    match path.parent() {
        Some(folder) if !folder.is_dir() => {
            let folder = folder.display();
            Err(format!("there is no folder {folder}; make it first"))
        }
        _ if path.is_dir() => Err("that is a folder; name a file in it".to_owned()),
        _ => Ok(()),
    }
}

/// Refuses a file that is not the store's, or that this version of the library does not know, and leaves it as it is.
fn survey(connection: &mut Connection, known: usize) -> Result<(), String> {
    let header = Header::read(connection).map_err(explain)?;
    if header.is_foreign() {
        return Err(
            "it belongs to another application; the store needs a file of its own".to_owned(),
        );
    }
    if header.version as usize > known {
        return Err(format!(
            "a newer version of the library has written it (its schema is {}, this version knows {known}); \
             use that version, or another file",
            header.version
        ));
    }
    if connection.is_readonly("main").map_err(explain)? {
        return Err("the file is read-only; the process must be allowed to write it".to_owned());
    }
    Ok(())
}

struct Header {
    application: i32,
    version: u32,
    objects: u32,
}

impl Header {
    fn read(connection: &mut Connection) -> Result<Self> {
        // All of it at one time, while others may migrate the file.
        let transaction = connection.transaction()?;
        let read = |query| transaction.query_row(query, [], |row| row.get(0));
        Ok(Self {
            application: transaction.query_row("PRAGMA application_id", [], |row| row.get(0))?,
            version: read("PRAGMA user_version")?,
            objects: read("SELECT count(*) FROM sqlite_schema")?,
        })
    }

    /// A file that nobody has used may become the store's.
    const fn is_foreign(&self) -> bool {
        let is_new = self.application == 0 && self.version == 0 && self.objects == 0;
        self.application != APPLICATION && !is_new
    }
}

fn configure(connection: &Connection) -> Result<(), String> {
    if journal(connection).map_err(explain)? != "wal" {
        return Err("its file system has no shared memory for SQLite; use a local disk".to_owned());
    }
    let set = |name, value: i64| connection.pragma_update(None, name, value).map_err(explain);
    // Each commit is on the disk, also on systems where `fsync` alone ends in the cache of the disk.
    set("synchronous", 2)?;
    set("fullfsync", 1)?;
    set("checkpoint_fullfsync", 1)?;
    // After a burst, the log shrinks again.
    set("journal_size_limit", 64 << 20)
}

/// Turns the write-ahead log on, if it is not, and returns what is on then.
fn journal(connection: &Connection) -> Result<String> {
    let until = Instant::now() + BUSY;
    loop {
        let mode =
            connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0));
        match mode {
            // For this, SQLite does not wait itself.
            Err(error) if is_busy(&error) && Instant::now() < until => sleep(BUSY / 500),
            mode => return mode,
        }
    }
}

/// Whether another process has the file.
pub(super) fn is_busy(error: &Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

fn migrate_by(connection: &mut Connection, steps: &[M<'_>]) -> rusqlite_migration::Result<()> {
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    let migrations = Migrations::from_slice(steps);
    // The first time may fail because another process does the same; then it has been done.
    migrations
        .to_latest(connection)
        .or_else(|_| migrations.to_latest(connection))
}

/// What `SQLite` says, and what it means.
#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn explain(error: Error) -> String {
    let meaning = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => {
            "it is no database of SQLite, or an encrypted one; choose another file"
        }
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "the process must be allowed to write the file and its folder, where SQLite keeps two more files"
        }
        Some(ErrorCode::DatabaseBusy) => "another process has it for a long time",
        _ => return error.to_string(),
    };
    format!("{meaning} ({error})")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema of a version to come.
    fn later() -> Vec<M<'static>> {
        let mut steps = STEPS.to_vec();
        steps.push(M::up("ALTER TABLE states ADD COLUMN owner TEXT"));
        steps
    }

    fn reason(path: &Path, steps: &[M<'_>]) -> String {
        connect(path, steps).expect_err("it is refused")
    }

    #[test]
    fn an_older_file_is_migrated_and_keeps_its_entries() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("states.db");
        let older = connect(&path, STEPS).expect("a new file");
        let insert = "INSERT INTO states (key, value, version) VALUES ('a', '1', 7)";
        older.execute(insert, []).expect("an entry");
        drop(older);
        let newer = connect(&path, &later()).expect("a migrated file");
        let query = "SELECT version, owner FROM states WHERE key = 'a'";
        let row = newer.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?)));
        assert_eq!(row, Ok((7, None::<String>)));
    }

    #[test]
    fn a_newer_file_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("states.db");
        drop(connect(&path, &later()).expect("a new file"));
        let before = std::fs::read(&path).expect("a file");
        assert_eq!(
            reason(&path, STEPS),
            "a newer version of the library has written it (its schema is 2, this version knows 1); \
             use that version, or another file"
        );
        assert_eq!(std::fs::read(&path).expect("a file"), before);
        connect(&path, &later()).expect("a file as it was");
    }

    #[test]
    fn each_step_can_be_taken() {
        Migrations::from_slice(STEPS).validate().expect("steps");
    }

    #[test]
    fn a_commit_is_on_the_disk() {
        let folder = tempfile::tempdir().expect("a folder");
        let connection = connect(&folder.path().join("states.db"), STEPS).expect("a new file");
        for (pragma, value) in [
            ("synchronous", 2),
            ("fullfsync", 1),
            ("checkpoint_fullfsync", 1),
        ] {
            let set: i32 = connection
                .pragma_query_value(None, pragma, |row| row.get(0))
                .expect("a value");
            assert_eq!(set, value, "{pragma}");
        }
    }
}
