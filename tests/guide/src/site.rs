//! The site of a chapter, asked what the chapter says.

use std::fs;
use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use tokio::time::timeout;
use tower::ServiceExt as _;

use crate::exchange::{Exchange, is_shown, request};

/// How long an answer may take; only a test that fails waits for it.
const LIMIT: Duration = Duration::from_secs(30);

/// Makes the requests of a chapter, in their order, and compares the answers with the chapter.
///
/// The chapter is a path in `docs/guide`, without its ending.
///
/// # Panics
///
/// If an answer is another one.
pub fn wire(chapter: &str, site: Router) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../docs/guide/{chapter}.md"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{chapter}: {error}"));
    let exchanges = Exchange::all(&text);
    assert!(!exchanges.is_empty(), "{chapter} has no block of `http`");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.unwrap_or_else(|error| panic!("no runtime: {error}"));
    runtime.block_on(async {
        let mut visit = Visit {
            site,
            cookies: String::new(),
            stream: None,
        };
        for exchange in exchanges {
            visit.check(&exchange).await;
        }
    });
}

/// A browser with its cookies and the stream that it has open.
struct Visit {
    site: Router,
    cookies: String,
    stream: Option<Body>,
}

impl Visit {
    async fn check(&mut self, exchange: &Exchange<'_>) {
        if let Some(question) = exchange.question {
            let answer = self.ask(question).await;
            check_head(question, exchange.head, answer.status(), answer.headers());
            self.remember(answer.headers());
            // A command leaves the stream of its page open.
            let (parts, mut body) = answer.into_parts();
            expect(&mut body, exchange.body).await;
            if parts.headers.get(header::CONTENT_LENGTH).is_none() && !is_at_end(&body) {
                self.stream = Some(body);
            }
        } else {
            let Some(stream) = &mut self.stream else {
                panic!("no stream is open for: {}", exchange.body);
            };
            expect(stream, exchange.body).await;
        }
    }

    async fn ask(&self, question: &str) -> Response<Body> {
        let asked = self.site.clone().oneshot(request(question, &self.cookies));
        match timeout(LIMIT, asked).await {
            Ok(Ok(answer)) => answer,
            Err(late) => panic!("{question}: {late}"),
        }
    }

    fn remember(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            if let Some((cookie, _)) = cookie.to_str().unwrap_or_default().split_once(';') {
                cookie.clone_into(&mut self.cookies);
            }
        }
    }
}

fn is_at_end(body: &Body) -> bool {
    axum::body::HttpBody::is_end_stream(body)
}

/// Compares a status and headers with what is shown: `200 text/html`, and below it `name: value`.
fn check_head(question: &str, shown: &str, status: StatusCode, headers: &HeaderMap) {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let mut lines = shown.lines();
    let content_type = text("content-type").unwrap_or_default();
    let content_type = content_type.split(';').next().unwrap_or_default();
    let first = format!("{} {content_type}", status.as_u16());
    assert_eq!(
        first.trim_end(),
        lines.next().unwrap_or_default(),
        "{question}"
    );
    for line in lines {
        let (name, value) = line.split_once(": ").unwrap_or((line, ""));
        let given = text(name);
        assert!(
            given.is_some_and(|given| is_shown(value, given)),
            "{question}: {name} is {given:?}, not {value}"
        );
    }
}

/// Reads a body until it has said what is shown.
async fn expect(body: &mut Body, shown: &str) {
    let mut text = String::new();
    let read = timeout(LIMIT, read(body, shown, &mut text)).await;
    assert!(
        read.is_ok() && is_shown(shown, &text),
        "the answer is\n{text}\nand the chapter says\n{shown}"
    );
}

async fn read(body: &mut Body, shown: &str, text: &mut String) {
    while text.is_empty() || !is_shown(shown, text) {
        let Some(Ok(frame)) = body.frame().await else {
            return;
        };
        let data = frame.into_data().unwrap_or_default();
        // A comment keeps a quiet stream alive.
        if !data.starts_with(b":") {
            text.push_str(&String::from_utf8_lossy(&data));
        }
    }
}
