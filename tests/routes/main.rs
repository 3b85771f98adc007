//! Routes: what a handler gets is what was passed, and whatever does not fit is refused.

mod expressions;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::{IntoResponse, Redirect};
use serde::{Deserialize, Serialize};
use starmark::data::Retry;
use starmark::{Action, Route as _, Signals, route, routes};
use tower::ServiceExt as _;

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Column {
    ToDo,
    Done,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Slug(String);

#[derive(Deserialize, Signals)]
struct Filter {
    query: String,
}

#[derive(Clone)]
struct App {
    name: &'static str,
}

#[route(post "/tickets/{id}/move?{to}")]
async fn move_ticket(
    id: u64,
    State(app): State<App>,
    to: Column,
    Signals(filter): Signals<Filter>,
) -> impl IntoResponse {
    format!("{} {id} {to:?} {}", app.name, filter.query)
}

#[route(get "/echo/{text}/end?q={more}&{page}&{sort}")]
async fn echo(text: String, more: String, page: Option<u32>, sort: Option<Column>) -> String {
    format!("{text}\u{1}{more}\u{1}{page:?}\u{1}{sort:?}")
}

#[route(get "/words/{a}/{b}/{c}/{d}")]
async fn words(a: Slug, b: char, c: bool, d: f64) -> String {
    format!("{a:?} {b:?} {c} {d}")
}

#[route(get "/")]
async fn home(headers: HeaderMap) -> Redirect {
    let _ = headers;
    Redirect::to(echo::path("x/y", "z", 2, None).as_str())
}

#[route(query "/raw/{type}")]
async fn raw(r#type: u8) -> String {
    r#type.to_string()
}

#[route(delete "/raw/{type}")]
async fn remove(r#type: u8) {
    let _ = r#type;
}

/// The changes.
#[route(get "/changes?{filter}", stream,)]
async fn changes(filter: Option<Column>) -> StatusCode {
    let _ = filter;
    StatusCode::NO_CONTENT
}

/// A name that the expansion could have, too.
type S = u8;

#[route(get "/own/{url}/{state}?{reader}&{parts}&{address}&{segments}")]
async fn own(
    url: String,
    state: S,
    reader: S,
    parts: S,
    address: S,
    segments: Option<S>,
    State(app): State<App>,
) -> String {
    format!(
        "{url} {state} {reader} {parts} {address} {segments:?} {}",
        app.name
    )
}

mod nested {
    #[starmark::route(put "/nested/{id}", crate = starmark)]
    pub(super) async fn save(mut id: u8) -> String {
        id += 1;
        id.to_string()
    }
}

fn app() -> Router {
    let nested = routes![nested::save];
    Router::new()
        .merge(routes![
            move_ticket,
            echo,
            words,
            home,
            raw,
            remove,
            changes,
            own
        ])
        .merge(nested)
        .with_state(App { name: "app" })
}

async fn ask(app: Router, method: &str, address: &str, body: &str) -> (u16, String) {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header("datastar-request", "true")
        .header("content-type", "application/json")
        .body(Body::from(body.to_owned()))
        .expect("a request");
    let response = app.oneshot(request).await.expect("a response");
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), 1 << 20)
        .await
        .expect("a body");
    (status, String::from_utf8(body.to_vec()).expect("text"))
}

/// The method and the address of an action whose arguments are values of the server.
fn request<S>(action: &Action<S>) -> (String, String) {
    let printed = action.to_string();
    let parts = printed
        .strip_prefix('@')
        .and_then(|rest| rest.split_once("('"));
    let (method, rest) = parts.expect(&printed);
    let (address, _) = rest.split_once('\'').expect(&printed);
    (method.to_ascii_uppercase(), address.to_owned())
}

#[tokio::test]
async fn arguments_extractors_and_state_arrive() {
    let action = move_ticket::action(7, Column::ToDo);
    assert_eq!(action.to_string(), "@post('/tickets/7/move?to=to-do')");
    let (method, address) = request(&action);
    let reply = ask(app(), &method, &address, "{\"query\":\"q\"}").await;
    assert_eq!(reply, (200, "app 7 ToDo q".to_owned()));
    assert_eq!(
        (move_ticket::METHOD, move_ticket::PATH),
        ("POST", "/tickets/{id}/move")
    );
}

