//! A guard against other sites: commands come from the pages of this one.
//!
//! A page elsewhere can make a browser send requests here, with the user's cookies. Browsers say where a request comes
//! from in `sec-fetch-site`, older ones in `origin`; a program that is no browser says neither, and holds no cookies of
//! anybody. <https://www.w3.org/TR/fetch-metadata/>, <https://www.rfc-editor.org/rfc/rfc6454#section-7>

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri, header};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

/// Lets commands through only if they come from this site's own pages; a layer, and a check for what has no layers.
///
/// A command is a request with another method than `GET`, `HEAD`, `OPTIONS` or `TRACE`, which change nothing
/// (<https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1>). Others are answered with 403.
///
/// ```
/// use http::{HeaderMap, HeaderValue, Method};
/// use starmark::guard::SameOrigin;
///
/// let guard = SameOrigin::new();
/// let mut headers = HeaderMap::new();
/// headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
/// assert!(guard.check(&Method::POST, &headers).is_ok());
/// headers.insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
/// assert!(guard.check(&Method::POST, &headers).is_err());
/// assert!(guard.check(&Method::GET, &headers).is_ok());
/// ```
///
/// With axum, after all routes:
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::{Router, routing::post};
/// use starmark::guard::SameOrigin;
///
/// let app: Router = Router::new().route("/buy", post(async || "bought")).layer(SameOrigin::new());
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct SameOrigin {
    trusted: Arc<[&'static str]>,
}

impl SameOrigin {
    /// A guard that trusts no other site.
    ///
    /// ```
    /// use http::{HeaderMap, Method};
    /// use starmark::guard::SameOrigin;
    ///
    /// // Programs send neither `sec-fetch-site` nor `origin`.
    /// assert!(SameOrigin::new().check(&Method::POST, &HeaderMap::new()).is_ok());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets commands of these other origins through, too, such as `https://admin.example.org`.
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, Method};
    /// use starmark::guard::SameOrigin;
    ///
    /// let from = |origin| HeaderMap::from_iter([(http::header::ORIGIN, HeaderValue::from_static(origin))]);
    /// let guard = SameOrigin::trusting(["https://admin.example.org"]);
    /// assert!(guard.check(&Method::POST, &from("https://admin.example.org")).is_ok());
    /// assert!(guard.check(&Method::POST, &from("https://evil.example")).is_err());
    /// ```
    ///
    /// # Panics
    ///
    /// If one is not a scheme and a host, with a port if it is not the usual one: browsers send nothing else.
    #[track_caller]
    pub fn trusting(origins: impl IntoIterator<Item = &'static str>) -> Self {
        let check = |origin: &&str| {
            let host = origin.split_once("://").map(|(_, host)| host);
            assert!(
                host.is_some_and(|host| !host.is_empty() && !host.contains('/')),
                "an origin is a scheme and a host, such as https://example.org, not {origin}"
            );
        };
        Self {
            trusted: origins.into_iter().inspect(check).collect(),
        }
    }

    /// Whether a request with these headers may go on.
    ///
    /// ```
    /// use http::{HeaderMap, HeaderValue, Method};
    /// use starmark::guard::{CrossOrigin, SameOrigin};
    ///
    /// let headers = HeaderMap::from_iter([(http::header::ORIGIN, HeaderValue::from_static("https://evil.example"))]);
    /// assert_eq!(SameOrigin::new().check(&Method::POST, &headers), Err(CrossOrigin));
    /// ```
    ///
    /// # Errors
    ///
    /// If it is a command, and comes from another origin.
    pub fn check(&self, method: &Method, headers: &HeaderMap) -> Result<(), CrossOrigin> {
        let text = |name: header::HeaderName| headers.get(name).map(HeaderValue::as_bytes);
        let origin = text(header::ORIGIN);
        let is_trusted = || self.trusted.iter().any(|it| origin == Some(it.as_bytes()));
        let is_own = match headers.get("sec-fetch-site").map(HeaderValue::as_bytes) {
            Some(site) => matches!(site, b"same-origin" | b"none"),
            None => origin.is_none_or(|origin| is_host(origin, text(header::HOST))),
        };
        if method.is_safe() || is_own || is_trusted() {
            Ok(())
        } else {
            Err(CrossOrigin)
        }
    }
}

