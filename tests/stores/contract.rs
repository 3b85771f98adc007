//! What every store does.

use std::sync::Arc;
use std::time::Duration;

use starmark::state::{Key, Store, StoreError, Version};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::{PATIENCE, entry, key};

/// An expiry that no test sees the end of.
const LATER: Option<Duration> = Some(Duration::from_secs(3600));
/// An expiry that a test waits for.
const SOON: Option<Duration> = Some(Duration::from_millis(300));

pub(crate) async fn nothing_is_there_before(store: impl Store) {
    let key = key("Cart/session/1");
    assert_eq!(store.load(&key).await.expect("a load"), None);
    store.remove(&key).await.expect("a remove");
    let replaces = Some(Version::from(1));
    assert!(!saves(&store, &key, "1", 2, replaces).await);
    assert_eq!(store.load(&key).await.expect("a load"), None);
}

pub(crate) async fn what_is_saved_is_loaded(store: impl Store) {
    let key = key("Cart/session/1");
    for expiry in [None, LATER, Some(Duration::MAX)] {
        let saved = store.save(&key, entry("[1]", 7), None, expiry).await;
        assert!(saved.expect("a save"), "{expiry:?}");
        assert_eq!(
            store.load(&key).await.expect("a load"),
            Some(entry("[1]", 7))
        );
        store.remove(&key).await.expect("a remove");
    }
}

pub(crate) async fn a_save_replaces_the_version_that_it_names(store: impl Store) {
    let key = key("Cart/session/1");
    assert!(saves(&store, &key, "a", 5, None).await);
    for replaces in [None, Some(4), Some(6), Some(u64::MAX)] {
        let replaces = replaces.map(Version::from);
        assert!(!saves(&store, &key, "b", 6, replaces).await, "{replaces:?}");
        assert_eq!(store.load(&key).await.expect("a load"), Some(entry("a", 5)));
    }
    assert!(saves(&store, &key, "b", 6, Some(Version::from(5))).await);
    assert!(!saves(&store, &key, "c", 6, Some(Version::from(5))).await);
    assert_eq!(store.load(&key).await.expect("a load"), Some(entry("b", 6)));
}

pub(crate) async fn what_is_removed_is_gone_and_can_come_back(store: impl Store) {
    let (gone, other) = (key("Cart/session/1"), key("Cart/session/2"));
    assert!(saves(&store, &gone, "a", 5, None).await);
    assert!(saves(&store, &other, "b", 5, None).await);
    store.remove(&gone).await.expect("a remove");
    assert_eq!(store.load(&gone).await.expect("a load"), None);
    assert!(!saves(&store, &gone, "c", 6, Some(Version::from(5))).await);
    assert!(saves(&store, &gone, "c", 9, None).await);
    assert_eq!(
        store.load(&gone).await.expect("a load"),
        Some(entry("c", 9))
    );
    assert_eq!(
        store.load(&other).await.expect("a load"),
        Some(entry("b", 5))
    );
}

pub(crate) async fn keys_are_told_apart(store: impl Store) {
    let long = "long/".repeat(2000);
    let keys = [
        "", " ", "a", "A", "a ", " a", "a/", "a%2Fb", "a/b", "*", "?", "[a]", "{a}", "a:b", "'",
        "\"", "';--", "\\", "\0", "a\0", "a\0b", "\r\n", "ä", "a\u{308}", "🛒", &long,
    ];
    for (n, text) in (0..).zip(keys) {
        assert!(saves(&store, &key(text), text, n, None).await, "{text:?}");
    }
    for (n, text) in (0..).zip(keys) {
        let there = store.load(&key(text)).await.expect("a load");
        assert_eq!(there, Some(entry(text, n)));
    }
}

