//! A thread that owns a connection.
//!
//! It carries out in one transaction whatever waits for it, so that many saves share the one time that the disk takes.

use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::{io, slice};

use rusqlite::{Connection, Result, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use super::super::StoreError;
use super::schema::is_busy;

/// How many jobs wait for the thread; those after them wait for a place.
const WAITING: usize = 1024;
/// How many jobs go into one transaction.
const TOGETHER: usize = 256;

pub(super) struct Thread {
    path: PathBuf,
    jobs: Option<mpsc::Sender<Box<dyn Job>>>,
    handle: Option<JoinHandle<()>>,
}

impl Thread {
    pub(super) fn start(
        connection: Connection,
        behavior: TransactionBehavior,
        path: &Path,
    ) -> io::Result<Self> {
        let (jobs, waiting) = mpsc::channel(WAITING);
        let handle = std::thread::Builder::new()
            .name("starmark-sqlite".to_owned())
            .spawn(move || run(connection, behavior, waiting))?;
        Ok(Self {
            path: path.to_owned(),
            jobs: Some(jobs),
            handle: Some(handle),
        })
    }

    /// What comes of this work, after it is committed. It may be begun more than once.
    pub(super) async fn carry_out<T: Send + 'static>(
        &self,
        work: impl Fn(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, outcome) = oneshot::channel();
        let job = Box::new(Work {
            carry_out: work,
            done: None,
            answer: Some(answer),
        });
        let path = self.path.display();
        let failed = |reason: &str| format!("the database of states at {path}: {reason}");
        if let Some(jobs) = &self.jobs {
            // An error drops the job, and that is seen below.
            drop(jobs.send(job).await);
        }
        match outcome.await {
            Ok(outcome) => outcome.map_err(|reason| failed(&reason).into()),
            Err(_) => Err(failed("its thread has ended").into()),
        }
    }
}

/// Ends the thread after what it was asked, and closes the connection.
impl Drop for Thread {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(handle) = self.handle.take() {
            // A panic in there has been printed.
            drop(handle.join());
        }
    }
}

fn run(
    mut connection: Connection,
    behavior: TransactionBehavior,
    mut waiting: mpsc::Receiver<Box<dyn Job>>,
) {
    let mut jobs = Vec::new();
    while waiting.blocking_recv_many(&mut jobs, TOGETHER) > 0 {
        carry_out(&mut connection, behavior, &mut jobs);
        jobs.clear();
    }
}

/// All jobs in one transaction, and if that fails, each in its own, so that one does not take the others along.
fn carry_out(
    connection: &mut Connection,
    behavior: TransactionBehavior,
    jobs: &mut [Box<dyn Job>],
) {
    match together(connection, behavior, jobs) {
        Ok(()) => {
            for job in jobs {
                job.answer(Ok(()));
            }
        }
        // Another process has the file for too long already to wait for it again and again.
        Err(error) if jobs.len() == 1 || is_busy(&error) => {
            let reason = error.to_string();
            for job in jobs {
                job.answer(Err(&reason));
            }
        }
        Err(_) => {
            for job in jobs {
                carry_out(connection, behavior, slice::from_mut(job));
            }
        }
    }
}

fn together(
    connection: &mut Connection,
    behavior: TransactionBehavior,
    jobs: &mut [Box<dyn Job>],
) -> Result<()> {
    // Dropped without a commit, it is rolled back.
    let transaction = connection.transaction_with_behavior(behavior)?;
    for job in jobs {
        job.carry_out(&transaction)?;
    }
    transaction.commit()
}

/// Work of any type.
trait Job: Send {
    fn carry_out(&mut self, connection: &Connection) -> Result<()>;
    fn answer(&mut self, outcome: Result<(), &str>);
}

struct Work<F, T> {
    carry_out: F,
    done: Option<T>,
    answer: Option<oneshot::Sender<Result<T, String>>>,
}

