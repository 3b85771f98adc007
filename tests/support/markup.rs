//! Markup as html5ever parses it: the smallest tree that it can build.
//!
//! Nodes stand in one vector, handles are indices.

use std::borrow::Cow;
use std::cell::RefCell;

use html5ever::interface::ElemName;
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, Namespace, QualName, local_name, ns, parse_fragment};

/// Parses a fragment as the client does, as the content of a template, and shows each node with its depth.
pub(crate) fn visit(markup: &str, mut show: impl FnMut(usize, &Kind)) {
    let context = QualName::new(None, ns!(html), local_name!("template"));
    let parser = parse_fragment(
        Tree::default(),
        html5ever::ParseOpts::default(),
        context,
        Vec::new(),
        false,
    );
    let nodes = parser.one(markup).0.into_inner();
    // A fragment stands in an `html` element of its own.
    if let Some(&root) = nodes[DOCUMENT].children.first() {
        for &child in &nodes[root].children {
            visit_node(&nodes, child, 0, &mut show);
        }
    }
}

fn visit_node(nodes: &[Node], node: usize, depth: usize, show: &mut impl FnMut(usize, &Kind)) {
    show(depth, &nodes[node].kind);
    for &child in &nodes[node].children {
        visit_node(nodes, child, depth + 1, show);
    }
}

const DOCUMENT: usize = 0;

/// What a node is.
#[derive(Debug)]
pub(crate) enum Kind {
    Document,
    Element(QualName, Vec<Attribute>),
    Text(String),
    Comment(String),
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    parent: Option<usize>,
    children: Vec<usize>,
}

/// A copy of a name: html5ever asks for names while the tree changes, so they cannot borrow from it.
#[derive(Debug)]
pub(crate) struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

#[derive(Debug)]
pub(crate) struct Tree(RefCell<Vec<Node>>);

impl Default for Tree {
    fn default() -> Self {
        let document = Node {
            kind: Kind::Document,
            parent: None,
            children: Vec::new(),
        };
        Self(RefCell::new(vec![document]))
    }
}

impl Tree {
    fn add(&self, kind: Kind) -> usize {
        let mut nodes = self.0.borrow_mut();
        nodes.push(Node {
            kind,
            parent: None,
            children: Vec::new(),
        });
        nodes.len() - 1
    }

    fn insert(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(text) => {
                if self.extend_text(parent, at, &text) {
                    return;
                }
                self.add(Kind::Text(text.to_string()))
            }
        };
        self.remove_from_parent(&child);
        let mut nodes = self.0.borrow_mut();
        nodes[child].parent = Some(parent);
        nodes[parent].children.insert(at, child);
    }

    /// Adds to the text before `at`, if there is one.
    fn extend_text(&self, parent: usize, at: usize, text: &str) -> bool {
        let mut nodes = self.0.borrow_mut();
        let before = at
            .checked_sub(1)
            .map(|before| nodes[parent].children[before]);
        match before.map(|before| &mut nodes[before].kind) {
            Some(Kind::Text(before)) => before.push_str(text),
            _ => return false,
        }
        true
    }
}

impl TreeSink for Tree {
    type Handle = usize;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        DOCUMENT
    }

    fn elem_name(&self, target: &usize) -> Name {
        Name(match &self.0.borrow()[*target].kind {
            Kind::Element(name, _) => name.clone(),
            _ => QualName::new(None, ns!(), local_name!("")),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Kind::Element(name, attributes))
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.add(Kind::Comment(text.to_string()))
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> usize {
        self.create_comment(data)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let end = self.0.borrow()[*parent].children.len();
        self.insert(*parent, end, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        if self.0.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let parent = self.0.borrow()[*sibling].parent.unwrap_or(DOCUMENT);
        if let NodeOrText::AppendNode(child) = child {
            self.remove_from_parent(&child);
        }
        let at = self.0.borrow()[parent]
            .children
            .iter()
            .position(|child| child == sibling);
        self.insert(parent, at.unwrap_or_default(), child);
    }

    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &usize) {
        let mut nodes = self.0.borrow_mut();
        if let Some(parent) = nodes[*target].parent.take() {
            nodes[parent].children.retain(|child| child != target);
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let children = self.0.borrow()[*node].children.clone();
        for child in children {
            self.append(new_parent, NodeOrText::AppendNode(child));
        }
    }
}
