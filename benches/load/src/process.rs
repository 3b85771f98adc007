//! What another process takes, as Linux counts it.

use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::apps::App;

/// A server in a process of its own, which ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts this program once more, to serve an application.
    pub(crate) fn start(app: App, rate: u32) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["serve", app.name(), &rate.to_string()])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let address = line.trim().parse().map_err(io::Error::other)?;
        Ok(Self { child, address })
    }

    /// The memory that it has, in bytes.
    pub(crate) fn memory(&self) -> io::Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        Ok(kilobytes.ok_or_else(|| io::Error::other("no memory in the status"))? * 1024)
    }

    /// The time that it has run on any core.
    pub(crate) fn cpu(&self) -> io::Result<Duration> {
        /// Linux counts in hundredths of a second, on every platform that is left.
        const TICK: Duration = Duration::from_millis(10);
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name of the program may hold spaces; it ends with the last parenthesis.
        let (_, fields) = stat
            .rsplit_once(')')
            .ok_or_else(|| io::Error::other("no name"))?;
        let fields: Vec<&str> = fields.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|ticks| ticks.parse::<u32>().ok());
        let (user, system) = ticks(11)
            .zip(ticks(12))
            .ok_or_else(|| io::Error::other("no times"))?;
        Ok(TICK * (user + system))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only if it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
