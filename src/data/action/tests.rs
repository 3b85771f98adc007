//! Actions, byte by byte.

use std::time::Duration;

use ::url::form_urlencoded;
use proptest::prelude::*;

use super::address::leaves_its_place;
use super::*;
use crate::data::Filter;

/// The address, and where a browser takes it on a page of its own.
fn destination(action: &Action) -> ::url::Url {
    let base = ::url::Url::parse("https://page.example/directory/page").expect("an address");
    base.join(action.request.url.code().0).expect("an address")
}

/// What a server makes of percent signs.
fn decoded(text: &str) -> String {
    let pairs: Vec<_> = form_urlencoded::parse(text.as_bytes()).collect();
    pairs
        .first()
        .map_or_else(String::new, |(name, _)| name.clone().into_owned())
}

#[test]
fn verbs() {
    let actions = [
        get("/x"),
        post("/x"),
        put("/x"),
        patch("/x"),
        delete("/x"),
        query("/x"),
    ];
    let printed = actions.map(|action| action.to_string());
    let expected = ["@get", "@post", "@put", "@patch", "@delete", "@query"];
    assert_eq!(printed, expected.map(|verb| format!("{verb}('/x')")));
}

#[test]
fn segments_stay_in_the_path() {
    for (segment, expected) in [
        ("7", "/t/7"),
        ("a b", "/t/a%20b"),
        ("/host", "/t/%2Fhost"),
        ("//host", "/t/%2F%2Fhost"),
        ("\\host", "/t/%5Chost"),
        ("https://host", "/t/https%3A%2F%2Fhost"),
        ("%2e%2e%2e", "/t/%252e%252e%252e"),
        ("%2f", "/t/%252f"),
        ("...", "/t/..."),
        ("a?b#c", "/t/a%3Fb%23c"),
        ("it's", "/t/it%27s"),
        ("$a;@b(`${c}`)", "/t/%24a%3B%40b%28%60%24%7Bc%7D%60%29"),
        ("é\0\r\n", "/t/%C3%A9%00%0D%0A"),
    ] {
        assert_eq!(
            get("/t").segment(segment).to_string(),
            format!("@get('{expected}')")
        );
    }
    assert_eq!(get("/").segment("host").to_string(), "@get('/host')");
}

#[test]
fn segments_that_climb_are_no_request() {
    for segment in ["", ".", "..", "%2e", "%2E%2e", ".%2e"] {
        let action = post("/t").segment(segment).segment("x").query("q", 1);
        let printed = action.to_string();
        let inside = printed
            .strip_prefix("console.error(\"starmark: ")
            .and_then(|rest| rest.strip_suffix("\")"));
        let is_plain = |inside: &str| !inside.contains(['"', '\'', '@', '$', '`']);
        assert!(inside.is_some_and(is_plain), "{printed}");
    }
}

#[test]
fn the_query_comes_last() {
    let action = get("/t?sort=up")
        .query("q", "a&b=c+d")
        .segment("x")
        .query("n", 1);
    assert_eq!(
        action.to_string(),
        "@get('/t/x?sort=up&q=a%26b%3Dc%2Bd&n=1')"
    );
}

#[test]
fn a_path_cannot_end_its_literal() {
    let printed = get("/it's$a@b;c\u{2028}😀").to_string();
    assert_eq!(
        printed,
        "@get('/it\\u0027s\\u0024a\\u0040b\\u003bc\\u2028\\ud83d\\ude00')"
    );
}

/// What an action that cannot be says on the console.
#[track_caller]
fn refusal<S>(action: &Action<S>) -> String {
    let printed = action.to_string();
    let inside = printed
        .strip_prefix("console.error(\"starmark: ")
        .and_then(|rest| rest.strip_suffix("\")"));
    let inside = inside.expect(&printed);
    assert!(
        !inside.contains(['"', '\'', '@', '$', '`', ';']),
        "{printed}"
    );
    inside.to_owned()
}

