//! The testing kit, as a test of an application uses it.

mod actions;
mod client;
mod elements;
mod forms;
mod snapshots;
mod streams;

use axum::Router;
use axum::routing::MethodRouter;
use starmark::testing::{Client, Page};

/// The page at `/` of a router with these routes.
async fn open(routes: impl IntoIterator<Item = (&'static str, MethodRouter)>) -> Page {
    let app = routes
        .into_iter()
        .fold(Router::new(), |app, (path, route)| app.route(path, route));
    Page::open(&Client::new(app), "/").await.expect("a page")
}
