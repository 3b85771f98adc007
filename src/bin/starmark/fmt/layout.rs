//! A template as lines: one if it fits and the author wrote one, otherwise one for each piece.
//!
//! Nothing but white space changes. Pieces that share a line go on doing so while they fit, so that a sentence with markup in
//! it stays a sentence.

mod element;
mod template;

use super::gap::Gap;
use super::style::Style;
use super::tree::{Arm, Block, Kind, Match, Node, Place, Template};

/// A comment for which there is no place: where it begins.
pub(crate) struct Misplaced(pub(crate) usize);

type Written = Result<(), Misplaced>;

/// Lines under construction.
pub(crate) struct Layout<'a> {
    pub(super) source: &'a str,
    style: &'a Style,
    /// Literals and comments, which no line of is moved.
    fixed: &'a [Place],
    out: String,
}

impl<'a> Layout<'a> {
    /// The call's delimiters and what is between them, as they should be.
    pub(crate) fn of(
        source: &'a str,
        style: &'a Style,
        fixed: &'a [Place],
        template: &Template,
    ) -> Result<String, Misplaced> {
        let start = template.place.start;
        let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let mut layout = Self {
            source,
            style,
            fixed,
            // What stands before it on its line says how much fits, and how far the lines are moved in.
            out: source[line..start].to_owned(),
        };
        layout.template(template)?;
        Ok(layout.out.split_off(start - line))
    }

