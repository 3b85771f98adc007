//! What moves while it changes.

use starmark_browser::eventually;

use crate::demo;

#[test]
fn the_band_changes_its_colour() {
    demo("/animations", |_, page| {
        let first = page.evaluate(
            "return document.querySelector('#band rect').getAttribute('fill')",
            &[],
        );
        let colour = "return document.querySelector('#band rect').getAttribute('fill')";
        eventually("another colour", || page.evaluate(colour, &[]) != first);
    });
}

#[test]
fn a_coin_turns_in_a_view_transition() {
    demo("/animations", |_, page| {
        page.evaluate(
            "window.transitions = 0; const start = document.startViewTransition.bind(document); \
            document.startViewTransition = f => { transitions++; return start(f) }",
            &[],
        );
        page.click("#coin button");
        page.wait_for_text(".coin", "Tails");
        page.click("#coin button");
        page.wait_for_text(".coin", "Heads");
        assert_eq!(page.evaluate("return transitions", &[]), 2);
    });
}

#[test]
fn a_guest_fades_out_and_comes_back() {
    demo("/animations", |_, page| {
        page.click("#guest button");
        page.wait_for(".guest.leaving");
        page.wait_until_gone(".guest");
        page.click("#guest button");
        page.wait_for(".guest:not(.leaving)");
        page.wait_for_text("#guest button", "Leave");
    });
}

#[test]
fn a_request_under_way_is_seen() {
    demo("/animations", |_, page| {
        page.evaluate(
            "document.querySelector('#answer').parentElement.querySelector('button').click()",
            &[],
        );
        page.wait_for("button:disabled + .spinner:not([style*=none])");
        page.wait_for_text("#answer", "That took a second.");
        page.wait_for("button:enabled + .spinner[style*=none]");
    });
}
