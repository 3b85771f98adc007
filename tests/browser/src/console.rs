//! What the pages wrote to the console: messages, failed requests, uncaught exceptions.

use std::fmt;

use serde_json::Value;

/// One line of the console.
#[derive(Clone, Debug)]
pub struct Entry {
    level: String,
    text: String,
}

impl Entry {
    pub(crate) fn new(entry: &Value) -> Self {
        let part = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        Self {
            level: part("level"),
            text: part("message"),
        }
    }

    /// Whether this is an error: an uncaught exception, a failed request, `console.error`.
    pub fn is_error(&self) -> bool {
        self.level == "SEVERE"
    }

    /// The address it came from, and the message.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.level, self.text)
    }
}
