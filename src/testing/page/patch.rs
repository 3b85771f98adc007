//! Elements of an event, parsed and put into a page by the client's rules.
//! <https://data-star.dev/reference/sse_events#datastar-patch-elements>

use scraper::{Node, Selector};

use super::super::document::{Document, NodeId};
use super::super::error::Error;
use super::super::received::ElementsPatch;
use super::morph::{Morph, ignores, import};
use crate::sse::{Mode, Namespace};

/// What a patch did beside the markup.
#[derive(Debug, Default)]
pub(super) struct Effects {
    /// Controls, or text in them, whose value the server changed.
    pub(super) changed: Vec<NodeId>,
    /// What the client warns of.
    pub(super) warnings: Vec<String>,
}

/// Puts the elements into the page.
pub(super) fn apply(page: &mut Document, patch: &ElementsPatch) -> Result<Effects, Error> {
    let content = content(&patch.elements, patch.namespace);
    let mut effects = Effects::default();
    let Some(selector) = &patch.selector else {
        for root in content.nodes() {
            if content
                .document
                .tree
                .tree
                .get(root)
                .is_some_and(|it| it.value().is_element())
            {
                by_id(page, &content, root, patch.mode, &mut effects);
            }
        }
        return Ok(effects);
    };
    let parsed = Selector::parse(selector).map_err(|error| {
        Error::new(format!(
            "the event has `{selector}` for a selector: {error}"
        ))
    })?;
    let targets = page.elements().filter(|it| parsed.matches(it));
    let targets: Vec<_> = targets.map(|it| it.id()).collect();
    if targets.is_empty() {
        effects.warnings.push(format!(
            "PatchElementsNoTargetsFound: nothing matches `{selector}`"
        ));
    }
    for target in targets {
        let nodes: Vec<_> = content.nodes().collect();
        put(page, target, patch.mode, &content, &nodes, &mut effects);
    }
    Ok(effects)
}

/// Puts an element where the one of its id is; `html`, `head` and `body` are where their names are.
fn by_id(page: &mut Document, content: &Content, root: NodeId, mode: Mode, effects: &mut Effects) {
    let Some(element) = content
        .document
        .tree
        .tree
        .get(root)
        .and_then(|it| it.value().as_element())
    else {
        return;
    };
    let (name, id) = (element.name(), element.id().unwrap_or_default());
    let is_target = |it: &scraper::ElementRef<'_>| match name {
        "html" | "head" | "body" => it.value().name() == name,
        _ => !id.is_empty() && it.value().id() == Some(id),
    };
    let target = page.elements().find(is_target).map(|it| it.id());
    let ignored =
        |target| ignores(&page.tree.tree, target) && ignores(&content.document.tree.tree, root);
    match target {
        Some(target) if mode == Mode::Outer && ignored(target) => {}
        Some(target) => put(page, target, mode, content, &[root], effects),
        None => effects.warnings.push(match id {
            "" => format!(
                "PatchElementsNoTargetsFound: <{name}> has no id, and its event no selector"
            ),
            id => format!("PatchElementsNoTargetsFound: no element of the page has the id `{id}`"),
        }),
    }
}

fn put(
    page: &mut Document,
    target: NodeId,
    mode: Mode,
    content: &Content,
    nodes: &[NodeId],
    effects: &mut Effects,
) {
    let tree = &mut page.tree.tree;
    let source = &content.document.tree.tree;
    let sources = nodes.iter().filter_map(|&node| source.get(node));
    let new: Vec<_> = sources.map(|node| import(tree, node)).collect();
    let Some(parent) = tree
        .get(target)
        .and_then(|it| it.parent())
        .map(|it| it.id())
    else {
        return;
    };
    let inside = |tree: &ego_tree::Tree<Node>| -> Vec<_> {
        let target = tree.get(target).into_iter();
        target
            .flat_map(|it| it.children())
            .map(|it| it.id())
            .collect()
    };
    match mode {
        // What is in an element that no morph changes, none changes, either.
        Mode::Outer | Mode::Inner if is_inside_ignored(tree, target) => {}
        Mode::Outer | Mode::Inner => {
            let (parent, old) = match mode {
                Mode::Outer => (parent, vec![target]),
                _ => (target, inside(tree)),
            };
            let mut morph = Morph::new(tree, &old, &new);
            morph.siblings(parent, old, new);
            effects.changed.append(&mut morph.changed);
        }
        Mode::Remove => {
            if let Some(mut target) = tree.get_mut(target) {
                target.detach();
            }
        }
        _ => insert(tree, target, mode, &new),
    }
}

