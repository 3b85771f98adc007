//! The same patch as a plain response: headers that the client reads, and the same body.

use std::time::Duration;

use http::Response;
use proptest::prelude::*;
use serde_json::json;
use starmark::sse::{
    Event, Events, ExecuteScript, Mode, Namespace, Patch, PatchElements, PatchError, PatchSignals,
    Reply, Selector,
};
use starmark::{Id, PreEscaped, id};

use crate::properties::{element_id, markup, modes, namespaces};
use crate::support::css::selected_id;
use crate::support::dom::tree;
use crate::{DIV, elements, frame, id as event_id};

const BOARD: Id = id!("board");

const FIXED: [(&str, &str); 2] = [
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-cache"),
];

fn headers(reply: &Reply) -> Vec<(&str, &str)> {
    reply.headers().collect()
}

#[test]
fn a_fragment_is_html() {
    let reply = PatchElements::new(DIV).into_html().expect("a patch");
    assert_eq!(reply.body(), DIV.0);
    assert_eq!(headers(&reply), FIXED);
    assert_eq!(reply.into_body(), DIV.0);
}

#[test]
fn options_are_headers() {
    let patch = PatchElements::new(PreEscaped("<g/><g/>"))
        .selector(BOARD)
        .mode(Mode::Prepend)
        .namespace(Namespace::Svg)
        .use_view_transition(true);
    let reply = patch.into_html().expect("a patch");
    assert_eq!(
        headers(&reply)[2..],
        [
            ("datastar-selector", "#board"),
            ("datastar-mode", "prepend"),
            ("datastar-namespace", "svg"),
            ("datastar-use-view-transition", "true"),
        ]
    );
    assert_eq!(reply.body(), "<g/>\n<g/>");
    let defaults = PatchElements::new(DIV)
        .mode(Mode::Outer)
        .use_view_transition(false);
    assert_eq!(headers(&defaults.into_html().expect("a patch")), FIXED);
}

#[test]
fn a_fragment_of_html_cannot_end_the_document() {
    let patch = PatchElements::new(PreEscaped("<p id=\"a\"><!-- </body> --></p>"));
    assert_eq!(
        patch.into_html().expect("a patch").body(),
        "<p id=\"a\"><!-- &lt;/body> --></p>"
    );
}

#[test]
fn signals_are_json() {
    let patch = || PatchSignals::new(json!({ "a": "</script>", "b": [1.5] })).expect("signals");
    let reply = patch().into_json().expect("a patch");
    assert_eq!(
        headers(&reply),
        [("content-type", "application/json"), FIXED[1]]
    );
    let body: serde_json::Value = serde_json::from_str(reply.body()).expect("JSON");
    assert_eq!(body, json!({ "a": "</script>", "b": [1.5] }));
    let reply = patch().only_if_missing(true).into_json().expect("a patch");
    assert_eq!(headers(&reply)[2..], [("datastar-only-if-missing", "true")]);
}

#[test]
fn what_no_header_says_is_refused() {
    let refused = [
        PatchElements::new(DIV).event_id(event_id("1")).into_html(),
        PatchElements::new(DIV)
            .retry(Duration::from_secs(1))
            .into_html(),
        PatchElements::new(DIV)
            .view_transition_selector(BOARD)
            .into_html(),
        PatchSignals::remove(&["a"])
            .expect("a name")
            .event_id(1)
            .into_json(),
        PatchSignals::remove(&["a"])
            .expect("a name")
            .retry(Duration::ZERO)
            .into_json(),
    ];
    let names: Vec<_> = refused
        .into_iter()
        .map(|reply| match reply.expect_err("no header") {
            PatchError::OnlyInEvents(name) => name,
            other => panic!("{other}"),
        })
        .collect();
    assert_eq!(
        names,
        ["id", "retry", "viewTransitionSelector", "id", "retry"]
    );
    assert_eq!(
        PatchError::OnlyInEvents("retry").to_string(),
        "the client reads `retry` from events alone: send the patch as one, or leave the option out"
    );
    let quiet = PatchElements::new(DIV)
        .view_transition_selector(BOARD)
        .use_view_transition(false);
    assert!(quiet.into_html().is_ok());
}

