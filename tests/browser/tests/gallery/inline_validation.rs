//! A form whose fields the server checks while they are typed.

use crate::demo;

#[test]
fn a_form_is_checked_while_it_is_typed_and_when_it_is_sent() {
    demo("/inline-validation", |_, page| {
        page.type_text("#email", "ADA");
        page.wait_for_text("#email-problem", "This is no address for mail.");
        assert_eq!(page.text("#first-name-problem").as_deref(), Some(""));
        page.type_text("#email", "@example.org");
        page.wait_for_text("#email-problem", "Somebody else has this address.");
        // It is sent as it is: now all fields have to be right.
        page.press_enter("#email");
        page.wait_for_text("#last-name-problem", "A last name has 2 letters or more.");
        assert_eq!(page.field("#email"), "ADA@example.org");
        page.type_text("#email", ".net");
        page.type_text("#first-name", "<b>Ada</b>");
        page.type_text("#last-name", "Lovelace");
        page.wait_for_text("#email-problem", "");
        page.wait_for_text("#last-name-problem", "");
        page.press_enter("#last-name");
        page.wait_for_text("#sign-up strong", "<b>Ada</b>");
    });
}
