//! An element that takes several lines: its attributes, as many on a line as fit, and its children.

use super::{Layout, Misplaced, Written};
use crate::fmt::tree::{Attribute, Block, Body, Element, Value};

impl Layout<'_> {
    pub(super) fn element(&mut self, element: &Element, indent: &str) -> Written {
        let ending = match &element.body {
            Body::Semicolon(_) => ";",
            Body::Block(block) if block.nodes.is_empty() => " {}",
            Body::Block(_) => " {",
            Body::None => "",
        };
        let head = self.flat_head(element);
        let is_wrapped = match head.filter(|head| self.fits(&format!("{head}{ending}"))) {
            Some(head) => {
                self.out.push_str(&head);
                false
            }
            None => self.head(element, indent, ending)?,
        };
        match &element.body {
            Body::Semicolon(_) => self.out.push(';'),
            Body::Block(block) => return self.body(block, indent, is_wrapped),
            Body::None => {}
        }
        Ok(())
    }

    /// The children. Behind attributes on several lines, the brace has a line of its own, as in Rust.
    pub(super) fn body(&mut self, block: &Block, indent: &str, is_wrapped: bool) -> Written {
        let flat = self.flat_block(block).map(|flat| format!(" {flat}"));
        if let Some(flat) = flat.filter(|flat| (!is_wrapped || flat == " {}") && self.fits(flat)) {
            self.out.push_str(&flat);
            return Ok(());
        }
        if is_wrapped {
            self.new_line(indent);
        } else {
            self.out.push(' ');
        }
        self.block(block, indent)
    }

    /// Name and attributes, as many on a line as fit; says whether that took more than one line.
    pub(super) fn head(
        &mut self,
        element: &Element,
        indent: &str,
        ending: &str,
    ) -> Result<bool, Misplaced> {
        self.verbatim(&element.name);
        let inner = self.deeper(indent);
        let (mut end, mut is_wrapped, mut is_full) = (element.name.end, false, false);
        for (at, attribute) in element.attributes.iter().enumerate() {
            let gap = self.gap(end, attribute.place.start);
            self.comments(&gap, &inner, false);
            let reserve = if at + 1 == element.attributes.len() {
                ending
            } else {
                ""
            };
            let flat = self.flat_attribute(attribute);
            let fits = flat
                .as_ref()
                .is_none_or(|flat| self.fits(&format!(" {flat}{reserve}")));
            let is_first = at == 0 && element.name.is_empty();
            if is_full || !gap.comments.is_empty() || !fits && !attribute.touches && !is_first {
                self.new_line(&inner);
                is_wrapped = true;
            } else if !attribute.touches && !is_first {
                self.out.push(' ');
            }
            // Behind several lines, nothing is looked for.
            is_full = flat.is_none();
            let line = if is_wrapped { inner.as_str() } else { indent };
            self.attribute(attribute, flat, line)?;
            end = attribute.place.end;
        }
        let body = match &element.body {
            Body::Semicolon(start) => *start,
            Body::Block(block) => block.place.start,
            Body::None => end,
        };
        let gap = self.gap(end, body);
        self.comments(&gap, &inner, false);
        if let (Some(comment), Body::Semicolon(_)) = (gap.comments.first(), &element.body) {
            // The semicolon would become part of it.
            return Err(Misplaced(comment.place.start));
        }
        Ok(is_wrapped || !gap.comments.is_empty())
    }

    pub(super) fn attribute(
        &mut self,
        attribute: &Attribute,
        flat: Option<String>,
        indent: &str,
    ) -> Written {
        if let Some(flat) = flat {
            self.out.push_str(&flat);
            return Ok(());
        }
        if !self.has_no_comment(attribute) {
            return Err(Misplaced(attribute.place.start));
        }
        self.verbatim(&attribute.name);
        if attribute.equals.is_some() {
            self.out.push('=');
        }
        match &attribute.value {
            Value::None => Ok(()),
            Value::Verbatim(place) => {
                self.verbatim(place);
                Ok(())
            }
            Value::Node(node) => self.broken(node, indent),
        }
    }
}
