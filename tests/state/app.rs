//! An application that is asked without a socket, by browsers that keep cookies.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use tokio::time::timeout;
use tower::ServiceExt as _;

/// A browser, with its cookies.
#[derive(Clone)]
pub(crate) struct Browser {
    app: Router,
    cookie: Arc<Mutex<Option<String>>>,
}

/// A response, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) text: String,
}

impl Browser {
    pub(crate) fn new(app: &Router) -> Self {
        Self {
            app: app.clone(),
            cookie: Arc::default(),
        }
    }

    pub(crate) fn cookie(&self) -> Option<String> {
        self.cookie.lock().expect("no panic").clone()
    }

    pub(crate) fn set_cookie(&self, cookie: &str) {
        *self.cookie.lock().expect("no panic") = Some(cookie.to_owned());
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Response<Body> {
        let mut request = request;
        if let Some(cookie) = self.cookie() {
            let cookie = cookie.parse().expect("a header");
            request.headers_mut().insert(header::COOKIE, cookie);
        }
        let response = self.app.clone().oneshot(request).await.expect("a response");
        if let Some(set) = response.headers().get(header::SET_COOKIE) {
            let set = set.to_str().expect("visible ASCII");
            self.set_cookie(set.split(';').next().expect("a pair"));
        }
        response
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        read(self.send(request).await).await
    }

    /// An action of the client.
    pub(crate) async fn post(&self, path: &str, signals: &str) -> Answer {
        let request = Request::post(path)
            .header("datastar-request", "true")
            .header(header::CONTENT_TYPE, "application/json");
        let request = request.body(signals.to_owned().into());
        read(self.send(request.expect("a request")).await).await
    }

    pub(crate) async fn follow(&self, path: &str) -> Stream {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = self.send(request).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(
            response.headers()[header::CONTENT_TYPE],
            "text/event-stream"
        );
        Stream(response.into_body())
    }
}

pub(crate) async fn read(response: Response<Body>) -> Answer {
    let status = response.status();
    let bytes = response.into_body().collect().await.expect("a body");
    let text = String::from_utf8(bytes.to_bytes().into()).expect("text");
    Answer { status, text }
}

/// The patch of signals that an answer is.
pub(crate) fn signals(text: &str) -> &str {
    let data = text.strip_prefix("event: datastar-patch-signals\ndata: signals ");
    let data = data.and_then(|data| data.strip_suffix("\n\n"));
    data.unwrap_or_else(|| panic!("no patch of signals: {text:?}"))
}

/// The stream of a page.
pub(crate) struct Stream(Body);

impl Stream {
    /// The next patch of signals.
    pub(crate) async fn next(&mut self) -> String {
        signals(&self.text().await).to_owned()
    }

    /// The next frame.
    pub(crate) async fn text(&mut self) -> String {
        let frame = timeout(Duration::from_secs(10), self.0.frame()).await;
        let frame = frame.expect("in time").expect("no end").expect("no error");
        let data = frame.into_data().expect("data");
        std::str::from_utf8(&data).expect("text").to_owned()
    }

    /// Nothing comes.
    pub(crate) async fn is_silent(&mut self) -> bool {
        timeout(Duration::from_millis(50), self.0.frame())
            .await
            .is_err()
    }
}
