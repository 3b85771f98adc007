//! Elements as code sees them: their properties, in Rust's spelling.

use super::Level;
use super::check::Witness;
use super::kind::{Dom, Shape};
use crate::value::{Enumerated, Number, Text, Tokens, Url};

/// An element of the page: `el`, and the target of an event.
///
/// Its fields are properties of HTML's elements, in Rust's spelling; those of another element are missing in the
/// browser. Source: <https://html.spec.whatwg.org/multipage/dom.html#htmlelement>.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Element {
    /// The `id`.
    pub id: String,
    /// The data attributes that the application declares with [`dataset!`](crate::dataset!).
    pub dataset: Dataset,
    /// The element around it.
    pub parent_element: Box<Element>,
    /// The element behind it.
    pub next_element_sibling: Box<Element>,
    /// The element before it.
    pub previous_element_sibling: Box<Element>,
    /// All text in it.
    pub text_content: String,
    /// The value of a form control.
    pub value: String,
    /// The value of a form control as a number.
    pub value_as_number: f64,
    /// Whether a checkbox or radio button is on.
    pub checked: bool,
    /// Whether a form control is off limits.
    pub disabled: bool,
    /// Whether `details` or `dialog` is open.
    pub open: bool,
    /// The value that a `dialog` was closed with.
    pub return_value: String,
    /// The name of a form control.
    pub name: String,
    /// The address of a link.
    pub href: String,
    /// The option that is chosen, from 0 on; -1 for none.
    pub selected_index: i32,
    /// How far it is scrolled down, in CSS pixels.
    pub scroll_top: f64,
    /// How far it is scrolled to the right, in CSS pixels.
    pub scroll_left: f64,
    /// How high its content is, in CSS pixels.
    pub scroll_height: f64,
    /// How high it is, in CSS pixels.
    pub client_height: f64,
    /// How wide it is, in CSS pixels.
    pub client_width: f64,
    /// How high it is with its borders, in CSS pixels.
    pub offset_height: f64,
    /// How wide it is with its borders, in CSS pixels.
    pub offset_width: f64,
    /// How far a `video` or `audio` has come, in seconds.
    pub current_time: f64,
}

/// The data attributes of an element, as fields in code: `el.dataset.row_id`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Dataset {}

/// A kind of data attributes, and what code reads of one.
pub trait DataKind {
    /// The type in code.
    type Value: Datum;
}

/// What a data attribute can be in code.
pub trait Datum {
    /// What is printed around the property.
    #[doc(hidden)]
    const AROUND: [&'static str; 2];
}

impl Datum for String {
    const AROUND: [&'static str; 2] = ["", ""];
}

impl Datum for f64 {
    const AROUND: [&'static str; 2] = ["Number(", ")"];
}

macro_rules! data_kinds {
    ($($kind:ident: $value:ty;)*) => { $(impl DataKind for $kind { type Value = $value; })* };
}

data_kinds! {
    Text: String;
    Tokens: String;
    Enumerated: String;
    Url: String;
    Number: f64;
}

/// Prints a data attribute.
#[doc(hidden)]
pub fn data<T: Datum>(_: &Witness<T>, property: &str, _: Level, out: &mut String) -> Level {
    let [before, after] = T::AROUND;
    out.push_str(before);
    out.push_str(property);
    out.push_str(after);
    Level::PRIMARY
}

#[diagnostic::do_not_recommend]
impl Shape for Element {
    type Kind = Dom;
    type Receiver = Self;
}

#[diagnostic::do_not_recommend]
impl Shape for Box<Element> {
    type Kind = Dom;
    type Receiver = Self;
}

macro_rules! methods {
    ($($(#[$doc:meta])* $method:ident;)*) => {
        impl Element {
            $($(#[$doc])* pub fn $method(&self) {})*
        }
    };
}

methods! {
    /// Gives it the focus.
    focus;
    /// Clicks it.
    click;
    /// Selects the text of a form control.
    select;
    /// Removes it from the page.
    remove;
    /// Resets a form.
    reset;
    /// Submits a form, as if by its button.
    request_submit;
    /// Scrolls it into view.
    scroll_into_view;
    /// Opens a `dialog`.
    show_modal;
    /// Closes a `dialog`.
    close;
}
