//! The store in Redis: what it keeps there, and what it does when the server is away.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use starmark::state::{Redis, Store, Version};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::contract::increment;
use crate::proxy::{Part, Proxy};
use crate::server::{Server, free_port, store};
use crate::{PATIENCE, entry, key};

/// Saves what must be new.
async fn save(store: &impl Store, name: &str) {
    let saved = store.save(&key(name), entry("1", 1), None, None).await;
    assert!(saved.expect("a save"), "{name}");
}

#[tokio::test]
async fn an_entry_is_a_hash_under_a_prefix() {
    let server = Server::start();
    let store = server.store();
    let hour = Some(Duration::from_secs(3600));
    let saved = store.save(&key("a"), entry("[1]", 7), None, hour).await;
    assert!(saved.expect("a save"));
    assert_eq!(server.ask("KEYS *"), "*1\r\n$15\r\nstarmark:test/a\r\n");
    assert_eq!(
        server.ask("HMGET starmark:test/a value version"),
        "*2\r\n$3\r\n[1]\r\n$1\r\n7\r\n"
    );
    let left = server.ask("PTTL starmark:test/a");
    let left: u64 = left
        .trim_start_matches(':')
        .trim()
        .parse()
        .expect("a number");
    assert!((1..=3_600_000).contains(&left), "{left}");
}

#[tokio::test]
async fn prefixes_keep_applications_apart() {
    let server = Server::start();
    let (shop, blog) = (
        server.store().prefix("shop:"),
        server.store().prefix("blog:"),
    );
    save(&shop, "a").await;
    assert_eq!(blog.load(&key("a")).await.expect("a load"), None);
    save(&blog, "a").await;
    blog.remove(&key("a")).await.expect("a remove");
    assert!(shop.load(&key("a")).await.expect("a load").is_some());
}

#[tokio::test]
async fn what_others_keep_there_is_an_error() {
    let server = Server::start();
    let store = server.store();
    server.ask("SET starmark:test/text 1");
    server.ask("HSET starmark:test/half value 1");
    server.ask("HSET starmark:test/wrong value 1 version x");
    for (name, reason) in [
        ("text", "WRONGTYPE"),
        ("half", "starmark:test/half is no state"),
        ("wrong", ""),
    ] {
        let error = store.load(&key(name)).await.expect_err(name).to_string();
        assert!(error.starts_with("Redis at 127.0.0.1:"), "{error}");
        assert!(error.contains(reason), "{error}");
    }
    let saved = store.save(&key("text"), entry("1", 1), None, None).await;
    let error = saved.expect_err("it is no hash").to_string();
    assert!(error.contains("WRONGTYPE"), "{error}");
}

