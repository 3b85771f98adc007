//! Markup for a snapshot, with what differs from run to run replaced.

use html5ever::QualName;
use html5ever::{LocalName, ns};
use scraper::Node;

use super::document::{Document, NodeId};
use super::pretty::{flat, pretty_document};
use crate::buffer::Buffer;
use crate::render::{Render, render};

/// Markup in which some attributes and texts are replaced, for [`assert_html_snapshot!`](crate::assert_html_snapshot!).
///
/// ```
/// use starmark::html;
/// use starmark::testing::{Snapshot, pretty};
///
/// let card = html! { div.card #card-91f4 { "Ada" time datetime="2026-01-01T10:00" { "now" } } };
/// let card = Snapshot::new(&card)
///     .attribute(".card", "id", "[id]")
///     .attribute("time", "datetime", "[time]")
///     .text("time", "[time]");
/// assert_eq!(
///     card.to_string(),
///     "<div class=\"card\" id=\"[id]\">Ada<time datetime=\"[time]\">[time]</time></div>\n",
/// );
/// ```
///
/// What is in text, or in more than one place, is a filter of insta: `insta::Settings::add_filter`, which
/// the macros obey.
#[derive(Debug)]
pub struct Snapshot(Document);

impl Snapshot {
    /// Markup as it is.
    pub fn new(markup: impl Render) -> Self {
        Self(Document::read(render(markup).as_str()))
    }

    /// Replaces an attribute of the elements that match and have it.
    ///
    /// # Panics
    ///
    /// If it is no selector.
    #[track_caller]
    pub fn attribute(mut self, selector: &str, name: &str, replacement: &str) -> Self {
        let name = QualName::new(None, ns!(), LocalName::from(name));
        for node in self.found(selector) {
            if let Some(mut node) = self.0.tree.tree.get_mut(node)
                && let Node::Element(element) = node.value()
                && let Some(value) = element.attrs.get_mut(&name)
            {
                *value = replacement.into();
            }
        }
        self
    }

    /// Replaces what is in the elements that match by a text.
    ///
    /// # Panics
    ///
    /// If it is no selector.
    #[track_caller]
    pub fn text(mut self, selector: &str, replacement: &str) -> Self {
        for node in self.found(selector) {
            self.0.set_text(node, replacement);
        }
        self
    }

    #[track_caller]
    fn found(&self, selector: &str) -> Vec<NodeId> {
        self.0
            .select(selector)
            .map(|element| element.id())
            .collect()
    }
}

/// As [`pretty`](super::pretty) prints it.
impl std::fmt::Display for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&pretty_document(&self.0))
    }
}

/// The markup with its replacements.
#[diagnostic::do_not_recommend]
impl Render for Snapshot {
    fn render_to(&self, out: &mut Buffer) {
        for node in self.0.roots() {
            // Trusted: what was read from markup, escaped again.
            out.trusted(&flat(node));
        }
    }
}

/// What the macros call.
#[doc(hidden)]
pub mod printed {
    use super::{Render, render};

    pub fn html(markup: &(impl Render + ?Sized)) -> String {
        crate::testing::pretty(render(markup).as_str())
    }

    pub use crate::testing::pretty_events as events;
}

/// Asserts that markup is what a snapshot says, one element a line.
///
/// The value is whatever renders: a component, an element, [`Markup`](crate::Markup), a
/// [`Snapshot`](crate::testing::Snapshot) with replacements. Markup of another template engine is
/// `PreEscaped(text)`, because a plain string is text here, too. It is printed by [`pretty`](crate::testing::pretty).
///
/// The forms are those of `insta::assert_snapshot!`, and so is what happens: a file beside the test, `cargo insta review`,
/// inline snapshots that are updated, the settings and filters of insta.
///
/// ```
/// use starmark::{assert_html_snapshot, html};
///
/// let list = html! { ul { li { "One" } li { "Two" } } };
/// assert_html_snapshot!(list, @"
/// <ul>
///   <li>One</li>
///   <li>Two</li>
/// </ul>
/// ");
/// ```
///
/// | form | the snapshot is |
/// |---|---|
/// | `assert_html_snapshot!(value)` | a file named after the test |
/// | `assert_html_snapshot!("name", value)` | a file of this name |
/// | `assert_html_snapshot!(value, @"…")` | in the source |
#[macro_export]
macro_rules! assert_html_snapshot {
    ($($arg:tt)*) => { $crate::assert_printed_snapshot!(html $($arg)*) };
}

/// Asserts that events are what a snapshot says: each with its name, its options, its elements and signals as a tree.
///
/// The value is whatever [`pretty_events`](crate::testing::pretty_events) takes: an event, several, a patch, the text of a body.
///
/// ```
/// use starmark::sse::{Event, ExecuteScript, Events, PatchElements, Selector};
/// use starmark::assert_events_snapshot;
///
/// let events = Events::new()
///     .and(PatchElements::remove(Selector::new("#card-1")))
///     .and(ExecuteScript::console_log("gone"));
/// assert_events_snapshot!(events, @r#"
/// datastar-patch-elements
///   selector: #card-1
///   mode: remove
///
/// datastar-patch-elements
///   selector: body
///   mode: append
///   <script data-effect="el.remove()">console.log("gone")</script>
/// "#);
/// ```
///
/// The forms are those of [`assert_html_snapshot!`](crate::assert_html_snapshot!).
#[macro_export]
macro_rules! assert_events_snapshot {
    ($($arg:tt)*) => { $crate::assert_printed_snapshot!(events $($arg)*) };
}

/// The forms of both, with the expression as the user wrote it.
#[doc(hidden)]
#[macro_export]
macro_rules! assert_printed_snapshot {
    ($kind:ident $value:expr, @$snapshot:literal $(,)?) => {
        $crate::testing::insta::assert_snapshot!(
            $crate::testing::printed::$kind(&$value), stringify!($value), @$snapshot
        )
    };
    ($kind:ident $value:expr $(,)?) => {
        $crate::testing::insta::assert_snapshot!(
            None::<&str>, $crate::testing::printed::$kind(&$value), stringify!($value)
        )
    };
    ($kind:ident $name:expr, $value:expr $(,)?) => {
        $crate::testing::insta::assert_snapshot!(
            $name, $crate::testing::printed::$kind(&$value), stringify!($value)
        )
    };
}
