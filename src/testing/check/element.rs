//! The elements of a page that the client visits, with their attributes as Datastar reads them.

use std::collections::HashSet;

use html5ever::ns;
use scraper::ElementRef;
use starmark_syntax::name::Parts;
use starmark_syntax::script::{self, Script};

use super::finding::Spot;
use super::request::Request;
use super::tag;
use crate::data::{ALIAS, Row, Tags};
use crate::testing::Document;
use crate::value::Literal;

/// An element.
#[derive(Debug)]
pub(super) struct Element<'d> {
    pub(super) node: ElementRef<'d>,
    pub(super) name: &'d str,
    /// Whether it is one of HTML, and not of a drawing or a formula.
    pub(super) is_html: bool,
    pub(super) spot: Spot,
    pub(super) attributes: Vec<Attribute<'d>>,
    /// Whether the parts of a page are its parent: it stands at the top of a fragment.
    pub(super) is_root: bool,
    /// Names that are here twice; the parser drops the second.
    pub(super) dropped: Vec<(Spot, &'d str)>,
    /// Names that a slash cuts in two.
    pub(super) cut: Vec<(Spot, &'d str)>,
}

/// An attribute.
#[derive(Debug)]
pub(super) struct Attribute<'d> {
    /// The name in small letters, as the browser has it.
    pub(super) name: &'d str,
    /// The same as it is written.
    pub(super) written: &'d str,
    pub(super) value: &'d str,
    pub(super) spot: Spot,
    pub(super) data: Option<Data<'d>>,
}

/// What Datastar reads in an attribute.
#[derive(Debug)]
pub(super) struct Data<'d> {
    pub(super) parts: Parts<'d>,
    /// What is known of the plugin.
    pub(super) row: Option<Row>,
    /// The code, if the value is some.
    pub(super) script: Option<Script>,
}

/// All elements that the client visits, in their order: not those in templates and in what it is told to ignore.
pub(super) fn elements(document: &Document) -> Vec<Element<'_>> {
    let mut elements = Vec::new();
    let mut open: Vec<_> = document.tree.tree.root().children().collect();
    open.reverse();
    while let Some(node) = open.pop() {
        // The root of a fragment is the parser's.
        let is_added = document.is_part() && node.parent().is_some_and(|it| it.parent().is_none());
        let mut goes_on = true;
        if let Some(node) = ElementRef::wrap(node).filter(|_| !is_added) {
            let element = Element::new(node, document);
            goes_on = element.is_entered();
            elements.push(element);
        }
        if goes_on {
            let first = open.len();
            open.extend(node.children());
            open[first..].reverse();
        }
    }
    elements
}

impl<'d> Element<'d> {
    fn new(node: ElementRef<'d>, document: &'d Document) -> Self {
        let of = node.value();
        let (start, tag) = document.tag(node.id());
        let written = tag::names(tag);
        let spot = |at: usize| Spot::at(start + at, document);
        let ignored = of.attrs().any(|(name, _)| is_ignore(name));
        let visited = of
            .attrs()
            .filter(|(name, _)| !ignored || is_ignore(name) || behind_prefix(name).is_none());
        let attributes = visited.map(|(name, value)| {
            let found = written.iter().find(|(_, it)| it.eq_ignore_ascii_case(name));
            let (at, written) = found.copied().unwrap_or((0, name));
            Attribute::new(name, written, value, spot(at))
        });
        let mut seen = HashSet::new();
        let dropped = written
            .iter()
            .filter(|(_, name)| !seen.insert(name.to_ascii_lowercase()));
        Self {
            node,
            name: of.name(),
            is_html: of.name.ns == ns!(html),
            spot: Spot::of(node.id(), document),
            attributes: attributes.collect(),
            is_root: is_root(node),
            cut: tag::cut(tag).map(|(at, name)| (spot(at), name)).collect(),
            dropped: dropped.map(|(at, name)| (spot(*at), *name)).collect(),
        }
    }

    /// Whether the client looks at what is inside of it.
    fn is_entered(&self) -> bool {
        let mut names = self.attributes.iter().map(|attribute| attribute.name);
        self.name != "template" && !names.any(|name| behind_prefix(name) == Some("ignore"))
    }

