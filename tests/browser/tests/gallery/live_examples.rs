//! The small examples, which run beside the gallery.

use serde_json::Value;

use crate::demo;

#[test]
fn each_example_is_a_site_beside_the_gallery() {
    demo("/live-examples", |browser, page| {
        let script = "return [...document.querySelectorAll('#demo h2 a')].map(it => it.href)";
        let links = page.evaluate(script, &[]);
        let links: Vec<_> = links
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(links.len(), 8);
        for link in links {
            let site = browser.open(link);
            site.wait_for("body > main h1");
            assert!(!site.has(".sidebar"), "{link} is no page of the gallery");
        }
        // Nothing of what it keeps is the gallery's, where a state has the same name.
        let gallery = page.url();
        page.click("#counter h2 a");
        page.wait_for("#mine .main");
        page.click("#mine .main");
        page.wait_for_text("#mine .large", "1");
        page.load(&gallery.replace("live-examples", "counter"));
        page.wait_for_text("p#mine", "0");
    });
}
