//! Filters of signals: `{include: /^user/, exclude: '^_'}`.
//!
//! The client reads them as JSON or else as plain JavaScript, without signals and actions.

use super::literal::check_pattern;
use super::rewrite;
use super::wording::{Read, Stop, problem, quote};
use super::{Entry, Shape, Text, check};

/// Why a text is no filter.
pub fn filter(source: &str) -> Option<String> {
    let text = Text::expression(source);
    let (problem, found) = check(&text);
    if problem.is_some() {
        return problem;
    }
    if source.contains(super::HOLE) {
        return None;
    }
    if let Some(place) = found.places.first() {
        let rest = &text.code[*place..];
        let length = rewrite::signal(rest).or_else(|| rewrite::action(rest));
        let code = &rest[..length.unwrap_or_default()];
        return Some(format!(
            "a filter is fixed, so it knows no signals and actions: {}",
            quote(code)
        ));
    }
    filter_shape(&found.shape)
}

/// Why an expression is no filter.
fn filter_shape(shape: &Shape) -> Option<String> {
    let checked = match shape {
        Shape::Object(entries) => entries.iter().try_for_each(entry),
        Shape::Other => Ok(()),
        _ => problem("a filter is an object such as `{include: /^user/}`"),
    };
    match checked {
        Err(Stop::Problem(words)) => Some(words),
        Ok(()) | Err(Stop::Unknown) => None,
    }
}

fn entry(entry: &Entry) -> Read<()> {
    let key = entry.key.as_str();
    if !matches!(key, "include" | "exclude") {
        return problem(format!(
            "a filter has only `include` and `exclude`, not {}",
            quote(key)
        ));
    }
    match &entry.value {
        Shape::Text(Some(text)) => check_pattern(text),
        Shape::Pattern(pattern) => flags(key, pattern),
        Shape::Text(None) | Shape::Other => Ok(()),
        _ => problem(format!(
            "`{key}` is a regular expression such as `/^user/`, or a string"
        )),
    }
}

/// A regular expression with one of these flags goes on where it stopped the last time.
fn flags(key: &str, pattern: &str) -> Read<()> {
    let flags = pattern.rsplit('/').next().unwrap_or_default();
    if flags.contains(['g', 'y']) {
        return problem(format!(
            "`{key}` must not have the flag `g` or `y`, with which it skips matches"
        ));
    }
    Ok(())
}