fn is_inside_ignored(tree: &ego_tree::Tree<Node>, target: NodeId) -> bool {
    let mut around = tree.get(target).into_iter().flat_map(|it| it.ancestors());
    around.any(|it| ignores(tree, it.id()))
}

fn insert(tree: &mut ego_tree::Tree<Node>, target: NodeId, mode: Mode, new: &[NodeId]) {
    let Some(mut place) = tree.get_mut(target) else {
        return;
    };
    let is_backwards = matches!(mode, Mode::Prepend | Mode::After);
    let mut nodes = new.to_vec();
    if is_backwards {
        nodes.reverse();
    }
    for node in nodes {
        match mode {
            Mode::Append => place.append_id(node),
            Mode::Prepend => place.prepend_id(node),
            Mode::After => place.insert_id_after(node),
            _ => place.insert_id_before(node),
        };
    }
    if mode == Mode::Replace {
        place.detach();
    }
}

/// The markup of an event, and which of its nodes are meant.
struct Content {
    document: Document,
    /// The element whose children are meant.
    parent: Option<&'static str>,
    /// Every second node is lost.
    is_halved: bool,
    /// The elements of a whole page that are meant.
    only: &'static [&'static str],
}

impl Content {
    fn nodes(&self) -> impl Iterator<Item = NodeId> {
        let named = |names: &[&str]| -> Vec<NodeId> {
            let elements = self
                .document
                .elements()
                .filter(|it| names.contains(&it.value().name()));
            elements.map(|it| it.id()).collect()
        };
        let nodes: Vec<NodeId> = match (self.parent, self.only) {
            (Some(parent), _) => {
                let parent = named(&[parent])
                    .first()
                    .and_then(|&it| self.document.tree.tree.get(it));
                parent
                    .into_iter()
                    .flat_map(|it| it.children())
                    .map(|it| it.id())
                    .collect()
            }
            (None, []) => self.document.roots().map(|it| it.id()).collect(),
            (None, only) => named(only),
        };
        nodes
            .into_iter()
            .step_by(if self.is_halved { 2 } else { 1 })
    }
}

/// Reads markup as the client does: what ends a page, its head or its body is a page.
fn content(html: &str, namespace: Namespace) -> Content {
    let part = |document, parent, only| Content {
        document,
        parent,
        is_halved: parent.is_some(),
        only,
    };
    let template = |html: &str| Document::fragment_in(html, html5ever::local_name!("template"));
    match namespace {
        // The client moves the children out of a list that changes while it does.
        Namespace::Svg => return part(template(&format!("<svg>{html}</svg>")), Some("svg"), &[]),
        Namespace::Mathml => {
            return part(template(&format!("<math>{html}</math>")), Some("math"), &[]);
        }
        Namespace::Html => {}
    }
    let outside = without_svg(html);
    let has = |end: &str| outside.contains(end);
    match (has("</html>"), has("</head>"), has("</body>")) {
        (true, ..) => part(Document::page(html), None, &["html"]),
        (_, true, true) => part(Document::page(html), None, &["head", "body"]),
        (_, true, _) => part(Document::page(html), None, &["head"]),
        (_, _, true) => part(Document::page(html), None, &["body"]),
        _ => part(template(html), None, &[]),
    }
}

fn without_svg(html: &str) -> String {
    let mut rest = html;
    let mut outside = String::new();
    while let Some(at) = rest.find("<svg") {
        let Some(end) = rest[at..].find("</svg>") else {
            break;
        };
        outside.push_str(&rest[..at]);
        rest = &rest[at + end + "</svg>".len()..];
    }
    outside + rest
}
