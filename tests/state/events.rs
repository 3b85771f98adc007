//! What an event does, and what is refused before it does anything.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use starmark::Signal;
use starmark::prelude::*;
use starmark::sse::{Patch, PatchElements, Selector, Sse};
use starmark::state::{App, Current, Session, States};

use super::app::{Browser, signals};

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[state(global)]
struct Counter {
    count: i64,
    label: String,
    tag: Option<String>,
    nested: Nested,
    #[signals(skip)]
    secret: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals)]
struct Nested {
    a: i64,
    b: i64,
}

#[derive(Signals)]
struct Page {
    name: String,
}

/// What the application gives.
#[derive(Clone)]
struct Prices(i64);

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Up,
    Down,
}

#[events]
impl Counter {
    #[event]
    fn increment(&mut self, by: i64) {
        self.count += by;
    }

    /// Up or down.
    #[event(by = 1, direction = Direction::Up)]
    fn step(&mut self, by: i64, direction: Direction) {
        self.count += match direction {
            Direction::Up => by,
            Direction::Down => -by,
        };
    }

    #[event]
    fn label(&mut self, label: String, tag: Option<String>) {
        self.label = label;
        self.tag = tag;
    }

    #[event]
    fn nest(&mut self) {
        self.nested.b += 1;
        self.secret.push_str("hidden");
    }

    #[event]
    fn divide(&mut self, by: i64) -> Result<(), String> {
        self.count = 77;
        self.count = 100_i64.checked_div(by).ok_or("not <by> zero")?;
        Ok(())
    }

