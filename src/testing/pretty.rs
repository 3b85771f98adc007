//! Markup with each element on a line of its own, so that a difference shows where it is.
//!
//! A line break of the printed form is never white space of the markup: where white space between two nodes shows in a
//! browser, a `␣` stands for it. What shows follows the box of each element in the
//! [style sheet of browsers](https://html.spec.whatwg.org/multipage/rendering.html), as [`layout`](super::layout) has it.

use ego_tree::iter::Edge;
use scraper::Node;
use scraper::node::Element;

use super::document::{Document, NodeRef};
use super::layout::{self, Piece};

/// What a line is long at most, if it can be broken.
const WIDTH: usize = 100;
/// How far lines are moved to the right at most; what is deeper stands on one line.
const DEPTH: usize = 64;
/// White space that shows.
pub(super) const SPACE: char = '␣';

/// Markup with each element on a line of its own.
///
/// ```
/// use starmark::testing::pretty;
///
/// assert_eq!(
///     pretty("<ul class=x><li>One <b>bold</b> word</li><li><i>a</i> <i>b</i></li></ul>"),
///     "<ul class=\"x\">\n  <li>One <b>bold</b> word</li>\n  <li>\n    <i>a</i>\n    ␣\n    <i>b</i>\n  </li>\n</ul>\n",
/// );
/// ```
///
/// It reads any text, a whole page or a part of one, as a browser does, and prints what was read:
///
/// * Line breaks and indentation are the printer's. Where white space between nodes shows in a browser, there is a `␣`;
///   several are one, as they are on the screen. Text with elements in it stays on a line that is long enough for it.
/// * `pre`, `textarea`, `script`, `style` are printed to the letter.
/// * A tag of more than 100 columns has each of its attributes on a line. Values are printed as they are, in the quotes
///   that they do not hold: only what would be read as something else is escaped.
pub fn pretty(html: &str) -> String {
    pretty_document(&Document::read(html))
}

/// A document that was read before, or changed since.
pub(super) fn pretty_document(document: &Document) -> String {
    let mut out = String::new();
    for node in document.roots() {
        write_node(node, 0, &mut out);
    }
    out
}

fn write_node(node: NodeRef<'_>, depth: usize, out: &mut String) {
    match node.value() {
        Node::Element(element) => write_element(node, element, depth, out),
        Node::Text(_) => {
            if let Some(text) = layout::text(node) {
                write_line(&visible(&text), depth, out);
            }
        }
        _ => write_line(&flat(node), depth, out),
    }
}

fn write_element(node: NodeRef<'_>, element: &Element, depth: usize, out: &mut String) {
    let tag = tag(element);
    let is_long = 2 * depth + tag.chars().count() > WIDTH && element.attrs.len() > 1;
    let close = close(element);
    let open = if is_long {
        long_tag(element, depth)
    } else {
        tag
    };
    let pieces = layout::pieces(node);
    if pieces.is_empty() || layout::is_verbatim(element) || depth > DEPTH {
        let line = [&open, line_feed(node, element), &flat_inside(node), &close].concat();
        return write_line(&line, depth, out);
    }
    if let Some(line) = one_line(node, &open, &close, &pieces, 2 * depth).filter(|_| !is_long) {
        return write_line(&line, depth, out);
    }
    write_line(&open, depth, out);
    for piece in pieces {
        match piece {
            Piece::Text(text) => write_line(&visible(&text), depth + 1, out),
            Piece::Node(node) => write_node(node, depth + 1, out),
        }
    }
    write_line(&close, depth, out);
}

fn write_line(line: &str, depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n("  ", depth.min(DEPTH + 1)));
    out.push_str(line);
    out.push('\n');
}

