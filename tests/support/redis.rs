//! A Redis server of a test's own, which keeps what it acknowledges.

// Not every test uses all of it.
#![allow(dead_code)]

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long it may take to start, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Server {
    port: u16,
    folder: TempDir,
    process: Child,
}

impl Server {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        // Another may take the port before the server does.
        let start = || {
            let port = free_port();
            let mut process = launch(port, &folder);
            is_ready(port, &mut process).then_some((port, process))
        };
        let (port, process) = (0..10).find_map(|_| start()).expect("a server");
        Self {
            port,
            folder,
            process,
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn kill(&mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("its end");
    }

    /// Starts it after its end.
    pub(crate) fn restart(&mut self) {
        self.process = launch(self.port, &self.folder);
        assert!(is_ready(self.port, &mut self.process), "it starts again");
    }

    /// Stops the process as it is, or lets it go on: `STOP`, `CONT`.
    pub(crate) fn signal(&self, name: &str) {
        let mut kill = Command::new("kill");
        kill.args(["-s", name, &self.process.id().to_string()]);
        assert!(kill.status().expect("kill(1)").success());
    }

    /// What it answers to a command, by hand.
    pub(crate) fn ask(&self, command: &str) -> String {
        let mut socket = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("a server");
        let request = format!("{command}\r\nQUIT\r\n");
        socket.write_all(request.as_bytes()).expect("sent");
        let mut answer = String::new();
        socket.read_to_string(&mut answer).expect("an answer");
        let answer = answer
            .strip_suffix("+OK\r\n")
            .expect("an answer to the end");
        answer.to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}

fn launch(port: u16, folder: &TempDir) -> Child {
    Command::new("redis-server")
        .args(["--bind", "127.0.0.1", "--port", &port.to_string()])
        .args(["--appendonly", "yes", "--appendfsync", "always"])
        .args(["--save", "", "--logfile", "log", "--dir"])
        .arg(folder.path())
        .spawn()
        .expect("redis-server, which scripts/test installs")
}

/// Waits until it answers, unless it has ended.
fn is_ready(port: u16, process: &mut Child) -> bool {
    let until = Instant::now() + PATIENCE;
    while process.try_wait().expect("a process").is_none() {
        if pings(port).is_ok_and(|answer| &answer == b"+PONG\r\n") {
            return true;
        }
        assert!(Instant::now() < until, "it does not answer");
        std::thread::sleep(Duration::from_millis(10));
    }
    false
}

fn pings(port: u16) -> std::io::Result<[u8; 7]> {
    let mut socket = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    socket.set_read_timeout(Some(Duration::from_secs(1)))?;
    socket.write_all(b"PING\r\n")?;
    let mut answer = [0; 7];
    socket.read_exact(&mut answer)?;
    Ok(answer)
}
