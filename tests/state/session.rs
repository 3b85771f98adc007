//! Who asks.

use axum::Router;
use axum::extract::Path;
use axum::http::{Request, StatusCode, header};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::{Current, Session, SessionKey, States};

use super::app::{Browser, signals};

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
struct Cart {
    items: Vec<String>,
}

#[events]
impl Cart {
    #[event]
    fn add(&mut self, item: String) {
        self.items.push(item);
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[state(user)]
struct Profile {
    visits: u32,
}

#[events]
impl Profile {
    #[event]
    fn visit(&mut self) {
        self.visits += 1;
    }
}

fn states() -> States {
    States::new().state::<Cart>().state::<Profile>()
}

fn app(states: States) -> Router {
    let sign_in = async |session: Session, Path(user): Path<String>| session.sign_in(user);
    let profile = async |profile: Option<Current<Profile>>| match profile {
        Some(profile) => profile.visits.to_string(),
        None => "nobody".to_owned(),
    };
    Router::new()
        .route("/", get(async |cart: Current<Cart>| cart.items.join(",")))
        .route("/public", get(async || "public"))
        .route("/in/{user}", post(sign_in))
        .route("/out", post(async |session: Session| session.sign_out()))
        .route("/profile", get(profile))
        .layer(states)
}

#[tokio::test]
async fn a_session_sees_its_own_only() {
    let app = app(states());
    let (ada, bob) = (Browser::new(&app), Browser::new(&app));
    ada.post("/state/Cart/add?item=apple", "{}").await;
    bob.post("/state/Cart/add?item=bread", "{}").await;
    assert_eq!(ada.get("/").await.text, "apple");
    assert_eq!(bob.get("/").await.text, "bread");
    assert_ne!(ada.cookie(), bob.cookie());
    assert_eq!(Browser::new(&app).get("/").await.text, "");
}

#[tokio::test]
async fn who_needs_no_session_gets_no_cookie() {
    let app = app(states());
    let browser = Browser::new(&app);
    browser.get("/public").await;
    assert_eq!(browser.cookie(), None);
    browser.get("/").await;
    let cookie = browser.cookie();
    assert!(cookie.is_some());
    browser.get("/").await;
    assert_eq!(browser.cookie(), cookie);
}

#[tokio::test]
async fn a_forged_cookie_is_a_stranger() {
    let app = app(states());
    let ada = Browser::new(&app);
    ada.post("/in/ada", "{}").await;
    ada.post("/state/Profile/visit", "{}").await;
    let cookie = ada.cookie().expect("a cookie");
    let (name, value) = cookie.split_once('=').expect("a value");
    let others = [
        // Somebody else's name under the same signature.
        value.replace("ada", "bob"),
        format!(
            "{}{}",
            if value.starts_with('A') { 'B' } else { 'A' },
            &value[1..]
        ),
        value[..value.len() - 1].to_owned(),
        format!("{value}x"),
        "x".repeat(5000),
        "%22%00".to_owned(),
        String::new(),
    ];
    for value in others {
        let mallory = Browser::new(&app);
        mallory.set_cookie(&format!("{name}={value}"));
        assert_eq!(mallory.get("/profile").await.text, "nobody", "{value}");
        assert_eq!(mallory.post("/state/Profile/visit", "{}").await.status, 401);
    }
    // Another server's, with another key.
    let other = Browser::new(&self::app(states()));
    other.set_cookie(&cookie);
    assert_eq!(other.get("/profile").await.text, "nobody");
    assert_eq!(ada.get("/profile").await.text, "1");
}

#[tokio::test]
async fn a_user_is_the_same_everywhere() {
    let app = app(states());
    let (phone, laptop) = (Browser::new(&app), Browser::new(&app));
    assert_eq!(
        phone.post("/state/Profile/visit", "{}").await.status,
        StatusCode::UNAUTHORIZED
    );
    for browser in [&phone, &laptop] {
        browser.post("/in/a%2F..%2Fb", "{}").await;
    }
    let mut page = laptop.follow("/state/Profile").await;
    assert_eq!(page.next().await, r#"{"visits":0}"#);
    let visit = phone.post("/state/Profile/visit", "{}").await;
    assert_eq!(signals(&visit.text), r#"{"visits":1}"#);
    assert_eq!(page.next().await, r#"{"visits":1}"#);
    phone.post("/out", "{}").await;
    assert_eq!(phone.get("/profile").await.text, "nobody");
    assert_eq!(laptop.get("/profile").await.text, "1");
}

#[tokio::test]
async fn who_knew_the_session_before_knows_nothing_after() {
    let app = app(states());
    let victim = Browser::new(&app);
    victim.get("/").await;
    let planted = victim.cookie().expect("a cookie");
    victim.post("/in/ada", "{}").await;
    victim.post("/state/Cart/add?item=secret", "{}").await;
    let attacker = Browser::new(&app);
    attacker.set_cookie(&planted);
    assert_eq!(attacker.get("/").await.text, "");
    assert_eq!(attacker.get("/profile").await.text, "nobody");
}

#[tokio::test]
async fn a_key_outlives_the_process() {
    let key = SessionKey::new([7; 32]).expect("32 bytes");
    let first = Browser::new(&app(states().key(key.clone())));
    first.post("/in/ada", "{}").await;
    let second = Browser::new(&app(states().key(key)));
    second.set_cookie(&first.cookie().expect("a cookie"));
    assert_eq!(second.get("/profile").await.text, "0");
}

#[tokio::test]
async fn over_tls_the_cookie_belongs_to_the_host() {
    let browser = Browser::new(&app(states().secure()));
    let request = Request::get("/").body(axum::body::Body::empty());
    let response = browser.send(request.expect("a request")).await;
    let set = response.headers()[header::SET_COOKIE]
        .to_str()
        .expect("ASCII");
    assert!(set.starts_with("__Host-session="), "{set}");
    assert!(set.contains("; Secure"), "{set}");
    assert!(!set.contains("Domain"), "{set}");
}

#[tokio::test]
async fn without_the_layer_the_handler_says_so() {
    let app = Router::new().route(
        "/",
        get(async |cart: Current<Cart>| cart.items.len().to_string()),
    );
    let answer = Browser::new(&app).get("/").await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.text, "the router lacks the layer `States`");
}
