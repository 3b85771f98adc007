//! Signing in: who gets in, and who sees what.

use starmark_browser::{Page, Server, eventually, in_browser};

use super::keep;

const PROBLEM: &str = "#problem";

fn sign_in(page: &Page<'_>, name: &str, password: &str) {
    for (field, text) in [("#name", name), ("#password", password)] {
        page.clear(field);
        page.type_text(field, text);
    }
    page.press_enter("#password");
}

#[test]
fn a_user_has_one_note_in_all_browsers_and_others_another() {
    in_browser(Server::example("sign_in"), |desk, server| {
        in_browser((), |phone, ()| {
            let here = desk.open(&server.url("/"));
            assert!(here.url().ends_with("/sign-in"), "{}", here.url());
            sign_in(&here, "ada", "difference engine");
            here.wait_for_text("h1", "The note of ada");
            assert!(here.url().ends_with('/'), "{}", here.url());
            let there = phone.open(&server.url("/"));
            sign_in(&there, "ada", "difference engine");
            there.wait_for("#note");
            here.type_text("#note", "<Buy> milk");
            eventually("the phone has it", || there.field("#note") == "<Buy> milk");
            keep(&here, "sign-in-note");
            there.click("button");
            there.wait_for("#sign-in");
            phone.allow("401");
            let state = "return fetch('/state/Note?once=true').then(it => it.status)";
            assert_eq!(there.evaluate(state, &[]), 401);
            sign_in(&there, "bob", "sponge and paint");
            there.wait_for_text("h1", "The note of bob");
            assert_eq!(there.field("#note"), "");
            there.type_text("#note", "Bob's");
            eventually("it is saved", || server_has(&there, "Bob's"));
            assert_eq!(here.field("#note"), "<Buy> milk");
            here.load(&server.url("/sign-in"));
            here.wait_for_text("h1", "The note of ada");
            assert_eq!(here.field("#note"), "<Buy> milk");
        });
    });
}

fn server_has(page: &Page<'_>, text: &str) -> bool {
    let page = page.evaluate("return fetch('/').then(it => it.text())", &[]);
    page.as_str().is_some_and(|page| page.contains(text))
}

#[test]
fn what_is_wrong_is_not_told_and_tries_are_few() {
    in_browser(Server::example("sign_in"), |browser, server| {
        let page = browser.open(&server.url("/sign-in"));
        for (name, password) in [("ada", "sponge and paint"), ("nobody", "difference engine")] {
            sign_in(&page, name, password);
            page.wait_for_text(PROBLEM, "The name or the password is wrong.");
            page.load(&server.url("/sign-in"));
        }
        sign_in(&page, "ada", "guess");
        page.wait_for_text(PROBLEM, "The name or the password is wrong.");
        keep(&page, "sign-in-wrong");
        for _ in 0..3 {
            page.load(&server.url("/sign-in"));
            sign_in(&page, "ada", "guess");
            page.wait_for("#problem:not(:empty)");
        }
        // The right one does not help now, but for others.
        sign_in(&page, "ada", "difference engine");
        page.wait_for_text(PROBLEM, "Too many tries. Please wait a minute.");
        sign_in(&page, "bob", "sponge and paint");
        page.wait_for_text("h1", "The note of bob");
        assert!(!server.output().contains("guess"));
    });
}
