//! Many readers of a stream, in few threads.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use memchr::memmem::{self, Finder};
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
    /// Of one reader in [`SAMPLE`].
    pub(crate) events: AtomicU64,
    /// Whether the delays count yet.
    pub(crate) is_counting: AtomicBool,
    /// How long after the change each event came, in microseconds.
    pub(crate) delays: Mutex<Vec<u64>>,
}

/// What a reader accepts, and how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    Identity,
    Zstd,
    Brotli,
    Gzip,
}

impl Coding {
    pub(crate) const ALL: [Self; 4] = [Self::Identity, Self::Zstd, Self::Brotli, Self::Gzip];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Zstd => "zstd",
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    fn decoder(self) -> io::Result<Box<dyn Decoder>> {
        Ok(match self {
            Self::Identity => Box::new(Vec::new()),
            Self::Zstd => Box::new(zstd::stream::write::Decoder::new(Vec::new())?),
            Self::Brotli => Box::new(brotli::DecompressorWriter::new(Vec::new(), 4096)),
            Self::Gzip => Box::new(flate2::write::GzDecoder::new(Vec::new())),
        })
    }
}

/// Takes what arrives, and has what it means.
trait Decoder: Write + Send {
    fn text(&mut self) -> &mut Vec<u8>;
}

impl Decoder for Vec<u8> {
    fn text(&mut self) -> &mut Vec<u8> {
        self
    }
}

impl Decoder for zstd::stream::write::Decoder<'static, Vec<u8>> {
    fn text(&mut self) -> &mut Vec<u8> {
        self.get_mut()
    }
}

impl Decoder for brotli::DecompressorWriter<Vec<u8>> {
    fn text(&mut self) -> &mut Vec<u8> {
        self.get_mut()
    }
}

impl Decoder for flate2::write::GzDecoder<Vec<u8>> {
    fn text(&mut self) -> &mut Vec<u8> {
        self.get_mut()
    }
}

/// One reader in so many decodes what it reads; the others only count the bytes, or decoding would be all that happens.
pub(crate) const SAMPLE: usize = 20;

/// Opens so many streams and reads them for ever.
pub(crate) fn open(
    address: SocketAddr,
    path: &'static str,
    streams: usize,
    coding: Coding,
) -> Arc<Seen> {
    let seen = Arc::<Seen>::default();
    // More at once than a listener's queue holds would be refused.
    let opening = Arc::new(Semaphore::new(64));
    for number in 0..streams {
        let (seen, opening) = (Arc::clone(&seen), Arc::clone(&opening));
        tokio::spawn(async move {
            let stream = async {
                let permit = opening.acquire().await.map_err(io::Error::other)?;
                let mut socket = TcpStream::connect(address).await?;
                let (is_coded, rest) = request(&mut socket, path, coding).await?;
                let coding = if is_coded { coding } else { Coding::Identity };
                seen.open.fetch_add(1, Relaxed);
                drop(permit);
                if number % SAMPLE == 0 {
                    read(socket, rest, coding, &seen).await
                } else {
                    count(socket, &seen).await
                }
            };
            if let Err(error) = stream.await {
                eprintln!("a stream ended: {error}");
            }
        });
    }
    seen
}

/// Sends a request, and returns whether the response is coded, and what came behind its head.
async fn request(
    socket: &mut TcpStream,
    path: &str,
    coding: Coding,
) -> io::Result<(bool, Vec<u8>)> {
    let coding = coding.name();
    // HTTP/1.0: a body without chunks.
    let request =
        format!("GET {path} HTTP/1.0\r\nhost: localhost\r\naccept-encoding: {coding}\r\n\r\n");
    socket.write_all(request.as_bytes()).await?;
    let mut head = Vec::new();
    loop {
        if socket.read_buf(&mut head).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(end) = memmem::find(&head, b"\r\n\r\n") {
            let rest = head.split_off(end + 4);
            return Ok((memmem::find(&head, b"content-encoding").is_some(), rest));
        }
    }
}

/// Counts bytes.
async fn count(mut socket: TcpStream, seen: &Seen) -> io::Result<()> {
    let mut chunk = vec![0; 16 * 1024];
    loop {
        match socket.read(&mut chunk).await? {
            0 => return Ok(()),
            size => seen.bytes.fetch_add(size as u64, Relaxed),
        };
    }
}

/// Counts bytes and events.
async fn read(
    mut socket: TcpStream,
    mut arrived: Vec<u8>,
    coding: Coding,
    seen: &Seen,
) -> io::Result<()> {
    let mut decoder = coding.decoder()?;
    loop {
        seen.bytes.fetch_add(arrived.len() as u64, Relaxed);
        decoder.write_all(&arrived)?;
        decoder.flush()?;
        let text = decoder.text();
        let done = scan(text, seen);
        text.drain(..done);
        arrived.clear();
        if socket.read_buf(&mut arrived).await? == 0 {
            return Ok(());
        }
    }
}

/// Counts the events in what was read, and returns how much of it need not be read again: a time may begin at the end.
fn scan(bytes: &[u8], seen: &Seen) -> usize {
    const DIGITS: usize = 16;
    let finder = Finder::new(AT);
    let mut from = 0;
    while let Some(at) = finder.find(&bytes[from..]) {
        let start = from + at + AT.len();
        let Some(digits) = bytes.get(start..start + DIGITS) else {
            return from + at;
        };
        let at = std::str::from_utf8(digits)
            .ok()
            .and_then(|at| at.parse().ok());
        seen.event(at.unwrap_or_default());
        from = start;
    }
    from.max(bytes.len().saturating_sub(AT.len() - 1))
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
