//! The store in a file: which files it takes, and what it does beside others.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
use starmark::state::{Sqlite, Store as _};
use tempfile::TempDir;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::contract::increment;
use crate::{PATIENCE, entry, key, processes};

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("states.db");
    (folder, file)
}

fn reason(file: &Path) -> String {
    let error = Sqlite::open(file).expect_err("it is refused").to_string();
    let opening = format!(
        "the database of states at {} cannot be opened: ",
        file.display()
    );
    let reason = error.strip_prefix(&opening);
    reason.unwrap_or_else(|| panic!("{error:?}")).to_owned()
}

#[test]
fn a_place_that_is_none_is_refused() {
    let (folder, _) = place();
    let inside = folder.path().join("a/b");
    assert_eq!(
        reason(&inside.join("states.db")),
        format!("there is no folder {}; make it first", inside.display())
    );
    assert_eq!(reason(folder.path()), "that is a folder; name a file in it");
    assert!(reason(Path::new("")).contains("empty path"));
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let (_folder, file) = place();
    for content in ["Dear diary", &"SQLite format 3?".repeat(1000)] {
        std::fs::write(&file, content).expect("a file");
        assert_eq!(
            reason(&file),
            "it is no database of SQLite, or an encrypted one; choose another file (file is not a database)"
        );
        assert_eq!(std::fs::read_to_string(&file).expect("a file"), content);
    }
}

#[test]
fn a_database_of_others_is_refused_and_left_alone() {
    for theirs in [
        "CREATE TABLE states (key TEXT)",
        "PRAGMA user_version = 1",
        "PRAGMA application_id = 7",
        "PRAGMA journal_mode = wal; CREATE TABLE notes (text TEXT)",
    ] {
        let (_folder, file) = place();
        let other = Connection::open(&file).expect("a database");
        other.execute_batch(theirs).expect("it is theirs");
        drop(other);
        let before = std::fs::read(&file).expect("a file");
        let expected = "it belongs to another application; the store needs a file of its own";
        assert_eq!(reason(&file), expected, "{theirs}");
        assert!(std::fs::read(&file).expect("a file") == before, "{theirs}");
    }
}

#[test]
fn a_file_of_the_future_is_refused_and_left_alone() {
    let (_folder, file) = place();
    drop(Sqlite::open(&file).expect("a store"));
    let future = Connection::open(&file).expect("a database");
    future
        .execute_batch("PRAGMA user_version = 99; DROP TABLE states")
        .expect("a later schema");
    drop(future);
    let before = std::fs::read(&file).expect("a file");
    assert_eq!(
        reason(&file),
        "a newer version of the library has written it (its schema is 99, this version knows 1); \
         use that version, or another file"
    );
    assert!(std::fs::read(&file).expect("a file") == before);
}

#[tokio::test]
async fn an_empty_file_becomes_a_store() {
    let (_folder, file) = place();
    std::fs::write(&file, "").expect("a file");
    let store = Sqlite::open(&file).expect("a store");
    let saved = store.save(&key("a"), entry("1", 1), None, None).await;
    assert!(saved.expect("a save"));
}

#[tokio::test]
async fn a_name_has_no_meaning_of_its_own() {
    let (folder, _) = place();
    for name in [":memory:", "file:a?mode=memory", "a b%20?#", "ä"] {
        let file = folder.path().join(name);
        let store = Sqlite::open(&file).expect("a store");
        let saved = store.save(&key("a"), entry(name, 1), None, None).await;
        assert!(saved.expect("a save"));
        drop(store);
        let there = Sqlite::open(&file).expect("a store").load(&key("a")).await;
        assert_eq!(there.expect("a load"), Some(entry(name, 1)));
    }
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 4);
}

#[tokio::test]
async fn the_end_of_the_store_closes_the_file() {
    let (folder, file) = place();
    let store = Sqlite::open(&file).expect("a store");
    let saved = store.save(&key("a"), entry("1", 1), None, None).await;
    assert!(saved.expect("a save"));
    drop(store);
    // Neither log nor lock is left.
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 1);
}

