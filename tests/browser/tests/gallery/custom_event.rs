//! An event of the application's own.

use starmark_browser::eventually;

use crate::demo;

#[test]
fn what_the_server_dispatches_is_heard() {
    demo("/custom-event", |_, page| {
        let said = || page.text("#last").unwrap_or_default();
        let numbered = |text: String| {
            Some((
                text.split_once(' ')?.0.to_owned(),
                text.split_once(' ')?.1.parse().ok()?,
            ))
        };
        let mut first: Option<(String, u64)> = None;
        eventually("an event", || {
            first = numbered(said());
            first.is_some()
        });
        let first = first.map_or(0, |(_, number)| number);
        eventually("a later one, of the other word", || {
            numbered(said()).is_some_and(|(word, number): (String, u64)| {
                number > first && (word == "tock") == (number % 2 == 0)
            })
        });
    });
}