    pub(super) fn text(&self, place: &Place) -> &'a str {
        &self.source[place.clone()]
    }

    pub(super) fn gap(&self, from: usize, to: usize) -> Gap {
        Gap::read(self.source, from..to.max(from))
    }

    /// Between these two, no comment has a place.
    fn bare(&self, from: usize, to: usize) -> Written {
        match self.gap(from, to).comments.first() {
            Some(comment) => Err(Misplaced(comment.place.start)),
            None => Ok(()),
        }
    }

    fn line(&self) -> &str {
        &self.out[self.out.rfind('\n').map_or(0, |at| at + 1)..]
    }

    fn fits(&self, text: &str) -> bool {
        self.style.width_of(self.line()) + self.style.width_of(text) <= self.style.max_width
    }

    /// The white space at the beginning of the current line.
    fn indent(&self) -> String {
        let is_space = |c: &char| c.is_whitespace();
        self.line().chars().take_while(is_space).collect()
    }

    fn deeper(&self, indent: &str) -> String {
        format!("{indent}{}", self.style.unit)
    }

    fn new_line(&mut self, indent: &str) {
        self.out
            .truncate(self.out.trim_end_matches([' ', '\t']).len());
        self.out.push('\n');
        self.out.push_str(indent);
    }

    /// Pieces on lines of their own, with the comments around them.
    fn lines(&mut self, nodes: &[Node], from: usize, to: usize, indent: &str) -> Written {
        let (mut end, mut at) = (from, 0);
        while at < nodes.len() {
            let is_first = at == 0;
            let count = self.run(&nodes[at..]);
            self.between(end, nodes[at].place.start, indent, is_first);
            let run = &nodes[at..at + count];
            let flat = self.flat_nodes(run, run[0].place.start, run[count - 1].place.end);
            match flat.filter(|flat| self.fits(flat)) {
                Some(flat) => self.out.push_str(&flat),
                None => self.each(run, indent)?,
            }
            at += count;
            end = nodes[at - 1].place.end;
        }
        self.before_end(end, to, indent, nodes.is_empty());
        Ok(())
    }

    /// How many pieces stand on the line of the first one.
    fn run(&self, nodes: &[Node]) -> usize {
        let stays = |pair: &[Node]| {
            self.gap(pair[0].place.end, pair[1].place.start).is_line()
                && !pair
                    .iter()
                    .any(|node| matches!(node.kind, Kind::Let | Kind::Match(_)))
                || matches!(pair[1].kind, Kind::Semicolon)
                    && self
                        .gap(pair[0].place.end, pair[1].place.start)
                        .comments
                        .is_empty()
        };
        1 + nodes.windows(2).take_while(|pair| stays(pair)).count()
    }

    /// Pieces of a line that is too long, each on its own.
    fn each(&mut self, nodes: &[Node], indent: &str) -> Written {
        for (at, node) in nodes.iter().enumerate() {
            if at > 0 && !matches!(node.kind, Kind::Semicolon) {
                self.new_line(indent);
            }
            self.node(node, indent)?;
        }
        Ok(())
    }

    /// Comments and blank lines between two pieces, and the beginning of the line for the second.
    fn between(&mut self, from: usize, to: usize, indent: &str, is_first: bool) {
        let gap = self.gap(from, to);
        let may_be_blank = self.comments(&gap, indent, !is_first);
        if gap.breaks > 1 && may_be_blank {
            self.out.push('\n');
        }
        self.new_line(indent);
    }

    /// Comments behind the last piece.
    fn before_end(&mut self, from: usize, to: usize, indent: &str, is_first: bool) {
        let gap = self.gap(from, to);
        self.comments(&gap, indent, !is_first);
    }

    /// Comments where they were: at the end of a line, or on lines of their own.
    fn comments(&mut self, gap: &Gap, indent: &str, mut may_be_blank: bool) -> bool {
        for comment in &gap.comments {
            if comment.breaks == 0 {
                self.out.push(' ');
            } else {
                if comment.breaks > 1 && may_be_blank {
                    self.out.push('\n');
                }
                self.new_line(indent);
            }
            self.out.push_str(self.text(&comment.place));
            may_be_blank = true;
        }
        may_be_blank
    }

    /// A piece at the beginning of a line.
    fn node(&mut self, node: &Node, indent: &str) -> Written {
        match self.flat(node) {
            Some(flat) if self.fits(&flat) => {
                self.out.push_str(&flat);
                Ok(())
            }
            _ => self.broken(node, indent),
        }
    }

    /// A piece that takes several lines.
    fn broken(&mut self, node: &Node, indent: &str) -> Written {
        match &node.kind {
            Kind::Verbatim | Kind::Let | Kind::Semicolon => {
                self.verbatim(&node.place);
                Ok(())
            }
            Kind::Element(element) => self.element(element, indent),
            Kind::Block(block) => self.block(block, indent),
            Kind::Control(clauses) => {
                let mut end = node.place.start;
                for (at, (head, block)) in clauses.iter().enumerate() {
                    self.bare(end, head.start)?;
                    self.bare(head.end, block.place.start)?;
                    if at > 0 {
                        self.out.push(' ');
                    }
                    self.verbatim(head);
                    self.out.push(' ');
                    self.block(block, indent)?;
                    end = block.place.end;
                }
                Ok(())
            }
            Kind::Match(chain) => self.match_(chain, indent),
        }
    }

    fn block(&mut self, block: &Block, indent: &str) -> Written {
        let (from, to) = (block.place.start + 1, block.place.end - 1);
        self.out.push('{');
        if block.nodes.is_empty() && self.gap(from, to).comments.is_empty() {
            self.out.push('}');
            return Ok(());
        }
        let inner = self.deeper(indent);
        self.lines(&block.nodes, from, to, &inner)?;
        self.new_line(indent);
        self.out.push('}');
        Ok(())
    }

    fn match_(&mut self, chain: &Match, indent: &str) -> Written {
        let (inner, mut end) = (self.deeper(indent), chain.place.start + 1);
        self.verbatim(&chain.head);
        self.bare(chain.head.end, chain.place.start)?;
        self.out.push_str(" {");
        for (at, arm) in chain.arms.iter().enumerate() {
            self.between(end, arm.place.start, &inner, at == 0);
            self.arm(arm, &inner)?;
            end = arm.place.end;
        }
        self.before_end(end, chain.place.end - 1, &inner, chain.arms.is_empty());
        self.new_line(indent);
        self.out.push('}');
        Ok(())
    }

    fn arm(&mut self, arm: &Arm, indent: &str) -> Written {
        if let Some(flat) = self.flat_arm(arm).filter(|flat| self.fits(flat)) {
            self.out.push_str(&flat);
            return Ok(());
        }
        self.verbatim(&arm.pattern);
        self.bare(arm.pattern.end, arm.arrow.start)?;
        self.out.push_str(" =>");
        let mut end = arm.arrow.end;
        if let Some(body) = &arm.body {
            self.bare(end, body.place.start)?;
            self.out.push(' ');
            self.broken(body, indent)?;
            end = body.place.end;
        }
        if let Some(comma) = &arm.comma {
            self.bare(end, comma.start)?;
            self.out.push(',');
        }
        Ok(())
    }

    /// Copies a text, and moves its lines as far as the first of them was moved.
    fn verbatim(&mut self, place: &Place) {
        let text = self.text(place);
        let line = self.source[..place.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let is_space = |c: &char| matches!(c, ' ' | '\t');
        let before = self.source[line..].chars().take_while(is_space).count();
        let indent = self.indent();
        let mut at = place.start;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let is_fixed = self
                .fixed
                .iter()
                .any(|fixed| fixed.start < at && at < fixed.end);
            if number == 0 || is_fixed {
                self.out.push_str(line);
            } else {
                self.moved(line, before, &indent);
            }
            at += line.len();
        }
    }

    /// A line behind the first of an expression: what it had more than the first, it keeps.
    fn moved(&mut self, line: &str, before: usize, indent: &str) {
        let content = line.trim_start_matches([' ', '\t']);
        if content.trim().is_empty() {
            self.out.push_str(content);
            return;
        }
        let own = line.len() - content.len();
        self.out.push_str(indent);
        self.out.push_str(&line[own.min(before)..own]);
        self.out.push_str(content);
    }
}
