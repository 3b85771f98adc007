//! Pages, events and routes of an application against each other.

use starmark::testing::{Finding, Site};

const BOARD: &str = r#"<!doctype html>
<body data-signals="{query: '', ui: {open: false}}">
  <main id="board" data-init="@get('/board/stream')">
    <input data-bind="query" data-on:input__debounce.200ms="@get('/board')">
    <button data-on:click="@post('/cards/7/move?to=done')" data-class:open="$ui.open">Done</button>
    <a href="/about#top">About</a>
  </main>
</body>"#;

fn board() -> Site {
    Site::new()
        .page("/board", BOARD)
        .route("GET", "/board")
        .route("get", "/board/stream")
        .route("POST", "/cards/{id}/move")
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_site_that_fits_together() {
    let site = board()
        .fragment("<main id=\"board\"><p id=\"late\" data-text=\"$query\"></p></main>")
        .fragment("<p id=\"late\"></p>")
        .fragment_at("#board", "<p data-show=\"$ui.open\"></p>")
        .fragment("<title>New</title>".replace("title", "body").as_str())
        .target("main > a")
        .route("GET", "/about")
        .links();
    assert_eq!(lines(&site.check()), [""; 0]);
}

/// M21, M22 and M23.
#[test]
fn targets_that_exist_nowhere() {
    let findings = board()
        .target("#bored")
        .target("main >")
        .target(" ")
        .target("main:state(new)")
        .fragment("<header id=\"bored\"></header>\n<p>Two</p>")
        .check();
    assert_eq!(
        lines(&findings),
        [
            "fragment 1, line 1: <header id=…>: no page has the id `bored`, so the client drops this element: send it with the selector of its new place",
            "fragment 1, line 2: <p>: the element has no id, so the client drops it: give it one, or send it with a selector",
            "target 2, line 1: main >: this is no selector of CSS, so the client throws",
            "target 3, line 1:  : a selector cannot be empty: name an element, as in `#board`",
        ]
    );
    let findings = board().target("#bored").check();
    assert_eq!(
        lines(&findings),
        [
            "target 1, line 1: #bored: no page has an element for this selector, so the client drops what is sent to it"
        ]
    );
}

/// M13 and M14.
#[test]
fn requests_that_nothing_answers() {
    let page = r#"<!doctype html>
<p data-on:click="@post('/board')"></p>
<p data-on:click="@get('/card/7/move')"></p>
<p data-on:click="@put('/cards/7/move', {contentType: 'json'})"></p>
<p data-on:click="@get('/cards/' + el.dataset.id + '/mvoe')"></p>
<p data-on:click="@get('relative')"></p>
<form action="/baord"></form>
<form action="/board" method="post"></form>
<form action="/nowhere" method="dialog"></form>"#;
    let expected = [
        "/x, line 2: <p data-on:click=…>: `/board` takes GET, not POST: write `@get('/board')`",
        "/x, line 3: <p data-on:click=…>: there is no route `/card/7/move`",
        "/x, line 4: <p data-on:click=…>: `/cards/7/move` takes POST, not PUT: write `@post('/cards/7/move')`",
    ];
    let site = board().page("/x", page);
    assert_eq!(lines(&site.check()), expected);
    let links = [
        "/board, line 6: <a href=…>: there is no route `/about`",
        expected[0],
        expected[1],
        expected[2],
        "/x, line 7: <form action=…>: there is no route `/baord`; did you mean `/board`?",
        "/x, line 8: <form action=…>: `/board` takes GET, not POST",
    ];
    assert_eq!(lines(&site.links().check()), links);
    assert_eq!(Site::new().page("/x", page).links().check(), []);
}

#[test]
fn routes_that_axum_refuses() {
    let findings = Site::new()
        .route("GET", "tickets")
        .route("GET", "/tickets/{id}")
        .route("POST", "/tickets/{id}")
        .route("ANY", "/tickets/{name}")
        .check();
    assert_eq!(
        lines(&findings),
        [
            "routes, line 1: GET tickets: a path begins with a slash: write `/tickets`",
            "routes, line 1: ANY /tickets/{name}: axum refuses this path: Insertion failed due to conflict with previously registered route: /tickets/{id}",
        ]
    );
}

/// M15, on several pages.
#[test]
fn signals_of_one_page_are_none_of_another() {
    let other = "<!doctype html><p data-text=\"$query\"></p>";
    let findings = board().page("/other", other).check();
    assert_eq!(
        lines(&findings),
        [
            "/other, line 1: <p data-text=…>: no signal `query` is declared on this page: declare it, as in `data-signals=\"{query: ''}\"`"
        ]
    );
    assert_eq!(board().page("/other", other).signals(["query"]).check(), []);
    let patched = board().page("/other", other).events(
        "GET /stream",
        "event: datastar-patch-signals\ndata: signals {\"query\":\ndata: signals \"\"}\n\n",
    );
    assert_eq!(patched.check(), []);
}

#[test]
fn an_event_that_the_client_refuses_is_told() {
    let body = "event: datastar-patch-elements\ndata: mode inside\ndata: elements <p id=a>\n\n";
    assert_eq!(
        lines(&board().events("POST /x", body).check()),
        [
            "POST /x, event 1, line 1: datastar-patch-elements: the client throws: PatchElementsInvalidMode: there is no mode `inside`"
        ]
    );
}

#[test]
fn events_are_fragments_and_targets() {
    let body = ": hello\r\nevent: datastar-patch-elements\r\ndata: selector #borad\r\ndata: mode append\r\ndata: elements <p>\r\ndata: elements  <b data-txet=\"$query\"></b>\r\n\r\n\
        event: datastar-patch-elements\ndata: mode remove\ndata: selector #board\n\n\
        event: datastar-patch-elements\ndata: elements <i></i>\n\nevent: other\ndata: x\n\n";
    assert_eq!(
        lines(&board().events("GET /board/stream", body).check()),
        [
            "GET /board/stream, event 1, line 2: <b data-txet=…>: there is no Datastar attribute `data-txet`; did you mean `data-text`?",
            "GET /board/stream, event 3, line 1: <i>: the element has no id, so the client drops it: give it one, or send it with a selector",
            "GET /board/stream, event 1, line 1: #borad: no page has an element for this selector, so the client drops what is sent to it",
        ]
    );
}
