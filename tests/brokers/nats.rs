//! What only NATS does.

use std::process::Command;

use starmark::live::{Nats, Relay};
use tempfile::TempDir;

use crate::server::{Kind, Server};
use crate::{A, B, gap, meet, pair, published};

#[tokio::test]
async fn a_message_that_is_too_large_is_a_gap() {
    let server = Server::<Nats>::start().await;
    let [here, there] = [(), ()].map(|()| Relay::<String>::over(server.broker()));
    server.has_subscribers(2).await;
    let mut subscription = there.subscribe([A, B]);
    // Whoever hears this has had the gaps of the begin.
    here.publish(A, "here".into());
    while published(&mut subscription).await != "here" {}
    here.publish(A, "x".repeat(2 << 20));
    while crate::next(&mut subscription).await != starmark::live::Notice::Gap {}
    here.publish(B, "y".repeat(1 << 19));
    assert_eq!(published(&mut subscription).await.len(), 1 << 19);
}

#[tokio::test]
async fn what_is_not_read_in_time_is_a_gap() {
    let server = Server::<Nats>::start().await;
    let options = async_nats::ConnectOptions::new().subscription_capacity(1);
    let [here, there] = [
        Relay::over(server.broker()),
        Relay::over(server.broker().options(options)),
    ];
    let relays = [here, there];
    meet(&relays).await;
    let mut subscription = relays[1].subscribe(A);
    (0..1000).for_each(|n| relays[0].publish(A, n));
    gap(&mut subscription).await;
    meet(&relays).await;
}

/// A server that asks for a password.
pub(crate) struct Guarded;

impl Kind for Guarded {
    type Broker = Nats;

    fn command(ports: [u16; 2], folder: &TempDir) -> Command {
        let mut command = Nats::command(ports, folder);
        command.args(["--user", "ada", "--pass", "p@ss/word"]);
        command
    }

    fn broker(port: u16, channel: &str) -> Nats {
        let address = format!("nats://ada:p%40ss%2Fword@127.0.0.1:{port}");
        let nats = Nats::new(&address).expect("an address");
        nats.subject(channel).expect("a subject")
    }

    async fn publish(_: [u16; 2], _: &[u8]) {
        unreachable!("only relays publish here");
    }

    async fn subscribers(ports: [u16; 2]) -> usize {
        Nats::subscribers(ports).await
    }
}

#[tokio::test]
async fn the_address_may_have_a_password() {
    let server = Server::<Guarded>::start().await;
    let relays = pair(&server).await;
    server.has_subscribers(2).await;
    drop(relays);
}
