//! What the small examples have in common: the page around them, and the server.
//!
//! Every page runs under a policy that lets it run the client and its own attributes, and nothing else.

// Each example takes what it needs.
#![allow(dead_code)]

mod client;
mod stop;

use std::error::Error;
use std::sync::LazyLock;
use std::{env, io};

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use starmark::client::{Directive, Nonce, Policy, script};
use starmark::compression::Compression;
use starmark::guard::SameOrigin;
use starmark::prelude::*;
use starmark::serve::Server;
use starmark::state::{Alert, States};
use tokio::net::TcpListener;

use self::client::Client;
pub(crate) use self::client::asset;
use self::stop::asked_to_stop;

static CLIENT: LazyLock<io::Result<Client>> = LazyLock::new(Client::find);

/// A page with this title and body.
pub(crate) fn page(title: &str, body: impl Render) -> (Policy, Markup) {
    let (nonce, client) = (Nonce::random(), client());
    let page = html! {
        (DOCTYPE)
        html lang="en" data-nonce=(&nonce) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(style::path());
                (script(&client).nonce(&nonce))
            }
            body {
                main {
                    h1 { (title) }
                    (Alert)
                    (body)
                }
            }
        }
    };
    let policy = Policy::new(&nonce)
        .and(Directive::new("default-src 'self'"))
        .and(Directive::new("img-src data:"));
    (policy, page)
}

/// Where a page finds the client.
pub(crate) fn client() -> String {
    CLIENT.as_ref().map_or_else(
        |_| starmark::client::CDN.to_owned(),
        |client| client.address(datastar::path()),
    )
}

#[route(get "/style.css")]
pub(crate) async fn style(headers: HeaderMap) -> Response {
    const STYLE: &[u8] = include_bytes!("style.css");
    asset(&headers, "text/css; charset=utf-8", STYLE)
}

#[route(get "/datastar.js")]
pub(crate) async fn datastar(headers: HeaderMap) -> Result<Response, String> {
    let client = CLIENT.as_ref().map_err(ToString::to_string)?;
    Ok(client.response(&headers))
}

/// States in memory; with `REDIS_URL` in the environment, and the feature `redis`, those of all processes with that Redis.
pub(crate) fn states() -> Result<States, Box<dyn Error>> {
    let states = States::new();
    #[cfg(feature = "redis")]
    if let Ok(url) = env::var("REDIS_URL") {
        let (store, broker) = (
            starmark::state::Redis::new(&url)?,
            starmark::live::Redis::new(&url)?,
        );
        return Ok(states.store(store).over(broker));
    }
    Ok(states)
}

/// A whole site: what an application has, and what stands around each of them.
pub(crate) fn site(routes: Router, states: States) -> Router {
    let routes = routes.merge(routes![style, datastar]);
    let guarded = routes.layer(states).layer(SameOrigin::new());
    guarded.layer(Compression::new())
}

/// Serves a site at `PORT`, or 3000, until the program is asked to stop.
pub(crate) async fn listen(site: Router) -> Result<(), Box<dyn Error>> {
    let port = match env::var("PORT") {
        Ok(port) => port
            .parse()
            .map_err(|_| format!("PORT is `{port}`, not a port number"))?,
        Err(_) => 3000,
    };
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    println!("The page is at http://{}", listener.local_addr()?);
    Server::new(listener)
        .until(asked_to_stop())
        .serve(site)
        .await;
    Ok(())
}
