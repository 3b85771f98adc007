//! The board: alone, and served by two processes.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use starmark_browser::{Page, Server, eventually, in_browser};

use super::keep;

/// A server of Redis, on a port of its own, which keeps nothing on the disk.
struct Redis {
    process: Child,
    port: u16,
}

impl Redis {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        drop(listener);
        let process = Command::new("redis-server")
            .args([
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--port",
                &port.to_string(),
            ])
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed");
        let redis = Self { process, port };
        eventually("Redis listens", || {
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        redis
    }

    fn board(&self) -> Server {
        let url = format!("redis://127.0.0.1:{}/", self.port);
        Server::example_with("board", &[("REDIS_URL", &url)])
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn add(page: &Page<'_>, column: &str, id: u64, text: &str) {
    page.click(&format!("#column-{column} .add"));
    page.wait_for(&format!("#note-{id}"));
    page.type_text(&format!("#text-{id}"), text);
    page.click("h1");
}

fn wait_for_note(page: &Page<'_>, id: u64, text: &str) {
    let field = format!("#text-{id}");
    page.wait_for(&field);
    eventually(&format!("{field} shows {text:?}"), || {
        page.field(&field) == text
    });
}

#[test]
fn notes_are_written_moved_and_deleted() {
    in_browser(Server::example("board"), |ada, server| {
        in_browser((), |bob, ()| {
            let (here, there) = (ada.open(&server.url("/")), bob.open(&server.url("/")));
            add(&here, "Ideas", 1, "A <b>bold</b> idea");
            wait_for_note(&there, 1, "A <b>bold</b> idea");
            add(&there, "Doing", 2, "Work & rest");
            wait_for_note(&here, 2, "Work & rest");
            // Who types is not disturbed by a move of the same note.
            there.type_text("#text-1", ", half");
            here.click("#note-1 .row button");
            there.wait_for("#column-Doing #note-1");
            assert_eq!(there.field("#text-1"), "A <b>bold</b> idea, half");
            there.type_text("#text-1", " done");
            there.click("h1");
            wait_for_note(&here, 1, "A <b>bold</b> idea, half done");
            here.prefer("dark");
            keep(&here, "board-dark");
            there.as_phone();
            keep(&there, "board-phone");
            here.click("#note-2 .delete");
            there.wait_until_gone("#note-2");
            there.clear("#text-1");
            there.type_text("#text-1", &"x".repeat(301));
            there.click("h1");
            there.wait_for_text(
                "[role=alert]",
                "This is too long for a note: 300 characters are the limit.",
            );
            assert_eq!(here.field("#text-1"), "A <b>bold</b> idea, half done");
        });
    });
}

#[test]
fn two_processes_show_one_board() {
    let redis = Redis::start();
    in_browser((redis.board(), redis.board()), |ada, (first, second)| {
        in_browser((), |bob, ()| {
            let (here, there) = (ada.open(&first.url("/")), bob.open(&second.url("/")));
            add(&here, "Ideas", 1, "From the first");
            wait_for_note(&there, 1, "From the first");
            add(&there, "Done", 2, "From the second");
            wait_for_note(&here, 2, "From the second");
            there.click("#note-1 .row button:nth-of-type(2)");
            here.wait_for("#column-Done #note-1");
            keep(&here, "board");
            // Both at once: no note is lost.
            for number in 0..5 {
                here.click("#column-Ideas .add");
                there.click("#column-Doing .add");
                let count = 4 + 2 * number;
                for page in [&here, &there] {
                    eventually("all notes are there", || {
                        page.texts("article").len() == count
                    });
                }
            }
            // The board outlives its processes.
            ada.allow("ERR_");
            assert!(first.stop().success());
            first.restart();
            there.click("#note-2 .delete");
            here.wait_until_gone("#note-2");
            assert_eq!(ada.open(&first.url("/")).texts("article").len(), 11);
        });
    });
}
