//! Events of a process that is killed, on a store in a file.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use axum::Router;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::{Current, Sqlite, States};

use super::app::Browser;

const KILLS: u64 = 50;
const EVENTS: usize = 1000;
const WRITERS: u64 = 4;

/// What the child finds in its environment: where the file is.
const FILE: &str = "STARMARK_CRASH_FILE";

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(record)]
struct Journal {
    ids: Vec<String>,
}

#[events]
impl Journal {
    #[event]
    fn note(&mut self, id: String) {
        self.ids.push(id);
    }
}

#[test]
fn a_kill_undoes_no_event_that_was_acknowledged() {
    if let Some(file) = env::var_os(FILE) {
        return note_for_ever(Path::new(&file));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("states.db");
    let mut acknowledged = Vec::new();
    let mut kills = 0;
    while kills < KILLS || acknowledged.len() < EVENTS {
        acknowledged.extend(kill(start(&file), random(60)));
        kills += 1;
        // The database opens, and holds everything.
        let kept = kept(&file);
        let lost: Vec<_> = acknowledged
            .iter()
            .filter(|id| !kept.contains(*id))
            .collect();
        assert!(lost.is_empty(), "after kill {kills} {lost:?} are lost");
    }
}

fn start(file: &Path) -> Child {
    let mut test = Command::new(env::current_exe().expect("a test knows its own path"));
    test.args([
        "--exact",
        "crash::a_kill_undoes_no_event_that_was_acknowledged",
        "--nocapture",
    ])
    .env(FILE, file)
    .stdout(Stdio::piped());
    test.spawn().expect("a process")
}

/// Events that say what is acknowledged, until the process is killed.
#[tokio::main]
async fn note_for_ever(file: &Path) {
    let states = States::new().store(Sqlite::open(file).expect("a store"));
    let app = Router::new().layer(states.state::<Journal>());
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let browser = Browser::new(&app);
        writers.spawn(async move {
            for n in 0.. {
                let id = format!("{}-{n}", std::process::id());
                let path = format!("/state/Journal/{writer}/note?id={id}");
                assert_eq!(browser.post(&path, "{}").await.status, 200);
                println!("noted {writer}/{id}.");
            }
        });
    }
    writers.join_all().await;
}

/// Kills it after so many events and a moment, and returns what it has acknowledged.
fn kill(mut process: Child, events: u64) -> Vec<String> {
    let mut output = BufReader::new(process.stdout.take().expect("its output"));
    let (mut ids, mut line) = (Vec::new(), String::new());
    while output.read_line(&mut line).expect("a line") > 0 {
        // The full stop shows that the line is whole.
        if let Some((_, id)) = line.trim_end().rsplit_once("noted ") {
            ids.extend(id.strip_suffix('.').map(str::to_owned));
        }
        line.clear();
        if ids.len() as u64 == events {
            thread::sleep(Duration::from_micros(random(3000)));
            process.kill().expect("it runs");
        }
    }
    process.wait().expect("its end");
    ids
}

#[tokio::main(flavor = "current_thread")]
async fn kept(file: &Path) -> HashSet<String> {
    let states = States::new().store(Sqlite::open(file).expect("a store"));
    let mut kept = HashSet::new();
    for writer in 0..WRITERS {
        let journal: Current<Journal> = states.record(writer).await.expect("a journal");
        kept.extend(journal.ids.iter().map(|id| format!("{writer}/{id}")));
    }
    kept
}

fn random(end: u64) -> u64 {
    RandomState::new().hash_one(end) % end
}
