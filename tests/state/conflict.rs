//! Two processes that change the same state.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::{Current, Entry, Key, Memory, States, Store, StoreError, Version};

use super::app::Browser;

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[state(global)]
struct Counter {
    count: i64,
}

static RUNS: AtomicU32 = AtomicU32::new(0);

#[events]
impl Counter {
    #[event]
    async fn increment(&mut self) {
        let count = self.count;
        RUNS.fetch_add(1, Ordering::SeqCst);
        tokio::task::yield_now().await;
        self.count = count + 1;
    }
}

/// A store of two processes, which may be out of reach.
#[derive(Clone, Default)]
struct Both {
    memory: Arc<Memory>,
    fails: Arc<AtomicU32>,
    refuses: Arc<AtomicU32>,
}

impl Both {
    fn take(counter: &AtomicU32) -> bool {
        let taken = counter.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1));
        taken.is_ok()
    }
}

impl Store for Both {
    async fn load(&self, key: &Key) -> Result<Option<Entry>, StoreError> {
        tokio::task::yield_now().await;
        self.memory.load(key).await
    }

    async fn save(
        &self,
        key: &Key,
        entry: Entry,
        replaces: Option<Version>,
        expiry: Option<Duration>,
    ) -> Result<bool, StoreError> {
        tokio::task::yield_now().await;
        if Self::take(&self.fails) {
            return Err("the disk is full of secrets".into());
        }
        if Self::take(&self.refuses) {
            return Ok(false);
        }
        self.memory.save(key, entry, replaces, expiry).await
    }

    async fn remove(&self, key: &Key) -> Result<(), StoreError> {
        self.memory.remove(key).await
    }
}

fn app(store: Both) -> Router {
    Router::new().layer(States::new().store(store).state::<Counter>())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_update_is_lost() {
    let store = Both::default();
    let processes = [app(store.clone()), app(store.clone())];
    let writers: Vec<_> = (0..50)
        .map(|n| {
            let browser = Browser::new(&processes[n % 2]);
            tokio::spawn(async move {
                for _ in 0..10 {
                    let answer = browser.post("/state/Counter/increment", "{}").await;
                    assert_eq!(answer.status, 200, "{}", answer.text);
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.expect("no panic");
    }
    let once = Browser::new(&processes[0])
        .get("/state/Counter?once=true")
        .await;
    assert!(once.text.contains("{\"count\":500}"), "{}", once.text);
    assert!(RUNS.load(Ordering::SeqCst) >= 500);
}

#[tokio::test]
async fn a_store_that_fails_is_503_and_says_no_more() {
    let store = Both::default();
    store.fails.store(1, Ordering::SeqCst);
    let browser = Browser::new(&app(store));
    let answer = browser.post("/state/Counter/increment", "{}").await;
    assert_eq!(answer.status, 503);
    assert_eq!(answer.text, "the state is out of reach: try again later");
    let answer = browser.post("/state/Counter/increment", "{}").await;
    assert!(answer.text.contains("{\"count\":1}"), "{}", answer.text);
}

#[tokio::test(start_paused = true)]
async fn a_conflict_that_does_not_end_is_409() {
    let store = Both::default();
    store.refuses.store(u32::MAX, Ordering::SeqCst);
    let browser = Browser::new(&app(store.clone()));
    let answer = browser.post("/state/Counter/increment", "{}").await;
    assert_eq!(answer.status, 409);
    assert_eq!(
        answer.text,
        "others changed this at the same time: try again"
    );
    store.refuses.store(3, Ordering::SeqCst);
    let answer = browser.post("/state/Counter/increment", "{}").await;
    assert!(answer.text.contains("{\"count\":1}"), "{}", answer.text);
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, Signals, State)]
#[state(record)]
struct Tally {
    count: i64,
}

#[events]
impl Tally {
    #[event]
    fn add(&mut self) {
        self.count += 1;
    }
}

/// Whoever has had a value for long changes what is there now, not what they have.
#[tokio::test]
async fn an_old_value_undoes_nothing_and_hides_nothing() {
    let states = States::new().state::<Tally>();
    let browser = Browser::new(&Router::new().layer(states.clone()));
    let mut page = browser.follow("/state/Tally/7").await;
    assert_eq!(page.next().await, r#"{"count":0}"#);
    let mut old: Current<Tally> = states.record(7).await.expect("a store");
    let mut older = old.clone();
    for n in 1..4 {
        browser.post("/state/Tally/7/add", "{}").await;
        assert_eq!(page.next().await, format!("{{\"count\":{n}}}"));
    }
    // The same as the old value, and a change of what is there.
    old.update(|tally| tally.count = 0).await.expect("a store");
    assert_eq!(page.next().await, r#"{"count":0}"#);
    browser.post("/state/Tally/7/add", "{}").await;
    assert_eq!(page.next().await, r#"{"count":1}"#);
    older.reset().await.expect("a store");
    assert_eq!(page.next().await, r#"{"count":0}"#);
}
