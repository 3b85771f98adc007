//! What a morph leaves is what was sent.

use proptest::prelude::*;

use super::super::super::document::Document;
use super::super::patch;
use crate::sse::Mode;
use crate::testing::ElementsPatch;

fn element() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "text",
        "<i></i>",
        "<b id=x>x</b>",
        "<i id=y></i>",
        "<!--c-->",
        "<b class=k>1</b>",
    ]);
    leaf.prop_map(ToOwned::to_owned)
        .prop_recursive(4, 24, 4, |inner| {
            let tag = prop::sample::select(vec![
                "div",
                "div id=a",
                "div id=b",
                "section id=a",
                "section",
                "p id=c class=d",
            ]);
            (tag, prop::collection::vec(inner, 0..4)).prop_map(|(tag, children)| {
                let name = tag.split(' ').next().unwrap_or_default();
                format!("<{tag}>{}</{name}>", children.concat())
            })
        })
}

fn morphed(old: &str, new: &str, mode: Mode) -> Document {
    let mut page = Document::page(&format!("<main>{old}</main>"));
    let elements = if mode == Mode::Outer {
        format!("<main>{new}</main>")
    } else {
        new.to_owned()
    };
    let selector = Some("main".to_owned());
    let patch = ElementsPatch {
        selector,
        mode,
        elements,
        ..ElementsPatch::default()
    };
    patch::apply(&mut page, &patch).expect("a selector");
    page
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whichever nodes stay, the page is as if all were new.
    #[test]
    fn the_page_is_what_was_sent(
        old in prop::collection::vec(element(), 0..4),
        new in prop::collection::vec(element(), 0..4),
        mode in prop::sample::select(vec![Mode::Outer, Mode::Inner, Mode::Replace]),
    ) {
        let (old, new) = (old.concat(), new.concat());
        let sent = if mode == Mode::Replace { format!("<main>{new}</main>") } else { new.clone() };
        let page = morphed(&old, &sent, mode);
        let expected = Document::page(&format!("<main>{new}</main>"));
        prop_assert_eq!(page.html("main"), expected.html("main"), "{} to {}", old, new);
    }
}

#[test]
fn elements_keep_their_nodes() {
    let mut page = Document::page("<main><p id=a>1</p><p>2</p><i id=b></i></main>");
    let node = |page: &Document, selector: &str| page.select(selector).next().map(|it| it.id());
    let (a, b) = (node(&page, "#a"), node(&page, "#b"));
    let patch = ElementsPatch {
        elements: "<main><div><i id=b></i></div><p id=a>3</p></main>".to_owned(),
        selector: Some("main".to_owned()),
        ..ElementsPatch::default()
    };
    patch::apply(&mut page, &patch).expect("a selector");
    assert_eq!((node(&page, "#a"), node(&page, "div > #b")), (a, b));
}
