//! Pages that follow a state.

use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use starmark::live::Live;
use starmark::prelude::*;
use starmark::sse::Sse;
use starmark::state::{Current, Place, States};

use super::app::{Browser, signals};

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[state(global)]
struct Shared {
    count: i64,
    #[signals(skip)]
    secret: String,
}

#[events]
impl Shared {
    #[event]
    fn increment(&mut self) {
        self.count += 1;
    }

    #[event]
    fn hide(&mut self, secret: String) {
        self.secret = secret;
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace)]
struct Own {
    #[state(adopt)]
    name: String,
    count: i64,
}

#[events]
impl Own {
    #[event]
    fn increment(&mut self) {
        self.count += 1;
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[state(record)]
struct Ticket {
    votes: u32,
}

#[events]
impl Ticket {
    #[event]
    fn vote(&mut self) {
        self.votes += 1;
    }
}

fn app() -> Router {
    let page = async |shared: Current<Shared>, own: Current<Own>| html! { (shared) (own) };
    let ticket = async |states: States, Path(id): Path<String>| {
        let ticket: Current<Ticket> = states.record(id).await?;
        let vote = ticket.events().vote();
        Ok::<_, starmark::state::StateError>(html! { (ticket) button data-on:click=(vote) {} })
    };
    let region = async |shared: Current<Shared>| {
        Sse::new(Live::new().state(&shared, |shared| html! { p #secret { (shared.secret) } }))
    };
    let reset = async |mut shared: Current<Shared>| shared.reset().await.map(|()| "reset");
    Router::new()
        .route("/", get(page))
        .route("/ticket/{id}", get(ticket))
        .route("/region", get(region))
        .route("/reset", post(reset))
        .layer(
            States::new()
                .state::<Shared>()
                .state::<Own>()
                .state::<Ticket>(),
        )
}

#[tokio::test]
async fn an_element_declares_and_follows() {
    let browser = Browser::new(&app());
    let page = browser.get("/").await.text;
    for (signals, address) in [
        (r#"{"count":0,"starmark":{"Shared":true}}"#, "/state/Shared"),
        (
            r#"{"Own":{"name":"","count":0},"starmark":{"Own":true}}"#,
            "/state/Own",
        ),
    ] {
        let element = format!(
            "<div hidden data-signals='{signals}' data-ignore-morph data-init=\"@get('{address}', {{retry: 'always', "
        );
        assert!(page.contains(&element), "{page}");
    }
    browser.post("/state/Shared/increment", "{}").await;
    let page = browser.get("/").await.text;
    assert!(
        page.contains(
            "data-signals='{\"count\":1,\"starmark\":{\"Shared\":true}}' data-ignore-morph data-init=\"@get('/state/Shared?since="
        ),
        "{page}"
    );
}

#[tokio::test]
async fn all_pages_of_a_scope_are_told() {
    let app = app();
    let (ada, bob) = (Browser::new(&app), Browser::new(&app));
    ada.get("/").await;
    bob.get("/").await;
    let mut pages = [
        ada.follow("/state/Shared").await,
        bob.follow("/state/Shared").await,
    ];
    let mut own = ada.follow("/state/Own").await;
    let mut others = bob.follow("/state/Own").await;
    for page in &mut pages {
        assert_eq!(page.next().await, r#"{"count":0}"#);
    }
    for page in [&mut own, &mut others] {
        assert_eq!(page.next().await, r#"{"Own":{"count":0,"name":""}}"#);
    }
    for n in 1..4 {
        let answer = ada.post("/state/Shared/increment", "{}").await;
        assert_eq!(signals(&answer.text), format!("{{\"count\":{n}}}"));
        for page in &mut pages {
            assert_eq!(page.next().await, format!("{{\"count\":{n}}}"));
        }
    }
    ada.post("/state/Own/increment", "{}").await;
    assert_eq!(own.next().await, r#"{"Own":{"count":1}}"#);
    assert!(others.is_silent().await);
}

#[tokio::test]
async fn a_page_that_has_it_is_sent_nothing() {
    let browser = Browser::new(&app());
    browser.post("/state/Shared/increment", "{}").await;
    let page = browser.get("/").await.text;
    let (_, since) = page.split_once("since=").expect("a version");
    let since: String = since.chars().take_while(char::is_ascii_digit).collect();
    let mut same = browser
        .follow(&format!("/state/Shared?since={since}"))
        .await;
    let mut older = browser.follow("/state/Shared?since=1").await;
    assert!(same.is_silent().await);
    assert_eq!(older.next().await, r#"{"count":1}"#);
    browser.post("/state/Shared/increment", "{}").await;
    assert_eq!(same.next().await, r#"{"count":2}"#);
    assert_eq!(
        browser.follow("/state/Shared?since=2").await.next().await,
        r#"{"count":2}"#
    );
}

#[tokio::test]
async fn a_secret_is_kept_and_never_sent() {
    let browser = Browser::new(&app());
    let mut page = browser.follow("/state/Shared").await;
    page.next().await;
    let hide = browser.post("/state/Shared/hide?secret=xyzzy", "{}").await;
    assert_eq!(hide.status, 204);
    assert!(page.is_silent().await);
    let increment = browser
        .post("/state/Shared/increment", r#"{"secret":"mine"}"#)
        .await;
    let once = browser.get("/state/Shared?once=true").await;
    let html = browser.get("/").await;
    for text in [increment.text, once.text, html.text, page.next().await] {
        assert!(
            !text.contains("xyzzy") && !text.contains("secret"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_reset_is_a_change() {
    let browser = Browser::new(&app());
    browser.post("/state/Shared/increment", "{}").await;
    let mut page = browser.follow("/state/Shared").await;
    assert_eq!(page.next().await, r#"{"count":1}"#);
    assert_eq!(browser.post("/reset", "{}").await.text, "reset");
    assert_eq!(page.next().await, r#"{"count":0}"#);
    browser.post("/state/Shared/increment", "{}").await;
    assert_eq!(page.next().await, r#"{"count":1}"#);
}

#[tokio::test]
async fn records_are_apart() {
    let browser = Browser::new(&app());
    let page = browser.get("/ticket/a%2Fb%20c").await.text;
    assert!(page.contains("@get('/state/Ticket/a%2Fb%20c'"), "{page}");
    assert!(
        page.contains("@post('/state/Ticket/a%2Fb%20c/vote')"),
        "{page}"
    );
    let vote = browser.post("/state/Ticket/a%2Fb%20c/vote", "{}").await;
    assert_eq!(signals(&vote.text), r#"{"votes":1}"#);
    let other = browser.get("/state/Ticket/a?once=true").await;
    assert_eq!(signals(&other.text), r#"{"votes":0}"#);
    assert_eq!(browser.post("/state/Ticket", "{}").await.status, 404);
    let action = Ticket::events_of("a/b c").vote().to_string();
    assert_eq!(action, "@post('/state/Ticket/a%2Fb%20c/vote')");
    assert!(
        Ticket::events_of("..")
            .vote()
            .to_string()
            .starts_with("console.error(")
    );
}

#[tokio::test]
async fn a_page_may_decide_what_it_may() {
    let browser = Browser::new(&app());
    let adopt = browser
        .post("/state/Own", r#"{"Own":{"name":"Ada","count":1000}}"#)
        .await;
    assert_eq!(adopt.status, 204);
    let once = browser.get("/state/Own?once=true").await;
    assert_eq!(signals(&once.text), r#"{"Own":{"count":0,"name":"Ada"}}"#);
    assert_eq!(browser.post("/state/Own", r#"{"Own":7}"#).await.status, 422);
    assert_eq!(
        Place::<Own>::new().adopt().to_string(),
        "@post('/state/Own')"
    );
}

#[tokio::test]
async fn a_region_shows_what_is_no_signal() {
    let browser = Browser::new(&app());
    let mut page = browser.follow("/region").await;
    assert!(page.text().await.contains(r#"<p id="secret"></p>"#));
    browser.post("/state/Shared/hide?secret=a%3Cb", "{}").await;
    assert!(page.text().await.contains(r#"<p id="secret">a&lt;b</p>"#));
    // It shows the same.
    browser.post("/state/Shared/increment", "{}").await;
    assert!(page.is_silent().await);
    browser.post("/reset", "").await;
    assert!(page.text().await.contains(r#"<p id="secret"></p>"#));
}

/// Two ways have no order: an answer that comes late would show an old value for good.
#[tokio::test]
async fn a_page_that_follows_is_told_by_its_stream_alone() {
    let browser = Browser::new(&app());
    let mut page = browser.follow("/state/Shared").await;
    page.next().await;
    let follows = r#"{"count":0,"starmark":{"Shared":true,"Ticket":"7"}}"#;
    let increment = browser.post("/state/Shared/increment", follows).await;
    assert_eq!(increment.status, 204);
    assert_eq!(page.next().await, r#"{"count":1}"#);
    let vote = browser.post("/state/Ticket/7/vote", follows).await;
    assert_eq!(vote.status, 204);
    // Of another record it knows nothing.
    let vote = browser.post("/state/Ticket/8/vote", follows).await;
    assert_eq!(signals(&vote.text), r#"{"votes":1}"#);
    let page = browser.get("/ticket/7").await.text;
    assert!(page.contains(r#""starmark":{"Ticket":"7"}"#), "{page}");
}
