//! Whole answers: the headers and the body of one response.
//!
//! The client takes a patch from an event stream, and elements also as `text/html`, signals as `application/json`,
//! with the options as headers. So one fragment is any of these, chosen where it is sent. Scripts are events only:
//! after a response of `text/javascript` the client never ends its action, so indicators stay on for good.
//! <https://data-star.dev/reference/actions#response-handling>

use std::borrow::Cow;

use super::{Event, Events, HEADERS, Patch};

/// A whole answer to an action: headers and a body.
///
/// Events turn into one, [`PatchElements::into_html`](super::PatchElements::into_html) and
/// [`PatchSignals::into_json`](super::PatchSignals::into_json) make one, so that the branches of a handler can answer
/// in different ways. With the feature `http` it becomes an `http::Response`.
///
/// ```
/// use starmark::html;
/// use starmark::sse::{PatchElements, Reply};
///
/// let patch = PatchElements::new(html! { p #count { "3" } });
/// let reply = patch.clone().into_html()?;
/// assert_eq!(reply.body(), "<p id=\"count\">3</p>");
/// assert_eq!(reply.headers().next(), Some(("content-type", "text/html; charset=utf-8")));
///
/// let reply = Reply::from(patch);
/// assert_eq!(reply.body(), "event: datastar-patch-elements\ndata: elements <p id=\"count\">3</p>\n\n");
/// assert_eq!(reply.headers().next(), Some(("content-type", "text/event-stream")));
/// # Ok::<(), starmark::sse::PatchError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    headers: Vec<(&'static str, Cow<'static, str>)>,
    body: String,
}

impl Reply {
    /// A body of this type, for the page that asked and for no cache.
    pub(super) fn new(content_type: &'static str, body: String) -> Self {
        let headers = vec![
            ("content-type", content_type.into()),
            ("cache-control", "no-cache".into()),
        ];
        Self { headers, body }
    }

    pub(super) fn with_header(
        mut self,
        name: &'static str,
        value: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The headers: names in lower case, values in ASCII.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.headers.iter().map(|(name, value)| (*name, &**value))
    }

    /// The body.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The body as an owned string.
    pub fn into_body(self) -> String {
        self.body
    }
}

impl From<Events> for Reply {
    fn from(events: Events) -> Self {
        Self {
            headers: HEADERS
                .map(|(name, value)| (name, Cow::Borrowed(value)))
                .into(),
            body: events.into_string(),
        }
    }
}

impl From<Patch> for Reply {
    fn from(patch: Patch) -> Self {
        Events::from(patch).into()
    }
}

impl<E: Into<Event>> From<E> for Reply {
    fn from(event: E) -> Self {
        Events::new().and(event).into()
    }
}

/// The answer of a command that was heard, and of which there is nothing else to say: 204.
///
/// The page goes on; what the command changes comes to it by other ways.
/// <https://www.rfc-editor.org/rfc/rfc9110#name-204-no-content>
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NoContent;

#[cfg(feature = "http")]
impl<B: From<String>> From<Reply> for http::Response<B> {
    fn from(reply: Reply) -> Self {
        let headers = reply.headers().map(|(name, value)| {
            let value = http::HeaderValue::from_str(value).expect("the values are visible ASCII");
            (http::HeaderName::from_static(name), value)
        });
        let headers = headers.collect();
        let mut response = Self::new(reply.body.into());
        *response.headers_mut() = headers;
        response
    }
}
