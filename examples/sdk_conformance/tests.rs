//! Cases of the specification, with data of our own: <https://github.com/starfederation/datastar/blob/main/sdk/ADR.md>.

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::{plan, router};

/// A step of a plan, and the events that come of it.
struct Case {
    about: &'static str,
    step: Value,
    frames: &'static str,
}

fn case(about: &'static str, step: Value, frames: &'static str) -> Case {
    Case {
        about,
        step,
        frames,
    }
}

fn plan_of(steps: &[Value]) -> String {
    json!({ "events": steps }).to_string()
}

fn elements() -> Vec<Case> {
    vec![
        case(
            "elements and nothing else",
            json!({ "type": "patchElements", "elements": "<p>one</p>" }),
            "event: datastar-patch-elements\ndata: elements <p>one</p>\n\n",
        ),
        case(
            "defaults are left out",
            json!({
                "type": "patchElements", "elements": "<p>one</p>", "mode": "outer", "namespace": "html",
                "useViewTransition": false, "retryDuration": 1000,
            }),
            "event: datastar-patch-elements\ndata: elements <p>one</p>\n\n",
        ),
        case(
            "all options, in the order of the specification",
            json!({
                "type": "patchElements", "elements": "<p>one</p>", "selector": "main > ol", "mode": "prepend",
                "namespace": "mathml", "useViewTransition": true, "viewTransitionSelector": "#b",
                "eventId": "e-1", "retryDuration": 250,
            }),
            "event: datastar-patch-elements\nid: e-1\nretry: 250\ndata: selector main > ol\ndata: mode prepend\n\
             data: namespace mathml\ndata: useViewTransition true\ndata: viewTransitionSelector #b\n\
             data: elements <p>one</p>\n\n",
        ),
        case(
            "every line of elements has its key, blanks are kept",
            json!({ "type": "patchElements", "elements": "<ol>\n  <li>one</li>\r\n\r</ol>" }),
            "event: datastar-patch-elements\ndata: elements <ol>\ndata: elements   <li>one</li>\ndata: elements \n\
             data: elements </ol>\n\n",
        ),
        case(
            "removing takes no elements",
            json!({ "type": "patchElements", "selector": "#a, #b", "mode": "remove" }),
            "event: datastar-patch-elements\ndata: selector #a, #b\ndata: mode remove\n\n",
        ),
        case(
            "removing with all options",
            json!({
                "type": "patchElements", "selector": "#a", "mode": "remove", "eventId": 8, "retryDuration": 3000,
                "useViewTransition": true,
            }),
            "event: datastar-patch-elements\nid: 8\nretry: 3000\ndata: selector #a\ndata: mode remove\n\
             data: useViewTransition true\n\n",
        ),
    ]
}

fn signals() -> Vec<Case> {
    vec![
        case(
            "signals and nothing else",
            json!({ "type": "patchSignals", "signals": { "a": 1, "b": { "c": "d" } } }),
            "event: datastar-patch-signals\ndata: signals {\"a\":1,\"b\":{\"c\":\"d\"}}\n\n",
        ),
        case(
            "all options",
            json!({
                "type": "patchSignals", "signals": { "a": 1 }, "onlyIfMissing": true, "eventId": "e-1",
                "retryDuration": 250,
            }),
            "event: datastar-patch-signals\nid: e-1\nretry: 250\ndata: onlyIfMissing true\ndata: signals {\"a\":1}\n\n",
        ),
        case(
            "defaults are left out",
            json!({ "type": "patchSignals", "signals": {}, "onlyIfMissing": false, "retryDuration": 1000 }),
            "event: datastar-patch-signals\ndata: signals {}\n\n",
        ),
        case(
            "several lines of JSON are one (differs from the suite)",
            json!({ "type": "patchSignals", "signals-raw": "{\n \"a\": [1,\r\n2]\n}" }),
            "event: datastar-patch-signals\ndata: signals {\"a\":[1,2]}\n\n",
        ),
        case(
            "a line feed in a string is an escape by number (differs from the suite)",
            json!({ "type": "patchSignals", "signals": { "a": "one\ntwo" } }),
            "event: datastar-patch-signals\ndata: signals {\"a\":\"one\\u000atwo\"}\n\n",
        ),
        case(
            "null removes",
            json!({ "type": "patchSignals", "signals": { "a": null, "b": { "c": null } } }),
            "event: datastar-patch-signals\ndata: signals {\"a\":null,\"b\":{\"c\":null}}\n\n",
        ),
        case(
            "removing with all options",
            json!({ "type": "patchSignals", "signals-raw": "{\"a\":null}", "eventId": "e-1", "retryDuration": 250 }),
            "event: datastar-patch-signals\nid: e-1\nretry: 250\ndata: signals {\"a\":null}\n\n",
        ),
        case(
            "what is removed and what is set are two events",
            json!({ "type": "patchSignals", "signals": { "a": null, "b": 2 } }),
            "event: datastar-patch-signals\ndata: signals {\"a\":null}\n\n\
             event: datastar-patch-signals\ndata: signals {\"b\":2}\n\n",
        ),
    ]
}

