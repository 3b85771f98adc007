//! What happens while the server is not there, and when it comes back.

use std::time::Duration;

use starmark::live::{Notice, Relay};
use tokio::time::sleep;

use crate::server::{HEARTBEAT, Kind, Server};
use crate::{A, B, clear, gap, meet, next, pair, published};

crate::with_each! {
    after_a_crash_everybody_reads_again
    a_silent_server_counts_as_lost
    a_server_that_nobody_needs_is_kept
    a_server_may_come_later
    a_relay_may_end_while_the_server_is_away
}

async fn after_a_crash_everybody_reads_again<K: Kind>() {
    let mut server = Server::<K>::start().await;
    let relays = pair(&server).await;
    let [mut near, mut far] = relays.each_ref().map(|relay| relay.subscribe(A));
    server.kill();
    // This process is told at once; of the others nobody knows.
    relays[0].publish(A, 1);
    assert_eq!(
        near.try_recv(),
        Some(Notice::Published {
            topic: A,
            payload: 1
        })
    );
    sleep(HEARTBEAT).await;
    relays[0].publish(A, 2);
    assert_eq!(
        near.try_recv(),
        Some(Notice::Published {
            topic: A,
            payload: 2
        })
    );
    assert_eq!(far.try_recv(), None);
    server.restart().await;
    gap(&mut near).await;
    gap(&mut far).await;
    flows_again(&relays).await;
}

async fn a_silent_server_counts_as_lost<K: Kind>() {
    let server = Server::<K>::start().await;
    let relays = pair(&server).await;
    let [mut near, mut far] = relays.each_ref().map(|relay| relay.subscribe(A));
    server.pause();
    // Longer than a server may be silent: the clock of the relays is the same. Nothing is sent meanwhile that would
    // not be answered.
    sleep(3 * HEARTBEAT).await;
    relays[0].publish(A, 1);
    assert_eq!(
        near.try_recv(),
        Some(Notice::Published {
            topic: A,
            payload: 1
        })
    );
    server.resume();
    gap(&mut near).await;
    gap(&mut far).await;
    flows_again(&relays).await;
}

async fn a_server_that_nobody_needs_is_kept<K: Kind>() {
    let server = Server::<K>::start().await;
    let relays = pair(&server).await;
    let mut far = relays[1].subscribe(A);
    // Nobody says anything, longer than a server may be silent.
    sleep(3 * HEARTBEAT).await;
    relays[0].publish(A, 1);
    assert_eq!(
        next(&mut far).await,
        Notice::Published {
            topic: A,
            payload: 1
        }
    );
}

async fn a_server_may_come_later<K: Kind>() {
    let mut server = Server::<K>::absent();
    let relays = [(), ()].map(|()| Relay::<u32>::over(server.broker()));
    let [mut near, mut far] = relays.each_ref().map(|relay| relay.subscribe(A));
    sleep(HEARTBEAT).await;
    relays[0].publish(A, 1);
    assert_eq!(
        near.try_recv(),
        Some(Notice::Published {
            topic: A,
            payload: 1
        })
    );
    assert_eq!(far.try_recv(), None);
    server.restart().await;
    gap(&mut near).await;
    gap(&mut far).await;
    flows_again(&relays).await;
}

async fn a_relay_may_end_while_the_server_is_away<K: Kind>() {
    let mut server = Server::<K>::start().await;
    let [here, there] = pair(&server).await;
    server.kill();
    let mut subscription = here.subscribe(A);
    drop((here, there));
    assert_eq!(subscription.recv().await, None);
    // Tasks that went on would connect again now, and stay.
    let tasks = tokio::runtime::Handle::current().metrics();
    while tasks.num_alive_tasks() > 0 {
        sleep(Duration::from_millis(10)).await;
    }
    server.restart().await;
    server.has_subscribers(0).await;
}

/// New publications arrive, in both directions.
async fn flows_again(relays: &[Relay<u32>; 2]) {
    meet(relays).await;
    let [mut near, mut far] = relays.each_ref().map(|relay| relay.subscribe(B));
    relays[0].publish(B, 1);
    relays[1].publish(B, 2);
    for subscription in [&mut near, &mut far] {
        let mut heard = [published(subscription).await, published(subscription).await];
        heard.sort_unstable();
        assert_eq!(heard, [1, 2]);
        clear(subscription);
    }
}
