//! Frames byte for byte; the first of each kind are the cases of the SDK's conformance suite.

use std::time::Duration;

use serde_json::json;
use starmark::PreEscaped;
use starmark::sse::{
    Events, ExecuteScript, Mode, Namespace, Patch, PatchElements, PatchSignals, Selector,
};
use starmark::value::{Attribute, Text};

use crate::support::dom::tree;
use crate::support::sse::parse;
use crate::{DIV, arguments, elements, frame, id, map};

#[test]
fn elements_by_default() {
    let expected = "event: datastar-patch-elements\ndata: elements <div id=\"a\">Merge</div>\n\n";
    assert_eq!(frame(PatchElements::new(DIV)), expected);
    let defaults = PatchElements::new(DIV)
        .mode(Mode::Outer)
        .namespace(Namespace::Html)
        .use_view_transition(false)
        .retry(Duration::from_secs(1));
    assert_eq!(frame(defaults), expected);
}

#[test]
fn elements_with_all_options() {
    let patch = PatchElements::new(PreEscaped("<b>1</b>\n<b>2</b>"))
        .view_transition_selector(Selector::new("#main"))
        .namespace(Namespace::Svg)
        .mode(Mode::Append)
        .selector(Selector::new("div"))
        .retry(Duration::from_secs(2))
        .event_id(id("event1"));
    assert_eq!(
        frame(patch),
        "event: datastar-patch-elements\nid: event1\nretry: 2000\ndata: selector div\ndata: mode append\n\
         data: namespace svg\ndata: useViewTransition true\ndata: viewTransitionSelector #main\n\
         data: elements <b>1</b>\ndata: elements \ndata: elements <b>2</b>\n\n"
    );
}

#[test]
fn every_mode_and_namespace_has_its_name() {
    let modes = [
        (Mode::Inner, "inner"),
        (Mode::Replace, "replace"),
        (Mode::Prepend, "prepend"),
        (Mode::Append, "append"),
        (Mode::Before, "before"),
        (Mode::After, "after"),
        (Mode::Remove, "remove"),
    ];
    for (mode, name) in modes {
        let patch = PatchElements::new(DIV)
            .mode(mode)
            .selector(Selector::new("#a"));
        assert_eq!(arguments(patch)["mode"], name);
    }
    assert!(!arguments(PatchElements::new(DIV).mode(Mode::Outer)).contains_key("mode"));
    assert_eq!(
        arguments(PatchElements::new(DIV).namespace(Namespace::Mathml))["namespace"],
        "mathml"
    );
}

#[test]
fn a_view_transition_selector_goes_with_its_transition() {
    let patch = PatchElements::new(DIV)
        .view_transition_selector(Selector::new("#a"))
        .use_view_transition(false);
    assert_eq!(arguments(patch), map(&[("elements", DIV.0)]));
}

#[test]
fn removing_elements() {
    let patch = PatchElements::remove(Selector::new("#target"))
        .event_id(id("event1"))
        .retry(Duration::from_secs(2))
        .use_view_transition(true);
    assert_eq!(
        frame(patch),
        "event: datastar-patch-elements\nid: event1\nretry: 2000\ndata: selector #target\ndata: mode remove\n\
         data: useViewTransition true\n\n"
    );
}

#[test]
fn a_target_can_be_emptied() {
    let patch = PatchElements::new("")
        .mode(Mode::Inner)
        .selector(Selector::new("#a"));
    assert_eq!(
        frame(patch),
        "event: datastar-patch-elements\ndata: selector #a\ndata: mode inner\n\n"
    );
}

#[test]
fn signals() {
    let signals = json!({ "one": "first", "two": { "alpha": 1 } });
    let patch = || PatchSignals::new(&signals).expect("legal signals");
    assert_eq!(
        frame(patch()),
        "event: datastar-patch-signals\ndata: signals {\"one\":\"first\",\"two\":{\"alpha\":1}}\n\n"
    );
    assert_eq!(
        frame(
            patch()
                .only_if_missing(true)
                .event_id(id("event1"))
                .retry(Duration::from_secs(2))
        ),
        "event: datastar-patch-signals\nid: event1\nretry: 2000\ndata: onlyIfMissing true\n\
         data: signals {\"one\":\"first\",\"two\":{\"alpha\":1}}\n\n"
    );
}

