//! Scripts of everyday use: what they run, and that no text gets out of its literal.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;
use serde_json::{Value, json};
use starmark::data::EventName;
use starmark::sse::{DispatchEvent, Event, ExecuteScript, External, History, PatchError, Selector};
use starmark::value::{Attribute, Text};
use starmark::{Id, PreEscaped, id, path, route, routes};

use crate::properties::{element_id, hostile};
use crate::support::css::selected_id;
use crate::support::dom::tree;
use crate::support::sse::parse_one;
use crate::{FORGERIES, frame, id as event_id, map};

const SAVED: EventName<'static> = EventName::new("saved");
const LIST: Id = id!("list");
const MANUAL: External = External::new("https://data-star.dev/guide?a#b");

/// The code of an event that runs a script and is nothing else.
#[track_caller]
fn code(event: impl Into<Event>) -> String {
    let frame = frame(event);
    let mut arguments = parse_one(&frame).arguments();
    let elements = arguments.remove("elements").expect("a script element");
    assert_eq!(arguments, map(&[("mode", "append"), ("selector", "body")]));
    assert_eq!(tree(&elements).lines().count(), 2, "{elements}");
    let code = elements
        .strip_prefix("<script data-effect=\"el.remove()\">")
        .and_then(|rest| rest.strip_suffix("</script>"));
    code.expect("one script").to_owned()
}

/// The string that stands as a literal between `start` and `end`.
#[track_caller]
fn literal(code: &str, start: &str, end: &str) -> String {
    let literal = code
        .strip_prefix(start)
        .and_then(|rest| rest.strip_suffix(end));
    let literal = literal.unwrap_or_else(|| panic!("{code} is not {start}…{end}"));
    assert!(
        literal[1..literal.len() - 1]
            .chars()
            .all(|char| !char.is_ascii()
                || char.is_ascii_alphanumeric()
                || " _.,:-\\".contains(char)),
        "{literal}"
    );
    serde_json::from_str(literal).expect("escapes that JSON has, too")
}

#[test]
fn pages_go_where_they_are_sent() {
    let assign = r#"setTimeout(() => window.location.assign("\u002fa\u003fb\u003d1"))"#;
    assert_eq!(code(ExecuteScript::redirect(path!("/a?b=1"))), assign);
    assert_eq!(code(ExecuteScript::redirect(&path!("/a?b=1"))), assign);
    assert_eq!(
        code(ExecuteScript::navigate(path!("/a?b=1"), History::Push)),
        assign
    );
    assert_eq!(
        code(ExecuteScript::navigate(path!("/"), History::Replace)),
        r#"setTimeout(() => window.location.replace("\u002f"))"#
    );
    assert_eq!(
        code(ExecuteScript::replace_url(&path!("/a"))),
        r#"window.history.replaceState({}, "", "\u002fa")"#
    );
    assert_eq!(
        literal(
            &code(ExecuteScript::redirect(MANUAL)),
            "setTimeout(() => window.location.assign(",
            "))"
        ),
        MANUAL.as_str()
    );
}

#[test]
fn addresses_of_other_sites_are_checked() {
    for address in [
        "",
        "/board",
        "//host",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https:///x",
        "https://@host",
        "https://?",
        "HTTPS://host",
        "https://host/a b",
        "https://host\\@evil",
        "https://ho\nst",
        "http:/host",
    ] {
        let refused = std::panic::catch_unwind(|| External::new(address));
        assert!(refused.is_err(), "{address:?}");
    }
    assert_eq!(
        External::new("http://[::1]:80/").as_str(),
        "http://[::1]:80/"
    );
}

/// The handler whose addresses the tests go to.
#[route(get "/tickets/{id}?q={query}")]
async fn ticket(id: String, query: String) -> String {
    id + &query
}

#[test]
fn no_address_is_an_error_on_the_console() {
    assert!(
        axum::Router::<()>::new()
            .merge(routes![ticket])
            .has_routes()
    );
    for script in [
        ExecuteScript::redirect(ticket::path("..", "a")),
        ExecuteScript::replace_url(&ticket::path("", "a")),
    ] {
        assert_eq!(
            code(script),
            "console.error(\"starmark: the arguments of a route do not make an address\")"
        );
    }
}

#[test]
fn messages_are_written_to_the_console() {
    assert_eq!(
        code(ExecuteScript::console_log("it's <b>")),
        r#"console.log("it\u0027s \u003cb\u003e")"#
    );
    assert_eq!(
        code(ExecuteScript::console_warn(format_args!("{} left", 3))),
        r#"console.warn("3 left")"#
    );
    assert_eq!(
        code(ExecuteScript::console_error(PatchError::Id.to_string())).find("console.error("),
        Some(0)
    );
}

