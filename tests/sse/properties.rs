//! What holds for every text and every option.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;
use serde_json::json;
use starmark::sse::{
    EventId, ExecuteScript, Mode, Namespace, Patch, PatchElements, PatchSignals, Selector,
};
use starmark::{Buffer, PreEscaped};

use crate::support::css::selected_id;
use crate::support::dom::tree;
use crate::support::sse::{Parser, parse, parse_one};
use crate::{FORGERIES, frame, map};

/// Text with much of what ends lines, fields and tags.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        4 => proptest::sample::select(vec![
            "\r", "\n", "\r\n", "\n\n", " ", ":", "data: ", "event: ", "selector body", "id: 1", "<", ">", "&", "\"",
            "'", "</body>", "</html>", "</template>", "<!--", "-->", "\0", "\u{2028}", "\u{85}", "\u{feff}", "&amp;",
        ]).prop_map(String::from),
        2 => proptest::sample::select(FORGERIES.to_vec()).prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Markup with hostile text in text and attributes, and raw line breaks where markup can have them.
pub(crate) fn markup() -> impl Strategy<Value = String> {
    let breaks = proptest::sample::select(vec!["", "\n", "\r", "\r\n", "\n\n", "\r\r", " \n"]);
    let tag = proptest::sample::select(vec!["p", "div", "pre", "textarea", "li", "td", "title"]);
    let element = (tag, hostile(), hostile(), breaks).prop_map(|(tag, value, text, line_break)| {
        let mut out = Buffer::new();
        out.trusted(&format!("{line_break}<{tag} id=\"a\"{line_break} title=\""));
        out.text(&value);
        out.trusted(&format!("\">{line_break}"));
        out.text(&text);
        out.trusted(&format!("{line_break}</{tag}>{line_break}"));
        out.into_markup().into_string()
    });
    proptest::collection::vec(element, 0..4).prop_map(|elements| elements.concat())
}

/// Markup as someone who vouches for it might have it, well-formed or not.
fn raw_markup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "<p",
        "<p id=a>",
        "<p id = 'é' x>",
        "</p>",
        "<script>",
        "</script>",
        "<style>",
        "<br>",
        "<g/>",
        "<body>",
        "</body>",
        "</head >",
        "</html>",
        "<!--",
        "-->",
        "=",
        "\"",
        "'",
        "/",
        ">",
        "<",
        "é",
        "</header>",
        "<!doctype html>",
        "\r",
        "\n",
    ];
    let piece =
        prop_oneof![4 => proptest::sample::select(pieces).prop_map(String::from), 1 => hostile()];
    proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

pub(crate) fn namespaces() -> impl Strategy<Value = Namespace> {
    proptest::sample::select(vec![Namespace::Html, Namespace::Svg, Namespace::Mathml])
}

pub(crate) fn modes() -> impl Strategy<Value = Mode> {
    proptest::sample::select(vec![
        Mode::Outer,
        Mode::Inner,
        Mode::Replace,
        Mode::Prepend,
        Mode::Append,
        Mode::Before,
        Mode::After,
    ])
}

/// Any text that an element can have for an id.
pub(crate) fn element_id() -> impl Strategy<Value = String> {
    hostile().prop_filter("an id", |id| Selector::id(id).is_ok())
}

#[derive(Debug, Clone)]
struct Options {
    selector: Option<String>,
    mode: Mode,
    transition: bool,
    transition_selector: Option<String>,
    id: Option<String>,
    retry: Option<u64>,
}

fn options() -> impl Strategy<Value = Options> {
    (
        proptest::option::of(element_id()),
        modes(),
        any::<bool>(),
        proptest::option::of(element_id()),
        proptest::option::of("[!-~]{1,9}"),
        proptest::option::of(0_u64..5000),
    )
        .prop_map(
            |(selector, mode, transition, transition_selector, id, retry)| Options {
                selector,
                mode,
                transition,
                transition_selector,
                id,
                retry,
            },
        )
}

fn selector(id: &str) -> Selector {
    Selector::id(id).expect("an id")
}

fn patch(markup: &str, options: &Options) -> PatchElements {
    // A selector is always set, so that no run reports elements without ids.
    let target = options.selector.as_deref().unwrap_or("target");
    let mut patch = PatchElements::new(PreEscaped(markup))
        .selector(selector(target))
        .mode(options.mode);
    if let Some(id) = &options.transition_selector {
        patch = patch.view_transition_selector(selector(id));
    }
    patch = patch.use_view_transition(options.transition);
    if let Some(id) = &options.id {
        patch = patch.event_id(EventId::new(id.as_str()).expect("visible ASCII"));
    }
    match options.retry {
        Some(retry) => patch.retry(Duration::from_millis(retry)),
        None => patch,
    }
}

