//! Elements and signals of responses, put into a page by the client's rules.

use axum::response::IntoResponse;
use axum::routing::get;
use starmark::prelude::*;
use starmark::testing::{Page, pretty};

use super::open;

/// A page whose one response is these lines of events.
async fn after(page: &'static str, data: &'static str) -> Page {
    let lines = data.trim().lines();
    let body = lines.fold("event: datastar-patch-elements".to_owned(), |body, line| {
        body + "\ndata: " + line.trim()
    });
    let body = body + "\n\n";
    let index = get(async move || PreEscaped(format!("<body>{page}</body>")));
    let mut page = open([
        ("/", index),
        (
            "/x",
            get(async move || ([("content-type", "text/event-stream")], body)),
        ),
    ])
    .await;
    page.send(starmark::get("/x")).await.unwrap();
    page
}

fn body(page: &Page) -> String {
    let printed = page.document().html("body");
    pretty(&printed).replace("\n  ", " ").replace('\n', " ")
}

#[tokio::test]
async fn each_mode_has_its_place() {
    for (data, expected) in [
        (
            "elements <p id=a>1</p>",
            r#"<body> <p id="a">1</p> <p id="b"></p> </body> "#,
        ),
        (
            "selector #a\nelements <i>1</i><i>2</i>",
            r#"<body> <i>1</i> <i>2</i> <p id="b"></p> </body> "#,
        ),
        (
            "selector p\nmode inner\nelements 1",
            r#"<body> <p id="a">1</p> <p id="b">1</p> </body> "#,
        ),
        (
            "selector #a\nmode replace\nelements <i></i>",
            r#"<body> <i></i> <p id="b"></p> </body> "#,
        ),
        (
            "selector body\nmode append\nelements <i></i><b></b>",
            r#"<body> <p id="a"></p> <p id="b"></p> <i></i> <b></b> </body> "#,
        ),
        (
            "selector body\nmode prepend\nelements <i></i><b></b>",
            r#"<body> <i></i> <b></b> <p id="a"></p> <p id="b"></p> </body> "#,
        ),
        (
            "selector #b\nmode before\nelements <i></i><b></b>",
            r#"<body> <p id="a"></p> <i></i> <b></b> <p id="b"></p> </body> "#,
        ),
        (
            "selector #a\nmode after\nelements <i></i><b></b>",
            r#"<body> <p id="a"></p> <i></i> <b></b> <p id="b"></p> </body> "#,
        ),
        (
            "selector #a\nmode remove",
            r#"<body> <p id="b"></p> </body> "#,
        ),
        ("selector #a", r#"<body> <p id="b"></p> </body> "#),
    ] {
        let page = after("<p id=a></p><p id=b></p>", data).await;
        assert_eq!(body(&page), expected, "{data}");
    }
}

#[tokio::test]
async fn parts_that_only_fit_somewhere_are_read() {
    let page = after(
        "<table><tbody id=t></tbody></table>",
        "selector #t\nmode append\nelements <tr><td>1</td></tr>",
    )
    .await;
    assert_eq!(page.text("#t > tr > td"), "1");
    let page = after(
        "<svg id=s></svg>",
        "selector #s\nmode inner\nnamespace svg\nelements <circle/>\nelements <rect/>",
    )
    .await;
    assert_eq!((page.count("#s > circle"), page.count("#s > rect")), (1, 1));
    let page = after("<p>", "elements <body class=new>all</body>").await;
    assert_eq!(page.attribute("body", "class").as_deref(), Some("new"));
    assert_eq!(page.text("body"), "all");
}

#[tokio::test]
async fn what_has_no_place_is_a_warning() {
    let page = after("<p id=a>", "elements <i id=b></i><b></b><p id=a>1</p>").await;
    assert_eq!(page.text("#a"), "1");
    assert_eq!(page.warnings().len(), 2, "{:?}", page.warnings());
}

#[tokio::test]
async fn what_stays_is_not_declared_again() {
    let page = "<main id=m><p id=one data-signals='{a: 1}'></p><p id=two data-signals='{b: 1}'></p></main>";
    let body = r"event: datastar-patch-elements
data: elements <main id=m><p id=two data-signals='{b: 1}'></p><i></i><p id=one data-signals='{a: 2}'></p></main>

";
    let index = get(async move || PreEscaped(page));
    let events = get(async move || ([("content-type", "text/event-stream")], body));
    let mut page = open([("/", index), ("/x", events)]).await;
    page.set("a", 10);
    page.set("b", 10);
    page.send(starmark::get("/x")).await.unwrap();
    assert_eq!(page.signals(), &serde_json::json!({"a": 2, "b": 10}));
    assert_eq!(page.count("#two + i + #one"), 1);
}

#[tokio::test]
async fn attributes_can_be_preserved_and_morphs_ignored() {
    let page = after(
        "<details id=d open class=a></details><p id=p data-ignore-morph>old</p>",
        "elements <details id=d class=b data-preserve-attr=open></details><p id=p data-ignore-morph>new</p>",
    )
    .await;
    assert_eq!(page.attribute("#d", "open").as_deref(), Some(""));
    assert_eq!(page.attribute("#d", "class").as_deref(), Some("b"));
    assert_eq!(page.text("#p"), "old");
}

#[tokio::test]
async fn other_types_of_responses() {
    let index = get(async || html! { p #a data-signals="{n: 1, keep: 1}" data-text="$n" {} });
    let markup = get(async || {
        (
            [("datastar-selector", "#a"), ("datastar-mode", "after")],
            PreEscaped("<i>i</i>"),
        )
            .into_response()
    });
    let json = get(async || {
        (
            [
                ("content-type", "application/json"),
                ("datastar-only-if-missing", "true"),
            ],
            r#"{"n": 2, "m": 3}"#,
        )
    });
    let script = get(async || ([("content-type", "text/javascript")], "alert(1)"));
    let mut page = open([
        ("/", index),
        ("/html", markup),
        ("/json", json),
        ("/js", script),
    ])
    .await;
    for path in ["/html", "/json", "/js"] {
        page.send(format!("@get('{path}')")).await.unwrap();
    }
    assert_eq!(page.text("#a + i"), "i");
    assert_eq!(
        page.signals(),
        &serde_json::json!({"n": 1, "keep": 1, "m": 3})
    );
    assert_eq!(page.text("#a"), "1");
    assert_eq!(page.scripts(), ["alert(1)"]);
}

#[tokio::test]
async fn an_event_that_cannot_be_is_an_error() {
    let index = get(async || PreEscaped("<p>"));
    let body = "event: datastar-patch-elements\ndata: mode inwards\ndata: elements x\n\n";
    let mut page = open([
        ("/", index),
        (
            "/x",
            get(async move || ([("content-type", "text/event-stream")], body)),
        ),
    ])
    .await;
    let error = page
        .send(starmark::get("/x"))
        .await
        .unwrap_err()
        .to_string();
    assert!(error.contains("there is no mode `inwards`"), "{error}");
}
