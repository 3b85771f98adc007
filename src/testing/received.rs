//! Events as the client receives them: lines by the rules of event streams, fields by those of Datastar.
//!
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation>,
//! <https://data-star.dev/reference/sse_events>. Where the client differs from the standard, this does, too: a line
//! without a colon is nothing, and a blank line ends an event that has a name, also without data.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::sse::{Mode, Namespace};

/// The events of a body, which the client would apply one after the other.
///
/// An event without the blank line that ends it is none, as for a browser. A compressed body is
/// [decoded](super::decode) first; a [`Response`](super::Response) does both.
///
/// ```
/// use starmark::sse::{Mode, Patch, Selector};
/// use starmark::testing::{Message, parse_events};
///
/// let patch = Patch::new().inner(Selector::new("#count"), 2);
/// let events = parse_events(patch.into_string());
/// let Message::Elements(elements) = &events[0].message else { panic!("{:?}", events[0]) };
/// assert_eq!((elements.selector.as_deref(), elements.mode), (Some("#count"), Mode::Inner));
/// assert_eq!(elements.elements, "2");
/// ```
pub fn parse_events(body: impl AsRef<[u8]>) -> Vec<Received> {
    Parser::default().push(body.as_ref())
}

/// One event as the client received it.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// What the event is about.
    pub message: Message,
    /// The id that the event sets, which the client sends back when it reconnects; an empty one clears it.
    pub id: Option<String>,
    /// How long the client is to wait before it reconnects.
    pub retry: Option<Duration>,
}

/// What an event tells the client to do.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Message {
    /// `datastar-patch-elements`
    Elements(ElementsPatch),
    /// `datastar-patch-signals`
    Signals(SignalsPatch),
    /// An event that the client does not know: the page may listen for it.
    Other {
        /// The name.
        name: String,
        /// The lines of data, joined with line feeds.
        data: String,
    },
    /// An event that the client knows and cannot apply: it reports the problem on the console, and goes on.
    Refused {
        /// The name.
        name: String,
        /// The lines of data, joined with line feeds.
        data: String,
        /// What is wrong.
        problem: String,
    },
}

/// A patch of elements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ElementsPatch {
    /// Where the elements go; without one, where their ids say.
    pub selector: Option<String>,
    /// How they enter the page.
    pub mode: Mode,
    /// What they are parsed as.
    pub namespace: Namespace,
    /// Whether the change is a view transition.
    pub use_view_transition: bool,
    /// The element whose transition it is, if it is not the page's.
    pub view_transition_selector: Option<String>,
    /// The markup.
    pub elements: String,
}

/// A patch of signals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SignalsPatch {
    /// The object that is merged into the signals.
    pub signals: Value,
    /// Whether signals that are there keep their values.
    pub only_if_missing: bool,
}

/// Takes bytes in pieces of any size.
#[derive(Debug, Default)]
pub(super) struct Parser {
    line: Vec<u8>,
    is_after_return: bool,
    is_after_first: bool,
    name: String,
    data: Vec<String>,
    id: Option<String>,
    retry: Option<Duration>,
}

impl Parser {
    /// The events that these bytes complete.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Vec<Received> {
        let mut events = Vec::new();
        for &byte in bytes {
            let ends_return = byte == b'\n' && self.is_after_return;
            self.is_after_return = byte == b'\r';
            match byte {
                b'\n' if ends_return => {}
                b'\r' | b'\n' => events.extend(self.end_line()),
                byte => self.line.push(byte),
            }
        }
        events
    }

    /// Whether an event has begun that no blank line ends.
    pub(super) fn is_within(&self) -> bool {
        !self.name.is_empty() || !self.data.is_empty() || !self.line.is_empty()
    }

    fn end_line(&mut self) -> Option<Received> {
        let bytes = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&bytes);
        let is_first = !std::mem::replace(&mut self.is_after_first, true);
        let line = if is_first { without_mark(&line) } else { &line };
        if line.is_empty() {
            return self.dispatch();
        }
        // A line without a colon is a field without a value to the standard, and nothing to the client.
        let (field, value) = line.split_once(':')?;
        self.field(
            field,
            without_mark(value.strip_prefix(' ').unwrap_or(value)),
        );
        None
    }

    fn field(&mut self, field: &str, value: &str) {
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => self.data.push(value.to_owned()),
            "id" => self.id = Some(value.to_owned()),
            "retry" => self.retry = milliseconds(value).or(self.retry),
            _ => {}
        }
    }

    fn dispatch(&mut self) -> Option<Received> {
        let event = std::mem::take(self);
        self.is_after_return = event.is_after_return;
        self.is_after_first = true;
        let is_nothing = event.name.is_empty() && event.data.is_empty();
        (!is_nothing).then(|| Received {
            message: Message::read(event.name, event.data.join("\n")),
            id: event.id,
            retry: event.retry,
        })
    }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn milliseconds(value: &str) -> Option<Duration> {
    let value = value.trim();
    let number = if value.is_empty() {
        0.0
    } else {
        value.parse::<f64>().ok()?
    };
    Duration::try_from_secs_f64(number / 1000.0).ok()
}

