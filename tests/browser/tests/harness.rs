//! The harness itself: what it must notice, and what it must not mix up.
//!
//! A harness that overlooks an error lets every other test pass for nothing.

use std::fs;
use std::panic::catch_unwind;

use starmark_browser::{Site, eventually, evidence, in_browser};

const PLAIN: &str = "<!doctype html><link rel=icon href='data:,'><p id=text>plain</p>";
const THROWING: &str = "<!doctype html><link rel=icon href='data:,'>
    <script>setTimeout(() => { throw new Error('a broken page') })</script>";
const REJECTING: &str = "<!doctype html><link rel=icon href='data:,'>
    <script>Promise.reject(new Error('a broken promise'))</script>";
const SCRIPTED: &str = "<!doctype html><link rel=icon href='data:,'>
    <p id=text>plain</p><script>document.querySelector('#text').textContent = 'run'</script>";

fn site() -> Site {
    let html = "text/html; charset=utf-8";
    Site::start(vec![
        ("/plain", html, PLAIN.into()),
        ("/throwing", html, THROWING.into()),
        ("/rejecting", html, REJECTING.into()),
        ("/scripted", html, SCRIPTED.into()),
    ])
}

/// The message that `test` fails with. It leaves no evidence: the failure is wanted.
fn failure_of(name: &str, test: fn()) -> String {
    let panic = catch_unwind(test).expect_err("the test has to fail");
    for extension in ["log", "png", "2.png"] {
        // The second picture is only there if the second page was.
        let _ = fs::remove_file(evidence().join(name).with_extension(extension));
    }
    *panic
        .downcast::<String>()
        .expect("the message is formatted")
}

#[test]
fn an_uncaught_exception_fails_a_test() {
    fn throwing() {
        in_browser(site(), |browser, site| {
            browser.open(&site.url("/throwing"));
            eventually("the page logged something", || {
                !browser.console().is_empty()
            });
        });
    }
    assert!(failure_of("throwing", throwing).contains("a broken page"));
}

#[test]
fn a_rejected_promise_fails_a_test() {
    fn rejecting() {
        in_browser(site(), |browser, site| {
            browser.open(&site.url("/rejecting"));
            eventually("the page logged something", || {
                !browser.console().is_empty()
            });
        });
    }
    assert!(failure_of("rejecting", rejecting).contains("a broken promise"));
}

#[test]
fn an_error_in_the_second_of_two_pages_fails_a_test() {
    fn two_pages() {
        in_browser(site(), |browser, site| {
            let first = browser.open(&site.url("/plain"));
            browser.open(&site.url("/missing"));
            assert_eq!(first.text("#text").as_deref(), Some("plain"));
        });
    }
    let message = failure_of("two_pages", two_pages);
    assert!(message.contains("404"), "{message}");
}

#[test]
fn an_allowed_error_does_not_fail_a_test() {
    in_browser(site(), |browser, site| {
        browser.allow("a broken page");
        browser.open(&site.url("/throwing"));
        eventually("the page logged something", || {
            !browser.console().is_empty()
        });
    });
}

#[test]
fn a_failure_leaves_a_picture_and_the_console() {
    fn failing() {
        in_browser(site(), |browser, site| {
            browser.open(&site.url("/throwing"));
            eventually("the page logged something", || {
                !browser.console().is_empty()
            });
            assert_eq!(1, 2, "on purpose");
        });
    }
    catch_unwind(failing).expect_err("the test has to fail");
    let picture = fs::read(evidence().join("failing.png")).expect("the picture is there");
    let log = fs::read_to_string(evidence().join("failing.log")).expect("the log is there");
    assert!(picture.starts_with(b"\x89PNG"));
    assert!(log.contains("a broken page"), "{log}");
    assert!(failure_of("failing", failing).contains("on purpose"));
}

#[test]
fn both_of_two_pages_stay_visible() {
    in_browser(site(), |browser, site| {
        let pages = [
            browser.open(&site.url("/plain")),
            browser.open(&site.url("/plain")),
        ];
        for page in pages {
            assert_eq!(
                page.evaluate("return document.visibilityState", &[]),
                "visible"
            );
        }
    });
}

#[test]
fn scripts_run_unless_they_are_turned_off() {
    in_browser(site(), |browser, site| {
        let page = browser.open(&site.url("/scripted"));
        assert_eq!(page.text("#text").as_deref(), Some("run"));
        page.without_scripts();
        page.load(&site.url("/scripted"));
        assert_eq!(page.text("#text").as_deref(), Some("plain"));
    });
}

#[test]
fn a_page_can_be_dark_and_small() {
    in_browser(site(), |browser, site| {
        let page = browser.open(&site.url("/plain"));
        let matches = |query| page.evaluate("return matchMedia(arguments[0]).matches", &[query]);
        assert_eq!(matches("(prefers-color-scheme: dark)"), false);
        assert_eq!(matches("(max-width: 400px)"), false);
        page.prefer("dark");
        page.as_phone();
        assert_eq!(matches("(prefers-color-scheme: dark)"), true);
        assert_eq!(page.evaluate("return screen.width", &[]), 390);
    });
}
