//! The server beside clients that are slow, half gone, or silent, and when it is asked to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use futures_util::{StreamExt as _, future, stream};
use starmark::PreEscaped;
use starmark::serve::Server;
use starmark::sse::{Event, EventLog, PatchElements, Sse};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(10);
/// The limit that a test waits for.
const LIMIT: Duration = Duration::from_millis(300);

/// A running server, and how to stop it.
struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<()>,
}

impl Running {
    async fn start(app: Router, limits: impl FnOnce(Server) -> Server) -> Self {
        Self::at("127.0.0.1:0".parse().expect("an address"), app, limits).await
    }

    async fn at(address: SocketAddr, app: Router, limits: impl FnOnce(Server) -> Server) -> Self {
        let listener = TcpListener::bind(address).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let server = limits(Server::new(listener)).until(stopped);
        Self {
            address,
            stop: Some(stop),
            server: tokio::spawn(server.serve(app)),
        }
    }

    /// Asks the server to stop, and returns how long it took.
    async fn stop(mut self) -> Duration {
        let asked = Instant::now();
        drop(self.stop.take());
        let server = timeout(PATIENCE, self.server).await;
        server.expect("the server ends").expect("no panic");
        asked.elapsed()
    }

    async fn send(&self, bytes: &str) -> TcpStream {
        let mut socket = TcpStream::connect(self.address)
            .await
            .expect("a connection");
        socket.write_all(bytes.as_bytes()).await.expect("sent");
        socket
    }

    async fn get(&self, path: &str) -> TcpStream {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: x\r\n\r\n"))
            .await
    }
}

