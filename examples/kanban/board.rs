//! The board: every ticket in its column, and every file that is none.
//!
//! It is a value: two boards are equal when their pages would be, so nothing is sent to a browser
//! for a change that changes nothing. Tickets are shared, so a search copies pointers only.

use std::cmp::Reverse;
use std::fmt;
use std::sync::Arc;

use super::ticket::{Priority, Status, Ticket, TicketError};

/// The tickets of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Board {
    columns: [Vec<Arc<Ticket>>; Status::ALL.len()],
    broken: Vec<Broken>,
}

impl Board {
    /// Sorts tickets into their columns: the most pressing first, then by id.
    pub(crate) fn new(tickets: impl IntoIterator<Item = Ticket>, broken: Vec<Broken>) -> Self {
        let mut board = Self {
            broken,
            ..Self::default()
        };
        for ticket in tickets {
            board.columns[ticket.status as usize].push(Arc::new(ticket));
        }
        for column in &mut board.columns {
            column.sort_by(|a, b| rank(a).cmp(&rank(b)));
        }
        board
    }

    /// The tickets of a column, in order.
    pub(crate) fn column(&self, status: Status) -> &[Arc<Ticket>] {
        &self.columns[status as usize]
    }

    /// The files that are no ticket, by name.
    pub(crate) fn broken(&self) -> &[Broken] {
        &self.broken
    }

    /// How many tickets a column has.
    pub(crate) fn count(&self, status: Status) -> usize {
        self.column(status).len()
    }

    /// How many tickets there are; a broken file is none.
    pub(crate) fn total(&self) -> usize {
        self.columns.iter().map(Vec::len).sum()
    }

    /// The tickets that contain every word of the query, whatever its case.
    ///
    /// Broken files stay: a search must not hide a mistake.
    pub(crate) fn filter(&self, query: &str) -> Self {
        let query = query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut board = self.clone();
        if !words.is_empty() {
            for column in &mut board.columns {
                column.retain(|ticket| contains(ticket, &words));
            }
        }
        board
    }
}

/// `web-2` stands before `web-12`: the number of an id is a number.
fn rank(ticket: &Ticket) -> (Reverse<Priority>, &str, Option<u64>, &str) {
    let id = ticket.id.as_str();
    let (prefix, number) = id.rsplit_once('-').unwrap_or((id, ""));
    (Reverse(ticket.priority), prefix, number.parse().ok(), id)
}

/// A line break between fields keeps a word from matching across two of them.
fn contains(ticket: &Ticket, words: &[&str]) -> bool {
    let Ticket {
        id,
        title,
        tags,
        assignee,
        body,
        ..
    } = ticket;
    let assignee = assignee.as_deref().unwrap_or_default();
    let text = [id, title, &tags.join("\n"), assignee, body]
        .join("\n")
        .to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// A file that is no ticket, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    /// The name of the file in the folder.
    pub(crate) file: String,
    /// The line of the mistake from 1, or nothing when the file cannot be read at all.
    pub(crate) line: Option<usize>,
    /// What is wrong and what to write instead.
    pub(crate) message: String,
}

impl Broken {
    /// A file with a mistake on a line.
    pub(crate) fn at(file: &str, error: TicketError) -> Self {
        Self {
            file: file.to_owned(),
            line: Some(error.line),
            message: error.message,
        }
    }

    /// A file that cannot be read.
    pub(crate) fn unreadable(file: &str, error: &std::io::Error) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            message: format!("cannot be read: {error}"),
        }
    }
}

/// The problem without the name of the file: `line 5: …`.
impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ticket::Version;

    fn ticket(id: &str, status: Status, priority: Priority) -> Ticket {
        Ticket {
            id: id.into(),
            title: format!("Title of {id}"),
            status,
            priority,
            tags: vec!["CSS".into(), "design".into()],
            assignee: Some("Zoë Ångström".into()),
            body: "The button jumps.".into(),
            version: Version::of(id.as_bytes()),
        }
    }

    fn board() -> Board {
        let tickets = [
            ticket("web-12", Status::Todo, Priority::Low),
            ticket("web-2", Status::Todo, Priority::Low),
            ticket("api-7", Status::Todo, Priority::Urgent),
            ticket("web", Status::Done, Priority::High),
        ];
        let error = TicketError::new(5, "unknown priority");
        Board::new(tickets, vec![Broken::at("broken.md", error)])
    }

    fn ids(board: &Board, status: Status) -> Vec<&str> {
        board
            .column(status)
            .iter()
            .map(|ticket| ticket.id.as_str())
            .collect()
    }

    #[test]
    fn columns_are_sorted_and_counted() {
        let board = board();
        assert_eq!(ids(&board, Status::Todo), ["api-7", "web-2", "web-12"]);
        assert_eq!(ids(&board, Status::Done), ["web"]);
        assert_eq!(Status::ALL.map(|status| board.count(status)), [3, 0, 0, 1]);
        assert_eq!(board.total(), 4);
    }

    #[test]
    fn a_search_matches_every_word_in_any_field() {
        let board = board();
        assert_eq!(ids(&board.filter("WEB-1"), Status::Todo), ["web-12"]);
        assert_eq!(
            ids(&board.filter("  jumps api css zoË ÅNG "), Status::Todo),
            ["api-7"]
        );
        assert_eq!(board.filter("css nowhere").total(), 0);
        assert_eq!(board.filter("design zoë").total(), 4);
        assert_eq!(board.filter("css\ndesign").total(), 4);
        assert_eq!(board.filter(" \t"), board);
    }

    #[test]
    fn a_search_keeps_broken_files() {
        let broken = board().filter("nowhere").broken().to_vec();
        assert_eq!(broken, board().broken());
        assert_eq!(broken[0].to_string(), "line 5: unknown priority");
    }
}
