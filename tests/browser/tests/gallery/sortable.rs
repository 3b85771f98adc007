//! A list that is put in order by dragging. `scripts/sortable` fetches the library that does it.

use serde_json::json;
use starmark_browser::{Page, Server, in_browser};

use crate::demo;

/// Moves the mouse from the middle of one item to that of another, in steps, with the button held.
fn drag(page: &Page<'_>, from: &str, to: &str) {
    let middle = |selector: &str| {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.left + 40, box.top + box.height / 2]";
        let point = page.evaluate(script, &[selector]);
        [0, 1].map(|i| point[i].as_f64().expect("a number"))
    };
    let mouse = |kind: &str, [x, y]: [f64; 2]| {
        let buttons = u8::from(kind != "mouseReleased");
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
        page.devtools("Input.dispatchMouseEvent", &event);
    };
    let ([x, y], end) = (middle(from), middle(to));
    mouse("mousePressed", [x, y]);
    for step in 1..=10 {
        let part = f64::from(step) / 10.0;
        mouse(
            "mouseMoved",
            [x + (end[0] - x) * part, y + (end[1] - y) * part],
        );
    }
    mouse("mouseReleased", end);
}

#[test]
fn an_item_is_dragged_to_its_place() {
    demo("/sortable", |browser, page| {
        page.wait_until_gone("#waiting");
        drag(page, "#order li:nth-child(1)", "#order li:nth-child(3)");
        page.wait_for_text("#order li:nth-child(3) span", "Wake up");
        page.wait_for("#order li:first-child button[disabled]");
        // The server knows it, and what it sends is no other list.
        let url = page.url();
        let expected = [
            "Drink coffee",
            "Read the news",
            "Wake up",
            "Answer mail",
            "Write Rust",
        ];
        assert_eq!(browser.open(&url).texts("#order li span"), expected);
        assert_eq!(page.texts("#order li span"), expected);
        page.click("#order li:nth-child(3) button");
        page.wait_for_text("#order li:nth-child(2) span", "Wake up");
        page.click("#reset");
        page.wait_for_text("#order li:nth-child(1) span", "Wake up");
    });
}

#[test]
fn without_the_library_the_page_says_so_and_the_buttons_work() {
    // Its hash is another: no browser runs it.
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    in_browser(
        Server::example_with("gallery", &[("SORTABLE_JS", file)]),
        |browser, server| {
            browser.allow("integrity");
            let page = browser.open(&server.url("/sortable"));
            assert!(page.has("#waiting"));
            page.click("#order li:nth-child(2) button");
            page.wait_for_text("#order li:nth-child(1) span", "Drink coffee");
            assert!(page.has("#waiting"));
        },
    );
}
