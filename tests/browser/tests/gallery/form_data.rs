//! A form as forms are sent.

use crate::demo;

const ANSWER: &str = "#answer";

#[test]
fn a_form_is_sent_by_three_buttons() {
    demo("/form-data", |_, page| {
        page.type_text("[name=name]", "Ada & <Co>");
        page.click("[name=extra]");
        page.click(".demo .main");
        page.wait_for_text(
            ANSWER,
            "By POST: Ada & <Co> wants a medium one with cheese.",
        );
        page.click("[name=sauce]");
        page.click("#get");
        page.wait_for_text(
            ANSWER,
            "By GET: Ada & <Co> wants a medium one with cheese and hot.",
        );
        page.click("[name=extra]");
        page.click("#outside");
        page.wait_for_text(ANSWER, "By POST: Ada & <Co> wants a medium one with hot.");
    });
}

#[test]
fn a_form_that_is_not_valid_is_not_sent() {
    demo("/form-data", |_, page| {
        page.click("#get");
        assert!(page.has("[name=name]:invalid:focus"));
        assert_eq!(page.text(ANSWER).as_deref(), Some(""));
    });
}