    #[event]
    async fn later(&mut self) -> Markup {
        tokio::task::yield_now().await;
        self.count = 5;
        html! { p #later { (self.count) } }
    }

    #[event]
    fn read(&self) -> Patch {
        Patch::new().elements(html! { p #read { (self.secret.len()) } })
    }

    #[event]
    fn greet(&mut self, Signals(page): Signals<Page>, session: &Session) {
        self.label = format!("{} {:?}", page.name, session.user());
    }

    #[event]
    fn progress(mut this: Current<Self>, steps: i64) -> impl starmark::reply::IntoHttp {
        Sse::run(async move |sender| {
            for step in 0..steps {
                this.update(|counter| counter.count += 10)
                    .await
                    .expect("a store");
                let event = PatchElements::new(step).selector(Selector::new("#progress"));
                sender.send(event).await.expect("a page");
            }
        })
        .finish()
    }

    #[event]
    fn charge(&mut self, App(prices): App<Prices>, count: i64) {
        self.count = prices.0 * count;
    }

    #[event]
    fn forgotten(&mut self, App(_): App<String>) {
        self.count = 77;
    }

    #[cfg(any())]
    #[event]
    fn not_there(&mut self) {}

    fn doubled(&self) -> i64 {
        self.count * 2
    }
}

fn app() -> Router {
    let page = async |counter: Current<Counter>| counter.doubled().to_string();
    Router::new()
        .route("/", get(page))
        .layer(States::new().app(Prices(7)).state::<Counter>())
}

#[test]
fn events_are_actions() {
    let events = Counter::events();
    let count: Signal<i64> = Counter::signals().count;
    for (action, code) in [
        (
            events.increment(2),
            "@post('/state/Counter/increment?by=2')",
        ),
        (
            events.increment(count),
            "@post('/state/Counter/increment?by=' + encodeURIComponent($count))",
        ),
        (events.step(), "@post('/state/Counter/step')"),
        (
            events.step_with(3, Direction::Down),
            "@post('/state/Counter/step?by=3&direction=down')",
        ),
        (
            events.label("a&b", None),
            "@post('/state/Counter/label?label=a%26b')",
        ),
        (events.nest(), "@post('/state/Counter/nest')"),
    ] {
        assert_eq!(action.to_string(), code);
    }
}

#[tokio::test]
async fn only_what_changed_is_sent() {
    let browser = Browser::new(&app());
    let by_2 = browser.post("/state/Counter/increment?by=2", "{}").await;
    assert_eq!(signals(&by_2.text), r#"{"count":2}"#);
    let step = browser.post("/state/Counter/step", "{}").await;
    assert_eq!(signals(&step.text), r#"{"count":3}"#);
    let step = browser
        .post("/state/Counter/step?direction=down&by=5", "{}")
        .await;
    assert_eq!(signals(&step.text), r#"{"count":-2}"#);
    let label = browser
        .post("/state/Counter/label?label=%3Cb%3E&tag=x", "{}")
        .await;
    assert_eq!(
        signals(&label.text),
        r#"{"label":"\u003cb\u003e","tag":"x"}"#
    );
    let label = browser
        .post("/state/Counter/label?label=%3Cb%3E", "{}")
        .await;
    assert_eq!(signals(&label.text), r#"{"tag":null}"#);
    let nest = browser.post("/state/Counter/nest", "{}").await;
    assert_eq!(signals(&nest.text), r#"{"nested":{"b":1}}"#);
    let nothing = browser.post("/state/Counter/increment?by=0", "{}").await;
    assert_eq!(
        (nothing.status, nothing.text.as_str()),
        (StatusCode::NO_CONTENT, "")
    );
    assert_eq!(browser.get("/").await.text, "-4");
}

#[tokio::test]
async fn an_error_is_shown_and_nothing_is_saved() {
    let browser = Browser::new(&app());
    let error = browser.post("/state/Counter/divide?by=0", "{}").await;
    assert_eq!(
        signals(&error.text),
        r#"{"_stateError":"not \u003cby\u003e zero"}"#
    );
    assert_eq!(browser.get("/").await.text, "0");
    let fine = browser.post("/state/Counter/divide?by=5", "{}").await;
    assert_eq!(signals(&fine.text), r#"{"count":20}"#);
}

#[tokio::test]
async fn a_view_goes_along() {
    let browser = Browser::new(&app());
    let later = browser.post("/state/Counter/later", "{}").await;
    assert_eq!(
        later.text,
        "event: datastar-patch-signals\ndata: signals {\"count\":5}\n\n\
         event: datastar-patch-elements\ndata: elements <p id=\"later\">5</p>\n\n",
    );
    browser.post("/state/Counter/nest", "{}").await;
    let read = browser.post("/state/Counter/read", "{}").await;
    assert!(
        read.text.ends_with("<p id=\"read\">6</p>\n\n"),
        "{}",
        read.text
    );
}

#[tokio::test]
async fn signals_and_the_session_are_arguments() {
    let browser = Browser::new(&app());
    let greet = browser
        .post("/state/Counter/greet", r#"{"name":"Ada","x":1}"#)
        .await;
    assert_eq!(signals(&greet.text), r#"{"label":"Ada None"}"#);
    let wrong = browser.post("/state/Counter/greet", r#"{"name":7}"#).await;
    assert_eq!(wrong.status, 422);
}

#[tokio::test]
async fn an_event_can_answer_as_it_goes() {
    let browser = Browser::new(&app());
    let mut page = browser.follow("/state/Counter").await;
    page.next().await;
    let progress = browser.post("/state/Counter/progress?steps=3", "{}").await;
    assert_eq!(progress.text.matches("selector #progress").count(), 3);
    assert_eq!(browser.get("/").await.text, "60");
    // The page may have missed some of the states, not the last one.
    while page.next().await != r#"{"count":30}"# {}
}

#[tokio::test]
async fn what_does_not_fit_runs_nothing() {
    let browser = Browser::new(&app());
    let refused = [
        ("increment", 400, "the address lacks `by`"),
        ("increment?by=", 400, "the address has no valid `by`"),
        ("increment?by=x", 400, "the address has no valid `by`"),
        ("increment?by=1.5", 400, "the address has no valid `by`"),
        ("increment?by=1&by=2", 400, "the address has no valid `by`"),
        (
            "increment?by=99999999999999999999",
            400,
            "the address has no valid `by`",
        ),
        (
            "step?by=1&direction=sideways",
            400,
            "the address has no valid `direction`",
        ),
        ("doubled", 404, "there is no such state or event"),
        ("Increment", 404, "there is no such state or event"),
        ("", 404, "there is no such state or event"),
        ("%2e%2e/x", 404, "there is no such state or event"),
        ("increment/x?by=1", 404, "there is no such state or event"),
    ];
    for (event, status, text) in refused {
        let answer = browser.post(&format!("/state/Counter/{event}"), "{}").await;
        assert_eq!(
            (answer.status.as_u16(), answer.text.as_str()),
            (status, text),
            "{event}"
        );
    }
    for path in ["/state/Other", "/state/", "/state/%FF"] {
        assert_eq!(browser.post(path, "{}").await.status, 404, "{path}");
    }
    assert_eq!(
        browser.get("/state/Counter/increment?by=1").await.status,
        405
    );
    let body = browser.post("/state/Counter/increment?by=1", "{").await;
    assert_eq!(body.status, 400);
    assert_eq!(browser.get("/").await.text, "0");
}

#[tokio::test]
async fn only_the_client_can_call() {
    use axum::body::Body;
    use axum::http::Request;

    let browser = Browser::new(&app());
    let path = "/state/Counter/increment?by=1";
    let form = Request::post(path).body(Body::empty()).expect("a request");
    assert_eq!(browser.send(form).await.status(), 403);
    let other = Request::post(path)
        .header("datastar-request", "true")
        .header("content-type", "application/json")
        .header("sec-fetch-site", "cross-site");
    let other = other.body("{}".into()).expect("a request");
    assert_eq!(browser.send(other).await.status(), 403);
    assert_eq!(browser.get("/").await.text, "0");
}

#[tokio::test]
async fn events_are_given_what_they_need_of_the_application() {
    let browser = Browser::new(&app());
    let charge = browser.post("/state/Counter/charge?count=3", "{}").await;
    assert_eq!(signals(&charge.text), r#"{"count":21}"#);
    let forgotten = browser.post("/state/Counter/forgotten", "{}").await;
    assert_eq!(forgotten.status, 500);
    assert!(forgotten.text.contains("`alloc::string::String`"));
    assert_eq!(browser.get("/").await.text, "42");
}

#[test]
#[should_panic(expected = "two types of states have the name `Counter`")]
fn a_name_is_one_state() {
    #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
    #[state(name = "Counter")]
    struct Other {}

    #[events]
    impl Other {}

    let _ = States::new().state::<Counter>().state::<Other>();
}
