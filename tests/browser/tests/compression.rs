//! Compressed streams in Chromium: each event is applied as soon as it is flushed.
//!
//! Each event carries the time at which it was made. The page notes how much later it sees it, by the same clock.

use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::http::HeaderMap;
use axum::routing;
use futures_util::stream::{self, Stream};
use starmark::client::Client;
use starmark::compression::{Budget, Coding, Compression};
use starmark::prelude::*;
use starmark::sse::{PatchElements, Sse};
use starmark_browser::{eventually, in_browser, until};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::time::sleep;

/// The genuine client, as `scripts/client` brings it.
static CLIENT: Client = starmark::client!("../../../target/datastar/datastar.js");

/// What the requirement allows: the usual event.
const USUAL: u64 = 100;

/// What a busy machine may add to a single one.
const WORST: u64 = 250;

/// Notes each event with its age in milliseconds.
const WATCH: PreEscaped<&str> = PreEscaped(
    "<script>window.seen = []; new MutationObserver(() => { \
         const [number, made] = (document.getElementById('event')?.textContent ?? '').split(' ').map(Number); \
         if (number && number !== seen.at(-1)?.[0]) seen.push([number, Date.now() - made]); \
     }).observe(document, { subtree: true, childList: true, characterData: true })</script>",
);

/// A server whose streams have one coding.
struct App {
    _runtime: Runtime,
    url: String,
    compression: Compression,
}

impl App {
    fn start(compression: Compression, gap: Duration, comments: Duration) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let events = async move || Sse::new(events(gap)).keep_alive(comments).finish();
        let app = Router::new()
            .route("/", routing::get(async || page()))
            .route(
                CLIENT.path(),
                routing::get(async |headers: HeaderMap| CLIENT.response(&headers)),
            )
            .route("/events", routing::get(events))
            .layer(compression.clone());
        let bound = runtime.block_on(TcpListener::bind("127.0.0.1:0"));
        let listener = bound.expect("a free port");
        let address = listener.local_addr().expect("an address");
        runtime.spawn(async move { axum::serve(listener, app).await });
        Self {
            _runtime: runtime,
            url: format!("http://{address}/"),
            compression,
        }
    }
}

fn page() -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                title { "Compression" }
                link rel="icon" href="data:,";
                (WATCH)
                (CLIENT.script())
            }
            body data-init=(get("/events")) {
                p #event {}
                p #board {}
            }
        }
    }
}

/// Ten events; a board stands in each, so that there is something to compress.
fn events(gap: Duration) -> impl Stream<Item = PatchElements> {
    stream::unfold(1, move |number| async move {
        if number > 10 {
            return None;
        }
        sleep(gap).await;
        let made = SystemTime::now().duration_since(UNIX_EPOCH);
        let made = made.expect("a time after 1970").as_millis();
        let event = PatchElements::new(html! {
            p #event { (number) " " (made) }
            p #board { @for card in 0..200 { i { "card " (card * number) } } }
        });
        Some((event, number + 1))
    })
}

/// How old each event was when the page saw it.
fn ages(app: App) -> Vec<u64> {
    let mut ages = Vec::new();
    in_browser(app, |browser, app| {
        let page = browser.open(&app.url);
        let seen = || page.evaluate("return window.seen", &[]);
        eventually("the last event is there", || {
            seen()
                .as_array()
                .is_some_and(|seen| seen.last().is_some_and(|last| last[0] == 10))
        });
        let seen = seen();
        let seen = seen.as_array().expect("a list");
        let numbers: Vec<_> = seen.iter().filter_map(|event| event[0].as_u64()).collect();
        assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
        ages = seen.iter().filter_map(|event| event[1].as_u64()).collect();
        let totals = app.compression.totals();
        assert!(totals.bytes_in() > 50_000, "{totals:?}");
        assert!(totals.bytes_out() < totals.bytes_in() / 2, "{totals:?}");
    });
    ages
}

fn assert_prompt(app: App) {
    let mut ages = ages(app);
    ages.sort_unstable();
    println!("milliseconds: {ages:?}");
    assert_eq!(ages.len(), 10);
    assert!(ages[5] <= USUAL, "{ages:?}");
    assert!(ages[9] <= WORST, "{ages:?}");
}

/// A tenth of a second apart.
fn quick(coding: Coding) -> App {
    let compression = Compression::new().codings(&[coding]);
    App::start(compression, Duration::from_millis(100), Duration::ZERO)
}

#[test]
fn zstd_is_read_event_by_event() {
    assert_prompt(quick(Coding::Zstd));
}

#[test]
fn brotli_is_read_event_by_event() {
    assert_prompt(quick(Coding::Brotli));
}

#[test]
fn gzip_is_read_event_by_event() {
    assert_prompt(quick(Coding::Gzip));
}

/// Between two events the frame ends, and comments come as frames of their own.
#[test]
fn zstd_is_read_frame_by_frame() {
    let budget = Budget::new(64 << 20);
    let compression = Compression::new()
        .codings(&[Coding::Zstd])
        .idle(Duration::from_millis(150))
        .budget(&budget);
    let comments = Duration::from_millis(200);
    let app = App::start(compression, Duration::from_millis(500), comments);
    thread::scope(|scope| {
        scope.spawn(|| {
            // Other tests have their turn first.
            let patience = Duration::from_secs(120);
            for _ in 0..5 {
                until("an encoder is there", patience, || budget.used() > 0);
                until("the encoder is gone", patience, || budget.used() == 0);
            }
        });
        assert_prompt(app);
    });
}

/// What the widest window needs, too.
#[test]
fn the_widest_window_is_read() {
    for coding in [Coding::Zstd, Coding::Brotli] {
        let compression = Compression::new().codings(&[coding]).event_size(usize::MAX);
        assert_prompt(App::start(
            compression,
            Duration::from_millis(100),
            Duration::ZERO,
        ));
    }
}
