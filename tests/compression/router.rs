//! The layer around a router of axum, on a real server, read from a plain socket.

use std::net::SocketAddr;
use std::time::Duration;

use axum::routing::get;
use axum::{Extension, Router, serve};
use futures_util::{Stream, StreamExt as _, stream};
use starmark::PreEscaped;
use starmark::compression::{Coding, Compression, Uncompressed};
use starmark::sse::{Event, PatchElements, Sse};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::decoder::{Decoder, decoded};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(5);

async fn listen(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { serve(listener, app).await });
    address
}

/// A connection on which a request was sent, and what was read of the answer.
struct Reply {
    socket: TcpStream,
    read: Vec<u8>,
}

impl Reply {
    async fn to(address: SocketAddr, line: &str, accept: &str) -> Self {
        let mut socket = TcpStream::connect(address).await.expect("a connection");
        let request = format!(
            "{line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept-encoding: {accept}\r\n\r\n"
        );
        socket
            .write_all(request.as_bytes())
            .await
            .expect("a request");
        let read = Vec::new();
        Self { socket, read }
    }

    /// What stands before the next `mark`.
    async fn until(&mut self, mark: &[u8]) -> Vec<u8> {
        loop {
            let found = self
                .read
                .windows(mark.len())
                .position(|bytes| bytes == mark);
            if let Some(at) = found {
                let rest = self.read.split_off(at + mark.len());
                let mut before = std::mem::replace(&mut self.read, rest);
                before.truncate(at);
                return before;
            }
            self.more().await;
        }
    }

    async fn more(&mut self) {
        let read = timeout(PATIENCE, self.socket.read_buf(&mut self.read)).await;
        let size = read.expect("more").expect("bytes");
        assert_ne!(size, 0, "the connection ended");
    }

    async fn head(&mut self) -> String {
        let head = self.until(b"\r\n\r\n").await;
        String::from_utf8(head).expect("text").to_ascii_lowercase()
    }

    /// The next chunk of the body; the last one is empty.
    async fn chunk(&mut self) -> Vec<u8> {
        let size = String::from_utf8(self.until(b"\r\n").await).expect("text");
        let size = usize::from_str_radix(&size, 16).expect("a size");
        while self.read.len() < size + 2 {
            self.more().await;
        }
        let rest = self.read.split_off(size + 2);
        let mut chunk = std::mem::replace(&mut self.read, rest);
        chunk.truncate(size);
        chunk
    }
}

fn tick(n: usize) -> PatchElements {
    PatchElements::new(PreEscaped(format!("<b id=\"n\">{n}</b>")))
}

fn frame(n: usize) -> Vec<u8> {
    Event::from(tick(n)).into_string().into_bytes()
}

/// Events of which each comes when it is asked for.
fn ticks(mut ready: mpsc::Receiver<usize>) -> impl Stream<Item = PatchElements> {
    stream::poll_fn(move |context| ready.poll_recv(context)).map(tick)
}

#[tokio::test]
async fn every_event_arrives_at_once() {
    for coding in Coding::ALL {
        let (sender, receiver) = mpsc::channel(1);
        let receiver = std::sync::Arc::new(std::sync::Mutex::new(Some(receiver)));
        let events = async move || {
            let receiver = receiver.lock().expect("a lock").take();
            Sse::new(ticks(receiver.expect("one request"))).finish()
        };
        let app = Router::new()
            .route("/", get(events))
            .layer(Compression::new());
        let address = listen(app).await;
        let mut reply = Reply::to(address, "GET /", coding.name()).await;
        let head = reply.head().await;
        assert!(
            head.contains(&format!("content-encoding: {}\r\n", coding.name())),
            "{head}"
        );
        assert!(head.contains("vary: accept-encoding"), "{head}");
        assert!(head.contains("content-type: text/event-stream"), "{head}");
        let mut decoder = Decoder::new(coding);
        for n in 0..5 {
            // The next event is not there before this one was read.
            sender.send(n).await.expect("a stream");
            let mut text = Vec::new();
            while text.len() < frame(n).len() {
                text.extend(decoder.feed(&reply.chunk().await));
            }
            assert_eq!(text, frame(n));
        }
        drop(sender);
        assert_eq!(decoder.feed(&reply.chunk().await), b"");
        decoder.end();
        assert_eq!(reply.chunk().await, b"");
    }
}

/// Not a chunk of size zero: the page reconnects.
#[tokio::test]
async fn a_stream_that_is_given_up_drops_the_connection() {
    let events = async || Sse::new(stream::iter(0..3).map(tick));
    let app = Router::new()
        .route("/", get(events))
        .layer(Compression::new());
    let address = listen(app).await;
    for coding in Coding::ALL {
        let mut reply = Reply::to(address, "GET /", coding.name()).await;
        reply.head().await;
        let mut decoder = Decoder::new(coding);
        let all = [frame(0), frame(1), frame(2)].concat();
        let mut text = Vec::new();
        while text.len() < all.len() {
            text.extend(decoder.feed(&reply.chunk().await));
        }
        assert_eq!(text, all);
        let mut rest = reply.read;
        timeout(PATIENCE, reply.socket.read_to_end(&mut rest))
            .await
            .expect("an end")
            .ok();
        assert_eq!(rest, b"");
    }
}

#[tokio::test]
async fn pages_are_compressed_and_secrets_are_not() {
    let page = || PreEscaped("<p>page</p>".repeat(500));
    let app = Router::new()
        .route("/", get(async move || page()))
        .route(
            "/secret",
            get(async move || (Extension(Uncompressed), page())),
        )
        .layer(Compression::new());
    let address = listen(app).await;
    for coding in Coding::ALL {
        let mut reply = Reply::to(address, "GET /", coding.name()).await;
        let head = reply.head().await;
        assert!(
            head.contains(&format!("content-encoding: {}", coding.name())),
            "{head}"
        );
        assert!(!head.contains("content-length"), "{head}");
        let body = reply.chunk().await;
        assert_eq!(decoded(coding, &body), page().as_str().as_bytes());
        assert_eq!(reply.chunk().await, b"");
    }
    let mut reply = Reply::to(address, "GET /secret", "zstd").await;
    let head = reply.head().await;
    assert!(!head.contains("content-encoding"), "{head}");
    assert!(head.contains("content-length: 5500"), "{head}");
}

/// A HEAD request gets the headers of the page, and neither a body nor the length of another.
#[tokio::test]
async fn a_head_request_gets_the_same_headers() {
    let app = Router::new()
        .route("/", get(async || PreEscaped("<p>page</p>".repeat(500))))
        .layer(Compression::new());
    let address = listen(app).await;
    let mut reply = Reply::to(address, "HEAD /", "zstd").await;
    let head = reply.head().await;
    assert!(head.contains("content-encoding: zstd"), "{head}");
    assert!(!head.contains("content-length"), "{head}");
    let mut rest = reply.read;
    timeout(PATIENCE, reply.socket.read_to_end(&mut rest))
        .await
        .expect("an end")
        .expect("bytes");
    assert_eq!(rest, b"");
}
