//! The words of a problem: short sentences that fit behind a colon.

use super::text::is_space;
use super::token::HOLE;

/// Why reading ended early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The code is wrong, and why.
    Problem(String),
    /// The rest cannot be judged: it depends on a value, or nests too deep.
    Unknown,
}

pub(super) type Read<T> = Result<T, Stop>;

/// A problem in these words.
pub(super) fn problem<T>(words: impl Into<String>) -> Read<T> {
    Err(Stop::Problem(words.into()))
}

/// Longer places are cut.
const LONGEST: usize = 28;

/// A place of the code in back-ticks, on one line.
pub(super) fn quote(code: &str) -> String {
    let words: Vec<&str> = code
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ").replace(HOLE, "(…)");
    if line.chars().count() <= LONGEST {
        return format!("`{line}`");
    }
    let start: String = line.chars().take(LONGEST - 2).collect();
    format!("`{}…`", start.trim_end_matches(is_space))
}

pub(super) const CUT: &str = "the client cuts a value at every `;`, also inside of brackets; end these \
     statements with line breaks instead, or wrap them as `(() => { … })()`";
