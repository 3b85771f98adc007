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
pub struct Attributes(Buffer);

impl Attributes {
    /// An empty list.
    pub const fn new() -> Self {
        Self(Buffer::new())
    }

    /// Adds an attribute by its constant.
    pub fn set<K: Kind>(mut self, attribute: Attribute<K>, value: impl Value<K>) -> Self {
        value.write_attribute(attribute.name(), &mut self.0);
        self
    }

    /// The list as it stands in a tag: each attribute with a space before it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub(crate) fn buffer(&mut self) -> &mut Buffer {
        &mut self.0
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