impl<F, T> Job for Work<F, T>
where
    F: Fn(&Connection) -> Result<T> + Send,
    T: Send,
{
    fn carry_out(&mut self, connection: &Connection) -> Result<()> {
        self.done = Some((self.carry_out)(connection)?);
        Ok(())
    }

    fn answer(&mut self, outcome: Result<(), &str>) {
        let outcome = match (outcome, self.done.take()) {
            (Ok(()), Some(done)) => Ok(done),
            (Ok(()), None) => return,
            (Err(reason), _) => Err(reason.to_owned()),
        };
        if let Some(answer) = self.answer.take() {
            // Whoever asked may be gone.
            drop(answer.send(outcome));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Barrier};

    use futures_util::future::join_all;
    use tempfile::TempDir;

    use super::super::{schema, statements};
    use super::*;
    use crate::live::Topic;
    use crate::state::{Entry, Key, Version};

    struct Fixture {
        thread: Thread,
        file: PathBuf,
        _folder: TempDir,
    }

    impl Fixture {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join("states.db");
            let connection = schema::open(&file).expect("a database");
            let thread = Thread::start(connection, TransactionBehavior::Immediate, &file);
            Self {
                thread: thread.expect("a thread"),
                file,
                _folder: folder,
            }
        }

        /// What comes of these, all of which wait while the thread is held up.
        async fn together<T: Send + 'static>(
            &self,
            work: impl IntoIterator<Item: Fn(&Connection) -> Result<T> + Send + 'static>,
        ) -> Vec<Result<T, StoreError>> {
            let gate = Arc::new(Barrier::new(2));
            let hold = self.thread.carry_out({
                let gate = Arc::clone(&gate);
                move |_| {
                    gate.wait();
                    gate.wait();
                    Ok(())
                }
            });
            let work = work.into_iter().map(|work| self.thread.carry_out(work));
            // Polled in this order: the thread is held up, all are asked, and it goes on.
            let (opened, outcomes, _) = tokio::join!(
                biased;
                hold,
                async {
                    gate.wait();
                    join_all(work).await
                },
                async { gate.wait() },
            );
            opened.expect("it was held up");
            outcomes
        }
    }

    /// Saves to this key, which must be new.
    fn save(key: String) -> impl Fn(&Connection) -> Result<bool> + Send + 'static {
        let (value, version) = (String::from("1"), Version::from(1));
        let (key, entry) = (
            Key::new(Topic::new("test").with(key)),
            Entry { value, version },
        );
        move |connection| statements::save(connection, &key, &entry, None, None)
    }

    fn count(file: &Path) -> u32 {
        let connection = Connection::open(file).expect("a database");
        let count = connection.query_row("SELECT count(*) FROM states", [], |row| row.get(0));
        count.expect("a count")
    }

    #[tokio::test]
    async fn what_waits_together_is_committed_together() {
        let fixture = Fixture::new();
        let work = (0..100).map(|n| {
            let (save, file) = (save(n.to_string()), fixture.file.clone());
            // What others see while this is saved.
            move |connection: &Connection| save(connection).map(|_| count(&file))
        });
        let seen = fixture.together(work).await;
        assert!(seen.iter().all(|seen| matches!(seen, Ok(0))), "{seen:?}");
        assert_eq!(count(&fixture.file), 100);
    }

    #[tokio::test]
    async fn what_is_committed_together_sees_what_was_before() {
        let fixture = Fixture::new();
        let work = (0..100).map(|n| save((n % 7).to_string()));
        let saved = fixture.together(work).await;
        let saved: Vec<_> = saved
            .into_iter()
            .map(|saved| saved.expect("an answer"))
            .collect();
        assert_eq!(saved, (0..100).map(|n| n < 7).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn what_fails_takes_nothing_along() {
        let fixture = Fixture::new();
        let work = (0..100).map(|n| {
            let save = save(n.to_string());
            move |connection: &Connection| match n {
                50 => connection.execute("INSERT INTO nothing", []).map(|_| true),
                _ => save(connection),
            }
        });
        let saved = fixture.together(work).await;
        for (n, saved) in saved.iter().enumerate() {
            assert_eq!(matches!(saved, Ok(true)), n != 50, "{n}: {saved:?}");
        }
        assert_eq!(count(&fixture.file), 99);
    }

    #[tokio::test]
    async fn more_than_wait_are_carried_out() {
        let fixture = Fixture::new();
        let work = (0..2 * WAITING).map(|n| save(n.to_string()));
        let saved = join_all(work.map(|work| fixture.thread.carry_out(work))).await;
        assert!(saved.iter().all(|saved| matches!(saved, Ok(true))));
    }

    #[tokio::test]
    async fn a_panic_is_an_error_and_not_silence() {
        let fixture = Fixture::new();
        let failed = fixture.thread.carry_out::<()>(|_| panic!("a test")).await;
        let after = fixture.thread.carry_out(|_| Ok(())).await;
        for outcome in [failed, after] {
            let error = outcome.expect_err("the thread is gone").to_string();
            assert!(
                error.ends_with("states.db: its thread has ended"),
                "{error}"
            );
        }
    }
}