#[test]
fn what_the_page_would_drop_is_refused() {
    let no_id = PatchElements::new(PreEscaped("<p></p>")).into_html();
    assert_eq!(no_id, Err(PatchError::NoId("<p>".to_owned())));
    let no_selector = PatchElements::new(DIV).mode(Mode::Append).into_html();
    assert_eq!(no_selector, Err(PatchError::NoSelector(Mode::Append)));
    let script = PatchElements::new(PreEscaped("<p id=a><script>f()</script></p>")).into_html();
    assert_eq!(script, Err(PatchError::RunsTwice("<script>".to_owned())));
}

#[test]
fn events_are_replies_of_their_frames() {
    let patch = PatchElements::new(DIV);
    let events = Events::new()
        .and(patch.clone())
        .and(ExecuteScript::new("a()"));
    let replies = [
        (Reply::from(patch.clone()), frame(patch.clone())),
        (
            Reply::from(Event::from(patch.clone())),
            frame(patch.clone()),
        ),
        (
            Reply::from(Patch::new().and(patch)),
            frame(PatchElements::new(DIV)),
        ),
        (Reply::from(events.clone()), events.into_string()),
    ];
    for (reply, body) in replies {
        assert_eq!(headers(&reply), starmark::sse::HEADERS);
        assert_eq!(reply.body(), body);
    }
}

#[test]
fn a_reply_is_a_response() {
    let reply = PatchElements::remove(Selector::new("#é"))
        .into_html()
        .expect("a patch");
    let response: Response<String> = reply.into();
    assert_eq!(response.headers()["datastar-selector"], "#\\e9 ");
    assert_eq!(
        (response.status().as_u16(), response.body().as_str()),
        (200, "")
    );
}

/// What a browser hands on of a header: without white space at its ends.
fn arrived(value: &str) -> &str {
    value.trim_matches([' ', '\t'])
}

#[test]
fn selectors_of_any_sort_survive_a_header() {
    for (selector, header) in [
        (
            "#feed > ol:not(.a, [b=\"c\"])",
            "#feed > ol:not(.a, [b=\"c\"])",
        ),
        ("[title=\"é日\"] b", "[title=\"\\e9 \\65e5 \"] b"),
        ("#\\é", "#\\e9 "),
        ("#a\\ ", "#a\\20 "),
        ("#\\31 a", "#\\31 a"),
        ("a\u{c}b", "a b"),
        ("#\u{1F600}", "#\\1f600 "),
    ] {
        let reply = PatchElements::remove(Selector::new(selector))
            .into_html()
            .expect("a patch");
        assert_eq!(headers(&reply)[2], ("datastar-selector", header));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn a_response_is_the_same_patch(
        markup in markup(),
        target in element_id(),
        mode in modes(),
        namespace in namespaces(),
        transition in any::<bool>(),
    ) {
        let selector = Selector::id(&target).expect("an id");
        let patch = PatchElements::new(PreEscaped(&markup))
            .selector(selector)
            .mode(mode)
            .namespace(namespace)
            .use_view_transition(transition);
        let event = elements(patch.clone());
        let reply = patch.into_html().expect("a patch");
        prop_assert_eq!(tree(reply.body()), tree(&event));
        let headers = headers(&reply);
        for (name, value) in &headers {
            prop_assert!(value.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{}: {:?}", name, value);
        }
        let names: Vec<_> = headers.iter().skip(2).map(|(name, _)| *name).collect();
        let expected = [
            ("datastar-selector", true),
            ("datastar-mode", mode != Mode::Outer),
            ("datastar-namespace", namespace != Namespace::Html),
            ("datastar-use-view-transition", transition),
        ];
        prop_assert_eq!(names, expected.iter().filter(|(_, is_on)| *is_on).map(|(name, _)| *name).collect::<Vec<_>>());
        prop_assert_eq!(selected_id(arrived(headers[2].1)), Some(target));
        prop_assert!(Response::<String>::from(reply).headers().contains_key("datastar-selector"));
    }
}
