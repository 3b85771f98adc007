//! Compressed responses, made for event streams.
//!
//! A page that is sent whole again and again, with one card changed, differs from the last one by a few bytes. An
//! encoder whose window holds two events sends just these. [`Compression`] is a layer for axum and everything else on
//! tower; [`Compression::apply`] does the same for one response, whatever made it. Pages go through it as well.
//!
//! ```
//! use axum::{Router, routing::get};
//! use starmark::compression::Compression;
//!
//! let app: Router = Router::new()
//!     .route("/", get(async || starmark::html! { p { "Hello" } }))
//!     .layer(Compression::new());
//! ```
//!
//! # What it costs
//!
//! A board of 120 cards, an event of 52 KB, sent a hundred times with one card changed:
//!
//! | | first event | each of the others | processor time | memory | while idle |
//! |---|--:|--:|--:|--:|--:|
//! | zstd | 3,133 bytes | 308 bytes | 17 µs | 0.4 MB | 0.02 MB |
//! | brotli | 3,055 bytes | 596 bytes | 113 µs | 1.9 MB | 1.9 MB |
//! | gzip | 3,276 bytes | 2,455 bytes | 177 µs | 0.3 MB | 0.3 MB |
//! | uncompressed | 53,256 bytes | 53,256 bytes | | | |
//!
//! The memory is what was resident for each of 20 streams; the time is the median of five runs on a shared server. Real
//! pages repeat themselves less, and the first event after an idle time is as large as a first one.
//!
//! A [`Budget`] counts the most that an encoder can take: 1.1 MB for zstd, which touches all of it only for large events,
//! 2.1 MB for brotli, 0.4 MB for gzip. So the 256 MiB of a process are 240 busy streams of zstd; idle ones are free.
//!
//! # Idle streams
//!
//! After ten seconds without an event, a stream of zstd ends its frame, which takes a few bytes, and drops its encoder;
//! the next event begins a new frame, and browsers read on. Nothing like this is possible with brotli and gzip: browsers
//! stop at the end of their first stream. A stream whose reader has stalled is not asked for anything, and so keeps what
//! it has until its connection ends.
//!
//! Comments, which keep a connection alive, do not count as events: a comment every 15 seconds would hold a megabyte for
//! three bytes. While there is no encoder, a comment is a frame of its own, written without one.
//!
//! # Security
//!
//! Who can make a page send a text of theirs beside a secret, again and again, and sees how long the encrypted response
//! is, can guess the secret: the response gets shorter with each character that is right. The attack is called
//! [BREACH](https://www.breachattack.com). It needs all of that, so
//!
//! - tokens against forged requests are not secrets of this kind if each response has them in another disguise, and
//!   cookies with `SameSite` keep other sites from asking;
//! - a response that has a secret and a text of others says [`Uncompressed`], or `cache-control: no-transform`.

mod accept;
mod body;
mod budget;
mod coding;
mod encoder;
mod layer;
mod metrics;
mod response;
mod zstd;

pub use body::Compressed;
pub use budget::Budget;
pub use coding::Coding;
pub use layer::{Compressing, CompressingFuture};
pub use metrics::Metrics;

use std::error::Error;
use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;
use http::{HeaderMap, Response};
use http_body::Body;

use accept::Accepted;
use coding::Window;
use encoder::Encoder;

/// The error of a body that may come from anywhere; what the body inside failed with is passed on in it.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Content that is shorter would hardly get smaller, or grow.
const WORTHWHILE: u64 = 64;

/// How responses are compressed.
///
/// A browser gets the coding that it prefers; zstd before brotli before gzip if it has no preference. Text, JSON,
/// JavaScript, XML and SVG are compressed. Images and what else is compressed already, pieces of files, and responses
/// that say [`Uncompressed`], `content-encoding` or `cache-control: no-transform` stay as they are.
///
/// Clones share their [`Budget`] and their [totals](Self::totals). It needs tokio's timer for streams.
///
/// ```
/// use std::time::Duration;
/// use starmark::compression::{Budget, Coding, Compression};
///
/// let compression = Compression::new()
///     .codings(&[Coding::Zstd, Coding::Gzip])
///     .event_size(200_000)
///     .idle(Duration::from_secs(5))
///     .budget(&Budget::new(64 << 20));
/// ```
#[derive(Debug, Clone)]
pub struct Compression {
    offered: [bool; Coding::ALL.len()],
    window: Window,
    idle: Duration,
    budget: Budget,
    totals: Metrics,
}

impl Default for Compression {
    fn default() -> Self {
        Self::new()
    }
}

