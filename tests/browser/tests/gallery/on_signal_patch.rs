//! Code that runs when signals change, whoever changed them.

use crate::demo;

#[test]
fn changes_are_seen_whoever_made_them() {
    demo("/on-signal-patch", |_, page| {
        page.click("#count");
        page.wait_for_text("#counts", r#"{"count":1}"#);
        page.click("#server");
        page.wait_for_text("#counts", "{\"count\":1}\n{\"count\":2}");
        page.type_text("input[aria-label=Message]", "a");
        page.wait_for_text("#all", "{\"count\":1}\n{\"count\":2}\n{\"message\":\"a\"}");
        assert_eq!(
            page.text("#counts").as_deref(),
            Some("{\"count\":1}\n{\"count\":2}")
        );
        page.click("#clear");
        page.wait_for_text("#all", "");
        page.wait_for_text("#counts", "");
    });
}