fn expected(markup: &str, options: &Options) -> BTreeMap<String, String> {
    let target = selector(options.selector.as_deref().unwrap_or("target"));
    let mut expected = map(&[("selector", target.as_str())]);
    if options.mode != Mode::Outer {
        expected.insert("mode".to_owned(), options.mode.to_string());
    }
    if options.transition {
        expected.insert("useViewTransition".to_owned(), "true".to_owned());
        let of = options
            .transition_selector
            .as_deref()
            .map(|id| selector(id).to_string());
        expected.extend(of.map(|selector| ("viewTransitionSelector".to_owned(), selector)));
    }
    if !markup.is_empty() {
        expected.insert(
            "elements".to_owned(),
            markup.replace("\r\n", "\n").replace('\r', "\n"),
        );
    }
    expected
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn a_frame_is_one_event_with_what_was_set(markup in markup(), options in options()) {
        let message = parse_one(&frame(patch(&markup, &options)));
        prop_assert_eq!(&message.event, "datastar-patch-elements");
        prop_assert_eq!(&message.id, options.id.as_deref().unwrap_or_default());
        prop_assert_eq!(message.retry, options.retry.filter(|retry| *retry != 1000));
        let arguments = message.arguments();
        prop_assert_eq!(&arguments, &expected(&markup, &options));
        let sent = arguments.get("elements").map_or("", String::as_str);
        prop_assert_eq!(tree(sent), tree(&markup));
    }

    #[test]
    fn trusted_markup_of_any_kind_stays_in_its_field(markup in raw_markup(), namespace in namespaces()) {
        let patch = PatchElements::new(PreEscaped(&markup)).namespace(namespace);
        let _ = patch.check();
        let arguments = parse_one(&frame(patch.selector(selector("a")))).arguments();
        let known = ["elements", "namespace", "selector"];
        prop_assert!(arguments.keys().all(|key| known.contains(&key.as_str())), "{:?}", arguments);
        let sent = arguments.get("elements").map_or("", String::as_str);
        let document = ["<html", "<head", "<body", "<!"].iter().any(|root| markup.trim_ascii_start().starts_with(root));
        prop_assert!(document || !["</html>", "</head>", "</body>"].iter().any(|tag| sent.contains(tag)));
    }

    #[test]
    fn events_do_not_depend_on_how_bytes_arrive(markup in markup(), options in options(), size in 1_usize..9) {
        let frames = frame(patch(&markup, &options)) + ":\n\n" + &frame(ExecuteScript::new("a()"));
        let mut parser = Parser::default();
        let messages: Vec<_> = frames.as_bytes().chunks(size).flat_map(|chunk| parser.push(chunk)).collect();
        prop_assert_eq!(messages, parse(&frames));
    }

    #[test]
    fn signals_arrive_as_they_were_sent(text in hostile(), other in hostile(), number in any::<f64>()) {
        let number = if number.is_finite() { number } else { 0.0 };
        let signals = json!({ "a": text, "b": { "c": [other, number, true] } });
        let message = parse_one(&frame(PatchSignals::new(&signals).expect("legal signals")));
        let arguments = message.arguments();
        prop_assert_eq!(arguments.keys().collect::<Vec<_>>(), ["signals"]);
        prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&arguments["signals"]).unwrap(), signals);
        // Nothing is left for an attribute to escape but the quotes around strings.
        let rest = arguments["signals"].replace("\\u", "");
        let inert = !rest.contains(['\\', '<', '>', '&', '\'', ';', '$', '@', '/', '`']);
        prop_assert!(inert, "{}", rest);
    }

    #[test]
    fn options_of_signals_are_theirs(
        names in proptest::collection::btree_set("[a-z]{1,3}(\\.[a-z]{1,3}){0,2}", 0..4),
        only_if_missing in any::<bool>(),
        id in proptest::option::of("[!-~]{1,9}"),
        retry in 0_u64..5000,
    ) {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let mut patch = PatchSignals::remove(&names).expect("legal names").only_if_missing(only_if_missing);
        if let Some(id) = &id {
            patch = patch.event_id(EventId::new(id.as_str()).expect("visible ASCII"));
        }
        let message = parse_one(&frame(patch.retry(Duration::from_millis(retry))));
        prop_assert_eq!(&message.event, "datastar-patch-signals");
        prop_assert_eq!(&message.id, id.as_deref().unwrap_or_default());
        prop_assert_eq!(message.retry, Some(retry).filter(|retry| *retry != 1000));
        let arguments = message.arguments();
        prop_assert_eq!(arguments.get("onlyIfMissing").map(String::as_str), only_if_missing.then_some("true"));
        prop_assert_eq!(arguments.len(), 1 + usize::from(only_if_missing));
        let signals: serde_json::Value = serde_json::from_str(&arguments["signals"]).unwrap();
        for name in names {
            let pointer = format!("/{}", name.replace('.', "/"));
            // A name whose parent is deleted is not there any more.
            prop_assert!(signals.pointer(&pointer).is_none_or(serde_json::Value::is_null), "{}", signals);
        }
    }

    #[test]
    fn a_reply_is_its_patches(text in hostile(), target in element_id()) {
        let target = || selector(&target);
        let patch = Patch::new()
            .inner(target(), &text)
            .append(target(), &text)
            .remove(target())
            .and(ExecuteScript::console_log(&text));
        let messages = parse(&patch.into_string());
        let modes: Vec<_> = messages.iter().map(|message| message.arguments()["mode"].clone()).collect();
        prop_assert_eq!(modes, ["inner", "append", "remove", "append"]);
        for message in &messages[..3] {
            let arguments = message.arguments();
            prop_assert_eq!(&arguments["selector"], &target().to_string());
            let keys = if text.is_empty() || arguments["mode"] == "remove" { 2 } else { 3 };
            prop_assert_eq!(arguments.len(), keys);
        }
    }

    #[test]
    fn an_id_selector_selects_its_id(id in hostile()) {
        if let Ok(selector) = Selector::id(&id) {
            prop_assert_eq!(selected_id(selector.as_str()), Some(id));
        }
    }
}
