//! A list of attributes, already escaped, to pass around and spread.

use std::fmt;

use crate::buffer::{Buffer, Piece};
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
    ///
    /// ```
    /// use starmark::Attributes;
    /// assert_eq!(Attributes::new().as_str(), "");
    /// ```
    pub const fn new() -> Self {
        Self {
            buffer: Buffer::new(),
            places: Places::at(0),
        }
    }

    /// Adds an attribute by its constant.
    ///
    /// ```
    /// use starmark::{Attributes, html};
    ///
    /// let list = Attributes::new().set(html::a::href, "/x?a=1&b");
    /// assert_eq!(list.as_str(), " href=\"/x?a=1&amp;b\"");
    /// ```
    pub fn set<K: Kind>(mut self, attribute: Attribute<K>, value: impl Value<K>) -> Self {
        value.write_attribute(attribute.name(), &mut self.buffer);
        self.places.set_end(self.buffer.len());
        self
    }

    /// The list as it stands in a tag: each attribute with a space before it.
    ///
    /// ```
    /// use starmark::{Attributes, html};
    ///
    /// let list = Attributes::new().set(html::a::href, "/").set(html::a::target, "_blank");
    /// assert_eq!(list.as_str(), " href=\"/\" target=\"_blank\"");
    /// ```
    pub fn as_str(&self) -> &str {
        self.buffer.as_str()
    }

    pub(crate) fn tag(&mut self) -> (&mut Buffer, &mut Places) {
        (&mut self.buffer, &mut self.places)
    }

    /// The attributes up to the last one that others depend on, and the rest.
    pub(crate) fn split(&self) -> (&str, &str) {
        self.as_str().split_at(self.places.first().unwrap_or(0))
    }
}

/// Where attributes stand in a start tag. Elements are moved around a lot, so this is small.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places {
    /// Where the next attribute goes that others depend on, or `NONE` as long as there are no such others.
    first: u32,
    /// Where the attributes end.
    end: u32,
}

/// No place.
const NONE: u32 = u32::MAX;

#[inline]
const fn place(at: usize) -> u32 {
    if at >= NONE as usize {
        too_long();
    }
    #[expect(clippy::cast_possible_truncation, reason = "it was asked")]
    {
        at as u32
    }
}

#[cold]
#[inline(never)]
#[track_caller]
const fn too_long() {
    panic!("a start tag has more than 4 GB");
}

impl Default for Places {
    fn default() -> Self {
        Self::at(0)
    }
}

impl Places {
    #[inline]
    pub(crate) const fn at(end: usize) -> Self {
        Self {
            first: NONE,
            end: place(end),
        }
    }

    /// Where the attributes end.
    #[inline]
    pub(crate) const fn end(self) -> usize {
        self.end as usize
    }

    /// The attributes end there now.
    #[inline]
    pub(crate) const fn set_end(&mut self, end: usize) {
        self.end = place(end);
    }

    /// Where those attributes end that others depend on, if there are others.
    const fn first(self) -> Option<usize> {
        if self.first == NONE {
            None
        } else {
            Some(self.first as usize)
        }
    }

    /// Adds an attribute that others depend on: before the first of those.
    pub(crate) fn insert_first(&mut self, tag: &mut impl StartTag, piece: &str) {
        let at = self.depend();
        self.insert(at, tag, piece);
    }

    /// Adds an attribute that may depend on others, at the end.
    pub(crate) fn append_dependent(&mut self, tag: &mut impl StartTag, piece: &str) {
        self.depend();
        tag.insert(self.end(), piece);
        self.set_end(self.end() + piece.len());
    }

    /// From here on, attributes may depend on others.
    pub(crate) fn depend(&mut self) -> usize {
        let first = self.first().unwrap_or(self.end());
        self.first = place(first);
        first
    }

    /// Inserts a piece and moves what stands behind it.
    pub(crate) fn insert(&mut self, at: usize, tag: &mut impl StartTag, piece: &str) {
        tag.insert(at, piece);
        self.set_end(self.end() + piece.len());
        if let Some(first) = self.first()
            && first >= at
        {
            self.first = place(first + piece.len());
        }
    }

    /// Where the entries of the object end that is the value of this attribute.
    ///
    /// A quote in a value is escaped, and behind a value stands a space, so this finds an attribute and nothing
    /// else.
    pub(crate) fn end_of_object(self, tag: &impl StartTag, name: &str) -> Option<usize> {
        let tag = &tag.as_str()[..self.end()];
        let opening = format!(" {name}=\"{{");
        let start = tag.find(&opening)? + opening.len();
        let rest = &tag[start..];
        let value = start + rest.find('"')?;
        (rest.starts_with(['\'', '[']) && tag[..value].ends_with('}')).then(|| value - 1)
    }
}

/// What holds attributes: the text of a list or of an element.
pub(crate) trait StartTag {
    /// All of the text.
    fn as_str(&self) -> &str;
    /// Inserts trusted markup.
    fn insert(&mut self, at: usize, piece: &str);
}

impl StartTag for Buffer {
    fn as_str(&self) -> &str {
        self.as_str()
    }

    fn insert(&mut self, at: usize, piece: &str) {
        self.insert(at, piece);
    }
}

impl StartTag for Piece {
    fn as_str(&self) -> &str {
        self.as_str()
    }

    fn insert(&mut self, at: usize, piece: &str) {
        self.insert(at, piece);
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
