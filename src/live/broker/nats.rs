//! A relay over the publications of NATS: <https://docs.nats.io/nats-concepts/core-nats/pubsub>.

use std::fmt;
use std::time::Duration;

use async_nats::{Client, ConnectOptions, Event, ServerAddr, Subscriber};
use bytes::Bytes;
use tokio::sync::mpsc;
use tokio_stream::StreamExt as _;

use super::connection::{self, Connection, HEARTBEAT, Problem, Server};
use super::{AddressError, Broker, Link};

/// A relay's way to other processes over NATS: one connection, which publishes to one subject and subscribes to it.
///
/// When the connection is lost, the server falls silent, or messages come faster than they are read, it connects again
/// by itself, the first time after 0.1 seconds and never later than after 5; then all subscribers get a
/// [`Notice::Gap`](super::super::Notice::Gap). The log has one line when there is no connection, and one when it is
/// back. Messages above the `max_payload` of the server, 1 MB by default, are reported and left out, and the others get
/// a gap instead.
///
/// TLS (`tls://`) is up to you: enable `ring` or `aws-lc-rs` of the crate `async-nats`. Without either, the client
/// panics, which is reported like any other failure to connect.
///
/// ```no_run
/// use starmark::live::{Nats, Relay, Topic};
///
/// const TICKETS: Topic = Topic::new("tickets");
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let relay = Relay::over(Nats::new("nats://127.0.0.1")?);
/// // All processes with this server render the pages of the topic again.
/// relay.notify(TICKETS);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Nats {
    servers: Vec<ServerAddr>,
    options: ConnectOptions,
    subject: String,
    heartbeat: Duration,
}

impl Nats {
    /// The server at this address, or the cluster of these, with commas between: `nats://[user:password@]host[:port]`.
    ///
    /// The subject is `starmark`.
    ///
    /// # Errors
    ///
    /// If it is no such address; whether the server is there, only time tells.
    ///
    /// ```
    /// use starmark::live::Nats;
    ///
    /// let error = Nats::new("http://127.0.0.1").unwrap_err();
    /// assert!(error.to_string().ends_with("write `nats://host:port`"));
    /// ```
    pub fn new(addresses: &str) -> Result<Self, AddressError> {
        let servers: Result<Vec<ServerAddr>, _> = addresses
            .split(',')
            .map(|address| address.trim().parse())
            .collect();
        let servers = servers.map_err(|error| {
            let what = "this is no address of a NATS server";
            AddressError::new(what, &error, "write `nats://host:port`")
        })?;
        Ok(Self {
            servers,
            options: ConnectOptions::new(),
            subject: "starmark".into(),
            heartbeat: HEARTBEAT,
        })
    }

    /// The subject, which applications that share a server need one each of.
    ///
    /// # Errors
    ///
    /// If it is no subject to publish to: tokens without white space and wildcards, separated by dots.
    ///
    /// ```
    /// use starmark::live::Nats;
    ///
    /// let nats = Nats::new("nats://127.0.0.1")?;
    /// assert!(nats.clone().subject("shop.changes").is_ok());
    /// assert!(nats.subject("shop.>").is_err());
    /// # Ok::<(), starmark::live::AddressError>(())
    /// ```
    pub fn subject(mut self, subject: impl Into<String>) -> Result<Self, AddressError> {
        self.subject = subject.into();
        if !self.subject.split('.').all(is_token) {
            let what = "this is no subject to publish to";
            let instead = "write tokens without white space, `*` and `>`, separated by dots";
            return Err(AddressError::new(what, &self.subject, instead));
        }
        Ok(self)
    }

    /// How to connect: files of credentials, certificates, names. What this type sees to itself stays as it is: events,
    /// attempts, echoes.
    pub fn options(mut self, options: ConnectOptions) -> Self {
        self.options = options;
        self
    }

    /// How long the server may say nothing before it is asked for a sign of life, and then how long again until the
    /// connection counts as lost; 5 seconds by default.
    pub const fn heartbeat(mut self, heartbeat: Duration) -> Self {
        self.heartbeat = heartbeat;
        self
    }

