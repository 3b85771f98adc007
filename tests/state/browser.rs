//! States that the browser keeps.

use axum::Router;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::{Current, States};

use super::app::{Browser, signals};

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[state(local_storage)]
struct Draft {
    title: String,
    words: u32,
}

#[events]
impl Draft {
    #[event]
    fn count(&mut self) {
        self.words = u32::try_from(self.title.split_whitespace().count()).unwrap_or(u32::MAX);
    }
}

fn app() -> Router {
    let page = async |draft: Current<Draft>| html! { (draft) };
    let change = async |mut draft: Current<Draft>| {
        let changed = draft.update(|draft| draft.words = 1).await;
        changed.map(|()| "changed")
    };
    Router::new()
        .route("/", get(page))
        .route("/change", get(change))
        .layer(States::new().state::<Draft>())
}

#[tokio::test]
async fn the_page_brings_it_along() {
    let browser = Browser::new(&app());
    let count = browser
        .post("/state/Draft/count", r#"{"title":"two words","words":0}"#)
        .await;
    assert_eq!(signals(&count.text), r#"{"words":2}"#);
    let count = browser
        .post("/state/Draft/count", r#"{"title":"one","words":1}"#)
        .await;
    assert_eq!(count.status, 204);
    let count = browser
        .post("/state/Draft/count", r#"{"title":1,"words":1}"#)
        .await;
    assert_eq!(count.status, 422);
}

#[tokio::test]
async fn the_server_cannot_change_it_unasked() {
    let answer = Browser::new(&app()).get("/change").await;
    assert_eq!(
        (answer.status.as_u16(), answer.text.as_str()),
        (500, "this state is kept by the browser")
    );
}

#[tokio::test]
async fn its_key_is_the_same_for_as_long_as_the_browser_keeps_it() {
    // Sessions end: with the server's key, when somebody signs in, after a month.
    let (before, after) = (app(), app());
    let pages = [Browser::new(&before), Browser::new(&after)].map(async |browser| {
        let page = browser.get("/").await.text;
        assert_eq!(browser.cookie(), None);
        page
    });
    let [before, after] = pages;
    let (before, after) = (before.await, after.await);
    assert!(
        before.contains("localStorage.getItem(\"Draft\")"),
        "{before}"
    );
    assert_eq!(before, after);
}
