//! The routes of the board: addresses, and what they answer.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use starmark::client::{Directive, Nonce, Policy};
use starmark::compression::Compression;
use starmark::guard::SameOrigin;
use starmark::live::{Live, Relay, Topic};
use starmark::serve::Server;
use starmark::sse::{Patch, Selector, Sse};
use starmark::{Markup, Signals, render, route, routes};
use tokio::net::TcpListener;
use tokio::sync::watch::Receiver;

use crate::board::Board;
use crate::client::{Client, asset};
use crate::stop::asked_to_stop;
use crate::store::{MoveError, Store};
use crate::ticket::{Status, Version};
use crate::view::{BoardView, Counts, Message, Page};

/// Something in the folder has changed.
pub(crate) const TICKETS: Topic = Topic::new("tickets");

const MESSAGES: Selector = Selector::new("#messages");

/// Whatever is no script, such as styles and answers, comes from here.
const OWN: Directive = Directive::new("default-src 'self'");

/// The empty icon of the page.
const ICON: Directive = Directive::new("img-src data:");

/// What every handler needs.
#[derive(Debug, Clone)]
pub(crate) struct App {
    store: Arc<Store>,
    boards: Receiver<Arc<Board>>,
    relay: Relay,
    client: Arc<Client>,
}

impl App {
    pub(crate) fn new(
        store: Arc<Store>,
        boards: Receiver<Arc<Board>>,
        relay: Relay,
        client: Client,
    ) -> Self {
        Self {
            store,
            boards,
            relay,
            client: Arc::new(client),
        }
    }

    fn board(&self) -> Arc<Board> {
        Arc::clone(&self.boards.borrow())
    }
}

/// The signals of the page, and the query of its form.
#[derive(Debug, Default, Deserialize, Signals)]
#[serde(default)]
pub(crate) struct Search {
    query: String,
}

/// Serves until the process is asked to stop; open streams break then, so that their pages come back.
pub(crate) async fn serve(listener: TcpListener, app: App) {
    let routes = Router::new()
        .merge(routes![page, board, changes, move_ticket, style, datastar])
        .layer(SameOrigin::new())
        .layer(Compression::new())
        .with_state(app);
    Server::new(listener)
        .until(asked_to_stop())
        .serve(routes)
        .await;
}

/// The page runs its own scripts and nothing else: the client is in nonce mode.
#[route(get "/?{query}")]
pub(crate) async fn page(State(app): State<App>, query: Option<String>) -> (Policy, Markup) {
    let board = app.board();
    let nonce = Nonce::random();
    let page = render(Page {
        board: &board,
        query: query.as_deref().unwrap_or_default(),
        client: &app.client.address(datastar::path()),
        nonce: &nonce,
    });
    let policy = Policy::new(&nonce).and(OWN).and(ICON);
    (policy, page)
}

/// The board as it is, for a page that asks.
#[route(get "/board")]
pub(crate) async fn board(State(app): State<App>, Signals(search): Signals<Search>) -> Patch {
    current(&app.board(), &search.query)
}

/// The board as it is, and every change from now on.
#[route(get "/board/stream", stream)]
pub(crate) async fn changes(
    State(app): State<App>,
    Signals(search): Signals<Search>,
) -> impl IntoResponse {
    let relay = app.relay.clone();
    let view = async move || current(&app.board(), &search.query);
    Sse::new(Live::new().region(&relay, TICKETS, view))
}

/// The two parts of the page that follow the folder.
fn current(board: &Board, query: &str) -> Patch {
    let matches = board.filter(query);
    Patch::new()
        .elements(BoardView { board: &matches })
        .elements(Counts { board })
}

/// Moves a ticket; the change itself arrives through the streams.
#[route(post "/tickets/{id}/move/{to}/{seen}")]
pub(crate) async fn move_ticket(
    State(app): State<App>,
    id: String,
    to: Status,
    seen: Version,
    headers: HeaderMap,
) -> Response {
    let store = Arc::clone(&app.store);
    match tokio::task::spawn_blocking(move || store.move_ticket(&id, to, seen)).await {
        Ok(Ok(_)) => StatusCode::NO_CONTENT.into_response(),
        Ok(Err(error)) => Refusal::from(error).response(&headers),
        Err(_) => Refusal::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            &"the move was interrupted",
        )
        .response(&headers),
    }
}

/// The stylesheet of the page.
#[route(get "/style.css")]
pub(crate) async fn style(headers: HeaderMap) -> Response {
    const STYLE: &[u8] = include_bytes!("style.css");
    asset(&headers, "text/css; charset=utf-8", STYLE)
}

/// The local copy of the client.
#[route(get "/datastar.js")]
pub(crate) async fn datastar(State(app): State<App>, headers: HeaderMap) -> Response {
    app.client.response(&headers)
}

/// Why a move did not happen.
struct Refusal {
    status: StatusCode,
    text: String,
}

impl Refusal {
    fn new(status: StatusCode, text: &impl ToString) -> Self {
        Self {
            status,
            text: text.to_string(),
        }
    }

    /// The page gets a message: the client ignores the body of every answer but 200.
    fn response(&self, headers: &HeaderMap) -> Response {
        if headers.contains_key("datastar-request") {
            return Patch::new()
                .inner(MESSAGES, Message { text: &self.text })
                .into_response();
        }
        (self.status, self.text.clone()).into_response()
    }
}

impl From<MoveError> for Refusal {
    fn from(error: MoveError) -> Self {
        let status = match error {
            MoveError::Unknown { .. } => StatusCode::NOT_FOUND,
            MoveError::Conflict { .. } => StatusCode::CONFLICT,
            MoveError::Malformed(_) => StatusCode::UNPROCESSABLE_ENTITY,
            MoveError::Io { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::new(status, &error)
    }
}
