//! The small examples, each as those use it whom it is for.

mod board;
mod chat;
mod counter;
mod form;
mod many;
mod progress;
#[path = "../../../support/redis.rs"]
mod redis_server;
mod sign_in;
mod storage;
mod todo;
mod wire;

use starmark_browser::{Page, evidence};

/// Writes `target/browser/example-<name>.png`, to look at.
fn keep(page: &Page<'_>, name: &str) {
    let path = evidence().join(format!("example-{name}.png"));
    std::fs::write(path, page.screenshot()).expect("the picture can be written");
}
