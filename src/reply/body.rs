//! The body of a reply.

use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::sync::Mutex;
#[cfg(feature = "stream")]
use std::task::ready;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body as HttpBody, Frame, SizeHint};

use crate::sse::Interrupted;

/// The body of a reply: finished, or a stream of events.
///
/// It fails only as a stream does, which is how a page learns that it shall reconnect.
pub struct Body(Content);

enum Content {
    /// What is not sent yet.
    Finished(Option<Bytes>),
    #[cfg_attr(not(feature = "stream"), expect(dead_code, reason = "nothing streams"))]
    Streaming(Streaming),
}

/// A stream of events.
struct Streaming {
    // Never locked: it makes the body `Sync`, as some frameworks ask for, of a stream that is only `Send`.
    body: Mutex<Pin<Box<dyn HttpBody<Data = Bytes, Error = Interrupted> + Send>>>,
    finishes: bool,
}

impl Body {
    /// A stream, and whether its end is a clean one.
    #[cfg(feature = "stream")]
    pub(crate) fn streaming(
        body: impl HttpBody<Data = Bytes, Error = Interrupted> + Send + 'static,
        finishes: bool,
    ) -> Self {
        let body = Mutex::new(Box::pin(body) as _);
        Self(Content::Streaming(Streaming { body, finishes }))
    }

    /// Whether the body ends cleanly unless it is interrupted; for frameworks that cannot fail a body.
    pub fn finishes(&self) -> bool {
        match &self.0 {
            Content::Finished(_) => true,
            Content::Streaming(stream) => stream.finishes,
        }
    }

    /// The text, if the body is finished and none of it was sent.
    pub fn as_str(&self) -> Option<&str> {
        str::from_utf8(self.as_bytes()?).ok()
    }

    /// The bytes, if the body is finished and none of it was sent; for frameworks that send those in another way than
    /// streams.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::Finished(bytes) => bytes.as_ref(),
            Content::Streaming(_) => None,
        }
    }
}

/// Nothing.
impl Default for Body {
    fn default() -> Self {
        Bytes::new().into()
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Content::Finished(Some(bytes)))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<Cow<'static, str>> for Body {
    fn from(text: Cow<'static, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()).into(),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl HttpBody for Body {
    type Data = Bytes;
    type Error = Interrupted;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Interrupted>>> {
        match &mut self.0 {
            Content::Finished(bytes) => {
                let rest = bytes.take().filter(|bytes| !bytes.is_empty());
                Poll::Ready(rest.map(|bytes| Ok(Frame::data(bytes))))
            }
            Content::Streaming(stream) => match stream.body.get_mut() {
                Ok(body) => body.as_mut().poll_frame(context),
                Err(poisoned) => poisoned.into_inner().as_mut().poll_frame(context),
            },
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Content::Finished(bytes) => bytes.as_ref().is_none_or(Bytes::is_empty),
            Content::Streaming(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Content::Finished(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, Bytes::len) as u64)
            }
            Content::Streaming(_) => SizeHint::default(),
        }
    }
}

/// The data of the body, which has no trailers.
#[cfg(feature = "stream")]
impl futures_core::Stream for Body {
    type Item = Result<Bytes, Interrupted>;

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Interrupted>>> {
        let frame = ready!(self.poll_frame(context));
        Poll::Ready(frame.map(|frame| frame.map(|frame| frame.into_data().unwrap_or_default())))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Content::Finished(bytes) => f.debug_tuple("Finished").field(bytes).finish(),
            Content::Streaming(_) => f.write_str("Streaming(..)"),
        }
    }
}
