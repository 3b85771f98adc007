//! HTML as a browser reads it: nodes that own what they have.

use html5ever::{LocalName, ns};
use scraper::Node as Value;
use starmark::testing::{Document, layout};

use super::markup;

/// A node of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
    /// A comment, a document type, or whatever else has no name and no children: as it is written.
    Markup(String),
}

/// An element with all that is in it.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) table: Table,
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// Whether it is easier to read on a line of its own.
    pub(crate) has_own_line: bool,
    /// Where it begins, counted from 1.
    pub(crate) line: u64,
}

/// Lines are for messages and looks alone, and browsers do not mind the order of attributes.
impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        let sorted = |element: &Self| {
            let mut attributes = element.attributes.clone();
            attributes.sort();
            attributes
        };
        (self.table, &self.name, &self.children) == (other.table, &other.name, &other.children)
            && sorted(self) == sorted(other)
    }
}

impl Eq for Element {}

/// The namespace of an element, by the table of the library that has its elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    Html,
    Svg,
    Mathml,
}

impl Table {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Mathml => "mathml",
        }
    }
}

impl Element {
    pub(crate) fn is_html(&self, names: &[&str]) -> bool {
        self.table == Table::Html && names.contains(&self.name.as_str())
    }

    pub(crate) fn is_void(&self) -> bool {
        self.is_html(&layout::VOIDS)
    }

    /// The text of the children, if that is all that they are.
    pub(crate) fn text(&self) -> Option<String> {
        let text = |node: &Node| match node {
            Node::Text(text) => Some(text.clone()),
            _ => None,
        };
        self.children.iter().map(text).collect()
    }
}

/// How a text is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reading {
    /// With everything that a page has, whether it is written or not.
    Page,
    /// As the content of an element of this name.
    Content(&'static str),
}

impl Reading {
    /// A text that begins like a page is one; rows and cells of tables are read where they can stand.
    pub(crate) fn of(html: &str) -> Self {
        match Document::first_tag(html).as_str() {
            "!doctype" | "html" | "head" | "body" => Self::Page,
            "caption" | "colgroup" | "tbody" | "tfoot" | "thead" => Self::Content("table"),
            "col" => Self::Content("colgroup"),
            "tr" => Self::Content("tbody"),
            "td" | "th" => Self::Content("tr"),
            _ => Self::Content("body"),
        }
    }
}

/// What is read of white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    /// All that there is.
    All,
    /// What a browser shows.
    Shown,
}

/// Reads a text as a browser does.
pub(crate) fn read(html: &str, reading: &Reading) -> Document {
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    match reading {
        Reading::Page => Document::page(html),
        Reading::Content(element) => Document::fragment_in(html, LocalName::from(*element)),
    }
}

/// All nodes, by a stack instead of calls: a page may be deeper than any of those.
pub(crate) fn nodes(document: &Document, space: Space) -> Vec<Node> {
    let root = document.tree().tree.root();
    // A fragment stands in an `html` element of its own.
    let inner = root.first_child().filter(|_| root.value().is_fragment());
    let is_all = space == Space::All;
    let children = inner.unwrap_or(root).children().rev();
    let mut stack: Vec<_> = children.map(|node| (node, 0, is_all)).collect();
    let mut open: Vec<(Option<Element>, Vec<Node>)> = vec![(None, Vec::new())];
    while let Some((node, depth, is_verbatim)) = stack.pop() {
        close(&mut open, depth + 1);
        let siblings = &mut open[depth].1;
        match node.value() {
            Value::Element(element) => {
                let is_verbatim = is_verbatim || layout::is_verbatim(element);
                let element = named(element, document.line(node.id()));
                open.push((Some(element), Vec::new()));
                let content = layout::children(node).map(|child| (child, depth + 1, is_verbatim));
                let mut content: Vec<_> = content.collect();
                content.reverse();
                stack.extend(content);
            }
            Value::Text(text) if is_verbatim => siblings.push(Node::Text(text.to_string())),
            Value::Text(_) => siblings.extend(layout::text(node).map(Node::Text)),
            Value::Comment(comment) => {
                siblings.push(Node::Markup(format!("<!--{}-->", &**comment)));
            }
            Value::Doctype(doctype) => {
                siblings.push(Node::Markup(markup::doctype(
                    doctype.name(),
                    doctype.public_id(),
                    doctype.system_id(),
                )));
            }
            Value::ProcessingInstruction(instruction) => {
                siblings.push(Node::Markup(format!(
                    "<?{} {}?>",
                    instruction.target, instruction.data
                )));
            }
            Value::Document | Value::Fragment => {}
        }
    }
    close(&mut open, 1);
    open.pop().map(|(_, nodes)| nodes).unwrap_or_default()
}

/// Puts elements into those that they stand in, down to a depth.
fn close(open: &mut Vec<(Option<Element>, Vec<Node>)>, depth: usize) {
    while open.len() > depth {
        if let Some((Some(mut element), children)) = open.pop()
            && let Some((_, siblings)) = open.last_mut()
        {
            element.children = children;
            siblings.push(Node::Element(element));
        }
    }
}

fn named(element: &scraper::node::Element, line: u64) -> Element {
    let attributes = element.attrs.iter().map(|(name, value)| {
        let name = match name.prefix.as_deref().filter(|prefix| !prefix.is_empty()) {
            Some(prefix) => format!("{prefix}:{}", name.local),
            None => name.local.to_string(),
        };
        (name, value.to_string())
    });
    Element {
        table: match element.name.ns {
            ns!(svg) => Table::Svg,
            ns!(mathml) => Table::Mathml,
            _ => Table::Html,
        },
        name: element.name.local.to_string(),
        attributes: attributes.collect(),
        children: Vec::new(),
        has_own_line: &*element.name.local != "br"
            && (layout::is_block(element) || layout::is_hidden(element)),
        line,
    }
}
