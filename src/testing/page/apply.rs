//! What comes back: responses and events, and what they change in a page.

use std::future::poll_fn;

use serde_json::Value;
use tokio::time::timeout;

use super::super::document::NodeId;
use super::super::error::Error;
use super::super::received::{ElementsPatch, Message, Received, SignalsPatch};
use super::super::response::{EventStream, Response};
use super::attributes::{DataAttribute, data_attributes};
use super::code::{self, expression};
use super::control::show;
use super::value::text;
use super::{Page, patch};

impl Page {
    /// Applies a whole response; what is in it is told by its type, as the client does.
    pub(super) async fn receive(&mut self, response: Response) -> Result<(), Error> {
        let status = response.status().as_u16();
        let kind = response
            .header("content-type")
            .unwrap_or_default()
            .to_owned();
        let name = response.name().to_owned();
        match status {
            204 => return Ok(()),
            200 => {}
            _ => {
                let text = response.text().await.unwrap_or_default();
                return Err(Error::new(format!(
                    "{name}: the client applies nothing of a response with the status {status}: {text}"
                )));
            }
        }
        let header = header_of(&response);
        if kind.contains("text/html") {
            let patch = ElementsPatch::of_page(response.text().await?, header);
            return self
                .elements(&patch.map_err(|problem| Error::new(format!("{name}: {problem}")))?);
        }
        if kind.contains("application/json") {
            let only_if_missing = header("datastar-only-if-missing").as_deref() == Some("true");
            let patch = SignalsPatch::of_json(&response.text().await?, only_if_missing);
            self.merge(&patch.map_err(|problem| Error::new(format!("{name}: {problem}")))?);
            return Ok(());
        }
        if kind.contains("text/javascript") {
            let script = response.text().await?;
            self.script(script);
            return Ok(());
        }
        self.events(response.events()).await
    }

    /// Applies the events of a stream that ends.
    async fn events(&mut self, mut stream: EventStream) -> Result<(), Error> {
        let (patience, name) = (
            stream.response().patience(),
            stream.response().name().to_owned(),
        );
        let all = async {
            while let Some(event) = poll_fn(|context| stream.poll_next(context)).await? {
                self.event(&event)?;
            }
            Ok(())
        };
        let ended = timeout(patience, all).await;
        ended.unwrap_or_else(|_| {
            Err(Error::new(format!(
                "{name}: the stream has no end within {patience:?}; `page.start(…)` opens one that goes on, and `page.follow(…)` waits for what it brings"
            )))
        })
    }

    /// Applies one event.
    pub(super) fn event(&mut self, event: &Received) -> Result<(), Error> {
        match &event.message {
            Message::Elements(patch) => self.elements(patch),
            Message::Signals(patch) => {
                self.merge(patch);
                Ok(())
            }
            Message::Other { name, .. } => {
                self.warnings
                    .push(format!("the client knows no event `{name}`"));
                Ok(())
            }
            Message::Refused { problem, .. } => Err(Error::new(format!(
                "the client cannot apply an event: {problem}\n{event}"
            ))),
        }
    }

    fn merge(&mut self, patch: &SignalsPatch) {
        self.signals.merge(&patch.signals, patch.only_if_missing);
        self.show_signals();
    }

    fn elements(&mut self, patch: &ElementsPatch) -> Result<(), Error> {
        let effects = patch::apply(&mut self.document, patch)?;
        self.warnings.extend(effects.warnings);
        for node in effects.changed {
            self.changed(node);
        }
        self.declare();
        self.run_scripts();
        self.show_signals();
        Ok(())
    }

    /// What the server wrote into a control takes the place of what was typed, and its signal follows.
    fn changed(&mut self, node: NodeId) {
        let names = ["input", "textarea", "select"];
        let around = self
            .document
            .tree
            .tree
            .get(node)
            .into_iter()
            .flat_map(|it| std::iter::once(it).chain(it.ancestors()));
        let mut controls = around.filter(|it| {
            it.value()
                .as_element()
                .is_some_and(|it| names.contains(&it.name()))
        });
        let Some(control) = controls.next().map(|it| it.id()) else {
            return;
        };
        self.typed.values.remove(&control);
        self.typed.checks.remove(&control);
        self.write_signal(control);
    }

    /// Writes the signal that a control is bound to.
    pub(super) fn write_signal(&mut self, control: NodeId) {
        let Some(path) = self.bound(control) else {
            return;
        };
        let value = self
            .get(control)
            .and_then(|it| self.controls().signal(it, self.signals.get(&path)));
        if let Some(value) = value {
            self.signals.set(&path, value);
        }
    }

