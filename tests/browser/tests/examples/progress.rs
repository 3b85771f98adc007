//! A job in the background, and who sees it.

use starmark_browser::{Page, Server, eventually, in_browser};

use super::keep;

fn percent(page: &Page<'_>) -> u32 {
    let text = page.text("#percent").expect("the number is there");
    text.trim_end_matches(" %").parse().expect("a number")
}

#[test]
fn a_job_goes_on_without_the_page_that_started_it() {
    in_browser(Server::example("progress"), |browser, server| {
        let first = browser.open(&server.url("/"));
        let second = browser.open(&server.url("/"));
        first.click("#start");
        second.wait_for_text("#status", "Working …");
        let start = percent(&second);
        first.load("about:blank");
        eventually("the job goes on", || percent(&second) > start + 10);
        keep(&second, "progress");
        // A page that comes later sees it at once, and starting again changes nothing.
        first.load(&server.url("/"));
        assert!(percent(&first) > start + 10);
        first.click("#start");
        second.wait_for_text("#status", "Done.");
        assert_eq!(percent(&second), 100);
        first.wait_for_text("#status", "Done.");
        let bar = "return document.querySelector('progress').position";
        assert_eq!(first.evaluate(bar, &[]), 1);
    });
}

#[test]
fn every_page_can_cancel() {
    in_browser(Server::example("progress"), |browser, server| {
        let (first, second) = (
            browser.open(&server.url("/")),
            browser.open(&server.url("/")),
        );
        assert!(first.has("#cancel:disabled"));
        first.click("#start");
        second.wait_for("#cancel:enabled");
        second.click("#cancel");
        first.wait_for_text("#status", "Cancelled.");
        // The next one begins anew.
        first.click("#start");
        second.wait_for_text("#status", "Working …");
        second.wait_for_text("#status", "Done.");
        first.wait_for_text("#percent", "100 %");
    });
}

#[test]
fn a_job_that_fails_says_so_on_every_page() {
    in_browser(Server::example("progress"), |browser, server| {
        let (first, second) = (
            browser.open(&server.url("/")),
            browser.open(&server.url("/")),
        );
        first.click("#fail");
        for page in [&first, &second] {
            page.wait_for_text("#toasts li", "The job failed: the disk is full.");
            page.wait_for_text("#status", "Failed.");
        }
        first.prefer("dark");
        keep(&first, "progress-failed");
        let output = server.output();
        assert!(server.stop().success(), "{output}");
        browser.allow("ERR_");
    });
}
