//! Where states are kept, and for how long.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::{Entry, Key, Memory, States, Store, StoreError, Version};

use super::app::Browser;

/// What was saved: the beginning of its key, and its expiry.
type Saved = Arc<Mutex<Vec<(String, Option<Duration>)>>>;

/// A store that says what it is asked.
#[derive(Clone, Default)]
struct Watched {
    memory: Arc<Memory>,
    saved: Saved,
}

impl Store for Watched {
    async fn load(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        self.memory.load(key).await
    }

    async fn save(
        &self,
        key: &Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Result<bool, StoreError> {
        let parts: Vec<_> = key.as_str().split('/').take(2).collect();
        let saved = (parts.join("/"), expiry);
        self.saved.lock().expect("no panic").push(saved);
        self.memory.save(key, entry, replaces, expiry).await
    }

    async fn remove(&self, key: &Key) -> Result<(), StoreError> {
        self.memory.remove(key).await
    }
}

/// One of its own, for those that name it.
struct Archive(Watched);

impl Store for Archive {
    async fn load(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        self.0.load(key).await
    }

    async fn save(
        &self,
        key: &Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Result<bool, StoreError> {
        self.0.save(key, entry, replaces, expiry).await
    }

    async fn remove(&self, key: &Key) -> Result<(), StoreError> {
        self.0.remove(key).await
    }
}

macro_rules! states {
    ($($state:ident $attribute:tt;)*) => {$(
        #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
        #[state $attribute]
        struct $state {
            count: u64,
        }

        #[events]
        impl $state {
            #[event]
            fn add(&mut self) {
                self.count += 1;
            }
        }
    )*};
}

states! {
    Visit (session);
    Login (session, expires = "30m");
    Total (global);
    Shout (global, expires = "2d", name = "shout");
    Letter (global, store = Archive);
}

#[tokio::test]
async fn each_has_its_store_and_its_time() {
    let (store, archive) = (Watched::default(), Watched::default());
    let states = States::new()
        .store(store.clone())
        .with_store(Archive(archive.clone()))
        .state::<Visit>()
        .state::<Login>()
        .state::<Total>()
        .state::<Shout>()
        .state::<Letter>();
    let browser = Browser::new(&Router::new().layer(states));
    for name in ["Visit", "Login", "Total", "shout", "Letter"] {
        let answer = browser.post(&format!("/state/{name}/add"), "{}").await;
        assert_eq!(answer.status, 200, "{name}: {}", answer.text);
    }
    let days = |days: u64| Some(Duration::from_secs(days * 24 * 60 * 60));
    assert_eq!(
        *store.saved.lock().expect("no panic"),
        [
            ("Visit/session".to_owned(), days(30)),
            ("Login/session".to_owned(), Some(Duration::from_secs(1800))),
            ("Total/global".to_owned(), None),
            ("shout/global".to_owned(), days(2)),
        ]
    );
    let saved = archive.saved.lock().expect("no panic");
    assert_eq!(*saved, [("Letter/global".to_owned(), None)]);
}

#[test]
#[should_panic(
    expected = "`Letter` is kept in a `state::keeping::Archive`: add one by `with_store` before it"
)]
fn a_store_that_is_missing_is_missed_at_the_start() {
    let _ = States::new().state::<Letter>();
}
