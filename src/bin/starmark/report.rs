//! What the tool tells a person: where, how bad, and what.

use anstream::eprintln;
use clap::builder::styling::{AnsiColor, Style};

use crate::Outcome;

/// Where something was found: a file, its line, and the column if that is known.
pub(crate) struct Place<'a> {
    pub(crate) file: &'a str,
    pub(crate) line: u64,
    pub(crate) column: Option<usize>,
}

/// Says what is wrong and keeps the tool from its work.
pub(crate) fn error(place: Option<&Place<'_>>, message: &str) {
    say("error", AnsiColor::Red, place, message);
}

/// Says why something could not be done.
pub(crate) fn failed(message: &str) -> Outcome {
    error(None, message);
    Outcome::Failed
}

/// Says what the person should look at.
pub(crate) fn warning(place: Option<&Place<'_>>, message: &str) {
    say("warning", AnsiColor::Yellow, place, message);
}

/// `file:line:column: error: message`, with colours if standard error is a terminal.
fn say(word: &str, colour: AnsiColor, place: Option<&Place<'_>>, message: &str) {
    let (bold, level) = (Style::new().bold(), colour.on_default().bold());
    let place = place.map(|Place { file, line, column }| {
        let column = column
            .map(|column| format!(":{column}"))
            .unwrap_or_default();
        format!("{bold}{file}:{line}{column}:{bold:#} ")
    });
    eprintln!(
        "{}{level}{word}{level:#}: {message}",
        place.unwrap_or_default()
    );
}
