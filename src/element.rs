//! Elements as values: a start tag and, behind it, the children.

use std::fmt;
use std::marker::PhantomData;

use crate::attributes::{Attributes, Places};
use crate::buffer::{Buffer, Piece, elsewhere, leading_line_feed};
use crate::markup::{Markup, PreEscaped};
use crate::render::{Render, render};
use crate::value::{Attribute, Kind, Value, written};

/// A kind of element; the rows of the tables implement it.
pub trait Tag {
    /// The name as it stands in HTML.
    const NAME: &'static str;
    /// The start tag without attributes.
    #[doc(hidden)]
    const START: &'static str;
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

/// What is written of an element.
#[derive(Debug, Clone)]
pub struct Written {
    /// The start tag and, behind it, the children.
    text: Piece,
    /// Where the attributes stand.
    places: Places,
}

impl Written {
    /// Adds an attribute with a value that is escaped here.
    #[inline]
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        if self.has_children() {
            return self.insert(&written(name, value));
        }
        self.text.attribute(name, value);
        self.places.set_end(self.text.len() - 1);
    }

    /// Adds an attribute without a value.
    pub(crate) fn flag(&mut self, name: &str) {
        self.with(|out| {
            out.trusted(" ");
            // Trusted: names come from the tables.
            out.trusted(name);
        });
    }

    /// Adds an attribute that is written elsewhere, or nothing.
    pub(crate) fn with(&mut self, write: impl FnOnce(&mut Buffer)) {
        elsewhere(write, |attribute| self.insert_last(attribute));
    }

    /// Adds an attribute as it stands in HTML, with a space before it.
    pub(crate) fn insert_last(&mut self, attribute: &str) {
        if self.has_children() {
            self.insert(attribute);
        } else {
            self.text.before_last(attribute);
            self.places.set_end(self.text.len() - 1);
        }
    }

    fn insert(&mut self, attribute: &str) {
        self.text.insert(self.places.end(), attribute);
        self.places.set_end(self.places.end() + attribute.len());
    }

    /// The text and where the attributes stand in it, for those that have to stand in a certain place.
    pub(crate) const fn parts(&mut self) -> (&mut Piece, &mut Places) {
        (&mut self.text, &mut self.places)
    }

    /// From here on, attributes may depend on others.
    pub(crate) fn depend(&mut self) {
        self.places.depend();
    }

    /// Whether there is something behind the start tag.
    #[inline]
    pub(crate) fn has_children(&self) -> bool {
        self.text.len() > self.places.end() + 1
    }
}

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
    written: Written,
    tag: PhantomData<fn() -> T>,
}

impl<T: Tag> Element<T> {
    /// An element without attributes and children; the constructor functions call it.
    #[doc(hidden)]
    #[inline]
    pub fn new() -> Self {
        Self {
            written: Written {
                text: Piece::begin(T::START),
                places: const { Places::at(T::START.len() - 1) },
            },
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
    #[inline]
    pub fn set<K: Kind>(mut self, attribute: Attribute<K>, value: impl Value<K>) -> Self {
        value.attribute_of(attribute.name(), &mut self.written);
        self
    }

    /// Adds a list of attributes.
    ///
    /// ```
    /// use starmark::{Attributes, html};
    ///
    /// let list = Attributes::new().set(html::button::name, "save");
    /// assert_eq!(html::button().attributes(&list).to_string(), "<button name=\"save\"></button>");
    /// ```
    pub fn attributes(mut self, list: &Attributes) -> Self {
        // Trusted: the list escaped what it took.
        let (first, rest) = list.split();
        if !first.is_empty() {
            let (text, places) = self.written.parts();
            places.insert_first(text, first);
        }
        self.written.insert_last(rest);
        self
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

    /// Adds a child: text, which is escaped, an element, markup, or whatever else is [`Render`].
    ///
    /// ```
    /// use starmark::html::{em, p};
    /// assert_eq!(p().child("1 < ").child(em().child(2)).to_string(), "<p>1 &lt; <em>2</em></p>");
    /// ```
    #[inline]
    pub fn child(mut self, child: impl Render) -> Self
    where
        T: Parent,
    {
        let start = self.written.text.len();
        child.become_child(&mut self.written.text);
        self.keep_line_feed(start);
        self
    }

    /// Adds every item as a child; an `Option` is none or one.
    ///
    /// ```
    /// use starmark::html::{li, ul};
    ///
    /// let note: Option<&str> = None;
    /// let list = ul().children(["a", "b"].map(|name| li().child(name))).children(note);
    /// assert_eq!(list.to_string(), "<ul><li>a</li><li>b</li></ul>");
    /// ```
    #[inline]
    pub fn children<C: Render>(mut self, children: impl IntoIterator<Item = C>) -> Self
    where
        T: Parent,
    {
        let start = self.written.text.len();
        let text = &mut self.written.text;
        // Not a loop: the items of an iterator that is driven from within stay in registers.
        children
            .into_iter()
            .for_each(|child| child.become_child(text));
        self.keep_line_feed(start);
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
        self.written.text.with(|out| code.write_code(out));
        self
    }

    /// Renders the element to owned markup.
    ///
    /// ```
    /// use starmark::Markup;
    /// use starmark::html::br;
    ///
    /// let markup: Markup = br().render();
    /// assert_eq!(markup.as_str(), "<br>");
    /// ```
    pub fn render(&self) -> Markup
    where
        T: End,
    {
        render(self)
    }

    /// What is written, for attributes that have to stand in a certain place.
    pub(crate) const fn written(&mut self) -> &mut Written {
        &mut self.written
    }

    /// Doubles a line feed that the parser would drop, if it is the first thing behind the start tag.
    #[inline]
    fn keep_line_feed(&mut self, start: usize) {
        if T::PREFORMATTED && start == self.written.places.end() + 1 {
            let text = &mut self.written.text;
            if let Some(feed) = leading_line_feed(&text.as_str()[start..]) {
                text.insert(start, feed);
            }
        }
    }
}

/// The end of an element, which differs between void elements and the others.
#[doc(hidden)]
pub trait End: Tag {
    /// The end tag, if it has one.
    const END: &'static str;
}

#[diagnostic::do_not_recommend]
impl<T: End> Render for Element<T> {
    fn render_to(&self, out: &mut Buffer) {
        // Trusted: every part was escaped when it was added.
        out.trusted(self.written.text.as_str());
        out.trusted(T::END);
    }

    fn copy_into(&self, parent: &mut Piece) {
        // Trusted: as above.
        parent.trusted(self.written.text.as_str());
        parent.put(T::END);
    }

    #[inline]
    fn become_child(self, parent: &mut Piece) {
        parent.adopt(self.written.text, T::END);
    }
}

impl<T: End> fmt::Display for Element<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written.text.as_str())?;
        f.write_str(T::END)
    }
}

impl<T> Clone for Element<T> {
    fn clone(&self) -> Self {
        Self {
            written: self.written.clone(),
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
            .field(&self.written.text.as_str())
            .finish()
    }
}
