//! A server for pages that stay open: streams end with it, and do not hold it up.
//!
//! hyper, and axum's own `serve`, wait for open streams for ever when they are asked to stop, and for clients that
//! never finish a request or never read an answer. This one has a limit for each, and when it stops, it breaks the
//! streams, so that their pages come back, to the next process.

mod io;
mod streams;

use std::future::{Pending, pending, poll_fn};
use std::io::{Error, ErrorKind};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body::Body;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower_service::Service;

use io::Limited;
use streams::Breaking;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A server on a listener, with limits.
///
/// ```no_run
/// # #[cfg(feature = "axum")]
/// # async fn run() -> std::io::Result<()> {
/// use axum::Router;
/// use axum::routing::get;
/// use starmark::serve::Server;
/// use tokio::net::TcpListener;
///
/// let app = Router::new().route("/", get(async || "Hi"));
/// let listener = TcpListener::bind("127.0.0.1:3000").await?;
/// let interrupted = async { drop(tokio::signal::ctrl_c().await) };
/// Server::new(listener).until(interrupted).serve(app).await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Server<U = Pending<()>> {
    listener: TcpListener,
    until: U,
    limits: Limits,
}

#[derive(Debug, Clone, Copy)]
struct Limits {
    head: Duration,
    write: Duration,
    drain: Duration,
}

impl Server {
    /// A server that runs for ever.
    ///
    /// ```no_run
    /// # async fn run() -> std::io::Result<()> {
    /// use starmark::serve::Server;
    /// use tokio::net::TcpListener;
    ///
    /// let server = Server::new(TcpListener::bind("127.0.0.1:3000").await?);
    /// # drop(server);
    /// # Ok(())
    /// # }
    /// ```
    pub fn new(listener: TcpListener) -> Self {
        Self {
            listener,
            until: pending(),
            limits: Limits {
                head: Duration::from_secs(15),
                write: Duration::from_secs(30),
                drain: Duration::from_secs(5),
            },
        }
    }

    /// Stops when `shutdown` resolves: no further connection is taken, event streams break at once, and other
    /// requests have the time of the [drain](Server::drain) to end.
    ///
    /// ```no_run
    /// # async fn run() -> std::io::Result<()> {
    /// use starmark::serve::Server;
    /// use tokio::net::TcpListener;
    ///
    /// let listener = TcpListener::bind("127.0.0.1:3000").await?;
    /// let server = Server::new(listener).until(async { drop(tokio::signal::ctrl_c().await) });
    /// # drop(server);
    /// # Ok(())
    /// # }
    /// ```
    pub fn until<U: Future>(self, shutdown: U) -> Server<U> {
        let Self {
            listener, limits, ..
        } = self;
        Server {
            listener,
            until: shutdown,
            limits,
        }
    }
}

impl<U> Server<U> {
    /// Sets how long a client may take to send the head of a request, or be idle between two; 15 seconds unless it is
    /// set.
    ///
    /// ```no_run
    /// # async fn run() -> std::io::Result<()> {
    /// use std::time::Duration;
    ///
    /// use starmark::serve::Server;
    /// use tokio::net::TcpListener;
    ///
    /// let listener = TcpListener::bind("127.0.0.1:3000").await?;
    /// let server = Server::new(listener).head_timeout(Duration::from_secs(5));
    /// # drop(server);
    /// # Ok(())
    /// # }
    /// ```
    pub fn head_timeout(mut self, limit: Duration) -> Self {
        self.limits.head = limit;
        self
    }

    /// Sets how long a client may read nothing of what waits for it; 30 seconds unless it is set.
    ///
    /// On Linux the system gives up a peer that vanished after the same time; by default it would try for a quarter of
    /// an hour. <https://www.rfc-editor.org/rfc/rfc5482>
    ///
    /// ```no_run
    /// # async fn run() -> std::io::Result<()> {
    /// use std::time::Duration;
    ///
    /// use starmark::serve::Server;
    /// use tokio::net::TcpListener;
    ///
    /// let listener = TcpListener::bind("127.0.0.1:3000").await?;
    /// let server = Server::new(listener).write_timeout(Duration::from_secs(60));
    /// # drop(server);
    /// # Ok(())
    /// # }
    /// ```
    pub fn write_timeout(mut self, limit: Duration) -> Self {
        self.limits.write = limit;
        self
    }

