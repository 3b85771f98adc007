//! The path of a field, put together on the way out.

use std::fmt::Write as _;

/// The path of a field, as in `user.scores[2]`; empty for the value as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Path(String);

impl Path {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// One object further out.
    pub(crate) fn enter_member(&mut self, name: &str) {
        self.prepend(name.to_owned());
    }

    /// One array further out.
    pub(crate) fn enter_item(&mut self, index: usize) {
        self.prepend(format!("[{index}]"));
    }

    fn prepend(&mut self, mut outer: String) {
        if !self.0.is_empty() && !self.0.starts_with('[') {
            outer.push('.');
        }
        let _ = outer.write_str(&self.0);
        self.0 = outer;
    }
}