#[tokio::test]
async fn loads_do_not_wait_for_those_who_write() {
    let (_folder, file) = place();
    let store = Arc::new(Sqlite::open(&file).expect("a store"));
    let saved = store.save(&key("a"), entry("1", 1), None, None).await;
    assert!(saved.expect("a save"));
    let other = Connection::open(&file).expect("a database");
    other
        .execute_batch("BEGIN IMMEDIATE; DELETE FROM states")
        .expect("a writer");
    let saving = tokio::spawn({
        let store = Arc::clone(&store);
        async move { store.save(&key("b"), entry("2", 1), None, None).await }
    });
    sleep(Duration::from_millis(100)).await;
    let there = timeout(PATIENCE, store.load(&key("a"))).await;
    assert_eq!(
        there.expect("at once").expect("a load"),
        Some(entry("1", 1))
    );
    assert!(!saving.is_finished());
    other.execute_batch("ROLLBACK").expect("an end");
    assert!(saving.await.expect("no panic").expect("a save"));
}

#[tokio::test]
async fn a_save_does_not_wait_for_ever() {
    let (_folder, file) = place();
    let store = Sqlite::open(&file).expect("a store");
    let other = Connection::open(&file).expect("a database");
    other.execute_batch("BEGIN IMMEDIATE").expect("a writer");
    let (key, entry) = (key("a"), entry("1", 1));
    let saved = timeout(PATIENCE, store.save(&key, entry, None, None)).await;
    let error = saved.expect("in time").expect_err("it is locked");
    assert_eq!(
        error.to_string(),
        format!(
            "the database of states at {}: database is locked",
            file.display()
        )
    );
}

#[test]
fn processes_share_a_file() {
    if let Some(file) = processes::file() {
        return increments(Path::new(&file));
    }
    // Nobody has made the file before: they do it at the same time.
    let (_folder, file) = place();
    let test = "sqlite::processes_share_a_file";
    let processes = [(); 4].map(|()| processes::start(test, &file));
    for process in processes {
        let output = process.wait_with_output().expect("its end");
        assert!(output.status.success(), "{output:?}");
    }
    let connection = Connection::open(&file).expect("a database");
    let query = "SELECT value, version FROM states";
    let row = connection.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?)));
    assert_eq!(row, Ok((String::from("800"), 800)));
}

#[tokio::main]
async fn increments(file: &Path) {
    let store = Arc::new(Sqlite::open(file).expect("a store"));
    let mut tasks = JoinSet::new();
    for _ in 0..4 {
        let store = Arc::clone(&store);
        tasks.spawn(async move {
            for _ in 0..50 {
                // A disk that has much to write may keep the file from this process for too long.
                while let Err(error) = increment(&*store, &key("count")).await {
                    assert!(error.to_string().ends_with("database is locked"), "{error}");
                }
            }
        });
    }
    tasks.join_all().await;
}

/// What the system forbids, it allows those who run tests in a container: there it is tried as another user.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_must_not_be_written_is_refused() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;

    if let Some(file) = processes::file() {
        return println!("{}.", reason(Path::new(&file)));
    }
    let refusal = |of_file, of_folder| {
        let (folder, file) = place();
        drop(Sqlite::open(&file).expect("a store"));
        for (path, mode) in [(file.as_path(), of_file), (folder.path(), of_folder)] {
            set_permissions(path, Permissions::from_mode(mode)).expect("a mode");
        }
        let test = "sqlite::a_file_that_must_not_be_written_is_refused";
        processes::output_as_nobody(test, &file)
    };
    let text = refusal(0o444, 0o777);
    let expected = "the file is read-only; the process must be allowed to write it.";
    assert!(text.contains(expected), "{text}");
    let text = refusal(0o666, 0o555);
    let expected = "the process must be allowed to write the file and its folder";
    assert!(text.contains(expected), "{text}");
}