    /// The value of a plain attribute.
    pub(super) fn get(&self, name: &str) -> Option<&'d str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|attribute| attribute.name == name);
        found.map(|attribute| attribute.value)
    }

    /// The attributes of one of Datastar's plugins.
    pub(super) fn all(&self, plugin: &str) -> impl Iterator<Item = (&Attribute<'d>, &Data<'d>)> {
        self.data()
            .filter(move |(_, data)| data.parts.plugin == plugin)
    }

    /// The attributes that Datastar reads.
    pub(super) fn data(&self) -> impl Iterator<Item = (&Attribute<'d>, &Data<'d>)> {
        let attributes = self.attributes.iter();
        attributes.filter_map(|attribute| Some((attribute, attribute.data.as_ref()?)))
    }

    /// The listeners for an event.
    pub(super) fn listeners(
        &self,
        event: &str,
    ) -> impl Iterator<Item = (&Attribute<'d>, &Data<'d>)> {
        self.all("on")
            .filter(move |(_, data)| data.parts.key == Some(event))
    }

    /// The text inside of it.
    pub(super) fn text(&self) -> String {
        self.node.text().collect()
    }
}

impl<'d> Attribute<'d> {
    fn new(name: &'d str, written: &'d str, value: &'d str, spot: Spot) -> Self {
        Self {
            name,
            written,
            value,
            spot,
            data: Data::new(name, value),
        }
    }

    /// The parts as they are written, where the case of a letter can be wrong: keys and names in tags.
    pub(super) fn written_parts(&self, data: &Data<'d>) -> Parts<'d> {
        let lower = &data.parts;
        let mut parts = Parts::of(behind_prefix(self.written).unwrap_or_default());
        parts.plugin = lower.plugin;
        // The name of a known event is understood in any case.
        if lower.plugin == "on" && lower.key.is_some_and(crate::data::is_event) {
            parts.key = lower.key;
        }
        for (written, lower) in parts.modifiers.iter_mut().zip(&lower.modifiers) {
            written.0 = lower.0;
            if !data.takes_names(lower.0) {
                written.1.clone_from(&lower.1);
            }
        }
        parts
    }
}

impl<'d> Data<'d> {
    fn new(name: &'d str, value: &'d str) -> Option<Self> {
        let parts = Parts::of(behind_prefix(name)?);
        let row = crate::data::row(parts.plugin);
        let is_code = |row: &Row| {
            let literal = row.literal;
            matches!(
                literal,
                Literal::Statements | Literal::Expression | Literal::Filter
            )
        };
        let script = row.filter(is_code).filter(|_| !value.trim().is_empty());
        Some(Self {
            parts,
            row,
            script: script.map(|_| script::read(value)),
        })
    }

    fn takes_names(&self, label: &str) -> bool {
        let mut rows = self.row.iter().flat_map(|row| row.modifiers);
        rows.any(|row| row.name == label && matches!(row.tags, Tags::Name | Tags::Names))
    }

    pub(super) fn has_modifier(&self, label: &str) -> bool {
        self.parts.modifiers.iter().any(|(it, _)| *it == label)
    }

    /// The requests that the code makes.
    pub(super) fn requests(&self) -> impl Iterator<Item = Request<'_>> {
        let calls = self.script.iter().flat_map(|script| &script.calls);
        calls.filter_map(|call| {
            crate::data::is_request(&call.name).then_some(Request {
                action: &call.name,
                arguments: &call.arguments,
            })
        })
    }
}

/// Whether an element stands right below the one that the parser adds to a fragment.
fn is_root(node: ElementRef<'_>) -> bool {
    let above = node.parent().and_then(|added| added.parent());
    above.is_some_and(|root| root.parent().is_none())
}

/// Whether the client is told to pass by the element.
fn is_ignore(name: &str) -> bool {
    matches!(behind_prefix(name), Some("ignore" | "ignore__self"))
}

/// What stands behind the prefix of Datastar's attributes.
pub(super) fn behind_prefix(name: &str) -> Option<&str> {
    behind(name, ALIAS)
}

fn behind<'n>(name: &'n str, alias: Option<&str>) -> Option<&'n str> {
    let rest = without(name, "data-")?;
    match alias {
        Some(alias) => without(rest, alias)?.strip_prefix('-'),
        None => Some(rest),
    }
}

/// The rest of a name, which HTML makes small.
fn without<'n>(name: &'n str, prefix: &str) -> Option<&'n str> {
    let (start, rest) = name.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_part_of_the_prefix() {
        assert_eq!(behind("data-on:click", None), Some("on:click"));
        assert_eq!(behind("DATA-On:click", None), Some("On:click"));
        assert_eq!(behind("data-star-on:click", Some("star")), Some("on:click"));
        for name in ["data-on:click", "data-starry", "data-star", "date-é", "é"] {
            assert_eq!(behind(name, Some("star")), None, "{name}");
        }
    }
}
