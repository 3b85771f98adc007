//! The small examples, each as those use it whom it is for.

mod counter;
mod many;
#[path = "../../../support/redis.rs"]
mod redis_server;

use starmark_browser::{Page, evidence};

/// Writes `target/browser/example-<name>.png`, to look at.
fn keep(page: &Page<'_>, name: &str) {
    let path = evidence().join(format!("example-{name}.png"));
    std::fs::write(path, page.screenshot()).expect("the picture can be written");
}
