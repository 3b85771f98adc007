//! A relay over the publications of Redis: <https://redis.io/docs/latest/develop/pubsub/>.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use redis::aio::MultiplexedConnection;
use redis::{
    AsyncConnectionConfig, Client, ConnectionInfo, IntoConnectionInfo as _, ProtocolVersion,
    PushInfo, PushKind, Value,
};
use tokio::sync::mpsc;

use super::connection::{self, Connection, HEARTBEAT, Problem, Server};
use super::{AddressError, Broker, Link};

/// A relay's way to other processes over Redis 6 or later, or Valkey: one connection, which publishes to one channel
/// and subscribes to it.
///
/// When the connection is lost, or the server falls silent, it connects again by itself, the first time after 0.1
/// seconds and never later than after 5; then all subscribers get a [`Notice::Gap`](super::super::Notice::Gap). The log
/// has one line when there is no connection, and one when it is back.
///
/// TLS (`rediss://`) is up to you: enable `tokio-rustls-comp` or `tokio-native-tls-comp` of the crate `redis`.
///
/// ```no_run
/// use starmark::live::{Redis, Relay, Topic};
///
/// const TICKETS: Topic = Topic::new("tickets");
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let relay = Relay::over(Redis::new("redis://127.0.0.1/")?);
/// // All processes with this server render the pages of the topic again.
/// relay.notify(TICKETS);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Redis {
    client: Client,
    channel: String,
    heartbeat: Duration,
}

impl Redis {
    /// The server at this address: `redis://[user:password@]host[:port]`.
    ///
    /// The channel is called `starmark`.
    ///
    /// # Errors
    ///
    /// If it is no such address; whether the server is there, only time tells.
    ///
    /// ```
    /// use starmark::live::Redis;
    ///
    /// let error = Redis::new("http://127.0.0.1").unwrap_err();
    /// assert!(error.to_string().ends_with("write `redis://host:port`"));
    /// ```
    pub fn new(address: &str) -> Result<Self, AddressError> {
        let wrong = |error: redis::RedisError| {
            let what = "this is no address of a Redis server";
            AddressError::new(what, &error, "write `redis://host:port`")
        };
        let info: ConnectionInfo = address.into_connection_info().map_err(wrong)?;
        // Only its third version has answers and publications in one connection.
        let settings = info.redis_settings().clone();
        let settings = settings.set_protocol(ProtocolVersion::RESP3);
        Ok(Self {
            client: Client::open(info.set_redis_settings(settings)).map_err(wrong)?,
            channel: "starmark".into(),
            heartbeat: HEARTBEAT,
        })
    }

    /// The channel, which applications that share a server need one each of.
    pub fn channel(mut self, name: impl Into<String>) -> Self {
        self.channel = name.into();
        self
    }

    /// How long the server may say nothing before it is asked for a sign of life, and then how long again until the
    /// connection counts as lost; 5 seconds by default.
    pub const fn heartbeat(mut self, heartbeat: Duration) -> Self {
        self.heartbeat = heartbeat;
        self
    }
}

impl Broker for Redis {
    async fn run(self, link: Link) {
        connection::carry(&self, self.heartbeat, link).await;
    }
}

impl Server for Redis {
    const NAME: &'static str = "Redis";

    type Connection = Channel;

    async fn connect(&self) -> Result<Channel, Problem> {
        let (sender, pushes) = mpsc::unbounded_channel();
        // How long things may take is known to the caller.
        let config = AsyncConnectionConfig::new()
            .set_push_sender(sender)
            .set_connection_timeout(None)
            .set_response_timeout(None);
        let client = &self.client;
        let mut commands = client
            .get_multiplexed_async_connection_with_config(&config)
            .await?;
        commands.subscribe(&self.channel).await?;
        Ok(Channel {
            name: self.channel.clone(),
            commands,
            pushes,
        })
    }
}

/// A connection with its subscription.
pub(super) struct Channel {
    name: String,
    commands: MultiplexedConnection,
    pushes: mpsc::UnboundedReceiver<PushInfo>,
}

impl Connection for Channel {
    /// That of Redis, 512 MB, is beyond what anybody publishes.
    fn limit(&self) -> usize {
        usize::MAX
    }

    async fn send(&mut self, messages: Vec<Vec<u8>>) -> Result<(), Problem> {
        let mut publications = redis::pipe();
        for message in messages {
            publications.publish(&self.name, message).ignore();
        }
        Ok(publications.exec_async(&mut self.commands).await?)
    }

    async fn receive(&mut self) -> Result<Bytes, Problem> {
        while let Some(push) = self.pushes.recv().await {
            match (push.kind, push.data.into_iter().nth(1)) {
                (PushKind::Message, Some(Value::BulkString(message))) => return Ok(message.into()),
                (PushKind::Disconnection, _) => break,
                _ => {}
            }
        }
        Err("the server has closed the connection".into())
    }

    /// What was sent has been answered.
    async fn close(self) -> Result<(), Problem> {
        Ok(())
    }
}

/// Without the address, which may have a password in it.
impl fmt::Debug for Redis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redis")
            .field("channel", &self.channel)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_has_no_password() {
        let redis = Redis::new("redis://ada:secret@127.0.0.1").expect("an address");
        assert!(!format!("{redis:?}").contains("secret"));
        let error = Redis::new("redis://ada:secret@127.0.0.1:port").unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
