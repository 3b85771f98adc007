//! Several processes, each of which runs a test of this program again, with a file to work on.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const FILE: &str = "STARMARK_STORES_FILE";

/// The file that this process is to work on, if it is one of several.
pub(crate) fn file() -> Option<OsString> {
    std::env::var_os(FILE)
}

/// Starts this test again, as a process that finds the file.
pub(crate) fn start(test: &str, file: &Path) -> Child {
    let program = std::env::current_exe().expect("this program");
    Command::new(program)
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FILE, file)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("a process")
}