impl Compression {
    /// All codings, for events of up to 128 KiB, within the [budget of the process](Budget::of_process).
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, Response, header};
    /// use http_body_util::Full;
    /// use starmark::compression::{Compression};
    ///
    /// let mut request = HeaderMap::new();
    /// request.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, zstd"));
    /// let mut page = Response::new(Full::<bytes::Bytes>::from("<p>Hello</p>".repeat(10)));
    /// page.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    ///
    /// let page = Compression::new().apply(&request, page);
    /// assert_eq!(page.headers()[header::CONTENT_ENCODING], "zstd");
    /// ```
    pub fn new() -> Self {
        Self {
            offered: [true; Coding::ALL.len()],
            window: Window::of_event(128 << 10),
            idle: Duration::from_secs(10),
            budget: Budget::of_process(),
            totals: Metrics::default(),
        }
    }

    /// Offers these codings and no others; in which order does not matter.
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, Response, header};
    /// use http_body_util::Full;
    /// use starmark::compression::{Coding, Compression};
    ///
    /// let mut request = HeaderMap::new();
    /// request.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, zstd"));
    /// let mut page = Response::new(Full::<bytes::Bytes>::from("<p>Hello</p>".repeat(10)));
    /// page.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    ///
    /// let page = Compression::new().codings(&[Coding::Gzip]).apply(&request, page);
    /// assert_eq!(page.headers()[header::CONTENT_ENCODING], "gzip");
    /// ```
    pub fn codings(mut self, codings: &[Coding]) -> Self {
        self.offered = Coding::ALL.map(|coding| codings.contains(&coding));
        self
    }

    /// Sets the size of the largest events that are sent over and over, in bytes: 128 KiB if nothing is said.
    ///
    /// Two of them fit into the window, which takes its part of the memory of each stream. It is at least 128 KiB and
    /// at most 1 MiB, whatever is asked for: browsers refuse windows above 8 MiB.
    ///
    /// ```
    /// use starmark::compression::Compression;
    ///
    /// let boards_of_300_kilobytes = Compression::new().event_size(300_000);
    /// # drop(boards_of_300_kilobytes);
    /// ```
    pub fn event_size(mut self, bytes: usize) -> Self {
        self.window = Window::of_event(bytes);
        self
    }

    /// Sets after how long without an event a stream of zstd gives its memory back; zero means never.
    ///
    /// Less than the 15 seconds of the keep-alive comment is best; 10 seconds if nothing is said.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use starmark::compression::Compression;
    ///
    /// let frugal = Compression::new().idle(Duration::from_secs(2));
    /// let steady = Compression::new().idle(Duration::ZERO);
    /// # drop((frugal, steady));
    /// ```
    pub fn idle(mut self, silence: Duration) -> Self {
        self.idle = silence;
        self
    }

    /// Sets how much memory all encoders may take.
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, Response, header};
    /// use http_body_util::Full;
    /// use starmark::compression::{Budget, Compression};
    ///
    /// let mut request = HeaderMap::new();
    /// request.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, zstd"));
    /// let mut page = Response::new(Full::<bytes::Bytes>::from("<p>Hello</p>".repeat(10)));
    /// page.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    ///
    /// let page = Compression::new().budget(&Budget::new(64 << 20)).apply(&request, page);
    /// assert_eq!(page.headers()[header::CONTENT_ENCODING], "zstd");
    /// ```
    pub fn budget(mut self, budget: &Budget) -> Self {
        self.budget = budget.clone();
        self
    }

    /// The counts of all responses that were compressed.
    ///
    /// ```
    /// use starmark::compression::Compression;
    ///
    /// let compression = Compression::new();
    /// let totals = compression.totals();
    /// assert_eq!((totals.bytes_in(), totals.bytes_out()), (0, 0));
    /// ```
    pub fn totals(&self) -> Metrics {
        self.totals.clone()
    }

    /// Compresses a response to a request with these headers, if both sides allow it.
    ///
    /// The counts of this response are in its extensions: [`Metrics`]. The length is removed, and so is what else held
    /// for the bytes before; an entity tag becomes a weak one. `vary` is set whenever the headers of the request have a
    /// say.
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, Response, header};
    /// use http_body_util::Full;
    /// use starmark::compression::Compression;
    ///
    /// let mut request = HeaderMap::new();
    /// request.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, br;q=0.9, zstd;q=0"));
    /// let mut response = Response::new(Full::<bytes::Bytes>::from("<p>Hello</p>".repeat(10)));
    /// response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    ///
    /// let response = Compression::new().apply(&request, response);
    /// assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip");
    /// assert_eq!(response.headers()[header::VARY], "accept-encoding");
    /// ```
    pub fn apply<B>(&self, request: &HeaderMap, response: Response<B>) -> Response<Compressed<B>>
    where
        B: Body<Data = Bytes, Error: Into<BoxError>>,
    {
        self.coded(Accepted::of(request), response)
    }

    fn coded<B: Body>(&self, accepted: Accepted, response: Response<B>) -> Response<Compressed<B>> {
        let (mut parts, body) = response.into_parts();
        let encoder = self.encoder(accepted, &mut parts, &body);
        Response::from_parts(parts, Compressed::new(body, encoder, self.idle))
    }

    /// The encoder of a response that is to be compressed, with its headers set.
    fn encoder(&self, accepted: Accepted, parts: &mut Parts, body: &impl Body) -> Option<Encoder> {
        if !response::is_negotiable(parts) {
            return None;
        }
        response::vary(&mut parts.headers);
        let size = body.size_hint().exact();
        let is_short = body.is_end_stream() || size.is_some_and(|size| size < WORTHWHILE);
        if is_short || !response::has_content(parts.status) {
            return None;
        }
        let coding = accepted.best(self.offered())?;
        let metrics = Metrics::default();
        let both = [metrics.clone(), self.totals()];
        let encoder = Encoder::new(coding, self.window, &self.budget, size.is_some(), both)?;
        response::set_coding(&mut parts.headers, coding);
        parts.extensions.insert(metrics);
        Some(encoder)
    }

    fn offered(&self) -> impl Iterator<Item = Coding> {
        let all = Coding::ALL.into_iter().zip(self.offered);
        all.filter_map(|(coding, is_offered)| is_offered.then_some(coding))
    }
}

/// Says in the extensions of a response that it must not be compressed.
///
/// For a response with a secret and a text that somebody else chose, see [Security](crate::compression#security).
///
/// ```
/// use axum::Extension;
/// use starmark::compression::Uncompressed;
///
/// async fn invoice() -> (Extension<Uncompressed>, String) {
///     (Extension(Uncompressed), "…".to_owned())
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncompressed;
