//! What went wrong, in the page.

use serde_json::{Map, Value};

use crate::js::raw;
use crate::sse::PatchSignals;
use crate::{Buffer, Render, write_html};

/// The signal that holds the message.
const ERROR: &str = "_stateError";

/// Tells the user why an event did nothing, or that the connection is lost: an element with the role `alert`, which is
/// hidden as long as all is well.
///
/// What an event returns as an error is shown as it is. Put it into the page once.
///
/// ```
/// use starmark::prelude::*;
/// use starmark::state::Alert;
///
/// let page = html! { (Alert) main { "…" } };
/// assert!(page.as_str().starts_with("<p role=\"alert\" "));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Alert;

impl Alert {
    /// The event that shows a message, for handlers of your own; an empty one takes it away.
    ///
    /// ```
    /// use starmark::sse::Event;
    /// use starmark::state::Alert;
    ///
    /// let event = Event::from(Alert::say("The disk is full."));
    /// assert!(event.as_str().ends_with("data: signals {\"_stateError\":\"The disk is full.\"}\n\n"));
    /// ```
    #[expect(
        clippy::missing_panics_doc,
        reason = "every text is the value of a signal"
    )]
    pub fn say(message: impl Into<String>) -> PatchSignals {
        let signals = Map::from_iter([(ERROR.to_owned(), Value::String(message.into()))]);
        PatchSignals::new(Value::Object(signals)).expect("a text under a name is an object")
    }
}

#[diagnostic::do_not_recommend]
impl Render for Alert {
    fn render_to(&self, out: &mut Buffer) {
        write_html!(out,
            p role="alert" hidden data-signals:_state-error="''"
                data-attr:hidden="$_stateError == ''" data-text="$_stateError"
                data-on:datastar-fetch=(raw(REPORT)) {}
        );
    }
}

/// What the client says of each request, by its status. A request of the user takes the message away, and so does what
/// comes over a connection that was lost.
const REPORT: &str = "const { type, el: asked, argsRaw } = evt.detail; \
    const lost = 'The connection is lost. Trying again …'; \
    if (type == 'error') { $_stateError = { \
    400: 'The server did not understand this.', \
    401: 'Please sign in first.', \
    403: 'This is not allowed.', \
    404: 'This is not there any more.', \
    409: 'Somebody else was faster. Please try again.', \
    413: 'This is too large.', \
    422: 'The server did not understand this.' \
    }[argsRaw.status] ?? 'The server could not do this. Please try again later.' } \
    else if (type == 'retrying' || type == 'retries-failed') { $_stateError = lost } \
    else if (type == 'started' ? !asked.hidden : type.startsWith('datastar-') && $_stateError == lost) { $_stateError = '' }";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sse::Event;

    #[test]
    fn every_text_can_be_said() {
        for text in [
            "",
            "\0\r\n\u{2028}",
            "</script>\\\"'`${",
            "\u{feff}\u{ffff}😀",
        ] {
            let event = Event::from(Alert::say(text));
            assert_eq!(event.as_str().lines().count(), 3, "{event}");
        }
    }
}
