//! A list of attributes, already escaped, to pass around and spread.

use std::fmt;

use crate::buffer::Buffer;
use crate::value::{Attribute, Kind, Value};

/// Attributes that a component hands on to an element.
///
/// ```
/// use starmark::prelude::*;
///
/// let extra = Attributes::new().set(html::a::href, "/x").set(html::a::title, "1 < 2");
/// assert_eq!(html! { a (..extra) { "x" } }.into_string(), "<a href=\"/x\" title=\"1 &lt; 2\">x</a>");
/// assert_eq!(html::a().attributes(&extra).child("x").to_string(), html! { a (..extra) { "x" } }.into_string());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Attributes {
    buffer: Buffer,
    places: Places,
}

impl Attributes {
    /// An empty list.
    pub const fn new() -> Self {
        Self {
            buffer: Buffer::new(),
            places: Places::at(0),
        }
    }

    /// Adds an attribute by its constant.
    pub fn set<K: Kind>(mut self, attribute: Attribute<K>, value: impl Value<K>) -> Self {
        value.write_attribute(attribute.name(), &mut self.buffer);
        self.places.end = self.buffer.len();
        self
    }

    /// The list as it stands in a tag: each attribute with a space before it.
    pub fn as_str(&self) -> &str {
        self.buffer.as_str()
    }

    pub(crate) fn tag(&mut self) -> (&mut Buffer, &mut Places) {
        (&mut self.buffer, &mut self.places)
    }

    /// The attributes up to the last one that others depend on, and the rest.
    pub(crate) fn split(&self) -> (&str, &str) {
        self.as_str().split_at(self.places.first.unwrap_or(0))
    }
}

/// Where attributes stand in the buffer of a start tag.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Places {
    /// Where the next attribute goes that others depend on, once there are such others.
    first: Option<usize>,
    /// Where the attributes end.
    pub(crate) end: usize,
}

impl Places {
    pub(crate) const fn at(end: usize) -> Self {
        Self { first: None, end }
    }

    /// Adds an attribute that others depend on: before the first of those.
    pub(crate) fn insert_first(&mut self, tag: &mut Buffer, piece: &str) {
        let at = self.first.unwrap_or(self.end);
        self.first = Some(at);
        self.insert(at, tag, piece);
    }

    /// Adds an attribute that may depend on others, at the end.
    pub(crate) fn append_dependent(&mut self, tag: &mut Buffer, piece: &str) {
        self.first = self.first.or(Some(self.end));
        tag.insert(self.end, piece);
        self.end += piece.len();
    }

    /// Inserts a piece and moves what stands behind it.
    pub(crate) fn insert(&mut self, at: usize, tag: &mut Buffer, piece: &str) {
        tag.insert(at, piece);
        self.end += piece.len();
        if let Some(first) = &mut self.first
            && *first >= at
        {
            *first += piece.len();
        }
    }

    /// Where the entries of the object end that is the value of this attribute.
    ///
    /// A quote in a value is escaped, and behind a value stands a space, so this finds an attribute and nothing
    /// else.
    pub(crate) fn end_of_object(&self, tag: &Buffer, name: &str) -> Option<usize> {
        let tag = &tag.as_str()[..self.end];
        let opening = format!(" {name}=\"{{");
        let start = tag.find(&opening)? + opening.len();
        let rest = &tag[start..];
        let value = start + rest.find('"')?;
        (rest.starts_with(['\'', '[']) && tag[..value].ends_with('}')).then(|| value - 1)
    }
}

/// Prints the list as it stands in a tag, for any other template engine.
///
/// ```
/// use starmark::{Attributes, data};
///
/// let list = Attributes::new().with(data::show("$count < 2"));
/// assert_eq!(format!("<p{list}>"), r#"<p data-show="$count &lt; 2">"#);
/// ```
impl fmt::Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
