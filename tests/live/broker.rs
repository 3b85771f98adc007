//! A relay of several processes, over a broker that can be cut off.

use std::time::Duration;

use starmark::live::{Broker, Link, Notice, Relay, Topic};
use starmark::sse::{Event, PatchElements};
use tokio::sync::{broadcast, watch};
use tokio::time::timeout;

const A: Topic = Topic::new("a");

/// Between relays of one process.
#[derive(Clone)]
struct Wire {
    messages: broadcast::Sender<Vec<u8>>,
    is_up: watch::Sender<bool>,
}

impl Wire {
    fn new() -> Self {
        let (messages, is_up) = (broadcast::channel(4096).0, watch::Sender::new(true));
        Self { messages, is_up }
    }
}

impl Broker for Wire {
    async fn run(self, mut link: Link) {
        let mut is_up = self.is_up.subscribe();
        loop {
            let Ok(_) = is_up.wait_for(|is_up| *is_up).await else {
                return;
            };
            let mut messages = self.messages.subscribe();
            link.connected();
            loop {
                tokio::select! {
                    message = link.next() => match message {
                        Some(message) => drop(self.messages.send(message)),
                        None => return,
                    },
                    Ok(message) = messages.recv() => link.receive(&message),
                    _ = is_up.wait_for(|is_up| !*is_up) => break,
                }
            }
        }
    }
}

async fn next<T>(subscription: &mut starmark::live::Subscription<T>) -> Notice<T> {
    let notice = timeout(Duration::from_secs(5), subscription.recv()).await;
    notice.expect("in time").expect("the relay is there")
}

/// The next one that is no gap: there are some when relays connect.
async fn published<T>(subscription: &mut starmark::live::Subscription<T>) -> T {
    loop {
        if let Some(payload) = next(subscription).await.into_payload() {
            return payload;
        }
    }
}

async fn settle() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}

#[tokio::test]
async fn what_one_publishes_all_hear_once() {
    let wire = Wire::new();
    let relays: [Relay<u32>; 3] = std::array::from_fn(|_| Relay::over(wire.clone()));
    settle().await;
    let mut subscriptions = relays
        .each_ref()
        .map(|relay| relay.subscribe(A.and_below()));
    for (n, relay) in (0..).zip(&relays) {
        relay.publish(A.with(n), n);
        settle().await;
    }
    for subscription in &mut subscriptions {
        for n in 0..3 {
            let topic = A.with(n);
            assert_eq!(
                next(subscription).await,
                Notice::Published { topic, payload: n }
            );
        }
        assert_eq!(subscription.try_recv(), None);
    }
}

#[tokio::test]
async fn a_payload_can_be_an_event() {
    let wire = Wire::new();
    let (here, there) = (
        Relay::<Event>::over(wire.clone()),
        Relay::<Event>::over(wire),
    );
    settle().await;
    let mut subscription = there.subscribe(A);
    let event = Event::from(PatchElements::new("a\r\nb"));
    here.publish(A, event.clone());
    assert_eq!(published(&mut subscription).await, event);
}

#[tokio::test]
async fn after_an_interruption_everybody_reads_again() {
    let wire = Wire::new();
    let (here, there) = (
        Relay::<u32>::over(wire.clone()),
        Relay::<u32>::over(wire.clone()),
    );
    settle().await;
    let (mut near, mut far) = (here.subscribe(A), there.subscribe(A));
    wire.is_up.send_replace(false);
    settle().await;
    // This process is told at once; of the others nobody knows.
    here.publish(A, 1);
    assert_eq!(published(&mut near).await, 1);
    assert_eq!(far.try_recv(), None);
    wire.is_up.send_replace(true);
    settle().await;
    assert_eq!(next(&mut near).await, Notice::Gap);
    assert_eq!(next(&mut far).await, Notice::Gap);
}

#[tokio::test]
async fn more_than_can_wait_is_a_gap() {
    let wire = Wire::new();
    let (here, there) = (
        Relay::<u32>::over(wire.clone()),
        Relay::<u32>::over(wire.clone()),
    );
    settle().await;
    let mut far = there.subscribe(A).capacity(4000);
    // The task of the broker does not run in between.
    (0..3000).for_each(|n| here.publish(A, n));
    settle().await;
    let notices: Vec<_> = std::iter::from_fn(|| far.try_recv()).collect();
    assert_eq!(
        notices
            .iter()
            .filter(|notice| **notice == Notice::Gap)
            .count(),
        1
    );
    assert_eq!(notices.len(), 1 + 1024);
}

#[tokio::test]
async fn what_cannot_be_read_is_left_out() {
    let wire = Wire::new();
    let relay = Relay::<u32>::over(wire.clone());
    settle().await;
    let mut subscription = relay.subscribe(A);
    for message in ["", "[]", "[1,[\"a\",\"text\"]]", "[1,[\"a\",1],2]", "\u{0}"] {
        wire.messages.send(message.into()).expect("the relay reads");
    }
    wire.messages
        .send("[1,[\"a\",7]]".into())
        .expect("the relay reads");
    assert_eq!(published(&mut subscription).await, 7);
}

#[tokio::test]
async fn the_connection_ends_with_the_relay() {
    let wire = Wire::new();
    let relay = Relay::<()>::over(wire.clone());
    settle().await;
    assert_eq!(wire.messages.receiver_count(), 1);
    drop(relay);
    settle().await;
    assert_eq!(wire.messages.receiver_count(), 0);
}
