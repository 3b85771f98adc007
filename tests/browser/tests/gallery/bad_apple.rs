//! An animation, each frame of it markup.

use starmark_browser::eventually;

use crate::demo;

#[test]
fn the_frames_follow_each_other() {
    demo("/bad-apple", |_, page| {
        let mut seen = Vec::new();
        eventually("ten frames", || {
            let frame = page.text(".film");
            if !seen.contains(&frame) {
                seen.push(frame);
            }
            seen.len() == 10
        });
        // The bar and the figures come along.
        let position = page.evaluate(
            "return document.querySelector('#apple progress').position",
            &[],
        );
        assert!(position.as_f64().is_some_and(|position| position > 0.0));
        eventually("the figures count", || {
            page.text("#apple p")
                .is_some_and(|text| !text.contains(": 0 KB of events"))
        });
    });
}
