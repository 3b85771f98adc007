//! A page that a test uses as somebody at a browser would, without a browser.

mod apply;
mod attributes;
mod code;
mod control;
mod events;
mod follow;
mod morph;
mod patch;
mod request;
mod signals;
mod value;

use std::collections::{HashMap, HashSet};

use scraper::ElementRef;
use serde::Serialize;
use serde_json::Value;
use url::Url;

use self::control::{Controls, Typed, bound};
use self::signals::Store;
use super::client::{Client, resolve};
use super::document::{Document, NodeId};
use super::error::Error;
use super::pretty::pretty_document;
use super::response::EventStream;

/// A page of a router, with its signals: opened, clicked, and changed by what comes back.
///
/// ```
/// use axum::{Router, routing};
/// use starmark::prelude::*;
/// use starmark::testing::{Client, Page};
///
/// async fn index() -> Markup {
///     html! {
///         main data-signals="{step: 2}" {
///             p #count { "0" }
///             button #add data-on:click=(post("/add")) { "Add" }
///         }
///     }
/// }
///
/// async fn add(Signals(page): Signals<serde_json::Value>) -> starmark::sse::Patch {
///     starmark::sse::Patch::new().elements(html! { p #count { (page["step"].as_i64().unwrap_or(0)) } })
/// }
///
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// let app = Router::new().route("/", routing::get(index)).route("/add", routing::post(add));
/// let mut page = Page::open(&Client::new(app), "/").await?;
/// assert_eq!(page.text("#count"), "0");
///
/// page.click("#add").await?;
/// assert_eq!(page.text("#count"), "2");
///
/// page.set("step", 5);
/// page.send(post("/add")).await?;
/// assert_eq!(page.text("#count"), "5");
/// # Ok::<(), starmark::testing::Error>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # What it does as the client does
///
/// It holds the signals that `data-signals` and `data-bind` declare, sends those that the client would send, keeps cookies,
/// and applies events: elements are put into the page in each mode, morphed so that what stays is the same node; signals
/// are merged; what is bound follows. The rules are those of Datastar 1.0.4, which `tests/browser/tests/applied.rs` compares
/// on random pages and events.
///
/// # What it does not
///
/// It runs no JavaScript. Code is read if it is plain: requests, signals that are set to values, `!$a`, `$a + 1`,
/// `el.value`; anything else is an error that says what to write instead. Of what shows signals, `data-text` is kept up
/// to date if it is plain; `data-show`, `data-class`, `data-computed` and the like are not. Time does not pass: what is
/// debounced happens at once. Scripts are [recorded](Self::scripts). Where an id is twice in a page, it may keep another of
/// the two nodes than the client does. For the rest there are browsers.
#[derive(Debug)]
pub struct Page {
    client: Client,
    url: Url,
    document: Document,
    signals: Store,
    typed: Typed,
    /// What was declared already: an element, an attribute, and its value.
    applied: HashMap<(NodeId, String), String>,
    /// What `data-init` started already.
    started: HashSet<(NodeId, String)>,
    /// The scripts that ran, or were there at first.
    ran: HashSet<NodeId>,
    scripts: Vec<String>,
    redirect: Option<String>,
    warnings: Vec<String>,
    streams: Vec<EventStream>,
    /// Why streams are no longer there.
    ends: Vec<String>,
}

impl Page {
    /// Opens a page, following redirects.
    ///
    /// # Errors
    ///
    /// If the response is no page, or there is none in time.
    pub async fn open(client: &Client, address: &str) -> Result<Self, Error> {
        const MOST: usize = 20;
        let mut url = resolve(address, None)?;
        for _ in 0..MOST {
            let response = client.get(url.as_str()).await?;
            let place = response
                .header("location")
                .filter(|_| response.status().is_redirection());
            match place {
                Some(place) => url = resolve(place, Some(&url))?,
                None => return Ok(Self::new(client.clone(), url, response.document().await?)),
            }
        }
        Err(Error::new(format!(
            "GET {address}: more than {MOST} redirects"
        )))
    }

    fn new(client: Client, url: Url, document: Document) -> Self {
        let ran = document.select("script").map(|it| it.id()).collect();
        let mut page = Self {
            client,
            url,
            document,
            signals: Store::new(),
            typed: Typed::default(),
            applied: HashMap::new(),
            started: HashSet::new(),
            ran,
            scripts: Vec::new(),
            redirect: None,
            warnings: Vec::new(),
            streams: Vec::new(),
            ends: Vec::new(),
        };
        page.declare();
        page.show_signals();
        page
    }

    /// The page as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The path and the query of the page.
    pub fn address(&self) -> &str {
        &self.url[url::Position::BeforePath..]
    }

