//! Pages that follow streams: a list that is changed from elsewhere.

use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use starmark::prelude::*;
use starmark::sse::{Patch, PatchElements, Sse};
use starmark::testing::{Client, Page};
use tokio::sync::watch;

fn list(items: &[String]) -> Markup {
    html! { ul #list { @for item in items { li { (item) } } } }
}

async fn index() -> Markup {
    html! {
        main data-init=(starmark::get("/list")) {
            (list(&[]))
            form data-on:submit=(starmark::post("/add")) { input #draft data-bind="draft"; button { "Add" } }
        }
    }
}

/// A list that everybody sees.
fn app() -> Router {
    let (sender, receiver) = watch::channel(Vec::<String>::new());
    let show = |items: Vec<String>| PatchElements::new(list(&items));
    let follow = async move || Sse::watch(receiver.clone(), show);
    let add = async move |Signals(page): Signals<serde_json::Value>| {
        let draft = page["draft"].as_str().unwrap_or_default().to_owned();
        sender.send_modify(|items| items.push(draft));
        Patch::new().signals(std::collections::BTreeMap::from([("draft", "")]))
    };
    Router::new()
        .route("/", get(index))
        .route("/list", get(follow))
        .route("/add", post(add))
}

#[tokio::test]
async fn a_page_follows_what_another_does() {
    let app = app();
    let mut one = Page::open(&Client::new(app.clone()), "/").await.unwrap();
    let mut other = Page::open(&Client::new(app), "/").await.unwrap();
    for item in ["milk", "tea"] {
        one.input("#draft", item).await.unwrap();
        one.click("button").await.unwrap();
        assert_eq!(one.value("#draft"), "");
        other
            .follow(|page| page.text("#list").ends_with(item))
            .await
            .unwrap();
    }
    assert_eq!(other.count("#list li"), 2);
    one.follow(|page| page.count("#list li") == 2)
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn what_does_not_come_is_an_error_with_the_page() {
    let browser = Client::new(app()).patience(Duration::from_millis(200));
    let mut page = Page::open(&browser, "/").await.unwrap();
    let error = page
        .follow(|page| page.count("li") == 1)
        .await
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("what was waited for has not come within 200ms, on /\n<html>"),
        "{error}"
    );
    assert!(error.contains("    <ul id=\"list\"></ul>"), "{error}");
    let error = page
        .send(starmark::get("/list"))
        .await
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("`page.start(…)` opens one that goes on"),
        "{error}"
    );
}

#[tokio::test]
async fn a_stream_that_ends_is_said() {
    let tick = async || Patch::new().elements(html! { p #n { "1" } });
    let app = Router::new()
        .route("/", get(async || html! { p #n {} }))
        .route("/tick", get(tick));
    let mut page = Page::open(&Client::new(app), "/").await.unwrap();
    let error = page.follow(|_| false).await.unwrap_err().to_string();
    assert!(error.starts_with("the page has no stream"), "{error}");
    page.start(starmark::get("/tick")).await.unwrap();
    page.follow(|page| page.text("#n") == "1").await.unwrap();
    let error = page.follow(|_| false).await.unwrap_err().to_string();
    assert!(
        error.contains("all streams have ended (GET /tick has ended)"),
        "{error}"
    );
}
