//! The browser's side of HTTP.

use std::time::Duration;

use axum::Router;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use starmark::PreEscaped;
use starmark::compression::{Coding, Compression};
use starmark::guard::SameOrigin;
use starmark::sse::{Patch, Selector, Sse};
use starmark::testing::{Client, Message, decode};

#[tokio::test]
async fn commands_pass_the_guard_and_cookies_come_back() {
    let enter = post(async || {
        (
            [(SET_COOKIE, "user=ada; Path=/; HttpOnly")],
            StatusCode::NO_CONTENT,
        )
    });
    let who = get(async |headers: HeaderMap| headers["cookie"].to_str().expect("text").to_owned());
    let app = Router::new()
        .route("/in", enter)
        .route("/who", who)
        .layer(SameOrigin::new());
    let browser = Client::new(app);
    let entered = browser
        .action("POST", "/in", &serde_json::json!({}))
        .await
        .unwrap();
    assert_eq!(entered.status(), StatusCode::NO_CONTENT);
    assert_eq!(
        browser
            .clone()
            .get("/who")
            .await
            .unwrap()
            .text()
            .await
            .unwrap(),
        "user=ada"
    );
    assert_eq!(browser.cookie("user").as_deref(), Some("ada"));
}

#[tokio::test]
async fn each_coding_is_decoded() {
    let long = "text ".repeat(5_000);
    for coding in Coding::ALL {
        let body = long.clone();
        let app = Router::new()
            .route("/", get(async move || PreEscaped(body)))
            .layer(Compression::new());
        let browser = Client::new(app);
        let request = axum::http::Request::get("/").header("accept-encoding", coding.name());
        let request = request.body(axum::body::Body::empty()).expect("a request");
        let response = browser.send(request).await.unwrap();
        assert_eq!(response.header("content-encoding"), Some(coding.name()));
        assert_eq!(response.text().await.unwrap(), long, "{coding:?}");
        let error = decode(coding.name(), b"plain text")
            .unwrap_err()
            .to_string();
        assert!(error.contains("body"), "{error}");
    }
    assert!(
        decode("deflate", b"")
            .unwrap_err()
            .to_string()
            .contains("none of zstd, br and gzip")
    );
}

#[tokio::test(start_paused = true)]
async fn events_arrive_one_by_one() {
    let stream = async || {
        Sse::run(async |sender| {
            let event = Patch::new().remove(Selector::new("#a"));
            let _ = sender
                .send(event.into_iter().next().expect("an event"))
                .await;
            std::future::pending::<()>().await;
        })
    };
    let app = Router::new()
        .route("/", get(stream))
        .layer(Compression::new());
    let browser = Client::new(app).patience(Duration::from_millis(300));
    let mut events = browser.get("/").await.unwrap().events();
    let first = events.next().await.unwrap().expect("an event");
    assert!(matches!(first.message, Message::Elements(_)), "{first}");
    let error = events.next().await.unwrap_err().to_string();
    assert_eq!(error, "GET /: no event arrives within 300ms");
}

#[tokio::test]
async fn what_is_no_page_says_what_it_is() {
    let app = Router::new().route("/x", get(async || (StatusCode::NOT_FOUND, "nothing here")));
    let error = Client::new(app)
        .get("/x")
        .await
        .unwrap()
        .document()
        .await
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "GET /x: the response is no page, but 404 Not Found, of the type text/plain; charset=utf-8: nothing here"
    );
}
