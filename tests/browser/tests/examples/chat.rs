//! The chat: who hears whom, and what is refused.

use starmark_browser::{Browser, Page, Server, in_browser};

use super::keep;
use super::wire::Wire;

const LINES: &str = "#messages li[id]";
const DRAFT: &str = "form input";
const ALERT: &str = "[role=alert]";

/// A page in a room, with a name.
fn enter<'b>(browser: &'b Browser, url: &str, name: &str) -> Page<'b> {
    let page = browser.open(url);
    page.type_text("#name", name);
    page.press_enter("#name");
    page
}

fn say(page: &Page<'_>, text: &str) {
    page.type_text(DRAFT, text);
    page.press_enter(DRAFT);
}

fn wait_for_line(page: &Page<'_>, number: usize, expected: &str) {
    page.wait_for_text(&format!("#message-{number}"), expected);
}

#[test]
fn everybody_in_the_room_hears_it() {
    in_browser(Server::example("chat"), |ada, server| {
        in_browser((), |bob, ()| {
            let here = enter(ada, &server.url("/"), "Ada");
            let there = enter(bob, &server.url("/"), "Bob");
            let elsewhere = bob.open(&server.url("/rooms/rust"));
            assert!(here.url().ends_with("/rooms/lobby"));
            // The name belongs to the browser, not to the tab.
            assert_eq!(elsewhere.field("#name"), "Bob");
            say(&here, "Hello");
            wait_for_line(&there, 1, "Ada Hello");
            say(
                &there,
                "<img src=x onerror=alert(1)> ${7*7} @post('/x')\u{2028}",
            );
            wait_for_line(
                &here,
                2,
                "Bob <img src=x onerror=alert(1)> ${7*7} @post('/x')",
            );
            assert!(!here.has("#messages img"));
            say(&elsewhere, "Only here");
            wait_for_line(&elsewhere, 1, "Bob Only here");
            assert_eq!(there.texts(LINES).len(), 2);
            assert_eq!(there.field(DRAFT), "");
            keep(&here, "chat");
            here.prefer("dark");
            keep(&here, "chat-dark");
            there.as_phone();
            keep(&there, "chat-phone");
        });
    });
}

#[test]
fn what_is_too_long_or_nothing_is_refused() {
    in_browser(Server::example("chat"), |browser, server| {
        let page = browser.open(&server.url("/rooms/lobby"));
        say(&page, "Hello");
        page.wait_for_text(ALERT, "Your name is empty.");
        page.type_text("#name", &"A".repeat(31));
        page.press_enter(DRAFT);
        page.wait_for_text(ALERT, "Your name has 31 characters: 30 is the limit.");
        page.clear("#name");
        page.type_text("#name", "Ada");
        page.press_enter(DRAFT);
        wait_for_line(&page, 1, "Ada Hello");
        page.wait_for_text(ALERT, "");
        say(&page, "   ");
        page.wait_for_text(ALERT, "The message is empty.");
        page.clear(DRAFT);
        say(&page, &"é".repeat(501));
        page.wait_for_text(ALERT, "The message has 501 characters: 500 is the limit.");
        // It is still there, to be made shorter.
        assert_eq!(page.field(DRAFT).chars().count(), 501);
        keep(&page, "chat-refused");
        assert_eq!(page.texts(LINES).len(), 1);
    });
}

#[test]
fn who_was_away_gets_what_was_missed_and_sees_the_newest() {
    in_browser(Server::example("chat"), |ada, server| {
        in_browser((), |bob, ()| {
            let wire = Wire::to(server.port());
            let here = enter(ada, &server.url("/"), "Ada");
            let there = enter(bob, &wire.url("/"), "Bob");
            say(&here, "1");
            wait_for_line(&there, 1, "Ada 1");
            for error in [
                "ERR_INCOMPLETE_CHUNKED",
                "ERR_EMPTY_RESPONSE",
                "ERR_CONNECTION_RESET",
                "ERR_SOCKET_NOT_CONNECTED",
            ] {
                bob.allow(error);
            }
            wire.cut();
            there.wait_for_text(ALERT, "The connection is lost. Trying again …");
            for number in 2..30 {
                say(&here, &number.to_string());
                wait_for_line(&here, number, &format!("Ada {number}"));
            }
            assert_eq!(there.texts(LINES).len(), 1);
            wire.mend();
            wait_for_line(&there, 29, "Ada 29");
            assert_eq!(there.texts(LINES).len(), 29);
            there.wait_for_text(ALERT, "");
            for page in [&here, &there, &bob.open(&server.url("/"))] {
                page.wait_for("#message-29");
                let hidden = "const list = document.querySelector('#messages'); \
                    return list.scrollHeight - list.clientHeight - list.scrollTop";
                let hidden = page.evaluate(hidden, &[]).as_f64().expect("a number");
                assert!(
                    hidden.abs() <= 1.0,
                    "{hidden} pixels below are out of sight"
                );
                let height = "return document.querySelector('#messages').scrollTop";
                assert!(page.evaluate(height, &[]).as_f64() > Some(0.0));
            }
        });
    });
}
