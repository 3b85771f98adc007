//! The official SDK: events around markup that some engine has rendered.

use datastar::prelude::{DatastarEvent, PatchElements};

/// An event as the SDK writes it for any framework.
pub(crate) fn frame(markup: String) -> String {
    DatastarEvent::from(PatchElements::new(markup)).to_string()
}
