//! Many readers of a stream, in few threads.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use memchr::memmem::Finder;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

use crate::board::now;

/// What stands before the time of an event.
const AT: &[u8] = b"data-at=\"";

/// What all readers have seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Readers that got the head of the response.
    pub(crate) open: AtomicU64,
    pub(crate) bytes: AtomicU64,
    pub(crate) events: AtomicU64,
    /// Whether the delays count yet.
    pub(crate) is_counting: AtomicBool,
    /// How long after the change each event came, in microseconds.
    pub(crate) delays: Mutex<Vec<u64>>,
}

/// Opens so many streams and reads them for ever.
pub(crate) fn open(address: SocketAddr, path: &'static str, streams: usize) -> Arc<Seen> {
    let seen = Arc::<Seen>::default();
    // More at once than a listener's queue holds would be refused.
    let opening = Arc::new(Semaphore::new(64));
    for _ in 0..streams {
        let (seen, opening) = (Arc::clone(&seen), Arc::clone(&opening));
        tokio::spawn(async move {
            if let Err(error) = read(address, path, &seen, &opening).await {
                eprintln!("a stream ended: {error}");
            }
        });
    }
    seen
}

async fn read(
    address: SocketAddr,
    path: &str,
    seen: &Seen,
    opening: &Semaphore,
) -> std::io::Result<()> {
    let mut permit = Some(opening.acquire().await.map_err(std::io::Error::other)?);
    let mut socket = TcpStream::connect(address).await?;
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n");
    socket.write_all(request.as_bytes()).await?;
    let mut buffer = Vec::with_capacity(16 * 1024);
    loop {
        if socket.read_buf(&mut buffer).await? == 0 {
            return Ok(());
        }
        if permit.take().is_some() {
            seen.open.fetch_add(1, Relaxed);
        }
        let rest = scan(&buffer, seen);
        let done = buffer.len() - rest;
        seen.bytes.fetch_add(done as u64, Relaxed);
        buffer.drain(..done);
    }
}

/// Counts the events in what was read, and returns how much of the end has to be read again, because a time may begin
/// there.
fn scan(bytes: &[u8], seen: &Seen) -> usize {
    const DIGITS: usize = 16;
    let finder = Finder::new(AT);
    let mut from = 0;
    while let Some(at) = finder.find(&bytes[from..]) {
        let start = from + at + AT.len();
        let Some(digits) = bytes.get(start..start + DIGITS) else {
            return bytes.len() - (from + at);
        };
        let at = std::str::from_utf8(digits)
            .ok()
            .and_then(|at| at.parse().ok());
        seen.event(at.unwrap_or_default());
        from = start;
    }
    (bytes.len() - from).min(AT.len() - 1)
}

impl Seen {
    fn event(&self, at: u64) {
        self.events.fetch_add(1, Relaxed);
        if self.is_counting.load(Relaxed)
            && let Ok(mut delays) = self.delays.lock()
        {
            delays.push(now().saturating_sub(at));
        }
    }
}
