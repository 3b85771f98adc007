//! Media queries as signals: the client of these tests is the free one, which leaves them alone.

use crate::demo;

#[test]
fn the_page_says_that_it_needs_pro_and_has_the_queries() {
    demo("/match-media", |_, page| {
        page.wait_for_text(".note strong", "Needs Datastar Pro.");
        let script = "return [...document.querySelectorAll('#demo dt')].map(it => [...it.attributes].map(it => `${it.name}=${it.value}`).join())";
        let queries = page.evaluate(script, &[]);
        assert_eq!(
            queries,
            serde_json::json!([
                "data-match-media:_dark=prefers-color-scheme: dark",
                "data-match-media:_wide=min-width: 60rem",
                "data-match-media:_still=prefers-reduced-motion: reduce",
            ])
        );
        assert_eq!(page.texts("#demo dd"), ["no", "no", "no"]);
    });
}
