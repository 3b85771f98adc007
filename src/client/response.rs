//! The embedded client and the policy as parts of an HTTP response, for every framework on hyper.

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderValue, Response, StatusCode};

use super::{Client, Policy};
use crate::reply::Body;

/// A year: with the fingerprint in its address, a copy never changes.
const FOREVER: &str = "public, max-age=31536000, immutable";

impl Client {
    /// The answer to a GET request with these headers: the file, or that the browser has it.
    ///
    /// A HEAD request has the same answer, of which the server sends no body; axum and hyper see to that.
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, StatusCode, header};
    /// use starmark::client::Client;
    ///
    /// # macro_rules! client { ($path:literal) => {
    /// #     Client::new(b"// Datastar v1.0.4\n")
    /// # } }
    /// static CLIENT: Client = client!("../assets/datastar.js");
    ///
    /// let mut headers = HeaderMap::new();
    /// assert_eq!(CLIENT.response(&headers).status(), StatusCode::OK);
    /// headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static(CLIENT.etag()));
    /// assert_eq!(CLIENT.response(&headers).status(), StatusCode::NOT_MODIFIED);
    /// ```
    pub fn response(&self, request: &HeaderMap) -> Response<Body> {
        let lists = request.get_all(IF_NONE_MATCH).iter();
        self.answer(lists.filter_map(|list| list.to_str().ok()))
    }

    /// The answer to a request with these values of `if-none-match`.
    pub(crate) fn answer<'a>(&self, lists: impl Iterator<Item = &'a str>) -> Response<Body> {
        let known = is_known(self.etag(), lists);
        let mut response = Response::new(if known {
            Body::default()
        } else {
            Bytes::from_static(self.bytes()).into()
        });
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let headers = response.headers_mut();
        let etag = HeaderValue::from_str(self.etag()).expect("an entity tag is ASCII");
        headers.insert(ETAG, etag);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(FOREVER));
        if !known {
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_static("text/javascript; charset=utf-8"),
            );
            headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        }
        response
    }
}

/// Whether the browser says that it has what the tag stands for.
/// <https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match>
fn is_known<'a>(etag: &str, lists: impl Iterator<Item = &'a str>) -> bool {
    lists.flat_map(|list| list.split(',')).any(|tag| {
        let tag = tag.trim();
        tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag
    })
}

impl From<&Policy> for HeaderValue {
    fn from(policy: &Policy) -> Self {
        let text = policy.to_string();
        Self::try_from(text).expect("a policy is put together from checked ASCII")
    }
}

impl From<Policy> for HeaderValue {
    fn from(policy: Policy) -> Self {
        Self::from(&policy)
    }
}
