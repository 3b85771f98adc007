//! The chromedriver that all tests of one executable share, two tests at a time.
//!
//! It starts with the first test that needs it and ends with the last, so nothing is left
//! running when the executable ends. Every test has a browser of its own; more than two of
//! them at once would only measure how they fight for the processor.

use std::cell::Cell;
use std::marker::PhantomData;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::time::Duration;

use crate::process::Process;

const LIMIT: usize = 2;

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
static RUNNING: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

thread_local! {
    /// How many browsers this test has.
    static OWN: Cell<usize> = const { Cell::new(0) };
}

/// A running chromedriver.
#[derive(Debug)]
pub(crate) struct Driver {
    _process: Process,
    address: String,
}

impl Driver {
    /// The chromedriver of this executable, started now if no other test uses it.
    pub(crate) fn shared() -> Arc<Self> {
        // A test that panicked here left no half-made driver behind: the poison says nothing.
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start());
            *shared = Arc::downgrade(&driver);
            driver
        })
    }

    fn start() -> Self {
        let driver = (0..5).find_map(|_| Self::try_start());
        driver.expect("chromedriver finds a free port")
    }

    /// Nothing, if the port was taken by somebody else between its two protocols.
    fn try_start() -> Option<Self> {
        // Port 0 lets chromedriver choose a free port, which it then prints.
        let mut process = Process::start(Command::new("chromedriver").arg("--port=0"));
        let port = process.wait_for(Duration::from_secs(30), |line| {
            if line.contains("Address already in use") {
                return Some(None);
            }
            let (_, port) = line.split_once("started successfully on port ")?;
            Some(port.trim_end_matches('.').parse::<u16>().ok())
        })?;
        Some(Self {
            _process: process,
            address: format!("http://127.0.0.1:{port}"),
        })
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

/// The right of a test to run browsers. It stays in the thread of the test.
#[derive(Debug)]
pub(crate) struct Turn(PhantomData<*const ()>);

impl Turn {
    /// Waits until fewer than two tests run browsers. A test that has one may have more at once: two that held one each,
    /// and waited for another, would wait forever.
    pub(crate) fn wait() -> Self {
        if OWN.replace(OWN.get() + 1) == 0 {
            let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
            let mut running = FREED
                .wait_while(running, |running| *running >= LIMIT)
                .unwrap_or_else(PoisonError::into_inner);
            *running += 1;
        }
        Self(PhantomData)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        OWN.set(OWN.get() - 1);
        if OWN.get() == 0 {
            *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
            FREED.notify_one();
        }
    }
}
