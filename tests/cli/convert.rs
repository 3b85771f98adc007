//! `starmark convert`: what it prints compiles, and renders to the tree of what it was given.

use std::path::Path;

use crate::command::{run, run_alone};
use crate::corpus::pages;
use crate::package::Package;
use crate::program::differences;

/// Which element a page's text is the content of, if it is no whole page: what a person would say who looks at it.
fn within(page: &str) -> Option<&'static str> {
    let is_letter = |c: &char| c.is_ascii_alphanumeric();
    let first: String = page
        .trim_start()
        .chars()
        .skip(1)
        .take_while(is_letter)
        .collect();
    let is_page = ["<!doctype", "<html"]
        .iter()
        .any(|it| page.to_lowercase().contains(it));
    match first.to_lowercase().as_str() {
        _ if is_page => None,
        "html" | "head" | "body" => None,
        "tr" => Some("tbody"),
        "td" | "th" => Some("tr"),
        _ => Some("body"),
    }
}

/// Every page, by both front ends, with all white space and without what nobody sees, in one program.
#[test]
fn pages_render_to_their_own_tree() {
    let library = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = pages(library);
    assert!(pages.len() >= 200, "{} pages", pages.len());
    let package = Package {
        name: "starmark-converted",
        library,
        features: &["json"],
        manifest: "",
        is_apart: false,
    };
    let pages: Vec<_> = pages
        .iter()
        .map(|page| (page.as_str(), within(page)))
        .collect();
    let differences = differences(&package, &pages, |folder, arguments| {
        let output = run(folder, arguments, "");
        assert_eq!(output.code, 0, "{}", output.err);
        output.out
    });
    assert!(
        differences.is_empty(),
        "{} pages differ:\n{}",
        differences.len(),
        differences.join("\n\n")
    );
}

#[test]
fn a_card() {
    let html = "<div class=\"card wide\" id=main title='a \"b\"'>\n  <p>One &amp; <b>two</b></p>\n  <br><input disabled data-bind:name>\n</div>\n";
    let output = run_alone(&["convert"], html);
    assert_eq!(
        output.out,
        "html! {\n    .card.wide #main title=r#\"a \"b\"\"# {\n        p { \"One & \" b { \"two\" } }\n        br;\n        input disabled data-bind:name;\n    }\n}\n"
    );
    assert_eq!((output.code, output.err.as_str()), (0, ""));
    let output = run_alone(&["convert", "--builder"], "<p class=a>x<br></p>");
    assert_eq!(
        output.out,
        "render(html::p().class(\"a\").child(\"x\").child(html::br()))\n"
    );
}

#[test]
fn what_no_table_has_is_named_with_its_line() {
    let html = "<p>fine</p>\n<p foo=1 data-on:click__prevnt='x()'></p>\n<center>c</center>";
    let output = run_alone(&["convert", "-"], html);
    let warnings: Vec<&str> = output.err.lines().collect();
    assert_eq!(
        warnings,
        [
            "<stdin>:2: warning: `p` has no attribute `foo` in the tables; it is in quotes, unchecked",
            "<stdin>:2: warning: `data-on` has no modifier `__prevnt`; did you mean `__prevent`? (it is in quotes, unchecked)",
            "<stdin>:3: warning: `center` is no element of HTML that is in use; its tags are markup",
        ]
    );
    assert_eq!(output.code, 0);
}

#[test]
fn white_space_that_shows_stays() {
    let cases = [
        (
            "<b>a</b> <i>b</i>",
            "html! { b { \"a\" } \" \" i { \"b\" } }\n",
        ),
        (
            "<p> a <b> b </b> </p> <p>c</p>",
            "html! {\n    p { \"a \" b { \" b \" } }\n    p { \"c\" }\n}\n",
        ),
        (
            "<ul>\n <li> x </li>\n</ul>",
            "html! {\n    ul {\n        li { \"x\" }\n    }\n}\n",
        ),
        ("<pre> a </pre>", "html! {\n    pre { \" a \" }\n}\n"),
    ];
    for (html, expected) in cases {
        let output = run_alone(&["convert"], html);
        let (found, expected) = (words(&output.out), words(expected));
        assert_eq!(found, expected, "{html}");
    }
}

/// Line breaks are the formatter's.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn a_file_that_is_not_there() {
    let output = run_alone(&["convert", "missing.html"], "");
    assert_eq!((output.code, output.out.as_str()), (2, ""));
    assert!(
        output
            .err
            .starts_with("error: missing.html cannot be read: "),
        "{}",
        output.err
    );
}

#[test]
fn a_name_that_is_no_function() {
    let output = run_alone(&["convert", "--fn", "two words"], "");
    assert_eq!(output.code, 2);
    assert!(
        output.err.contains("that is no name for a function"),
        "{}",
        output.err
    );
}

#[test]
fn elements_that_are_very_deep() {
    // Browsers stop at 512.
    let depth = 500;
    let html = "<div>".repeat(depth);
    let output = run_alone(&["convert", "--builder"], &html);
    assert_eq!((output.code, output.err.as_str()), (0, ""));
    assert_eq!(output.out.matches("html::div()").count(), depth);
}
