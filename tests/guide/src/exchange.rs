//! A request and its answer, as a chapter shows them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Method, Request};

/// A block of `http` in a chapter.
///
/// Its first lines are the request: method and address, headers, the signals. After an empty line follow the status and
/// the headers of the answer, and after another one its body. A block without a request is what comes next on the stream
/// that the block before it has opened. `…` stands for any text.
#[derive(Debug)]
pub(crate) struct Exchange<'a> {
    /// What is asked, or nothing if the stream goes on.
    pub(crate) question: Option<&'a str>,
    pub(crate) head: &'a str,
    pub(crate) body: &'a str,
}

impl<'a> Exchange<'a> {
    /// The blocks of a chapter.
    pub(crate) fn all(chapter: &'a str) -> Vec<Self> {
        let blocks = chapter.split("\n```http\n").skip(1);
        let text = |block: &'a str| block.split_once("\n```").map_or(block, |(text, _)| text);
        blocks.map(|block| Self::read(text(block))).collect()
    }

    fn read(text: &'a str) -> Self {
        if text.starts_with("event: ") {
            return Self {
                question: None,
                head: "",
                body: text,
            };
        }
        let (question, answer) = text.split_once("\n\n").unwrap_or((text, ""));
        let (head, body) = answer.split_once("\n\n").unwrap_or((answer, ""));
        Self {
            question: Some(question),
            head,
            body,
        }
    }
}

/// The request that the client makes for a question.
///
/// # Panics
///
/// If the question is none.
pub(crate) fn request(question: &str, cookies: &str) -> Request<Body> {
    let mut lines = question.lines();
    let asked = lines.next().and_then(|line| line.split_once(' '));
    let (method, address) = asked.unwrap_or_else(|| panic!("no request: {question}"));
    let is_method = Method::from_bytes(method.as_bytes()).is_ok();
    assert!(is_method, "no method: {question}");
    let mut headers = BTreeMap::from([
        ("host", "localhost"),
        ("cookie", cookies),
        ("datastar-request", "true"),
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/json"),
    ]);
    let mut body = "";
    for line in lines {
        match line.split_once(": ") {
            Some((name, value)) if !line.starts_with('{') => drop(headers.insert(name, value)),
            _ => body = line,
        }
    }
    let request = Request::builder().method(method).uri(encoded(address));
    let with = |request: Builder, (name, value)| request.header(name, value);
    let request = headers.into_iter().fold(request, with);
    let request = request.body(Body::from(body.to_owned()));
    request.unwrap_or_else(|error| panic!("{question}: {error}"))
}

/// An address with the characters of JSON encoded, which a chapter shows as they are.
fn encoded(address: &str) -> String {
    let mut encoded = String::new();
    for c in address.chars() {
        match c {
            '{' | '}' | '"' | ' ' | '[' | ']' => {
                let _ = write!(encoded, "%{:02X}", c as u32);
            }
            _ => encoded.push(c),
        }
    }
    encoded
}

/// Whether a text is what a chapter shows, in which `…` stands for anything.
pub(crate) fn is_shown(shown: &str, text: &str) -> bool {
    let mut pieces = shown.trim_end().split('…');
    let text = text.trim_end();
    let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut last = None;
    for piece in pieces {
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
        last = Some(piece);
    }
    // A text behind the last `…` is the end; so is a text without any.
    match last {
        Some(piece) => piece.is_empty() || text.ends_with(piece),
        None => rest.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_a_request_and_its_answer() {
        let chapter =
            "Text\n\n```http\nPOST /a\n{}\n\n200 text/plain\n\nHi\n```\n\n```http\nevent: x\n```\n";
        let [first, second] = &Exchange::all(chapter)[..] else {
            panic!("not two blocks");
        };
        assert_eq!(first.question, Some("POST /a\n{}"));
        assert_eq!((first.head, first.body), ("200 text/plain", "Hi"));
        assert_eq!((second.question, second.body), (None, "event: x"));
    }

    #[test]
    fn dots_stand_for_anything() {
        assert!(is_shown("a … c … e", "a b c d e\n"));
        assert!(is_shown("a …", "a b"));
        assert!(!is_shown("a … e", "a b c"));
        assert!(!is_shown("a", "a b"));
        assert!(!is_shown("… b", "a b c"));
    }
}
