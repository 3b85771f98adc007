//! What leaves a process, and comes in from others.

#[cfg(any(feature = "nats", feature = "redis"))]
mod address;
#[cfg(any(feature = "nats", feature = "redis"))]
mod connection;
#[cfg(feature = "nats")]
mod nats;
#[cfg(any(feature = "nats", feature = "redis"))]
mod outage;
#[cfg(feature = "redis")]
mod redis;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc;

#[cfg(any(feature = "nats", feature = "redis"))]
pub use address::AddressError;
#[cfg(feature = "nats")]
pub use nats::Nats;
#[cfg(feature = "redis")]
pub use redis::Redis;

use super::Topic;
use super::relay::Shared;
use crate::{random, report};

/// How many messages wait for a broker that is out of reach; those after it are lost, and the others told to read
/// everything again.
const WAITING: usize = 1024;

/// Carries messages between processes, for [`Relay::over`](super::Relay::over).
///
/// Every process with the same broker gets what each of them sends; its own messages may come back, which does no
/// harm. It may lose messages only if it says so, by [`Link::connected`]. There is one with the feature `redis`, and
/// one with `nats`.
///
/// ```
/// use starmark::live::{Broker, Link};
/// use tokio::sync::broadcast::Sender;
///
/// /// Between relays of one process, for tests.
/// #[derive(Clone)]
/// struct Loopback(Sender<Vec<u8>>);
///
/// impl Broker for Loopback {
///     async fn run(self, mut link: Link) {
///         let mut messages = self.0.subscribe();
///         link.connected();
///         loop {
///             tokio::select! {
///                 message = link.next() => match message {
///                     Some(message) => drop(self.0.send(message)),
///                     None => return,
///                 },
///                 Ok(message) = messages.recv() => link.receive(&message),
///             }
///         }
///     }
/// }
/// ```
pub trait Broker: Send + 'static {
    /// Carries messages, across all interruptions, until [`Link::next`] returns nothing.
    fn run(self, link: Link) -> impl Future<Output = ()> + Send;
}

/// The end of a relay to which a broker is tied.
#[derive(Debug)]
pub struct Link {
    messages: mpsc::Receiver<Vec<u8>>,
    relay: Box<dyn Incoming>,
}

impl Link {
    pub(super) fn new<T>(messages: mpsc::Receiver<Vec<u8>>, relay: &Arc<Shared<T>>) -> Self
    where
        T: Clone + Send + DeserializeOwned + 'static,
    {
        let relay = Box::new(Arc::downgrade(relay));
        Self { messages, relay }
    }

    /// The next message to the others; nothing after the end of the relay.
    pub async fn next(&mut self) -> Option<Vec<u8>> {
        match self.relay.lost() {
            Some(message) => Some(message),
            None => self.messages.recv().await,
        }
    }

    /// The next messages, all that wait; none after the end of the relay.
    #[cfg(any(feature = "nats", feature = "redis"))]
    async fn next_many(&mut self) -> Vec<Vec<u8>> {
        let mut messages = Vec::from_iter(self.relay.lost());
        if messages.is_empty() {
            self.messages.recv_many(&mut messages, WAITING).await;
        }
        messages
    }

    /// Whether the relay has ended; messages may still wait.
    #[cfg(any(feature = "nats", feature = "redis"))]
    fn has_ended(&self) -> bool {
        self.messages.is_closed()
    }

    /// A message of this process will never arrive, so the others read everything again.
    #[cfg(any(feature = "nats", feature = "redis"))]
    fn lose(&self) {
        self.relay.lose();
    }

    /// A message has come.
    ///
    /// What cannot be read is reported and left out, such as that of another version of the program.
    pub fn receive(&self, message: &[u8]) {
        if let Err(error) = self.relay.receive(message) {
            report::failed("a message of the broker cannot be read", &error);
        }
    }

    /// From now on messages go and come. What was sent before may be lost, so everybody reads everything again.
    pub fn connected(&self) {
        self.relay.connected();
    }
}

/// The way to the others.
pub(super) struct Outgoing<T> {
    /// Tells messages of this process from those of others.
    origin: u64,
    messages: mpsc::Sender<Vec<u8>>,
    has_lost: AtomicBool,
    write: fn(u64, &Topic, &T) -> serde_json::Result<Vec<u8>>,
}

/// What processes send each other, as JSON: where it comes from, topic and payload; without those, that something was
/// lost.
type Message<S, T> = (u64, Option<(S, T)>);

impl<T: Serialize> Outgoing<T> {
    pub(super) fn new() -> (Self, mpsc::Receiver<Vec<u8>>) {
        let (messages, receiver) = mpsc::channel(WAITING);
        let outgoing = Self {
            origin: random::number(),
            messages,
            has_lost: AtomicBool::new(false),
            write: |origin, topic, payload| {
                let message: Message<&str, &T> = (origin, Some((topic.as_str(), payload)));
                serde_json::to_vec(&message)
            },
        };
        (outgoing, receiver)
    }
}

impl<T> Outgoing<T> {
    pub(super) fn send(&self, topic: &Topic, payload: &T) {
        match (self.write)(self.origin, topic, payload) {
            Ok(message) => self.push(message),
            Err(error) => report::failed("a payload cannot be sent to other processes", &error),
        }
    }

    fn push(&self, message: Vec<u8>) {
        if self.messages.try_send(message).is_err() {
            self.has_lost.store(true, Ordering::Release);
        }
    }

    /// Tells the others that something is lost.
    fn lost(&self) -> Vec<u8> {
        // A number and a null.
        format!("[{},null]", self.origin).into_bytes()
    }
}

/// A relay as a broker sees it.
trait Incoming: std::fmt::Debug + Send + Sync {
    fn receive(&self, message: &[u8]) -> serde_json::Result<()>;
    fn connected(&self);
    fn lose(&self);
    fn lost(&self) -> Option<Vec<u8>>;
}

impl<T: Clone + Send + DeserializeOwned> Incoming for Weak<Shared<T>> {
    fn receive(&self, message: &[u8]) -> serde_json::Result<()> {
        let (origin, content): Message<String, T> = serde_json::from_slice(message)?;
        let Some(relay) = self.upgrade() else {
            return Ok(());
        };
        match content {
            _ if relay.others().is_some_and(|others| others.origin == origin) => {}
            Some((topic, payload)) => relay.deliver(&Topic::read(topic), &payload),
            None => relay.gap(),
        }
        Ok(())
    }

    fn connected(&self) {
        if let Some(relay) = self.upgrade() {
            relay.gap();
        }
        self.lose();
    }

    fn lose(&self) {
        if let Some(relay) = self.upgrade()
            && let Some(others) = relay.others()
        {
            others.has_lost.store(true, Ordering::Release);
        }
    }

    fn lost(&self) -> Option<Vec<u8>> {
        let relay = self.upgrade()?;
        let others = relay.others()?;
        let has_lost = others.has_lost.swap(false, Ordering::AcqRel);
        has_lost.then(|| others.lost())
    }
}
