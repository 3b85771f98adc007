//! The client on its page: what a test asks of it.

use std::cell::{Cell, Ref, RefCell};
use std::fmt;
use std::time::Duration;

use rquickjs::{Ctx, FromJs, Object};

use crate::engine::Engine;
use crate::markup;
use crate::page::Page;
use crate::value::Value;

/// A page on which the client has started; it serves any number of cases, one after the other.
pub struct Client {
    engine: RefCell<Engine>,
    /// Whether a case has left something since the last reset.
    is_used: Cell<bool>,
    /// Whether an attribute failed: its effect runs on for ever, because the client has no cleanup of it.
    is_spoilt: Cell<bool>,
}

/// Why the client gave up on an attribute: the first exception that nobody caught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(String);

/// What statements did.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// All signals afterwards.
    pub signals: Value,
    /// The actions that were called, in this order; they ran as well.
    pub calls: Vec<Call>,
    /// What was written on the console.
    pub console: Vec<Line>,
}

/// A call of an action.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The name without the `@`.
    pub action: String,
    /// The arguments.
    pub arguments: Vec<Value>,
}

/// A line of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The method, such as `error`.
    pub method: String,
    /// The arguments with spaces between them.
    pub text: String,
}

/// A request that the page made.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// The headers.
    pub headers: Value,
    /// The body.
    pub body: Option<String>,
}

impl Client {
    /// Starts the client on an empty page.
    ///
    /// # Panics
    ///
    /// Panics when the client was not fetched yet.
    pub fn start() -> Self {
        let client = Self {
            engine: RefCell::new(Engine::start()),
            is_used: Cell::new(false),
            is_spoilt: Cell::new(false),
        };
        client.settle();
        assert_eq!(client.errors(), [""; 0], "the client does not start");
        client
    }

    /// Shows markup instead of what was there before, and lets the client apply it.
    pub fn show(&self, markup: impl fmt::Display) -> Page<'_> {
        if self.is_used.get() {
            self.reset();
        }
        let nodes = markup::nodes(&markup.to_string());
        self.engine().call::<()>("show", (nodes,));
        self.settle();
        Page::new(self)
    }

    /// The value of a source where the client wants a value, such as `data-text`, with these signals and no others.
    ///
    /// # Errors
    ///
    /// If the client cannot compile it, or it throws.
    pub fn evaluate(&self, signals: &serde_json::Value, source: &str) -> Result<Value, Refusal> {
        self.probe("evaluate", signals, source)
            .map(|probed| probed.value)
    }

    /// What a source does where the client wants statements, such as `data-init`, with these signals and no others.
    ///
    /// # Errors
    ///
    /// If the client cannot compile it, or it throws.
    pub fn run(&self, signals: &serde_json::Value, source: &str) -> Result<Run, Refusal> {
        self.probe("run", signals, source).map(|probed| Run {
            signals: probed.signals,
            calls: probed.calls,
            console: probed.console,
        })
    }

    fn probe(
        &self,
        plugin: &str,
        signals: &serde_json::Value,
        source: &str,
    ) -> Result<Probed, Refusal> {
        self.engine()
            .call::<()>("begin", (plugin, signals.to_string(), source));
        self.settle();
        let probed: Probed = self.engine().call("end", ());
        self.settle();
        match probed.errors.first() {
            Some(error) => Err(Refusal::new(error)),
            None => Ok(probed),
        }
    }

    /// All signals.
    pub fn signals(&self) -> Value {
        self.engine().call("signals", ())
    }

    /// Patches signals as an attribute would: objects are merged, `null` deletes.
    pub fn merge(&self, signals: &serde_json::Value) {
        self.engine().call::<()>("merge", (signals.to_string(),));
        self.settle();
    }

    /// Sets what the requests of this page are answered with from now on; at first it is 204, without content.
    pub fn answer(&self, status: u16, content_type: &str, body: &str) {
        self.engine()
            .call::<()>("setAnswer", (status, content_type, body));
    }

    /// Lets time pass.
    pub fn advance(&self, time: Duration) {
        let until = self.engine().call::<f64>("time", ()) + time.as_secs_f64() * 1000.0;
        self.run_until(until);
        self.engine().call::<()>("setTime", (until,));
    }

    /// The requests since the last look.
    pub fn requests(&self) -> Vec<Request> {
        self.engine().call("takeRequests", ())
    }

    /// The exceptions and rejections since the last look that nobody caught.
    pub fn errors(&self) -> Vec<String> {
        let errors: Vec<String> = self.engine().call("takeErrors", ());
        if !errors.is_empty() {
            self.is_spoilt.set(true);
        }
        errors
    }

    /// The lines of the console since the last look.
    pub fn console(&self) -> Vec<Line> {
        self.engine().call("takeLines", ())
    }

    pub(crate) fn engine(&self) -> Ref<'_, Engine> {
        self.engine.borrow()
    }

    /// Runs everything that is due by now.
    ///
    /// # Panics
    ///
    /// Panics when code from data ran, or a prototype changed.
    pub(crate) fn settle(&self) {
        self.is_used.set(true);
        self.run_until(self.engine().call("time", ()));
        let damage: String = self.engine().call("damage", ());
        assert_eq!(damage, "", "the page was harmed");
    }

    fn run_until(&self, until: f64) {
        self.engine().pump();
        while self.engine().call("runDue", (until,)) {
            self.engine().pump();
        }
        self.engine().call::<()>("reportRejections", ());
    }

    /// Forgets everything that the last case left, its harm included.
    pub(crate) fn reset(&self) {
        self.errors();
        if self.is_spoilt.replace(false) {
            self.engine.replace(Engine::start());
            self.run_until(0.0);
        } else {
            self.clear();
        }
        self.is_used.set(false);
    }

    fn clear(&self) {
        self.engine().call::<()>("clear", ());
        self.run_until(self.engine().call("time", ()));
        self.engine().call::<()>("forget", ());
        self.run_until(self.engine().call("time", ()));
        self.engine().call::<String>("damage", ());
        self.engine().call::<()>("setAnswer", (204, "", ""));
        self.errors();
        self.console();
        self.requests();
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client")
    }
}

