//! A ticket: one Markdown file of the folder, as the board shows it.
//!
//! The types here hold only values that are right: a [`Status`] is one of four words, an id is a
//! slug, a [`Version`] names the exact bytes that were read. Everything that can be wrong with a
//! file is a [`TicketError`], which says on which line and what to write instead.

use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A ticket that was read from a well-formed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ticket {
    /// The name of the ticket in URLs and in the page: `[a-z0-9-]+`.
    pub(crate) id: String,
    /// One line of plain text.
    pub(crate) title: String,
    /// The column.
    pub(crate) status: Status,
    /// How soon it is needed.
    pub(crate) priority: Priority,
    /// In the order of the file.
    pub(crate) tags: Vec<String>,
    /// Who works on it.
    pub(crate) assignee: Option<String>,
    /// The Markdown after the front matter, without the blank lines around it.
    pub(crate) body: String,
    /// The bytes this ticket was read from.
    pub(crate) version: Version,
}

impl Ticket {
    /// The first paragraph of the body as plain text, or nothing.
    pub(crate) fn excerpt(&self) -> String {
        let mut fenced = false;
        let prose = self.body.lines().map(str::trim).map(|line| {
            let fence = line.starts_with("```");
            fenced ^= fence;
            let skipped = fenced || fence || line.starts_with(['#', '|']);
            if skipped { "" } else { without_marker(line) }
        });
        let paragraph = prose.skip_while(|line| line.is_empty());
        let paragraph: Vec<_> = paragraph.take_while(|line| !line.is_empty()).collect();
        paragraph.join(" ").replace(['*', '`'], "")
    }

    /// Up to two initials of the assignee, or nothing.
    pub(crate) fn initials(&self) -> String {
        let names = self
            .assignee
            .iter()
            .flat_map(|name| name.split_whitespace());
        let initials = names.filter_map(|name| name.chars().find(|c| c.is_alphanumeric()));
        initials.take(2).flat_map(char::to_uppercase).collect()
    }
}

fn without_marker(line: &str) -> &str {
    ["- [ ] ", "- [x] ", "- ", "* ", "> "]
        .iter()
        .find_map(|marker| line.strip_prefix(marker))
        .unwrap_or(line)
}

/// The column of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    /// Nobody has started.
    Todo,
    /// Somebody works on it.
    Doing,
    /// It waits for another pair of eyes.
    Review,
    /// Shipped.
    Done,
}

impl Status {
    /// The columns from left to right.
    pub(crate) const ALL: [Self; 4] = [Self::Todo, Self::Doing, Self::Review, Self::Done];

    /// The word in files, URLs and attributes.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Doing => "doing",
            Self::Review => "review",
            Self::Done => "done",
        }
    }

    /// The words on the page.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Todo => "To do",
            Self::Doing => "Doing",
            Self::Review => "Review",
            Self::Done => "Done",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Status {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let known = Self::ALL.into_iter().find(|status| status.as_str() == word);
        known.ok_or_else(|| UnknownWord::new("status", word, &Self::ALL.map(Self::as_str)))
    }
}

/// How soon a ticket is needed; a later one is more pressing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Priority {
    /// Nice to have.
    Low,
    /// The usual.
    Medium,
    /// Before the usual.
    High,
    /// Now.
    Urgent,
}

impl Priority {
    /// From the least to the most pressing.
    pub(crate) const ALL: [Self; 4] = [Self::Low, Self::Medium, Self::High, Self::Urgent];

    /// The word in files, classes and attributes.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Urgent => "urgent",
        }
    }

    /// The word on the page.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Medium => "Medium",
            Self::High => "High",
            Self::Urgent => "Urgent",
        }
    }
}

impl fmt::Display for Priority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Priority {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let known = Self::ALL
            .into_iter()
            .find(|priority| priority.as_str() == word);
        known.ok_or_else(|| UnknownWord::new("priority", word, &Self::ALL.map(Self::as_str)))
    }
}

/// A word that is none of the words of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnknownWord(String);

impl UnknownWord {
    fn new(field: &str, found: &str, words: &[&str]) -> Self {
        let found = found.trim();
        Self(format!(
            "unknown {field} `{found}`: write one of {}",
            words.join(", ")
        ))
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UnknownWord {}

/// The exact bytes of a file, as a hash that travels through the page as hex.
///
/// It is not stable across Rust releases and need not be: a page that is older than the server
/// gets a conflict, and then the new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Version(u64);

impl Version {
    /// The version of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut hasher = std::hash::DefaultHasher::new();
        hasher.write(bytes);
        Self(hasher.finish())
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Version {
    type Err = std::num::ParseIntError;

    fn from_str(hex: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(hex, 16).map(Self)
    }
}

impl TryFrom<String> for Version {
    type Error = std::num::ParseIntError;

    fn try_from(hex: String) -> Result<Self, Self::Error> {
        hex.parse()
    }
}

impl From<Version> for String {
    fn from(version: Version) -> Self {
        version.to_string()
    }
}

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TicketError {
    /// The line in the file, from 1.
    pub(crate) line: usize,
    /// What is wrong and what to write instead.
    pub(crate) message: String,
}

impl TicketError {
    /// An error on a line of the file.
    pub(crate) fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for TicketError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for TicketError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket(body: &str, assignee: Option<&str>) -> Ticket {
        Ticket {
            id: "web-1".into(),
            title: "Title".into(),
            status: Status::Todo,
            priority: Priority::Low,
            tags: Vec::new(),
            assignee: assignee.map(Into::into),
            body: body.into(),
            version: Version::of(b""),
        }
    }

    #[test]
    fn words_round_trip() {
        for status in Status::ALL {
            assert_eq!(status.as_str().parse(), Ok(status));
            let address = crate::server::move_ticket::path("web-1", status, Version::of(b""));
            let word = format!("/{status}/");
            assert!(address.as_str().contains(&word), "{address}");
        }
        for priority in Priority::ALL {
            assert_eq!(priority.as_str().parse(), Ok(priority));
        }
    }

    #[test]
    fn an_unknown_word_lists_the_known_ones() {
        let error = "Todo".parse::<Status>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown status `Todo`: write one of todo, doing, review, done"
        );
        let error = "asap".parse::<Priority>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown priority `asap`: write one of low, medium, high, urgent"
        );
    }

    #[test]
    fn a_version_round_trips_through_hex() {
        let version = Version::of("né".as_bytes());
        assert_eq!(version.to_string().len(), 16);
        assert_eq!(version.to_string().parse(), Ok(version));
        assert_ne!(version, Version::of(b"ne"));
        assert!("../../etc/passwd".parse::<Version>().is_err());
    }

    #[test]
    fn the_excerpt_is_the_first_paragraph() {
        let body = "# Steps\n\nOpen **two** tabs,\nthen `save`.\n\nMore.";
        assert_eq!(ticket(body, None).excerpt(), "Open two tabs, then save.");
        assert_eq!(ticket("- [ ] one\n- [x] two", None).excerpt(), "one two");
        let code = "```sql\nselect 1\n```\n| a |\n`a` is\r\nb\r\n\r\nc";
        assert_eq!(ticket(code, None).excerpt(), "a is b");
        assert_eq!(ticket("```\nnever closed", None).excerpt(), "");
    }

    #[test]
    fn initials_are_two_at_most() {
        assert_eq!(ticket("", Some("ada lovelace king")).initials(), "AL");
        assert_eq!(ticket("", Some("Øystein")).initials(), "Ø");
        assert_eq!(ticket("", None).initials(), "");
    }
}