    /// The options, with the credentials of the address, which the client does not look for.
    fn authorized(&self) -> ConnectOptions {
        let options = self.options.clone();
        let Some(server) = self.servers.iter().find(|server| server.has_user_pass()) else {
            return options;
        };
        let user = decoded(server.username().unwrap_or_default());
        match server.password() {
            Some(password) => options.user_and_password(user, decoded(password)),
            None => options.token(user),
        }
    }
}

impl Broker for Nats {
    async fn run(self, link: Link) {
        connection::carry(&self, self.heartbeat, link).await;
    }
}

impl Server for Nats {
    const NAME: &'static str = "NATS";

    type Connection = Subject;

    async fn connect(&self) -> Result<Subject, Problem> {
        let (sender, events) = mpsc::unbounded_channel();
        let options = self
            .authorized()
            // The client would try again for ever, also when nobody waits for it any more; one round is a connection.
            .max_reconnects(self.servers.len())
            .event_callback(move |event| {
                // Nobody listens to a connection that was given up.
                let _ = sender.send(event);
                std::future::ready(())
            });
        // A task of its own, since TLS without a provider of cryptography panics.
        let servers = self.servers.clone();
        let client = tokio::spawn(options.connect(servers)).await??;
        Ok(Subject {
            messages: client.subscribe(self.subject.clone()).await?,
            name: self.subject.clone(),
            client,
            events,
        })
    }
}

/// A connection with its subscription.
pub(super) struct Subject {
    name: String,
    client: Client,
    messages: Subscriber,
    events: mpsc::UnboundedReceiver<Event>,
}

impl Connection for Subject {
    fn limit(&self) -> usize {
        self.client.max_payload()
    }

    async fn send(&mut self, messages: Vec<Vec<u8>>) -> Result<(), Problem> {
        for message in messages {
            let subject = self.name.clone();
            self.client.publish(subject, message.into()).await?;
        }
        Ok(())
    }

    async fn receive(&mut self) -> Result<Bytes, Problem> {
        loop {
            tokio::select! {
                message = self.messages.next() => match message {
                    Some(message) => return Ok(message.payload),
                    None => return Err("the client has given up".into()),
                },
                event = self.events.recv() => match event {
                    Some(Event::Connected | Event::LameDuckMode | Event::Draining) => {}
                    Some(Event::Disconnected) => {
                        return Err("the server has closed the connection".into());
                    }
                    // Also what the client would overcome, and what was dropped because it came too fast: with a
                    // new connection, everybody reads again.
                    Some(event) => return Err(event.to_string().into()),
                    None => return Err("the client has ended".into()),
                },
            }
        }
    }

    async fn close(self) -> Result<(), Problem> {
        Ok(self.client.flush().await?)
    }
}

fn is_token(token: &str) -> bool {
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '*' | '>');
    !token.is_empty() && token.chars().all(is_plain)
}

/// User or password of an address.
fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(&part.as_bytes()[2..]);
            }
            None => bytes.extend(b"%".iter().chain(part.as_bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Without the addresses, which may have a password in them.
impl fmt::Debug for Nats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nats")
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_of_an_address_are_decoded() {
        for (text, expected) in [
            ("a%40b%2f", "a@b/"),
            ("", ""),
            ("%", "%"),
            ("%zz%4", "%zz%4"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }

    #[test]
    fn what_is_no_subject() {
        for subject in ["", ".", "a.", "a..b", "a b", "*", "a.>", "a\r\nPUB b"] {
            let nats = Nats::new("localhost").expect("an address");
            assert!(nats.subject(subject).is_err(), "{subject:?}");
        }
    }

    #[test]
    fn what_is_printed_has_no_password() {
        let nats = Nats::new("nats://ada:secret@127.0.0.1").expect("an address");
        assert!(!format!("{nats:?}").contains("secret"));
        let error = Nats::new("nats://ada:secret@127.0.0.1:port").unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
