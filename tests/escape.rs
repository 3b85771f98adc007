//! Whatever the text, the parser of HTML gives it back, and nothing else.
//!
//! Hostile strings go through templates and builders, the result goes through html5ever, and the whole tree is
//! compared, so that an element, an attribute or a text node too many shows.

#[path = "support/dom.rs"]
mod dom;

use html_escape::encode_double_quoted_attribute;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use starmark::html::Global as _;
use starmark::value::{Attribute, Text};
use starmark::{Attributes, JsonScript, Markup, html, render, svg};
use url::Url;

use dom::tree;

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// What the parser, the scanner of attributes or a browser's address bar acts on.
const ACTIVE: &[&str] = &[
    "<",
    ">",
    "&",
    "\"",
    "'",
    "`",
    "=",
    "/",
    "!",
    "--",
    " ",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{c}",
    "\u{1}",
    "\u{7f}",
    "\u{80}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ffff}",
    "\u{10ffff}",
    "&amp;",
    "&lt",
    "&#60;",
    "&#13;",
    "&#0;",
    "&#x3c;",
    "&notit;",
    "&amp;lt;",
    "<!--",
    "-->",
    "--!>",
    "<!doctype html>",
    "<![CDATA[",
    "]]>",
    "<?x ?>",
    "<b>",
    "</b>",
    "</div>",
    "</p>",
    "</pre>",
    "</textarea>",
    "</title>",
    "</script>",
    "<script>",
    "</style>",
    "</svg>",
    "</template>",
    "</iframe>",
    "<br/>",
    "<img src=x onerror=pwn()>",
    "\" onclick=\"pwn()",
    "' onclick='pwn()",
    "\"><script>pwn()</script>",
    "<table><tr>",
    "<svg><p>",
    "<math><mi>",
    "<plaintext>",
    "<select>",
    "<frameset>",
    "</body>",
    "</html>",
];

/// Elements in which the parser reads text in different ways.
const TAGS: &[&str] = &["div", "pre", "textarea", "title", "li", "button"];

/// What addresses are made of.
const ADDRESS: &[&str] = &[
    "javascript",
    "JavaScript",
    "java",
    "script",
    "vbscript",
    "data",
    "blob",
    "about",
    "file",
    "view-source",
    "filesystem",
    "feed",
    "http",
    "https",
    "mailto",
    "tel",
    "sms",
    "ftp",
    "ws",
    "x",
    ":",
    "://",
    "//",
    "/",
    "\\",
    "#",
    "?",
    "@",
    ".",
    "..",
    "+",
    "-",
    "%3a",
    "%0a",
    "&#58;",
    "&colon;",
    "&Tab;",
    "\t",
    "\n",
    "\r",
    " ",
    "\0",
    "\u{1}",
    "\u{1f}",
    "\u{a0}",
    "\u{3000}",
    "\u{ff1a}",
    "\u{212a}",
    "\u{17f}",
    "text/html,",
    "image/png,",
    "image/svg+xml,",
    "image/png;base64,",
    "pwn(1)",
    "<script>",
    "host",
    "1",
];

fn text() -> impl Strategy<Value = String> {
    pieces(ACTIVE)
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![4 => pieces(ADDRESS), 1 => text()]
}