    /// Sets how long requests may take that are under way when the server stops; 5 seconds unless it is set.
    ///
    /// ```no_run
    /// # async fn run() -> std::io::Result<()> {
    /// use std::time::Duration;
    ///
    /// use starmark::serve::Server;
    /// use tokio::net::TcpListener;
    ///
    /// let listener = TcpListener::bind("127.0.0.1:3000").await?;
    /// let server = Server::new(listener).drain(Duration::from_secs(20));
    /// # drop(server);
    /// # Ok(())
    /// # }
    /// ```
    pub fn drain(mut self, limit: Duration) -> Self {
        self.limits.drain = limit;
        self
    }
}

impl<U: Future> Server<U> {
    /// Serves HTTP/1.1 and HTTP/2 without TLS, until it is asked to stop.
    ///
    /// A service is an `axum::Router`, or any other tower service of requests.
    ///
    /// ```no_run
    /// # #[cfg(feature = "axum")]
    /// # async fn run() -> std::io::Result<()> {
    /// use axum::{Router, routing::get};
    /// use starmark::serve::Server;
    /// use tokio::net::TcpListener;
    ///
    /// let app = Router::new().route("/", get(async || "Hi"));
    /// Server::new(TcpListener::bind("127.0.0.1:3000").await?).serve(app).await;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn serve<S, B>(self, service: S)
    where
        S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
        S::Future: Send,
        S::Error: Into<BoxError>,
        B: Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        let Self {
            listener,
            until,
            limits,
        } = self;
        let (stop, stopped) = watch::channel(false);
        let graceful = GracefulShutdown::new();
        let mut connections = JoinSet::new();
        let mut until = pin!(until);
        loop {
            let mut accepted = pin!(accept(&listener));
            let next = poll_fn(|context| {
                // What has ended is let go.
                while let Poll::Ready(Some(_)) = connections.poll_join_next(context) {}
                if until.as_mut().poll(context).is_ready() {
                    return Poll::Ready(None);
                }
                accepted.as_mut().poll(context).map(Some)
            });
            let Some(stream) = next.await else { break };
            let service = Breaking::new(service.clone(), stopped.clone());
            connections.spawn(limits.connection(stream, service, graceful.watcher()));
        }
        drop(listener);
        stop.send_replace(true);
        // Whoever is not done by then is cut off, with the tasks.
        let _ = timeout(limits.drain, graceful.shutdown()).await;
        connections.shutdown().await;
    }
}

impl Limits {
    /// Serves one connection. What ends it is the client's business, mostly, and no news.
    async fn connection<S, B>(self, stream: TcpStream, service: S, watcher: Watcher)
    where
        S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
        S::Future: Send,
        S::Error: Into<BoxError>,
        B: Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        let mut builder = auto::Builder::new(TokioExecutor::new());
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(self.head);
        builder
            .http2()
            .timer(TokioTimer::new())
            .keep_alive_interval(self.write)
            .keep_alive_timeout(self.head);
        let io = TokioIo::new(Box::pin(Limited::new(stream, self.head, self.write)));
        let connection = builder
            .serve_connection_with_upgrades(io, TowerToHyperService::new(service))
            .into_owned();
        let _ = watcher.watch(connection).await;
    }
}

/// The next connection.
async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            // That client has gone already.
            Err(error) if is_about_the_client(&error) => {}
            // Mostly too many open files, which may become fewer.
            Err(error) => {
                crate::report::failed("no connection can be accepted", &error);
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

fn is_about_the_client(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
    )
}
