//! Which white space of a page shows, by the boxes that browsers give to elements.
//! <https://html.spec.whatwg.org/multipage/rendering.html>,
//! <https://drafts.csswg.org/css-text-4/#white-space-processing>

use html5ever::ns;
use scraper::Node;
use scraper::node::Element;

use super::document::NodeRef;

/// What is in an element, one after the other.
pub(super) enum Piece<'a> {
    /// Text whose white space is what shows: one space at most, between words and at the ends.
    Text(String),
    /// Anything else.
    Node(NodeRef<'a>),
}

/// The children of an element without the white space that does not show.
pub(super) fn pieces(node: NodeRef<'_>) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for child in children(node) {
        match child.value() {
            Node::Text(_) => pieces.extend(text(child).map(Piece::Text)),
            _ => pieces.push(Piece::Node(child)),
        }
    }
    pieces
}

/// Whether a text is read without character references.
pub(super) fn is_in_raw(node: NodeRef<'_>) -> bool {
    let parent = node.parent().and_then(|parent| parent.value().as_element());
    parent.is_some_and(is_raw)
}

/// Whether an element is text with elements in it, of which none begins a line of its own.
pub(super) fn is_phrase(node: NodeRef<'_>) -> bool {
    node.descendants().skip(1).all(|node| match node.value() {
        Node::Element(element) => !is_block(element) && !is_verbatim(element),
        Node::Text(_) => true,
        _ => false,
    })
}

/// The children of a node; those of a template are in a node of their own.
pub fn children(node: NodeRef<'_>) -> impl Iterator<Item = NodeRef<'_>> {
    let first = node.first_child();
    let contents = first.filter(|child| child.value().is_fragment());
    contents.unwrap_or(node).children()
}

/// What shows of a text, if none around it is verbatim; nothing for other nodes.
pub fn text(node: NodeRef<'_>) -> Option<String> {
    let whole: &str = node.value().as_text()?;
    let is_space = |c: char| c.is_ascii_whitespace();
    let words: Vec<_> = whole
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    let holds_words = node.parent().is_none_or(|parent| !is_structure(parent));
    if words.is_empty() && !holds_words {
        return None;
    }
    let before = whole.starts_with(is_space) && shows_beside(node, Side::Before);
    let after = whole.ends_with(is_space) && shows_beside(node, Side::After);
    if words.is_empty() {
        return (before && after).then(|| " ".to_owned());
    }
    let space = |shows| if shows { " " } else { "" };
    Some([space(before), &words.join(" "), space(after)].concat())
}

#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// Whether white space at this end of a text has something beside it on its line.
fn shows_beside(node: NodeRef<'_>, side: Side) -> bool {
    let mut node = node;
    loop {
        let beside = match side {
            Side::Before => node.prev_sibling(),
            Side::After => node.next_sibling(),
        };
        let Some(it) = beside else {
            let parent = node.parent().and_then(|parent| parent.value().as_element());
            return parent.is_some_and(|parent| !is_block_inside(parent));
        };
        match it.value() {
            Node::Element(element) if !is_hidden(element) => return !is_block(element),
            Node::Text(text)
                if !text
                    .trim_matches(|c: char| c.is_ascii_whitespace())
                    .is_empty() =>
            {
                return true;
            }
            _ => node = it,
        }
    }
}

fn is_html(element: &Element) -> bool {
    element.name.ns == ns!(html)
}

/// Whether an element begins a line of its own.
pub fn is_block(element: &Element) -> bool {
    if is_html(element) {
        return BLOCKS.contains(&element.name());
    }
    let name = element.name();
    !matches!(name, "svg" | "math" | "a" | "text" | "tspan" | "textPath")
}

/// Whether white space at the ends of an element shows nowhere.
fn is_block_inside(element: &Element) -> bool {
    let is_token = matches!(element.name(), "mi" | "mn" | "mo" | "ms" | "mtext");
    is_block(element) && !is_token
        || is_html(element) && BOXES.contains(&element.name())
        || matches!(element.name(), "svg" | "math" | "text")
}

/// Whether an element takes no place on the screen.
pub fn is_hidden(element: &Element) -> bool {
    let name = element.name();
    is_html(element)
        && matches!(
            name,
            "link" | "meta" | "script" | "style" | "template" | "title"
        )
}

/// Whether an element has elements in it, and white space between them is for those who write it.
fn is_structure(node: NodeRef<'_>) -> bool {
    // What holds the nodes of a fragment has this name, too.
    let is_page = || node.parent().is_some_and(|it| it.value().is_document());
    match node.value() {
        Node::Element(element) if element.name() == "html" => is_page(),
        Node::Element(element) if is_html(element) => STRUCTURES.contains(&element.name()),
        Node::Element(element) => !matches!(
            element.name(),
            "a" | "foreignObject" | "text" | "textPath" | "tspan"
        ),
        _ => false,
    }
}

/// Whether the white space in an element is what it is.
pub fn is_verbatim(element: &Element) -> bool {
    let is_code = matches!(element.name(), "script" | "style");
    is_raw(element)
        || is_code
        || is_html(element) && matches!(element.name(), "listing" | "pre" | "textarea")
}

/// Whether the text in an element is read without character references, by a browser that runs scripts.
fn is_raw(element: &Element) -> bool {
    is_html(element) && RAW.contains(&element.name())
}

/// Whether an element never has an end tag.
pub(super) fn is_void(element: &Element) -> bool {
    is_html(element) && VOIDS.contains(&element.name())
}

/// Elements that the parser ends with their start tag, obsolete ones included.
/// <https://html.spec.whatwg.org/multipage/syntax.html#void-elements>
pub const VOIDS: [&str; 18] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];

/// Elements whose text the parser takes as it is.
/// <https://html.spec.whatwg.org/multipage/syntax.html#raw-text-elements>
pub const RAW: [&str; 8] = [
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "script",
    "style",
    "xmp",
];

const BLOCKS: [&str; 63] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "col",
    "colgroup",
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
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "source",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
    "xmp",
    "noframes",
];

const BOXES: [&str; 11] = [
    "audio", "button", "canvas", "marquee", "meter", "object", "progress", "select", "template",
    "textarea", "video",
];

const STRUCTURES: [&str; 20] = [
    "audio", "colgroup", "datalist", "dir", "dl", "frameset", "head", "html", "menu", "ol",
    "optgroup", "picture", "select", "table", "tbody", "tfoot", "thead", "tr", "ul", "video",
];
