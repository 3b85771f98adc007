//! Nodes as markup, for what has no name in a template.

use std::fmt::Write as _;

use starmark::testing::layout::RAW;

use super::dom::{Element, Node};

/// A document type, as short as it can be.
pub(crate) fn doctype(name: &str, public: &str, system: &str) -> String {
    let quoted = |text: &str| {
        let mark = if text.contains('"') { '\'' } else { '"' };
        format!("{mark}{text}{mark}")
    };
    match (public, system) {
        ("", "") if name == "html" => "<!DOCTYPE html>".to_owned(),
        ("", "") => format!("<!DOCTYPE {name}>"),
        ("", system) => format!("<!DOCTYPE {name} SYSTEM {}>", quoted(system)),
        (public, "") => format!("<!DOCTYPE {name} PUBLIC {}>", quoted(public)),
        (public, system) => format!(
            "<!DOCTYPE {name} PUBLIC {} {}>",
            quoted(public),
            quoted(system)
        ),
    }
}

/// Nodes as markup. <https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments>
pub(crate) fn markup(nodes: &[Node]) -> String {
    let mut out = String::new();
    write(nodes, false, &mut out);
    out
}

fn write(nodes: &[Node], is_raw: bool, out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) if is_raw => out.push_str(text),
            Node::Text(text) => out.push_str(&escaped(text)),
            Node::Markup(markup) => out.push_str(markup),
            Node::Element(element) => {
                out.push_str(&start_tag(element));
                if element.is_void() {
                    continue;
                }
                write(&element.children, element.is_html(&RAW), out);
                let _ = write!(out, "</{}>", element.name);
            }
        }
    }
}

/// The start tag, and behind it the line feed that a parser would otherwise take from the content.
pub(crate) fn start_tag(element: &Element) -> String {
    let mut tag = format!("<{}", element.name);
    for (name, value) in &element.attributes {
        let _ = write!(tag, " {name}=\"{}\"", escaped(value));
    }
    tag.push('>');
    let drops_line_feed = element.is_html(&["pre", "textarea", "listing"]);
    if drops_line_feed
        && matches!(element.children.first(), Some(Node::Text(text)) if text.starts_with('\n'))
    {
        tag.push('\n');
    }
    tag
}

/// A text as it stands in content and between double quotes.
pub(crate) fn escaped(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\r', "&#13;")
}
