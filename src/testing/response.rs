//! A response, read as it arrives.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum_core::body::Body;
use http::{HeaderMap, StatusCode, header};
use http_body::Body as _;
use tokio::time::timeout;

use super::decode::Decoder;
use super::document::Document;
use super::error::Error;
use super::received::{Parser, Received};

/// A response, whose body is read as it arrives, and decoded.
#[derive(Debug)]
pub struct Response {
    /// The method and the path of the request.
    name: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Body,
    decoder: Decoder,
    patience: Duration,
}

impl Response {
    pub(super) fn new(
        name: String,
        response: http::Response<Body>,
        patience: Duration,
    ) -> Result<Self, Error> {
        let (parts, body) = response.into_parts();
        let coding = parts.headers.get(header::CONTENT_ENCODING);
        let coding = coding.map_or("", |coding| coding.to_str().unwrap_or("?"));
        Ok(Self {
            decoder: Decoder::new(coding)?,
            name,
            status: parts.status,
            headers: parts.headers,
            body,
            patience,
        })
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header as text, if it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The method and the path of the request, for messages.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn patience(&self) -> Duration {
        self.patience
    }

    /// The whole body, without its coding.
    ///
    /// # Errors
    ///
    /// If the body breaks, is not of its coding, is no UTF-8, or does not go on in time.
    pub async fn text(mut self) -> Result<String, Error> {
        let mut text = Vec::new();
        while let Some(piece) = self.within_time().await? {
            text.extend(piece);
        }
        String::from_utf8(text).map_err(|_| self.problem("the body is no UTF-8"))
    }

    /// The whole body as a page.
    ///
    /// # Errors
    ///
    /// As [`text`](Self::text), or if the response is no page.
    pub async fn document(self) -> Result<Document, Error> {
        let kind = self.header("content-type").unwrap_or("nothing").to_owned();
        if self.status == StatusCode::OK && kind.starts_with("text/html") {
            return Ok(Document::page(&self.text().await?));
        }
        let status = self.status;
        let (place, name) = (
            self.header("location").map(ToOwned::to_owned),
            self.name.clone(),
        );
        let text = self.text().await?;
        let place = place.map_or_else(String::new, |place| format!(", to {place}"));
        Err(Error::new(format!(
            "{name}: the response is no page, but {status}{place}, of the type {kind}: {text}"
        )))
    }

    /// The events of the body, as they arrive.
    pub fn events(self) -> EventStream {
        EventStream {
            response: self,
            parser: Parser::default(),
            ready: VecDeque::new(),
        }
    }

    async fn within_time(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let patience = self.patience;
        match timeout(patience, poll_fn(|context| self.poll_piece(context))).await {
            Ok(piece) => piece,
            Err(_) => Err(self.problem(&format!(
                "nothing more arrives within {patience:?}, and the response has no end"
            ))),
        }
    }

    /// The next decoded bytes; `None` at the end.
    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Vec<u8>>, Error>> {
        loop {
            let frame = std::task::ready!(Pin::new(&mut self.body).poll_frame(context));
            return Poll::Ready(match frame {
                None => self
                    .decoder
                    .end()
                    .map(|()| None)
                    .map_err(|error| self.problem(&error.to_string())),
                Some(Err(error)) => Err(self.problem(&format!("the response breaks off: {error}"))),
                Some(Ok(frame)) => {
                    let Ok(data) = frame.into_data() else {
                        continue;
                    };
                    let piece = self.decoder.feed(&data);
                    piece
                        .map(Some)
                        .map_err(|error| self.problem(&error.to_string()))
                }
            });
        }
    }

    pub(super) fn problem(&self, what: &str) -> Error {
        Error::new(format!("{}: {what}", self.name))
    }
}

/// The events of a response, as they arrive.
///
/// ```
/// use axum::{Router, routing};
/// use starmark::sse::{PatchElements, Selector, Sse};
/// use starmark::testing::Client;
///
/// async fn ticks() -> Sse<impl futures_util::Stream<Item = PatchElements>> {
///     let tick = || PatchElements::remove(Selector::new("#a"));
///     Sse::new(futures_util::stream::repeat_with(tick))
/// }
///
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// let browser = Client::new(Router::new().route("/ticks", routing::get(ticks)));
/// let mut events = browser.get("/ticks").await?.events();
/// let first = events.next().await?.expect("an event");
/// assert_eq!(first.message.name(), "datastar-patch-elements");
/// # Ok::<(), starmark::testing::Error>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct EventStream {
    response: Response,
    parser: Parser,
    ready: VecDeque<Received>,
}

impl EventStream {
    /// The next event; `None` when the body has ended.
    ///
    /// # Errors
    ///
    /// If the body breaks off, which a stream does that the page is to open again, or if nothing arrives in time.
    pub async fn next(&mut self) -> Result<Option<Received>, Error> {
        let patience = self.response.patience;
        match timeout(patience, poll_fn(|context| self.poll_next(context))).await {
            Ok(event) => event,
            Err(_) => Err(self
                .response
                .problem(&format!("no event arrives within {patience:?}"))),
        }
    }

    /// All events up to the end of the body.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn all(mut self) -> Result<Vec<Received>, Error> {
        let mut events = Vec::new();
        while let Some(event) = self.next().await? {
            events.push(event);
        }
        Ok(events)
    }

    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<Received>, Error>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Poll::Ready(Ok(Some(event)));
            }
            match std::task::ready!(self.response.poll_piece(context))? {
                Some(piece) => self.ready.extend(self.parser.push(&piece)),
                None => return Poll::Ready(Ok(None)),
            }
        }
    }

    pub(super) fn response(&self) -> &Response {
        &self.response
    }
}

impl fmt::Debug for EventStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("response", &self.response)
            .finish_non_exhaustive()
    }
}
