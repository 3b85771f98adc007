//! Elements as values: an open tag and its children in one buffer.

use std::fmt;
use std::marker::PhantomData;

use crate::attributes::{Attributes, Places};
use crate::buffer::Buffer;
use crate::markup::{Markup, PreEscaped};
use crate::render::{Render, render};
use crate::value::{Attribute, Kind, Value};

/// A kind of element; the rows of the tables implement it.
pub trait Tag {
    /// The name as it stands in HTML.
    const NAME: &'static str;
    /// Whether the parser drops a line feed right after the start tag.
    const PREFORMATTED: bool = false;
    /// Whether it holds a value that the client can read and set.
    const CONTROL: bool = false;
}

/// A form control or a custom element: an element that `data-bind` can tie to a signal.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no form control",
    label = "`data_bind` is for form controls and custom elements",
    note = "to bind another property, write `.with(data::bind(signal).prop(\"name\"))`"
)]
pub trait Control: Tag {
    /// What decides which signals fit: the element itself, or that it is a custom one.
    #[doc(hidden)]
    type Sort;
}

/// Whether a name is one of a custom element.
#[doc(hidden)]
pub const fn is_custom(name: &str) -> bool {
    crate::message::contains_str(name, "-")
}

/// The element `html`, from which the client reads what holds for the page.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `html`",
    label = "the client reads this from `html` alone",
    note = "write it on the root of the page: `html().data_nonce(&nonce)`"
)]
pub trait Root: Tag {}

#[diagnostic::do_not_recommend]
impl Root for crate::html::html {}

/// An element that has children.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not take children",
    label = "this element has no children",
    note = "a void element, such as `br` or `img`, ends with `;` in a template",
    note = "`script` and `style` take `code`, not children"
)]
pub trait Parent: Tag {}

/// An element that ends with its start tag.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a void element: it needs a body",
    label = "write `{{ }}` instead of `;`",
    note = "without an end tag, what follows would become its content"
)]
pub trait Void: Tag {}

/// An element whose content is code: `script` and `style`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not hold code",
    label = "use `child` instead"
)]
pub trait Raw: Tag {}