fn pieces(active: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(active).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,20}",
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((text(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// What the parser can give back: U+0000 is no character of a document.
fn kept(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The printed tree of one element.
fn element(namespace: &str, tag: &str, attributes: &[(&str, &str)], text: &str) -> String {
    use std::fmt::Write as _;
    let mut tree = format!("<{namespace}:{tag}");
    for (name, value) in attributes {
        let _ = write!(tree, " {name}={:?}", kept(value));
    }
    tree.push('\n');
    if !text.is_empty() {
        let _ = writeln!(tree, " {:?}", kept(text));
    }
    tree
}

fn parses_to(markup: &Markup, expected: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(tree(markup.as_str()), expected, "{}", markup.as_str());
    Ok(())
}

/// The text as the only content of the chosen element: in one piece, in two, and character by character.
macro_rules! content {
    ($text:ident, $chosen:ident: $($tag:ident)*) => {$(if $chosen == stringify!($tag) {
        let expected = element(HTML, stringify!($tag), &[], &$text);
        let (before, after) = halves(&$text);
        for markup in [
            html! { $tag { ($text) } },
            html! { $tag { (before) (after) } },
            html! { $tag { @for char in $text.chars() { (char) } } },
            html! { $tag { (format_args!("{before}{after}")) } },
            render(html::$tag().child(&$text)),
            render(html::$tag().child(before).child(after)),
            render(html::$tag().children($text.chars())),
        ] {
            parses_to(&markup, &expected)?;
        }
    })*};
}

/// The text in two.
fn halves(text: &str) -> (&str, &str) {
    let middle = text.len() / 2;
    let boundary = (middle..=text.len()).find(|&at| text.is_char_boundary(at));
    text.split_at(boundary.unwrap_or_default())
}

/// Where a browser goes, on a page of its own.
fn destination(address: &str) -> Option<Url> {
    let base =
        Url::parse("https://page.example/directory/page?query#fragment").expect("an address");
    base.join(address).ok()
}

/// The schemes that the documentation of `Url` promises.
fn is_harmless(url: &Url) -> bool {
    let is_image = ["png", "jpeg", "gif", "webp", "avif"]
        .iter()
        .any(|subtype| {
            let rest = url.path().strip_prefix(&format!("image/{subtype}"));
            rest.is_some_and(|rest| rest.starts_with([';', ',']))
        });
    match url.scheme() {
        "http" | "https" | "mailto" | "tel" | "sms" => true,
        "data" => is_image,
        "about" => url.as_str() == "about:invalid",
        _ => false,
    }
}

/// A link goes to the address, or nowhere if the address could run a script.
fn links_to(markup: &Markup, address: &str) -> Result<(), TestCaseError> {
    let (kept, blocked) = (
        element(HTML, "a", &[("href", address)], ""),
        element(HTML, "a", &[("href", "about:invalid")], ""),
    );
    let tree = tree(markup.as_str());
    let written = if tree == blocked {
        "about:invalid"
    } else {
        address
    };
    prop_assert!(tree == kept || tree == blocked, "{}", tree);
    // An address that is no URL at all goes nowhere.
    if let Some(url) = destination(&self::kept(written)) {
        prop_assert!(is_harmless(&url), "{:?} goes to {}", written, url);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn content_is_one_text_node(text in text(), tag in select(TAGS)) {
        content!(text, tag: div pre textarea title li button);
    }

    #[test]
    fn content_of_drawings_is_one_text_node(text in text()) {
        let inner = element(SVG, "text", &[], &text);
        let inner = inner.trim_end().replace('\n', "\n ");
        let expected = format!("<{SVG}:svg\n {inner}\n");
        parses_to(&html! { svg { text { (text) } } }, &expected)?;
        parses_to(&render(svg::svg().child(svg::text().child(&text))), &expected)?;
    }

    #[test]
    fn a_value_is_itself(text in text()) {
        let expected = element(HTML, "div", &[("title", &text)], "");
        parses_to(&html! { div title=(text) {} }, &expected)?;
        parses_to(&html! { div title={ (text) } {} }, &expected)?;
        parses_to(&html! { div title=[Some(&text)] {} }, &expected)?;
        parses_to(&html! { div title=(format_args!("{text}")) {} }, &expected)?;
        parses_to(&html! { div (..Attributes::new().set(html::div::title, &text)) {} }, &expected)?;
        parses_to(&render(html::div().title(&text)), &expected)?;
        parses_to(&render(html::div().attributes(&Attributes::new().set(html::div::title, &text))), &expected)?;
    }

    #[test]
    fn many_values_stay_apart(text in text()) {
        let expected = element(HTML, "div", &[("class", &text), ("id", &text), ("data-x", &text), ("aria-label", &text)], &text);
        parses_to(&html! { div class=(text) id=(text) data-x=(text) aria-label=(text) { (text) } }, &expected)?;
        let list = Attributes::new().set(html::div::id, &text);
        // Attributes find their way into the start tag also after the content.
        let late = html::div().child(&text).class([&text]).attributes(&list);
        let late = late.set(Attribute::<Text>::new("data-x"), &text).aria_label(&text);
        parses_to(&render(late), &expected)?;
    }

    #[test]
    fn a_document_in_a_value_is_a_document(text in text()) {
        let document = html! { p title=(text) { (text) } };
        let expected = element(HTML, "iframe", &[("srcdoc", document.as_str())], "");
        parses_to(&html! { iframe srcdoc=(document) {} }, &expected)?;
        parses_to(&render(html::iframe().srcdoc(&document)), &expected)?;
        parses_to(&document, &element(HTML, "p", &[("title", &text)], &text))?;
    }

    #[test]
    fn an_island_is_its_value(value in json()) {
        let by_macro = html! { script type="application/json" { (JsonScript(&value)) } };
        let by_builder = render(html::script().type_("application/json").code(JsonScript(&value)));
        prop_assert_eq!(by_macro.as_str(), by_builder.as_str());
        let code = by_macro.as_str().strip_prefix("<script type=\"application/json\">");
        let code = code.and_then(|code| code.strip_suffix("</script>")).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Value>(code).ok(), Some(value));
        parses_to(&by_macro, &element(HTML, "script", &[("type", "application/json")], code))?;
        prop_assert!(!code.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{}", code);
    }

    #[test]
    fn no_link_runs_a_script(address in address()) {
        let (before, after) = halves(&address);
        let list = Attributes::new().set(html::a::href, &address);
        for markup in [
            html! { a href=(address) {} },
            html! { a href={ (before) (after) } {} },
            html! { a href=[Some(&address)] {} },
            html! { a "href"=(address) {} },
            html! { a (..list) {} },
            html! { a href=(format_args!("{address}")) {} },
            render(html::a().href(&address)),
        ] {
            links_to(&markup, &address)?;
        }
        links_to(&html! { a href={ "java" (address) } {} }, &format!("java{address}"))?;
        links_to(&html! { a href={ "/tickets/" (address) } {} }, &format!("/tickets/{address}"))?;
    }

    /// The tables differ in the carriage return and the NUL, which `html_escape` leaves to the parser.
    #[test]
    fn the_escaper_is_that_of_others(text in text()) {
        let text = text.replace(['\r', '\0'], "");
        let rendered = render(&text).into_string();
        prop_assert_eq!(rendered.as_str(), encode_double_quoted_attribute(&text));
        prop_assert_eq!(html_escape::decode_html_entities(&rendered), text);
    }
}

#[test]
fn addresses_that_are_fine_are_kept() {
    for address in [
        "/x?a=1&b=2",
        "https://a/?q=javascript:1",
        "mailto:a@b",
        "#a:b",
        "data:image/png;base64,AA",
    ] {
        let expected = element(HTML, "a", &[("href", address)], "");
        assert_eq!(tree(html! { a href=(address) {} }.as_str()), expected);
    }
}