fn scripts() -> Vec<Case> {
    vec![
        case(
            "a script is removed after it ran",
            json!({ "type": "executeScript", "script": "f(1)" }),
            "event: datastar-patch-elements\ndata: selector body\ndata: mode append\n\
             data: elements <script data-effect=\"el.remove()\">f(1)</script>\n\n",
        ),
        case(
            "that is the default",
            json!({ "type": "executeScript", "script": "f(1)", "autoRemove": true, "attributes": {} }),
            "event: datastar-patch-elements\ndata: selector body\ndata: mode append\n\
             data: elements <script data-effect=\"el.remove()\">f(1)</script>\n\n",
        ),
        case(
            "all options",
            json!({
                "type": "executeScript", "script": "f(1)", "autoRemove": false, "eventId": "e-1", "retryDuration": 250,
                "attributes": { "type": "module", "async": true },
            }),
            "event: datastar-patch-elements\nid: e-1\nretry: 250\ndata: selector body\ndata: mode append\n\
             data: elements <script async=\"true\" type=\"module\">f(1)</script>\n\n",
        ),
        case(
            "several lines",
            json!({ "type": "executeScript", "script": "while (f()) {\n  g();\n}" }),
            "event: datastar-patch-elements\ndata: selector body\ndata: mode append\n\
             data: elements <script data-effect=\"el.remove()\">while (f()) {\ndata: elements   g();\n\
             data: elements }</script>\n\n",
        ),
        case(
            "a script cannot end its element (looks different)",
            json!({ "type": "executeScript", "script": "f('</script>')" }),
            "event: datastar-patch-elements\ndata: selector body\ndata: mode append\n\
             data: elements <script data-effect=\"el.remove()\">f('<\\/script>')</script>\n\n",
        ),
    ]
}

fn cases() -> Vec<Case> {
    [elements(), signals(), scripts()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn every_case_has_its_bytes() {
    for Case {
        about,
        step,
        frames,
    } in cases()
    {
        let events = plan::events(&plan_of(&[step])).expect(about);
        assert_eq!(events.to_string(), frames, "{about}");
    }
}

#[test]
fn what_cannot_be_sent_is_refused() {
    for step in [
        json!({ "type": "patchElements", "selector": "#a\ndata: x" }),
        json!({ "type": "patchElements", "selector": "" }),
        json!({ "type": "patchElements", "mode": "upside-down" }),
        json!({ "type": "patchElements", "namespace": "HTML" }),
        json!({ "type": "patchElements", "eventId": "a\nb" }),
        json!({ "type": "patchSignals", "signals": [1] }),
        json!({ "type": "patchSignals", "signals-raw": "f()" }),
        json!({ "type": "patchSignals", "signals": { "__proto__": 1 } }),
        json!({ "type": "executeScript", "script": "f()", "attributes": { "onload=\"g()\" x": "" } }),
        json!({ "type": "executeScript" }),
        json!({ "type": "mergeFragments" }),
    ] {
        assert!(
            plan::events(&plan_of(std::slice::from_ref(&step))).is_err(),
            "{step}"
        );
    }
    assert!(plan::events("").is_err());
}

/// What the server answers: the status line with the headers, and the body.
async fn ask(request: String) -> (String, String) {
    let listener = TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port is free");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router()).await });
    let mut socket = TcpStream::connect(address).await.expect("a connection");
    socket
        .write_all(request.as_bytes())
        .await
        .expect("a request");
    let mut reply = String::new();
    socket.read_to_string(&mut reply).await.expect("an answer");
    let (head, body) = reply.split_once("\r\n\r\n").expect("a head");
    (head.to_ascii_lowercase(), body.to_owned())
}

/// A plan as the query of the client has it.
fn encoded(plan: &str) -> String {
    plan.bytes().fold(String::new(), |encoded, byte| {
        encoded + &format!("%{byte:02X}")
    })
}

#[tokio::test]
async fn a_plan_is_answered_over_http() {
    let (steps, frames): (Vec<_>, Vec<_>) = cases()
        .into_iter()
        .map(|case| (case.step, case.frames))
        .unzip();
    let (plan, expected) = (plan_of(&steps), frames.concat());
    let headers =
        "host: x\r\nconnection: close\r\naccept: text/event-stream\r\ndatastar-request: true\r\n";
    let get = format!(
        "GET /test?datastar={} HTTP/1.1\r\n{headers}\r\n",
        encoded(&plan)
    );
    let length = plan.len();
    let post = format!(
        "POST /test HTTP/1.1\r\n{headers}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{plan}"
    );
    for request in [get, post] {
        let (head, body) = ask(request).await;
        assert!(head.starts_with("http/1.1 200 "), "{head}");
        for header in ["content-type: text/event-stream", "cache-control: no-cache"] {
            assert!(head.contains(header), "{head}");
        }
        assert_eq!(body, expected);
    }
    let (head, _) = ask(format!("GET /test?datastar=%7B HTTP/1.1\r\n{headers}\r\n")).await;
    assert!(head.starts_with("http/1.1 400 "), "{head}");
}
