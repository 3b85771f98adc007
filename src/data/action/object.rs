//! The options of a request as the client reads them: an object, with what streams and filters add to it.

use super::header::Headers;
use crate::data::Filter;
use crate::data::expr::quote_to;

/// What the options of a request are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) list: Vec<(&'static str, String)>,
    pub(super) headers: Headers,
    pub(super) filter: Option<Filter>,
    pub(super) sends_private: bool,
    pub(super) is_stream: bool,
}

/// What a stream does unless it says otherwise.
const STREAM: [(&str, &str); 5] = [
    ("retry", "'always'"),
    ("retryMaxWait", "2000"),
    ("retryMaxCount", "1000"),
    ("requestCancellation", "'cleanup'"),
    ("openWhenHidden", "true"),
];

/// The signals that the client keeps to itself unless an `exclude` says otherwise.
const PRIVATE: &str = r"(^|\.)_";

impl Options {
    /// The entries of the object, in order.
    pub(super) fn entries(&self) -> Vec<(&'static str, String)> {
        let is_set = |name: &str| self.list.iter().any(|(set, _)| *set == name);
        let stream = STREAM
            .iter()
            .filter(|(name, _)| self.is_stream && !is_set(name))
            .map(|&(name, value)| (name, value.to_owned()));
        let mut entries: Vec<_> = stream.chain(self.list.iter().cloned()).collect();
        entries.extend(self.filter_code().map(|code| ("filterSignals", code)));
        entries.extend(self.headers.code().map(|code| ("headers", code)));
        entries
    }

    /// A filter of one's own takes the place of the client's rule for private signals, so it says that, too.
    fn filter_code(&self) -> Option<String> {
        let (include, exclude) = self.filter.unwrap_or(Filter::ALL).patterns();
        let exclude = match (exclude, self.sends_private) {
            (None, false) => None,
            // A pattern that nothing matches.
            (None, true) => Some("(?!)".to_owned()),
            (Some(pattern), false) => Some(format!("(?:{pattern})|{PRIVATE}")),
            (Some(pattern), true) => Some(whole(pattern)),
        };
        let include = include.map(whole);
        let entries = [("include", include), ("exclude", exclude)];
        let entries = entries
            .into_iter()
            .filter_map(|(name, pattern)| Some(format!("{name}: {}", quoted(&pattern?))));
        let entries: Vec<_> = entries.collect();
        (!entries.is_empty()).then(|| format!("{{{}}}", entries.join(", ")))
    }
}

/// A pattern of which the client takes no slash off either end.
fn whole(pattern: &str) -> String {
    if pattern.starts_with('/') || pattern.ends_with('/') {
        format!("(?:{pattern})")
    } else {
        pattern.to_owned()
    }
}

/// A string in single quotes, which HTML does not escape.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    quote_to(text, &mut out);
    out.push('\'');
    out
}
