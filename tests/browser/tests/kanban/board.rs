//! A folder of tickets, the example that serves it, and how to read the page.

use std::fs;
use std::path::PathBuf;
use std::process::ExitStatus;

use starmark_browser::{Browser, Page, Server, eventually};
use tempfile::TempDir;

/// The columns, in the order in which a ticket travels.
pub(crate) const COLUMNS: [&str; 4] = ["todo", "doing", "review", "done"];

/// Keeps the stream of a page from ever arriving, as a bad network does; the rest works.
const DEAF: &str = "const send = window.fetch;
    window.fetch = (address, options) => String(address?.url ?? address).includes('/board/stream')
        ? new Promise(() => {})
        : send(address, options);";

/// The file of a ticket.
pub(crate) fn ticket(id: &str, status: &str, title: &str) -> String {
    format!(
        "---\nid: {id}\ntitle: {title}\nstatus: {status}\npriority: high\n\
         tags: [auth, bug]\nassignee: Ada\n---\nSeen by *two* people.\n"
    )
}

/// The example and its folder.
#[derive(Debug)]
pub(crate) struct Board {
    // Dropped first, so that it never sees its folder go.
    server: Server,
    folder: TempDir,
}

impl Board {
    /// A board of tickets given as id, status and title; each lies in `<id>.md`.
    #[track_caller]
    pub(crate) fn start(tickets: &[(&str, &str, &str)]) -> Self {
        let folder = TempDir::new().expect("a folder for the tickets can be made");
        for (id, status, title) in tickets {
            let path = folder.path().join(format!("{id}.md"));
            fs::write(path, ticket(id, status, title)).expect("a ticket can be written");
        }
        let server = Server::start("kanban", folder.path());
        Self { server, folder }
    }

    /// Three tickets in three columns: enough for most tests.
    #[track_caller]
    pub(crate) fn of_three() -> Self {
        Self::start(&[
            ("web-1", "todo", "Fix login"),
            ("web-2", "doing", "Write the guide"),
            ("web-3", "done", "Choose a name"),
        ])
    }

    /// A page that hears of every change: the client is at work once the page is loaded.
    #[track_caller]
    pub(crate) fn open<'b>(&self, browser: &'b Browser) -> Page<'b> {
        browser.open(&self.server.url("/"))
    }

    /// A page whose stream is held back: it shows the board as it was when the page loaded.
    #[track_caller]
    pub(crate) fn open_deaf<'b>(&self, browser: &'b Browser) -> Page<'b> {
        let page = browser.blank();
        page.before_load(DEAF);
        page.load(&self.server.url("/"));
        page
    }

    pub(crate) fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> String {
        self.server.get(path)
    }

    #[track_caller]
    pub(crate) fn stop(&mut self) -> ExitStatus {
        self.server.stop()
    }

    #[track_caller]
    pub(crate) fn kill(&mut self) {
        self.server.kill();
    }

    #[track_caller]
    pub(crate) fn restart(&mut self) {
        self.server.restart();
    }

    #[track_caller]
    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).expect("a ticket can be written");
    }

    #[track_caller]
    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("the ticket is there")
    }

    #[track_caller]
    pub(crate) fn remove(&self, file: &str) {
        fs::remove_file(self.path(file)).expect("the ticket is there");
    }

    #[track_caller]
    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).expect("the ticket is there");
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.path(file).exists()
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }
}

/// The selector of the title of a ticket.
pub(crate) fn title_of(id: &str) -> String {
    format!("#ticket-{id} .title")
}

/// The selector of a ticket inside a column.
pub(crate) fn in_column(column: &str, id: &str) -> String {
    format!("#column-{column} #ticket-{id}")
}

/// Clicks the button that moves a ticket.
#[track_caller]
pub(crate) fn move_to(page: &Page<'_>, id: &str, column: &str) {
    page.click(&format!("#ticket-{id} button.move[data-to=\"{column}\"]"));
}

/// The number shown for a column, or for `all` of them.
#[track_caller]
pub(crate) fn count(page: &Page<'_>, column: &str) -> Option<usize> {
    let text = page.text(&format!("#counts #count-{column}"))?;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Waits until a page shows these counts, in the order of [`COLUMNS`], and their sum.
#[track_caller]
pub(crate) fn wait_for_counts(page: &Page<'_>, expected: [usize; 4]) {
    let what = format!("the counts are {expected:?}");
    eventually(&what, || {
        let shown = COLUMNS.map(|column| count(page, column));
        shown == expected.map(Some) && count(page, "all") == Some(expected.iter().sum())
    });
}

/// The ids of all cards on the page, sorted.
#[track_caller]
pub(crate) fn cards(page: &Page<'_>) -> Vec<String> {
    let script = "return [...document.querySelectorAll('#board [id^=\"ticket-\"]:has(.title)')]
        .map(card => card.id.replace('ticket-', '')).sort()";
    let ids = page.evaluate(script, &[]);
    let ids = ids
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_str());
    ids.map(str::to_owned).collect()
}

/// Waits until exactly these cards are on the page.
#[track_caller]
pub(crate) fn wait_for_cards(page: &Page<'_>, expected: &[&str]) {
    eventually(&format!("the cards are {expected:?}"), || {
        cards(page) == expected
    });
}
