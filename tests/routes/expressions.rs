//! Round trips: values of the server, and expressions worked out as a browser would.

use axum::Router;
use axum::extract::{Path, Query};
use proptest::prelude::*;
use serde::Deserialize;
use starmark::data::Signal;
use starmark::{Action, Route as _, js};

use super::{Column, app, ask, changes, echo, move_ticket, request};

const ID: Signal<u64> = Signal::of("id");
const COLUMN: Signal<Column> = Signal::of("column");
const TEXT: Signal<String> = Signal::of("text");
const PAGE: Signal<Option<u32>> = Signal::of("page");

#[test]
fn signals_are_encoded_in_the_browser() {
    assert_eq!(
        move_ticket::action(ID, COLUMN).to_string(),
        "@post('/tickets/' + encodeURIComponent($id) + '/move?to=' + encodeURIComponent($column))"
    );
    assert_eq!(
        move_ticket::action(js::raw("$id + 1").of::<u64>(), Column::Done).to_string(),
        "@post('/tickets/' + encodeURIComponent(($id + 1)) + '/move?to=done')"
    );
    assert_eq!(
        changes::action(COLUMN).to_string(),
        "@get('/changes?' + (value => value == null ? '' : 'filter=' + encodeURIComponent(value))($column), \
         {retry: 'always', retryMaxWait: 2000, retryMaxCount: 1000, requestCancellation: 'cleanup', \
         openWhenHidden: true})"
    );
    assert_eq!(
        echo::action("a", "b", PAGE, None).to_string(),
        "@get('/echo/a/end?q=b' + (value => value == null ? '' : '&page=' + encodeURIComponent(value))($page))"
    );
}

/// `encodeURIComponent` (<https://tc39.es/ecma262/#sec-encodeuricomponent-uricomponent>).
fn encode_uri_component(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ if b"-_.!~*'()".contains(&byte) => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

/// Nothing, and dots in either spelling.
fn leaves_its_place(text: &str) -> bool {
    let dots = text.to_ascii_lowercase().replace("%2e", ".");
    matches!(dots.as_str(), "" | "." | "..")
}

const GUARD: &str = "((value, text = String(value ?? '')) => { \
                     if (['', '.', '..'].includes(text.toLowerCase().replaceAll('%2e', '.'))) { throw \
                     Error('starmark: a segment of a path cannot be empty, . or ..') } return \
                     encodeURIComponent(text) })($text)";

/// The address that an action with the signal `$text` asks for, or nothing if it throws.
fn evaluated<S>(action: &Action<S>, text: &str) -> Option<String> {
    let printed = action.to_string();
    let argument = printed
        .strip_prefix("@get(")
        .and_then(|rest| rest.strip_suffix(')'));
    let mut address = String::new();
    for term in argument.expect(&printed).split(" + ") {
        match term
            .strip_prefix('\'')
            .and_then(|rest| rest.strip_suffix('\''))
        {
            Some(fixed) => address.push_str(fixed),
            None if term == GUARD && leaves_its_place(text) => return None,
            None if term == GUARD || term == "encodeURIComponent($text)" => {
                address.push_str(&encode_uri_component(text));
            }
            None => panic!("an expression of another form: {term}"),
        }
    }
    Some(address)
}

const HOSTILE: [&str; 14] = [
    "a/b?c#d\\e%2f;é\n",
    "a&safe=0#x+ %",
    "%2e%2e",
    "..",
    ".",
    "",
    "...",
    "/",
    "//evil.example",
    "+ +",
    "\r\n\t\0",
    "'\"`$x@get('/y')${z};",
    "😀 \u{2028}\u{feff}",
    "%",
];

/// The address as a browser sends it, from a page elsewhere on the site.
fn sent(address: &str) -> String {
    let page = url::Url::parse("https://page.example/some/page").expect("an address");
    let url = page.join(address).expect("an address");
    assert_eq!(url.origin(), page.origin());
    url[url::Position::BeforePath..].to_owned()
}

#[tokio::test]
async fn hostile_texts_arrive_from_both_sides() {
    for text in HOSTILE {
        let expected = (200, format!("{text}\u{1}{text}\u{1}None\u{1}None"));
        let is_place = !leaves_its_place(text);
        let browser = evaluated(&echo::action(TEXT, TEXT, None, None), text);
        assert_eq!(browser.is_some(), is_place, "{text:?}");
        let server = echo::path(text, text, None, None);
        let addresses = browser
            .into_iter()
            .chain(is_place.then(|| server.to_string()));
        for address in addresses {
            assert_eq!(
                ask(app(), "GET", &sent(&address), "").await,
                expected,
                "{address}"
            );
        }
    }
}

/// The same address read by axum's own extractors.
fn plain() -> Router {
    #[derive(Deserialize)]
    struct More {
        q: String,
    }
    let handler =
        async |Path(text): Path<String>, Query(more): Query<More>| format!("{text}\u{1}{}", more.q);
    Router::new().route(echo::PATH, axum::routing::get(handler))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn whatever_is_passed_arrives(text in any::<String>(), more in any::<String>(), page in any::<Option<u32>>()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let action = echo::action(&text, &more, page, None);
        if leaves_its_place(&text) {
            prop_assert!(action.to_string().starts_with("console.error("));
            return Ok(());
        }
        let (_, address) = request(&action);
        let address = sent(&address);
        let path = echo::path(&text, &more, page, None);
        prop_assert_eq!(&address, path.as_str());
        let expected = (200, format!("{text}\u{1}{more}\u{1}{page:?}\u{1}None"));
        prop_assert_eq!(runtime.block_on(ask(app(), "GET", &address, "")), expected);
        let expected = (200, format!("{text}\u{1}{more}"));
        prop_assert_eq!(runtime.block_on(ask(plain(), "GET", &address, "")), expected);
    }
}
