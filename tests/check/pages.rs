//! Pages as people write them, and pages as nobody does.

use std::fmt::Write as _;

use proptest::prelude::*;
use starmark::testing::{Site, check_page};

/// What the client runs as it is meant, though it looks like a mistake.
const FINE: &[&str] = &[
    // Names of events and tags in capitals are those in small letters.
    "<p data-on:Click__Debounce.500MS=\"f()\"></p>",
    // What nobody looks at.
    "<div data-ignore><p data-txet=\"$a\"></p></div>",
    "<div data-ignore=\"true\"></div>",
    "<p data-ignore__self data-txet=\"$a\"></p>",
    "<template><p data-txet=\"$a\"></p></template>",
    "<textarea><p data-txet=\"$a\"></p></textarea>",
    // Names that scripts and elements bring.
    "<script>const total = 3;</script><p data-text=\"total\"></p>",
    "<dialog id=\"sure\"></dialog><p data-on:click=\"f(sure)\"></p>",
    // Other libraries and the application itself.
    "<p data-testid=\"a\" data-row-id=\"7\" aria-label=\"x\" onclick=\"f()\"></p>",
    "<x-card x-size=\"2\" className=\"a\"></x-card>",
    // Forms that somebody has thought of.
    "<!doctype html><form data-on:submit=\"@post('/x')\"><button data-on:click=\"@get('/y')\">Go</button></form>",
    "<!doctype html><form><button type=\"button\" data-on:click=\"@post('/x')\">Go</button></form>",
    "<!doctype html><form><button data-on:click__prevent=\"@post('/x')\">Go</button></form>",
    "<!doctype html><form><button data-on:click=\"evt.preventDefault(); @post('/x')\">Go</button></form>",
    "<!doctype html><form><button data-on:click=\"@post('/x', {contentType: 'form'})\">Go</button></form>",
    "<!doctype html><p data-on:click=\"@post('/x', {contentType: 'form', selector: '#f'})\"></p>",
    // Things that are hidden, and come back.
    "<p hidden data-show=\"$a\" data-attr:hidden=\"!$a\"></p>",
    "<p style=\"display: none\" data-show=\"$a\"></p>",
    "<dialog open data-show=\"$a\"></dialog>",
    // Indicators in time.
    "<p data-indicator=\"_a\" data-init=\"@get('/x')\"></p>",
    "<p data-init__delay.1s=\"@get('/x')\" data-indicator=\"_a\"></p>",
    "<p data-on:click=\"@get('/x')\" data-indicator=\"_a\"></p>",
    // Streams of their own.
    "<p data-init=\"@get('/x', {retry: 'always', requestCancellation: 'disabled'})\"></p><p data-on:click=\"@get('/x')\"></p>",
    "<p data-init=\"@get('/x', {retry: 'always'})\"></p><p data-on:click=\"@post('/x')\"></p>",
    "<p data-init=\"@get('/x', {retry: 'always'})\"></p><p data-on:input=\"@get('/x', {retry: 'always'})\"></p>",
    // The client, and what is none.
    "<script type=\"module\" src=\"https://cdn.example/gh/starfederation/datastar@v1.0.4/bundles/datastar.js\"></script>",
    "<script src=\"/datastar-helpers.js\"></script>",
    // A drawing that is there twice.
    "<svg><g id=\"a\"/></svg><svg><g id=\"a\"/></svg>",
    // Parts that need a parent.
    "<tr id=\"a\"><td data-text=\"$a\"></td></tr>",
    "<svg><circle data-attr=\"{'viewBox': $a}\"/></svg>",
];

/// Each way to declare a signal.
const DECLARED: &[&str] = &[
    "<p data-signals=\"{fooBar: 1}\">",
    "<p data-signals:foo-bar=\"1\">",
    "<p data-signals:foo-bar>",
    "<p data-signals:fooBar__case.camel data-signals='{\"fooBar\": {}}'>",
    "<p data-computed:foo-bar=\"1 + 1\">",
    "<p data-computed=\"{fooBar: () => 1}\">",
    "<input data-bind=\"fooBar\">",
    "<input data-bind:foo-bar>",
    "<p data-ref=\"fooBar\">",
    "<p data-indicator:foo-bar>",
    "<p data-on:click=\"$fooBar = 1\">",
    "<p data-signals=\"{...$other}\" data-bind__prop.x=\"other\">",
    "<p data-signals=\"initial()\">",
    "<p data-effect=\"$['fooBar'] = 1\">",
    "<script type=\"module\">import {mergePatch} from '/datastar.js'; mergePatch({fooBar: 1})</script>",
];

#[test]
fn nothing_is_said_of_what_works() {
    for html in FINE {
        assert_eq!(check_page(html), [], "{html}");
    }
}

