//! `WebDriver` on the wire: JSON over HTTP, one function per HTTP method.
//!
//! <https://www.w3.org/TR/webdriver2/#protocol>

use std::fmt;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::http::Response;
use ureq::{Agent, Body};

/// Longer than any command takes, so that a hung browser fails a test instead of a whole run.
const LIMIT: Duration = Duration::from_secs(60);

/// Why a command failed, in the words of chromedriver.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        Self(format!("chromedriver does not answer: {error}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(format!("the file cannot be written: {error}"))
    }
}

pub(crate) type Answer = Result<Value, Failure>;

/// One browser, from the side of the protocol.
#[derive(Debug)]
pub(crate) struct Session {
    agent: Agent,
    url: String,
}

impl Session {
    /// Starts a browser with these capabilities.
    pub(crate) fn start(driver: &str, capabilities: &Value) -> Result<Self, Failure> {
        let agent = agent(LIMIT);
        let request = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let response = agent
            .post(format!("{driver}/session"))
            .send_json(&request)?;
        let session = value(response)?;
        let id = session["sessionId"].as_str().unwrap_or_default();
        Ok(Self {
            agent,
            url: format!("{driver}/session/{id}"),
        })
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        value(self.agent.get(format!("{}/{path}", self.url)).call()?)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        value(
            self.agent
                .post(format!("{}/{path}", self.url))
                .send_json(body)?,
        )
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Ends the browser. If chromedriver is gone, its browsers are gone with it.
        let _ = self.agent.delete(&self.url).call();
    }
}

/// An HTTP client that reads every status and, whatever the environment says, uses no proxy.
pub(crate) fn agent(limit: Duration) -> Agent {
    Agent::config_builder()
        .timeout_global(Some(limit))
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .new_agent()
}

fn value(mut response: Response<Body>) -> Answer {
    let mut answer: Value = response
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()?;
    let value = answer["value"].take();
    if response.status().is_success() {
        Ok(value)
    } else {
        Err(Failure(format!("{}: {}", value["error"], value["message"])))
    }
}
