//! A request goes where its literal says: data stays in its segment, or in its parameter.

use starmark::data::Action;
use starmark::prelude::*;
use starmark::{delete, html, patch, put, query};
use starmark_quickjs::hostile::{check, text};
use starmark_quickjs::{Client, Request};
use url::Url;

const CASES: u32 = 20_000;

/// Has the client run an action, and answers with what it asked for.
fn request(client: &Client, action: Action) -> Option<Request> {
    let page = client.show(html::button().data_on(starmark::data::event::click(), action));
    page.element(0).dispatch("click");
    let mut requests = client.requests();
    assert!(requests.len() <= 1);
    let messages = client.console();
    assert_eq!(messages.len(), usize::from(requests.is_empty()));
    assert!(
        messages
            .iter()
            .all(|line| line.text.starts_with("starmark: "))
    );
    page.assert_quiet();
    requests.pop()
}

/// What a server makes of a segment; the library never writes a `+`.
fn decoded(segment: &str) -> String {
    let pair = url::form_urlencoded::parse(segment.as_bytes()).next();
    pair.map(|(segment, _)| segment.into_owned())
        .unwrap_or_default()
}

type Verb = (&'static str, fn(&'static str) -> Action);

/// Each method with its function.
const VERBS: [Verb; 6] = [
    ("GET", |path| get(path)),
    ("POST", |path| post(path)),
    ("PUT", |path| put(path)),
    ("PATCH", |path| patch(path)),
    ("DELETE", |path| delete(path)),
    ("QUERY", |path| query(path)),
];

#[test]
fn whatever_the_data_is() {
    check(
        CASES,
        (0..6_usize, text(), text(), text()),
        |client, (verb, one, other, value)| {
            let action = VERBS[verb].1("/items?sort=up")
                .segment(&one)
                .segment(&other)
                .query("q", &value);
            let Some(request) = request(client, action) else {
                let dots = |segment: &str| segment.to_ascii_lowercase().replace("%2e", ".");
                let climbs = |segment: &str| matches!(dots(segment).as_str(), "" | "." | "..");
                assert!(climbs(&one) || climbs(&other));
                return;
            };
            assert_eq!(request.method, VERBS[verb].0);
            let url = Url::parse(&request.url).expect("an address");
            assert_eq!(url.origin().ascii_serialization(), "http://127.0.0.1");
            let segments: Vec<_> = url
                .path_segments()
                .into_iter()
                .flatten()
                .map(decoded)
                .collect();
            assert_eq!(segments, ["items", &one, &other]);
            let mut pairs: Vec<_> = url.query_pairs().collect();
            pairs.retain(|(name, _)| name != "datastar");
            assert_eq!(
                pairs,
                [("sort".into(), "up".into()), ("q".into(), value.into())]
            );
            assert_eq!(url.fragment(), None);
        },
    );
}
