//! What tests of pages ask, whatever template engine made them.
//!
//! | a test asks | with |
//! |---|---|
//! | does a component still print this? | [`assert_html_snapshot!`](crate::assert_html_snapshot!), [`Snapshot`] for what differs from run to run |
//! | does a handler still answer this? | [`assert_events_snapshot!`](crate::assert_events_snapshot!) |
//! | what is in this body? | [`parse_events`], [`decode`], [`Document`] |
//! | what does this route answer to a browser? | [`Client`], [`Response`], [`EventStream`] |
//! | what does somebody see who opens this page and clicks there? | [`Page`] |
//! | what arrives when something else changes? | [`Page::follow`] |
//! | is anything in this page, of any engine, wrong? | [`check_page`] |
//! | do the pages, events and routes of an application fit each other? | [`Site`] |
//!
//! It needs no browser and no socket: [`Document`] reads markup by the rules of HTML, [`Client`] asks a router in the
//! process of the test, and [`Page`] applies what comes back by the rules of Datastar's client. Where code would have to
//! run, it says so; that is what a browser is for.
//!
//! # Snapshots
//!
//! The macros are those of [insta](https://insta.rs), with markup and events printed so that a difference shows where it
//! is. `cargo insta review` works as usual, also with inline snapshots; the crate is here as [`insta`] for its settings.
//!
//! ```
//! use starmark::testing::Snapshot;
//! use starmark::{assert_html_snapshot, html};
//!
//! let card = html! { article #ticket-91f4 { h3 { "Title" } p { "Of " b { "today" } } } };
//! let card = Snapshot::new(card).attribute("article", "id", "[id]");
//! assert_html_snapshot!(card, @r#"
//! <article id="[id]">
//!   <h3>Title</h3>
//!   <p>Of <b>today</b></p>
//! </article>
//! "#);
//! ```
//!
//! # A page
//!
//! A test opens a page of a router, does something, and looks at what came of it.
//!
//! ```
//! use axum::{Router, routing};
//! use starmark::prelude::*;
//! use starmark::sse::Patch;
//! use starmark::testing::{Client, Page};
//!
//! #[derive(Default, Signals)]
//! struct Greeting { name: String }
//!
//! async fn index() -> Markup {
//!     html! {
//!         form data-signals=(Greeting::default()) data-on:submit=(post("/greet")) {
//!             input #name data-bind=(Greeting::signals().name);
//!             button { "Greet" }
//!         }
//!         p #greeting {}
//!     }
//! }
//!
//! async fn greet(Signals(it): Signals<Greeting>) -> Patch {
//!     Patch::new().elements(html! { p #greeting { "Hello, " (it.name) "!" } })
//! }
//!
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! let app = Router::new().route("/", routing::get(index)).route("/greet", routing::post(greet));
//! let mut page = Page::open(&Client::new(app), "/").await?;
//! page.input("#name", "Ada").await?;
//! page.click("button").await?;
//! assert_eq!(page.text("#greeting"), "Hello, Ada!");
//! # Ok::<(), starmark::testing::Error>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod check;
mod client;
mod cookies;
mod decode;
mod document;
mod error;
#[doc(hidden)]
pub mod layout;
mod page;
mod pretty;
mod pretty_events;
mod received;
mod response;
mod snapshot;

pub use check::{Finding, Site, check_page};
pub use client::Client;
pub use decode::decode;
pub use document::Document;
pub use error::Error;
pub use insta;
pub use page::Page;
pub use pretty::pretty;
pub use pretty_events::pretty_events;
pub use received::{ElementsPatch, Message, Received, SignalsPatch, parse_events};
pub use response::{EventStream, Response};
pub use snapshot::Snapshot;
#[doc(hidden)]
pub use snapshot::printed;