/// The element on one line, if it is text, or text with elements in it, and short enough.
fn one_line(
    node: NodeRef<'_>,
    open: &str,
    close: &str,
    pieces: &[Piece<'_>],
    indent: usize,
) -> Option<String> {
    let is_text = |piece: &Piece<'_>| matches!(piece, Piece::Text(text) if !text.trim().is_empty());
    if let [Piece::Text(text)] = pieces {
        return Some([open, &escaped(text), close].concat());
    }
    if !pieces.iter().any(is_text) || !layout::is_phrase(node) {
        return None;
    }
    let line = [open, &flat_inside(node), close].concat();
    (indent + line.chars().count() <= WIDTH).then_some(line)
}

/// Text on a line of its own, with the white space around it to be seen.
fn visible(text: &str) -> String {
    let text = escaped(text);
    let inside = text.trim_matches(' ');
    let space = |is_there| if is_there { "␣" } else { "" };
    if inside.is_empty() {
        return space(true).to_owned();
    }
    let (before, after) = (text.starts_with(' '), text.ends_with(' '));
    [space(before), inside, space(after)].concat()
}

/// Everything in a node, without a line break of the printer's.
fn flat_inside(node: NodeRef<'_>) -> String {
    node.children().map(flat).collect()
}

/// A node without a line break of the printer's: an iteration, because markup can be nested without end.
pub(super) fn flat(node: NodeRef<'_>) -> String {
    let mut out = String::new();
    let is_verbatim =
        |node: &NodeRef<'_>| node.value().as_element().is_some_and(layout::is_verbatim);
    let mut verbatim = node.ancestors().filter(is_verbatim).count();
    for edge in node.traverse() {
        match edge {
            Edge::Open(node) => {
                write_open(node, verbatim > 0, &mut out);
                verbatim += usize::from(is_verbatim(&node));
            }
            Edge::Close(node) => {
                verbatim -= usize::from(is_verbatim(&node));
                out.extend(node.value().as_element().map(close));
            }
        }
    }
    out
}

/// A node up to what is in it.
fn write_open(node: NodeRef<'_>, is_verbatim: bool, out: &mut String) {
    match node.value() {
        Node::Element(element) => out.extend([&tag(element), line_feed(node, element)]),
        Node::Text(_) if !is_verbatim => out.extend(layout::text(node).as_deref().map(escaped)),
        Node::Text(text) if layout::is_in_raw(node) => out.push_str(text),
        Node::Text(text) => out.push_str(&escaped(text)),
        Node::Comment(comment) => out.extend(["<!--", comment, "-->"]),
        Node::ProcessingInstruction(it) => out.extend(["<?", &it.target, " ", it, ">"]),
        Node::Doctype(doctype) => out.push_str(&doctype_line(doctype)),
        Node::Document | Node::Fragment => {}
    }
}

/// The line feed that a browser takes away from the beginning of some elements.
fn line_feed(node: NodeRef<'_>, element: &Element) -> &'static str {
    let first = node.first_child().and_then(|child| child.value().as_text());
    let takes = matches!(element.name(), "pre" | "textarea" | "listing");
    let begins = first.is_some_and(|text| text.starts_with('\n'));
    if takes && begins { "\n" } else { "" }
}

fn doctype_line(doctype: &scraper::node::Doctype) -> String {
    let (name, public, system) = (doctype.name(), doctype.public_id(), doctype.system_id());
    match (public, system) {
        ("", "") => format!("<!doctype {name}>"),
        ("", system) => format!("<!doctype {name} SYSTEM \"{system}\">"),
        (public, system) => format!("<!doctype {name} PUBLIC \"{public}\" \"{system}\">"),
    }
}

fn tag(element: &Element) -> String {
    let attributes = attributes(element).map(|attribute| [" ", &attribute].concat());
    ["<", element.name(), &attributes.collect::<String>(), ">"].concat()
}

fn long_tag(element: &Element, depth: usize) -> String {
    let indent = "  ".repeat(depth.min(DEPTH + 1));
    let attributes = attributes(element).map(|it| ["\n  ", &indent, &it].concat());
    let attributes: String = attributes.collect();
    ["<", element.name(), &attributes, "\n", &indent, ">"].concat()
}

fn close(element: &Element) -> String {
    if layout::is_void(element) {
        return String::new();
    }
    ["</", element.name(), ">"].concat()
}

fn attributes(element: &Element) -> impl Iterator<Item = String> {
    element.attrs.iter().map(|(name, value)| {
        let name = match &name.prefix {
            Some(prefix) => format!("{prefix}:{}", name.local),
            None => name.local.to_string(),
        };
        if value.is_empty() {
            return name;
        }
        let value = ampersands(value).replace('\r', "&#13;");
        if value.contains('"') && !value.contains('\'') {
            return format!("{name}='{value}'");
        }
        format!("{name}=\"{}\"", value.replace('"', "&quot;"))
    })
}

/// Text of an element.
pub(super) fn escaped(text: &str) -> String {
    let text = ampersands(text).replace('<', "&lt;");
    let text = text.replace(SPACE, "&#x2423;").replace('\r', "&#13;");
    text.replace('\u{a0}', "&nbsp;")
}

/// Ampersands that begin a character reference are written as one; the others stay, for the eye.
/// <https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>
fn ampersands(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.split('&');
    out.extend(rest.next());
    for part in rest {
        let begins = part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#');
        out.push_str(if begins { "&amp;" } else { "&" });
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests;
