//! One connection, which is made again when it is lost.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::io::tcp::{TcpSettings, socket2::TcpKeepalive};
use redis::{Client, Cmd, ErrorKind, FromRedisValue, RedisError, RedisResult, RetryMethod};
use tokio::time::{sleep, timeout};

use super::super::StoreError;
use crate::live::AddressError;

/// How long a request waits before it is sent again.
const PAUSE: Duration = Duration::from_millis(20);

pub(super) struct Connection {
    client: Client,
    /// How long a request may take.
    pub(super) limit: Duration,
    manager: Mutex<Option<ConnectionManager>>,
}

/// How often the server may have got a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sent {
    Once,
    Again,
}

impl Connection {
    pub(super) fn new(url: &str) -> Result<Self, AddressError> {
        // Without the URL, which may have a password.
        let client = Client::open(url).map_err(|error| {
            AddressError::new(
                "this is no address of a Redis server",
                &error,
                "write `redis://host:port`",
            )
        })?;
        Ok(Self {
            client,
            limit: Duration::from_secs(5),
            manager: Mutex::default(),
        })
    }

    pub(super) fn address(&self) -> String {
        self.client.get_connection_info().addr().to_string()
    }

    pub(super) fn failed(&self, reason: &str) -> StoreError {
        format!("Redis at {}: {reason}", self.address()).into()
    }

    /// The answer to this command, which is sent again while the connection is lost.
    pub(super) async fn ask<T: FromRedisValue>(
        &self,
        command: &Cmd,
    ) -> Result<(T, Sent), StoreError> {
        let mut last = None;
        let reason = match timeout(self.limit, self.tries(command, &mut last)).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => error.to_string(),
            Err(_) => {
                let why = last.map_or_else(String::new, |error| format!(" ({error})"));
                format!("no answer within {:?}{why}", self.limit)
            }
        };
        Err(self.failed(&reason))
    }

    async fn tries<T: FromRedisValue>(
        &self,
        command: &Cmd,
        last: &mut Option<RedisError>,
    ) -> RedisResult<(T, Sent)> {
        let mut sent = Sent::Once;
        loop {
            let mut manager = self.manager()?;
            match command.query_async(&mut manager).await {
                Ok(answer) => return Ok((answer, sent)),
                Err(error) if is_passing(&error) => {
                    if may_have_arrived(&error) {
                        sent = Sent::Again;
                    }
                    *last = Some(error);
                }
                Err(error) => {
                    self.forget(&error);
                    return Err(error);
                }
            }
            sleep(PAUSE).await;
        }
    }

    fn manager(&self) -> RedisResult<ConnectionManager> {
        let mut manager = self.lock();
        if let Some(manager) = &*manager {
            return Ok(manager.clone());
        }
        let info = self.client.get_connection_info().clone();
        let client = Client::open(info.set_tcp_settings(self.tcp()))?;
        // Few tries, so that requests hear why there is no connection; they ask for more themselves.
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(2)
            .set_response_timeout(None);
        let new = ConnectionManager::new_lazy_with_config(client, config)?;
        Ok(manager.insert(new).clone())
    }

    /// A peer that vanished is given up in time to ask the next.
    fn tcp(&self) -> TcpSettings {
        let silence = self.limit / 2;
        // Systems count it in seconds.
        let keepalive = TcpKeepalive::new().with_time(silence.max(Duration::from_secs(1)));
        let settings = TcpSettings::default()
            .set_nodelay(true)
            .set_keepalive(keepalive);
        #[cfg(any(target_os = "android", target_os = "linux"))]
        let settings = settings.set_user_timeout(silence);
        settings
    }

    /// Whoever may not enter may later, but the manager would not try again.
    fn forget(&self, error: &RedisError) {
        if error.kind() == ErrorKind::AuthenticationFailed {
            *self.lock() = None;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<ConnectionManager>> {
        // Nothing in here panics between two changes.
        self.manager.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the same request may succeed later: the connection is lost, or the server is starting or changing places.
fn is_passing(error: &RedisError) -> bool {
    let method = error.retry_method();
    error.is_io_error()
        || matches!(
            method,
            RetryMethod::WaitAndRetry | RetryMethod::RefreshSlotsAndRetry
        )
}

/// Whether the server may have done what it was asked.
fn may_have_arrived(error: &RedisError) -> bool {
    error.is_io_error() && !error.is_connection_refusal()
}
