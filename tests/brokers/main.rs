//! Relays of several processes over the servers that carry their messages: each test with Redis and with NATS.

mod carried;
mod interrupted;
mod nats;
mod processes;
mod reports;
mod server;

use starmark::live::{Notice, Relay, Subscription, Topic};
use tokio::time::timeout;

use server::{Kind, LIMIT, Server};

const A: Topic = Topic::new("a");
const B: Topic = Topic::new("b");

/// Runs these with each kind of server.
macro_rules! with_each {
    ($($name:ident)*) => {
        mod redis {
            $(#[tokio::test]
            async fn $name() {
                super::$name::<starmark::live::Redis>().await;
            })*
        }
        mod nats {
            $(#[tokio::test]
            async fn $name() {
                super::$name::<starmark::live::Nats>().await;
            })*
        }
    };
}
pub(crate) use with_each;

/// Two relays, as two processes have them, which hear each other.
async fn pair<K: Kind>(server: &Server<K>) -> [Relay<u32>; 2] {
    let relays = [(), ()].map(|()| Relay::over(server.broker()));
    meet(&relays).await;
    relays
}

/// Waits until each hears the other.
async fn meet([here, there]: &[Relay<u32>; 2]) {
    let topic = Topic::new("meet");
    for (from, to) in [(here, there), (there, here)] {
        let mut subscription = to.subscribe(topic.clone());
        let met = async {
            let mut heard = false;
            while !heard {
                from.publish(topic.clone(), 0);
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                heard = std::iter::from_fn(|| subscription.try_recv())
                    .any(|notice| notice != Notice::Gap);
            }
        };
        timeout(LIMIT, met).await.expect("in time");
    }
}

async fn next<T>(subscription: &mut Subscription<T>) -> Notice<T> {
    let notice = timeout(LIMIT, subscription.recv()).await;
    notice.expect("in time").expect("the relay is there")
}

/// The next one that is no gap: there are some when relays connect.
async fn published<T>(subscription: &mut Subscription<T>) -> T {
    loop {
        if let Some(payload) = next(subscription).await.into_payload() {
            return payload;
        }
    }
}

/// Waits for a gap, past what was published before.
async fn gap(subscription: &mut Subscription<u32>) {
    while next(subscription).await != Notice::Gap {}
}

/// Forgets what has come.
fn clear<T>(subscription: &mut Subscription<T>) {
    while subscription.try_recv().is_some() {}
}
