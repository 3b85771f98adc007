//! Who is told what.

use std::collections::VecDeque;
use std::thread;
use std::time::Duration;

use futures_util::StreamExt as _;
use proptest::prelude::*;
use starmark::live::{Notice, Pattern, Relay, Subscription, Topic};

const A: Topic = Topic::new("a");
const B: Topic = Topic::new("b");

fn payloads<T>(subscription: &mut Subscription<T>) -> Vec<T> {
    let notices = std::iter::from_fn(|| subscription.try_recv());
    notices.filter_map(Notice::into_payload).collect()
}

#[test]
fn overlapping_patterns_deliver_once() {
    let relay = Relay::new();
    let mut all = relay.subscribe([A.into(), A.and_below(), Pattern::All, B.into()]);
    relay.publish(A, 1);
    relay.publish(A.with(7), 2);
    relay.publish(B, 3);
    assert_eq!(payloads(&mut all), [1, 2, 3]);
    assert_eq!(relay.subscribers(&A), 1);
}

#[test]
fn the_oldest_make_room_and_are_counted() {
    let relay = Relay::new();
    let mut slow = relay.subscribe(A).capacity(2);
    let mut fast = relay.subscribe(A);
    (0..5).for_each(|n| relay.publish(A, n));
    assert_eq!(slow.missed(), 3);
    assert_eq!(slow.try_recv(), Some(Notice::Gap));
    assert_eq!(payloads(&mut slow), [3, 4]);
    assert_eq!((payloads(&mut fast).len(), fast.missed()), (5, 0));
}

#[test]
fn only_the_latest_of_each_topic_waits() {
    let relay = Relay::new();
    let mut latest = relay.subscribe(Pattern::All).capacity(2).latest();
    for n in 0..100 {
        relay.publish(A, n);
        relay.publish(B, n + 1000);
    }
    assert_eq!(payloads(&mut latest), [99, 1099]);
    assert_eq!(latest.missed(), 0);
}

#[tokio::test]
async fn a_relay_ends_with_its_last_handle() {
    let relay = Relay::<()>::new();
    let mut subscription = relay.subscribe(A);
    let other = relay.clone();
    drop(relay);
    other.notify(A);
    let waiting = tokio::spawn(async move {
        assert!(subscription.next().await.is_some());
        subscription.recv().await
    });
    tokio::task::yield_now().await;
    drop(other);
    assert_eq!(waiting.await.expect("no panic"), None);
}

#[test]
fn what_was_dropped_is_told_nothing() {
    let relay = Relay::<()>::new();
    let subscriptions: Vec<_> = (0..100).map(|_| relay.subscribe([A, B])).collect();
    assert_eq!(relay.subscribers(&A), 100);
    let mut left: Vec<_> = subscriptions.into_iter().step_by(3).collect();
    assert_eq!((relay.subscribers(&A), relay.subscribers(&B)), (34, 34));
    relay.notify(B);
    assert!(left.iter_mut().all(|one| one.try_recv().is_some()));
}

#[test]
fn a_transaction_that_was_rolled_back_is_not_announced() {
    let relay = Relay::new();
    let mut subscription = relay.subscribe(A);
    let mut notices = relay.after_commit();
    notices.publish(A, 1);
    drop(notices);
    let mut notices = relay.after_commit();
    notices.publish(A, 2);
    notices.publish(A, 3);
    assert_eq!(subscription.try_recv(), None);
    notices.committed();
    assert_eq!(payloads(&mut subscription), [2, 3]);
}

/// Each thread's notices arrive in its order, none is lost, and async readers are woken from threads without a runtime.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn threads_publish_and_tasks_read() {
    const THREADS: usize = 4;
    const EACH: usize = 2000;
    let relay = Relay::new();
    let readers: Vec<_> = (0..8)
        .map(|_| {
            let mut subscription = relay
                .subscribe([A.and_below(), Pattern::All])
                .capacity(THREADS * EACH);
            tokio::spawn(async move {
                let mut next = [0; THREADS];
                while let Some(notice) = subscription.recv().await {
                    let (thread, n) = notice.into_payload().expect("room for all");
                    assert_eq!(next[thread], n);
                    next[thread] += 1;
                }
                assert_eq!(next, [EACH; THREADS]);
            })
        })
        .collect();
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| {
            let relay = relay.clone();
            thread::spawn(move || (0..EACH).for_each(|n| relay.publish(A.with(n % 7), (thread, n))))
        })
        .collect();
    for thread in threads {
        thread.join().expect("no panic");
    }
    drop(relay);
    for reader in readers {
        tokio::time::timeout(Duration::from_secs(20), reader)
            .await
            .expect("it ends")
            .expect("no panic");
    }
}

