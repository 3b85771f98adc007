//! Live pages: what they show follows the state of the server.
//!
//! The loop has four parts. A page is a function of state. It opens a stream at once ([`Live`]), which sends the
//! parts of the page as they are. A command changes the state, answers, and says which part of it changed
//! ([`Relay`]). Each stream that shows this part reads the state again, renders it, and sends what is new.
//!
//! A notice is a reason to read, not the news itself: it may come late, twice, or once for several changes, and notices
//! of two commands may come in another order than the commands ended. What a page shows is right anyway, because it
//! is read after the last notice. So pages can be as many as they like, and may sleep, reconnect or lag behind.
//!
//! What holds and what does not, and what stands around it in production, is in the guide, `docs/live.md`.
//!
//! ```
//! use std::sync::{Arc, Mutex};
//! use starmark::live::{Live, Relay, Topic};
//! use starmark::prelude::*;
//! use starmark::sse::Sse;
//!
//! const NAMES: Topic = Topic::new("names");
//!
//! let names = Arc::new(Mutex::new(vec!["Ada"]));
//! let relay = Relay::new();
//!
//! // The stream of a page.
//! let state = Arc::clone(&names);
//! let page = Live::new().region(&relay, NAMES, async move || {
//!     html! { ul #names { @for name in state.lock().unwrap().iter() { li { (name) } } } }
//! });
//! let response = Sse::new(page);
//!
//! // A command.
//! names.lock().unwrap().push("Grace");
//! relay.notify(NAMES);
//! ```

mod after_commit;
#[cfg(feature = "broker")]
mod broker;
mod inbox;
mod region;
mod relay;
mod tasks;
mod topic;
mod view;

pub use after_commit::AfterCommit;
#[cfg(any(feature = "nats", feature = "redis"))]
pub use broker::AddressError;
#[cfg(feature = "nats")]
pub use broker::Nats;
#[cfg(feature = "redis")]
pub use broker::Redis;
#[cfg(feature = "broker")]
pub use broker::{Broker, Link};
pub use inbox::{Notice, Subscription};
pub use region::Live;
pub use relay::Relay;
pub use tasks::Tasks;
pub use topic::{Pattern, Patterns, Topic};
pub use view::View;