impl Message {
    fn read(name: String, data: String) -> Self {
        let read = match name.as_str() {
            "datastar-patch-elements" => ElementsPatch::read(&data).map(Self::Elements),
            "datastar-patch-signals" => SignalsPatch::read(&data).map(Self::Signals),
            _ => return Self::Other { name, data },
        };
        read.unwrap_or_else(|problem| Self::Refused {
            name,
            data,
            problem,
        })
    }

    /// The name of the event.
    pub fn name(&self) -> &str {
        match self {
            Self::Elements(_) => "datastar-patch-elements",
            Self::Signals(_) => "datastar-patch-signals",
            Self::Other { name, .. } | Self::Refused { name, .. } => name,
        }
    }
}

impl ElementsPatch {
    fn read(data: &str) -> Result<Self, String> {
        let mut patch = Self::default();
        for (key, value) in arguments(data) {
            match key.as_str() {
                "elements" => patch.elements = value,
                "selector" => patch.selector = Some(value).filter(|it| !it.is_empty()),
                "mode" => patch.mode = mode(&value)?,
                "namespace" => patch.namespace = namespace(&value)?,
                "useViewTransition" => patch.use_view_transition = value.trim() == "true",
                "viewTransitionSelector" => patch.view_transition_selector = Some(value),
                _ => {}
            }
        }
        patch.checked()
    }

    /// The patch of a response of `text/html`, whose options are headers.
    pub(super) fn of_page(
        elements: String,
        header: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, String> {
        let option = |name| header(name).unwrap_or_default();
        let patch = Self {
            selector: header("datastar-selector").filter(|it| !it.is_empty()),
            mode: header("datastar-mode").map_or(Ok(Mode::Outer), |it| mode(&it))?,
            namespace: header("datastar-namespace")
                .map_or(Ok(Namespace::Html), |it| namespace(&it))?,
            use_view_transition: option("datastar-use-view-transition").trim() == "true",
            view_transition_selector: None,
            elements,
        };
        patch.checked()
    }

    fn checked(self) -> Result<Self, String> {
        let needs = !matches!(self.mode, Mode::Outer | Mode::Replace);
        if needs && self.selector.is_none() {
            return Err(format!(
                "PatchElementsExpectedSelector: the mode `{}` needs a selector",
                self.mode
            ));
        }
        Ok(self)
    }
}

fn mode(name: &str) -> Result<Mode, String> {
    use Mode::{After, Append, Before, Inner, Outer, Prepend, Remove, Replace};
    let modes = [
        Outer, Inner, Replace, Prepend, Append, Before, After, Remove,
    ];
    let found = modes.into_iter().find(|mode| mode.as_str() == name);
    found.ok_or_else(|| format!("PatchElementsInvalidMode: there is no mode `{name}`"))
}

fn namespace(name: &str) -> Result<Namespace, String> {
    let namespaces = [Namespace::Html, Namespace::Svg, Namespace::Mathml];
    let found = namespaces.into_iter().find(|it| it.as_str() == name);
    found.ok_or_else(|| format!("PatchElementsInvalidNamespace: there is no namespace `{name}`"))
}

impl SignalsPatch {
    fn read(data: &str) -> Result<Self, String> {
        let (mut signals, mut only_if_missing) = (None, false);
        for (key, value) in arguments(data) {
            match key.as_str() {
                "signals" => signals = Some(value),
                "onlyIfMissing" => only_if_missing = value.trim() == "true",
                _ => {}
            }
        }
        let signals = signals.ok_or("PatchSignalsExpectedSignals: there is no line `signals`")?;
        Self::of_json(&signals, only_if_missing)
    }

    pub(super) fn of_json(signals: &str, only_if_missing: bool) -> Result<Self, String> {
        let value = serde_json::from_str(signals).map_err(|error| {
            format!("the signals are no JSON, and would be run as code: {error}: {signals}")
        })?;
        Ok(Self {
            signals: value,
            only_if_missing,
        })
    }
}

/// Lines of data: a key, a space and a value; lines with the same key belong together.
fn arguments(data: &str) -> Vec<(String, String)> {
    let mut arguments: Vec<(String, String)> = Vec::new();
    for line in data.split('\n') {
        // The client takes the last character of a line without a space for the space.
        let last = line.char_indices().last().map_or(0, |(at, _)| at);
        let (key, value) = line.split_once(' ').unwrap_or((&line[..last], ""));
        match arguments.iter_mut().find(|(name, _)| name == key) {
            Some((_, lines)) => {
                lines.push('\n');
                lines.push_str(value);
            }
            None => arguments.push((key.to_owned(), value.to_owned())),
        }
    }
    arguments
}

/// As [`pretty_events`](super::pretty_events) prints it.
impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::pretty_events::pretty_event(self))
    }
}