#[test]
fn signals_are_declared_in_many_ways() {
    let read = "<p data-text=\"$fooBar\"></p>";
    for declaration in DECLARED {
        let page = format!("<!doctype html>{declaration}{read}");
        let messages = check_page(&page);
        let undeclared = messages
            .iter()
            .find(|it| it.message().starts_with("no signal"));
        assert_eq!(undeclared, None, "{declaration}");
    }
    assert_eq!(check_page(&format!("<!doctype html>{read}")).len(), 1);
    assert_eq!(check_page(read), []);
    for (key, signal) in [
        ("foo-bar__case.kebab", "$['foo-bar']"),
        ("foo-bar__case.snake", "$foo_bar"),
        ("foo-bar__case.pascal", "$FooBar"),
        ("user.first-name", "$user.firstName"),
        ("-foo", "$Foo"),
    ] {
        let page = format!("<!doctype html><p data-signals:{key}=\"1\" data-text=\"{signal}\">");
        assert_eq!(check_page(&page), [], "{page}");
    }
}

#[test]
fn nested_signals_are_told_apart() {
    let page = "<!doctype html><p data-signals=\"{user: {name: '', tags: [], more: {}}}\"\n";
    for (code, is_known) in [
        ("$user", true),
        ("$user.name.length", true),
        ("$user.tags.0.text", true),
        ("$user.more.anything", true),
        ("$user.nmae", false),
        ("$usr.name", false),
        ("$user.name + $other", false),
    ] {
        let findings = check_page(&format!("{page} data-text=\"{code}\">"));
        assert_eq!(findings.is_empty(), is_known, "{code}: {findings:?}");
        assert!(findings.iter().all(|finding| finding.line() == 2));
    }
}

/// What stands before the doctype makes no part of a page of it.
#[test]
fn a_page_begins_with_its_doctype() {
    for start in [
        "<!DOCTYPE html>",
        " \n<html>",
        "<!-- a --> <!-- b -->\n<!doctype html>",
        "\u{feff}<html lang=en>",
    ] {
        assert_eq!(
            check_page(&format!("{start}<p data-text=\"$a\">")).len(),
            1,
            "{start}"
        );
    }
    for start in ["<header>", "<body>", "<head>", "<htmlx>", "<!--", ""] {
        assert_eq!(
            check_page(&format!("{start}<p data-text=\"$a\">")),
            [],
            "{start}"
        );
    }
}

#[test]
fn a_large_page_is_read_in_one_pass() {
    let mut page = String::from("<!doctype html><table data-signals=\"{count: 0}\">");
    let mut row = 0;
    while page.len() < 1 << 20 {
        let _ = write!(
            page,
            "<tr id=\"r{row}\" data-class:late=\"$count > {row}\"><td data-text=\"$count + {row}\">\
             <form data-on:submit=\"@post('/rows', {{retry: 'always', requestCancellation: 'disabled'}})\">\
             <button data-on:click__debounce.200ms=\"$cuont = 1; @post('/rows/{row}')\">Go</button></form>"
        );
        row += 1;
    }
    page.push_str("<p data-txet=\"1\">");
    let findings = check_page(&page);
    assert_eq!(findings.len(), 1, "{findings:?}");
}

/// Pieces of pages, which meet in ways that nobody writes.
fn piece() -> impl Strategy<Value = String> {
    let fixed = [
        "<!doctype html>",
        "<html ",
        "<body",
        "<p ",
        "<form>",
        "<input ",
        "<script src=",
        "<template>",
        "<svg ",
        "<dialog ",
        "</p>",
        ">",
        "/",
        "=",
        "\"",
        "'",
        " ",
        "\n",
        "\r",
        "<",
        "data-on:click",
        "data-signals",
        "data-bind:",
        "data-show",
        "data-init",
        "data-indicator",
        "data-ignore",
        "__",
        ".",
        ":",
        "$a.b",
        "@get('/x', {",
        "contentType: 'form'",
        "retry: 'always'",
        "})",
        "{a: {b: 1}}",
        "${",
        "`",
        "hidden",
        "id=a",
        "hx-get",
        "@click",
        "é",
        "\u{fffc}",
        "\0",
        "&amp;",
        "&notit",
        "-",
        "event: datastar-patch-elements\ndata: elements ",
        "\n\n",
    ];
    prop_oneof![
        4 => prop::sample::select(fixed.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,3}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(piece(), 0..24), text in ".{0,40}") {
        let html = pieces.concat();
        let lines = html.lines().count().max(1) as u64 + html.matches('\r').count() as u64;
        for finding in check_page(&html) {
            prop_assert!((1..=lines + 1).contains(&finding.line()), "{finding} in {html:?}");
        }
        let site = Site::new()
            .page(&text, &html)
            .fragment(&html)
            .fragment_at(&html, &text)
            .events(&text, &html)
            .target(&text)
            .signals([text.as_str()])
            .route("GET", &html)
            .route(&text, &text)
            .links();
        let _ = site.check();
    }
}
