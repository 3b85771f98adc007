//! Controls and forms.

use axum::http::HeaderMap;
use axum::routing::{get, post};
use serde_json::json;
use starmark::prelude::*;
use starmark::sse::Patch;
use starmark::testing::Page;

use super::open;

const CONTROLS: &str = r#"<main data-signals="{list: ['', ''], flag: true, text: ''}">
<input id=name data-bind:first-name value=Ada>
<input id=age type=number data-bind=age value=36>
<input id=text type=number data-bind=text value=1>
<input id=on type=checkbox data-bind=on checked>
<input id=flag type=checkbox data-bind=flag value=x>
<input class=many type=checkbox data-bind=list value=a><input class=many type=checkbox data-bind=list value=b checked>
<input id=r1 name=r type=radio data-bind=radio value=1><input id=r2 name=r type=radio data-bind=radio value=2 checked>
<select id=select data-bind=choice><option value=a>A<option selected>B</select>
<textarea id=area data-bind=area>
long</textarea>"#;

#[tokio::test]
async fn controls_make_signals_and_follow_them() {
    let mut page = open([("/", get(async || PreEscaped(CONTROLS)))]).await;
    assert_eq!(
        page.signals(),
        &json!({
            "list": ["", ""], "flag": true, "text": "", "firstName": "Ada", "age": 36, "on": true, "radio": "2",
            "choice": "B", "area": "long",
        })
    );
    assert_eq!(page.value("#text"), "");
    assert!(page.is_checked("#flag"));

    page.input("#name", "Eve").await.unwrap();
    page.input("#age", "7").await.unwrap();
    page.input("#select", "a").await.unwrap();
    page.check("#on", false).await.unwrap();
    page.check("#flag", false).await.unwrap();
    page.check(".many:last-of-type", true).await.unwrap_err();
    page.click("#r1").await.unwrap();
    page.check(".many", true).await.unwrap();
    assert_eq!(
        page.signals(),
        &json!({
            "list": ["a", ""], "flag": false, "text": "", "firstName": "Eve", "age": 7, "on": false, "radio": "1",
            "choice": "a", "area": "long",
        })
    );
    page.set("firstName", "Bob");
    page.set("radio", "2");
    assert_eq!(page.value("#name"), "Bob");
    assert!(page.is_checked("#r2") && !page.is_checked("#r1"));
}

async fn echo(headers: HeaderMap, body: String) -> Patch {
    let kind = headers["content-type"].to_str().expect("text").to_owned();
    let told = std::collections::BTreeMap::from([("body", body), ("kind", kind)]);
    Patch::new().signals(&told).expect("signals")
}

async fn form(attributes: &str) -> Page {
    let page = format!(
        r#"<form {attributes} data-on:submit="@post('/send', {{contentType: 'form'}})"><input name=a value="1 2">
        <input name=b type=checkbox><input name=c type=checkbox checked><input name=d disabled value=x>
        <select name=e><option>f</select><button name=go value=yes>Send</button><button id=other name=no>No</button></form>"#
    );
    open([
        ("/", get(async move || PreEscaped(page))),
        ("/send", post(echo)),
    ])
    .await
}

#[tokio::test]
async fn forms_send_their_fields() {
    let mut page = form("id=f").await;
    page.input("[name=a]", "x&y").await.unwrap();
    page.click("button").await.unwrap();
    assert_eq!(page.signal("body"), "a=x%26y&c=on&e=f&go=yes");
    page.submit("#f").await.unwrap();
    assert_eq!(page.signal("body"), "a=x%26y&c=on&e=f");
    assert_eq!(page.signal("kind"), "application/x-www-form-urlencoded");
}

#[tokio::test]
async fn forms_with_parts_send_parts() {
    let mut page = form("enctype=multipart/form-data").await;
    page.submit("form").await.unwrap();
    assert_eq!(
        page.signal("kind"),
        "multipart/form-data; boundary=starmark"
    );
    let body = page.signal("body");
    assert!(
        body.as_str()
            .unwrap()
            .contains("name=\"a\"\r\n\r\n1 2\r\n--starmark\r\n"),
        "{body}"
    );
}

#[tokio::test]
async fn what_the_server_writes_into_a_control_counts() {
    let index = get(
        async || html! { input #a data-bind="a" value="old"; input #b data-bind="b" value="old"; },
    );
    let change = post(async || {
        Patch::new()
            .elements(html! { input #a data-bind="a" value="new"; })
            .elements(html! { input #b data-bind="b" value="old"; })
    });
    let mut page = open([("/", index), ("/x", change)]).await;
    page.input("#a", "typed").await.unwrap();
    page.input("#b", "typed").await.unwrap();
    page.send(starmark::post("/x")).await.unwrap();
    assert_eq!(page.signals(), &json!({"a": "new", "b": "typed"}));
    assert_eq!(
        (page.value("#a").as_str(), page.value("#b").as_str()),
        ("new", "typed")
    );
}
