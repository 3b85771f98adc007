//! The plan as a template: `html! { … }`.
//!
//! Only line breaks that the formatter could not know are written here: which elements stand on lines of their own.

use super::literal::{escaped, literal, parts};
use super::names::is_shorthand;
use super::plan::{Attribute, Content, Item, Sort, Tag};

/// How many classes stand behind dots; more of them are easier to read as a text.
const SHORT: usize = 4;

/// The least width that a text is split to, however deep it stands.
const NARROW: usize = 40;

/// A macro's call whose layout is the formatter's.
pub(crate) fn template(items: &[Item], width: usize) -> String {
    let mut printer = Printer {
        out: String::from("html! {\n"),
        width,
    };
    printer.items(items, 1);
    printer.out.push('}');
    printer.out
}

struct Printer {
    out: String,
    width: usize,
}

impl Printer {
    /// What is left of a line at this depth, within quotes.
    fn room(&self, depth: usize) -> usize {
        self.width.saturating_sub(4 * depth + 2).max(NARROW)
    }

    fn items(&mut self, items: &[Item], depth: usize) {
        let has_blocks = items.iter().any(is_block) || self.is_long(items, depth);
        for item in items {
            self.item(item, depth);
            self.out.push(if has_blocks { '\n' } else { ' ' });
        }
    }

    /// Whether texts have to be split.
    fn is_long(&self, items: &[Item], depth: usize) -> bool {
        let is_long = |item: &Item| matches!(item, Item::Text(text) if text.chars().count() > self.room(depth));
        items.iter().any(is_long)
    }

    fn item(&mut self, item: &Item, depth: usize) {
        match item {
            Item::Text(text) => {
                let parts = parts(text, self.room(depth));
                let parts: Vec<String> = parts.iter().map(|part| literal(part)).collect();
                self.out.push_str(&parts.join("\n"));
            }
            Item::Markup(markup) => self.markup(markup),
            Item::Doctype => self.out.push_str("(DOCTYPE)"),
            Item::Tag(tag) => self.tag(tag, depth),
        }
    }

    fn markup(&mut self, markup: &str) {
        self.out.push_str("(PreEscaped(");
        self.out.push_str(&literal(markup));
        self.out.push_str("))");
    }

    fn tag(&mut self, tag: &Tag, depth: usize) {
        let mut attributes = &tag.attributes[..];
        let classes = shorthands(attributes);
        let has_id = |attributes: &[Attribute]| {
            let first = attributes.first();
            first.is_some_and(|first| first.name == "id" && is_shorthand(&first.value))
        };
        if !classes.is_empty() {
            attributes = &attributes[1..];
        }
        let is_div = tag.name == "div" && !classes.is_empty();
        if !is_div {
            self.out.push_str(&tag.name);
        }
        for class in &classes {
            self.out.push('.');
            self.out.push_str(class);
        }
        if has_id(attributes) {
            self.out.push_str(" #");
            self.out.push_str(&attributes[0].value);
            attributes = &attributes[1..];
        }
        for attribute in attributes {
            self.attribute(attribute, depth);
        }
        self.content(&tag.content, depth);
    }

    fn attribute(&mut self, attribute: &Attribute, depth: usize) {
        let Attribute { name, value, sort } = attribute;
        self.out.push(' ');
        match sort {
            Sort::Quoted => self.out.push_str(&escaped(name)),
            _ => self.out.push_str(name),
        }
        if !value.is_empty() || *sort == Sort::Known {
            self.out.push('=');
            let value = self.value(attribute, depth);
            self.out.push_str(&value);
        }
    }

    /// A value that is too long for a line goes on behind a backslash, which takes the white space before the rest.
    fn value(&self, attribute: &Attribute, depth: usize) -> String {
        let room = self
            .room(depth + 1)
            .saturating_sub(attribute.name.len() + 2)
            .max(NARROW);
        let is_list = !matches!(attribute.sort, Sort::Data) && !attribute.name.starts_with("on");
        let value = &attribute.value;
        let has_runs =
            value.contains("  ") || value.contains(|c: char| c.is_whitespace() && c != ' ');
        if !is_list || has_runs || value.chars().count() <= room {
            return literal(value);
        }
        let parts = parts(value, room);
        let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        let inner: Vec<&str> = parts.iter().map(|part| &part[1..part.len() - 1]).collect();
        let next = format!("\\\n{}", " ".repeat(4 * (depth + 2)));
        format!("\"{}\"", inner.join(&next))
    }

    fn content(&mut self, content: &Content, depth: usize) {
        match content {
            Content::Void => self.out.push(';'),
            Content::Items(items) if items.is_empty() => self.out.push_str(" {}"),
            Content::Code(code) if code.is_empty() => self.out.push_str(" {}"),
            Content::Items(items) => {
                let is_broken = items.iter().any(is_block) || self.is_long(items, depth + 1);
                self.out.push_str(if is_broken { " {\n" } else { " { " });
                self.items(items, depth + 1);
                self.out.push('}');
            }
            Content::Code(code) => {
                self.out.push_str(" { ");
                self.out.push_str(&literal(code));
                self.out.push_str(" }");
            }
            Content::Markup(code) => {
                self.out.push_str(" { ");
                self.markup(code);
                self.out.push_str(" }");
            }
        }
    }
}

/// Whether it begins a line.
fn is_block(item: &Item) -> bool {
    match item {
        Item::Tag(tag) => {
            tag.is_block
                || matches!(&tag.content, Content::Items(items) if items.iter().any(is_block))
        }
        Item::Markup(_) | Item::Doctype => true,
        Item::Text(text) => text.contains('\n'),
    }
}

/// The classes, if dots write the same bytes: they come first, and one space stands between them.
fn shorthands(attributes: &[Attribute]) -> Vec<&str> {
    let Some(class) = attributes.first().filter(|first| first.name == "class") else {
        return Vec::new();
    };
    let classes: Vec<&str> = class.value.split(' ').collect();
    if classes.len() > SHORT || !classes.iter().all(|class| is_shorthand(class)) {
        return Vec::new();
    }
    classes
}
