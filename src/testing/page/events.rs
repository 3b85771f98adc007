//! What somebody does at a page: clicks, text, forms. <https://data-star.dev/reference/attributes#data-on>

use std::fmt::Display;

use http::Method;
use scraper::ElementRef;
use serde_json::Value;

use super::super::client::resolve;
use super::super::document::NodeId;
use super::super::error::Error;
use super::super::response::Response;
use super::Page;
use super::attributes::data_attributes;
use super::code::{Statement, statements};
use super::control::is_check;
use super::request::{ActionRequest, Origin, closest};
use super::value::Place;

/// Code that an event runs.
struct Listener {
    element: NodeId,
    code: String,
    prevents: bool,
}

impl Page {
    /// Clicks the first element that matches: runs its `data-on:click` and those around it, turns a checkbox, sends the
    /// form of a button, follows a link.
    ///
    /// # Errors
    ///
    /// If nothing matches, nothing would happen, the code is more than [plain](Page#what-it-does-not), the request
    /// fails, or its response cannot be applied.
    pub async fn click(&mut self, selector: &str) -> Result<(), Error> {
        let node = self.enabled(selector)?;
        let is_check = self.get(node).is_some_and(is_check);
        let (form, link) = (
            self.get(node).and_then(form_of),
            self.get(node).and_then(link),
        );
        if is_check {
            let is_radio = self
                .get(node)
                .is_some_and(|it| it.attr("type") == Some("radio"));
            let is_on = is_radio
                || !self
                    .get(node)
                    .is_some_and(|it| self.controls().is_checked(it));
            self.turn(node, is_on);
        }
        let listeners = self.listeners(node, "click");
        let prevents = listeners.iter().any(|it| it.prevents);
        if listeners.is_empty() && !is_check && form.is_none() && link.is_none() {
            return Err(self.deaf(node, "click"));
        }
        self.run_all(listeners, None).await?;
        match (form, link) {
            _ if prevents => Ok(()),
            _ if is_check => self.input_events(node).await,
            (Some(form), _) => self.submit_from(form, Some(node)).await,
            (None, Some(link)) => self.visit(&link).await,
            (None, None) => Ok(()),
        }
    }

    /// Sends the first form that matches: runs its `data-on:submit`.
    ///
    /// # Errors
    ///
    /// As [`click`](Self::click).
    pub async fn submit(&mut self, selector: &str) -> Result<(), Error> {
        let form = self.found(selector)?;
        self.submit_from(form, None).await
    }

    async fn submit_from(&mut self, form: NodeId, submitter: Option<NodeId>) -> Result<(), Error> {
        let listeners = self.listeners(form, "submit");
        if listeners.is_empty() {
            return Err(self.deaf(form, "submit"));
        }
        self.run_all(listeners, submitter).await
    }

    /// Types into the first control that matches, or chooses an option: its signal follows, and what listens for `input`
    /// and `change` runs.
    ///
    /// # Errors
    ///
    /// If nothing matches, it is no control that holds text, or as [`click`](Self::click).
    pub async fn input(&mut self, selector: &str, value: &str) -> Result<(), Error> {
        let node = self.enabled(selector)?;
        let element = self.get(node);
        let name = element.map_or("", |it| it.value().name());
        let holds = matches!(name, "input" | "textarea" | "select") || name.contains('-');
        if !holds || element.is_some_and(is_check) {
            return Err(self.problem(&format!(
                "`{selector}` holds no text; `page.check(…)` turns a checkbox"
            )));
        }
        self.typed.values.insert(node, value.to_owned());
        self.write_signal(node);
        self.show_signals();
        self.input_events(node).await
    }

    /// Turns the first checkbox or radio button that matches on or off; what listens for `input` and `change` runs.
    ///
    /// # Errors
    ///
    /// If nothing matches, it is neither, or as [`click`](Self::click).
    pub async fn check(&mut self, selector: &str, is_on: bool) -> Result<(), Error> {
        let node = self.enabled(selector)?;
        if !self.get(node).is_some_and(is_check) {
            return Err(self.problem(&format!(
                "`{selector}` is neither a checkbox nor a radio button"
            )));
        }
        self.turn(node, is_on);
        self.input_events(node).await
    }

    /// Lets an event of any name happen to the first element that matches: runs what listens for it there and around.
    ///
    /// # Errors
    ///
    /// If nothing listens, or as [`click`](Self::click).
    pub async fn fire(&mut self, selector: &str, event: &str) -> Result<(), Error> {
        let node = self.found(selector)?;
        let listeners = self.listeners(node, event);
        if listeners.is_empty() {
            return Err(self.deaf(node, event));
        }
        self.run_all(listeners, None).await
    }

    /// Carries out an action, typed or as code, as if an element of the page had it.
    ///
    /// # Errors
    ///
    /// As [`click`](Self::click).
    pub async fn send(&mut self, action: impl Display) -> Result<(), Error> {
        let listener = Listener {
            element: self.document.tree.tree.root().id(),
            code: action.to_string(),
            prevents: false,
        };
        self.run_all(vec![listener], None).await
    }

    fn enabled(&self, selector: &str) -> Result<NodeId, Error> {
        let node = self.found(selector)?;
        match self.get(node).and_then(|it| it.attr("disabled")) {
            Some(_) => Err(self.problem(&format!("`{selector}` is disabled"))),
            None => Ok(node),
        }
    }

    fn deaf(&self, node: NodeId, event: &str) -> Error {
        let tag = self.get(node).map(|it| it.html()).unwrap_or_default();
        self.problem(&format!(
            "nothing listens for `{event}` at or around {tag}: there is no `data-on:{event}`"
        ))
    }

