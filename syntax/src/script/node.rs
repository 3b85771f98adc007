//! What the parser remembers of an expression: no tree, only what decides about its neighbours.

use super::Shape;

/// An expression that was read.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) start: usize,
    pub(super) form: Form,
    pub(super) shape: Shape,
    /// The names that it declares if it turns out to be parameters.
    pub(super) names: Vec<String>,
    /// Where an object says `a = 1`, which only a pattern may.
    pub(super) pending: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Name,
    /// A signal, `a.b` or `a[b]`: something to write to.
    Place,
    /// A call: JavaScript refuses to write to it only when it runs.
    Call,
    /// An array or an object, and what each may be the left side of.
    Pattern {
        target: bool,
        binding: bool,
    },
    /// `a = 1`, as a default of a pattern.
    Assignment {
        target: bool,
        binding: bool,
    },
    /// `(a, b)`: possibly parameters.
    Group {
        place: bool,
        binding: bool,
    },
    /// `a || b` and `a && b`, which do not mix with `??`.
    Logical,
    Coalesce,
    /// `-a`, which does not mix with `**`.
    Unary,
    /// `async () => …`, which is no operand.
    Arrow,
    /// A value that is known when the page is rendered.
    Hole,
    Other,
}

impl Node {
    pub(super) fn new(start: usize, form: Form, shape: Shape) -> Self {
        Self {
            start,
            form,
            shape,
            names: Vec::new(),
            pending: None,
        }
    }

    pub(super) fn other(start: usize) -> Self {
        Self::new(start, Form::Other, Shape::Other)
    }

    /// Whether `=` may follow it.
    pub(super) fn is_target(&self) -> bool {
        match self.form {
            Form::Pattern { target, .. } => target,
            _ => self.is_place(),
        }
    }

    /// Whether `+=` may follow it.
    pub(super) fn is_place(&self) -> bool {
        match self.form {
            Form::Name | Form::Place | Form::Call | Form::Hole => true,
            Form::Group { place, .. } => place,
            _ => false,
        }
    }

    /// Whether it may stand inside of a pattern that is written to.
    pub(super) fn fits_target(&self) -> bool {
        match self.form {
            Form::Assignment { target, .. } => target,
            _ => self.is_target(),
        }
    }

    /// Whether it may stand inside of parameters.
    pub(super) fn fits_binding(&self) -> bool {
        match self.form {
            Form::Name | Form::Hole => true,
            Form::Pattern { binding, .. } | Form::Assignment { binding, .. } => binding,
            _ => false,
        }
    }
}

/// Several nodes between brackets, as far as they matter together.
#[derive(Debug)]
pub(super) struct List {
    pub(super) target: bool,
    pub(super) binding: bool,
    pub(super) names: Vec<String>,
    pub(super) pending: Option<usize>,
}

impl List {
    pub(super) fn new() -> Self {
        Self {
            target: true,
            binding: true,
            names: Vec::new(),
            pending: None,
        }
    }

    pub(super) fn add(&mut self, node: &Node) {
        self.target &= node.fits_target();
        self.binding &= node.fits_binding();
        self.names.extend_from_slice(&node.names);
        self.pending = self.pending.or(node.pending);
    }

    /// The brackets as an expression.
    pub(super) fn into_node(self, start: usize, shape: Shape) -> Node {
        let form = Form::Pattern {
            target: self.target,
            binding: self.binding,
        };
        Node {
            names: self.names,
            pending: self.pending,
            ..Node::new(start, form, shape)
        }
    }
}