impl Refusal {
    /// Without the line with the address of the documentation, which says everything a second time.
    fn new(error: &str) -> Self {
        let lines = error
            .lines()
            .filter(|line| !line.starts_with("More info: "));
        Self(lines.collect::<Vec<_>>().join("\n"))
    }

    /// The first line without `Error: `, which is the client's identifier: `GenerateExpression`, for example.
    pub fn kind(&self) -> &str {
        let line = self.0.lines().next().unwrap_or_default();
        line.strip_prefix("Error: ").unwrap_or(line)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

struct Probed {
    errors: Vec<String>,
    value: Value,
    signals: Value,
    calls: Vec<Call>,
    console: Vec<Line>,
}

impl<'js> FromJs<'js> for Probed {
    fn from_js(ctx: &Ctx<'js>, value: rquickjs::Value<'js>) -> rquickjs::Result<Self> {
        let list = rquickjs::Array::from_js(ctx, value)?;
        Ok(Self {
            errors: list.get(0)?,
            value: list.get(1)?,
            signals: list.get(2)?,
            calls: list.get(3)?,
            console: list.get(4)?,
        })
    }
}

impl<'js> FromJs<'js> for Call {
    fn from_js(ctx: &Ctx<'js>, value: rquickjs::Value<'js>) -> rquickjs::Result<Self> {
        let list = rquickjs::Array::from_js(ctx, value)?;
        Ok(Self {
            action: list.get(0)?,
            arguments: list.get(1)?,
        })
    }
}

impl<'js> FromJs<'js> for Line {
    fn from_js(ctx: &Ctx<'js>, value: rquickjs::Value<'js>) -> rquickjs::Result<Self> {
        let list = rquickjs::Array::from_js(ctx, value)?;
        Ok(Self {
            method: list.get(0)?,
            text: list.get(1)?,
        })
    }
}

impl<'js> FromJs<'js> for Request {
    fn from_js(ctx: &Ctx<'js>, value: rquickjs::Value<'js>) -> rquickjs::Result<Self> {
        let request = Object::from_js(ctx, value)?;
        Ok(Self {
            method: request.get("method")?,
            url: request.get("url")?,
            headers: request.get("headers")?,
            body: request.get("body")?,
        })
    }
}