/// Whether an origin has this host and port.
fn is_host(origin: &[u8], host: Option<&[u8]>) -> bool {
    let origin = Uri::try_from(origin).ok();
    let authority = origin.as_ref().and_then(Uri::authority);
    authority.is_some_and(|authority| {
        host.is_some_and(|host| authority.as_str().as_bytes().eq_ignore_ascii_case(host))
    })
}

/// A command that comes from another origin: 403.
///
/// ```
/// use starmark::guard::CrossOrigin;
/// assert_eq!(CrossOrigin.to_string(), "a page of another site cannot do this");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrossOrigin;

impl fmt::Display for CrossOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a page of another site cannot do this")
    }
}

impl Error for CrossOrigin {}

impl<S> Layer<S> for SameOrigin {
    type Service = Guarded<S>;

    fn layer(&self, service: S) -> Guarded<S> {
        Guarded {
            service,
            guard: self.clone(),
        }
    }
}

/// A service behind a [`SameOrigin`].
#[derive(Debug, Clone)]
pub struct Guarded<S> {
    service: S,
    guard: SameOrigin,
}

impl<S, R, B> Service<Request<R>> for Guarded<S>
where
    S: Service<Request<R>, Response = Response<B>>,
    B: From<String>,
{
    type Response = Response<B>;
    type Error = S::Error;
    type Future = Answer<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request<R>) -> Self::Future {
        let passes = self.guard.check(request.method(), request.headers());
        Answer {
            answer: passes.is_ok().then(|| self.service.call(request)),
        }
    }
}

pin_project! {
    /// The answer of a [`Guarded`] service.
    #[derive(Debug)]
    pub struct Answer<F> {
        // Nothing if the command is refused.
        #[pin]
        answer: Option<F>,
    }
}

impl<F, B, E> Future for Answer<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: From<String>,
{
    type Output = Result<Response<B>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(answer) = self.project().answer.as_pin_mut() {
            return answer.poll(context);
        }
        let mut response = Response::new(CrossOrigin.to_string().into());
        *response.status_mut() = StatusCode::FORBIDDEN;
        Poll::Ready(Ok(response))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        guard: &SameOrigin,
        method: &Method,
        headers: &[(&'static str, &'static str)],
    ) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| ((*name).parse().unwrap(), HeaderValue::from_static(value)));
        guard.check(method, &headers.collect()).is_ok()
    }

    #[test]
    fn commands_come_from_here() {
        let guard = SameOrigin::trusting(["https://admin.example"]);
        let cases: [(&[(&str, &str)], bool); 14] = [
            (&[], true),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "")], false),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("origin", "https://admin.example"),
                ],
                true,
            ),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("origin", "https://here"),
                    ("host", "here"),
                ],
                false,
            ),
            (
                &[("origin", "https://here:8443"), ("host", "HERE:8443")],
                true,
            ),
            (&[("origin", "https://here"), ("host", "there")], false),
            (&[("origin", "https://here")], false),
            (&[("origin", "null"), ("host", "here")], false),
            (
                &[("origin", "https://admin.example"), ("host", "here")],
                true,
            ),
            (
                &[("origin", "https://admin.example.evil"), ("host", "here")],
                false,
            ),
        ];
        for (headers, passes) in cases {
            assert_eq!(check(&guard, &Method::POST, headers), passes, "{headers:?}");
            assert_eq!(
                check(&guard, &Method::DELETE, headers),
                passes,
                "{headers:?}"
            );
            assert!(check(&guard, &Method::GET, headers), "{headers:?}");
        }
        assert!(!check(&SameOrigin::new(), &Method::POST, cases[6].0));
    }

    #[test]
    #[should_panic(
        expected = "an origin is a scheme and a host, such as https://example.org, not example.org"
    )]
    fn an_origin_has_a_scheme() {
        let _ = SameOrigin::trusting(["example.org"]);
    }
}