pub(crate) async fn values_come_back_as_they_were(store: impl Store) {
    let large = format!("\"{}\"", "ü".repeat(512 * 1024));
    let values = [
        "",
        "null",
        "0",
        "1.0",
        "00",
        " 1 ",
        r#"{"a":"\"'\\"}"#,
        "\"\\u0000\\n\"",
        "\"\0\"",
        "[\r\n\t]",
        "\"\u{feff}🛒\u{2028}\u{10ffff}\"",
        &large,
    ];
    let key = key("Cart/session/1");
    let mut replaces = None;
    for (version, value) in (1..).zip(values) {
        assert!(saves(&store, &key, value, version, replaces).await);
        let there = store.load(&key).await.expect("a load").expect("an entry");
        assert!(there.value == value, "{} bytes", value.len());
        replaces = Some(there.version);
    }
}

pub(crate) async fn versions_are_exact(store: impl Store) {
    let key = key("Cart/session/1");
    let mut replaces = None;
    // Numbers that a double cannot tell from the next.
    for number in [0, 1, 1 << 53, (1 << 53) + 1, (1 << 62) + 1, (1 << 63) - 1] {
        assert!(saves(&store, &key, "1", number, replaces).await, "{number}");
        let there = store.load(&key).await.expect("a load").expect("an entry");
        assert_eq!(there.version, Version::from(number));
        for other in [number ^ 1, number + 2] {
            let other = Some(Version::from(other));
            assert!(!saves(&store, &key, "2", number, other).await, "{number}");
        }
        replaces = Some(there.version);
    }
}

pub(crate) async fn time_ends_entries(store: impl Store) {
    let key = key("Cart/session/1");
    for expiry in [Some(Duration::ZERO), Some(Duration::from_nanos(1)), SOON] {
        let saved = store.save(&key, entry("1", 1), None, expiry).await;
        assert!(saved.expect("a save"), "{expiry:?}");
        timeout(PATIENCE, gone(&store, &key))
            .await
            .expect("its time is over");
        assert!(!saves(&store, &key, "2", 2, Some(Version::from(1))).await);
    }
    assert!(saves(&store, &key, "2", 2, None).await);
}

pub(crate) async fn time_starts_again_with_each_save(store: impl Store) {
    for (name, expiry) in [("for ever", None), ("later", LATER)] {
        let key = key(name);
        // If this machine is so busy that the first is over before the second comes, then again.
        loop {
            let saved = store.save(&key, entry("1", 1), None, SOON).await;
            assert!(saved.expect("a save"));
            let replaces = Some(Version::from(1));
            if (store.save(&key, entry("2", 2), replaces, expiry).await).expect("a save") {
                break;
            }
        }
        sleep(SOON.unwrap_or_default() * 2).await;
        let there = store.load(&key).await.expect("a load");
        assert_eq!(there, Some(entry("2", 2)), "{name}");
    }
}

pub(crate) async fn increments_add_up(store: impl Store) {
    let store = Arc::new(store);
    let mut tasks = JoinSet::new();
    for _ in 0..50 {
        let store = Arc::clone(&store);
        tasks.spawn(async move {
            for _ in 0..40 {
                increment(&*store, &key("count")).await.expect("a count");
            }
        });
    }
    timeout(PATIENCE * 2, tasks.join_all())
        .await
        .expect("an end");
    let count = store.load(&key("count")).await.expect("a load");
    assert_eq!(count, Some(entry("2000", 2000)));
}

/// Reads, adds one, writes; again, if another was faster.
pub(crate) async fn increment(store: &impl Store, key: &Key) -> Result<(), StoreError> {
    loop {
        let there = store.load(key).await?;
        let replaces = there.as_ref().map(|entry| entry.version);
        let count = there.map_or(Ok(0), |entry| entry.value.parse::<u64>())? + 1;
        if store
            .save(key, entry(count.to_string(), count), replaces, None)
            .await?
        {
            return Ok(());
        }
    }
}

async fn gone(store: &impl Store, key: &Key) {
    while store.load(key).await.expect("a load").is_some() {
        sleep(Duration::from_millis(20)).await;
    }
}

async fn saves(
    store: &impl Store,
    key: &Key,
    value: &str,
    version: u64,
    replaces: Option<Version>,
) -> bool {
    let saved = store.save(key, entry(value, version), replaces, LATER);
    saved.await.expect("a save")
}
