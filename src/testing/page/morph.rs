//! Elements made equal to new ones, so that what stays is the same node. <https://data-star.dev/guide/backend_requests>
//!
//! Identity is what a test sees of it: signals that are not declared again, text that stays typed.

use std::collections::{HashMap, VecDeque};

use ego_tree::{NodeRef, Tree};
use html5ever::{Attribute, QualName};
use scraper::Node;
use scraper::node::Element;

use super::super::document::NodeId;

/// A copy of a node of another tree, without a place.
pub(super) fn import(tree: &mut Tree<Node>, source: NodeRef<'_, Node>) -> NodeId {
    let root = tree.orphan(source.value().clone()).id();
    let mut waiting = vec![(source, root)];
    while let Some((source, copy)) = waiting.pop() {
        for child in source.children() {
            let Some(mut copy) = tree.get_mut(copy) else {
                continue;
            };
            waiting.push((child, copy.append(child.value().clone()).id()));
        }
    }
    root
}

/// A morph of a part of a page.
pub(super) struct Morph<'a> {
    tree: &'a mut Tree<Node>,
    /// The elements that keep their nodes wherever they go, by their ids.
    kept: HashMap<String, NodeId>,
    /// Controls whose value the server changed.
    pub(super) changed: Vec<NodeId>,
}

impl<'a> Morph<'a> {
    /// A morph of these nodes into those.
    pub(super) fn new(tree: &'a mut Tree<Node>, old: &[NodeId], new: &[NodeId]) -> Self {
        let (old, new) = (ids(tree, old), ids(tree, new));
        let is_kept = |(id, (tag, node)): (String, (QualName, Option<NodeId>))| {
            let (other, is_once) = new.get(&id)?;
            is_once.as_ref().filter(|_| *other == tag)?;
            Some((id, node?))
        };
        Self {
            kept: old.into_iter().filter_map(is_kept).collect(),
            tree,
            changed: Vec::new(),
        }
    }

    /// Makes nodes that stand side by side into new ones.
    pub(super) fn siblings(&mut self, parent: NodeId, old: Vec<NodeId>, new: Vec<NodeId>) {
        let end = old
            .last()
            .and_then(|&last| self.tree.get(last)?.next_sibling())
            .map(|it| it.id());
        let mut old = VecDeque::from(old);
        for new in new {
            let found = self
                .kept_node(parent, new)
                .or_else(|| self.like(parent, &mut old, new));
            old.retain(|it| Some(*it) != found);
            let node = found.or_else(|| self.empty(new)).unwrap_or(new);
            let before = old
                .iter()
                .copied()
                .find(|&it| self.is_in(it, parent))
                .or(end);
            let stays =
                found.is_some_and(|found| self.is_in(found, parent) && self.follows(found, before));
            if !stays {
                self.place(node, parent, before);
            }
            let is_ignored = found.is_some() && ignores(self.tree, node) && ignores(self.tree, new);
            if node != new && !is_ignored {
                self.node(node, new);
            }
        }
        for rest in old {
            if self.is_in(rest, parent) {
                self.detach(rest);
            }
        }
    }

