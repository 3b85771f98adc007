//! White space that no browser shows: what a page has for those who read its source.
//!
//! Runs of white space are one space to a browser, and none where a block begins or ends
//! (<https://www.w3.org/TR/css-text-3/#white-space-processing>). In a template they would stand between all elements.

use super::dom::{Element, Node, Table};

/// Elements that begin and end lines of their own, or that are not shown.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "base",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "col",
    "colgroup",
    "datalist",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "link",
    "listing",
    "main",
    "map",
    "menu",
    "meta",
    "nav",
    "noframes",
    "noscript",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "pre",
    "rp",
    "rt",
    "ruby",
    "script",
    "search",
    "section",
    "select",
    "selectedcontent",
    "source",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
    "xmp",
    "plaintext",
];

/// Elements in a line whose content has lines of its own.
const BOXES: &[&str] = &[
    "audio", "button", "canvas", "iframe", "object", "picture", "svg", "video",
];

/// Elements in which white space is content.
const PREFORMATTED: &[&str] = &[
    "listing",
    "plaintext",
    "pre",
    "script",
    "style",
    "textarea",
    "xmp",
];

/// Elements of SVG and `MathML` whose text is shown.
const TEXTS: &[&str] = &[
    "a",
    "desc",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "script",
    "style",
    "text",
    "textPath",
    "title",
    "tspan",
    "annotation",
    "annotation-xml",
    "foreignObject",
    "metadata",
];

/// Takes out white space that is not shown.
pub(crate) fn collapse(nodes: Vec<Node>) -> Vec<Node> {
    inside(nodes, true)
}

/// Whether a line begins before and ends behind it.
fn is_block(node: &Node) -> bool {
    match node {
        // Between comments and blocks, nothing is shown.
        Node::Markup(_) => true,
        Node::Text(_) => false,
        Node::Element(element) => element.is_html(BLOCKS),
    }
}

/// Whether it is easier to read on a line of its own, as the shapes of a drawing are.
pub(crate) fn has_own_line(element: &Element) -> bool {
    let is_shape =
        element.table == Table::Svg && !["svg", "a", "tspan"].contains(&element.name.as_str());
    is_shape || element.is_html(BLOCKS) && element.name != "br"
}

fn inside(nodes: Vec<Node>, is_block_inside: bool) -> Vec<Node> {
    let shown: Vec<Option<bool>> = nodes.iter().map(edge).collect();
    let count = nodes.len();
    let mut list = Vec::new();
    for (at, node) in nodes.into_iter().enumerate() {
        match node {
            Node::Text(text) => {
                let before = shown[..at].iter().rev().find_map(|edge| *edge);
                let behind = shown[(at + 1).min(count)..].iter().find_map(|edge| *edge);
                let text = collapsed(
                    &text,
                    before.unwrap_or(is_block_inside),
                    behind.unwrap_or(is_block_inside),
                );
                if !text.is_empty() {
                    list.push(Node::Text(text));
                }
            }
            Node::Element(element) => list.push(Node::Element(within(element))),
            markup @ Node::Markup(_) => list.push(markup),
        }
    }
    list
}

/// Whether a line ends at a node; nothing for a comment, which is not there for those who look at the page.
fn edge(node: &Node) -> Option<bool> {
    match node {
        Node::Markup(_) => None,
        node => Some(is_block(node)),
    }
}

fn within(mut element: Element) -> Element {
    if element.is_html(PREFORMATTED) {
        return element;
    }
    let children = std::mem::take(&mut element.children);
    let shows_text = element.table == Table::Html || TEXTS.contains(&element.name.as_str());
    element.children = if shows_text {
        let is_block = element.is_html(BLOCKS) || element.is_html(BOXES);
        inside(children, is_block)
    } else {
        let has_text =
            |node: &Node| !matches!(node, Node::Text(text) if text.trim_ascii().is_empty());
        inside(children.into_iter().filter(has_text).collect(), false)
    };
    element
}

fn collapsed(text: &str, begins_line: bool, ends_line: bool) -> String {
    let is_space = |c: char| c.is_ascii_whitespace();
    let words: Vec<&str> = text
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    let mut out = words.join(" ");
    if text.starts_with(is_space) && !begins_line {
        out.insert(0, ' ');
    }
    if text.ends_with(is_space) && !ends_line && !words.is_empty() {
        out.push(' ');
    }
    // White space alone between two things of a line.
    if words.is_empty() && (begins_line || ends_line) {
        out.clear();
    }
    out
}
