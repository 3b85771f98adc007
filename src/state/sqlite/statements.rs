//! What is asked of the database.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, OptionalExtension as _, Result, params};

use super::super::{Entry, Key, Version};

/// Reads an entry whose time is not over.
const LOAD: &str =
    "SELECT value, version FROM states WHERE key = ?1 AND (expires IS NULL OR expires > ?2)";

/// Saves an entry where nothing is, or nothing any more.
const INSERT: &str = "INSERT INTO states (key, value, version, expires) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (key) DO UPDATE
    SET value = excluded.value, version = excluded.version, expires = excluded.expires
    WHERE expires <= ?5";

/// Saves an entry in the place of a version.
const UPDATE: &str = "UPDATE states SET value = ?2, version = ?3, expires = ?4
    WHERE key = ?1 AND version = ?6 AND (expires IS NULL OR expires > ?5)";

const REMOVE: &str = "DELETE FROM states WHERE key = ?1";

/// Removes two entries whose time is over: each save adds at most one, so that they become fewer.
pub(super) const SWEEP: &str =
    "DELETE FROM states WHERE id IN (SELECT id FROM states WHERE expires <= ?1 LIMIT 2)";

pub(super) fn load(connection: &Connection, key: &Key) -> Result<Option<Entry>> {
    let mut statement = connection.prepare_cached(LOAD)?;
    let entry = statement.query_row(params![key.as_str(), now()], |row| {
        Ok(Entry {
            value: row.get(0)?,
            version: Version::from(row.get::<_, i64>(1)?.cast_unsigned()),
        })
    });
    entry.optional()
}

pub(super) fn save(
    connection: &Connection,
    key: &Key,
    entry: &Entry,
    replaces: Option<Version>,
    expiry: Option<Duration>,
) -> Result<bool> {
    let (key, version, now) = (key.as_str(), number(entry.version), now());
    let expires = expiry.map(|expiry| now.saturating_add(millis(expiry)));
    let changed = match replaces {
        None => connection.prepare_cached(INSERT)?.execute(params![
            key,
            entry.value,
            version,
            expires,
            now
        ])?,
        Some(current) => connection.prepare_cached(UPDATE)?.execute(params![
            key,
            entry.value,
            version,
            expires,
            now,
            number(current)
        ])?,
    };
    connection.prepare_cached(SWEEP)?.execute([now])?;
    Ok(changed > 0)
}

pub(super) fn remove(connection: &Connection, key: &Key) -> Result<()> {
    connection.prepare_cached(REMOVE)?.execute([key.as_str()])?;
    Ok(())
}

/// A version as `SQLite` counts: the same 64 bits.
const fn number(version: Version) -> i64 {
    version.number().cast_signed()
}

/// Milliseconds since 1970.
fn now() -> i64 {
    let time = SystemTime::now().duration_since(UNIX_EPOCH);
    millis(time.unwrap_or_default())
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::schema;
    use super::*;
    use crate::live::Topic;

    fn database() -> Connection {
        let mut connection = Connection::open_in_memory().expect("a database in memory");
        schema::migrate(&mut connection).expect("a schema");
        connection
    }

    fn name(key: u32) -> Key {
        Key::new(Topic::new("test").with(key))
    }

    fn put(connection: &Connection, key: u32, expiry: Option<Duration>) {
        let entry = Entry {
            value: String::from("1"),
            version: Version::from(1),
        };
        assert_eq!(save(connection, &name(key), &entry, None, expiry), Ok(true));
    }

    fn count(connection: &Connection) -> u32 {
        let count = connection.query_row("SELECT count(*) FROM states", [], |row| row.get(0));
        count.expect("a count")
    }

    #[test]
    fn what_is_over_is_swept_by_what_comes() {
        let connection = database();
        connection
            .execute_batch(
                "WITH RECURSIVE n (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM n LIMIT 100)
                INSERT INTO states (key, value, version, expires) SELECT 'old' || n, '', 1, n FROM n",
            )
            .expect("old entries");
        for key in 0..60 {
            put(&connection, key, Some(Duration::from_secs(60)));
        }
        assert_eq!(count(&connection), 60);
    }

    #[test]
    fn what_is_over_is_found_by_its_index() {
        let connection = database();
        let plan: Vec<String> = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {SWEEP}"))
            .and_then(|mut plan| plan.query_map([0], |row| row.get(3))?.collect())
            .expect("a plan");
        assert!(
            plan.iter().any(|step| step.contains("states_expires")),
            "{plan:?}"
        );
        assert!(
            !plan.iter().any(|step| step.starts_with("SCAN")),
            "{plan:?}"
        );
    }

    #[test]
    fn an_expiry_without_end_is_one() {
        let connection = database();
        put(&connection, 1, Some(Duration::MAX));
        put(&connection, 2, None);
        for key in [1, 2] {
            let entry = load(&connection, &name(key));
            assert!(entry.expect("a database").is_some());
        }
    }
}
