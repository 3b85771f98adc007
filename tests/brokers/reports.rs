//! What those who run the program are told.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex};

use starmark::live::{Nats, Redis, Relay};
use tokio::time::{sleep, timeout};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::nats::Guarded;
use crate::server::{HEARTBEAT, Kind, LIMIT, Server, ask};
use crate::{A, gap, pair};

crate::with_each! { an_outage_is_reported_once_and_so_is_its_end }

/// The reports of Starmark in this thread.
#[derive(Clone, Default)]
struct Reports(Arc<Mutex<Vec<String>>>);

impl Reports {
    fn all(&self) -> Vec<String> {
        self.0.lock().expect("no panic").clone()
    }

    async fn has(&self, text: &str) {
        let reported = async {
            while !self.all().iter().any(|report| report.contains(text)) {
                sleep(std::time::Duration::from_millis(10)).await;
            }
        };
        let result = timeout(LIMIT, reported).await;
        assert!(result.is_ok(), "{text:?} in {:?}", self.all());
    }
}

impl Subscriber for Reports {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "starmark"
    }

    fn event(&self, event: &Event<'_>) {
        let mut report = Fields(event.metadata().level().to_string());
        event.record(&mut report);
        self.0.lock().expect("no panic").push(report.0);
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
    let reports = Reports::default();
    let _guard = tracing::subscriber::set_default(reports.clone());
    let mut server = Server::<K>::start().await;
    // The other one ends here.
    let [relay, _] = pair(&server).await;
    let mut subscription = relay.subscribe(A);
    assert_eq!(reports.all(), [""; 0]);
    server.kill();
    // Several attempts.
    sleep(HEARTBEAT).await;
    server.restart().await;
    gap(&mut subscription).await;
    let [lost, back] = &reports.all()[..] else {
        panic!("{:?}", reports.all());
    };
    assert!(lost.starts_with("ERROR no connection to "), "{lost}");
    assert!(back.starts_with("INFO the connection to "), "{back}");
}

/// Each reason is reported, whatever it is that the server does not like.
async fn refused<K: Kind>(broker: K::Broker, reason: &str) {
    let reports = Reports::default();
    let _guard = tracing::subscriber::set_default(reports.clone());
    let relay = Relay::<u32>::over(broker);
    reports.has(reason).await;
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
