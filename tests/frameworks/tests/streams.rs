//! Streams: a clean end where it is meant, a broken connection where it is not, and an end when the client goes.

use std::time::Duration;

use futures_util::{FutureExt as _, StreamExt as _};
use starmark::sse::{Events, HEADERS};
use starmark_browser::{Server, until};
use starmark_frameworks::{Connection, get, in_each_framework, site};

in_each_framework! {
    a_finished_stream_ends_cleanly
    a_stream_that_is_given_up_breaks_the_connection
    a_stream_waits
    a_shutdown_breaks_open_streams_and_ends_the_process
    a_client_that_goes_ends_its_stream
}

/// How long a server may take that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(5);

/// The bytes of three events.
fn ticks() -> String {
    let ticks: Vec<_> = site::ticks().collect().now_or_never().expect("all of them");
    ticks.into_iter().collect::<Events>().into_string()
}

fn a_finished_stream_ends_cleanly(server: &Server) {
    let answer = get(server, "/stream");
    assert_eq!((answer.status, &*answer.body), (200, &*ticks()));
    assert!(answer.complete, "{answer:?}");
    for (name, value) in HEADERS {
        assert_eq!(answer.header(name), Some(value));
    }
}

fn a_stream_that_is_given_up_breaks_the_connection(server: &Server) {
    let answer = get(server, "/failing");
    assert_eq!((answer.status, &*answer.body), (200, &*ticks()));
    assert!(!answer.complete, "{answer:?}");
    for (name, value) in HEADERS {
        assert_eq!(answer.header(name), Some(value));
    }
}

/// Also over a connection that would stay open.
fn a_stream_waits(server: &Server) {
    let mut live = Connection::open(server, b"GET /live HTTP/1.1\r\nhost: x\r\n\r\n");
    live.wait_for(&format!("{}</p>\n\n", server.id()));
    let pause = Some(Duration::from_millis(300));
    live.0
        .set_read_timeout(pause)
        .expect("a socket has time limits");
    let read = std::io::Read::read(&mut live.0, &mut [0; 64]);
    assert!(read.is_err(), "nothing more: {read:?}");
}

fn a_shutdown_breaks_open_streams_and_ends_the_process(server: &mut Server) {
    let mut live = Connection::open(server, b"GET /live HTTP/1.1\r\nhost: x\r\n\r\n");
    live.wait_for("data: elements");
    let status = server.stop();
    assert!(status.success(), "{status}");
    let rest = live.rest();
    assert!(!rest.ends_with(b"0\r\n\r\n"), "a clean end: {rest:?}");
}

fn a_client_that_goes_ends_its_stream(server: &Server) {
    for (n, resets) in [false, true].into_iter().enumerate() {
        let mut live = Connection::open(server, b"GET /live HTTP/1.1\r\nhost: x\r\n\r\n");
        // A socket that is closed with something unread resets its connection.
        if resets {
            live.0.peek(&mut [0]).expect("a head");
        } else {
            live.wait_for("data: elements");
        }
        let gone = || server.output().matches("a listener has gone").count();
        assert_eq!(gone(), n);
        drop(live);
        until("the stream was let go", PATIENCE, || gone() == n + 1);
    }
    assert_eq!(get(server, "/event").status, 200);
}
