//! The servers between processes, as they are installed: each a process of its own, on a port of its own.

use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use starmark::live::{Broker, Nats, Redis};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::reports;

/// How long anything may take, on a machine that has other things to do.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// Short, but not so short that a busy machine counts as lost.
pub(crate) const HEARTBEAT: Duration = Duration::from_secs(2);

/// What differs between the servers.
pub(crate) trait Kind {
    type Broker: Broker + Clone;

    /// The program, in the foreground, which keeps what it writes in `folder`.
    fn command(ports: [u16; 2], folder: &TempDir) -> Command;

    /// With a heartbeat for servers on this machine, and a channel of this name.
    fn broker(port: u16, channel: &str) -> Self::Broker;

    /// Publishes by hand.
    async fn publish(ports: [u16; 2], message: &[u8]);

    /// How many connections have subscribed.
    async fn subscribers(ports: [u16; 2]) -> usize;
}

impl Kind for Redis {
    type Broker = Self;

    fn command([port, _]: [u16; 2], folder: &TempDir) -> Command {
        let mut command = Command::new("redis-server");
        command.args(["--bind", "127.0.0.1", "--save", "", "--port"]);
        command
            .arg(port.to_string())
            .arg("--dir")
            .arg(folder.path());
        command
    }

    fn broker(port: u16, channel: &str) -> Self {
        let redis = Self::new(&format!("redis://127.0.0.1:{port}/")).expect("an address");
        redis.channel(channel).heartbeat(HEARTBEAT)
    }

    async fn publish([port, _]: [u16; 2], message: &[u8]) {
        let head = format!(
            "*3\r\n$7\r\nPUBLISH\r\n$8\r\nstarmark\r\n${}\r\n",
            message.len()
        );
        let answer = ask(
            port,
            &[head.as_bytes(), message, b"\r\n"].concat(),
            |answer| answer.ends_with('\n'),
        )
        .await;
        assert_ne!(answer, ":0\r\n", "somebody has subscribed");
    }

    async fn subscribers([port, _]: [u16; 2]) -> usize {
        let answer = ask(port, b"PUBSUB NUMSUB starmark\r\n", |answer| {
            answer.contains("\n:") && answer.ends_with('\n')
        })
        .await;
        let count = answer.rsplit(':').next().expect("a part");
        count.trim().parse().expect("a number")
    }
}

impl Kind for Nats {
    type Broker = Self;

    fn command([port, monitor]: [u16; 2], folder: &TempDir) -> Command {
        let mut command = Command::new("nats-server");
        command
            .args(["--addr", "127.0.0.1", "--port"])
            .arg(port.to_string());
        command.arg("--http_port").arg(monitor.to_string());
        command.arg("--log").arg(folder.path().join("log"));
        command
    }

    fn broker(port: u16, channel: &str) -> Self {
        let nats = Self::new(&format!("nats://127.0.0.1:{port}")).expect("an address");
        let nats = nats.subject(channel).expect("a subject");
        nats.heartbeat(HEARTBEAT)
    }

    async fn publish([port, _]: [u16; 2], message: &[u8]) {
        let head = format!("CONNECT {{}}\r\nPUB starmark {}\r\n", message.len());
        // It answers pings only after it has published.
        let answer = ask(
            port,
            &[head.as_bytes(), message, b"\r\nPING\r\n"].concat(),
            |answer| answer.contains("PONG"),
        )
        .await;
        assert!(!answer.contains("-ERR"), "{answer}");
    }

    async fn subscribers([_, monitor]: [u16; 2]) -> usize {
        let request = b"GET /connz HTTP/1.0\r\n\r\n";
        let answer = ask(monitor, request, |_| false).await;
        let (_, count) = answer.split_once("\"num_connections\":").expect("a count");
        let (count, _) = count.split_once(',').expect("more fields");
        count.trim().parse().expect("a number")
    }
}

/// Sends a request, and reads until the answer is whole or the connection ends.
pub(crate) async fn ask(port: u16, request: &[u8], is_whole: fn(&str) -> bool) -> String {
    let asked = async {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
        stream.write_all(request).await?;
        let (mut answer, mut bytes) = (String::new(), [0; 4096]);
        while !is_whole(&answer) {
            match stream.read(&mut bytes).await? {
                0 => break,
                count => answer.push_str(&String::from_utf8_lossy(&bytes[..count])),
            }
        }
        std::io::Result::Ok(answer)
    };
    let answer = timeout(LIMIT, asked).await.expect("in time");
    answer.expect("the server answers")
}

/// A server that may be gone for a while, and comes back on the same port.
pub(crate) struct Server<K> {
    ports: [u16; 2],
    folder: TempDir,
    process: Option<Child>,
    kind: std::marker::PhantomData<K>,
}

impl<K: Kind> Server<K> {
    /// One that is not there yet.
    pub(crate) fn absent() -> Self {
        reports::listen();
        let listeners =
            [(), ()].map(|()| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port"));
        let ports = listeners
            .each_ref()
            .map(|listener| listener.local_addr().expect("bound").port());
        Self {
            ports,
            folder: tempfile::tempdir().expect("a folder"),
            process: None,
            kind: std::marker::PhantomData,
        }
    }

    pub(crate) async fn start() -> Self {
        let mut server = Self::absent();
        server.restart().await;
        server
    }

    /// Starts the program, and waits until it listens.
    pub(crate) async fn restart(&mut self) {
        let mut command = K::command(self.ports, &self.folder);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = self.process.insert(process.unwrap_or_else(|error| {
            panic!(
                "{}: {error}; scripts/install installs it",
                command.get_program().display()
            )
        }));
        let address = (Ipv4Addr::LOCALHOST, self.ports[0]);
        while TcpStream::connect(address).await.is_err() {
            let ended = process.try_wait().expect("a child of ours");
            assert_eq!(ended, None, "the server cannot start");
            sleep(Duration::from_millis(10)).await;
        }
    }

    pub(crate) fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().expect("it runs");
            process.wait().expect("it has ended");
        }
    }

    /// Neither closes its connections nor answers, as one whose machine has vanished.
    pub(crate) fn pause(&self) {
        self.signal("-STOP");
    }

    pub(crate) fn resume(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, name: &str) {
        let process = self.process.as_ref().expect("it runs").id().to_string();
        let status = Command::new("kill").args([name, &process]).status();
        assert!(status.expect("kill is there").success());
    }

    pub(crate) fn port(&self) -> u16 {
        self.ports[0]
    }

    pub(crate) fn broker(&self) -> K::Broker {
        K::broker(self.port(), "starmark")
    }

    pub(crate) async fn publish(&self, message: &[u8]) {
        K::publish(self.ports, message).await;
    }

    /// Waits until so many connections have subscribed.
    pub(crate) async fn has_subscribers(&self, count: usize) {
        let counted = async {
            while K::subscribers(self.ports).await != count {
                sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(LIMIT, counted).await.expect("in time");
    }
}

impl<K> Drop for Server<K> {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            // Fails only if it has ended, which is what is wanted; also one that is paused ends.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
