//! Events of the crate `datastar`, the official SDK, and events for it.
//!
//! Theirs are text: a line break in a selector or an id would forge other options, and signals that are not JSON would
//! run as a script. So they are read here, checked, and written again as any other event.
//! <https://docs.rs/datastar/0.4>

use std::borrow::Cow;
use std::time::Duration;

use datastar::DatastarEvent;
use datastar::consts::EventType;
use serde_json::{Map, Value};

use super::{
    Event, EventId, Events, Mode, Namespace, PatchElements, PatchError, PatchSignals, Selector,
};
use crate::markup::PreEscaped;
use crate::signals::Plain;

/// The event for the official SDK, such as for a stream of its own.
///
/// ```
/// use starmark::sse::{Event, PatchElements, Selector};
///
/// let event = Event::from(PatchElements::remove(Selector::new("#a")));
/// assert_eq!(datastar::DatastarEvent::from(event.clone()).to_string(), event.as_str());
/// ```
impl From<Event> for DatastarEvent {
    fn from(event: Event) -> Self {
        let field = |name: &'static str| {
            let lines = event.as_str().lines();
            lines.filter_map(move |line| line.strip_prefix(name))
        };
        let kind = match field("event: ").next() {
            Some("datastar-patch-signals") => EventType::PatchSignals,
            _ => EventType::PatchElements,
        };
        let mut official = Self::new(kind, field("data: "));
        official.id = field("id: ").next().map(str::to_owned);
        if let Some(retry) = field("retry: ").next().and_then(|retry| retry.parse().ok()) {
            official.retry = Duration::from_millis(retry);
        }
        official
    }
}

/// An event of the official SDK, checked; signals that it deletes are an event of their own.
///
/// The markup is trusted, as it is there: it comes from an engine that escapes.
///
/// ```
/// use starmark::sse::Events;
///
/// let patch = datastar::patch_elements::PatchElements::new("<p id=\"a\">1</p>").selector("#a");
/// assert_eq!(
///     Events::try_from(patch)?.to_string(),
///     "event: datastar-patch-elements\ndata: selector #a\ndata: elements <p id=\"a\">1</p>\n\n",
/// );
/// let forged = datastar::patch_elements::PatchElements::new("").selector("#a\rmode remove");
/// assert!(Events::try_from(forged).is_err());
/// # Ok::<(), starmark::sse::PatchError>(())
/// ```
impl TryFrom<DatastarEvent> for Events {
    type Error = PatchError;

    fn try_from(event: DatastarEvent) -> Result<Self, PatchError> {
        let id = event.id.as_deref().map(EventId::new).transpose()?;
        let arguments = arguments(&event.data)?;
        let mut events = match event.event {
            EventType::PatchElements => {
                Self::new().and(elements(&arguments, id.clone(), event.retry)?)
            }
            EventType::PatchSignals => signals(&arguments, event.retry)?,
        };
        if let (Some(id), EventType::PatchSignals) = (id, event.event) {
            events = events
                .into_iter()
                .map(|event| event.identified(&id))
                .collect();
        }
        Ok(events)
    }
}

macro_rules! events {
    ($($event:ty)*) => {$(
        impl TryFrom<$event> for Events {
            type Error = PatchError;

            fn try_from(event: $event) -> Result<Self, PatchError> {
                DatastarEvent::from(event).try_into()
            }
        }
    )*};
}

events! {
    datastar::patch_elements::PatchElements
    datastar::patch_signals::PatchSignals
    datastar::execute_script::ExecuteScript
}

/// The keys of the data, each with its lines.
type Arguments<'a> = Vec<(&'a str, Vec<&'a str>)>;

fn arguments(data: &[String]) -> Result<Arguments<'_>, PatchError> {
    let mut arguments = Arguments::new();
    for line in data {
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        // Elements may hold line breaks, which are written as lines; nothing else may.
        if key != "elements" && key != "signals" && line.contains(['\r', '\n', '\0']) {
            return Err(refused(format!(
                "`{}` holds a line break",
                key.escape_debug()
            )));
        }
        match arguments.iter_mut().find(|(known, _)| *known == key) {
            Some((_, lines)) => lines.push(value),
            None => arguments.push((key, vec![value])),
        }
    }
    Ok(arguments)
}

fn refused(problem: impl Into<Cow<'static, str>>) -> PatchError {
    PatchError::Official(problem.into())
}

fn elements(
    arguments: &Arguments<'_>,
    id: Option<EventId>,
    retry: Duration,
) -> Result<PatchElements, PatchError> {
    let markup = arguments.iter().find(|(key, _)| *key == "elements");
    let markup = markup.map_or(String::new(), |(_, lines)| lines.join("\n"));
    // Trusted: as the documentation says.
    let mut patch = PatchElements::new(PreEscaped(markup)).retry(retry);
    if let Some(id) = id {
        patch = patch.event_id(id);
    }
    for (key, lines) in arguments {
        let value = lines[0];
        patch = match *key {
            "elements" => patch,
            "selector" => patch.selector(Selector::checked(value)?),
            "mode" => patch.mode(mode(value)?),
            "namespace" => patch.namespace(namespace(value)?),
            "useViewTransition" => patch.use_view_transition(value == "true"),
            "viewTransitionSelector" => patch.view_transition_selector(Selector::checked(value)?),
            key => return Err(unknown(key)),
        };
    }
    Ok(patch)
}

fn unknown(word: &str) -> PatchError {
    refused(format!(
        "`{}` means nothing to the client",
        word.escape_debug()
    ))
}

