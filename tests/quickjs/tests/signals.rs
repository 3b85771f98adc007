//! Signals arrive as they were sent, or not at all, and then the page says why.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use starmark::data;
use starmark::html;
use starmark::sse::{Event, PatchSignals};
use starmark_quickjs::hostile::{check, name, scalar, signals, text};
use starmark_quickjs::{Client, Page};

const CASES: u32 = 10_000;

/// What says on the page that the attributes behind the signals are applied.
const ALIVE: &str = "'alive'";

#[test]
fn in_a_template() {
    check(CASES, signals(), |client, sent| {
        let page = client.show(html! {
            div data-signals=(sent) {}
            p data-text="'alive'" {}
        });
        page.assert_quiet();
        assert_eq!(page.element(1).text(), "alive");
        assert_eq!(client.signals(), sent);
    });
}

#[test]
fn in_the_builder() {
    check(CASES, signals(), |client, sent| {
        // Signals come first, wherever they are written.
        let element = html::p().data_text(ALIVE).data_signals(&sent);
        let page = client.show(element);
        page.assert_quiet();
        assert_eq!(page.element(0).text(), "alive");
        assert_eq!(client.signals(), sent);
    });
}

#[test]
fn one_by_one_under_a_key() {
    let named = (name(), name(), scalar());
    check(CASES, named, |client, (name, inner, sent)| {
        let path = format!("{name}.{inner}");
        // What has a name that only JSON can carry goes the other ways.
        let Ok(signal) = data::SignalPath::try_from(path.as_str()) else {
            return;
        };
        let page = client.show(html::p().with(data::signal(signal, &sent)).data_text(ALIVE));
        page.assert_quiet();
        assert_eq!(page.element(0).text(), "alive");
        assert_eq!(client.signals(), json!({ name: { inner: sent } }));
    });
}

/// A page that answers a click with a patch.
fn receive(client: &Client, patch: impl Into<Event>) -> Page<'_> {
    let page = client.show("<p data-on:click=\"@get('/')\"></p>");
    client.answer(200, "text/event-stream", patch.into().as_str());
    page.element(0).dispatch("click");
    assert_eq!(client.requests().len(), 1);
    page.assert_quiet();
    page
}

#[test]
fn in_a_patch() {
    check(CASES, signals(), |client, sent| {
        let patch = PatchSignals::new(&sent).expect("signals that can be carried");
        let _page = receive(client, patch);
        assert_eq!(client.signals(), sent);
    });
}

/// JSON of every kind, with any keys; the second half is what signals cannot be.
fn anything() -> impl Strategy<Value = Value> {
    let integers = prop_oneof![
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(Value::from(1_u64 << 53)),
    ];
    let value = prop_oneof![8 => scalar(), 1 => Just(Value::Null), 1 => integers];
    let key = prop_oneof![
        8 => name(),
        1 => text(),
        1 => proptest::sample::select(&KEYS[..]).prop_map(str::to_owned),
    ];
    // Built once: a recursive strategy calls its closure for every case.
    let key = key.boxed();
    let object = move |value| {
        proptest::collection::vec((key.clone(), value), 0..4)
            .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
    };
    value.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            2 => object(inner.clone()).boxed(),
            1 => proptest::collection::vec(inner, 0..3).prop_map(Value::Array).boxed(),
        ]
    })
}

/// Keys that reach a prototype, shadow what the client calls, or mean something in an attribute's name.
const KEYS: [&str; 16] = [
    "__proto__",
    "constructor",
    "prototype",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toJSON",
    "toString",
    "valueOf",
    "a.b",
    "a__b",
    "a-b",
    "$a",
    "",
    "1a",
];

/// Without the members that are null, which are as if they were not there.
fn carried(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), carried(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(carried).collect(),
        other => other.clone(),
    }
}

#[test]
fn or_not_at_all() {
    check(CASES, anything(), |client, sent| {
        let patch = PatchSignals::new(&sent);
        let page = client.show(html! {
            div data-signals=(sent) {}
            p data-text="'alive'" {}
        });
        assert_eq!(page.element(1).text(), "alive");
        assert_eq!(client.errors(), [""; 0]);
        let console = client.console();
        match patch {
            Ok(patch) => {
                assert_eq!(console, []);
                assert_eq!(client.signals(), carried(&sent));
                drop(page);
                let page = receive(client, patch);
                assert_eq!(client.signals(), carried(&sent));
                drop(page);
                let element = html::div().data_signals(&sent);
                let _page = client.show(format!("{element}{SEND_ALL}"));
                assert_sent(client, &carried(&sent));
            }
            Err(error) => {
                assert_eq!(client.signals(), json!({}));
                assert_eq!(console.len(), 1);
                assert_eq!(console[0].method, "error");
                assert_eq!(console[0].text, format!("starmark: {error}"));
            }
        }
    });
}

/// Sends the local signals as well, which our templates refuse.
const SEND_ALL: &str = r#"<p data-init="@post('/', {filterSignals: {exclude: /(?!)/}})"></p>"#;

#[test]
fn what_was_sent_comes_back_to_the_server() {
    check(CASES, signals(), |client, sent| {
        let element = html::div().data_signals(&sent);
        let page = client.show(format!("{element}{SEND_ALL}"));
        assert_sent(client, &sent);
        page.assert_quiet();
    });
}

/// The one request of the page carries the signals.
fn assert_sent(client: &Client, sent: &Value) {
    let requests = client.requests();
    assert_eq!(requests.len(), 1);
    let body = requests[0].body.as_deref().unwrap_or_default();
    let back: Value = serde_json::from_str(body).expect(body);
    assert_eq!(without_empty(&back), without_empty(sent));
}

/// What the client sends: numbers are numbers, and objects without signals are not there.
fn without_empty(value: &Value) -> starmark_quickjs::Value {
    fn prune(value: &Value) -> Value {
        match value {
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| (name.clone(), prune(value)))
                .filter(|(_, value)| value.as_object().is_none_or(|object| !object.is_empty()))
                .collect::<Map<_, _>>()
                .into(),
            other => other.clone(),
        }
    }
    starmark_quickjs::Value::from(&prune(value))
}
