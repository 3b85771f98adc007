//! The watch: a fresh board soon after any change in the folder.
//!
//! One thread owns everything that blocks. It waits for the file system, lets a burst settle,
//! reads the folder, and if the board is another one, keeps it and tells the pages. Async code only holds a receiver.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use starmark::live::Relay;
use tokio::sync::watch;

use super::board::Board;
use super::server::TICKETS;
use super::store::Store;

/// An editor that saves by rename makes several events; this much quiet ends a burst.
const QUIET: Duration = Duration::from_millis(50);

/// A program that never stops writing must not keep the page from changing.
const BURST: Duration = Duration::from_millis(300);

/// How often a folder that is gone is looked for.
const RETRY: Duration = Duration::from_millis(250);

/// Keeps the boards coming; they stop when it is dropped.
#[derive(Debug)]
pub(crate) struct Watch {
    signals: Sender<Signal>,
    thread: Option<JoinHandle<()>>,
}

/// Watches the folder of a store.
///
/// It reads the folder once before it returns: call it at the start of the program.
///
/// # Errors
///
/// When the system cannot watch the folder or start a thread.
pub(crate) fn watch(
    store: Arc<Store>,
    relay: Relay,
) -> notify::Result<(Watch, watch::Receiver<Arc<Board>>)> {
    let (signals, inbox) = channel();
    let folder = Folder::watch(store, signals.clone())?;
    // Read after the watch began, so that no change falls between the two.
    let (boards, receiver) = watch::channel(Arc::new(folder.store.board()));
    let thread = thread::Builder::new().name("kanban-watch".into());
    let thread = thread.spawn(move || run(folder, &inbox, &boards, &relay))?;
    Ok((
        Watch {
            signals,
            thread: Some(thread),
        },
        receiver,
    ))
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Neither fails unless the thread is gone, and then there is nothing to stop.
        let _ = self.signals.send(Signal::Stop);
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// What wakes the thread.
enum Signal {
    /// Something in the folder is different.
    Changed,
    /// The folder itself was removed, renamed or cannot be watched.
    Lost,
    /// The watch was dropped.
    Stop,
}

fn run(
    mut folder: Folder,
    signals: &Receiver<Signal>,
    boards: &watch::Sender<Arc<Board>>,
    relay: &Relay,
) {
    while let Some(lost) = folder.wait(signals) {
        if lost {
            folder.attach();
        }
        if send(boards, folder.store.board()) {
            relay.notify(TICKETS);
        }
    }
}

/// Whether it is another board.
fn send(boards: &watch::Sender<Arc<Board>>, board: Board) -> bool {
    boards.send_if_modified(|last| {
        let changed = **last != board;
        if changed {
            *last = Arc::new(board);
        }
        changed
    })
}

/// The folder and what watches it.
struct Folder {
    store: Arc<Store>,
    watcher: RecommendedWatcher,
    attached: bool,
}

impl Folder {
    fn watch(store: Arc<Store>, signals: Sender<Signal>) -> notify::Result<Self> {
        let dir = store.dir().to_owned();
        let mut watcher = notify::recommended_watcher(move |event| {
            if let Some(signal) = signal(&dir, event) {
                // The thread has stopped, so nobody waits for this.
                let _ = signals.send(signal);
            }
        })?;
        watcher.watch(store.dir(), RecursiveMode::NonRecursive)?;
        Ok(Self {
            store,
            watcher,
            attached: true,
        })
    }

    /// Waits for a burst of changes to end; whether the folder was lost, or nothing at the stop.
    fn wait(&self, signals: &Receiver<Signal>) -> Option<bool> {
        let mut lost = !self.attached;
        match self.first(signals) {
            Ok(Signal::Changed) | Err(RecvTimeoutError::Timeout) => {}
            Ok(Signal::Lost) => lost = true,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
        }
        let deadline = Instant::now() + BURST;
        while Instant::now() < deadline {
            match signals.recv_timeout(QUIET) {
                Ok(Signal::Changed) => {}
                Ok(Signal::Lost) => lost = true,
                Err(RecvTimeoutError::Timeout) => break,
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        Some(lost)
    }

    /// A folder that is there can wait forever; one that is gone tells nobody of its return.
    fn first(&self, signals: &Receiver<Signal>) -> Result<Signal, RecvTimeoutError> {
        if self.attached {
            return signals.recv().map_err(|_| RecvTimeoutError::Disconnected);
        }
        signals.recv_timeout(RETRY)
    }

    /// Watches whatever folder now has the path. The old watch follows the old folder, so it goes.
    fn attach(&mut self) {
        let dir = self.store.dir();
        // It fails when the system has already dropped the watch with the folder.
        let _ = self.watcher.unwatch(dir);
        let result = self.watcher.watch(dir, RecursiveMode::NonRecursive);
        match (&result, self.attached) {
            (Err(error), true) => {
                eprintln!("the folder of tickets is lost, waiting for it: {error}");
            }
            (Ok(()), false) => eprintln!("the folder of tickets is back: {}", dir.display()),
            _ => {}
        }
        self.attached = result.is_ok();
    }
}

/// Reading the folder makes events of its own, which would make the thread read it forever.
fn signal(dir: &Path, event: notify::Result<Event>) -> Option<Signal> {
    let event = match event {
        Ok(event) => event,
        Err(error) => {
            eprintln!("the watch of the tickets missed something: {error}");
            return Some(Signal::Lost);
        }
    };
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Signal::Changed),
        EventKind::Access(_) => None,
        _ if event.paths.iter().any(|path| path == dir) => Some(Signal::Lost),
        _ => Some(Signal::Changed),
    }
}

#[cfg(test)]
mod tests;
