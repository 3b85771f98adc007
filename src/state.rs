//! State on the server that pages follow.
//!
//! A struct that derives [`State`](macro@crate::State) beside [`Signals`](macro@crate::Signals) is kept on the server and
//! shown by pages: that of a session, of a user, of a record or of everybody ([`Scope`]). What its
//! [`events`](macro@crate::events) change goes to the page that asked, and to every other page that shows it, as a patch
//! of the signals that are different.
//!
//! | to | use |
//! |---|---|
//! | declare a state, and what pages can do with it | [`#[derive(State)]`](macro@crate::State), [`#[events]`](macro@crate::events) |
//! | serve them | [`States`], a layer |
//! | read and change one in a handler | [`Current`], an extractor |
//! | keep them | [`Store`]: [`Memory`], `Sqlite` and `Redis` with the features of their names, or the browser ([`Storage`]) |
//! | know who asks | [`Session`], an extractor |
//! | tell the user what went wrong | [`Alert`] |
//!
//! Only what is a signal leaves the server. A field with `#[signals(skip)]` is kept, and never sent.
//!
//! # Without a stream
//!
//! A [`Current`] in a page follows the state by a stream. Where that is not wanted, signals of the state are enough, and
//! one attribute asks from time to time, or tells the state what the page has when it is online again:
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use starmark::prelude::*;
//! use starmark::state::Place;
//!
//! #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
//! struct Profile {
//!     #[state(adopt)]
//!     name: String,
//! }
//!
//! #[events]
//! impl Profile {}
//!
//! let place = Place::<Profile>::new();
//! let page = html! {
//!     main data-signals=(Profile::default()) {
//!         div data-on-interval__duration.10s=(place.poll()) {}
//!         div data-on:online__window=(place.adopt()) {}
//!     }
//! };
//! let text = page.as_str();
//! assert!(text.contains("data-on-interval__duration.10s=\"@get('/state/Profile?once=true')\""));
//! assert!(text.contains("data-on:online__window=\"@post('/state/Profile')\""));
//! ```

mod alert;
mod app;
mod call;
mod change;
mod current;
mod element;
mod error;
mod events;
mod follow;
mod layer;
mod locks;
mod memory;
mod place;
#[cfg(feature = "redis")]
mod redis;
mod region;
mod scope;
mod session;
#[cfg(feature = "sqlite")]
mod sqlite;
mod states;
mod storage;
mod store;

pub use alert::Alert;
pub use app::App;
#[doc(hidden)]
pub use call::{Answered, Attempt, Call, into_events, reply};
pub use current::Current;
pub use error::StateError;
pub use events::{Events, PerRecord, Single, State};
pub use layer::{Answer, Stateful};
pub use memory::Memory;
pub use place::Place;
#[cfg(feature = "redis")]
pub use redis::Redis;
pub use scope::Scope;
pub use session::{Session, SessionKey, WeakKey};
#[cfg(feature = "sqlite")]
pub use sqlite::Sqlite;
pub use states::States;
pub use storage::{Named, Storage};
pub use store::{Entry, Key, Store, StoreError, Version};
