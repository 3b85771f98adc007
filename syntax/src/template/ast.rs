//! What a template is. Plain data: nothing here prints tokens.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;

use super::name::{DataName, Name};

/// One piece of a template's body, or of an attribute's value.
pub enum Node {
    /// `"text"`
    Text(Text),
    /// `(expression)`
    Splice(Splice),
    /// `p { … }`
    Element(Element),
    /// `CardView card=(c);`
    Component(Component),
    /// `{ … }`, a scope for `@let`.
    Block(Vec<Node>),
    /// `@if … { … } @else { … }`
    If(If),
    /// `@for … in … { … }` and `@while … { … }`
    Loop(Loop),
    /// `@match … { … }`
    Match(Match),
    /// `@let … = …;`
    Let(TokenStream),
}

/// A string literal, read once.
#[derive(Clone)]
pub struct Text {
    pub value: String,
    pub span: Span,
    /// The token, if it is the user's.
    pub literal: Option<Literal>,
}

impl Text {
    /// What stands for a text without quotes.
    pub fn new(value: &str, span: Span) -> Self {
        Self {
            value: value.to_owned(),
            span,
            literal: None,
        }
    }
}

impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let literal = self.literal.clone().unwrap_or_else(|| {
            let mut literal = Literal::string(&self.value);
            literal.set_span(self.span);
            literal
        });
        tokens.extend([TokenTree::Literal(literal)]);
    }
}

/// An expression of the user, forwarded unread.
pub struct Splice {
    pub expression: TokenStream,
    /// The parentheses, for messages about the value.
    pub span: Span,
}

/// An element of HTML, SVG, `MathML`, or of the user.
pub struct Element {
    pub name: ElementName,
    pub attributes: Vec<Attribute>,
    pub body: Body,
}

/// How an element is named, which decides where it is looked up.
pub enum ElementName {
    /// `.class` or `#id` alone.
    Div(Span),
    /// A bare name of the tables.
    Known(Name),
    /// A hyphenated name: a custom element that was not declared.
    Custom(Name),
    /// `star_rating` or `ui::star_rating`, declared by the user.
    Declared(TokenStream, Ident),
}

/// What follows the attributes.
pub enum Body {
    /// `;`
    Void,
    /// `{ … }`
    Children(Vec<Node>),
    /// Nothing: the error has been reported.
    Missing,
}

/// An attribute of an element.
pub enum Attribute {
    /// `.name` or `.name[condition]`
    Class {
        name: Vec<Node>,
        toggle: Option<TokenStream>,
    },
    /// `#name`
    Id { name: Vec<Node>, span: Span },
    /// `name=…`
    Named { name: AttributeName, value: Value },
    /// `(..list)`
    Spread(Splice),
}

/// How an attribute is named.
pub enum AttributeName {
    /// A bare name of the tables.
    Bare(Name),
    /// A literal, taken as written.
    Quoted(Name),
    /// A bare name that begins with `data-`.
    Data(DataName),
}

/// What stands behind an attribute's name.
pub enum Value {
    /// Nothing.
    Empty,
    /// `[condition]`
    Toggle(TokenStream),
    /// `=[option]`
    Optional(Splice),
    /// `=…`
    Nodes(Vec<Node>),
}

/// A component: a struct that is built from its props and rendered in place.
pub struct Component {
    pub path: TokenStream,
    pub name: Ident,
    pub props: Vec<Prop>,
    pub body: Body,
}

/// A prop of a component.
pub struct Prop {
    pub name: Ident,
    pub value: Value,
}

/// A chain of conditions.
pub struct If {
    pub condition: TokenStream,
    pub then: Vec<Node>,
    pub otherwise: Option<Box<Else>>,
}

/// What follows `@else`.
pub enum Else {
    If(If),
    Block(Vec<Node>),
}

/// `for pattern in expression` or `while condition`, and a body.
pub struct Loop {
    pub head: TokenStream,
    pub body: Vec<Node>,
}

/// `match expression` and its arms.
pub struct Match {
    pub head: TokenStream,
    pub arms: Vec<Arm>,
}

/// `pattern if guard => body`
pub struct Arm {
    pub pattern: TokenStream,
    pub body: Vec<Node>,
}