#[test]
fn events_are_dispatched() {
    let event = || DispatchEvent::new(SAVED);
    let all = r#"new CustomEvent("saved", {bubbles: true, cancelable: true, composed: true})"#;
    assert_eq!(code(event()), format!("document.dispatchEvent({all})"));
    assert_eq!(
        code(event().window()),
        format!("window.dispatchEvent({all})")
    );
    assert_eq!(
        code(event().selector(LIST)),
        format!(
            r#"document.querySelectorAll("\u0023list").forEach((it) => it.dispatchEvent({all}))"#
        )
    );
    assert_eq!(
        code(event().bubbles(false).cancelable(false).composed(false)),
        r#"document.dispatchEvent(new CustomEvent("saved", {}))"#
    );
    let detail = event()
        .detail(&json!({ "__proto__": [null] }))
        .expect("JSON");
    assert_eq!(
        code(detail.composed(false)),
        "document.dispatchEvent(new CustomEvent(\"saved\", {bubbles: true, cancelable: true, \
         detail: JSON.parse(\"\\u007b\\u0022__proto__\\u0022:\\u005bnull\\u005d\\u007d\")}))"
    );
    let frame = frame(
        event()
            .event_id(event_id("7"))
            .retry(Duration::from_millis(5)),
    );
    assert!(
        frame.starts_with("event: datastar-patch-elements\nid: 7\nretry: 5\ndata: selector body\n"),
        "{frame}"
    );
}

#[test]
fn a_detail_without_a_json_form_is_refused() {
    let detail = BTreeMap::from([([1, 2], 3)]);
    let refused = DispatchEvent::new(SAVED)
        .detail(&detail)
        .expect_err("keys are lists");
    assert_eq!(
        refused.to_string(),
        "the detail of the event has no JSON form: key must be a string"
    );
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        hostile().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((hostile(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_message_arrives(message in hostile()) {
        let sent = literal(&code(ExecuteScript::console_log(&message)), "console.log(", ")");
        prop_assert_eq!(sent, message);
    }

    #[test]
    fn any_detail_arrives_at_any_id(detail in any_json(), target in element_id(), name in "[a-z][a-zA-Z:.-]{0,9}") {
        let Ok(name) = EventName::try_from(name.as_str()) else { return Ok(()) };
        let selector = Selector::id(&target).expect("an id");
        let event = DispatchEvent::new(name).selector(selector).detail(&detail).expect("JSON");
        let code = code(event);
        let (found, event) = code.split_once(").forEach(").expect("a loop");
        let found = literal(found, "document.querySelectorAll(", "");
        prop_assert_eq!(selected_id(&found), Some(target));
        let start = format!(
            "(it) => it.dispatchEvent(new CustomEvent({}, {{bubbles: true, cancelable: true, composed: true, \
             detail: JSON.parse(",
            json!(name.as_str())
        );
        let json = literal(event, &start, ")})))");
        prop_assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON"), detail);
    }

    #[test]
    fn a_redirect_stays_on_this_site(id in hostile(), query in hostile()) {
        let address = ticket::path(&id, &query);
        let code = code(ExecuteScript::redirect(&address));
        if address.as_str().starts_with('/') {
            let sent = literal(&code, "setTimeout(() => window.location.assign(", "))");
            prop_assert_eq!(&sent, address.as_str());
            let here = url::Url::parse("http://here.example/deep/page").expect("an address");
            let there = here.join(&sent).expect("an address");
            prop_assert_eq!(there.host_str(), Some("here.example"));
            prop_assert!(there.path().starts_with("/tickets/"), "{}", there);
        } else {
            prop_assert!(code.starts_with("console.error("));
        }
    }

    #[test]
    fn any_code_stays_in_its_element(text in hostile(), title in hostile(), auto_remove in any::<bool>()) {
        let script = ExecuteScript::code(PreEscaped(&text))
            .auto_remove(auto_remove)
            .set(Attribute::<Text>::new("title"), &title)
            .event_id(7);
        let message = parse_one(&frame(script));
        prop_assert_eq!(&message.id, "7");
        let arguments = message.arguments();
        prop_assert_eq!(arguments.keys().collect::<Vec<_>>(), ["elements", "mode", "selector"]);
        let tree = tree(&arguments["elements"]);
        let is_quiet = text.is_empty();
        prop_assert_eq!(tree.lines().count(), if is_quiet { 1 } else { 2 }, "{}", tree);
        prop_assert!(tree.starts_with("<http://www.w3.org/1999/xhtml:script "), "{}", tree);
        prop_assert_eq!(tree.contains("data-effect=\"el.remove()\""), auto_remove, "{}", tree);
    }
}

#[test]
fn no_forgery_leaves_a_script() {
    for text in FORGERIES {
        assert_eq!(
            literal(&code(ExecuteScript::console_log(text)), "console.log(", ")"),
            text
        );
    }
}
