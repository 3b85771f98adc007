//! The printed form, and that it says what was there.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn assert_pretty(html: &str, lines: &[&str]) {
    assert_eq!(pretty(html), lines.join("\n") + "\n");
}

#[test]
fn elements_have_lines() {
    assert_pretty(
        "<ul id=a><li>One</li><li></li></ul><br><!-- two\nlines --><p>Two",
        &[
            r#"<ul id="a">"#,
            "  <li>One</li>",
            "  <li></li>",
            "</ul>",
            "<br>",
            "<!-- two",
            "lines -->",
            "<p>Two</p>",
        ],
    );
}

#[test]
fn text_keeps_the_elements_in_it() {
    assert_pretty(
        "<p>A <b>b</b>, <i>c</i>!</p>",
        &["<p>A <b>b</b>, <i>c</i>!</p>"],
    );
    let word = "word ".repeat(20);
    assert_pretty(
        &format!("<p>{word}<b>b</b>, c</p>"),
        &[
            "<p>",
            &format!("  {}␣", word.trim()),
            "  <b>b</b>",
            "  , c",
            "</p>",
        ],
    );
}

#[test]
fn white_space_is_there_if_it_shows() {
    for (html, lines) in [
        (
            "<div> <b>a</b>\n<b>b</b> </div>",
            &["<div>", "  <b>a</b>", "  ␣", "  <b>b</b>", "</div>"][..],
        ),
        (
            "<div><b>a</b><b>b</b></div>",
            &["<div>", "  <b>a</b>", "  <b>b</b>", "</div>"],
        ),
        (
            "<div>\n  <p>a</p>\n  <p> b </p>\n</div>",
            &["<div>", "  <p>a</p>", "  <p>b</p>", "</div>"],
        ),
        ("<b> a </b>", &["<b> a </b>"]),
        ("<p>a <br> b</p>", &["<p>", "  a", "  <br>", "  b", "</p>"]),
        ("<tr> <td>a</td> </tr>", &["<tr>", "  <td>a</td>", "</tr>"]),
        ("<p>␣&nbsp;&lt;</p>", &["<p>&#x2423;&nbsp;&lt;</p>"]),
    ] {
        assert_pretty(html, lines);
    }
}

#[test]
fn some_elements_are_printed_to_the_letter() {
    for html in [
        "<pre>\n\n a\n  b &lt; c</pre>",
        "<textarea> a\n\n</textarea>",
        "<script>if (a < b) {\n  c(\"&amp;\") }</script>",
        "<style>\n a > b { }\n</style>",
    ] {
        let page = Document::fragment(html);
        let again = Document::fragment(pretty(html).trim_end());
        assert_eq!(page.tree.html(), again.tree.html(), "{html}");
    }
    assert_eq!(pretty("<pre>\na  b</pre>"), "<pre>a  b</pre>\n");
}

#[test]
fn long_tags_have_lines_for_attributes() {
    let long = "$a && ".repeat(20) + "$b";
    assert_pretty(
        &format!("<p><b class='a' data-show='{long}' hidden>x</b></p>"),
        &[
            "<p>",
            "  <b",
            "    class=\"a\"",
            &format!("    data-show=\"{long}\""),
            "    hidden",
            "  >",
            "    x",
            "  </b>",
            "</p>",
        ],
    );
}

