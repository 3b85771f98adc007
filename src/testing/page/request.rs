//! A backend action as the request that the client makes of it. <https://data-star.dev/reference/actions>

use http::Method;
use scraper::ElementRef;
use serde_json::Value;
use url::Url;
use url::form_urlencoded::Serializer;

use super::super::client::{Client, carries_body, set_parameter};
use super::super::error::Error;
use super::super::response::Response;
use super::control::Controls;
use super::signals::Store;
use super::value::{regex, text};

/// The rule of the client for signals that it keeps to itself.
const PRIVATE: &str = r"(^|\.)_";

/// What the client sends, and where.
#[derive(Debug)]
pub(super) struct ActionRequest {
    pub(super) method: Method,
    pub(super) url: Url,
    /// The type of the body, and the body.
    pub(super) content: Option<(String, String)>,
    pub(super) headers: Vec<(String, String)>,
}

/// Where an action runs.
pub(super) struct Origin<'p> {
    pub(super) signals: &'p Store,
    pub(super) controls: Controls<'p>,
    /// The element whose code it is.
    pub(super) element: Option<ElementRef<'p>>,
    /// The button that sent the form.
    pub(super) submitter: Option<ElementRef<'p>>,
}

impl ActionRequest {
    /// The request with what its options say.
    pub(super) fn new(
        method: Method,
        url: Url,
        options: &Value,
        origin: &Origin<'_>,
    ) -> Result<Self, Error> {
        let headers = options["headers"].as_object().into_iter().flatten();
        let headers = headers
            .map(|(name, value)| (name.clone(), text(value)))
            .collect();
        let request = Self {
            method,
            url,
            content: None,
            headers,
        };
        match options["contentType"].as_str() {
            Some("form") => request.with_form(options, origin),
            Some("json") | None => request.with_signals(options, origin.signals),
            Some(other) => Err(Error::new(format!(
                "FetchInvalidContentType: `{other}` is neither json nor form"
            ))),
        }
    }

    fn with_signals(mut self, options: &Value, signals: &Store) -> Result<Self, Error> {
        let filter = &options["filterSignals"];
        let include = filter["include"].as_str().map(regex).transpose()?;
        let exclude = regex(filter["exclude"].as_str().unwrap_or(PRIVATE))?;
        let json = match options.get("payload") {
            Some(payload) => payload.to_string(),
            None => signals.filtered(include.as_ref(), &exclude).to_string(),
        };
        if carries_body(&self.method) {
            self.content = Some(("application/json".to_owned(), json));
        } else {
            set_parameter(&mut self.url, "datastar", &json);
        }
        Ok(self)
    }

    fn with_form(mut self, options: &Value, origin: &Origin<'_>) -> Result<Self, Error> {
        let controls = &origin.controls;
        let form = match options["selector"].as_str() {
            Some(selector) => controls.document.select(selector).next(),
            None => origin.element.and_then(|it| closest(it, "form")),
        };
        let form = form.ok_or_else(|| {
            Error::new("FetchFormNotFound: the action sends a form, and there is none around its element; `.selector(…)` names another")
        })?;
        let fields = controls.fields(form, origin.submitter);
        if carries_body(&self.method) {
            self.content = Some(match form.attr("enctype") {
                Some("multipart/form-data") => multipart(&fields),
                _ => {
                    let body = Serializer::new(String::new()).extend_pairs(fields).finish();
                    ("application/x-www-form-urlencoded".to_owned(), body)
                }
            });
        } else {
            self.url.query_pairs_mut().extend_pairs(fields);
        }
        Ok(self)
    }

    /// Sends the request, and follows redirects as a browser does.
    pub(super) async fn send(mut self, client: &Client) -> Result<Response, Error> {
        const MOST: usize = 20;
        for _ in 0..MOST {
            let content = self.content.clone();
            let response = client
                .fetch(self.method.clone(), &self.url, content, &self.headers)
                .await?;
            let (status, place) = (response.status(), response.header("location"));
            let Some(place) = place.filter(|_| status.is_redirection()) else {
                return Ok(response);
            };
            self.url = super::super::client::resolve(place, Some(&self.url))?;
            // <https://fetch.spec.whatwg.org/#http-redirect-fetch>
            if matches!(status.as_u16(), 301 | 302 if self.method == Method::POST)
                || status.as_u16() == 303
            {
                (self.method, self.content) = (Method::GET, None);
            }
        }
        Err(Error::new(format!(
            "{} {}: more than {MOST} redirects",
            self.method,
            self.url.path()
        )))
    }
}

/// The element itself or the nearest one around it with this name.
pub(super) fn closest<'a>(element: ElementRef<'a>, name: &str) -> Option<ElementRef<'a>> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element)
        .chain(around)
        .find(|it| it.value().name() == name)
}

/// <https://www.rfc-editor.org/rfc/rfc7578>
fn multipart(fields: &[(String, String)]) -> (String, String) {
    let taken = |boundary: &str| fields.iter().any(|(_, value)| value.contains(boundary));
    let mut boundary = "starmark".to_owned();
    while taken(&boundary) {
        boundary.push('-');
    }
    let quoted = |name: &str| {
        name.replace('\r', "%0D")
            .replace('\n', "%0A")
            .replace('"', "%22")
    };
    let part = |(name, value): &(String, String)| {
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n",
            quoted(name)
        )
    };
    let parts: String = fields.iter().map(part).collect();
    let body = format!("{parts}--{boundary}--\r\n");
    (format!("multipart/form-data; boundary={boundary}"), body)
}
