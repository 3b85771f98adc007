//! From a publication until all subscribers have it.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use starmark::live::{Relay, Topic};
use tokio::runtime::Runtime;
use tokio::sync::{Notify, broadcast};

use crate::median;

const TOPIC: Topic = Topic::new("board");

const SUBSCRIBERS: [usize; 3] = [1, 100, 10_000];

/// Counts who has it.
#[derive(Clone, Default)]
struct Count(Arc<(AtomicUsize, Notify)>);

impl Count {
    fn one(&self, of: usize) {
        if self.0.0.fetch_add(1, Ordering::AcqRel) + 1 == of {
            self.0.1.notify_one();
        }
    }

    async fn all(&self) {
        self.0.1.notified().await;
        self.0.0.store(0, Ordering::Release);
    }
}

pub(crate) fn run(runtime: &Runtime) {
    println!("## Publishing to subscribers, each a task\n");
    println!("| | subscribers | the call | until all have it | per subscriber |");
    println!("|---|--:|--:|--:|--:|");
    for subscribers in SUBSCRIBERS {
        let rounds = 200_000 / (subscribers + 100);
        let (call, all) = runtime.block_on(relay(subscribers, rounds));
        row("`Relay`", subscribers, call, all);
        let (call, all) = runtime.block_on(channel(subscribers, rounds));
        row("`tokio::sync::broadcast`", subscribers, call, all);
    }
    let (call, all) = runtime.block_on(one_of_many(10_000, 2000));
    println!(
        "| `Relay`, each subscriber with a topic of its own | 1 of 10000 | {call:.1?} | {all:.1?} | |\n"
    );
}

fn row(name: &str, subscribers: usize, call: Duration, all: Duration) {
    let each = all / u32::try_from(subscribers).unwrap_or(u32::MAX);
    println!("| {name} | {subscribers} | {call:.1?} | {all:.1?} | {each:.1?} |");
}

/// Times rounds of a publication: the call itself, and until all have counted.
async fn rounds(
    rounds: usize,
    count: &Count,
    mut publish: impl FnMut(usize),
) -> (Duration, Duration) {
    let (mut calls, mut alls) = (Vec::new(), Vec::new());
    for round in 0..rounds + rounds / 10 {
        let start = Instant::now();
        publish(round);
        let call = start.elapsed();
        count.all().await;
        if round >= rounds / 10 {
            calls.push(call);
            alls.push(start.elapsed());
        }
    }
    (median(calls), median(alls))
}

async fn relay(subscribers: usize, times: usize) -> (Duration, Duration) {
    let (relay, count) = (Relay::new(), Count::default());
    for _ in 0..subscribers {
        let (mut subscription, count) = (relay.subscribe(TOPIC), count.clone());
        tokio::spawn(async move {
            while let Some(notice) = subscription.recv().await {
                black_box(notice);
                count.one(subscribers);
            }
        });
    }
    rounds(times, &count, |round| relay.publish(TOPIC, round)).await
}

async fn channel(subscribers: usize, times: usize) -> (Duration, Duration) {
    let (sender, count) = (broadcast::Sender::new(64), Count::default());
    for _ in 0..subscribers {
        let (mut receiver, count) = (sender.subscribe(), count.clone());
        tokio::spawn(async move {
            while let Ok(value) = receiver.recv().await {
                black_box((TOPIC, value));
                count.one(subscribers);
            }
        });
    }
    rounds(times, &count, |round| drop(black_box(sender.send(round)))).await
}

/// The others are not asked.
async fn one_of_many(subscribers: usize, times: usize) -> (Duration, Duration) {
    let (relay, count) = (Relay::new(), Count::default());
    let topics: Vec<_> = (0..subscribers).map(|n| TOPIC.with(n)).collect();
    for topic in &topics {
        let (mut subscription, count) = (relay.subscribe(topic.clone()), count.clone());
        tokio::spawn(async move {
            while subscription.recv().await.is_some() {
                count.one(1);
            }
        });
    }
    rounds(times, &count, |round| {
        relay.publish(topics[round % subscribers].clone(), round);
    })
    .await
}
