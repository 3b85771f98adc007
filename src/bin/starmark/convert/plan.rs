//! What a page becomes, whichever front end writes it: known elements and attributes by name, the rest by the doors that
//! the library has for it.

use starmark_syntax::known::{self, Row};

use super::dom::{self, Element, Node, Reading, Space, Table};
use super::markup::{escaped, markup, start_tag};
use super::names::{self, is_bare, is_quotable};
use super::rules;

/// A piece of the output.
#[derive(Debug)]
pub(crate) enum Item {
    Text(String),
    /// Markup that is written as it is.
    Markup(String),
    Doctype,
    Tag(Tag),
}

/// An element by its name.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) table: Table,
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) content: Content,
    /// Whether it begins a line, for the layout.
    pub(crate) is_block: bool,
}

/// What stands in an element.
#[derive(Debug)]
pub(crate) enum Content {
    Void,
    Items(Vec<Item>),
    /// Code, as it is.
    Code(String),
    /// Code that a literal cannot hold.
    Markup(String),
}

/// An attribute, with its value as the browser has it.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) sort: Sort,
}

/// How the library knows an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// It is there or not.
    Flag,
    /// A row of the tables.
    Known,
    /// An attribute of Datastar, or the application's own `data-*`.
    Data,
    /// On an element that was not declared, whatever can be spelled.
    Free,
    /// In quotes, unchecked.
    Quoted,
}

/// Something that a person should look at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Warning {
    pub(crate) line: u64,
    pub(crate) message: String,
}

/// Decides on all nodes.
pub(crate) struct Planner {
    pub(crate) warnings: Vec<Warning>,
    /// Whether elements with a hyphen can be written without a declaration.
    pub(crate) has_custom_elements: bool,
    pub(crate) space: Space,
}

impl Planner {
    pub(crate) fn items(&mut self, nodes: &[Node], around: Table) -> Vec<Item> {
        let mut items = Vec::new();
        for node in nodes {
            match node {
                Node::Text(text) => items.push(Item::Text(text.clone())),
                Node::Markup(markup) if markup == "<!DOCTYPE html>" => items.push(Item::Doctype),
                Node::Markup(markup) => items.push(Item::Markup(markup.clone())),
                Node::Element(element) => self.element(element, around, &mut items),
            }
        }
        items
    }

    fn element(&mut self, element: &Element, around: Table, items: &mut Vec<Item>) {
        let row = row(element, around);
        let is_custom = row.is_none() && self.is_custom(element, around);
        let is_spelled = element.attributes.iter().all(|(name, _)| is_quotable(name));
        if row.is_none() && !is_custom || !is_spelled {
            return self.markup(element, around, is_spelled, items);
        }
        let attributes = element.attributes.iter();
        let attributes = attributes.map(|(name, value)| self.attribute(element, row, name, value));
        let attributes = attributes.collect();
        let Some(content) = self.content(element, row, around) else {
            items.push(Item::Markup(markup(&[Node::Element(element.clone())])));
            return;
        };
        items.push(Item::Tag(Tag {
            table: element.table,
            name: element.name.clone(),
            attributes,
            content,
            is_block: element.has_own_line,
        }));
    }

    fn is_custom(&self, element: &Element, around: Table) -> bool {
        let is_free =
            element.table == Table::Html && around == Table::Html && element.name.contains('-');
        is_free && self.has_custom_elements && is_bare(&element.name)
    }

    /// An element that has no name in Rust: its tags are markup, what stands between them is not.
    fn markup(
        &mut self,
        element: &Element,
        around: Table,
        is_spelled: bool,
        items: &mut Vec<Item>,
    ) {
        let name = &element.name;
        let message = if !is_spelled {
            format!(
                "an attribute of `{name}` has a name that no template can have; its tags are markup"
            )
        } else if name.contains('-') && element.table == Table::Html {
            format!(
                "`{name}` is a custom element; its tags are markup until `elements!` declares it"
            )
        } else if element.table == Table::Html {
            format!("`{name}` is no element of HTML that is in use; its tags are markup")
        } else {
            format!("`{name}` cannot stand here in a template; its tags are markup")
        };
        self.warn(element.line, message);
        let takes_children =
            !element.is_html(&["noembed", "noframes", "plaintext", "script", "style", "xmp"]);
        if element.is_void() || !takes_children {
            items.push(Item::Markup(markup(&[Node::Element(element.clone())])));
            return;
        }
        items.push(Item::Markup(start_tag(element)));
        items.extend(self.items(&self.children(element), around));
        items.push(Item::Markup(format!("</{name}>")));
    }

