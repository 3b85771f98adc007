//! Scripts that write to the browser's console. <https://console.spec.whatwg.org/>

use std::fmt;

use super::ExecuteScript;
use crate::data::quote;

/// Scripts that write to the console.
impl ExecuteScript {
    /// Writes a message to the browser's console.
    ///
    /// ```
    /// use starmark::sse::{Event, ExecuteScript};
    ///
    /// let event = Event::from(ExecuteScript::console_log(format_args!("{} cards", 3)));
    /// assert!(event.as_str().contains(r#">console.log("3 cards")</script>"#));
    /// ```
    pub fn console_log(message: impl fmt::Display) -> Self {
        Self::console("console.log(", &message)
    }

    /// Writes a warning to the browser's console.
    pub fn console_warn(message: impl fmt::Display) -> Self {
        Self::console("console.warn(", &message)
    }

    /// Writes an error to the browser's console.
    ///
    /// # Security
    ///
    /// Everyone who uses the page can read it: say what went wrong, not where your secrets are.
    pub fn console_error(message: impl fmt::Display) -> Self {
        Self::console("console.error(", &message)
    }

    fn console(call: &str, message: &dyn fmt::Display) -> Self {
        Self::generated(&[call, quote(message.to_string()).as_str(), ")"].concat())
    }
}