/// What arrives until the connection ends, however it does.
async fn rest(mut socket: TcpStream) -> String {
    let mut bytes = Vec::new();
    let end = timeout(PATIENCE, socket.read_to_end(&mut bytes)).await;
    let _ = end.expect("the connection ends");
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn read_until(socket: &mut TcpStream, text: &str) -> String {
    let mut read = String::new();
    let mut chunk = [0; 4096];
    while !read.contains(text) {
        let size = timeout(PATIENCE, socket.read(&mut chunk)).await;
        let size = size.expect("more").expect("bytes");
        assert_ne!(size, 0, "the connection ended after {read:?}");
        read.push_str(&String::from_utf8_lossy(&chunk[..size]));
    }
    read
}

fn tick(n: usize) -> PatchElements {
    PatchElements::new(PreEscaped(format!("<b id=\"n\">{n}</b>")))
}

/// Counts how many of it there are.
#[derive(Debug, Clone, Default)]
struct Open(Arc<AtomicUsize>);

struct Guard(Open);

impl Open {
    fn enter(&self) -> Guard {
        self.0.fetch_add(1, Ordering::SeqCst);
        Guard(self.clone())
    }

    async fn becomes(&self, count: usize) {
        let wait = async {
            while self.0.load(Ordering::SeqCst) != count {
                sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(PATIENCE, wait).await.expect("streams come and go");
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// One event, then silence.
fn silent(open: &Open) -> Router {
    let open = open.clone();
    let handler = async move || {
        let guard = open.enter();
        let events = stream::iter([tick(1)]).chain(stream::pending());
        Sse::new(events.inspect(move |_| {
            let _ = &guard;
        }))
    };
    Router::new().route("/stream", get(handler))
}

#[tokio::test]
async fn streams_break_and_requests_end_when_the_server_stops() {
    let open = Open::default();
    let app = silent(&open)
        .route(
            "/short",
            get(async || {
                sleep(LIMIT).await;
                "short"
            }),
        )
        .route(
            "/long",
            get(async || {
                sleep(PATIENCE).await;
                "long"
            }),
        );
    let server = Running::start(app, |server| server.drain(3 * LIMIT)).await;
    let mut streams = Vec::new();
    for _ in 0..50 {
        let mut socket = server.get("/stream").await;
        read_until(&mut socket, "</b>").await;
        streams.push(socket);
    }
    let (short, long) = (server.get("/short").await, server.get("/long").await);
    open.becomes(50).await;
    sleep(Duration::from_millis(50)).await;
    let address = server.address;
    let took = server.stop().await;
    assert!(took >= 2 * LIMIT, "the long request had its time: {took:?}");
    assert!(rest(short).await.ends_with("short"));
    assert!(!rest(long).await.contains("long"));
    for socket in streams {
        let rest = rest(socket).await;
        assert!(!rest.contains("0\r\n\r\n"), "a clean end: {rest:?}");
    }
    open.becomes(0).await;
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn the_events_that_answer_a_command_still_arrive() {
    let answer = async || {
        sleep(LIMIT).await;
        starmark::sse::Patch::new().elements(PreEscaped("<b id=\"a\">done</b>"))
    };
    let app = Router::new().route("/", post(answer));
    let server = Running::start(app, |server| server).await;
    let command = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n";
    let socket = server.send(command).await;
    sleep(LIMIT / 3).await;
    server.stop().await;
    let answer = rest(socket).await;
    assert!(answer.ends_with("done</b>\n\n"), "{answer:?}");
}

#[tokio::test]
async fn a_server_of_nothing_but_streams_stops_at_once() {
    let open = Open::default();
    let server = Running::start(silent(&open), |server| server.drain(PATIENCE)).await;
    let mut socket = server.get("/stream").await;
    read_until(&mut socket, "</b>").await;
    let idle = server.send("").await;
    let took = server.stop().await;
    assert!(took < PATIENCE / 2, "it waited: {took:?}");
    drop((socket, idle));
}

#[tokio::test]
async fn a_reader_that_stops_reading_is_cut_off() {
    let open = Open::default();
    let guards = open.clone();
    let handler = async move || {
        let guard = guards.enter();
        let text = "x".repeat(60_000);
        Sse::new(stream::repeat(()).map(move |()| {
            let _ = &guard;
            PatchElements::new(text.as_str()).selector(starmark::sse::Selector::new("#a"))
        }))
    };
    let app = Router::new().route("/", get(handler));
    let server = Running::start(app, |server| server.write_timeout(LIMIT)).await;
    let stalled = server.get("/").await;
    open.becomes(1).await;
    open.becomes(0).await;
    drop(stalled);
    // One that reads slowly stays.
    let mut slow = server.get("/").await;
    let mut chunk = vec![0; 2_000_000];
    let until = Instant::now() + 4 * LIMIT;
    while Instant::now() < until {
        slow.read_exact(&mut chunk).await.expect("more");
        sleep(LIMIT / 4).await;
    }
    open.becomes(1).await;
    server.stop().await;
}

#[tokio::test]
async fn a_client_that_is_half_gone_is_gone() {
    let open = Open::default();
    let server = Running::start(silent(&open), |server| server).await;
    let mut half = server.get("/stream").await;
    read_until(&mut half, "</b>").await;
    open.becomes(1).await;
    half.shutdown().await.expect("a half");
    open.becomes(0).await;
    server.stop().await;
}

#[tokio::test]
async fn a_client_that_sends_nothing_is_sent_away() {
    let app = Router::new().route("/", get(async || "Hi"));
    let server = Running::start(app, |server| server.head_timeout(LIMIT)).await;
    for begun in [
        "",
        "P",
        "PRI * HTTP/2.0\r\n\r\n",
        "GET",
        "GET / HTTP/1.1\r\nhost: x\r\n",
    ] {
        let socket = server.send(begun).await;
        let rest = rest(socket).await;
        assert!(
            rest.is_empty() || rest.starts_with("HTTP/1.1 408"),
            "{begun:?}: {rest:?}"
        );
    }
    // Between two requests, too.
    let mut idle = server.get("/").await;
    read_until(&mut idle, "Hi").await;
    assert_eq!(rest(idle).await, "");
    server.stop().await;
}

#[tokio::test]
async fn silent_streams_outlast_the_limits() {
    let open = Open::default();
    let app = silent(&open);
    let limits = |server: Server| server.head_timeout(LIMIT).write_timeout(LIMIT);
    let server = Running::start(app, limits).await;
    let mut socket = server.get("/stream").await;
    read_until(&mut socket, "</b>").await;
    sleep(3 * LIMIT).await;
    open.becomes(1).await;
    server.stop().await;
}

#[tokio::test]
async fn streams_share_a_connection_of_http2_and_break_with_it() {
    use http_body_util::{BodyExt as _, Empty};
    use hyper_util::rt::{TokioExecutor, TokioIo};

    let open = Open::default();
    let server = Running::start(silent(&open), |server| server).await;
    let socket = TcpStream::connect(server.address)
        .await
        .expect("a connection");
    let (client, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(socket))
            .await
            .expect("HTTP/2");
    tokio::spawn(connection);
    let mut bodies = Vec::new();
    for _ in 0..20 {
        let request =
            hyper::Request::get("http://localhost/stream").body(Empty::<bytes::Bytes>::new());
        let mut client = client.clone();
        let response = client
            .send_request(request.expect("a request"))
            .await
            .expect("a response");
        let mut body = response.into_body();
        let event = body.frame().await.expect("a frame").expect("an event");
        assert!(event.is_data());
        bodies.push(body);
    }
    open.becomes(20).await;
    server.stop().await;
    for mut body in bodies {
        let end = timeout(PATIENCE, body.frame()).await.expect("an end");
        assert!(end.is_some_and(|end| end.is_err()), "a clean end, or more");
    }
    open.becomes(0).await;
}

#[tokio::test]
async fn a_connection_may_become_a_web_socket() {
    let upgrade = async |request: axum::extract::Request| {
        let upgraded = hyper::upgrade::on(request);
        tokio::spawn(async move {
            let upgraded = upgraded.await.expect("a connection");
            let (mut read, mut write) = tokio::io::split(hyper_util::rt::TokioIo::new(upgraded));
            let _ = tokio::io::copy(&mut read, &mut write).await;
        });
        let headers = [("connection", "upgrade"), ("upgrade", "websocket")];
        (axum::http::StatusCode::SWITCHING_PROTOCOLS, headers)
    };
    let open = Open::default();
    let app = silent(&open).route("/socket", get(upgrade));
    let limits = |server: Server| server.head_timeout(LIMIT).write_timeout(LIMIT);
    let server = Running::start(app, limits).await;
    let mut stream = server.get("/stream").await;
    read_until(&mut stream, "</b>").await;
    let head =
        "GET /socket HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n";
    let mut socket = server.send(head).await;
    let answer = read_until(&mut socket, "\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 101"), "{answer}");
    // The limits are for HTTP, and a server that stops leaves the rest to those who took the connection over.
    sleep(2 * LIMIT).await;
    socket.write_all(b"one").await.expect("sent");
    read_until(&mut socket, "one").await;
    let took = server.stop().await;
    assert!(took < PATIENCE / 2, "it waited: {took:?}");
    open.becomes(0).await;
    socket.write_all(b"two").await.expect("sent");
    read_until(&mut socket, "two").await;
}

/// A page: it connects again whenever its connection ends, as the client does, and remembers what it saw last.
async fn page(address: SocketAddr, until: usize) -> Vec<usize> {
    let (mut seen, mut last) = (Vec::new(), String::new());
    while seen.last().is_none_or(|seen| *seen < until) {
        let Ok(mut socket) = TcpStream::connect(address).await else {
            sleep(Duration::from_millis(20)).await;
            continue;
        };
        let request = format!("GET /log HTTP/1.1\r\nhost: x\r\n{last}\r\n");
        if socket.write_all(request.as_bytes()).await.is_err() {
            continue;
        }
        let mut text = String::new();
        let mut chunk = [0; 4096];
        while let Ok(size @ 1..) = socket.read(&mut chunk).await {
            text.push_str(&String::from_utf8_lossy(&chunk[..size]));
            while let Some((event, rest)) = text.split_once("\n\n") {
                let field = |name| event.lines().find_map(|line| line.strip_prefix(name));
                if let Some(id) = field("id: ") {
                    last = format!("last-event-id: {id}\r\n");
                }
                let number =
                    field("data: elements ").and_then(|number| number.parse::<usize>().ok());
                seen.extend(number);
                text = rest.to_owned();
            }
            if seen.last().is_some_and(|seen| *seen >= until) {
                break;
            }
        }
    }
    seen
}

/// A log whose pages get the number of events so far, and then each number.
fn numbers(log: EventLog, sent: Arc<AtomicUsize>) -> Router {
    let handler = async move |headers: axum::http::HeaderMap| {
        let sent = Arc::clone(&sent);
        let snapshot = move || PatchElements::new(sent.load(Ordering::SeqCst));
        Sse::new(log.stream(starmark::reply::last_event_id(&headers), snapshot))
    };
    Router::new().route("/log", get(handler))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_pages_follow_through_three_restarts() {
    let sent = Arc::new(AtomicUsize::new(0));
    let log = EventLog::new(200);
    let publish = async |log: &EventLog| {
        for _ in 0..20 {
            let number = sent.fetch_add(1, Ordering::SeqCst) + 1;
            log.send(Event::from(PatchElements::new(number)));
            sleep(Duration::from_millis(2)).await;
        }
    };
    let app = numbers(log.clone(), Arc::clone(&sent));
    let mut server = Running::start(app, |server| server).await;
    let address = server.address;
    let pages: Vec<_> = (0..200).map(|_| tokio::spawn(page(address, 120))).collect();
    publish(&log).await;
    // The log outlives the server twice, then it is a new one, as in a new process.
    let new = EventLog::new(200);
    for (log, next) in [(&log, &log), (&log, &log), (&log, &new)] {
        publish(log).await;
        let took = server.stop().await;
        assert!(took < PATIENCE / 2, "{took:?}");
        let app = numbers(next.clone(), Arc::clone(&sent));
        server = Running::at(address, app, |server| server).await;
    }
    publish(&new).await;
    publish(&new).await;
    for page in future::join_all(pages).await {
        let seen = page.expect("a page");
        assert_eq!(seen.last(), Some(&120));
        // All in order; only the new log had to begin again. A number that a snapshot knew may come again behind it.
        let skipped = seen.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
        assert!(seen.is_sorted() && skipped <= 1, "{seen:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn a_body_may_be_sent_while_nothing_is_read() {
    let app = Router::new().route("/", post(async |body: String| body.len().to_string()));
    let server = Running::start(app, |server| server.head_timeout(LIMIT)).await;
    let mut socket = server
        .send("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\n\r\na")
        .await;
    for byte in ["b", "c"] {
        sleep(2 * LIMIT).await;
        socket.write_all(byte.as_bytes()).await.expect("sent");
    }
    assert!(
        read_until(&mut socket, "\r\n\r\n3")
            .await
            .starts_with("HTTP/1.1 200")
    );
    server.stop().await;
}