    /// The text of all elements that match, without the white space around it.
    ///
    /// # Panics
    ///
    /// If none matches; the message is the page.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.element(selector);
        self.document.text(selector).trim().to_owned()
    }

    /// An attribute of the first element that matches.
    ///
    /// # Panics
    ///
    /// If none matches.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.element(selector).attr(name).map(ToOwned::to_owned)
    }

    /// How many elements match.
    ///
    /// # Panics
    ///
    /// If it is no selector.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        self.document.select(selector).count()
    }

    /// What the first control that matches holds: what was typed, what its signal says, or what the server wrote.
    ///
    /// # Panics
    ///
    /// If none matches.
    #[track_caller]
    pub fn value(&self, selector: &str) -> String {
        let control = self.element(selector);
        self.controls().value(control)
    }

    /// Whether the first checkbox or radio button that matches is on.
    ///
    /// # Panics
    ///
    /// If none matches.
    #[track_caller]
    pub fn is_checked(&self, selector: &str) -> bool {
        let control = self.element(selector);
        self.controls().is_checked(control)
    }

    /// A signal, by its path: `ui.open`.
    ///
    /// # Panics
    ///
    /// If there is no such signal; the message is all that there are.
    #[track_caller]
    pub fn signal(&self, path: &str) -> Value {
        let all = || serde_json::to_string_pretty(self.signals.all()).unwrap_or_default();
        let signal = self.signals.get(path);
        signal
            .unwrap_or_else(|| {
                panic!(
                    "there is no signal `{path}` on {}: {}{}",
                    self.address(),
                    all(),
                    self.notes()
                )
            })
            .clone()
    }

    /// All signals.
    pub fn signals(&self) -> &Value {
        self.signals.all()
    }

    /// Sets a signal, as code of the page would; null removes it.
    ///
    /// # Panics
    ///
    /// If serde cannot write the value as JSON.
    #[track_caller]
    pub fn set(&mut self, path: &str, value: impl Serialize) {
        let value = serde_json::to_value(value);
        let value =
            value.unwrap_or_else(|error| panic!("no value for the signal `{path}`: {error}"));
        self.signals.set(path, value);
        self.show_signals();
    }

    /// The scripts that responses ran, in their order.
    pub fn scripts(&self) -> &[String] {
        &self.scripts
    }

    /// Where the last script that goes somewhere goes, as [`ExecuteScript::redirect`](crate::sse::ExecuteScript::redirect) does.
    pub fn redirect(&self) -> Option<&str> {
        self.redirect.as_deref()
    }

    /// What the client would have warned of on the console, such as a patch for an element that is not there, and what
    /// of the page cannot be run here.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Goes where the last script goes, in this tab.
    ///
    /// # Errors
    ///
    /// If no script goes anywhere, or as [`open`](Self::open).
    pub async fn follow_redirect(&mut self) -> Result<(), Error> {
        let place = self.redirect.take();
        let place = place.ok_or_else(|| self.problem("no response has led elsewhere"))?;
        self.visit(&place).await
    }

    /// Goes to an address, in this tab: signals are those of the new page, cookies stay.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub async fn visit(&mut self, address: &str) -> Result<(), Error> {
        let url = resolve(address, Some(&self.url))?;
        let client = self.client.clone();
        *self = Self::open(&client, url.as_str()).await?;
        Ok(())
    }

    fn controls(&self) -> Controls<'_> {
        Controls {
            document: &self.document,
            typed: &self.typed,
        }
    }

    #[track_caller]
    fn element(&self, selector: &str) -> ElementRef<'_> {
        let found = self.document.select(selector).next();
        found.unwrap_or_else(|| {
            panic!(
                "nothing matches `{selector}` on {}:\n{}",
                self.address(),
                self.printed()
            )
        })
    }

    fn found(&self, selector: &str) -> Result<NodeId, Error> {
        let parsed = scraper::Selector::parse(selector);
        let parsed =
            parsed.map_err(|error| Error::new(format!("`{selector}` is no selector: {error}")))?;
        let found = self.document.elements().find(|it| parsed.matches(it));
        found
            .map(|it| it.id())
            .ok_or_else(|| self.problem(&format!("nothing matches `{selector}`")))
    }

    fn get(&self, node: NodeId) -> Option<ElementRef<'_>> {
        self.document.tree.tree.get(node).and_then(ElementRef::wrap)
    }

    fn bound(&self, node: NodeId) -> Option<String> {
        bound(&self.document, &self.signals, self.get(node)?)
    }

    fn problem(&self, what: &str) -> Error {
        Error::new(format!(
            "{what}, on {}{}\n{}",
            self.address(),
            self.notes(),
            self.printed()
        ))
    }

    fn printed(&self) -> String {
        pretty_document(&self.document)
    }

    fn notes(&self) -> String {
        let notes = self.warnings.iter().map(|it| format!("\nnote: {it}"));
        notes.collect()
    }
}