fn mode(name: &str) -> Result<Mode, PatchError> {
    use Mode::{After, Append, Before, Inner, Outer, Prepend, Remove, Replace};
    let mut modes = [
        Outer, Inner, Replace, Prepend, Append, Before, After, Remove,
    ]
    .into_iter();
    modes
        .find(|mode| mode.as_str() == name)
        .ok_or_else(|| unknown(name))
}

fn namespace(name: &str) -> Result<Namespace, PatchError> {
    let mut namespaces = [Namespace::Html, Namespace::Svg, Namespace::Mathml].into_iter();
    let found = namespaces.find(|namespace| namespace.as_str() == name);
    found.ok_or_else(|| unknown(name))
}

fn signals(arguments: &Arguments<'_>, retry: Duration) -> Result<Events, PatchError> {
    let (mut json, mut only_if_missing) = (String::new(), false);
    for (key, lines) in arguments {
        match *key {
            "signals" => json = lines.join("\n"),
            "onlyIfMissing" => only_if_missing = lines[0] == "true",
            key => return Err(unknown(key)),
        }
    }
    let signals: Map<String, Value> = serde_json::from_str(&json)
        .map_err(|_| refused("its signals are no object of JSON, so the client would run them"))?;
    let mut deleted = Vec::new();
    let kept = kept(signals, "", &mut deleted);
    let unsendable = |error| refused(format!("its signals cannot be sent: {error}"));
    let mut events = Events::new();
    if !deleted.is_empty() {
        let paths: Vec<&str> = deleted.iter().map(String::as_str).collect();
        let patch = PatchSignals::remove(&paths).map_err(unsendable)?;
        events = events.and(patch.only_if_missing(only_if_missing).retry(retry));
    }
    if !kept.is_empty() || deleted.is_empty() {
        let patch = PatchSignals::new(Plain(&kept)).map_err(unsendable)?;
        events = events.and(patch.only_if_missing(only_if_missing).retry(retry));
    }
    Ok(events)
}

/// What is no null; the others are deleted.
fn kept(
    signals: Map<String, Value>,
    parent: &str,
    deleted: &mut Vec<String>,
) -> Map<String, Value> {
    let mut left = Map::new();
    for (name, value) in signals {
        let path = if parent.is_empty() {
            name.clone()
        } else {
            format!("{parent}.{name}")
        };
        match value {
            Value::Null => deleted.push(path),
            Value::Object(members) if !members.is_empty() => {
                let members = kept(members, &path, deleted);
                if !members.is_empty() {
                    left.insert(name, Value::Object(members));
                }
            }
            value => {
                left.insert(name, value);
            }
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use datastar::consts::ElementPatchMode;
    use datastar::{execute_script, patch_elements, patch_signals};

    use super::*;

    fn text(event: impl TryInto<Events, Error = PatchError>) -> Result<String, PatchError> {
        Ok(event.try_into()?.to_string())
    }

    #[test]
    fn both_ways_are_the_same_bytes() -> Result<(), PatchError> {
        let elements = patch_elements::PatchElements::new("<p>\n1</p>")
            .selector("#a > b")
            .mode(ElementPatchMode::Append)
            .use_view_transition(true)
            .id("7")
            .retry(Duration::from_millis(250));
        let events = [
            DatastarEvent::from(elements),
            patch_signals::PatchSignals::new(r#"{"a":{"b":1}}"#)
                .only_if_missing(true)
                .id("8")
                .into(),
            execute_script::ExecuteScript::new("console.log(1)")
                .auto_remove(false)
                .into(),
        ];
        for event in events {
            let expected = event.to_string();
            let ours = Events::try_from(event)?;
            assert_eq!(ours.to_string(), expected);
            let theirs = ours
                .into_iter()
                .map(|event| DatastarEvent::from(event).to_string());
            assert_eq!(theirs.collect::<String>(), expected);
        }
        Ok(())
    }

    #[test]
    fn what_would_forge_an_event_is_refused() {
        let patch =
            |selector: &str| text(patch_elements::PatchElements::new("x").selector(selector));
        for selector in ["#a\nmode remove", "#a\r\nx", "#a\0", ""] {
            assert!(patch(selector).is_err(), "{selector:?}");
        }
        let id = patch_elements::PatchElements::new("x").id("1\ndata: x");
        assert_eq!(text(id), Err(PatchError::EventId));
        for signals in ["pwn()", "[1]", "{\"__proto__\":{\"x\":1}}", "{", ""] {
            let error = text(patch_signals::PatchSignals::new(signals)).expect_err(signals);
            assert!(matches!(error, PatchError::Official(_)), "{error}");
        }
        let unknown = DatastarEvent::new(EventType::PatchElements, ["onload pwn()"]);
        assert_eq!(
            text(unknown).expect_err("unknown").to_string(),
            "an event of the crate `datastar` is refused: `onload` means nothing to the client"
        );
    }

    #[test]
    fn a_carriage_return_in_markup_stays_in_it() -> Result<(), PatchError> {
        let patch =
            patch_elements::PatchElements::new("a\rselector body\rmode remove").selector("#a");
        assert_eq!(
            text(patch)?,
            "event: datastar-patch-elements\ndata: selector #a\ndata: elements a\n\
             data: elements selector body\ndata: elements mode remove\n\n"
        );
        Ok(())
    }

    #[test]
    fn deleted_signals_are_an_event_of_their_own() -> Result<(), PatchError> {
        let patch = patch_signals::PatchSignals::new(r#"{"a":null,"b":{"c":null,"d":1}}"#);
        let text = text(patch)?;
        assert_eq!(text.matches("event: ").count(), 2);
        assert!(
            text.contains(r#"signals {"a":null,"b":{"c":null}}"#),
            "{text}"
        );
        assert!(text.contains(r#"signals {"b":{"d":1}}"#), "{text}");
        Ok(())
    }
}