#[test]
fn paths_elsewhere_are_no_request() {
    for path in [
        "",
        "x",
        "./x",
        "?x",
        "//evil.example/x",
        "/\\evil.example/x",
        "\\\\evil.example/x",
        "/\t/evil.example/x",
        "/\n/evil.example",
        "\u{1}//evil.example",
        " //evil.example",
        "http://evil.example/",
        "HTTP:evil",
        "data:text/event-stream,x",
        "javascript:pwn()",
        "/..",
        "/.",
        "/a/../b",
        "/a/./b",
        "/a/%2e%2E/b",
        "/a/.%2e?x",
        "/a/..?x",
        "/a#b",
        "/\u{7f}",
    ] {
        refusal(&get(path));
        refusal(&post(path).segment("x").query("q", 1));
        assert!(address::problem(path).is_some(), "{path:?}");
    }
    for path in [
        "/",
        "/a//b",
        "/a?x=//y/../z",
        "/...",
        "/a/..b",
        "/.well-known/x",
        "/a b",
        "/é",
    ] {
        assert_eq!(address::problem(path), None, "{path:?}");
        let base = ::url::Url::parse("https://page.example/directory/page").expect("an address");
        let url = base.join(path).expect("an address");
        let origin = url.origin().ascii_serialization();
        assert_eq!(origin, "https://page.example");
    }
}

#[test]
fn literals_of_another_site() {
    for url in [
        "//evil.example",
        "/\\evil",
        "\\/evil",
        "\\\\evil",
        "http://x",
        "HTTPS:x",
        "data:,x",
        "view-source:x",
        "a+b.c-1:x",
    ] {
        assert!(address::is_elsewhere(url), "{url}");
    }
    for url in [
        "/", "/x//y", "x", "./x:y", "?x=a:b", "#a:b", "a/b:c", "1:2", ":x", "",
    ] {
        assert!(!address::is_elsewhere(url), "{url}");
    }
}

#[test]
fn expressions_are_encoded_in_the_browser() {
    use crate::js::raw;
    const ID: crate::Signal<u64> = crate::Signal::of("id");
    const NAME: crate::Signal<String> = crate::Signal::of("user.name");
    assert_eq!(
        get("/t").segment(ID).to_string(),
        "@get('/t/' + encodeURIComponent($id))"
    );
    assert_eq!(
        get("/t?a=1")
            .segment(ID)
            .segment("x")
            .segment(ID)
            .query("b", NAME)
            .query("c", 2)
            .to_string(),
        "@get('/t/' + encodeURIComponent($id) + '/x/' + encodeURIComponent($id) + '?a=1&b=' + \
         encodeURIComponent($user.name) + '&c=2')"
    );
    assert_eq!(
        get("/")
            .segment(raw("$a ? 1 : 2").of::<i32>())
            .query("q", NAME)
            .segment("x")
            .to_string(),
        "@get('/' + encodeURIComponent(($a ? 1 : 2)) + '/x?q=' + encodeURIComponent($user.name))"
    );
    let guarded = "((value, text = String(value ?? '')) => { \
                   if (['', '.', '..'].includes(text.toLowerCase().replaceAll('%2e', '.'))) { throw \
                   Error('starmark: a segment of a path cannot be empty, . or ..') } return \
                   encodeURIComponent(text) })($user.name)";
    assert_eq!(
        post("/t").segment(NAME).segment("x").to_string(),
        format!("@post('/t/' + {guarded} + '/x')")
    );
}

#[test]
fn every_sort_of_part() {
    let numbers = get("/t")
        .segment(u64::MAX)
        .segment(-7_i8)
        .segment(1.5)
        .segment(3_u8)
        .segment(true);
    assert_eq!(
        numbers.to_string(),
        format!("@get('/t/{}/-7/1.5/3/true')", u64::MAX)
    );
    let query = get("/t")
        .query("a", 1_u8)
        .query("b", -1)
        .query("c", 'é')
        .query("d", String::from("+"))
        .query("e", i128::MIN);
    assert_eq!(
        query.to_string(),
        format!("@get('/t?a=1&b=-1&c=%C3%A9&d=%2B&e={}')", i128::MIN)
    );
    let path = crate::data::SignalPath::try_from("a.b").expect("a name");
    assert_eq!(
        get("/t").query("q", path).to_string(),
        "@get('/t?q=' + encodeURIComponent($a.b))"
    );
    let header = get("/t")
        .header(HeaderName::new("x-n"), 7_u8)
        .header(HeaderName::new("x-m"), -7);
    assert_eq!(
        header.to_string(),
        "@get('/t', {headers: {'x-n': 7, 'x-m': -7}})"
    );
}

