//! One listener for many buttons.

use crate::demo;

#[test]
fn one_listener_knows_which_button_it_was() {
    demo("/event-bubbling", |_, page| {
        for key in ["4", "2", "#"] {
            page.click(&format!("#pad [data-key='{key}']"));
        }
        page.wait_for_text("#dialled", "42#");
        page.wait_for_text("#last", "#");
        // Between the buttons.
        page.evaluate("document.querySelector('#pad').click()", &[]);
        page.wait_for_text("#dialled", "42#");
        page.click("#clear");
        page.wait_for_text("#dialled", "");
    });
}
