//! Replies, streams and the extractor on a real server, read from a plain socket.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::extract::Extension;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::{any, get, post};
use axum::{Router, serve};
use futures_util::{Stream, StreamExt as _, stream};
use serde_json::json;
use starmark::client::{Client, Directive, Nonce, Policy};
use starmark::sse::{
    Event, Events, ExecuteScript, Interrupted, Patch, PatchElements, PatchSignals, Selector, Sse,
};
use starmark::{Markup, PreEscaped, Signals, SignalsError, signals};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::timeout;

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(5);

async fn listen(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { serve(listener, app).await });
    address
}

async fn connect(address: SocketAddr, request: &str) -> TcpStream {
    let mut socket = TcpStream::connect(address).await.expect("a connection");
    socket
        .write_all(request.as_bytes())
        .await
        .expect("a request");
    socket
}

/// Everything until the server closes the connection.
async fn read_all(mut socket: TcpStream) -> String {
    let mut reply = Vec::new();
    timeout(PATIENCE, socket.read_to_end(&mut reply))
        .await
        .expect("an end")
        .expect("bytes");
    String::from_utf8(reply).expect("text")
}

/// What arrives until it contains `text`.
async fn read_until(socket: &mut TcpStream, text: &str) -> String {
    let mut reply = String::new();
    let mut chunk = [0; 4096];
    while !reply.contains(text) {
        let size = timeout(PATIENCE, socket.read(&mut chunk))
            .await
            .expect("more")
            .expect("bytes");
        assert_ne!(size, 0, "the connection ended after {reply:?}");
        reply.push_str(&String::from_utf8_lossy(&chunk[..size]));
    }
    reply
}

/// A request; each of `headers` ends with CRLF.
fn request(method: &str, path: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    )
}

async fn reply(address: SocketAddr, path: &str) -> (String, String) {
    let reply = read_all(connect(address, &request("GET", path, "", "")).await).await;
    let (head, body) = reply.split_once("\r\n\r\n").expect("a head");
    (head.to_ascii_lowercase(), body.to_owned())
}

fn tick(n: usize) -> PatchElements {
    PatchElements::new(PreEscaped(format!("<b id=\"n\">{n}</b>")))
}

fn ticks(count: usize) -> impl Stream<Item = PatchElements> {
    stream::iter(0..count).map(tick)
}

