//! Templates that are rendered right into their event: the same document as when they are rendered first.

use proptest::prelude::*;
use starmark::prelude::*;
use starmark::sse::PatchElements;
use starmark::write_html;

use crate::support::dom::tree;
use crate::{FORGERIES, elements, frame};

/// All places in which text can stand, a literal with line breaks, and trusted markup.
struct Card<'a> {
    text: &'a str,
    trusted: PreEscaped<&'a str>,
}

impl Render for Card<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let Self { text, trusted } = *self;
        write_html!(out,
            div #a title=(text) class={ "b " (text) } data-text=(quote(text)) {
                (text)
                a href=(text) { "one\ntwo" }
                pre { (text) }
                textarea name="c" { (text) }
                (html::b().title(text).child(text))
                (trusted)
                p { (trusted) (PreEscaped("/")) (PreEscaped("body>")) }
            }
        );
    }
}

fn assert_same(text: &str, trusted: &str) {
    let card = Card {
        text,
        trusted: PreEscaped(trusted),
    };
    let rendered = render(&card).into_string();
    let arrived = elements(PatchElements::new(&card));
    assert_eq!(arrived, elements(PatchElements::new(PreEscaped(&*arrived))));
    // What ends a document is encoded in both; only line feeds of text differ, in how they are written.
    let expected = elements(PatchElements::new(PreEscaped(&*rendered)));
    assert_eq!(tree(&arrived), tree(&expected), "{text:?} {trusted:?}");
}

#[test]
fn line_feeds_of_text_are_entities() {
    let event = frame(PatchElements::new(html! { p #a { "x" } }));
    assert_eq!(
        event,
        frame(PatchElements::new(from_fn(
            |out| write_html!(out, p #a { "x" })
        )))
    );
    let text = "1\n2\r\n3";
    assert_eq!(
        frame(PatchElements::new(from_fn(
            |out| write_html!(out, p #a title=(text) { (text) })
        ))),
        "event: datastar-patch-elements\n\
         data: elements <p id=\"a\" title=\"1&#10;2&#13;&#10;3\">1&#10;2&#13;&#10;3</p>\n\n"
    );
    assert_eq!(
        frame(PatchElements::new(from_fn(
            |out| write_html!(out, pre #a { (text) "\n" (PreEscaped("4\n5")) })
        ))),
        "event: datastar-patch-elements\ndata: elements <pre id=\"a\">1&#10;2&#13;&#10;3\n\
         data: elements 4\ndata: elements 5</pre>\n\n"
    );
    let first =
        from_fn(|out| write_html!(out, textarea #a { (text.get(1..).unwrap_or_default()) }));
    assert!(frame(PatchElements::new(first)).contains(">&#10;&#10;2&#13;"));
}

#[test]
fn an_address_with_line_feeds_is_still_read() {
    for address in [
        "java\nscript:pwn()",
        "\n\njavascript:pwn()",
        "java\r\n\tscript:pwn()",
    ] {
        let link = from_fn(|out| write_html!(out, a #a href=(address) { "x" }));
        assert_eq!(
            elements(PatchElements::new(link)),
            "<a id=\"a\" href=\"about:invalid\">x</a>"
        );
    }
}

#[test]
fn forgeries_stay_text() {
    for text in FORGERIES {
        assert_same(text, "<i>i</i>");
        assert_same("x", text);
    }
    assert_same("x", "<i>i</i><");
    assert_same("x", "</head");
}

#[test]
fn a_document_stays_one() {
    let page = from_fn(|out| write_html!(out, html { head { title { "x" } } body { p { "\n" } } }));
    let event = frame(PatchElements::new(page));
    assert!(event.ends_with("data: elements <html><head><title>x</title></head><body><p>\ndata: elements </p></body></html>\n\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_text_is_the_same(text in "[a-z<>&\"\\n\\r\\t/é: ]{0,90}", trusted in "(<i>|</i>|</body>|<|/|b|\\n|\\r| ){0,9}") {
        assert_same(&text, &trusted);
    }
}
