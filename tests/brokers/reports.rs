//! What those who run the program are told.

use std::cell::RefCell;
use std::fmt::{self, Write as _};
use std::sync::Once;
use std::time::Duration;

use starmark::live::{Nats, Redis, Relay};
use tokio::time::{sleep, timeout};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::nats::Guarded;
use crate::server::{HEARTBEAT, Kind, LIMIT, Server, ask};
use crate::{A, gap, pair};

crate::with_each! { an_outage_is_reported_once_and_so_is_its_end }

thread_local! {
    /// What Starmark has reported in this thread, which is that of a test.
    static REPORTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Listens in all threads.
///
/// It has to be called before anything is reported: a place that reports is asked once whether anybody listens, and what one thread
/// answers while another one begins to listen is kept.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing::subscriber::set_global_default(Listener).expect("it is the first"));
}

fn reports() -> Vec<String> {
    REPORTS.with_borrow(Vec::clone)
}

struct Listener;

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "starmark"
    }

    fn event(&self, event: &Event<'_>) {
        let mut report = Fields(event.metadata().level().to_string());
        event.record(&mut report);
        REPORTS.with_borrow_mut(|reports| reports.push(report.0));
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, _: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {value:?}").expect("a string");
    }
}

async fn an_outage_is_reported_once_and_so_is_its_end<K: Kind>() {
    REPORTS.take();
    let mut server = Server::<K>::start().await;
    // The other one ends here.
    let [relay, _] = pair(&server).await;
    let mut subscription = relay.subscribe(A);
    assert_eq!(reports(), [""; 0]);
    server.kill();
    // Several attempts.
    sleep(HEARTBEAT).await;
    server.restart().await;
    gap(&mut subscription).await;
    let reports = reports();
    let [lost, back] = &reports[..] else {
        panic!("{reports:?}");
    };
    assert!(lost.starts_with("ERROR no connection to "), "{lost}");
    assert!(back.starts_with("INFO the connection to "), "{back}");
}

/// Each reason is reported, whatever it is that the server does not like.
async fn refused<K: Kind>(broker: K::Broker, reason: &str) {
    REPORTS.take();
    let relay = Relay::<u32>::over(broker);
    let reported = async {
        while !reports().iter().any(|report| report.contains(reason)) {
            sleep(Duration::from_millis(10)).await;
        }
    };
    let result = timeout(LIMIT, reported).await;
    assert!(result.is_ok(), "{reason:?} in {:?}", reports());
    drop(relay);
}

#[tokio::test]
async fn what_redis_refuses_is_reported() {
    let server = Server::<Redis>::start().await;
    let done = |answer: &str| answer.ends_with('\n');
    for rule in [
        "mute on >secret &* +@all -publish",
        "deaf on >secret &* +@all -subscribe",
    ] {
        let answer = ask(
            server.port(),
            format!("ACL SETUSER {rule}\r\n").as_bytes(),
            done,
        )
        .await;
        assert_eq!(answer, "+OK\r\n");
    }
    for (user, reason) in [
        ("mute:secret", "'publish' command"),
        ("deaf:secret", "'subscribe' command"),
        ("mute:wrong", "username-password"),
    ] {
        let address = format!("redis://{user}@127.0.0.1:{}", server.port());
        refused::<Redis>(Redis::new(&address).expect("an address"), reason).await;
    }
}

#[tokio::test]
async fn what_nats_refuses_is_reported() {
    let server = Server::<Guarded>::start().await;
    for (address, reason) in [
        ("nats://ada:wrong@", "authorization violation"),
        // The server has no certificate, and this program may have no provider of cryptography, which panics.
        ("tls://ada@", "no connection to NATS"),
    ] {
        let address = format!("{address}127.0.0.1:{}", server.port());
        refused::<Nats>(Nats::new(&address).expect("an address"), reason).await;
    }
}