/// Counts how many of it were dropped.
struct Guard(Arc<AtomicUsize>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

// Replies.

#[tokio::test]
async fn markup_is_html() {
    let app = Router::new()
        .route(
            "/owned",
            get(async || -> Markup { PreEscaped("<p>é</p>".to_owned()) }),
        )
        .route("/static", get(async || PreEscaped("<p>é</p>")));
    let address = listen(app).await;
    for path in ["/owned", "/static"] {
        let (head, body) = reply(address, path).await;
        assert!(head.starts_with("http/1.1 200 ok"), "{head}");
        assert!(
            head.contains("content-type: text/html; charset=utf-8"),
            "{head}"
        );
        assert!(head.contains("content-length: 9"), "{head}");
        assert_eq!(body, "<p>é</p>");
    }
}

#[tokio::test]
async fn a_policy_stands_before_a_page() {
    const STYLES: Directive = Directive::new("style-src 'self'");
    let page = async || {
        let nonce = Nonce::new("abc").expect("a nonce");
        (Policy::new(&nonce).and(STYLES), PreEscaped("<p>"))
    };
    let address = listen(Router::new().route("/", get(page))).await;
    let (head, body) = reply(address, "/").await;
    assert!(
        head.contains("content-security-policy: script-src 'nonce-abc'; object-src 'none'; base-uri 'none'; style-src 'self'\r\n"),
        "{head}"
    );
    assert!(head.contains("content-type: text/html"), "{head}");
    assert_eq!(body, "<p>");
}

// The embedded client.

static DATASTAR: Client = Client::new(b"// Datastar v1.0.4\n// A stand-in.\n");

async fn datastar() -> SocketAddr {
    let app = Router::new().route(
        DATASTAR.path(),
        get(async |headers: HeaderMap| DATASTAR.response(&headers)),
    );
    listen(app).await
}

/// The head, in lower case, and the body of the answer to a request for the client.
async fn datastar_reply(method: &str, headers: &str) -> (String, String) {
    let request = request(method, DATASTAR.path(), headers, "");
    let reply = read_all(connect(datastar().await, &request).await).await;
    let (head, body) = reply.split_once("\r\n\r\n").expect("a head");
    (head.to_ascii_lowercase(), body.to_owned())
}

#[tokio::test]
async fn the_client_is_kept_for_good() {
    for method in ["GET", "HEAD"] {
        let (head, body) = datastar_reply(method, "").await;
        assert!(head.starts_with("http/1.1 200 ok\r\n"), "{head}");
        for header in [
            "content-type: text/javascript; charset=utf-8",
            "cache-control: public, max-age=31536000, immutable",
            "x-content-type-options: nosniff",
            &format!("etag: {}", DATASTAR.etag()),
            &format!("content-length: {}", DATASTAR.bytes().len()),
        ] {
            assert!(head.lines().any(|line| line == header), "{header}: {head}");
        }
        let expected = if method == "GET" {
            DATASTAR.bytes()
        } else {
            b""
        };
        assert_eq!(body.as_bytes(), expected, "{method}");
    }
}

#[tokio::test]
async fn a_browser_that_has_the_client_is_told_so() {
    let etag = DATASTAR.etag();
    for known in [
        etag.to_owned(),
        format!("W/{etag}"),
        "*".to_owned(),
        format!("\"a\", W/\"b\" ,{etag}"),
        format!("\"a\"\r\nif-none-match: {etag}"),
    ] {
        let (head, body) = datastar_reply("GET", &format!("if-none-match: {known}\r\n")).await;
        assert!(head.starts_with("http/1.1 304 "), "{known}: {head}");
        assert!(head.contains(&format!("etag: {etag}\r\n")), "{head}");
        assert!(head.contains("immutable\r\n"), "{head}");
        assert!(!head.contains("content-type"), "{head}");
        assert_eq!(body, "");
    }
}

#[tokio::test]
async fn another_copy_is_sent_anew() {
    let bare = DATASTAR.etag().trim_matches('"');
    for other in ["\"a\"", "", bare, "w/*", "\"*\""] {
        let (head, _) = datastar_reply("GET", &format!("if-none-match: {other}\r\n")).await;
        assert!(head.starts_with("http/1.1 200 ok"), "{other}: {head}");
    }
}

#[tokio::test]
async fn events_are_complete_replies() {
    let script = || ExecuteScript::new("a()");
    let signals = || PatchSignals::new(json!({ "a": 1 })).expect("signals");
    let app = Router::new()
        .route("/elements", get(async || tick(1)))
        .route("/signals", get(async move || signals()))
        .route("/script", get(async move || script()))
        .route("/event", get(async || Event::from(tick(1))))
        .route(
            "/events",
            get(async || Events::new().and(tick(1)).and(tick(2))),
        )
        .route(
            "/patch",
            get(async || Patch::new().elements(PreEscaped("<b id=\"n\">1</b>"))),
        )
        .route("/none", get(async || Events::new()));
    let address = listen(app).await;
    let one = Event::from(tick(1)).into_string();
    let bodies = [
        ("/elements", one.clone()),
        ("/signals", Event::from(signals()).into_string()),
        ("/script", Event::from(script()).into_string()),
        ("/event", one.clone()),
        ("/events", one.clone() + Event::from(tick(2)).as_str()),
        ("/patch", one),
        ("/none", String::new()),
    ];
    for (path, expected) in bodies {
        let (head, body) = reply(address, path).await;
        assert!(head.contains("content-type: text/event-stream"), "{head}");
        assert!(head.contains("cache-control: no-cache"), "{head}");
        assert!(head.contains("x-accel-buffering: no"), "{head}");
        assert!(
            head.contains(&format!("content-length: {}", expected.len())),
            "{head}"
        );
        assert_eq!(body, expected, "{path}");
    }
}

#[tokio::test]
async fn signals_that_cannot_be_sent_are_a_500() {
    async fn handler() -> Result<Patch, SignalsError> {
        Patch::new()
            .remove(Selector::new("#a"))
            .signals(json!({ "secret__name": 1 }))
    }
    let (head, body) = reply(listen(Router::new().route("/", get(handler))).await, "/").await;
    assert!(head.starts_with("http/1.1 500"), "{head}");
    assert_eq!(body, "the signals cannot be sent");
}

// Streams.

#[tokio::test]
async fn a_stream_that_ends_fails_its_body() {
    let app = Router::new()
        .route("/fails", get(async || Sse::new(ticks(2))))
        .route("/finishes", get(async || Sse::new(ticks(2)).finish()));
    let address = listen(app).await;
    for (path, clean) in [("/fails", false), ("/finishes", true)] {
        let (head, body) = reply(address, path).await;
        assert!(head.contains("content-type: text/event-stream"), "{head}");
        assert!(head.contains("transfer-encoding: chunked"), "{head}");
        assert!(body.contains(Event::from(tick(1)).as_str()), "{body}");
        // The last chunk is what tells an end from a broken connection.
        assert_eq!(body.ends_with("\r\n0\r\n\r\n"), clean, "{path}");
    }
}

#[tokio::test]
async fn silence_is_broken_by_comments() {
    let silent = || stream::pending::<Event>();
    let app = Router::new()
        .route(
            "/",
            get(async move || Sse::new(silent()).keep_alive(Duration::from_millis(20))),
        )
        .route(
            "/never",
            get(async move || Sse::new(silent()).keep_alive(Duration::ZERO)),
        );
    let address = listen(app).await;
    let mut socket = connect(address, &request("GET", "/", "", "")).await;
    read_until(&mut socket, "3\r\n:\n\n\r\n3\r\n:\n\n\r\n").await;
    let mut socket = connect(address, &request("GET", "/never", "", "")).await;
    let head = read_until(&mut socket, "\r\n\r\n").await;
    assert!(head.ends_with("\r\n\r\n"));
    assert!(
        timeout(Duration::from_millis(100), socket.read(&mut [0]))
            .await
            .is_err()
    );
}

#[tokio::test]
async fn events_put_off_the_comment() {
    async fn slowly() -> impl IntoResponse {
        let events = stream::unfold(0, |n| async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            (n < 10).then(|| (tick(n), n + 1))
        });
        Sse::new(events).keep_alive(Duration::from_millis(500))
    }
    let app = Router::new().route("/", get(slowly));
    let (_, body) = reply(listen(app).await, "/").await;
    assert_eq!(
        (
            body.matches("event: ").count(),
            body.matches(":\n\n").count()
        ),
        (10, 0)
    );
}

