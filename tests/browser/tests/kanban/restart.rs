//! A server that goes away and comes back finds its pages waiting.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use starmark_browser::{Browser, eventually, in_browser};

use crate::board::{Board, ticket, title_of, wait_for_counts};

/// What Chromium logs while nobody answers. The test causes it.
const GONE: [&str; 4] = [
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_CONNECTION_RESET",
    "net::ERR_EMPTY_RESPONSE",
    "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
];

fn allow_a_missing_server(browser: &Browser) {
    for error in GONE {
        browser.allow(error);
    }
}

#[test]
fn the_stream_comes_back_after_a_restart() {
    in_browser(Board::of_three(), |browser, board| {
        allow_a_missing_server(browser);
        let page = board.open(browser);
        page.evaluate("window.sameDocument = true", &[]);
        // The stream is open once a change has come through it.
        board.write("web-1.md", &ticket("web-1", "todo", "Before the restart"));
        page.wait_for_text(&title_of("web-1"), "Before the restart");

        let status = board.stop();
        assert!(
            status.success(),
            "SIGTERM ends the server properly, not with {status}"
        );
        board.write(
            "web-2.md",
            &ticket("web-2", "review", "While nobody listened"),
        );
        board.restart();
        eventually("the page caught up with what it missed", || {
            page.text(&title_of("web-2")).as_deref() == Some("While nobody listened")
        });
        board.write("web-1.md", &ticket("web-1", "todo", "After the restart"));
        page.wait_for_text(&title_of("web-1"), "After the restart");
        wait_for_counts(&page, [1, 0, 1, 1]);
        assert_eq!(page.evaluate("return window.sameDocument", &[]), true);
    });
}

/// As many readers of the stream as a busy board has pages, without the pages.
const READERS: usize = 200;

/// Reads the stream until the title comes, and connects again whenever it ends, as the client does.
fn read_until(host: &str, title: &str) {
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(60) {
        if let Ok(socket) = TcpStream::connect(host)
            && stream_has(socket, title)
        {
            return;
        }
        thread::sleep(Duration::from_millis(100));
    }
    panic!("a reader never saw {title:?}");
}

/// Whether the title comes before the stream ends.
fn stream_has(mut socket: TcpStream, title: &str) -> bool {
    let request = "GET /board/stream HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let patience = Some(Duration::from_secs(60));
    if socket.set_read_timeout(patience).is_err() || socket.write_all(request.as_bytes()).is_err() {
        return false;
    }
    let (mut text, mut chunk) = (Vec::new(), [0; 16 * 1024]);
    loop {
        match socket.read(&mut chunk) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return false,
            Ok(size) => text.extend_from_slice(&chunk[..size]),
        }
        if text
            .windows(title.len())
            .any(|part| part == title.as_bytes())
        {
            return true;
        }
    }
}

#[test]
fn everybody_comes_back_after_a_crash() {
    in_browser(Board::of_three(), |browser, board| {
        allow_a_missing_server(browser);
        let pages = [
            board.open(browser),
            board.open(browser),
            board.open(browser),
        ];
        for page in &pages {
            page.evaluate("window.sameDocument = true", &[]);
        }
        let address = board.url("");
        let host = address.trim_start_matches("http://");
        thread::scope(|readers| {
            for _ in 0..READERS {
                readers.spawn(|| read_until(host, "After the crash"));
            }
            board.write("web-1.md", &ticket("web-1", "todo", "Before the crash"));
            for page in &pages {
                page.wait_for_text(&title_of("web-1"), "Before the crash");
            }
            board.kill();
            board.write(
                "web-2.md",
                &ticket("web-2", "review", "While nobody listened"),
            );
            board.restart();
            for page in &pages {
                eventually("the page caught up with what it missed", || {
                    page.text(&title_of("web-2")).as_deref() == Some("While nobody listened")
                });
            }
            board.write("web-1.md", &ticket("web-1", "todo", "After the crash"));
        });
        for page in &pages {
            page.wait_for_text(&title_of("web-1"), "After the crash");
            assert_eq!(page.evaluate("return window.sameDocument", &[]), true);
        }
    });
}
