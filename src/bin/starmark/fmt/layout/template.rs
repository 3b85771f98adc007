//! A call of a macro: its delimiters, and whether it stays on its line.

use super::{Layout, Written};
use crate::fmt::tree::{Place, Template};

impl<'a> Layout<'a> {
    pub(super) fn template(&mut self, template: &Template) -> Written {
        let Place { start, end } = template.place;
        let (open, close) = (&self.source[start..=start], &self.source[end - 1..end]);
        let (indent, space) = (self.indent(), if open == "{" { " " } else { "" });
        self.out.push_str(open);
        let from = template
            .argument
            .as_ref()
            .map_or(start + 1, |place| place.end);
        if template.nodes.is_empty()
            && template.argument.is_none()
            && self.gap(from, end - 1).comments.is_empty()
        {
            self.out.push_str(close);
            return Ok(());
        }
        let argument = template.argument.as_ref().map(|place| self.text(place));
        if let Some(place) = &template.argument {
            self.bare(start + 1, place.start)?;
        }
        let separator = if argument.is_some() { " " } else { "" };
        let argument = argument.unwrap_or_default();
        let is_one_line = template
            .argument
            .as_ref()
            .is_none_or(|place| self.gap(start + 1, place.start).is_line());
        let behind = self.behind(end);
        if let Some(flat) = self
            .flat_nodes(&template.nodes, from, end - 1)
            .filter(|_| is_one_line)
        {
            let flat = format!("{space}{argument}{separator}{flat}{space}{close}");
            if !flat.contains('\n') && self.fits(&format!("{flat}{behind}")) {
                self.out.push_str(&flat);
                return Ok(());
            }
        }
        let first = template
            .nodes
            .first()
            .map_or(end - 1, |node| node.place.start);
        let is_hugged =
            open != "{" && template.nodes.len() == 1 && self.gap(start + 1, first).breaks == 0;
        if is_hugged && self.gap(from, first).is_line() && !argument.contains('\n') {
            self.out.push_str(argument);
            self.out.push_str(separator);
            self.broken(&template.nodes[0], &indent)?;
            self.bare(template.nodes[0].place.end, end - 1)?;
            self.out.push_str(close);
            return Ok(());
        }
        let inner = self.deeper(&indent);
        if let Some(place) = &template.argument {
            self.new_line(&inner);
            self.verbatim(place);
        }
        self.lines(&template.nodes, from, end - 1, &inner)?;
        self.new_line(&indent);
        self.out.push_str(close);
        Ok(())
    }

    /// What is closed right behind the call: what else stands on the line is no template's business.
    pub(super) fn behind(&self, end: usize) -> &'a str {
        let rest = &self.source[end..];
        let is_closing = |c: char| matches!(c, ')' | ']' | ';' | ',' | '?');
        &rest[..rest.find(|c| !is_closing(c)).unwrap_or(rest.len())]
    }
}