#[test]
fn options_are_written_in_order() {
    let action = get("/t")
        .retry_interval(Duration::from_secs(2))
        .retry_max_wait(Duration::MAX)
        .retry_max_count(3)
        .retry_scaler(2.0)
        .request_cancellation(Cancellation::Cleanup)
        .open_when_hidden(true)
        .retry(Retry::Never);
    assert_eq!(
        action.to_string(),
        "@get('/t', {retryInterval: 2000, retryMaxWait: 2147483647, retryMaxCount: 3, retryScaler: 2, \
         requestCancellation: 'cleanup', openWhenHidden: true, retry: 'never'})"
    );
}

#[test]
fn options_that_cannot_be_are_no_request() {
    const TOKEN: HeaderName = HeaderName::new("x-token");
    for factor in [0.5, -1.0, f64::NAN, f64::INFINITY] {
        refusal(&get("/t").retry_scaler(factor));
    }
    for value in ["a\r\nb", "\0", "\u{100}", "\u{85}"] {
        refusal(&get("/t").header(TOKEN, value));
    }
    let twice = get("/t").header(TOKEN, "a").header(TOKEN, "b");
    assert_eq!(refusal(&twice), "a request has the same header twice");
}

#[test]
fn a_filter_keeps_private_signals_private() {
    let filtered = |action: Action<_>| {
        action
            .to_string()
            .replace("\\u005e", "^")
            .replace("\\u0028", "(")
    };
    let own = get("/t").filter_signals(Filter::including("^a").and_excluding("b"));
    assert_eq!(
        filtered(own),
        r"@get('/t', {filterSignals: {include: '^a', exclude: '(\u003f:b\u0029\u007c(^\u007c\u005c.\u0029_'}})"
    );
    let all = get("/t")
        .private_signals()
        .filter_signals(Filter::excluding("b"));
    assert_eq!(
        all.to_string(),
        "@get('/t', {filterSignals: {exclude: 'b'}})"
    );
    assert_eq!(
        get("/t").filter_signals(Filter::ALL).to_string(),
        "@get('/t')"
    );
}

#[cfg(feature = "json")]
#[test]
fn a_payload_is_json_that_the_scanner_cannot_misread() {
    let payload = std::collections::BTreeMap::from([("a", "';@post(\"$x\")//")]);
    let printed = post("/t").payload(&payload).to_string();
    let inside = printed
        .strip_prefix("@post('/t', {payload: ")
        .and_then(|rest| rest.strip_suffix("})"));
    let inside = inside.expect(&printed);
    assert!(!inside.contains(['\'', '@', '$', ';', '/']), "{printed}");
    let read: std::collections::BTreeMap<String, String> =
        serde_json::from_str(inside).expect("JSON");
    assert_eq!(read["a"], payload["a"]);
    refusal(&post("/t").payload(&f64::NAN));
    refusal(&post("/t").payload(&u64::MAX));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn data_arrives_as_it_is_and_nowhere_else(segment in any::<String>(), value in "[ -~é\r\n]{0,9}") {
        prop_assume!(!leaves_its_place(&segment));
        let action = get("/t").segment(&segment).query("q", &value);
        let url = destination(&action);
        prop_assert_eq!(url.origin().ascii_serialization(), "https://page.example");
        let segments: Vec<String> = url.path_segments().into_iter().flatten().map(decoded).collect();
        prop_assert_eq!(segments, ["t", segment.as_str()]);
        let pairs: Vec<_> = url.query_pairs().into_owned().collect();
        prop_assert_eq!(pairs, [("q".to_owned(), value)]);
        prop_assert_eq!(action.to_string(), format!("@get('{}')", action.request.url.code().0));
    }
}
