//! A program under test: its output is read as it comes, and it never outlives its owner.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::wait::until;

/// A running program and the lines it printed so far.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Process {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
        let lines = Arc::default();
        collect(child.stdout.take().expect("stdout is piped"), &lines);
        collect(child.stderr.take().expect("stderr is piped"), &lines);
        Self { child, lines }
    }

    /// The id that the system knows it by.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything printed so far, standard output and standard error together.
    pub(crate) fn output(&self) -> String {
        self.lines.lock().expect("no reader panics").join("\n")
    }

    /// Waits for a line that `find` recognises.
    pub(crate) fn wait_for<T>(&mut self, limit: Duration, find: impl Fn(&str) -> Option<T>) -> T {
        let mut found = None;
        until("the program printed the awaited line", limit, || {
            found = self.output().lines().find_map(&find);
            let ended = self
                .child
                .try_wait()
                .expect("the state of a child can be read");
            assert!(
                found.is_some() || ended.is_none(),
                "the program ended early; it printed:\n{}",
                self.output()
            );
            found.is_some()
        });
        found.expect("`until` returned, so the line was found")
    }

    /// Sends SIGTERM and waits for the end.
    pub(crate) fn terminate(&mut self, limit: Duration) -> ExitStatus {
        kill_process(Pid::from_child(&self.child), Signal::TERM).expect("the program still runs");
        let mut status = None;
        until("the program ended after SIGTERM", limit, || {
            status = self
                .child
                .try_wait()
                .expect("the state of a child can be read");
            status.is_some()
        });
        status.expect("`until` returned, so the program ended")
    }
}

impl Process {
    /// Ends the program as a crash does: it is not asked, and does nothing any more.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("the program still runs");
        self.child.wait().expect("a killed program ends");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Fails only if the program has ended, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads lines in a thread of its own, which ends with the program.
///
/// A pipe that nobody reads would stop the program once it is full.
fn collect(stream: impl Read + Send + 'static, lines: &Arc<Mutex<Vec<String>>>) {
    let lines = Arc::clone(lines);
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            lines.lock().expect("no reader panics").push(line);
        }
    });
}
