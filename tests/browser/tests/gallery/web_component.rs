//! A custom element: signals go in as its attributes, and come out by its events.

use crate::demo;

#[test]
fn a_text_goes_through_the_element_and_comes_back_reversed() {
    demo("/web-component", |_, page| {
        page.type_text("#demo input", "Añ<b>💫");
        page.wait_for_text("#demo output", "💫>b<ñA");
        page.clear("#demo input");
        page.wait_for_text("#demo output", "");
    });
}
