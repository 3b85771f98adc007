//! A connection whose client cannot take for ever.

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use pin_project_lite::pin_project;
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// The first bytes tell HTTP/1.1 from HTTP/2; hyper waits for so many without a limit.
/// <https://www.rfc-editor.org/rfc/rfc9113#section-3.4>
const PREFACE: usize = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".len();

pin_project! {
    /// A stream with a limit for its first bytes, and one for each time that the client does not read.
    #[derive(Debug)]
    pub(super) struct Limited {
        #[pin]
        stream: TcpStream,
        // How many of the first bytes are missing.
        missing: usize,
        #[pin]
        first: Sleep,
        limit: Duration,
        // Runs while the client does not read.
        #[pin]
        stalled: Option<Sleep>,
    }
}

impl Limited {
    pub(super) fn new(stream: TcpStream, first: Duration, write: Duration) -> Self {
        // Without these the connection works as well, only later.
        let _ = stream.set_nodelay(true);
        #[cfg(target_os = "linux")]
        let _ = SockRef::from(&stream).set_tcp_user_timeout(Some(write));
        Self {
            stream,
            missing: PREFACE,
            first: sleep(first),
            limit: write,
            stalled: None,
        }
    }

    /// Passes on what writing came to, or gives up.
    fn written<T>(
        self: Pin<&mut Self>,
        result: Poll<Result<T>>,
        context: &mut Context<'_>,
    ) -> Poll<Result<T>> {
        let mut this = self.project();
        if result.is_ready() {
            this.stalled.set(None);
            return result;
        }
        if this.stalled.is_none() {
            this.stalled.set(Some(sleep(*this.limit)));
        }
        let stalled = this.stalled.as_pin_mut();
        if stalled.is_some_and(|stalled| stalled.poll(context).is_ready()) {
            return timed_out("the client does not read");
        }
        Poll::Pending
    }
}

fn timed_out<T>(what: &str) -> Poll<Result<T>> {
    Poll::Ready(Err(Error::new(ErrorKind::TimedOut, what)))
}

impl AsyncRead for Limited {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let this = self.project();
        let before = buffer.filled().len();
        let result = this.stream.poll_read(context, buffer);
        if *this.missing == 0 {
            return result;
        }
        let read = buffer.filled().len() - before;
        *this.missing = this.missing.saturating_sub(read);
        if result.is_pending() && this.first.poll(context).is_ready() {
            return timed_out("the client sends nothing");
        }
        result
    }
}

impl AsyncWrite for Limited {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        let result = self.as_mut().project().stream.poll_write(context, bytes);
        self.written(result, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let stream = self.as_mut().project().stream;
        let result = stream.poll_write_vectored(context, slices);
        self.written(result, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        self.project().stream.poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        self.project().stream.poll_shutdown(context)
    }
}