/// A waker that publishes, as a stream within a stream could, finds no lock held.
#[test]
fn a_wake_may_publish() {
    struct Publish(Relay);
    impl std::task::Wake for Publish {
        fn wake(self: std::sync::Arc<Self>) {
            self.0.notify(B);
        }
    }
    let relay = Relay::new();
    let mut a = relay.subscribe(A);
    let mut b = relay.subscribe(B);
    let waker = std::sync::Arc::new(Publish(relay.clone())).into();
    let mut context = std::task::Context::from_waker(&waker);
    assert!(a.poll_next_unpin(&mut context).is_pending());
    relay.notify(A);
    assert!(b.try_recv().is_some());
}

#[derive(Debug, Clone)]
enum Step {
    Subscribe(Vec<usize>, usize, bool),
    Drop(usize),
    Publish(usize),
    Read(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (prop::collection::vec(0..PATTERNS, 1..4), 1..5_usize, any::<bool>())
            .prop_map(|(patterns, capacity, latest)| Step::Subscribe(patterns, capacity, latest)),
        1 => any::<usize>().prop_map(Step::Drop),
        6 => (0..TOPICS).prop_map(Step::Publish),
        3 => (any::<usize>(), 0..4_usize).prop_map(|(of, count)| Step::Read(of, count)),
    ]
}

const TOPICS: usize = 6;
const PATTERNS: usize = 13;

fn topic(number: usize) -> Topic {
    let names = ["a", "a/b", "a/b/c", "a/bc", "b", "ab"];
    Topic::new(names[number])
}

fn pattern(number: usize) -> Pattern {
    match number {
        0..TOPICS => topic(number).into(),
        12 => Pattern::All,
        _ => topic(number - TOPICS).and_below(),
    }
}

/// The same by text and a list.
struct Model {
    patterns: Vec<usize>,
    capacity: usize,
    is_latest: bool,
    waiting: VecDeque<(Topic, u64)>,
    has_gap: bool,
    missed: u64,
}

impl Model {
    fn matches(&self, topic: &Topic) -> bool {
        self.patterns.iter().any(|number| match pattern(*number) {
            Pattern::All => true,
            Pattern::Exact(exact) => exact == *topic,
            Pattern::Below(above) => format!("{topic}/").starts_with(&format!("{above}/")),
        })
    }

    fn publish(&mut self, topic: &Topic, payload: u64) {
        if !self.matches(topic) {
            return;
        }
        let before = self.waiting.len();
        if self.is_latest {
            self.waiting.retain(|(other, _)| other != topic);
        }
        if before == self.waiting.len() && before == self.capacity {
            self.waiting.pop_front();
            self.has_gap = true;
            self.missed += 1;
        }
        self.waiting.push_back((topic.clone(), payload));
    }

    fn read(&mut self) -> Option<Notice<u64>> {
        if std::mem::take(&mut self.has_gap) {
            return Some(Notice::Gap);
        }
        let (topic, payload) = self.waiting.pop_front()?;
        Some(Notice::Published { topic, payload })
    }
}

proptest! {
    #[test]
    fn a_relay_is_a_list_of_lists(steps in prop::collection::vec(step(), 0..80)) {
        let relay = Relay::new();
        let mut subscriptions: Vec<(Subscription<u64>, Model)> = Vec::new();
        for (number, step) in (0..).zip(steps) {
            match step {
                Step::Subscribe(patterns, capacity, is_latest) => {
                    let subscribed: Vec<_> = patterns.iter().copied().map(pattern).collect();
                    let mut subscription = relay.subscribe(subscribed).capacity(capacity);
                    if is_latest {
                        subscription = subscription.latest();
                    }
                    let (waiting, has_gap, missed) = (VecDeque::new(), false, 0);
                    subscriptions.push((subscription, Model { patterns, capacity, is_latest, waiting, has_gap, missed }));
                }
                Step::Drop(of) if !subscriptions.is_empty() => {
                    subscriptions.remove(of % subscriptions.len());
                }
                Step::Publish(number_of_topic) => {
                    let topic = topic(number_of_topic);
                    relay.publish(topic.clone(), number);
                    for (_, model) in &mut subscriptions {
                        model.publish(&topic, number);
                    }
                    let count = subscriptions.iter().filter(|(_, model)| model.matches(&topic)).count();
                    prop_assert_eq!(relay.subscribers(&topic), count);
                }
                Step::Read(of, count) if !subscriptions.is_empty() => {
                    let of = of % subscriptions.len();
                    let (subscription, model) = &mut subscriptions[of];
                    for _ in 0..count {
                        prop_assert_eq!(subscription.try_recv(), model.read());
                    }
                    prop_assert_eq!(subscription.missed(), model.missed);
                }
                Step::Drop(_) | Step::Read(..) => {}
            }
        }
    }
}
