//! A browser's side of HTTP, in the process of the test: no socket, the same headers.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum_core::body::Body;
use bytes::Bytes;
use http::{HeaderValue, Method, Request, header};
use serde::Serialize;
use tower_service::Service;
use url::Url;

use super::cookies::Cookies;
use super::error::Error;
use super::response::Response;

/// The site that the pages of a test are on.
const ORIGIN: &str = "http://localhost";

type Answer = Pin<Box<dyn Future<Output = Result<http::Response<Body>, Error>> + Send>>;

/// A browser that asks a router, or any other service, without a socket.
///
/// It sends what a browser sends: the headers of a navigation or of Datastar's client, the origin (so that
/// [`SameOrigin`](crate::guard::SameOrigin) lets it through), the codings that it decodes, its cookies. A clone is
/// another tab with the same cookies; [`Client::new`] is another browser.
///
/// ```
/// use axum::{Router, routing};
/// use starmark::testing::Client;
/// use starmark::{Signals, PreEscaped};
///
/// #[derive(serde::Deserialize)]
/// # #[derive(serde::Serialize)]
/// struct Search { query: String }
///
/// let app = Router::new()
///     .route("/", routing::get(async || PreEscaped("<p>Hello")))
///     .route("/search", routing::get(async |Signals(it): Signals<serde_json::Value>| it["query"].to_string()));
///
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// let browser = Client::new(app);
/// assert_eq!(browser.get("/").await?.text().await?, "<p>Hello");
/// let found = browser.action("GET", "/search", &Search { query: "Ada".into() }).await?;
/// assert_eq!(found.text().await?, "\"Ada\"");
/// # Ok::<(), starmark::testing::Error>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It runs on tokio, whose clock counts the [time limit](Self::patience).
#[derive(Clone)]
pub struct Client {
    call: Arc<dyn Fn(Request<Body>) -> Answer + Send + Sync>,
    cookies: Arc<Mutex<Cookies>>,
    patience: Duration,
}

impl Client {
    /// A browser without cookies, for a `Router` or another service of tower.
    pub fn new<S, B>(service: S) -> Self
    where
        S: Service<Request<Body>, Response = http::Response<B>> + Clone + Send + Sync + 'static,
        S::Future: Send,
        S::Error: fmt::Display,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<axum_core::BoxError>,
    {
        let call = move |request| -> Answer {
            let mut service = service.clone();
            Box::pin(async move {
                let refused = |error| Error::new(format!("the service fails: {error}"));
                poll_fn(|context| service.poll_ready(context))
                    .await
                    .map_err(refused)?;
                let response = service.call(request).await;
                response
                    .map(|response| response.map(Body::new))
                    .map_err(refused)
            })
        };
        Self {
            call: Arc::new(call),
            cookies: Arc::default(),
            patience: Duration::from_secs(5),
        }
    }