    /// A new element without what is in it, if some of that is there already, and moves.
    fn empty(&mut self, new: NodeId) -> Option<NodeId> {
        let node = self.tree.get(new)?;
        let keeps = |it: NodeRef<'_, Node>| {
            let id = it.value().as_element().and_then(Element::id);
            id.is_some_and(|id| self.kept.contains_key(id))
        };
        if !node.descendants().skip(1).any(keeps) {
            return None;
        }
        let value = node.value().clone();
        Some(self.tree.orphan(value).id())
    }

    fn is_in(&self, node: NodeId, parent: NodeId) -> bool {
        let there = self.tree.get(node).and_then(|node| node.parent());
        there.is_some_and(|it| it.id() == parent)
    }

    fn follows(&self, node: NodeId, before: Option<NodeId>) -> bool {
        let next = self.tree.get(node).and_then(|node| node.next_sibling());
        next.map(|next| next.id()) == before
    }

    fn place(&mut self, node: NodeId, parent: NodeId, before: Option<NodeId>) {
        let Some(mut parent) = self.tree.get_mut(before.unwrap_or(parent)) else {
            return;
        };
        match before {
            Some(_) => parent.insert_id_before(node),
            None => parent.append_id(node),
        };
    }

    fn detach(&mut self, node: NodeId) {
        if let Some(mut node) = self.tree.get_mut(node) {
            node.detach();
        }
    }

    /// The element that has the id of a new one, if it is not around the place.
    fn kept_node(&self, place: NodeId, new: NodeId) -> Option<NodeId> {
        let id = self.tree.get(new)?.value().as_element()?.id()?;
        let kept = *self.kept.get(id)?;
        let place = self.tree.get(place)?;
        let is_around = place.id() == kept || place.ancestors().any(|it| it.id() == kept);
        (!is_around).then_some(kept)
    }

    /// The next of the old nodes that can become the new one; those before it go.
    fn like(&mut self, parent: NodeId, old: &mut VecDeque<NodeId>, new: NodeId) -> Option<NodeId> {
        let new = self.tree.get(new)?;
        let fits = |&it: &NodeId| {
            let node = self.tree.get(it)?;
            let is_free = self.is_in(it, parent) && !self.is_kept(node);
            (is_free && is_like(node.value(), new.value())).then_some(it)
        };
        let at = match new.value() {
            Node::Element(_) => old.iter().position(|it| fits(it).is_some())?,
            // Text would take the place of elements that come after it.
            _ => old.front().and_then(fits).map(|_| 0)?,
        };
        let gone: Vec<_> = old.drain(..at).collect();
        for it in gone {
            if self.is_in(it, parent) {
                self.detach(it);
            }
        }
        old.pop_front()
    }

    fn is_kept(&self, node: NodeRef<'_, Node>) -> bool {
        let id = node.value().as_element().and_then(Element::id);
        id.is_some_and(|id| self.kept.get(id) == Some(&node.id()))
    }

    fn node(&mut self, old: NodeId, new: NodeId) {
        let (Some(before), Some(after)) = (self.tree.get(old), self.tree.get(new)) else {
            return;
        };
        let (before, after) = (before.value(), after.value().clone());
        let value = merged(before, after);
        if changes_control(before, &value) {
            self.changed.push(old);
        }
        let children = |node| {
            self.tree
                .get(node)
                .into_iter()
                .flat_map(|it| it.children())
                .map(|it| it.id())
        };
        let (inside, new) = (children(old).collect(), children(new).collect());
        if let Some(mut node) = self.tree.get_mut(old) {
            *node.value() = value;
        }
        self.siblings(old, inside, new);
    }
}

/// Ids with their tags; those that are there once, with their nodes.
fn ids(tree: &Tree<Node>, roots: &[NodeId]) -> HashMap<String, (QualName, Option<NodeId>)> {
    let mut ids = HashMap::new();
    let nodes = roots
        .iter()
        .filter_map(|&root| tree.get(root))
        .flat_map(|it| it.descendants());
    for node in nodes {
        let Some(element) = node.value().as_element() else {
            continue;
        };
        let Some(id) = element.id().filter(|id| !id.is_empty()) else {
            continue;
        };
        ids.entry(id.to_owned())
            .and_modify(|(_, node)| *node = None)
            .or_insert_with(|| (element.name.clone(), Some(node.id())));
    }
    ids
}

/// Whether a node can become another: both text, or elements of one name, of which the old has no other id.
fn is_like(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Element(old), Node::Element(new)) => {
            let id = old.id().filter(|id| !id.is_empty());
            old.name == new.name && (id.is_none() || id == new.id())
        }
        (old, new) => std::mem::discriminant(old) == std::mem::discriminant(new),
    }
}

/// Whether no morph changes an element, if its successor says so, too.
pub(super) fn ignores(tree: &Tree<Node>, node: NodeId) -> bool {
    let node = tree.get(node);
    node.is_some_and(|it| attribute(it.value(), "data-ignore-morph").is_some())
}

fn attribute<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.as_element()?.attr(name)
}

/// A new element with those attributes of the old one that it wants to keep.
fn merged(old: &Node, new: Node) -> Node {
    let (Node::Element(old), Node::Element(element)) = (old, &new) else {
        return new;
    };
    let kept = element.attr("data-preserve-attr").unwrap_or_default();
    let is_kept = |name: &QualName| kept.split(' ').any(|it| it == name.local.as_str());
    let attributes = element.attrs.iter().filter(|(name, _)| !is_kept(name));
    let attributes = attributes.chain(old.attrs.iter().filter(|(name, _)| is_kept(name)));
    let attributes = attributes.map(|(name, value)| Attribute {
        name: name.clone(),
        value: value.to_string().into(),
    });
    Node::Element(Element::new(element.name.clone(), attributes.collect()))
}

/// Whether what a control holds is the server's now, and not the user's.
fn changes_control(old: &Node, new: &Node) -> bool {
    let differs = |name| attribute(old, name) != attribute(new, name);
    let appears = |name| attribute(old, name).is_some() != attribute(new, name).is_some();
    match (old, new) {
        (Node::Text(old), Node::Text(new)) => old.text != new.text,
        (Node::Element(element), _) => match element.name() {
            "input" => differs("value") || appears("checked"),
            "option" => appears("selected") || differs("value"),
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests;
