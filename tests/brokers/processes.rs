//! Two processes: this program, started a second time.

use std::env;
use std::process::{Command, Stdio};

use futures_util::StreamExt as _;
use starmark::live::{Live, Relay};
use starmark::sse::{Event, PatchElements};
use tokio::time::timeout;

use crate::server::{Kind, LIMIT, Server};
use crate::{A, B, next, published};

crate::with_each! { a_page_shows_what_another_process_publishes }

/// In the environment of the second process: the port of the server.
const PORT: &str = "STARMARK_BROKER_PORT";

async fn a_page_shows_what_another_process_publishes<K: Kind>() {
    if let Ok(port) = env::var(PORT) {
        return other_process::<K>(port.parse().expect("a port")).await;
    }
    let server = Server::<K>::start().await;
    let relay = Relay::<Event>::over(server.broker());
    let mut page = Live::new().events(&relay, A);
    server.has_subscribers(1).await;
    let mut process = again::<K>(server.port());
    let event = timeout(LIMIT, page.next()).await.expect("in time");
    assert_eq!(event, Some(PatchElements::new("<p>from afar</p>").into()));
    relay.publish(B, Event::from(PatchElements::new("<p>thanks</p>")));
    let ended = tokio::task::spawn_blocking(move || process.wait().expect("a child of ours"));
    let status = timeout(LIMIT, ended).await.expect("in time");
    assert!(status.expect("no panic").success());
}

/// Publishes, and ends when it has been answered.
async fn other_process<K: Kind>(port: u16) {
    let relay = Relay::<Event>::over(K::broker(port, "starmark"));
    let mut subscription = relay.subscribe(B);
    // It is connected.
    next(&mut subscription).await;
    relay.publish(A, Event::from(PatchElements::new("<p>from afar</p>")));
    let answer = published(&mut subscription).await;
    assert_eq!(answer, PatchElements::new("<p>thanks</p>").into());
}

/// The same test of this program, in another process.
fn again<K: Kind>(port: u16) -> std::process::Child {
    let thread = std::thread::current();
    let test = thread.name().expect("that of the test");
    let mut command = Command::new(env::current_exe().expect("a program"));
    command.args([test, "--exact"]).env(PORT, port.to_string());
    command.stdout(Stdio::null()).spawn().expect("it starts")
}
