//! One headless Chromium with an empty profile, for one test.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::console::Entry;
use crate::driver::{Driver, Turn};
use crate::page::Page;
use crate::session::{Answer, Failure, Session};

/// A browser. It ends, and its profile is removed, when the value is dropped.
///
/// All pages share one session, which talks to one window at a time; the browser switches
/// before each command, so a test never has to think of it.
#[derive(Debug)]
pub struct Browser {
    // Dropped in this order: the browser, its profile, chromedriver, the turn.
    session: Session,
    _profile: TempDir,
    _driver: Arc<Driver>,
    _turn: Turn,
    window: RefCell<String>,
    opened: Cell<usize>,
    console: RefCell<Vec<Entry>>,
    allowed: RefCell<Vec<String>>,
}

impl Browser {
    pub(crate) fn start() -> Self {
        let turn = Turn::wait();
        let driver = Driver::shared();
        let profile = TempDir::new().expect("a folder for the profile can be made");
        let session = Session::start(driver.address(), &capabilities(&profile))
            .unwrap_or_else(|failure| panic!("cannot start Chromium: {failure}"));
        let window = text(session.get("window"));
        Self {
            session,
            _profile: profile,
            _driver: driver,
            _turn: turn,
            window: RefCell::new(window),
            opened: Cell::new(0),
            console: RefCell::default(),
            allowed: RefCell::default(),
        }
    }

    /// A page in a window of its own, still empty.
    #[track_caller]
    pub fn blank(&self) -> Page<'_> {
        let number = self.opened.replace(self.opened.get() + 1);
        if number == 0 {
            return Page::new(self, self.window.borrow().clone());
        }
        // A window, not a tab: a tab behind another counts as hidden, and a hidden page has
        // its streams closed by the client.
        let window = must(
            self.session
                .post("window/new", &json!({ "type": "window" })),
        );
        Page::new(self, text(Ok(window["handle"].clone())))
    }

    /// A page in a window of its own that has loaded `url`.
    #[track_caller]
    pub fn open(&self, url: &str) -> Page<'_> {
        let page = self.blank();
        page.load(url);
        page
    }

    /// Allows console errors that contain `pattern`, for a test that causes them on purpose.
    pub fn allow(&self, pattern: &str) {
        self.allowed.borrow_mut().push(pattern.to_owned());
    }

    /// All entries of the consoles of all pages so far.
    #[track_caller]
    pub fn console(&self) -> Vec<Entry> {
        must(self.read_console());
        self.console.borrow().clone()
    }

    /// The errors among them that are not allowed.
    #[track_caller]
    pub fn errors(&self) -> Vec<Entry> {
        let allowed = self.allowed.borrow();
        let unexpected = |entry: &Entry| !allowed.iter().any(|part| entry.text().contains(part));
        self.console()
            .into_iter()
            .filter(Entry::is_error)
            .filter(unexpected)
            .collect()
    }

    /// Moves the entries that chromedriver has collected over to the others.
    pub(crate) fn read_console(&self) -> Result<(), Failure> {
        let log = self.session.post("se/log", &json!({ "type": "browser" }))?;
        let entries = log.as_array().into_iter().flatten().map(Entry::new);
        self.console.borrow_mut().extend(entries);
        Ok(())
    }

    pub(crate) fn recorded(&self) -> Vec<Entry> {
        self.console.borrow().clone()
    }

    pub(crate) fn windows(&self) -> Result<Vec<Page<'_>>, Failure> {
        let handles = self.session.get("window/handles")?;
        let handles = handles.as_array().cloned().unwrap_or_default();
        Ok(handles
            .into_iter()
            .map(|handle| Page::new(self, text(Ok(handle))))
            .collect())
    }

    pub(crate) fn get(&self, window: &str, path: &str) -> Answer {
        self.switch_to(window)?;
        self.session.get(path)
    }

    pub(crate) fn post(&self, window: &str, path: &str, body: &Value) -> Answer {
        self.switch_to(window)?;
        self.session.post(path, body)
    }

    fn switch_to(&self, window: &str) -> Result<(), Failure> {
        if *self.window.borrow() != window {
            self.session.post("window", &json!({ "handle": window }))?;
            window.clone_into(&mut self.window.borrow_mut());
        }
        Ok(())
    }
}

/// The outcome of a command that a test cannot do without.
#[track_caller]
pub(crate) fn must<T>(answer: Result<T, Failure>) -> T {
    answer.unwrap_or_else(|failure| panic!("the browser refused: {failure}"))
}

/// The text that a command answered.
#[track_caller]
pub(crate) fn text(answer: Answer) -> String {
    must(answer)
        .as_str()
        .expect("the answer is a text")
        .to_owned()
}

fn capabilities(profile: &TempDir) -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": { "args": [
            "--headless",
            // Chromium refuses to run as root inside its sandbox, and CI runs as root.
            "--no-sandbox",
            "--disable-gpu",
            // Without these it looks for hosts that a closed network does not have.
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Containers have a small /dev/shm.
            "--disable-dev-shm-usage",
            "--window-size=1280,900",
            format!("--user-data-dir={}", profile.path().display()),
        ] },
    })
}
