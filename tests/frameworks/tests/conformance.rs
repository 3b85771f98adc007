//! Plans of the conformance suite: `GET` with a query, `POST` with JSON, the same events in every framework.
//!
//! The cases themselves are with the example `sdk_conformance`, which carries them out in the same way.

use serde_json::json;
use starmark_browser::Server;
use starmark_frameworks::{ask, get, in_each_framework, request};

in_each_framework! {
    a_plan_is_carried_out
}

const EVENTS: &str = "event: datastar-patch-elements\nid: e-1\nretry: 250\ndata: selector #a\ndata: mode inner\n\
    data: elements <p>\ndata: elements one</p>\n\n\
    event: datastar-patch-signals\ndata: onlyIfMissing true\ndata: signals {\"count\":1}\n\n\
    event: datastar-patch-elements\ndata: selector body\ndata: mode append\n\
    data: elements <script>console.log(1)</script>\n\n";

fn a_plan_is_carried_out(server: &Server) {
    let plan = json!({ "events": [
        {
            "type": "patchElements", "elements": "<p>\none</p>", "selector": "#a", "mode": "inner",
            "eventId": "e-1", "retryDuration": 250,
        },
        { "type": "patchSignals", "signals": { "count": 1 }, "onlyIfMissing": true },
        { "type": "executeScript", "script": "console.log(1)", "autoRemove": false },
    ] });
    let plan = plan.to_string();
    let query: String = form_urlencoded::byte_serialize(plan.as_bytes()).collect();
    let headers = "content-type: application/json\r\n";
    for answer in [
        get(server, &format!("/test?datastar={query}")),
        ask(server, &request("POST", "/test", headers, plan.as_bytes())),
    ] {
        assert_eq!((answer.status, &*answer.body), (200, EVENTS));
        assert_eq!(answer.header("content-type"), Some("text/event-stream"));
    }
}
