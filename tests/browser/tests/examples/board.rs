//! The board: alone, and served by two processes.

use starmark_browser::{Page, Server, eventually, in_browser};

use super::keep;
use super::redis_server::Server as Redis;

/// A process that keeps the board there.
fn over(redis: &Redis) -> Server {
    let url = format!("redis://127.0.0.1:{}/", redis.port());
    Server::example_with("board", &[("REDIS_URL", &url)])
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
    in_browser((over(&redis), over(&redis)), |ada, (first, second)| {
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
