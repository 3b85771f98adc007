//! Actions, byte by byte.

use proptest::prelude::*;
use url::{Url, form_urlencoded};

use super::*;

/// The address, and where a browser takes it on a page of its own.
fn destination(action: &Action) -> Url {
    let base = Url::parse("https://page.example/directory/page").expect("an address");
    base.join(&action.url).expect("an address")
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
        ("%2e%2e", "/t/%252e%252e"),
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
    assert_eq!(get("").segment("host").to_string(), "@get('/host')");
    assert_eq!(get("/").segment("host").to_string(), "@get('/host')");
}

#[test]
fn segments_that_climb_are_no_request() {
    for segment in ["", ".", ".."] {
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
    let printed = get("/it's\\$a@b;c\u{2028}😀").to_string();
    assert_eq!(
        printed,
        "@get('/it\\u0027s\\u005c\\u0024a\\u0040b\\u003bc\\u2028\\ud83d\\ude00')"
    );
}

#[test]
fn options_replace_one_another() {
    let action = get("/t")
        .retry(Retry::Auto)
        .retry_interval(Duration::from_secs(2))
        .retry_max_wait(Duration::from_millis(500))
        .retry_max_count(3)
        .request_cancellation(Cancellation::Cleanup)
        .open_when_hidden(true)
        .retry(Retry::Never);
    assert_eq!(
        action.to_string(),
        "@get('/t', {retryInterval: 2000, retryMaxWait: 500, retryMaxCount: 3, \
         requestCancellation: 'cleanup', openWhenHidden: true, retry: 'never'})"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn data_arrives_as_it_is_and_nowhere_else(segment in any::<String>(), value in "[ -~é\r\n]{0,9}") {
        prop_assume!(!matches!(segment.as_str(), "" | "." | ".."));
        let action = get("/t").segment(&segment).query("q", &value);
        let url = destination(&action);
        prop_assert_eq!(url.origin().ascii_serialization(), "https://page.example");
        let segments: Vec<String> = url.path_segments().into_iter().flatten().map(decoded).collect();
        prop_assert_eq!(segments, ["t", segment.as_str()]);
        let pairs: Vec<_> = url.query_pairs().into_owned().collect();
        prop_assert_eq!(pairs, [("q".to_owned(), value)]);
        prop_assert_eq!(action.to_string(), format!("@get('{}')", action.url));
    }
}