#[test]
fn removing_signals() {
    let removed = |paths: &[&str]| {
        arguments(PatchSignals::remove(paths).expect("legal names"))["signals"].clone()
    };
    assert_eq!(
        removed(&["one", "two.alpha"]),
        r#"{"one":null,"two":{"alpha":null}}"#
    );
    assert_eq!(
        removed(&["a.b", "a.c.d"]),
        r#"{"a":{"b":null,"c":{"d":null}}}"#
    );
    assert_eq!(removed(&["a", "a.b"]), r#"{"a":null}"#);
    assert_eq!(removed(&["a.b", "a"]), r#"{"a":null}"#);
    for path in [
        "",
        ".",
        "a.",
        "a..b",
        "__proto__.x",
        "constructor.prototype.polluted",
        "a-b",
        "a\n",
    ] {
        assert_eq!(PatchSignals::remove(&[path]).expect_err(path).path(), path);
    }
    assert!(PatchSignals::remove(&[&["a"; 1000].join(".")]).is_err());
}

#[test]
fn scripts() {
    let script = ExecuteScript::new("console.log('a');\r\nlet b;")
        .set(Attribute::<Text>::new("type"), "module")
        .set(
            Attribute::<Text>::new("title"),
            "x\"><img src=x onerror=pwn()>",
        )
        .event_id(id("7"))
        .retry(Duration::from_millis(5));
    assert_eq!(
        frame(script),
        "event: datastar-patch-elements\nid: 7\nretry: 5\ndata: selector body\ndata: mode append\n\
         data: elements <script type=\"module\" title=\"x&quot;&gt;&lt;img src=x onerror=pwn()&gt;\" \
         data-effect=\"el.remove()\">console.log('a');\ndata: elements let b;</script>\n\n"
    );
    assert_eq!(
        elements(ExecuteScript::new("a()").auto_remove(false)),
        "<script>a()</script>"
    );
}

#[test]
fn scripts_cannot_be_left() {
    let code = "f('</script><img>','</SCRIPT >','<!--<script>','</body>','<\\/script>', a < b, \"</scrip\", '<')";
    let markup = elements(ExecuteScript::new(code).auto_remove(false));
    assert_eq!(
        markup,
        "<script>f('<\\/script><img>','<\\/SCRIPT >','<\\!--<script>','<\\/body>','<\\/script>', a < b, \
         \"</scrip\", '<')</script>"
    );
    assert_eq!(tree(&markup).lines().count(), 2, "{}", tree(&markup));
}

#[test]
fn several_events_are_one_reply() {
    let events = Events::new()
        .and(PatchElements::new(DIV))
        .and(ExecuteScript::new("a()"));
    let messages = parse(&events.to_string());
    assert_eq!(messages.len(), 2);
    assert_eq!(events.clone().into_string(), events.to_string());
    let mut collected: Events = events.clone().into_iter().collect();
    assert_eq!(collected, events);
    collected.extend([PatchElements::new(DIV)]);
    assert_eq!((collected.len(), Events::new().is_empty()), (3, true));
    assert_eq!(Events::new().into_string(), "");
}

#[test]
fn a_patch_is_its_events() {
    let patch = Patch::new()
        .elements(DIV)
        .append(Selector::new("#list"), PreEscaped("<li></li>"))
        .remove(Selector::new("#gone"))
        .and(PatchSignals::new(json!({ "a": 1 })).expect("legal signals"));
    let modes: Vec<_> = Events::from(patch)
        .into_iter()
        .map(|event| arguments(event).remove("mode").unwrap_or_default())
        .collect();
    assert_eq!(modes, ["", "append", "remove", ""]);
    assert_eq!(
        Patch::new()
            .signals(json!([1]))
            .expect_err("not an object")
            .path(),
        ""
    );
}
