//! Where the tests find what they need and leave what they make.

use std::env;
use std::path::{Path, PathBuf};

/// The repository: this package lives in its `tests/browser`.
fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .ancestors()
        .nth(2)
        .expect("the package is two folders below the root")
}

/// The genuine Datastar client, as `scripts/client` brings it.
///
/// # Panics
///
/// Panics when the client was not fetched yet.
pub fn client() -> PathBuf {
    let path = root().join("target/datastar/datastar.js");
    assert!(
        path.is_file(),
        "no {}: run scripts/client first",
        path.display()
    );
    path
}

/// The folder of screenshots and console logs.
///
/// # Panics
///
/// Panics when the folder cannot be made.
pub fn evidence() -> PathBuf {
    let path = root().join("target/browser");
    std::fs::create_dir_all(&path).expect("target/browser can be made");
    path
}

/// The executable of an example, from the same build as the running test.
pub(crate) fn example(name: &str) -> PathBuf {
    let built = format!("examples/{name}");
    built_beside(&built, &format!("cargo build --example {name}"))
}

/// The command line `starmark`, from the same build as the running test.
///
/// # Panics
///
/// Panics when it was not built yet.
pub fn command_line() -> PathBuf {
    built_beside("starmark", "cargo build --bins --features cli")
}

/// What was built beside the test, which lies in `<target>/<profile>/deps`; so the target folder may be anywhere.
fn built_beside(name: &str, command: &str) -> PathBuf {
    let test = env::current_exe().expect("a test knows its own path");
    let profile = test
        .ancestors()
        .nth(2)
        .expect("a test lies in <profile>/deps");
    let path = profile.join(name);
    assert!(
        path.is_file(),
        "no {}: run `{command}` first",
        path.display()
    );
    path
}
