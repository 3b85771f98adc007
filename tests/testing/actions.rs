//! Actions: what is sent, and what is refused.

use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::routing::{any, get, post};
use serde_json::json;
use starmark::prelude::*;
use starmark::sse::Patch;
use starmark::testing::Page;

use super::open;

/// Answers with what arrived, as a signal.
async fn echo(method: Method, uri: Uri, headers: HeaderMap, body: String) -> Patch {
    let header = |name: &str| headers.get(name).map(|it| it.to_str().expect("text"));
    let told = json!({"told": {
        "method": method.as_str(), "uri": uri.to_string(), "body": body, "type": header("content-type"),
        "accept": header("accept"), "datastar": header("datastar-request"), "origin": header("origin"), "own": header("x-own"),
    }});
    let told: std::collections::BTreeMap<String, serde_json::Value> =
        serde_json::from_value(told).expect("an object");
    Patch::new().signals(&told).expect("signals")
}

async fn page(body: &'static str) -> Page {
    let index = get(async move || PreEscaped(body));
    open([
        ("/", index),
        ("/echo", any(echo)),
        ("/echo/{id}", any(echo)),
    ])
    .await
}

#[tokio::test]
async fn signals_travel_as_the_client_sends_them() {
    let mut page = page(
        r#"<main data-signals='{"a": 1, "_b": 2, "c": {"d": [1], "_e": 3}}' data-signals:first-name="'Ada'">
        <button id=get data-on:click="@get('/echo?x=1 2&datastar=old')"></button>
        <button id=post data-on:click="$a = 5; @post('/echo', {headers: {'X-Own': 'yes'}})"></button>
        <button id=some data-on:click="@put('/echo', {filterSignals: {include: '^c', exclude: '(?!)'}})"></button>
        <button id=payload data-on:click="@patch('/echo', {payload: {x: $firstName}})"></button>"#,
    )
    .await;
    page.click("#get").await.unwrap();
    assert_eq!(page.signal("told.method"), "GET");
    let uri = page.signal("told.uri");
    let query =
        url::form_urlencoded::parse(uri.as_str().unwrap().split_once('?').unwrap().1.as_bytes());
    let query: Vec<_> = query
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    assert_eq!(
        query,
        [
            "x=1 2",
            r#"datastar={"a":1,"c":{"d":[1]},"firstName":"Ada"}"#
        ]
    );
    assert_eq!(
        page.signal("told.accept"),
        "text/event-stream, text/html, application/json"
    );
    assert_eq!(page.signal("told.datastar"), "true");

    page.set("told", None::<u8>);
    page.click("#post").await.unwrap();
    assert_eq!(
        page.signal("told.body"),
        r#"{"a":5,"c":{"d":[1]},"firstName":"Ada"}"#
    );
    assert_eq!(page.signal("told.type"), "application/json");
    assert_eq!(page.signal("told.origin"), "http://localhost");
    assert_eq!(page.signal("told.own"), "yes");

    page.set("told", None::<u8>);
    page.click("#some").await.unwrap();
    assert_eq!(page.signal("told.body"), r#"{"c":{"_e":3,"d":[1]}}"#);
    page.click("#payload").await.unwrap();
    assert_eq!(page.signal("told.body"), r#"{"x":"Ada"}"#);
}

#[tokio::test]
async fn typed_actions_are_carried_out() {
    let mut page = page("<p data-signals=\"{id: 'a/b', _q: 'x&y'}\">").await;
    page.send(
        delete("/echo")
            .segment(signal!("id"))
            .query("q", signal!("_q")),
    )
    .await
    .unwrap();
    let uri = page.signal("told.uri");
    assert!(
        uri.as_str()
            .unwrap()
            .starts_with("/echo/a%2Fb?q=x%26y&datastar="),
        "{uri}"
    );
    let error = page
        .send(starmark::post("/echo").segment(".."))
        .await
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("complains on the console: starmark: a segment"),
        "{error}"
    );
}

#[tokio::test]
async fn what_needs_a_browser_is_refused() {
    let mut page = page(
        r#"<button id=code data-on:click="if ($a) { @post('/x') }"></button>
        <button id=half data-on:click="$a = 1; alert($a)"></button>
        <button id=all data-on:click="@setAll(1)"></button>
        <button id=other data-on:click="@get('//evil.example/')"></button>
        <p id=deaf>"#,
    )
    .await;
    for (id, words) in [
        ("#code", "a test runs no JavaScript"),
        ("#half", "alert($a)"),
        ("#all", "`@setAll` runs in a browser only"),
        ("#other", "is on another site"),
        ("#deaf", "there is no `data-on:click`"),
        ("#none", "nothing matches `#none`"),
    ] {
        let error = page.click(id).await.unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
    assert_eq!(page.signals(), &json!({}), "half of a refused code has run");
}

#[tokio::test]
async fn refusals_of_the_server_are_errors() {
    let index = get(async || PreEscaped("<button data-on:click=\"@post('/no')\"></button>"));
    let mut page = open([
        ("/", index),
        ("/no", post(async || (StatusCode::CONFLICT, "taken"))),
    ])
    .await;
    let error = page.click("button").await.unwrap_err().to_string();
    assert_eq!(
        error,
        "POST /no: the client applies nothing of a response with the status 409: taken"
    );
}

#[tokio::test]
async fn listeners_around_run_too() {
    let mut page = page(
        r#"<div data-on:click="$outer = 1" data-on:key-up__case.camel="$key = 1"><p data-on:click__stop="$inner = 1"><b id=a></b></p><b id=b></b></div>
        <i data-on:resize__window="$wide = true"></i>"#,
    )
    .await;
    page.click("#a").await.unwrap();
    assert_eq!(page.signals(), &json!({"inner": 1}));
    page.click("#b").await.unwrap();
    page.fire("body", "resize").await.unwrap();
    page.fire("#b", "keyUp").await.unwrap();
    assert_eq!(
        page.signals(),
        &json!({"inner": 1, "outer": 1, "wide": true, "key": 1})
    );
}

#[tokio::test]
async fn redirects_are_recorded_and_followed() {
    use starmark::sse::ExecuteScript;
    let index = get(
        async || html! { button data-on:click=(starmark::post("/in")) { "In" } a href="/home?x=1" { "Home" } },
    );
    let home = get(async || html! { h1 { "Home" } });
    let enter = post(async || ExecuteScript::redirect(path!("/home")));
    let mut page = open([("/", index), ("/home", home), ("/in", enter)]).await;
    page.click("button").await.unwrap();
    assert_eq!(page.redirect(), Some("/home"));
    assert_eq!(page.scripts().len(), 1);
    assert_eq!(page.count("script"), 0);
    page.follow_redirect().await.unwrap();
    assert_eq!(
        (page.text("h1").as_str(), page.address()),
        ("Home", "/home")
    );
}

#[tokio::test]
async fn links_are_followed() {
    let index = get(async || html! { a href="/home?x=1" { "Home" } });
    let mut page = open([
        ("/", index),
        ("/home", get(async || html! { h1 { "Home" } })),
    ])
    .await;
    page.click("a").await.unwrap();
    assert_eq!(
        (page.text("h1").as_str(), page.address()),
        ("Home", "/home?x=1")
    );
}
