//! All pages, light, dark and on a phone: pictures to look at, and what can be measured about them.

use std::fs;

use serde_json::Value;
use starmark_browser::{Page, Server, evidence, in_browser};

/// The paths of all pages, by the links of the sidebar.
fn paths(page: &Page<'_>) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('nav#menu a')].map(a => a.getAttribute('href'))";
    let links = page.evaluate(script, &[]);
    let links = links.as_array().expect("a list of links");
    links
        .iter()
        .filter_map(Value::as_str)
        .map(String::from)
        .collect()
}

/// Writes `target/browser/gallery-<name>-<look>.png`.
fn keep(page: &Page<'_>, path: &str, look: &str) {
    let name = path.replace('/', "");
    let name = if name.is_empty() { "home" } else { &name };
    let file = evidence().join(format!("gallery-{name}-{look}.png"));
    fs::write(file, page.screenshot()).expect("the picture can be written");
}

/// The client is there, and the source with colours.
fn is_ready(page: &Page<'_>, path: &str) {
    if path != "/" {
        page.wait_for("#demo");
        assert!(
            page.has("figure .keyword, figure .attribute"),
            "{path} shows its source"
        );
        assert_eq!(
            page.texts("nav#menu a[aria-current=page]").len(),
            1,
            "{path}"
        );
    }
    page.wait_for(".menu[aria-expanded=false]");
}

#[test]
fn all_pages_fit_a_wide_screen_light_and_dark() {
    in_browser(Server::example("gallery"), |browser, server| {
        let page = browser.open(&server.url("/"));
        let mut backgrounds = Vec::new();
        for path in std::iter::once("/".to_owned()).chain(paths(&page)) {
            page.prefer("light");
            page.load(&server.url(&path));
            is_ready(&page, &path);
            keep(&page, &path, "light");
            page.prefer("dark");
            keep(&page, &path, "dark");
            backgrounds.push(page.evaluate(
                "return getComputedStyle(document.body).backgroundColor",
                &[],
            ));
        }
        assert!(backgrounds.len() > 2);
        backgrounds.dedup();
        assert_eq!(backgrounds.len(), 1, "all pages are dark in the same way");
    });
}

/// What of a demo can be used, and stands out of its frame.
const OUTSIDE: &str = "const frame = document.querySelector('#demo')?.getBoundingClientRect();
    return [...document.querySelectorAll('#demo :is(button, input, select, textarea)')]
        .filter((it) => it.getBoundingClientRect().right > frame.right).map((it) => it.outerHTML)";

#[test]
fn all_pages_fit_a_phone() {
    in_browser(Server::example("gallery"), |browser, server| {
        let page = browser.blank();
        page.as_phone();
        page.load(&server.url("/"));
        for path in std::iter::once("/".to_owned()).chain(paths(&page)) {
            page.load(&server.url(&path));
            is_ready(&page, &path);
            keep(&page, &path, "phone");
            let width = page.evaluate("return document.documentElement.scrollWidth", &[]);
            assert_eq!(
                width, 390,
                "{path} is as wide as the phone, without scrolling sideways"
            );
            let outside = page.evaluate(OUTSIDE, &[]);
            assert_eq!(outside, serde_json::json!([]), "{path} fits its frame");
        }
        assert!(!page.has("nav#menu.open"));
        page.click(".menu");
        page.wait_for("nav#menu.open");
        keep(&page, "menu", "phone");
    });
}

#[test]
fn the_switch_holds_for_all_pages() {
    in_browser(Server::example("gallery"), |browser, server| {
        let scheme = "return getComputedStyle(document.documentElement).colorScheme";
        let page = browser.open(&server.url("/active-search"));
        page.prefer("light");
        page.wait_for(".menu[aria-expanded=false]");
        assert_eq!(page.evaluate(scheme, &[]), "light dark");
        let sent = "performance.clearResourceTimings(); document.querySelector('.themes [value=dark]').click()";
        page.evaluate(sent, &[]);
        assert_eq!(page.evaluate(scheme, &[]), "dark");
        let answered = "return performance.getEntriesByType('resource').some(it => it.name.includes('choose') && it.responseEnd > 0)";
        starmark_browser::eventually("the server knows", || page.evaluate(answered, &[]) == true);
        page.load(&server.url("/click-to-edit"));
        assert!(page.has(":root[data-theme=dark]"));
        assert_eq!(page.evaluate(scheme, &[]), "dark");
    });
}
