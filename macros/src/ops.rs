//! What a template comes down to: writes in order, and what is to be checked beside them.

use proc_macro2::{Ident, Span, TokenStream};

use crate::escape::escape;
use starmark_syntax::template::ast::{Splice, Text};
use starmark_syntax::template::name::{DataName, Name};

/// One write of the expansion.
pub(crate) enum Op {
    /// Bytes that are known now.
    Static(String),
    /// The wire name of an element that the user declared.
    TagName(TokenStream),
    /// The name of a `data-*` attribute, if the client has an alias.
    DataName(DataName),
    /// A value as content.
    Splice(Splice),
    /// A value inside `script` or `style`.
    Code(Splice),
    /// A whole attribute by its name, left out by `None` and `false`.
    Attribute(Handle, String, Splice),
    /// A signal that is bound to a control, by whose sort it is checked.
    Bind(DataName, Splice, ControlPath),
    /// A whole attribute, for the `Some` of an option.
    Optional(Handle, String, Splice),
    /// A value between the quotes of an attribute.
    Part(Handle, Splice),
    /// Everything between the quotes of an attribute, to be checked as a whole.
    Region(Handle, Vec<Op>),
    /// Content whose leading line feed is doubled.
    Preformatted(Vec<Op>),
    /// A list of attributes.
    Spread(Splice),
    /// Something that stands there if a condition in brackets holds.
    Toggle(TokenStream, Vec<Op>),
    /// `if condition { … } else { … }`
    If(TokenStream, Vec<Op>, Vec<Op>),
    /// `for` or `while`
    Loop(TokenStream, Vec<Op>),
    /// `match`
    Match(TokenStream, Vec<(TokenStream, Vec<Op>)>),
    /// `let`
    Let(TokenStream),
    /// A scope of its own.
    Scope(Vec<Op>),
    /// A component.
    Component(ComponentCall),
}

/// A component with its props and children.
pub(crate) struct ComponentCall {
    pub(crate) path: TokenStream,
    pub(crate) name: Ident,
    pub(crate) props: Vec<(Ident, PropValue)>,
    pub(crate) children: Option<Vec<Op>>,
}

/// The value of a prop.
pub(crate) enum PropValue {
    True,
    Expression(Splice),
    Text(Text),
    Markup(Vec<Op>),
}

/// What the expansion asks rustc, without running it.
pub(crate) enum Check {
    /// The element exists and has this kind of body.
    Element(ElementPath, BodyKind, Span),
    /// The attribute exists on the element.
    Attribute(Handle),
    /// The literal is a value of the attribute's kind.
    Literal(Handle, Text),
    /// The Datastar attribute is right, down to its modifiers, on this element.
    Data(DataName, Given, ElementPath),
}

/// How an element was written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Void,
    Parent,
    Raw,
    /// The error has been reported; the name is still looked up.
    Missing,
}

/// What was written behind a `data-*` name.
pub(crate) enum Given {
    Nothing,
    Blank,
    Value,
    /// A literal, or literals around values, which leave holes in the source.
    Code(String, Span),
}

/// Where an element is looked up.
#[derive(Clone)]
pub(crate) enum ElementPath {
    In(Namespace, Name),
    Declared(TokenStream),
    /// A custom element that nobody declared.
    Custom,
}

/// Which control a signal is bound to.
#[derive(Clone)]
pub(crate) enum ControlPath {
    /// Whatever the element can be.
    Element(ElementPath),
    /// What the attributes make of it.
    Sort(&'static str),
}

/// Where an attribute is looked up.
#[derive(Clone)]
pub(crate) enum Handle {
    /// A constant of an element.
    Row(ElementPath, Name),
    /// A name without a row, with the kind of its value.
    Free(String, Kind),
    /// A `data-*` name.
    Data(DataName),
    /// `data-attr` for an attribute of the element, which says what an expression for it is.
    Set(ElementPath, DataName),
}

/// The kinds of values that an undeclared name can have.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Url,
    Style,
    Script,
    Html,
}

/// Which tables the elements come from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Namespace {
    Html,
    Svg,
    Mathml,
}

/// The result: writes and checks.
#[derive(Default)]
pub(crate) struct Lowered {
    pub(crate) ops: Vec<Op>,
    pub(crate) checks: Vec<Check>,
}

/// Writes in order; neighbouring static text is one write.
#[derive(Default)]
pub(crate) struct Ops(pub(crate) Vec<Op>);

impl Ops {
    pub(crate) fn raw(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some(Op::Static(last)) = self.0.last_mut() {
            last.push_str(text);
        } else {
            self.0.push(Op::Static(text.to_owned()));
        }
    }

    pub(crate) fn escaped(&mut self, text: &str) {
        self.raw(&escape(text));
    }

    pub(crate) fn push(&mut self, op: Op) {
        self.0.push(op);
    }

    /// Takes over writes, keeping static text merged.
    pub(crate) fn append(&mut self, ops: Vec<Op>) {
        for op in ops {
            match op {
                Op::Static(text) => self.raw(&text),
                op => self.push(op),
            }
        }
    }
}