#[test]
fn a_url_that_is_none_is_refused() {
    for url in [
        "",
        "127.0.0.1",
        "http://:secret@127.0.0.1",
        "redis://:secret@127.0.0.1:x",
        "redis://:secret@127.0.0.1/x",
    ] {
        let error = Redis::new(url).expect_err(url).to_string();
        assert!(
            error.starts_with("this is no address of a Redis server: "),
            "{error}"
        );
        assert!(error.ends_with("; write `redis://host:port`"), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn whoever_may_not_enter_hears_it_and_may_later() {
    let server = Server::start();
    server.ask("CONFIG SET requirepass other");
    let url = format!("redis://:hunter2@127.0.0.1:{}", server.port());
    let store = Redis::new(&url).expect("a URL").limit(PATIENCE);
    assert!(!format!("{store:?}").contains("hunter2"), "{store:?}");
    for _ in 0..2 {
        let asked = Instant::now();
        let error = store
            .load(&key("a"))
            .await
            .expect_err("a wrong password")
            .to_string();
        assert!(error.contains("AuthenticationFailed"), "{error}");
        assert!(!error.contains("hunter2"), "{error}");
        assert!(asked.elapsed() < PATIENCE / 2, "it does not try again");
    }
    server.ask("AUTH other\r\nCONFIG SET requirepass hunter2");
    assert_eq!(store.load(&key("a")).await.expect("a load"), None);
}

#[tokio::test]
async fn a_request_fails_in_time_while_nobody_answers() {
    let port = free_port();
    let limit = Duration::from_secs(2);
    let store = store(port).limit(limit);
    let asked = Instant::now();
    for error in [
        store.load(&key("a")).await.map(|_| ()),
        store
            .save(&key("a"), entry("1", 1), None, None)
            .await
            .map(|_| ()),
        store.remove(&key("a")).await,
    ] {
        let error = error.expect_err("nobody is there").to_string();
        let expected =
            format!("Redis at 127.0.0.1:{port}: no answer within 2s (Connection refused");
        assert!(error.starts_with(&expected), "{error}");
    }
    assert!(asked.elapsed() >= 3 * limit);
    assert!(asked.elapsed() < PATIENCE);
}

#[tokio::test]
async fn a_request_fails_in_time_while_the_server_stands_still() {
    let server = Server::start();
    save(&server.store(), "a").await;
    let store = server.store().limit(Duration::from_secs(1));
    let load = async || timeout(PATIENCE, store.load(&key("a"))).await;
    server.signal("STOP");
    let error = load().await.expect("in time").expect_err("no answer");
    let expected = format!("Redis at 127.0.0.1:{}: no answer within 1s", server.port());
    assert!(error.to_string().starts_with(&expected), "{error}");
    server.signal("CONT");
    let again = async { while load().await.expect("in time").is_err() {} };
    timeout(PATIENCE, again).await.expect("it goes on");
    let there = load().await.expect("in time").expect("a load");
    assert_eq!(there, Some(entry("1", 1)));
}

#[tokio::test]
async fn a_request_waits_for_a_server_that_starts() {
    let mut server = Server::start();
    let store = Arc::new(server.store());
    save(&*store, "a").await;
    server.kill();
    let saving = tokio::spawn({
        let store = Arc::clone(&store);
        async move { save(&*store, "b").await }
    });
    sleep(Duration::from_millis(500)).await;
    assert!(!saving.is_finished());
    server.restart();
    saving.await.expect("a save");
    for name in ["a", "b"] {
        let there = store.load(&key(name)).await.expect("a load");
        assert_eq!(there, Some(entry("1", 1)), "{name}");
    }
}

#[tokio::test]
async fn a_save_whose_request_or_answer_is_lost_happens_once() {
    let server = Server::start();
    let proxy = Proxy::start(&server).await;
    let store = proxy.store();
    for (n, part) in (0..).zip([Part::Request, Part::Answer]) {
        let replaces = (n > 0).then(|| Version::from(n));
        drop(proxy.lose(part));
        let saved = store
            .save(&key("a"), entry(n.to_string(), n + 1), replaces, None)
            .await;
        assert!(saved.expect("a save"), "{part:?}");
        let there = server.store().load(&key("a")).await;
        assert_eq!(there.expect("a load"), Some(entry(n.to_string(), n + 1)));
    }
}

#[tokio::test]
async fn a_save_that_is_lost_loses_to_one_that_was_faster() {
    let server = Server::start();
    let proxy = Proxy::start(&server).await;
    let store = proxy.store();
    let mut lost = proxy.lose(Part::Request);
    let (name, value) = (key("a"), entry("1", 1));
    let saving = store.save(&name, value, None, None);
    let (saved, ()) = tokio::join!(saving, async {
        lost.happened().await;
        // The very same, but by somebody else.
        save(&server.store(), "a").await;
        drop(lost);
    });
    assert!(!saved.expect("a conflict"));
}

#[tokio::test]
async fn a_save_that_may_have_been_replaced_is_an_error() {
    for part in [Part::Request, Part::Answer] {
        let server = Server::start();
        let proxy = Proxy::start(&server).await;
        let (store, other) = (proxy.store(), server.store());
        let mut lost = proxy.lose(part);
        let (name, value) = (key("a"), entry("1", 1));
        let saving = store.save(&name, value, None, None);
        let (saved, ()) = tokio::join!(saving, async {
            lost.happened().await;
            // To whoever asks, it is the same whether one or two have saved.
            for _ in 0..2 {
                increment(&other, &key("a")).await.expect("a count");
            }
            drop(lost);
        });
        let error = saved.expect_err("nobody can know").to_string();
        assert!(error.contains("it may have been saved or not"), "{error}");
    }
}

/// What writers have done so far.
#[derive(Default)]
struct Record {
    saved: Mutex<Vec<String>>,
    counted: AtomicU64,
    failed: AtomicU64,
    is_over: AtomicBool,
}

async fn write(store: Redis, writer: usize, record: Arc<Record>) {
    for n in 0.. {
        if record.is_over.load(Ordering::Relaxed) {
            return;
        }
        let name = format!("{writer}/{n}");
        match store.save(&key(&name), entry(&name, n), None, None).await {
            Ok(saved) => {
                assert!(saved, "{name} is there already");
                record.saved.lock().expect("a lock").push(name);
            }
            Err(_) => drop(record.failed.fetch_add(1, Ordering::Relaxed)),
        }
        match increment(&store, &key("count")).await {
            Ok(()) => record.counted.fetch_add(1, Ordering::Relaxed),
            Err(_) => record.failed.fetch_add(1, Ordering::Relaxed),
        };
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_loses_nothing_that_was_acknowledged() {
    let mut server = Server::start();
    let record = Arc::new(Record::default());
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        writers.spawn(write(server.store(), writer, Arc::clone(&record)));
    }
    let count = || record.saved.lock().expect("a lock").len();
    for round in 0..6 {
        let before = count();
        let go_on = async {
            while count() < before + 100 {
                sleep(Duration::from_millis(3)).await;
            }
        };
        timeout(PATIENCE, go_on).await.expect("writers go on");
        server.kill();
        sleep(Duration::from_millis(100 * round)).await;
        server.restart();
    }
    record.is_over.store(true, Ordering::Relaxed);
    timeout(PATIENCE, writers.join_all()).await.expect("an end");

    let store = server.store();
    let saved = std::mem::take(&mut *record.saved.lock().expect("a lock"));
    for name in saved {
        let there = store.load(&key(&name)).await.expect("a load");
        assert_eq!(there.map(|entry| entry.value), Some(name));
    }
    let count = store
        .load(&key("count"))
        .await
        .expect("a load")
        .expect("a count");
    let counted = record.counted.load(Ordering::Relaxed);
    let failed = record.failed.load(Ordering::Relaxed);
    // Those that failed may have been counted or not.
    let possible = counted..=counted + failed;
    assert!(
        possible.contains(&count.version.number()),
        "{count:?}: {possible:?}"
    );
}
