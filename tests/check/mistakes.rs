//! Each mistake of `docs/mistakes.md` that a page shows, with what is said of it.

use starmark::testing::check_page;

/// The findings of a page, as they are printed.
fn lines(html: &str) -> Vec<String> {
    check_page(html).iter().map(ToString::to_string).collect()
}

/// What is said of one mistake, by its number.
const CASES: &[(&str, &str, &str)] = &[
    (
        "M01",
        "<div data-sohw=\"$open\"></div>",
        "line 1: <div data-sohw=…>: there is no Datastar attribute `data-sohw`; did you mean `data-show`?",
    ),
    (
        "M02",
        "<div data-on=\"f()\"></div>",
        "line 1: <div data-on=…>: `data-on` needs a key, such as `data-on:click`",
    ),
    (
        "M03",
        "<div data-show:x=\"$a\"></div>",
        "line 1: <div data-show:x=…>: `data-show` takes no key: write `data-show`",
    ),
    (
        "M04",
        "<input data-bind:name=\"name\">",
        "line 1: <input data-bind:name=…>: `data-bind` takes a key or a value, not both; write `data-bind=\"signal\"`",
    ),
    (
        "M05",
        "<p data-text></p>",
        "line 1: <p data-text>: `data-text` needs a value, such as `data-text=\"$count\"`",
    ),
    (
        "M06",
        "<p data-ignore-morph=\"$a\"></p>",
        "line 1: <p data-ignore-morph=…>: `data-ignore-morph` takes no value: it holds whatever its value is; write it alone",
    ),
    (
        "M07",
        "<p data-init__once=\"f()\"></p>",
        "line 1: <p data-init__once=…>: `data-init` has no modifier `__once`; it has `__delay`, `__viewtransition`",
    ),
    (
        "M08",
        "<p data-on:click__once__once=\"f()\"></p>",
        "line 1: <p data-on:click__once__once=…>: `__once` is here twice, and only one is obeyed; leave one out",
    ),
    (
        "M09",
        "<p data-on:click__passive__prevent=\"f()\"></p>",
        "line 1: <p data-on:click__passive__prevent=…>: `__prevent` contradicts `__passive`: only one of them can hold, so leave one out",
    ),
    (
        "M10",
        "<p data-on:clcik=\"f()\"></p>",
        "line 1: <p data-on:clcik=…>: browsers have no event `clcik`; did you mean `click`?",
    ),
    (
        "M11",
        "<p data-on:resize=\"f()\"></p>",
        "line 1: <p data-on:resize=…>: `resize` only fires on the window: write `data-on:resize__window`",
    ),
    (
        "M12",
        "<p data-on:click=\"@pots('/x')\"></p>",
        "line 1: <p data-on:click=…>: there is no action `@pots`; did you mean `@post`?",
    ),
    (
        "M13",
        "<p data-on:click=\"@get()\"></p>",
        "line 1: <p data-on:click=…>: `@get` needs an address: write `@get('/path')`",
    ),
    (
        "M15",
        "<!doctype html>\n<body data-signals=\"{count: 0, user: {name: ''}}\">\n<p data-text=\"$cuont\">\n<p data-text=\"$user.name.length\">",
        "line 3: <p data-text=…>: no signal `cuont` is declared on this page; did you mean `$count`?",
    ),
    (
        "M16",
        "<p data-text=\"count\"></p>",
        "line 1: <p data-text=…>: `count` is no signal: write `$count`, or `window.count` for a variable of the page",
    ),
    (
        "M17",
        "<p data-text=\"'abc\"></p>",
        "line 1: <p data-text=…>: Datastar cannot run this: the string `'abc` is not closed",
    ),
    (
        "M19",
        "<p data-signals=\"count = 1\"></p>",
        "line 1: <p data-signals=…>: `count` is no signal: write `$count`, or `window.count` for a variable of the page",
    ),
    (
        "M27",
        "<!doctype html><form><button data-on:click=\"@post('/x')\">Go</button></form>",
        "line 1: <button data-on:click=…>: the click also submits the form, and the browser loads the page anew: write `type=\"button\"`, or handle `data-on:submit` on the form",
    ),
    (
        "M27",
        "<form data-on:submit=\"@post('/x', {contentType: 'form'})\"><input type=\"file\" name=\"f\"></form>",
        "line 1: <form data-on:submit=…>: of the file in this form only the name is sent: write `enctype=\"multipart/form-data\"` on the `form`",
    ),
    (
        "M27",
        "<form method=\"post\" action=\"/x\"><input type=\"file\" name=\"f\"></form>",
        "line 1: <form>: of the file in this form only the name is sent: write `enctype=\"multipart/form-data\"`",
    ),
    (
        "M27",
        "<!doctype html><button data-on:click=\"@post('/x', {contentType: 'form'})\">Go</button>",
        "line 1: <button data-on:click=…>: with `contentType: 'form'` the form around the element is sent, and here is none: name one by `selector`, or write a `form` around it",
    ),
    (
        "M28",
        "<div data-bind=\"name\"></div>",
        "line 1: <div data-bind=…>: `data-bind` is for form controls and custom elements, and `div` is none; to bind a property of it, add `__prop.name`",
    ),
    (
        "M29",
        "<div data-init=\"@get('/x')\" data-indicator=\"_busy\"></div>",
        "line 1: <div data-indicator=…>: an indicator does not see a request that begins before it: write it before `data-init`",
    ),
    (
        "M30",
        "<p hidden data-show=\"$open\"></p>",
        "line 1: <p data-show=…>: the element stays hidden by `hidden`, whatever `data-show` says: write `style=\"display: none\"` instead of `hidden`",
    ),
    (
        "M31",
        "<dialog data-show=\"$open\">Sure?</dialog>",
        "line 1: <dialog data-show=…>: a `dialog` stays hidden until it is open: write `data-attr:open`, or `data-effect=\"$open ? el.showModal() : el.close()\"`",
    ),
    (
        "M32",
        "<p data-on-intersect></p>",
        "line 1: <p data-on-intersect>: `data-on-intersect` needs a value, such as `data-on-intersect=\"$count++\"`",
    ),
    (
        "M35",
        "<button hx-get=\"/x\">Go</button>",
        "line 1: <button hx-get=…>: `hx-get` is an attribute of htmx, and does nothing with Datastar alone; write `data-on:click=\"@get('/path')\"`",
    ),
    (
        "M37",
        "<script src=\"/datastar.js\"></script>",
        "line 1: <script>: the client is a module, which does not run as a plain script: write `<script type=\"module\" src=\"/datastar.js\">`",
    ),
    (
        "M38",
        "<p data-nonce=\"abc\"></p>",
        "line 1: <p data-nonce=…>: `data-nonce` is read from `html` alone; write it there",
    ),
    (
        "M39",
        "<p data-signals:fooBar=\"1\"></p>",
        "line 1: <p data-signals:fooBar=…>: HTML lower-cases names, so the key `fooBar` loses its capitals; write `data-signals:foo-bar`",
    ),
    (
        "M41",
        "<p className=\"a\"></p>",
        "line 1: <p className=…>: this is the name that scripts use; in HTML the attribute is called `class`",
    ),
    (
        "M42",
        "<p data-on-load=\"f()\"></p>",
        "line 1: <p data-on-load=…>: `data-on-load` is now called `data-init`",
    ),
    (
        "M42",
        "<script type=\"module\" src=\"/datastar@1.0.0-RC.5/bundles/datastar.js\"></script>",
        "line 1: <script>: this is Datastar 1.0.0-RC.5, and the rules here are those of 1.0.4: other versions read some attributes otherwise",
    ),
    (
        "M44",
        "<main data-init=\"@get('/x', {retry: 'always'})\">\n<button data-on:click=\"@get('/x')\">Again</button></main>",
        "line 1: <main data-init=…>: `@get('/x')` of `<button data-on:click>` in line 2 ends this stream, because a new request ends a running one of the same method and address; add `requestCancellation: 'disabled'` here",
    ),
];

