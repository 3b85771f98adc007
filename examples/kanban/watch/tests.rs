//! Editors as they save: in place, by rename, by deletion, and a folder that goes away.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use super::*;
use crate::ticket::Status;

/// Generous for a busy machine; a change usually takes a tenth of it.
const SOON: Duration = Duration::from_secs(5);

struct Desk {
    parent: TempDir,
    _watch: Watch,
    boards: watch::Receiver<Arc<Board>>,
}

impl Desk {
    fn new() -> Self {
        let parent = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(parent.path().join("tickets")).expect("a folder");
        let store = Store::open(parent.path().join("tickets")).expect("a store");
        let (watch, boards) = watch(Arc::new(store), Relay::new()).expect("a watch");
        Self {
            parent,
            _watch: watch,
            boards,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.parent.path().join("tickets").join(name)
    }

    fn write(&self, name: &str, id: &str, status: Status) {
        let text = format!("---\nid: {id}\ntitle: T\nstatus: {status}\npriority: low\n---\n");
        fs::write(self.path(name), text).expect("a file");
    }

    async fn until(&mut self, wanted: impl FnMut(&Arc<Board>) -> bool) {
        let changed = timeout(SOON, self.boards.wait_for(wanted)).await;
        changed.expect("a board in time").expect("a running watch");
    }

    async fn nothing_is_sent(&mut self) {
        self.boards.mark_unchanged();
        sleep(BURST * 2).await;
        assert!(!self.boards.has_changed().expect("a running watch"));
    }
}

#[tokio::test]
async fn add_edit_rename_and_delete() {
    let mut desk = Desk::new();
    desk.write("a.md", "a", Status::Todo);
    desk.until(|board| board.count(Status::Todo) == 1).await;
    desk.write("a.md", "a", Status::Done);
    desk.until(|board| board.count(Status::Done) == 1).await;
    fs::rename(desk.path("a.md"), desk.path("a.txt")).unwrap();
    desk.until(|board| board.total() == 0).await;
    fs::rename(desk.path("a.txt"), desk.path("b.md")).unwrap();
    desk.until(|board| board.total() == 1).await;
    fs::remove_file(desk.path("b.md")).unwrap();
    desk.until(|board| board.total() == 0).await;
}

#[tokio::test]
async fn an_editor_that_writes_by_rename() {
    let mut desk = Desk::new();
    desk.write("a.md", "a", Status::Todo);
    desk.until(|board| board.count(Status::Todo) == 1).await;
    desk.write(".a.md.swp", "a", Status::Review);
    fs::rename(desk.path(".a.md.swp"), desk.path("a.md")).unwrap();
    desk.until(|board| board.count(Status::Review) == 1).await;
}

#[tokio::test]
async fn a_mistake_is_a_change_too() {
    let mut desk = Desk::new();
    fs::write(desk.path("a.md"), "no ticket").unwrap();
    desk.until(|board| board.broken().len() == 1).await;
}

#[tokio::test]
async fn nothing_is_sent_for_nothing() {
    let mut desk = Desk::new();
    desk.write("a.md", "a", Status::Todo);
    desk.until(|board| board.total() == 1).await;
    desk.write("a.md", "a", Status::Todo);
    desk.write("notes.txt", "b", Status::Todo);
    desk.write(".kanban-1.draft", "c", Status::Todo);
    desk.nothing_is_sent().await;
}

#[tokio::test]
async fn a_burst_is_one_board() {
    let mut desk = Desk::new();
    for index in 0..40 {
        let id = format!("a-{index}");
        desk.write(&format!("{id}.md"), &id, Status::Todo);
    }
    desk.until(|board| board.total() == 40).await;
    desk.nothing_is_sent().await;
}

#[tokio::test]
async fn a_folder_that_is_deleted_and_comes_back() {
    let mut desk = Desk::new();
    desk.write("a.md", "a", Status::Todo);
    desk.until(|board| board.total() == 1).await;
    fs::remove_dir_all(desk.path("")).unwrap();
    desk.until(|board| board.total() == 0 && board.broken().len() == 1)
        .await;
    sleep(RETRY * 2).await;
    fs::create_dir(desk.path("")).unwrap();
    desk.until(|board| board.broken().is_empty()).await;
    desk.write("b.md", "b", Status::Doing);
    desk.until(|board| board.count(Status::Doing) == 1).await;
}

#[tokio::test]
async fn a_folder_that_is_replaced() {
    let mut desk = Desk::new();
    let aside = desk.parent.path().join("aside");
    fs::rename(desk.path(""), &aside).unwrap();
    fs::create_dir(desk.path("")).unwrap();
    sleep(RETRY * 2).await;
    desk.write("b.md", "b", Status::Doing);
    desk.until(|board| board.count(Status::Doing) == 1).await;
    fs::write(aside.join("old.md"), "not on the board").unwrap();
    desk.nothing_is_sent().await;
}

#[tokio::test]
async fn dropping_the_watch_ends_it() {
    let Desk {
        parent,
        _watch: watch,
        boards,
    } = Desk::new();
    drop(watch);
    fs::write(parent.path().join("tickets/a.md"), "x").unwrap();
    assert!(boards.has_changed().is_err());
}
