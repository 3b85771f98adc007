//! A row that turns into a form; one at a time.

use crate::demo;

const NAME: &str = ".editing [aria-label=Name]";

#[test]
fn one_row_is_edited_at_a_time() {
    demo("/edit-row", |_, page| {
        page.click("#team tr:nth-child(2) button");
        page.wait_for(NAME);
        assert_eq!(page.texts("#team button:disabled").len(), 3);
        let name = page.field(NAME);
        assert!(!name.is_empty());
        page.type_text(NAME, " Jr.");
        page.click(".editing .main");
        page.wait_for_text("#team tr:nth-child(2) td", &format!("{name} Jr."));
        page.load(&page.url());
        page.wait_for_text("#team tr:nth-child(2) td", &format!("{name} Jr."));
        page.click("#reset");
        page.wait_for_text("#team tr:nth-child(2) td", &name);
    });
}

#[test]
fn keys_save_and_cancel() {
    demo("/edit-row", |_, page| {
        page.click("#team tr:nth-child(1) button");
        page.wait_for(NAME);
        let name = page.field(NAME);
        page.type_text(NAME, "!");
        page.press_escape(NAME);
        page.wait_until_gone(".editing");
        assert_eq!(page.text("#team td").as_deref(), Some(&*name));
        page.click("#team tr:nth-child(3) button");
        page.wait_for(NAME);
        page.clear(NAME);
        page.press_enter(NAME);
        page.wait_for_text(
            "[role=alert]",
            "A name has 1 to 100 bytes, and an address 100 at most.",
        );
        page.type_text(NAME, "<b>");
        page.press_enter(NAME);
        page.wait_for_text("#team tr:nth-child(3) td", "<b>");
    });
}
