//! What holds for any bytes: the fuzzer looks for some for which it does not.

use starmark::signals::{Limit, from_body, from_query};
use starmark::sse::{Event, Mode, PatchElements, Selector};
use starmark::{Buffer, Signals, render};

use crate::sse::Parser;

/// Signals of most shapes.
#[derive(Debug, Default, Signals)]
#[serde(default)]
pub(crate) struct Form {
    text: String,
    count: i64,
    size: u8,
    ratio: f64,
    open: bool,
    tags: Vec<String>,
    user: User,
    maybe: Option<u32>,
}

#[derive(Debug, Default, Signals)]
#[serde(default)]
pub(crate) struct User {
    name: String,
    age: Option<u16>,
}

/// Reading signals never panics, and what was read can be sent and read again.
pub(crate) fn read_signals(input: &[u8]) {
    let _ = Limit(input.len());
    let from_body = from_body::<Form>(input);
    let from_query = std::str::from_utf8(input)
        .ok()
        .map(|query| from_query::<Form>(Some(query)));
    for read in [Some(from_body), from_query].into_iter().flatten() {
        match read {
            Ok(form) => sent_again(&form),
            Err(error) => {
                assert!(matches!(error.status(), 400 | 422), "{error}");
                assert!(!error.to_string().is_empty());
            }
        }
    }
}

fn sent_again(form: &Form) {
    use starmark::sse::PatchSignals;

    // What JavaScript cannot hold exactly is refused when it is sent.
    let Ok(patch) = PatchSignals::new(form) else {
        return;
    };
    let event = Event::from(patch);
    let (_, json) = event
        .as_str()
        .split_once("data: signals ")
        .expect("a payload");
    let again: Form = starmark::signals::from_body(json.trim_end().as_bytes()).expect("the same");
    assert_eq!(format!("{form:?}"), format!("{again:?}"));
}

/// Text is escaped as the oracle does it, in any room, at any place.
pub(crate) fn escape(input: &[u8]) {
    let Some((&[room, before], text)) = input.split_first_chunk::<2>() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let before = "x".repeat(usize::from(before));
    let mut out = Buffer::with_capacity(usize::from(room));
    out.trusted(&before);
    out.text(&text);
    let escaped = out
        .as_str()
        .strip_prefix(&before)
        .expect("what stood there");
    assert_eq!(escaped, render(&*text).as_str());
    assert!(
        !escaped.contains(['<', '>', '"', '\r', '\0']),
        "{escaped:?}"
    );
    assert_eq!(
        html_escape::decode_html_entities(escaped),
        text.replace('\0', "\u{FFFD}")
    );
}

/// Whatever is written, a frame is one message with these arguments, however it is cut in two.
pub(crate) fn frame(input: &[u8]) {
    let Some((&[mode, at], text)) = input.split_first_chunk::<2>() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let mode = [Mode::Outer, Mode::Inner, Mode::Append, Mode::Before][usize::from(mode % 4)];
    let patch = || {
        PatchElements::new(&*text)
            .selector(Selector::new("#a"))
            .mode(mode)
    };
    let frame = Event::from(patch()).into_string();
    let (first, second) = frame.as_bytes().split_at(usize::from(at).min(frame.len()));
    let mut parser = Parser::default();
    let mut messages = parser.push(first);
    messages.extend(parser.push(second));
    let [message] = &messages[..] else {
        panic!("{} messages of {frame:?}", messages.len());
    };
    let arguments = message.arguments();
    let known = ["elements", "mode", "selector"];
    assert!(
        arguments.keys().all(|key| known.contains(&key.as_str())),
        "{arguments:?}"
    );
    let elements = arguments.get("elements").map_or("", String::as_str);
    let written = html_escape::decode_html_entities(elements);
    assert_eq!(written, text.replace('\0', "\u{FFFD}"));
}