    /// Sets how long to wait for a response, or for the next piece of one, before the test fails: 5 seconds unless it is set.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    pub(super) fn limit(&self) -> Duration {
        self.patience
    }

    /// Goes to an address as a link does; a redirect is a response, which is not followed.
    ///
    /// # Errors
    ///
    /// If the address is of another site, or there is no response in time.
    pub async fn get(&self, address: &str) -> Result<Response, Error> {
        let url = resolve(address, None)?;
        let request = Request::get(url.as_str())
            .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
            .header("sec-fetch-dest", "document")
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-site", "same-origin")
            .header("sec-fetch-user", "?1");
        self.send(built(request, Body::empty())?).await
    }

    /// Sends signals as Datastar's client does: in the query of `GET` and `DELETE`, else as JSON in the body.
    ///
    /// # Errors
    ///
    /// If it is no method, the signals are not written by serde, the address is of another site, or there is no response in time.
    pub async fn action(
        &self,
        method: &str,
        address: &str,
        signals: &(impl Serialize + ?Sized),
    ) -> Result<Response, Error> {
        let json = serde_json::to_string(signals);
        let json =
            json.map_err(|error| Error::new(format!("signals that are no JSON: {error}")))?;
        let method: Method = method
            .to_ascii_uppercase()
            .parse()
            .map_err(|_| Error::new(format!("`{method}` is no method of HTTP")))?;
        let mut url = resolve(address, None)?;
        if carries_body(&method) {
            return self
                .fetch(
                    method,
                    &url,
                    Some(("application/json".to_owned(), json)),
                    &[],
                )
                .await;
        }
        set_parameter(&mut url, "datastar", &json);
        self.fetch(method, &url, None, &[]).await
    }

    /// A request of Datastar's client.
    pub(super) async fn fetch(
        &self,
        method: Method,
        url: &Url,
        content: Option<(String, String)>,
        headers: &[(String, String)],
    ) -> Result<Response, Error> {
        let mut request = Request::builder()
            .method(method.clone())
            .uri(url.as_str())
            .header(
                header::ACCEPT,
                "text/event-stream, text/html, application/json",
            )
            .header("datastar-request", "true")
            .header("sec-fetch-dest", "empty")
            .header("sec-fetch-mode", "cors")
            .header("sec-fetch-site", "same-origin");
        if method != Method::GET && method != Method::HEAD {
            request = request.header(header::ORIGIN, ORIGIN);
        }
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let mut body = Body::empty();
        if let Some((kind, text)) = content {
            request = request.header(header::CONTENT_TYPE, kind);
            body = Body::from(text);
        }
        self.send(built(request, body)?).await
    }

    /// Sends any request, with the cookies and what every browser sends.
    ///
    /// # Errors
    ///
    /// If there is no response in time.
    pub async fn send(&self, mut request: Request<Body>) -> Result<Response, Error> {
        let name = format!("{} {}", request.method(), request.uri().path());
        let path = request.uri().path().to_owned();
        let cookies = self.cookies().header(&path);
        let headers = request.headers_mut();
        let mut set = |name, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.entry(name).or_insert(value);
            }
        };
        set(header::HOST, "localhost");
        set(header::ACCEPT_ENCODING, "gzip, br, zstd");
        if let Some(cookies) = cookies {
            set(header::COOKIE, &cookies);
        }
        let uri = request.uri().path_and_query().map(ToString::to_string);
        if let Some(uri) = uri.and_then(|uri| uri.parse().ok()) {
            *request.uri_mut() = uri;
        }
        let response = tokio::time::timeout(self.patience, (self.call)(request)).await;
        let late = |_| {
            Error::new(format!(
                "{name}: there is no response within {:?}",
                self.patience
            ))
        };
        let response = response.map_err(late)??;
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            if let Ok(line) = cookie.to_str() {
                self.cookies().set(line, &path);
            }
        }
        Response::new(name, response, self.patience)
    }

    /// The value of a cookie, if there is one of this name.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies().get(name).map(ToOwned::to_owned)
    }

    /// Sets a cookie, by a line as a response has it: `"theme=dark; Path=/"`.
    pub fn set_cookie(&self, line: &str) {
        self.cookies().set(line, "/");
    }

    fn cookies(&self) -> MutexGuard<'_, Cookies> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("cookies", &self.cookies())
            .finish_non_exhaustive()
    }
}

/// An address on the site of the test, seen from a page.
pub(super) fn resolve(address: &str, page: Option<&Url>) -> Result<Url, Error> {
    let site = Url::parse(ORIGIN).map_err(|error| Error::new(error.to_string()))?;
    let base = page.unwrap_or(&site);
    let url = base
        .join(address)
        .map_err(|error| Error::new(format!("`{address}` is no address: {error}")))?;
    if url.origin() == site.origin() {
        return Ok(url);
    }
    Err(Error::new(format!(
        "`{address}` is on another site than {ORIGIN}, where the page of a test is"
    )))
}

/// Whether signals travel in the body.
pub(super) fn carries_body(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::DELETE | Method::HEAD)
}

/// Sets a parameter as `URLSearchParams` does: the others stay, and all are written anew.
pub(super) fn set_parameter(url: &mut Url, name: &str, value: &str) {
    let others: Vec<_> = url
        .query_pairs()
        .filter(|(it, _)| it != name)
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let mut query = url.query_pairs_mut();
    query.clear().extend_pairs(others).append_pair(name, value);
}

fn built(request: http::request::Builder, body: Body) -> Result<Request<Body>, Error> {
    let request = request.body(body);
    request.map_err(|error| Error::new(format!("no request can be made of this: {error}")))
}