/// Can stand inside `script` and `style`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not code: it cannot stand inside `script` or `style`",
    label = "a string would run as code here",
    note = "bring data in with `JsonScript(&value)` in a `script type=\"application/json\"`",
    note = "wrap code that you vouch for in `PreEscaped`"
)]
pub trait Code {
    /// Appends the code.
    fn write_code(&self, out: &mut Buffer);
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> Code for PreEscaped<T> {
    fn write_code(&self, out: &mut Buffer) {
        // Trusted: that is what the type says.
        out.trusted(self.as_str());
    }
}

#[diagnostic::do_not_recommend]
impl<T: Code + ?Sized> Code for &T {
    fn write_code(&self, out: &mut Buffer) {
        T::write_code(self, out);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Code> Code for Option<T> {
    fn write_code(&self, out: &mut Buffer) {
        if let Some(code) = self {
            code.write_code(out);
        }
    }
}

/// Room that an element starts with: elements live briefly, so too much costs less than growing.
const ROOM: usize = 256;

/// An element under construction.
///
/// The functions in [`html`](mod@crate::html), [`svg`](crate::svg) and [`mathml`](crate::mathml) begin one. Its
/// own attributes, the global ones and Datastar's are methods; children are rendered as they are added.
///
/// ```
/// use starmark::html::{li, ul};
/// use starmark::render;
///
/// let list = ul().id("list").class("plain").children((1..=2).map(|n| li().child(n)));
/// assert_eq!(render(list).into_string(), "<ul id=\"list\" class=\"plain\"><li>1</li><li>2</li></ul>");
/// ```
pub struct Element<T> {
    /// `<name`, the attributes, and after the first child `>` and the children.
    buffer: Buffer,
    /// Where the attributes stand.
    places: Places,
    /// Whether the start tag is closed.
    closed: bool,
    tag: PhantomData<fn() -> T>,
}

impl<T: Tag> Element<T> {
    /// An element without attributes and children; the constructor functions call it.
    #[doc(hidden)]
    pub fn new() -> Self {
        let mut buffer = Buffer::with_capacity(ROOM);
        buffer.trusted("<");
        // Trusted: a name from the tables.
        buffer.trusted(T::NAME);
        Self {
            places: Places::at(buffer.len()),
            buffer,
            closed: false,
            tag: PhantomData,
        }
    }

    /// Adds an attribute by its constant, for attributes that have no method.
    ///
    /// ```
    /// use starmark::{html, render};
    /// let link = html::a().set(html::a::href, "/x");
    /// assert_eq!(render(link).into_string(), "<a href=\"/x\"></a>");
    /// ```
    pub fn set<K: Kind>(self, attribute: Attribute<K>, value: impl Value<K>) -> Self {
        self.in_tag(|out| value.write_attribute(attribute.name(), out))
    }

    /// Adds a list of attributes.
    pub fn attributes(self, list: &Attributes) -> Self {
        // Trusted: the list escaped what it took.
        let (first, rest) = list.split();
        let mut element = self;
        if !first.is_empty() {
            let (buffer, places) = element.tag();
            places.insert_first(buffer, first);
        }
        element.in_tag(|out| out.trusted(rest))
    }

    /// Changes the element if a condition holds.
    ///
    /// ```
    /// use starmark::html::button;
    /// use starmark::render;
    /// let save = |late| render(button().when(late, |b| b.title("Late")).child("Save")).into_string();
    /// assert_eq!(save(false), "<button>Save</button>");
    /// assert_eq!(save(true), "<button title=\"Late\">Save</button>");
    /// ```
    pub fn when(self, condition: bool, change: impl FnOnce(Self) -> Self) -> Self {
        if condition { change(self) } else { self }
    }

    /// Adds a child.
    pub fn child(mut self, child: impl Render) -> Self
    where
        T: Parent,
    {
        let start = self.close_tag();
        child.render_to(&mut self.buffer);
        self.after_child(start);
        self
    }

    /// Adds every item as a child.
    pub fn children<C: Render>(mut self, children: impl IntoIterator<Item = C>) -> Self
    where
        T: Parent,
    {
        let start = self.close_tag();
        for child in children {
            child.render_to(&mut self.buffer);
        }
        self.after_child(start);
        self
    }

    /// Sets the code of a `script` or `style`.
    ///
    /// ```
    /// use starmark::{PreEscaped, html::style, render};
    /// let css = style().code(PreEscaped("p > a { color: red }"));
    /// assert_eq!(render(css).into_string(), "<style>p > a { color: red }</style>");
    /// ```
    pub fn code(mut self, code: impl Code) -> Self
    where
        T: Raw,
    {
        self.close_tag();
        code.write_code(&mut self.buffer);
        self
    }

    /// Renders the element to owned markup.
    pub fn render(&self) -> Markup
    where
        T: End,
    {
        render(self)
    }

    /// Lets `write` append to the start tag, also after children were added.
    pub(crate) fn in_tag(mut self, write: impl FnOnce(&mut Buffer)) -> Self {
        if self.closed {
            let mut attribute = Buffer::new();
            write(&mut attribute);
            self.buffer.insert(self.places.end, attribute.as_str());
            self.places.end += attribute.len();
        } else {
            write(&mut self.buffer);
            self.places.end = self.buffer.len();
        }
        self
    }

    /// The start tag, for attributes that have to stand in a certain place.
    pub(crate) fn tag(&mut self) -> (&mut Buffer, &mut Places) {
        (&mut self.buffer, &mut self.places)
    }

    /// Ends the start tag and returns where the next child begins.
    fn close_tag(&mut self) -> usize {
        if !self.closed {
            self.buffer.trusted(">");
            self.closed = true;
        }
        self.buffer.len()
    }

    /// Keeps a line feed that the parser would drop.
    fn after_child(&mut self, start: usize) {
        if T::PREFORMATTED && start == self.places.end + 1 {
            self.buffer.double_leading_newline(start);
        }
    }
}

/// The end of an element, which differs between void elements and the others.
#[doc(hidden)]
pub trait End: Tag {
    /// Whether the element has an end tag.
    const END_TAG: bool;
}

#[diagnostic::do_not_recommend]
impl<T: End> Render for Element<T> {
    fn render_to(&self, out: &mut Buffer) {
        // Trusted: every part was escaped when it was added.
        out.trusted(self.buffer.as_str());
        if !self.closed {
            out.trusted(">");
        }
        if T::END_TAG {
            out.trusted("</");
            out.trusted(T::NAME);
            out.trusted(">");
        }
    }
}

impl<T: End> fmt::Display for Element<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(render(self).as_str())
    }
}

impl<T> Clone for Element<T> {
    fn clone(&self) -> Self {
        Self {
            buffer: self.buffer.clone(),
            places: self.places,
            closed: self.closed,
            tag: PhantomData,
        }
    }
}

impl<T: Tag> Default for Element<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Tag> fmt::Debug for Element<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Element")
            .field(&self.buffer.as_str())
            .finish()
    }
}