    /// Declares what attributes declare, each once as long as it says the same.
    pub(super) fn declare(&mut self) {
        let ignored = |it: scraper::ElementRef<'_>| it.attr("data-ignore").is_some();
        let around = |it: scraper::ElementRef<'_>| {
            it.ancestors()
                .filter_map(scraper::ElementRef::wrap)
                .any(ignored)
        };
        let elements = self.document.elements();
        let elements = elements
            .filter(|it| !ignored(*it) && !around(*it) && it.attr("data-ignore__self").is_none());
        let nodes: Vec<_> = elements.map(|it| it.id()).collect();
        for node in nodes {
            let Some(element) = self
                .document
                .tree
                .tree
                .get(node)
                .and_then(|it| it.value().as_element())
            else {
                continue;
            };
            let element = element.clone();
            for attribute in data_attributes(&element) {
                let key = (
                    node,
                    format!("{}:{}", attribute.plugin, attribute.key.unwrap_or_default()),
                );
                if self
                    .applied
                    .get(&key)
                    .is_none_or(|value| value != attribute.value)
                {
                    self.applied.insert(key, attribute.value.to_owned());
                    self.declared(node, &attribute);
                }
            }
        }
    }

    fn declared(&mut self, node: NodeId, attribute: &DataAttribute<'_>) {
        let only_if_missing = attribute.modifier("ifmissing").is_some();
        match attribute.plugin {
            "signals" => match self.worth(attribute.value) {
                None => self.not_run(attribute),
                Some(value) if attribute.key.is_none() => {
                    self.signals.merge(&value, only_if_missing);
                }
                Some(value) => {
                    let path = attribute.signal();
                    if !only_if_missing || self.signals.get(&path).is_none() {
                        self.signals.set(&path, value);
                    }
                }
            },
            "bind" if self.is_unwritten(node) => self.write_signal(node),
            "indicator" => self.signals.set(&attribute.signal(), false.into()),
            "computed" | "ref" => self.not_run(attribute),
            _ => {}
        }
    }

    /// Whether a control is bound to a signal that is not there yet.
    fn is_unwritten(&self, control: NodeId) -> bool {
        let path = self.bound(control);
        path.is_some_and(|path| self.signals.get(&path).is_none())
    }

    fn not_run(&mut self, attribute: &DataAttribute<'_>) {
        let DataAttribute {
            plugin, key, value, ..
        } = attribute;
        let key = key.map(|key| format!(":{key}")).unwrap_or_default();
        self.warnings.push(format!(
            "`data-{plugin}{key}=\"{value}\"` runs in a browser only; `page.set(…)` sets its signal"
        ));
    }

    /// The value of plain code that reads signals at most.
    fn worth(&self, code: &str) -> Option<Value> {
        if code.is_empty() {
            return Some(Value::Null);
        }
        expression(code)?
            .value(&super::events::Here {
                page: self,
                element: None,
            })
            .ok()
    }

    /// Shows signals in the controls that are bound to them, and in plain `data-text`.
    pub(super) fn show_signals(&mut self) {
        let nodes: Vec<_> = self.document.elements().map(|it| it.id()).collect();
        for node in nodes {
            let value = self.bound(node).and_then(|path| self.signals.get(&path));
            if let (Some(value), Some(control)) = (
                value,
                self.document
                    .tree
                    .tree
                    .get(node)
                    .and_then(scraper::ElementRef::wrap),
            ) {
                show(control, value, &mut self.typed);
            }
            let text = self.get(node).and_then(|it| {
                let attribute = data_attributes(it.value()).find(|it| it.plugin == "text")?;
                self.worth(attribute.value).map(|value| text(&value))
            });
            if let Some(text) = text {
                self.document.set_text(node, &text);
            }
        }
    }

    /// Records scripts that came into the page, and takes those away that say so.
    fn run_scripts(&mut self) {
        let new = self
            .document
            .select("script")
            .filter(|it| !self.ran.contains(&it.id()));
        let new: Vec<_> = new
            .map(|it| (it.id(), it.text().collect::<String>(), removes_itself(it)))
            .collect();
        for (node, text, is_removed) in new {
            self.ran.insert(node);
            self.script(text);
            if is_removed && let Some(mut node) = self.document.tree.tree.get_mut(node) {
                node.detach();
            }
        }
    }

    fn script(&mut self, text: String) {
        self.redirect = redirect(&text).or(self.redirect.take());
        self.scripts.push(text);
    }
}

fn header_of(response: &Response) -> impl Fn(&str) -> Option<String> + use<> {
    let headers = response.headers().clone();
    move |name| headers.get(name)?.to_str().ok().map(ToOwned::to_owned)
}

fn removes_itself(script: scraper::ElementRef<'_>) -> bool {
    data_attributes(script.value()).any(|it| it.plugin == "effect" && it.value == "el.remove()")
}

/// Where a script goes, if it is one of those that go somewhere.
fn redirect(script: &str) -> Option<String> {
    const WAYS: [&str; 5] = [
        "location.assign(",
        "location.replace(",
        "location.href = ",
        "location.href=",
        "window.location = ",
    ];
    WAYS.iter().find_map(|way| {
        let (_, rest) = script.split_once(way)?;
        code::string(rest)
    })
}
