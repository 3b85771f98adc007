//! A thread that owns a connection.
//!
//! It carries out in one transaction whatever waits for it, so that many saves share the one time that the disk takes.

use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::{io, slice};

use rusqlite::{Connection, ErrorCode, Result, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use super::super::StoreError;

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
        Err(error)
            if jobs.len() == 1 || error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) =>
        {
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