    /// What a browser without scripts reads in `noscript` is text to one that runs them.
    fn children(&self, element: &Element) -> Vec<Node> {
        match element.text() {
            Some(text) if element.is_html(&["noscript"]) => {
                let document = dom::read(&text, &Reading::Content("body"));
                dom::nodes(&document, self.space)
            }
            Some(text) if element.is_html(&["iframe"]) && text.contains(['<', '&']) => {
                vec![Node::Markup(text)]
            }
            _ => element.children.clone(),
        }
    }

    /// None if it has to be markup as a whole.
    fn content(&mut self, element: &Element, row: Option<&Row>, around: Table) -> Option<Content> {
        let kind = row.map_or("Parent", Row::kind);
        if kind.starts_with("Void") {
            return Some(Content::Void);
        }
        if kind.starts_with("Raw") {
            return self.code(element);
        }
        let inside = match element.name.as_str() {
            "svg" => Table::Svg,
            "math" => Table::Mathml,
            "foreignObject" | "annotation-xml" => Table::Html,
            _ => around,
        };
        let children = self.children(element);
        Some(Content::Items(self.items(&children, inside)))
    }

    fn code(&mut self, element: &Element) -> Option<Content> {
        let Some(code) = element.text() else {
            self.warn(
                element.line,
                format!("`{}` holds more than code; it is markup", element.name),
            );
            return None;
        };
        let lower = code.to_ascii_lowercase();
        let is_html = element.table == Table::Html;
        let ends_early = ["</script", "</style", "<!--"]
            .iter()
            .any(|end| lower.contains(end));
        Some(match () {
            () if !is_html && code.contains(['<', '&']) => Content::Markup(escaped(&code)),
            () if ends_early => Content::Markup(code),
            () => Content::Code(code),
        })
    }

    fn attribute(
        &mut self,
        element: &Element,
        row: Option<&Row>,
        name: &str,
        value: &str,
    ) -> Attribute {
        let sort = sort(element, row, name, value).unwrap_or_else(|message| {
            self.warn(element.line, message);
            Sort::Quoted
        });
        Attribute {
            name: name.to_owned(),
            value: value.to_owned(),
            sort,
        }
    }

    fn warn(&mut self, line: u64, message: String) {
        if !self
            .warnings
            .iter()
            .any(|warning| warning.message == message)
        {
            self.warnings.push(Warning { line, message });
        }
    }
}

/// The row of an element, if a template would look it up where it stands.
fn row(element: &Element, around: Table) -> Option<&'static Row> {
    let begins = matches!(
        (element.table, element.name.as_str()),
        (Table::Svg, "svg") | (Table::Mathml, "math")
    );
    let row = known::row(element.table.name(), &element.name)?;
    (begins || element.table == around).then_some(row)
}

/// How an attribute is written, or why it is in quotes.
fn sort(element: &Element, row: Option<&Row>, name: &str, value: &str) -> Result<Sort, String> {
    if name.starts_with("data-") {
        rules::data(element, name, value)?;
        return Ok(if names::is_bare_data(name) {
            Sort::Data
        } else {
            Sort::Quoted
        });
    }
    let Some(row) = row else {
        return Ok(if is_bare(name) {
            Sort::Free
        } else {
            Sort::Quoted
        });
    };
    let Some(rule) = known::attribute(element.table.name(), row, name) else {
        return Err(format!(
            "`{}` has no attribute `{name}` in the tables; it is in quotes, unchecked",
            element.name
        ));
    };
    rules::literal(name, rule, value)?;
    Ok(match rule {
        "!" => Sort::Flag,
        _ if is_bare(name) => Sort::Known,
        _ => Sort::Quoted,
    })
}