#[test]
fn values_stay_as_they_are_written() {
    for (html, printed) in [
        (r#"<p title='{"a":1}'>"#, r#"<p title='{"a":1}'></p>"#),
        ("<p title=\"a && b < c\">", "<p title=\"a && b < c\"></p>"),
        (
            "<p title='&amp;lt; &quot; &#39;'>",
            "<p title=\"&amp;lt; &quot; '\"></p>",
        ),
        (
            "<svg viewBox='0 0'><use xlink:href=#a></svg>",
            "<svg viewBox=\"0 0\">\n  <use xlink:href=\"#a\"></use>\n</svg>",
        ),
    ] {
        assert_pretty(html, &[printed]);
    }
}

#[test]
fn pages_and_parts() {
    assert_pretty(
        "<!-- c --><!DOCTYPE html><title>T</title>",
        &[
            "<!-- c -->",
            "<!doctype html>",
            "<html>",
            "  <head>",
            "    <title>T</title>",
            "  </head>",
            "  <body></body>",
            "</html>",
        ],
    );
    assert_pretty("<body class=a>x</body>", &[r#"<body class="a">x</body>"#]);
    assert_pretty(
        "<template><td>x</td></template>",
        &["<template>", "  <td>x</td>", "</template>"],
    );
    assert_pretty("text <b>b</b>", &["text␣", "<b>b</b>"]);
    assert_pretty("<b>a</b> <b>b</b>", &["<b>a</b>", "␣", "<b>b</b>"]);
    assert_eq!(pretty(""), "");
}

#[test]
fn nesting_has_no_end() {
    let deep = "<div>".repeat(2_000) + "x";
    assert!(pretty(&deep).contains("<div>x</div>"));
}

/// What a browser shows of a tree: names, attributes, and text with its white space as one space.
fn shape(nodes: impl Iterator<Item = Shape>) -> Vec<Shape> {
    nodes
        .filter(|node| *node != Shape::Text(String::new()))
        .collect()
}

#[derive(Debug, PartialEq)]
enum Shape {
    Text(String),
    Other(String, Vec<Self>),
}

fn of(node: NodeRef<'_>, is_printed: bool) -> Vec<Shape> {
    let nodes = if is_printed {
        layout::children(node)
            .map(|child| match child.value() {
                Node::Text(text) if !layout::is_in_raw(child) => Shape::Text(read(text)),
                _ => other(child, true),
            })
            .collect::<Vec<_>>()
    } else {
        layout::pieces(node)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => Shape::Text(text),
                Piece::Node(node) => other(node, false),
            })
            .collect()
    };
    shape(nodes.into_iter())
}

fn other(node: NodeRef<'_>, is_printed: bool) -> Shape {
    let verbatim = node.value().as_element().is_some_and(layout::is_verbatim);
    if verbatim {
        let inside: Vec<_> = node.children().map(|child| child.value()).collect();
        let text = format!("{inside:?}");
        return Shape::Other(format!("{:?}", node.value()), vec![Shape::Text(text)]);
    }
    Shape::Other(format!("{:?}", node.value()), of(node, is_printed))
}

/// A text without the white space that has a line break in it, which is the printer's.
fn read(text: &str) -> String {
    let spaces = |text: &str| text.chars().take_while(char::is_ascii_whitespace).count();
    let back: String = text.chars().rev().collect();
    let (start, end) = (spaces(text), text.len() - spaces(&back));
    if start == text.len() {
        return if text.contains('\n') {
            String::new()
        } else {
            text.to_owned()
        };
    }
    let before = if text[..start].contains('\n') {
        ""
    } else {
        &text[..start]
    };
    let after = if text[end..].contains('\n') {
        ""
    } else {
        &text[end..]
    };
    [before, &text[start..end], after]
        .concat()
        .replace(SPACE, " ")
}

fn markup() -> impl Strategy<Value = String> {
    let text = prop::sample::select(vec![
        " ",
        "a",
        " a",
        "b ",
        "a  b\n",
        "&lt;",
        "&amp;lt;",
        "&nbsp;",
        "<!--c-->",
        "<br>",
        "<pre>\n a\n</pre>",
        "<script>1 < 2 \n</script>",
    ]);
    let leaf = text.prop_map(ToOwned::to_owned);
    leaf.prop_recursive(5, 40, 4, |inner| {
        let name = prop::sample::select(vec![
            "div",
            "b",
            "span title='a \"b\" & c'",
            "ul",
            "section",
            "button",
            "template",
            "my-card",
        ]);
        (name, prop::collection::vec(inner, 0..4)).prop_map(|(tag, children)| {
            let name = tag.split(' ').next().unwrap_or_default();
            format!("<{tag}>{}</{name}>", children.concat())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Nothing that shows is lost, and nothing is there that was not.
    #[test]
    fn the_printed_form_says_what_was_there(parts in prop::collection::vec(markup(), 0..4)) {
        // Between blocks, so that the ends of the text are those of lines on both sides.
        let html = format!("<main>{}</main>", parts.concat());
        let (before, after) = (Document::fragment(&html), Document::fragment(&pretty(&html)));
        let (before, after) = (before.roots().next(), after.roots().next());
        prop_assert_eq!(before.map(|it| of(it, false)), after.map(|it| of(it, true)), "{}", pretty(&html));
    }

    /// Any text is printed, twice the same.
    #[test]
    fn any_text_is_printed(html in "[<>/!a-c&;\"'= \n\u{0}-]{0,60}|\\PC{0,40}") {
        prop_assert_eq!(pretty(&html), pretty(&html));
    }
}
