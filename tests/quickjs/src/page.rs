//! What is on the page: elements, and what the client made of them.

use crate::client::Client;
use crate::value::Value;

/// The markup that a test shows; it is gone, with its signals, when this is dropped.
#[derive(Debug)]
pub struct Page<'c> {
    client: &'c Client,
}

/// An element of the page.
#[derive(Debug, Clone, Copy)]
pub struct Element<'c> {
    client: &'c Client,
    index: usize,
}

impl<'c> Page<'c> {
    pub(crate) fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// An element by its place in the document, from 0.
    ///
    /// # Panics
    ///
    /// Panics when there are fewer.
    pub fn element(&self, index: usize) -> Element<'c> {
        let count: usize = self.client.engine().call("shownCount", ());
        assert!(index < count, "the page has {count} elements");
        Element {
            client: self.client,
            index,
        }
    }

    /// An element by its id.
    ///
    /// # Panics
    ///
    /// Panics when there is none.
    pub fn find(&self, id: &str) -> Element<'c> {
        let index: i32 = self.client.engine().call("indexOf", (id,));
        let index = usize::try_from(index).ok();
        self.element(index.unwrap_or_else(|| panic!("the page has no #{id}")))
    }

    /// Fails if anything was thrown, written on the console or asked of the server since the last look.
    ///
    /// # Panics
    ///
    /// Panics when it was.
    #[track_caller]
    pub fn assert_quiet(&self) {
        assert_eq!(self.client.errors(), [""; 0]);
        assert_eq!(self.client.console(), []);
        assert_eq!(self.client.requests(), []);
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        self.client.reset();
    }
}

impl Element<'_> {
    /// The text inside.
    pub fn text(&self) -> String {
        self.client.engine().call("text", (self.index,))
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.client.engine().call("attribute", (self.index, name))
    }

    /// A declaration of the element's own style, as the client set it; empty if there is none.
    pub fn style(&self, property: &str) -> String {
        self.client.engine().call("styleOf", (self.index, property))
    }

    /// Whether the element has a class.
    pub fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split_ascii_whitespace().any(|other| other == class)
    }

    /// A property of the element, such as `value` of an input.
    pub fn property(&self, name: &str) -> Value {
        self.client.engine().call("property", (self.index, name))
    }

    /// Sets a property to a text and tells the page, as typing does.
    pub fn input(&self, property: &str, text: &str) {
        self.client
            .engine()
            .call::<()>("setProperty", (self.index, property, text));
        self.dispatch("input");
    }

    /// Dispatches an event that bubbles.
    pub fn dispatch(&self, event: &str) {
        self.client
            .engine()
            .call::<()>("dispatch", (self.index, event));
        self.client.settle();
    }

    /// Brings the element into view, or out of it.
    pub fn intersect(&self, is_in_view: bool) {
        self.client
            .engine()
            .call::<()>("intersect", (self.index, is_in_view));
        self.client.settle();
    }
}
