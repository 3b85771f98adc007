//! A template on one line: what it reads like, if it can stand there.

use super::gap::Gap;
use super::layout::Layout;
use super::tree::{Arm, Attribute, Block, Body, Element, Kind, Match, Node, Place, Value};

impl Layout<'_> {
    /// A piece on one line; none if a line break or a comment of the author's stands in it.
    pub(super) fn flat(&self, node: &Node) -> Option<String> {
        match &node.kind {
            Kind::Verbatim | Kind::Let => self.one_line(&node.place),
            Kind::Semicolon => Some(";".to_owned()),
            Kind::Element(element) => self.flat_element(element),
            Kind::Block(block) => self.flat_block(block),
            Kind::Control(clauses) => {
                let mut end = clauses.first()?.0.start;
                let mut flat = Vec::new();
                for (head, block) in clauses {
                    self.is_bare(end, head.start)?;
                    self.is_bare(head.end, block.place.start)?;
                    flat.push(format!(
                        "{} {}",
                        self.one_line(head)?,
                        self.flat_block(block)?
                    ));
                    end = block.place.end;
                }
                Some(flat.join(" "))
            }
            Kind::Match(chain) => self.flat_match(chain),
        }
    }

    /// A text without line breaks.
    fn one_line(&self, place: &Place) -> Option<String> {
        let text = self.text(place);
        (!text.contains('\n')).then(|| text.to_owned())
    }

    fn is_bare(&self, from: usize, to: usize) -> Option<()> {
        self.gap(from, to).comments.is_empty().then_some(())
    }

    fn is_on_line(&self, from: usize, to: usize) -> Option<()> {
        self.gap(from, to).is_line().then_some(())
    }

    fn flat_element(&self, element: &Element) -> Option<String> {
        let mut flat = self.flat_head(element)?;
        match &element.body {
            Body::Semicolon(_) => flat.push(';'),
            Body::Block(block) => {
                flat.push(' ');
                flat.push_str(&self.flat_block(block)?);
            }
            Body::None => {}
        }
        Some(flat)
    }

    /// Name and attributes.
    pub(super) fn flat_head(&self, element: &Element) -> Option<String> {
        let mut flat = self.one_line(&element.name)?;
        let mut end = element.name.end;
        for attribute in &element.attributes {
            self.is_bare(end, attribute.place.start)?;
            if !flat.is_empty() && !attribute.touches {
                flat.push(' ');
            }
            flat.push_str(&self.flat_attribute(attribute)?);
            end = attribute.place.end;
        }
        match &element.body {
            Body::Semicolon(start) => self.is_bare(end, *start)?,
            Body::Block(block) => self.is_bare(end, block.place.start)?,
            Body::None => {}
        }
        Some(flat)
    }

    pub(super) fn flat_attribute(&self, attribute: &Attribute) -> Option<String> {
        let equals = attribute.equals.as_ref().map_or("", |_| "=");
        let name = self.one_line(&attribute.name)?;
        let value = match &attribute.value {
            Value::None => String::new(),
            Value::Verbatim(place) => self.one_line(place)?,
            Value::Node(node) => self.flat(node)?,
        };
        self.has_no_comment(attribute)
            .then(|| format!("{name}{equals}{value}"))
    }

    /// Whether name, equals sign and value have nothing between them that could be lost.
    pub(super) fn has_no_comment(&self, attribute: &Attribute) -> bool {
        let mut ends = vec![attribute.name.clone()];
        ends.extend(attribute.equals.clone());
        match &attribute.value {
            Value::None => {}
            Value::Verbatim(place) => ends.push(place.clone()),
            Value::Node(node) => ends.push(node.place.clone()),
        }
        let is_bare = |pair: &[Place]| self.is_bare(pair[0].end, pair[1].start).is_some();
        ends.windows(2).all(is_bare)
    }

    pub(super) fn flat_block(&self, block: &Block) -> Option<String> {
        let (start, end) = (block.place.start + 1, block.place.end - 1);
        if block.nodes.is_empty() {
            self.is_bare(start, end)?;
            return Some("{}".to_owned());
        }
        Some(format!(
            "{{ {} }}",
            self.flat_nodes(&block.nodes, start, end)?
        ))
    }

    /// Pieces that stand on one line already.
    pub(super) fn flat_nodes(&self, nodes: &[Node], start: usize, end: usize) -> Option<String> {
        let mut flat = String::new();
        let mut at = start;
        for node in nodes {
            self.is_on_line(at, node.place.start)?;
            if !flat.is_empty() && !matches!(node.kind, Kind::Semicolon) {
                flat.push(' ');
            }
            flat.push_str(&self.flat(node)?);
            at = node.place.end;
        }
        self.is_on_line(at, end)?;
        Some(flat)
    }

    fn flat_match(&self, chain: &Match) -> Option<String> {
        let mut at = chain.place.start + 1;
        let mut flat = format!("{} {{", self.one_line(&chain.head)?);
        self.is_bare(chain.head.end, chain.place.start)?;
        for arm in &chain.arms {
            self.is_on_line(at, arm.place.start)?;
            flat.push(' ');
            flat.push_str(&self.flat_arm(arm)?);
            at = arm.place.end;
        }
        self.is_on_line(at, chain.place.end - 1)?;
        flat.push_str(" }");
        Some(flat)
    }

    pub(super) fn flat_arm(&self, arm: &Arm) -> Option<String> {
        let gap = Gap::read(self.source, arm.pattern.end..arm.arrow.start);
        let mut flat = format!("{} =>", self.one_line(&arm.pattern)?);
        let mut end = arm.arrow.end;
        if let Some(body) = &arm.body {
            self.is_bare(end, body.place.start)?;
            flat.push(' ');
            flat.push_str(&self.flat(body)?);
            end = body.place.end;
        }
        if let Some(comma) = &arm.comma {
            self.is_bare(end, comma.start)?;
            flat.push(',');
        }
        gap.comments.is_empty().then_some(flat)
    }
}
