//! A card that turns into a form, and back.

use crate::demo;

#[test]
fn a_contact_is_edited_in_its_place() {
    demo("/click-to-edit", |_, page| {
        page.click("#contact .main");
        page.wait_for("form#contact");
        page.clear("#contact label:nth-of-type(1) input");
        page.type_text("#contact label:nth-of-type(1) input", "<i>Grace</i>");
        page.press_enter("#contact [type=email]");
        page.wait_for_text("#contact dd", "<i>Grace</i>");
        // It is kept, and what is cancelled is not.
        page.load(&page.url());
        page.wait_for_text("#contact dd", "<i>Grace</i>");
        page.click("#contact .main");
        page.wait_for("form#contact");
        page.type_text("#contact label:nth-of-type(1) input", "!");
        page.click("#contact [type=button]");
        page.wait_for_text("#contact dd", "<i>Grace</i>");
        page.click("#contact button:nth-of-type(2)");
        page.wait_for_text("#contact dd", "Ada");
    });
}

#[test]
fn what_is_wrong_is_said_and_not_saved() {
    demo("/click-to-edit", |browser, page| {
        // The form itself would not send it.
        page.click("#contact .main");
        page.wait_for("form#contact");
        page.evaluate("document.querySelector('#contact').noValidate = true", &[]);
        page.clear("#contact [type=email]");
        page.press_enter("#contact [type=email]");
        page.wait_for_text("[role=alert]", "This is no address for mail.");
        let url = page.url();
        browser
            .open(&url)
            .wait_for_text("#contact dd:last-of-type", "ada@example.org");
    });
}
