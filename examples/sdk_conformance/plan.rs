//! A plan of the conformance suite: events with their options as JSON, and what they are here.
//!
//! An application has no such text: it writes selectors, scripts and names of attributes as literals, and that is all
//! the types take. So this is where text becomes trusted, checked first and then leaked: good for a test, not for a
//! server that goes on.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value};
use starmark::PreEscaped;
use starmark::signals::Plain;
use starmark::sse::{
    Event, EventId, Events, ExecuteScript, Mode, Namespace, PatchElements, PatchSignals, Selector,
};
use starmark::value::{Attribute, Text};

/// Why a plan cannot be carried out.
type Refusal = Box<dyn Error>;

/// The events of a plan, in its order.
pub(crate) fn events(plan: &str) -> Result<Events, Refusal> {
    let plan: Plan = serde_json::from_str(plan)?;
    let mut events = Events::new();
    for step in plan.events {
        events.extend(step.events()?);
    }
    Ok(events)
}

#[derive(Deserialize)]
struct Plan {
    events: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Step {
    PatchElements(ElementStep),
    PatchSignals(SignalStep),
    ExecuteScript(ScriptStep),
}

impl Step {
    fn events(self) -> Result<Vec<Event>, Refusal> {
        match self {
            Self::PatchElements(step) => Ok(vec![step.event()?]),
            Self::PatchSignals(step) => step.events(),
            Self::ExecuteScript(step) => Ok(vec![step.event()?]),
        }
    }
}

/// What every event can have.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope {
    event_id: Option<Value>,
    retry_duration: Option<u64>,
}

/// Gives an event, whichever it is, the id and the retry of a step.
macro_rules! sealed {
    ($event:expr, $envelope:expr) => {{
        let (mut event, envelope): (_, &Envelope) = ($event, &$envelope);
        if let Some(id) = &envelope.event_id {
            event = event.event_id(EventId::new(text(id))?);
        }
        if let Some(retry) = envelope.retry_duration {
            event = event.retry(Duration::from_millis(retry));
        }
        Event::from(event)
    }};
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct ElementOptions {
    elements: String,
    selector: Option<String>,
    mode: Option<String>,
    namespace: Option<String>,
    use_view_transition: bool,
    view_transition_selector: Option<String>,
}

#[derive(Deserialize)]
struct ElementStep {
    #[serde(flatten)]
    envelope: Envelope,
    #[serde(flatten)]
    options: ElementOptions,
}

impl ElementStep {
    fn event(self) -> Result<Event, Refusal> {
        let options = self.options;
        let mut patch = PatchElements::new(PreEscaped(&options.elements))
            .mode(mode(options.mode.as_deref())?)
            .namespace(namespace(options.namespace.as_deref())?);
        if let Some(target) = options.selector {
            patch = patch.selector(selector(target)?);
        }
        if let Some(part) = options.view_transition_selector {
            patch = patch.view_transition_selector(selector(part)?);
        }
        let patch = patch.use_view_transition(options.use_view_transition);
        Ok(sealed!(patch, self.envelope))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SignalStep {
    #[serde(flatten)]
    envelope: Envelope,
    signals: Option<Map<String, Value>>,
    /// The same as text, of which the suite keeps the lines.
    #[serde(rename = "signals-raw")]
    raw: Option<String>,
    #[serde(default)]
    only_if_missing: bool,
}

impl SignalStep {
    /// What is null is removed, the rest is set: one event, or two if the plan has both.
    fn events(self) -> Result<Vec<Event>, Refusal> {
        let mut signals = match (&self.raw, self.signals) {
            (Some(raw), _) => serde_json::from_str(raw)?,
            (None, signals) => signals.unwrap_or_default(),
        };
        let mut removed = Vec::new();
        take_nulls(&mut signals, "", &mut removed);
        let mut events = Vec::new();
        if !removed.is_empty() {
            let paths: Vec<_> = removed.iter().map(String::as_str).collect();
            events.push(sealed!(PatchSignals::remove(&paths)?, self.envelope));
        }
        if !signals.is_empty() || events.is_empty() {
            let patch = PatchSignals::new(Plain(signals))?.only_if_missing(self.only_if_missing);
            events.push(sealed!(patch, self.envelope));
        }
        Ok(events)
    }
}

/// Takes all that is null out of an object, and the objects of which nothing is left.
fn take_nulls(signals: &mut Map<String, Value>, parent: &str, removed: &mut Vec<String>) {
    signals.retain(|name, value| match value {
        Value::Null => {
            removed.push(format!("{parent}{name}"));
            false
        }
        Value::Object(members) if !members.is_empty() => {
            take_nulls(members, &format!("{parent}{name}."), removed);
            !members.is_empty()
        }
        _ => true,
    });
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ScriptStep {
    #[serde(flatten)]
    envelope: Envelope,
    script: String,
    #[serde(default)]
    attributes: BTreeMap<String, Value>,
    auto_remove: Option<bool>,
}

impl ScriptStep {
    fn event(self) -> Result<Event, Refusal> {
        let mut script = ExecuteScript::code(PreEscaped(self.script))
            .auto_remove(self.auto_remove.unwrap_or(true));
        for (name, value) in self.attributes {
            script = script.set(attribute(name)?, text(&value));
        }
        Ok(sealed!(script, self.envelope))
    }
}

/// A value as the suite means it: strings without their quotes.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn selector(selector: String) -> Result<Selector, Refusal> {
    if selector.is_empty() || selector.contains(['\r', '\n', '\0']) {
        return Err(format!("{selector:?} is no selector").into());
    }
    Ok(Selector::new(selector.leak()))
}

fn attribute(name: String) -> Result<Attribute<Text>, Refusal> {
    if name.is_empty()
        || !name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    {
        return Err(format!("{name:?} is no attribute of a script").into());
    }
    Ok(Attribute::new(name.leak()))
}

fn mode(name: Option<&str>) -> Result<Mode, Refusal> {
    const MODES: [Mode; 8] = [
        Mode::Outer,
        Mode::Inner,
        Mode::Replace,
        Mode::Prepend,
        Mode::Append,
        Mode::Before,
        Mode::After,
        Mode::Remove,
    ];
    let Some(name) = name else {
        return Ok(Mode::default());
    };
    let mode = MODES.into_iter().find(|mode| mode.as_str() == name);
    mode.ok_or_else(|| format!("{name:?} is no mode").into())
}

fn namespace(name: Option<&str>) -> Result<Namespace, Refusal> {
    const NAMESPACES: [Namespace; 3] = [Namespace::Html, Namespace::Svg, Namespace::Mathml];
    let Some(name) = name else {
        return Ok(Namespace::default());
    };
    let namespace = NAMESPACES
        .into_iter()
        .find(|namespace| namespace.as_str() == name);
    namespace.ok_or_else(|| format!("{name:?} is no namespace").into())
}