/// A method and an address; the status and the text of the reply.
const REFUSED: [(&str, &str, (u16, &str)); 17] = [
    (
        "POST",
        "/tickets/x/move?to=done",
        (400, "the address has no valid `id`"),
    ),
    (
        "POST",
        "/tickets/-1/move?to=done",
        (400, "the address has no valid `id`"),
    ),
    (
        "POST",
        "/tickets/7/move?to=Done",
        (400, "the address has no valid `to`"),
    ),
    (
        "POST",
        "/tickets/7/move?to=%zz",
        (400, "the address has no valid `to`"),
    ),
    ("POST", "/tickets/7/move", (400, "the address lacks `to`")),
    (
        "POST",
        "/tickets/7/move?to=done&to=done",
        (400, "the address has no valid `to`"),
    ),
    (
        "POST",
        "/tickets/7/move?to=done",
        (400, "the signals are not valid JSON"),
    ),
    ("GET", "/tickets/7/move?to=done", (405, "")),
    ("GET", "/echo/a/end", (400, "the address lacks `q`")),
    (
        "GET",
        "/echo/%FF/end?q=a",
        (400, "the address cannot be read"),
    ),
    (
        "GET",
        "/echo/a/end?q=a&page=",
        (400, "the address has no valid `page`"),
    ),
    (
        "QUERY",
        "/raw/256",
        (400, "the address has no valid `type`"),
    ),
    ("POST", "/raw/1", (405, "this address takes another method")),
    (
        "GET",
        "/echo//end?q=a",
        (400, "the address has no valid `text`"),
    ),
    (
        "GET",
        "/echo/../end?q=a",
        (400, "the address has no valid `text`"),
    ),
    (
        "GET",
        "/echo/%2e%2E/end?q=a",
        (400, "the address has no valid `text`"),
    ),
    ("GET", "/echo/a/b/end?q=a", (404, "")),
];

#[tokio::test]
async fn requests_that_do_not_fit_are_refused_in_a_line() {
    for (method, address, expected) in REFUSED {
        let (status, text) = ask(app(), method, address, "").await;
        assert_eq!((status, text.as_str()), expected, "{method} {address}");
    }
}

#[tokio::test]
async fn every_method_has_its_handler() {
    let (method, address) = request(&raw::action(7));
    assert_eq!((method.as_str(), address.as_str()), ("QUERY", "/raw/7"));
    assert_eq!(
        ask(app(), &method, &address, "").await,
        (200, "7".to_owned())
    );
    let (method, address) = request(&remove::action(7));
    assert_eq!(
        ask(app(), &method, &address, "").await,
        (200, String::new())
    );
    let (method, address) = request(&nested::save::action(7));
    assert_eq!(
        ask(app(), &method, &address, "").await,
        (200, "8".to_owned())
    );
    let address = home::path();
    assert_eq!(ask(app(), "GET", address.as_str(), "").await.0, 303);
    assert_eq!(
        ask(app(), "GET", changes::path(None).as_str(), "").await.0,
        204
    );
}

#[tokio::test]
async fn all_kinds_of_words_arrive() {
    let slug = Slug("a b/é".to_owned());
    let address = words::path(&slug, '/', true, -1.5e300);
    let (status, text) = ask(app(), "GET", address.as_str(), "").await;
    assert_eq!(
        (status, text),
        (200, format!("{slug:?} '/' true {}", -1.5e300))
    );
}

#[tokio::test]
async fn names_do_not_meet_those_of_the_expansion() {
    let (_, address) = request(&own::action("a", 1, 2, 3, 4, Some(5)));
    let expected = (200, "a 1 2 3 4 Some(5) app".to_owned());
    assert_eq!(ask(app(), "GET", &address, "").await, expected);
}

#[test]
fn a_parameter_that_is_none_is_left_out() {
    assert_eq!(echo::path("a", "b", None, None).as_str(), "/echo/a/end?q=b");
    assert_eq!(
        echo::path("a", "b", 2, Column::Done).as_str(),
        "/echo/a/end?q=b&page=2&sort=done"
    );
    assert_eq!(
        echo::path("a", "b", Some(2), Some(Column::Done)).as_str(),
        "/echo/a/end?q=b&page=2&sort=done"
    );
}

#[test]
fn an_argument_that_leaves_its_place_makes_no_request() {
    for text in ["", ".", "..", "%2e", ".%2E"] {
        let printed = echo::action(text, "", None, None).to_string();
        assert!(
            printed.starts_with("console.error(\"starmark: "),
            "{printed}"
        );
        assert_eq!(echo::path(text, "", None, None).as_str(), "about:invalid");
        // The address of nowhere is no request either.
        let printed = starmark::get(echo::path(text, "", None, None)).to_string();
        assert!(printed.starts_with("console.error("), "{printed}");
    }
    let printed = words::action(Slug("..".to_owned()), '.', true, 1.0).to_string();
    assert!(printed.starts_with("console.error("), "{printed}");
}

#[test]
fn a_stream_says_so_and_takes_options() {
    assert_eq!(
        changes::action(None).to_string(),
        "@get('/changes', {retry: 'always', retryMaxWait: 2000, retryMaxCount: 1000, \
         requestCancellation: 'cleanup', openWhenHidden: true})"
    );
    let quiet = changes::action(Column::Done)
        .retry(Retry::Error)
        .open_when_hidden(false);
    assert_eq!(
        quiet.to_string(),
        "@get('/changes?filter=done', {retryMaxWait: 2000, retryMaxCount: 1000, \
         requestCancellation: 'cleanup', retry: 'error', openWhenHidden: false})"
    );
}

#[test]
#[should_panic(expected = "Handler for `GET /changes` already exists")]
fn the_same_route_in_two_lists_stops_the_start() {
    let _: Router = Router::new()
        .merge(routes![changes])
        .merge(routes![changes]);
}