#[tokio::test]
async fn a_producer_is_dropped_when_the_client_leaves() {
    for reset in [false, true] {
        let dropped = Arc::new(AtomicUsize::new(0));
        let guards = Arc::clone(&dropped);
        let handler = async move || {
            let guard = Guard(Arc::clone(&guards));
            Sse::new(ticks(1).chain(stream::pending()).map(move |event| {
                let _ = &guard;
                event
            }))
        };
        let address = listen(Router::new().route("/", get(handler))).await;
        let mut socket = connect(address, &request("GET", "/", "", "")).await;
        read_until(&mut socket, "data: elements").await;
        assert_eq!(dropped.load(Ordering::SeqCst), 0);
        if reset {
            socket.set_zero_linger().expect("an option");
        }
        drop(socket);
        let left = Instant::now();
        while dropped.load(Ordering::SeqCst) == 0 {
            assert!(
                left.elapsed() < Duration::from_millis(100),
                "still running (reset: {reset})"
            );
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

#[tokio::test]
async fn a_shutdown_fails_open_streams_and_ends_the_server() {
    let (shutdown, stopped) = tokio::sync::watch::channel(false);
    let until = move || {
        let mut stopped = stopped.clone();
        async move { stopped.wait_for(|stopped| *stopped).await.map(|_| ()) }
    };
    let wait = until.clone();
    let handler = async move || Sse::new(ticks(1).chain(stream::pending())).until(until());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let server = serve(listener, Router::new().route("/", get(handler))).with_graceful_shutdown(
        async move {
            let _ = wait().await;
        },
    );
    let server = tokio::spawn(server.into_future());
    let mut socket = connect(address, "GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    read_until(&mut socket, "data: elements").await;
    shutdown.send(true).expect("a listener");
    let rest = read_all(socket).await;
    assert!(!rest.ends_with("0\r\n\r\n"), "a clean end: {rest:?}");
    timeout(Duration::from_secs(1), server)
        .await
        .expect("the server ends")
        .expect("no panic")
        .expect("no error");
}

#[tokio::test]
async fn a_reader_that_stalls_stops_the_stream() {
    let sent = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&sent);
    let handler = async move || {
        let text = "x".repeat(60_000);
        Sse::new(stream::repeat(()).map(move |()| {
            counter.fetch_add(1, Ordering::SeqCst);
            PatchElements::new(text.as_str()).selector(Selector::new("#a"))
        }))
    };
    let address = listen(Router::new().route("/", get(handler))).await;
    let _stalled = connect(address, &request("GET", "/", "", "")).await;
    let mut before = 0;
    let settled = async {
        loop {
            tokio::time::sleep(Duration::from_millis(200)).await;
            let now = sent.load(Ordering::SeqCst);
            if now > 0 && now == before {
                return now;
            }
            before = now;
        }
    };
    // What the sockets of both sides hold, and no more.
    let sent = timeout(PATIENCE, settled).await.expect("the stream stops");
    assert!(sent < 500, "{sent} events of 60 kB are under way");
}

#[tokio::test]
async fn a_panic_ends_only_its_own_stream() {
    async fn bad() -> impl IntoResponse {
        let panics = stream::once(async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            panic!("on purpose")
        });
        Sse::new(ticks(1).chain(panics))
    }
    let app = Router::new()
        .route("/bad", get(bad))
        .route("/good", get(async || Sse::new(ticks(1)).finish()));
    let address = listen(app).await;
    let (_, bad) = reply(address, "/bad").await;
    assert!(!bad.ends_with("0\r\n\r\n"), "{bad:?}");
    let (_, good) = reply(address, "/good").await;
    assert!(good.ends_with("0\r\n\r\n"), "{good:?}");
}

#[tokio::test]
async fn an_ended_body_stays_ended_and_lets_go() {
    use http_body::Body as _;
    let dropped = Arc::new(AtomicUsize::new(0));
    let guard = Guard(Arc::clone(&dropped));
    let mut left = 1;
    let events = stream::poll_fn(move |_| {
        let _ = &guard;
        left -= 1;
        assert!(left >= -1, "polled after its end");
        std::task::Poll::Ready((left == 0).then(|| tick(1)))
    });
    let mut body = std::pin::pin!(Sse::new(events));
    let mut next = async || std::future::poll_fn(|context| body.as_mut().poll_frame(context)).await;
    let frame = next()
        .await
        .expect("a frame")
        .expect("no error")
        .into_data()
        .expect("data");
    assert_eq!(frame, Event::from(tick(1)).as_str());
    assert_eq!(next().await.expect("an end").err(), Some(Interrupted));
    assert_eq!(dropped.load(Ordering::SeqCst), 1);
    assert!(next().await.is_none() && next().await.is_none());
    assert!(body.is_end_stream());
}

#[tokio::test]
async fn events_can_come_from_a_channel() {
    let (events, mut receiver) = mpsc::channel::<Event>(1);
    let body = Sse::new(stream::poll_fn(move |context| receiver.poll_recv(context)));
    let once = Arc::new(Mutex::new(Some(body)));
    let handler = async move || {
        once.lock()
            .map(|mut body| body.take())
            .ok()
            .flatten()
            .ok_or("one request only")
    };
    let app = Router::new().route("/", get(handler));
    let mut socket = connect(listen(app).await, &request("GET", "/", "", "")).await;
    for n in 0..3 {
        events.send(tick(n).into()).await.expect("an open stream");
        read_until(&mut socket, &format!(">{n}</b>")).await;
    }
    drop(events);
    assert!(!read_all(socket).await.ends_with("0\r\n\r\n"));
}

// Signals.

#[derive(Debug, Signals)]
struct Form {
    n: i64,
}

#[derive(Debug, Default, Signals)]
#[serde(default)]
struct Filter {
    query: String,
}

fn app() -> Router {
    Router::new()
        .route(
            "/",
            any(async |Signals(form): Signals<Form>| form.n.to_string()),
        )
        .route(
            "/filter",
            any(async |Signals(filter): Signals<Filter>| filter.query),
        )
        .route(
            "/large",
            post(async |Signals(filter): Signals<Filter>| filter.query.len().to_string())
                .layer(Extension(signals::Limit(1 << 20))),
        )
        .route(
            "/mine",
            any(
                async |signals: Result<Signals<Form>, signals::ReadSignalsError>| match signals {
                    Ok(_) => "ok".into_response(),
                    Err(error) => format!("mine: {}", error.status()).into_response(),
                },
            ),
        )
}

const CLIENT: &str = "content-type: application/json\r\ndatastar-request: true\r\n";

/// Sends a request such as `POST /path` and compares the answer.
#[track_caller]
fn answers(request: String, expected: (u16, &str)) -> impl Future<Output = ()> {
    let (status, text) = (format!("HTTP/1.1 {} ", expected.0), expected.1.to_owned());
    async move {
        let reply = read_all(connect(listen(app()).await, &request).await).await;
        let (head, answer) = reply.split_once("\r\n\r\n").expect("a head");
        let start = request.get(..200).unwrap_or(&request);
        assert!(head.starts_with(&status), "{start}: {head}");
        assert!(
            answer == text,
            "{start}: {}",
            answer.get(..80).unwrap_or(answer)
        );
        assert!(
            head.contains("content-type: text/plain; charset=utf-8"),
            "{start}: {head}"
        );
    }
}

#[tokio::test]
async fn bodies_are_extracted_or_refused() {
    let post = |headers, body| request("POST", "/", headers, body);
    answers(post(CLIENT, "{\"n\":1e3}"), (200, "1000")).await;
    answers(post(CLIENT, "{"), (400, "the signals are not valid JSON")).await;
    answers(post(CLIENT, ""), (400, "the signals are not valid JSON")).await;
    answers(
        post(CLIENT, "{\"n\":\"x\"}"),
        (422, "the signals do not have the expected shape"),
    )
    .await;
    let plain = "content-type: text/plain\r\ndatastar-request: true\r\n";
    answers(
        post(plain, "{}"),
        (415, "signals in a body are `application/json`"),
    )
    .await;
    let form = "content-type: application/json\r\n";
    answers(
        post(form, "{}"),
        (403, "signals in a body need the header `datastar-request`"),
    )
    .await;
    let foreign = format!("{CLIENT}sec-fetch-site: cross-site\r\n");
    answers(
        post(&foreign, "{}"),
        (403, "a request from another site cannot send signals"),
    )
    .await;
    answers(request("POST", "/mine", CLIENT, "{"), (200, "mine: 400")).await;
}

#[tokio::test]
async fn queries_are_extracted_or_refused() {
    answers(request("GET", "/filter", "", ""), (200, "")).await;
    answers(request("GET", "/filter?datastar=", "", ""), (200, "")).await;
    let query = "/filter?datastar=%7B%22query%22:%22a+b%22%7D";
    answers(request("GET", query, CLIENT, ""), (200, "a b")).await;
    answers(
        request("DELETE", "/?datastar=%7B%22n%22:2%7D", CLIENT, "ignored"),
        (200, "2"),
    )
    .await;
    let refused = (422, "the signals do not have the expected shape");
    answers(request("DELETE", "/", CLIENT, "{\"n\":1}"), refused).await;
}

#[tokio::test]
async fn the_size_of_bodies_is_limited() {
    let body = |len| format!("{{\"query\":\"{}\"}}", "x".repeat(len));
    let fits = body(signals::DEFAULT_LIMIT - body(0).len());
    answers(
        request("POST", "/filter", CLIENT, &fits),
        (200, &fits[10..fits.len() - 2]),
    )
    .await;
    let over = body(signals::DEFAULT_LIMIT);
    answers(
        request("POST", "/filter", CLIENT, &over),
        (413, "the signals are too large"),
    )
    .await;
    answers(request("POST", "/large", CLIENT, &over), (200, "262144")).await;
}

#[tokio::test]
async fn a_body_without_a_length_is_limited_too() {
    let address = listen(app()).await;
    let head = "POST /filter HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n\
                datastar-request: true\r\ntransfer-encoding: chunked\r\n\r\n";
    let mut socket = connect(address, head).await;
    let chunk = format!("8000\r\n{}\r\n", " ".repeat(0x8000));
    for _ in 0..9 {
        // The server may close once the limit is passed.
        let _ = socket.write_all(chunk.as_bytes()).await;
    }
    assert!(
        read_until(&mut socket, "large")
            .await
            .starts_with("HTTP/1.1 413")
    );
}
