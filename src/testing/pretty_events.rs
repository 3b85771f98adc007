//! Events with each option on a line of its own, and their elements and signals printed as a tree.

use std::fmt::Display;

use super::pretty::pretty;
use super::received::{Message, Parser, Received};
use crate::sse::Mode;

/// The events of a stream, each with its name, its options, its elements as [`pretty`](super::pretty) prints them, and
/// its signals as JSON with a line for each.
///
/// It takes whatever `Display`s the bytes of a stream: an [`Event`](crate::sse::Event), [`Events`](crate::sse::Events), a
/// [`Patch`](crate::sse::Patch), the text of a body.
///
/// ```
/// use starmark::html;
/// use starmark::sse::{Patch, Selector};
/// use starmark::testing::pretty_events;
///
/// let patch = Patch::new()
///     .inner(Selector::new("#list"), html! { li { "One" } li { "Two" } })
///     .signals(&std::collections::BTreeMap::from([("draft", "")]))?;
/// assert_eq!(pretty_events(&patch), "\
/// datastar-patch-elements
///   selector: #list
///   mode: inner
///   <li>One</li>
///   <li>Two</li>
///
/// datastar-patch-signals
///   {
///     \"draft\": \"\"
///   }
/// ");
/// # Ok::<(), starmark::SignalsError>(())
/// ```
///
/// An event that the client cannot apply says why, and so does a stream that ends within an event.
pub fn pretty_events(stream: &(impl Display + ?Sized)) -> String {
    let mut parser = Parser::default();
    let events = parser.push(stream.to_string().as_bytes());
    let mut printed: Vec<_> = events.iter().map(pretty_event).collect();
    if parser.is_within() {
        printed.push("(an event that no blank line ends, so the client drops it)\n".to_owned());
    }
    printed.join("\n")
}

/// One event.
pub(super) fn pretty_event(event: &Received) -> String {
    let mut lines = vec![event.message.name().to_owned()];
    let mut option = |name: &str, value: Option<String>| {
        lines.extend(value.map(|value| format!("  {name}: {value}")));
    };
    option("id", event.id.clone());
    option(
        "retry",
        event.retry.map(|retry| retry.as_millis().to_string()),
    );
    let body = match &event.message {
        Message::Elements(patch) => {
            let namespace = patch.namespace.as_str();
            option("selector", patch.selector.clone());
            option(
                "mode",
                (patch.mode != Mode::default()).then(|| patch.mode.to_string()),
            );
            option(
                "namespace",
                (namespace != "html").then(|| namespace.to_owned()),
            );
            option(
                "useViewTransition",
                patch.use_view_transition.then(|| "true".to_owned()),
            );
            option(
                "viewTransitionSelector",
                patch.view_transition_selector.clone(),
            );
            pretty(&patch.elements)
        }
        Message::Signals(patch) => {
            option(
                "onlyIfMissing",
                patch.only_if_missing.then(|| "true".to_owned()),
            );
            serde_json::to_string_pretty(&patch.signals).unwrap_or_default()
        }
        Message::Other { data, .. } => data.clone(),
        Message::Refused { data, problem, .. } => {
            option("refused", Some(problem.clone()));
            data.clone()
        }
    };
    lines.extend(
        body.lines()
            .map(|line| format!("  {line}").trim_end().to_owned()),
    );
    lines.join("\n") + "\n"
}
