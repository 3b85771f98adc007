//! What arrives while the server is there.

use starmark::live::{Notice, Relay};
use starmark::sse::{Event, PatchElements};

use crate::server::{Kind, Server};
use crate::{A, B, next, pair, published};

crate::with_each! {
    each_hears_the_other_once_and_in_order
    a_payload_can_be_an_event
    what_comes_steadily_arrives_without_a_gap
    what_comes_too_fast_arrives_or_is_a_gap
    rubbish_is_left_out
    channels_are_apart
    the_connection_ends_with_the_relay
    what_was_published_before_the_end_arrives
}

async fn each_hears_the_other_once_and_in_order<K: Kind>() {
    let server = Server::<K>::start().await;
    let relays = pair(&server).await;
    let mut subscriptions = relays.each_ref().map(|relay| {
        relay
            .subscribe([A.and_below(), B.and_below()])
            .capacity(1000)
    });
    for n in 0..100 {
        relays[0].publish(A.with(n), n);
        relays[1].publish(B.with(n), n);
        tokio::task::yield_now().await;
    }
    for subscription in &mut subscriptions {
        let mut heard = [Vec::new(), Vec::new()];
        while heard.iter().map(Vec::len).sum::<usize>() < 200 {
            if let Notice::Published { topic, payload } = next(subscription).await {
                let from = usize::from(B.and_below().matches(&topic));
                assert_eq!(topic, [A, B][from].with(payload));
                heard[from].push(payload);
            }
        }
        assert_eq!(heard, [(0..100).collect::<Vec<_>>(), (0..100).collect()]);
    }
    // What comes twice would be there before this.
    for relay in &relays {
        relay.publish(A, 1000);
    }
    for subscription in &mut subscriptions {
        assert_eq!(
            [published(subscription).await, published(subscription).await],
            [1000, 1000]
        );
    }
}

async fn a_payload_can_be_an_event<K: Kind>() {
    let server = Server::<K>::start().await;
    let relays = [(), ()].map(|()| Relay::<Event>::over(server.broker()));
    server.has_subscribers(2).await;
    let mut subscription = relays[1].subscribe(A);
    let event = Event::from(PatchElements::new("a\r\nb<p>ü\u{0}"));
    // It waits until the connection is there.
    relays[0].publish(A, event.clone());
    assert_eq!(published(&mut subscription).await, event);
}

async fn what_comes_steadily_arrives_without_a_gap<K: Kind>() {
    let server = Server::<K>::start().await;
    let [here, there] = pair(&server).await;
    let mut subscription = there.subscribe(A).capacity(1000);
    // Behind it there is nothing left from the begin.
    here.publish(A, 0);
    published(&mut subscription).await;
    for chunk in 0..20 {
        let chunk = chunk * 500..(chunk + 1) * 500;
        chunk.clone().for_each(|n| here.publish(A, n));
        for payload in chunk {
            assert_eq!(
                next(&mut subscription).await,
                Notice::Published { topic: A, payload }
            );
        }
    }
}

async fn what_comes_too_fast_arrives_or_is_a_gap<K: Kind>() {
    let server = Server::<K>::start().await;
    let [here, there] = pair(&server).await;
    let mut subscription = there.subscribe([A, B]).capacity(20_000);
    (0..10_000).for_each(|n| here.publish(A, n));
    let (mut numbers, mut gaps) = (Vec::new(), 0);
    while numbers.last() != Some(&10_000) {
        match next(&mut subscription).await {
            Notice::Gap => gaps += 1,
            Notice::Published { payload, .. } => {
                if numbers.is_empty() {
                    // What waited is on its way, so that there is room again.
                    here.publish(B, 10_000);
                }
                numbers.push(payload);
            }
        }
    }
    assert!(numbers.is_sorted_by(|a, b| a < b), "in order, and once");
    assert!(
        gaps > 0 || numbers.len() == 10_001,
        "{} without a gap",
        numbers.len()
    );
}

async fn rubbish_is_left_out<K: Kind>() {
    let server = Server::<K>::start().await;
    let [here, there] = pair(&server).await;
    let mut subscription = there.subscribe([A, B]);
    let rubbish = [
        "",
        " ",
        "rubbish",
        "[]",
        "[1,[\"a\",\"text\"]]",
        "[1,[\"a\",1],2]",
        "\u{0}",
    ];
    for message in rubbish
        .iter()
        .map(|text| text.as_bytes())
        .chain([&[0xff, b'\n'][..]])
    {
        server.publish(message).await;
    }
    server.publish(b"[1,[\"a\",7]]").await;
    assert_eq!(published(&mut subscription).await, 7);
    here.publish(B, 8);
    assert_eq!(published(&mut subscription).await, 8);
}

async fn channels_are_apart<K: Kind>() {
    let server = Server::<K>::start().await;
    let [here, there] = pair(&server).await;
    let other = Relay::<u32>::over(K::broker(server.port(), "other"));
    let mut subscription = there.subscribe(A);
    let mut elsewhere = other.subscribe(A);
    here.publish(A, 1);
    assert_eq!(published(&mut subscription).await, 1);
    other.publish(A, 2);
    assert_eq!(published(&mut elsewhere).await, 2);
    here.publish(A, 3);
    assert_eq!(published(&mut subscription).await, 3);
}

async fn the_connection_ends_with_the_relay<K: Kind>() {
    let server = Server::<K>::start().await;
    let [here, there] = pair(&server).await;
    server.has_subscribers(2).await;
    drop(here);
    server.has_subscribers(1).await;
    drop(there);
    server.has_subscribers(0).await;
}

async fn what_was_published_before_the_end_arrives<K: Kind>() {
    let server = Server::<K>::start().await;
    let [here, there] = pair(&server).await;
    let mut subscription = there.subscribe(A).capacity(1000);
    (0..500).for_each(|n| here.publish(A, n));
    drop(here);
    for n in 0..500 {
        assert_eq!(published(&mut subscription).await, n);
    }
}