    fn turn(&mut self, node: NodeId, is_on: bool) {
        let group = self.get(node).filter(|it| it.attr("type") == Some("radio"));
        let group = group.and_then(|it| it.attr("name")).map(ToOwned::to_owned);
        if let Some(group) = group {
            let others = self
                .document
                .elements()
                .filter(|it| is_check(*it) && it.attr("name") == Some(&group));
            let others: Vec<_> = others.map(|it| (it.id(), false)).collect();
            self.typed.checks.extend(others);
        }
        self.typed.checks.insert(node, is_on);
        self.write_signal(node);
        self.show_signals();
    }

    async fn input_events(&mut self, node: NodeId) -> Result<(), Error> {
        for event in ["input", "change"] {
            let listeners = self.listeners(node, event);
            self.run_all(listeners, None).await?;
        }
        Ok(())
    }

    /// What listens for an event at an element, around it, and on the window.
    fn listeners(&self, node: NodeId, event: &str) -> Vec<Listener> {
        let Some(target) = self.get(node) else {
            return Vec::new();
        };
        let path =
            || std::iter::once(target).chain(target.ancestors().filter_map(ElementRef::wrap));
        let mut listeners = Vec::new();
        let mut add = |element: ElementRef<'_>, is_everywhere: bool| {
            let mut stops = false;
            for it in data_attributes(element.value())
                .filter(|it| it.plugin == "on" && it.event() == event)
            {
                let has = |modifier| it.modifier(modifier).is_some();
                if (has("window") || has("document")) != is_everywhere || has("outside") {
                    continue;
                }
                stops |= has("stop");
                let prevents = has("prevent");
                listeners.push(Listener {
                    element: element.id(),
                    code: it.value.to_owned(),
                    prevents,
                });
            }
            stops
        };
        if !path().any(|element| add(element, false)) {
            for element in self.document.elements() {
                add(element, true);
            }
        }
        listeners
    }

    async fn run_all(
        &mut self,
        listeners: Vec<Listener>,
        submitter: Option<NodeId>,
    ) -> Result<(), Error> {
        let read = listeners
            .iter()
            .map(|it| statements(&it.code))
            .collect::<Result<Vec<_>, _>>()?;
        for (listener, statements) in listeners.iter().zip(read) {
            for statement in statements {
                if let Some(response) = self.run(statement, listener.element, submitter).await? {
                    self.receive(response).await?;
                }
            }
        }
        Ok(())
    }

    /// Runs a statement; a request has a response.
    pub(super) async fn run(
        &mut self,
        statement: Statement,
        element: NodeId,
        submitter: Option<NodeId>,
    ) -> Result<Option<Response>, Error> {
        match statement {
            Statement::Nothing => Ok(None),
            Statement::Complaint(words) => Err(Error::new(format!(
                "the page complains on the console: {words}"
            ))),
            Statement::Set(path, value) => {
                let value = value.value(&Here {
                    page: self,
                    element: Some(element),
                })?;
                self.signals.set(&path, value);
                self.show_signals();
                Ok(None)
            }
            Statement::Action(name, arguments) => {
                let here = Here {
                    page: self,
                    element: Some(element),
                };
                let arguments = arguments
                    .iter()
                    .map(|it| it.value(&here))
                    .collect::<Result<Vec<_>, _>>()?;
                let request = self.request(&name, &arguments, element, submitter)?;
                let client = self.client.clone();
                request.send(&client).await.map(Some)
            }
        }
    }

    fn request(
        &self,
        name: &str,
        arguments: &[Value],
        element: NodeId,
        submitter: Option<NodeId>,
    ) -> Result<ActionRequest, Error> {
        let verbs = ["get", "post", "put", "patch", "delete", "query"];
        let method = name.to_ascii_uppercase().parse::<Method>();
        let (true, Ok(method)) = (verbs.contains(&name), method) else {
            return Err(Error::new(format!(
                "`@{name}` runs in a browser only; `page.set(…)` sets signals here"
            )));
        };
        let url = match arguments.first() {
            Some(Value::String(url)) if !url.is_empty() => resolve(url, Some(&self.url))?,
            _ => {
                return Err(Error::new(format!(
                    "FetchNoUrlProvided: `@{name}` has no address"
                )));
            }
        };
        let origin = Origin {
            signals: &self.signals,
            controls: self.controls(),
            element: self.get(element),
            submitter: submitter.and_then(|it| self.get(it)),
        };
        ActionRequest::new(
            method,
            url,
            arguments.get(1).unwrap_or(&Value::Null),
            &origin,
        )
    }
}

/// The form that a button sends.
fn form_of(button: ElementRef<'_>) -> Option<NodeId> {
    let kind = button.attr("type").unwrap_or_default();
    let sends = match button.value().name() {
        "button" => !matches!(kind, "button" | "reset"),
        "input" => matches!(kind, "submit" | "image"),
        _ => false,
    };
    closest(button, "form").filter(|_| sends).map(|it| it.id())
}

fn link(element: ElementRef<'_>) -> Option<String> {
    closest(element, "a")?.attr("href").map(ToOwned::to_owned)
}

/// Where code runs.
pub(super) struct Here<'p> {
    pub(super) page: &'p Page,
    pub(super) element: Option<NodeId>,
}

impl Place for Here<'_> {
    fn signal(&self, path: &str) -> Value {
        let signal = self.page.signals.get(path);
        signal.cloned().unwrap_or_else(|| "".into())
    }

    fn property(&self, name: &str) -> Option<Value> {
        let element = self.page.get(self.element?)?;
        let controls = self.page.controls();
        Some(match name {
            "checked" => controls.is_checked(element).into(),
            _ => controls.value(element).into(),
        })
    }
}
