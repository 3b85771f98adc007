//! Replies: the same bytes and the same headers in every framework.

use starmark::client::{Nonce, Policy};
use starmark::sse::HEADERS;
use starmark_browser::Server;
use starmark_frameworks::site::{self, CLIENT};
use starmark_frameworks::{Answer, ask, get, in_each_framework, request};

in_each_framework! {
    a_page_has_its_policy
    events_are_their_bytes
    signals_that_cannot_be_sent_are_an_error_without_details
    the_client_is_kept_for_good
    what_is_not_there_is_not_found
}

fn a_page_has_its_policy(server: &Server) {
    let answer = get(server, "/");
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    let policy = answer.header(Policy::HEADER).expect("a policy");
    let (_, nonce) = policy.split_once("'nonce-").expect("a nonce");
    let (nonce, _) = nonce.split_once('\'').expect("a nonce");
    let nonce = Nonce::new(nonce).expect("a nonce");
    assert_eq!(policy, Policy::new(&nonce).to_string());
    assert_eq!(answer.body, site::page(&nonce).as_str());
    assert_eq!(
        answer.header("content-length"),
        Some(&*answer.body.len().to_string())
    );
}

fn events_are_their_bytes(server: &Server) {
    let signals = "/signals?datastar=%7B%22name%22:%22Ada%22,%22times%22:2.0%7D";
    let greeting = site::Greeting {
        name: "Ada".to_owned(),
        times: 2,
    };
    let patch = site::patch().expect("these can be sent");
    let expected = [
        ("/event", site::event().into_string()),
        ("/events", site::events().into_string()),
        ("/patch", patch.into_string()),
        (
            "/script",
            starmark::sse::Event::from(site::script()).into_string(),
        ),
        (
            signals,
            starmark::sse::Event::from(site::greet(&greeting)).into_string(),
        ),
    ];
    for (path, events) in expected {
        let answer = get(server, path);
        assert_eq!((answer.status, &*answer.body), (200, &*events), "{path}");
        assert_eq!(
            answer.header("content-length"),
            Some(&*events.len().to_string())
        );
        assert_headers(&answer);
    }
}

/// The headers of events, and none besides but those of every answer.
fn assert_headers(answer: &Answer) {
    for (name, value) in HEADERS {
        assert_eq!(answer.header(name), Some(value));
    }
    for (name, _) in &answer.headers {
        let known = HEADERS.iter().any(|header| header.0 == name);
        let every = ["connection", "content-length", "date", "server"];
        // Rocket's shield, which guards every answer.
        let guard = [
            "permissions-policy",
            "x-content-type-options",
            "x-frame-options",
        ];
        assert!(
            known || every.contains(&&**name) || guard.contains(&&**name),
            "{name}"
        );
    }
}

fn signals_that_cannot_be_sent_are_an_error_without_details(server: &Server) {
    let answer = get(server, "/unsendable");
    assert_eq!(
        (answer.status, &*answer.body),
        (500, "the signals cannot be sent")
    );
    assert_eq!(
        answer.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
}

fn the_client_is_kept_for_good(server: &Server) {
    let answer = get(server, CLIENT.path());
    assert_eq!(
        (answer.status, answer.body.as_bytes()),
        (200, CLIENT.bytes())
    );
    assert_eq!(
        answer.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_eq!(answer.header("etag"), Some(CLIENT.etag()));
    let cache = Some("public, max-age=31536000, immutable");
    assert_eq!(answer.header("cache-control"), cache);
    let known = format!("if-none-match: \"other\", W/{}\r\n", CLIENT.etag());
    let answer = ask(server, &request("GET", CLIENT.path(), &known, b""));
    assert_eq!((answer.status, &*answer.body), (304, ""));
    assert_eq!(answer.header("cache-control"), cache);
}

fn what_is_not_there_is_not_found(server: &Server) {
    assert_eq!(get(server, "/nothing").status, 404);
}
