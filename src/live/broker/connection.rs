//! The life of a connection to the server between the processes: opened, checked, lost, opened again.
//!
//! What is behind it differs from server to server; that no message is lost in silence is the same for all, and
//! ensured here. A connection counts when a message has come back on it, so that it is known to publish and to
//! subscribe. A server that says nothing is asked for a sign of life in the same way: by an empty message, which is for
//! nobody. Any failure ends the connection, and with the next one everybody reads everything again.

use std::error::Error;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use super::Link;
use super::outage::Outage;
use crate::report;

/// How long a server may say nothing before it is asked, and how long again before it is given up.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(5);

/// Why there is no connection.
pub(super) type Problem = Box<dyn Error + Send + Sync>;

/// Where connections lead to.
pub(super) trait Server: Send + Sync {
    /// The server as messages to the operator call it.
    const NAME: &'static str;

    type Connection: Connection;

    /// Connects and subscribes.
    fn connect(&self) -> impl Future<Output = Result<Self::Connection, Problem>> + Send;
}

/// A subscription, and the way to what it is for.
pub(super) trait Connection: Send {
    /// How many bytes a message may have.
    fn limit(&self) -> usize;

    /// Publishes these, in their order.
    fn send(&mut self, messages: Vec<Vec<u8>>) -> impl Future<Output = Result<(), Problem>> + Send;

    /// The next message; none is lost when the future is dropped.
    fn receive(&mut self) -> impl Future<Output = Result<Bytes, Problem>> + Send;

    /// Ends when the server has been sent everything.
    fn close(self) -> impl Future<Output = Result<(), Problem>> + Send;
}

/// Carries messages over one connection after the other, until the end of the relay.
pub(super) async fn carry<S: Server>(server: &S, heartbeat: Duration, mut link: Link) {
    let mut outage = Outage::new(S::NAME);
    while let Err(problem) = session(server, heartbeat, &mut link, &mut outage).await {
        let delay = outage.failed(&problem);
        if link.has_ended() {
            return;
        }
        sleep(delay).await;
    }
}

/// One connection, from its begin to the end of the relay.
async fn session<S: Server>(
    server: &S,
    heartbeat: Duration,
    link: &mut Link,
    outage: &mut Outage,
) -> Result<(), Problem> {
    let limit = 2 * heartbeat;
    let (mut connection, message) = within(limit, open(server)).await?;
    outage.over();
    link.connected();
    hand_on(link, &message);
    exchange(&mut connection, link, heartbeat).await?;
    within(limit, connection.close()).await
}

/// A connection on which a message has come back; it may be one of another process, which shows the same.
async fn open<S: Server>(server: &S) -> Result<(S::Connection, Bytes), Problem> {
    let mut connection = server.connect().await?;
    connection.send(vec![Vec::new()]).await?;
    let message = connection.receive().await?;
    Ok((connection, message))
}

/// Sends and receives until the end of the relay.
async fn exchange(
    connection: &mut impl Connection,
    link: &mut Link,
    heartbeat: Duration,
) -> Result<(), Problem> {
    let (mut heard, mut is_asked) = (Instant::now(), false);
    loop {
        let patience = heartbeat * if is_asked { 2 } else { 1 };
        tokio::select! {
            // Looks for a message first, so that it is never this process whose silence is counted.
            message = timeout_at(heard + patience, connection.receive()) => match message {
                Ok(message) => {
                    hand_on(link, &message?);
                    (heard, is_asked) = (Instant::now(), false);
                }
                Err(_) if is_asked => return Err(format!("silent for {patience:?}").into()),
                Err(_) => {
                    within(heartbeat, connection.send(vec![Vec::new()])).await?;
                    is_asked = true;
                }
            },
            messages = link.next_many() => {
                if messages.is_empty() {
                    return Ok(());
                }
                let messages = fitting(messages, connection.limit(), link);
                within(2 * heartbeat, connection.send(messages)).await?;
            }
        }
    }
}

/// A message for the relay, unless it is a sign of life.
fn hand_on(link: &Link, message: &[u8]) {
    if !message.is_empty() {
        link.receive(message);
    }
}

/// Leaves out what the server would refuse; the others read instead.
fn fitting(mut messages: Vec<Vec<u8>>, limit: usize, link: &Link) -> Vec<Vec<u8>> {
    messages.retain(|message| {
        let fits = message.len() <= limit;
        if !fits {
            let reason = format!("it has {} bytes, the server takes {limit}", message.len());
            report::failed("a message cannot be sent to other processes", &reason);
            link.lose();
        }
        fits
    });
    messages
}

async fn within<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, Problem>>,
) -> Result<T, Problem> {
    let result = timeout(limit, work).await;
    result.unwrap_or_else(|_| Err(format!("no answer within {limit:?}").into()))
}
