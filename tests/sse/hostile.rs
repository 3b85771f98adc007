//! Hostile input, one test for each place where it can stand.

use starmark::element::Code as _;
use starmark::sse::{Event, EventId, Mode, Namespace, PatchElements, PatchError, Selector};
use starmark::{Buffer, JsonScript, PreEscaped, from_fn};

use crate::support::css::selected_id;
use crate::support::dom::tree;
use crate::{DIV, FORGERIES, arguments, elements, map};

#[test]
fn text_stays_text() {
    for text in FORGERIES {
        let write = |out: &mut Buffer| {
            out.trusted("<i id=\"a\" title=\"");
            out.text(text);
            out.trusted("\">");
            out.text(text);
            out.trusted("</i>");
        };
        let arguments = arguments(PatchElements::new(from_fn(write)));
        assert_eq!(arguments.keys().collect::<Vec<_>>(), ["elements"]);
        let expected =
            format!("<http://www.w3.org/1999/xhtml:i id=\"a\" title={text:?}\n {text:?}\n");
        assert_eq!(tree(&arguments["elements"]), expected);
    }
}

#[test]
fn trusted_line_breaks_become_line_feeds() {
    for text in FORGERIES {
        let markup = format!(
            "<textarea id=\"a\">{}</textarea>",
            text.replace('<', "&lt;")
        );
        let arguments = arguments(PatchElements::new(PreEscaped(&markup)));
        assert_eq!(
            arguments,
            map(&[(
                "elements",
                &markup.replace("\r\n", "\n").replace('\r', "\n")
            )])
        );
        // The parser does the same to the original.
        assert_eq!(tree(&arguments["elements"]), tree(&markup));
    }
}

#[test]
fn the_page_cannot_be_wiped() {
    let island = from_fn(|out| {
        out.trusted("<script id=\"a\" type=\"application/json\">");
        JsonScript("</body></script><!--<script>").write_code(out);
        out.trusted("</script>");
    });
    let island = elements(PatchElements::new(island));
    assert!(!island.contains("</body"));
    assert_eq!(tree(&island).lines().count(), 2);
    for tag in ["</body>", "</head>", "</html>", "</body\n>"] {
        let markup = format!("<i id=\"a\" title=\"{tag}\"><!-- {tag} --></i>{tag}");
        let sent = elements(PatchElements::new(PreEscaped(&markup)));
        assert!(!sent.contains(&tag[..6]), "{sent}");
        assert!(tree(&sent).contains(&format!("title={tag:?}")), "{sent}");
    }
    let page = "<!DOCTYPE html><html><head></head><body></body></html>";
    assert_eq!(elements(PatchElements::new(PreEscaped(page))), page);
}

#[test]
fn dropped_patches_are_told() {
    let checked = |markup: &'static str| PatchElements::new(PreEscaped(markup)).checked();
    let no_id = checked("<p id=\"a\"></p><div>no id, no selector</div>").expect_err("no id");
    assert_eq!(no_id, PatchError::NoId("<div>".to_owned()));
    let no_selector = PatchElements::new(DIV)
        .mode(Mode::Inner)
        .check()
        .expect_err("no selector");
    assert_eq!(
        no_selector.to_string(),
        "mode `inner` needs a target: add `.selector(..)`"
    );
    assert!(
        PatchElements::new("x")
            .selector(Selector::new("#a"))
            .checked()
            .is_ok()
    );
    assert!(checked("<body></body>").is_ok());
    let large = PatchElements::new("x".repeat(Event::LIMIT))
        .checked()
        .expect_err("too large");
    assert_eq!(
        large,
        PatchError::TooLarge {
            size: Event::LIMIT + 48,
            limit: Event::LIMIT
        }
    );
}

#[test]
fn scripts_that_would_run_twice_are_told() {
    let check = |mode| {
        let patch = PatchElements::new(PreEscaped("<p id=\"a\"><script>f()</script></p>"));
        patch.selector(Selector::new("#a")).mode(mode).check()
    };
    for mode in [Mode::Outer, Mode::Inner] {
        assert_eq!(
            check(mode),
            Err(PatchError::RunsTwice("<script>".to_owned()))
        );
    }
    for mode in [
        Mode::Replace,
        Mode::Prepend,
        Mode::Append,
        Mode::Before,
        Mode::After,
    ] {
        assert_eq!(check(mode), Ok(()));
    }
    assert_eq!(
        check(Mode::Outer).expect_err("a morph").to_string(),
        "a morph runs `<script>` twice in some browsers: send it as `ExecuteScript`, or insert it, as by \
         `.mode(Mode::Append)`"
    );
    let data = "<p id=\"a\"><script type=\"application/json\">{}</script></p>";
    assert!(PatchElements::new(PreEscaped(data)).checked().is_ok());
}

#[test]
fn event_ids_are_visible_ascii() {
    for text in [
        "",
        " ",
        "a b",
        "1\0",
        "日本",
        "é",
        "\u{7f}",
        FORGERIES[0],
        FORGERIES[1],
    ] {
        assert_eq!(EventId::new(text), Err(PatchError::EventId), "{text:?}");
    }
    assert_eq!(EventId::from(u64::MAX).to_string(), "18446744073709551615");
}

#[test]
fn selectors_select_exactly_one_id() {
    let ids = [
        "body, html",
        "a.b:c#d",
        "x]",
        "a\\",
        "-",
        "--",
        "-1",
        "1",
        "a\nb",
        "*",
        "%41",
        "a b",
        "é",
        "\u{1}f",
        "\r",
        "\u{7f}0",
        "-a",
        "--1",
        "日本",
        "\u{80}",
    ];
    for id in ids {
        let selector = Selector::id(id).expect("an id");
        assert_eq!(
            selected_id(selector.as_str()).as_deref(),
            Some(id),
            "{selector}"
        );
        assert_eq!(
            arguments(PatchElements::new("x").selector(selector)).len(),
            2
        );
    }
    for id in ["", "\0", "a\0"] {
        assert_eq!(Selector::id(id), Err(PatchError::Id));
    }
}

#[test]
fn literal_selectors_are_checked() {
    for selector in ["", "#x\nelements <img>", "#x\r\revent: y", "#\0"] {
        let refused = std::panic::catch_unwind(|| Selector::new(selector));
        assert!(refused.is_err(), "{selector:?}");
    }
}

#[test]
fn svg_siblings_survive() {
    let circles = PreEscaped("<circle/><g><path></path><path/></g><rect/>");
    let patch = PatchElements::new(circles)
        .selector(Selector::new("svg"))
        .namespace(Namespace::Svg);
    assert_eq!(
        elements(patch),
        "<circle/>\n<g><path></path><path/></g>\n<rect/>"
    );
}
