//! What was acknowledged is there after a kill, at whatever moment it comes.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Child;
use std::sync::Arc;
use std::time::Duration;

use starmark::state::{Sqlite, Store as _};
use tokio::task::JoinSet;

use crate::{entry, key, processes};

const KILLS: u64 = 50;
const SAVES: usize = 1000;

#[test]
fn a_kill_undoes_nothing_that_was_acknowledged() {
    if let Some(file) = processes::file() {
        return save_for_ever(Path::new(&file));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("states.db");
    let mut acknowledged = HashSet::new();
    let mut kills = 0;
    while kills < KILLS || acknowledged.len() < SAVES {
        let test = "crash::a_kill_undoes_nothing_that_was_acknowledged";
        acknowledged.extend(kill(processes::start(test, &file), random(60)));
        kills += 1;
        assert_eq!(integrity(&file), "ok", "after kill {kills}");
    }
    let lost = missing(&file, acknowledged);
    assert!(lost.is_empty(), "{} are lost: {lost:?}", lost.len());
}

/// Writers that say what is saved, until they are killed.
#[tokio::main]
async fn save_for_ever(file: &Path) {
    let store = Arc::new(Sqlite::open(file).expect("a store"));
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        let (store, process) = (Arc::clone(&store), std::process::id());
        writers.spawn(async move {
            for n in 0.. {
                let name = format!("{process}/{writer}/{n}");
                let value = entry(value(&name), n);
                let saved = store.save(&key(&name), value, None, None).await;
                assert!(saved.expect("a save"), "{name} is there already");
                println!("saved {name}.");
            }
        });
    }
    writers.join_all().await;
}

/// Text of different lengths, some longer than a page of the database.
fn value(name: &str) -> String {
    name.repeat(1 + name.len() % 7 * 100)
}

/// Kills it after so many saves and a moment, and returns the names of what it has acknowledged.
fn kill(mut process: Child, saves: u64) -> Vec<String> {
    let mut output = BufReader::new(process.stdout.take().expect("its output"));
    let mut names = Vec::new();
    let mut line = String::new();
    while output.read_line(&mut line).expect("a line") > 0 {
        // The full stop shows that the line is whole.
        if let Some((_, name)) = line.trim_end().rsplit_once("saved ") {
            names.extend(name.strip_suffix('.').map(str::to_owned));
        }
        line.clear();
        if names.len() as u64 == saves {
            std::thread::sleep(Duration::from_micros(random(3000)));
            process.kill().expect("it runs");
        }
    }
    process.wait().expect("its end");
    names
}

fn integrity(file: &Path) -> String {
    let connection = rusqlite::Connection::open(file).expect("a database");
    let check = connection.pragma_query_value(None, "integrity_check", |row| row.get(0));
    check.expect("a check")
}

#[tokio::main(flavor = "current_thread")]
async fn missing(file: &Path, acknowledged: HashSet<String>) -> Vec<String> {
    let store = Sqlite::open(file).expect("a store");
    let mut lost = Vec::new();
    for name in acknowledged {
        let there = store.load(&key(&name)).await.expect("a load");
        if there.is_none_or(|entry| entry.value != value(&name)) {
            lost.push(name);
        }
    }
    lost
}

fn random(end: u64) -> u64 {
    RandomState::new().hash_one(end) % end
}