#[test]
fn each_is_found_once() {
    for (number, html, expected) in CASES {
        assert_eq!(lines(html), [*expected], "{number}: {html}");
    }
}

/// M18: what is left of a value that a quote has ended.
#[test]
fn quotes_that_are_not_escaped() {
    let findings = lines("<p data-signals=\"{\"a\": 1}\"></p>");
    assert_eq!(
        findings,
        [
            "line 1: <p data-signals=…>: Datastar cannot run this: `{` is not closed: `{`",
            "line 1: <p a\":>: a quote ends a value: if this belongs to `data-signals`, write its quotes as `&quot;`, or put the value between `'`",
            "line 1: <p 1}\">: a quote ends a value: if this belongs to `data-signals`, write its quotes as `&quot;`, or put the value between `'`",
        ]
    );
}

/// M34: the free client knows nothing of Pro.
#[cfg(not(feature = "pro"))]
#[test]
fn attributes_of_pro() {
    assert!(lines("<p data-persist></p>")[0].contains("enable the feature `pro`"));
}

/// N27 and the rest: what is wrong beside the list.
#[test]
fn what_else_is_wrong() {
    for (html, expected) in [
        (
            "<p data-class:w-1/2=\"$a\"></p>",
            vec![
                "line 1: <p data-class:w-1>: `data-class` needs a value, such as `data-class:w-1=\"$count\"`",
                "line 1: <p data-class:w-1/2=…>: a `/` ends the name of an attribute: write `data-class=\"{'w-1/2': …}\"`",
            ],
        ),
        (
            "<p id=\"a\"></p>\n<p id=\"a\"></p>",
            vec![
                "line 2: <p id=…>: line 1 has an element with the id `a`, too, so a patch never reaches this one: an id is there once",
            ],
        ),
        (
            "<p data-text=\"$a\"\n  data-text=\"$b\"></p>",
            vec![
                "line 2: <p data-text=…>: `data-text` is here twice, and browsers drop the second: write one",
            ],
        ),
        (
            "<p data-on-signal-patch-filter=\"{include: /a/}\"></p>",
            vec![
                "line 1: <p data-on-signal-patch-filter=…>: a filter does nothing alone: write `data-on-signal-patch` on the same element",
            ],
        ),
    ] {
        assert_eq!(lines(html), expected, "{html}");
    }
}

#[test]
fn what_may_be_meant_is_advice() {
    let page = "<p hx-get=\"/x\" x-data=\"{}\" @click=\"f()\" :title=\"a\" data-sortable__inside data-ref-id=\"7\"></p>";
    let findings = check_page(page);
    assert_eq!(findings.len(), 6);
    assert!(findings.iter().all(starmark::testing::Finding::is_advice));
    let loaded = "<script src=\"/htmx.min.js\"></script><p hx-get=\"/x\"></p>";
    assert_eq!(lines(loaded), [""; 0]);
}
