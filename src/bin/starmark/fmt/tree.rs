//! A template as it stands in a file: ranges of the source, in the order of the grammar.
//!
//! The tree of the macros says what a template means and forgets how it was written. This one remembers every token: what
//! a formatter does not move apart stays one range, and is copied.

use std::ops::Range;

/// Where something stands in the source, in bytes.
pub(crate) type Place = Range<usize>;

/// A piece of a template's body.
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) kind: Kind,
}

/// What a piece is.
pub(crate) enum Kind {
    /// A literal, a splice, a call of a macro: copied as it is.
    Verbatim,
    /// `@let … ;`, copied as it is, on a line of its own.
    Let,
    /// `;` where none is needed.
    Semicolon,
    /// An element or a component.
    Element(Element),
    /// `{ … }`
    Block(Block),
    /// `@if … { … } @else { … }`, `@for … { … }`, `@while … { … }`: what stands before each block, and the block.
    Control(Vec<(Place, Block)>),
    /// `@match … { … }`
    Match(Match),
}

/// An element or a component.
pub(crate) struct Element {
    /// Empty if the element begins with a class or an id.
    pub(crate) name: Place,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) body: Body,
}

/// What ends an element.
pub(crate) enum Body {
    /// `;`, at this place.
    Semicolon(usize),
    Block(Block),
    /// Nothing, in an arm or a value.
    None,
}

/// `name=value`, `.class[condition]`, `#id` or `(..list)`.
pub(crate) struct Attribute {
    pub(crate) place: Place,
    /// Whether it stands right behind what is before it, as in `p.class`.
    pub(crate) touches: bool,
    pub(crate) name: Place,
    /// The place of the equals sign.
    pub(crate) equals: Option<Place>,
    pub(crate) value: Value,
}

/// What stands behind an attribute's name.
pub(crate) enum Value {
    None,
    /// A literal, an expression, or a condition in brackets.
    Verbatim(Place),
    /// `{ several }` or control flow.
    Node(Box<Node>),
}

/// `{ nodes }`, with its braces.
pub(crate) struct Block {
    pub(crate) place: Place,
    pub(crate) nodes: Vec<Node>,
}

/// `@match … { … }`
pub(crate) struct Match {
    pub(crate) head: Place,
    /// With its braces.
    pub(crate) place: Place,
    pub(crate) arms: Vec<Arm>,
}

/// `pattern => body,`
pub(crate) struct Arm {
    pub(crate) place: Place,
    pub(crate) pattern: Place,
    pub(crate) arrow: Place,
    pub(crate) body: Option<Node>,
    /// The place of the comma.
    pub(crate) comma: Option<Place>,
}

/// What a macro is given: an expression and a comma before the template, if it is `write_html!`, and the template.
pub(crate) struct Template {
    pub(crate) argument: Option<Place>,
    /// With its delimiters.
    pub(crate) place: Place,
    pub(crate) nodes: Vec<Node>,
}
