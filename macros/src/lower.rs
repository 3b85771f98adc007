//! The tree as a list of writes: static text is escaped and merged here, checks are noted beside it.

use proc_macro2::{Span, TokenStream};

use crate::expand::ALIAS;
use crate::lookup::{
    announce_event, bound_signal, child_namespace, control, data_handle, element_path,
    element_span, free, given, in_order, is_preformatted, is_raw, quoted, wire_name,
};
use crate::ops::{
    BodyKind, Check, ControlPath, ElementPath, Given, Handle, Lowered, Namespace, Op, Ops,
};
use starmark_syntax::errors::Errors;
use starmark_syntax::template::ast::{
    Attribute, AttributeName, Body, Element, ElementName, Else, If, Loop, Match, Node, Splice,
    Text, Value,
};

mod component;

/// What stands around the nodes that are lowered.
#[derive(Clone)]
enum Context {
    /// Content of an element.
    Content(Namespace),
    /// Content of `script` or `style`.
    Raw(Namespace),
    /// Between the quotes of an attribute.
    Value(Handle),
}

/// Lowers a template.
pub(crate) fn lower(nodes: Vec<Node>, errors: &mut Errors) -> Lowered {
    let mut lower = Lower {
        checks: Vec::new(),
        errors,
    };
    let mut ops = Ops::default();
    lower.nodes(nodes, &Context::Content(Namespace::Html), &mut ops);
    Lowered {
        ops: ops.0,
        checks: lower.checks,
    }
}

struct Lower<'a> {
    checks: Vec<Check>,
    errors: &'a mut Errors,
}

impl Lower<'_> {
    fn nodes(&mut self, nodes: Vec<Node>, context: &Context, ops: &mut Ops) {
        for node in nodes {
            self.node(node, context, ops);
        }
    }

    fn inner(&mut self, nodes: Vec<Node>, context: &Context) -> Vec<Op> {
        let mut ops = Ops::default();
        self.nodes(nodes, context, &mut ops);
        ops.0
    }

    fn node(&mut self, node: Node, context: &Context, ops: &mut Ops) {
        match node {
            Node::Text(text) => self.text(&text, context, ops),
            Node::Splice(splice) => ops.push(match context {
                Context::Content(_) => Op::Splice(splice),
                Context::Raw(_) => Op::Code(splice),
                Context::Value(handle) => Op::Part(handle.clone(), splice),
            }),
            Node::Element(element) => self.element(element, context, ops),
            Node::Component(component) => self.component(component, context, ops),
            Node::Block(nodes) => self.block(nodes, context, ops),
            Node::If(chain) => {
                let op = self.if_(chain, context);
                ops.push(op);
            }
            Node::Loop(Loop { head, body }) => ops.push(Op::Loop(head, self.inner(body, context))),
            Node::Match(Match { head, arms }) => {
                let arms = arms
                    .into_iter()
                    .map(|arm| (arm.pattern, self.inner(arm.body, context)));
                ops.push(Op::Match(head, arms.collect()));
            }
            Node::Let(tokens) => ops.push(Op::Let(tokens)),
        }
    }

    fn text(&mut self, text: &Text, context: &Context, ops: &mut Ops) {
        if let Context::Raw(namespace) = context {
            self.check_code(&text.value, *namespace, text.span);
            ops.raw(&text.value);
        } else {
            ops.escaped(&text.value);
        }
    }

    /// Code that is written in the template is the author's, as long as it cannot end its element.
    fn check_code(&mut self, code: &str, namespace: Namespace, span: Span) {
        let lower = code.to_ascii_lowercase();
        if let Some(bad) = ["</script", "</style", "<!--"]
            .into_iter()
            .find(|bad| lower.contains(bad))
        {
            self.errors.at(
                span,
                format!(
                    "`{bad}` would end or hide the element's code; write it as `\\x3c…` in the code"
                ),
            );
        } else if namespace != Namespace::Html && code.contains(['<', '&']) {
            self.errors.at(span, "inside `svg` the parser reads `<` and `&` of a script or style as markup; move it out");
        }
    }

    fn block(&mut self, nodes: Vec<Node>, context: &Context, ops: &mut Ops) {
        let has_let = nodes.iter().any(|node| matches!(node, Node::Let(_)));
        let inner = self.inner(nodes, context);
        if has_let {
            ops.push(Op::Scope(inner));
        } else {
            ops.append(inner);
        }
    }

    fn if_(&mut self, chain: If, context: &Context) -> Op {
        let then = self.inner(chain.then, context);
        let otherwise = match chain.otherwise.map(|otherwise| *otherwise) {
            Some(Else::If(chain)) => vec![self.if_(chain, context)],
            Some(Else::Block(nodes)) => self.inner(nodes, context),
            None => Vec::new(),
        };
        Op::If(chain.condition, then, otherwise)
    }

    fn element(&mut self, element: Element, context: &Context, ops: &mut Ops) {
        let Context::Content(namespace) = *context else {
            // Inside a value the parser has reported it.
            if let Context::Raw(_) = context {
                self.errors.at(
                    element_span(&element.name),
                    "`script` and `style` hold code, not elements",
                );
            }
            return;
        };
        let path = element_path(&element.name, namespace);
        ops.raw("<");
        push_name(&wire_name(&element.name), &path, ops);
        self.attributes(element.attributes, &path, ops);
        ops.raw(">");
        self.body(&element.name, &path, element.body, namespace, ops);
    }

    fn body(
        &mut self,
        name: &ElementName,
        path: &ElementPath,
        body: Body,
        namespace: Namespace,
        ops: &mut Ops,
    ) {
        let wire = wire_name(name);
        let raw = is_raw(&wire);
        let span = element_span(name);
        let kind = match &body {
            Body::Void => BodyKind::Void,
            Body::Missing => BodyKind::Missing,
            Body::Children(_) if raw => BodyKind::Raw,
            Body::Children(_) => BodyKind::Parent,
        };
        if let (Body::Void, ElementPath::Custom) = (&body, path) {
            self.errors.at(
                span,
                "a custom element is no void element: write `{ }` instead of `;`",
            );
        }
        self.checks.push(Check::Element(path.clone(), kind, span));
        let Body::Children(children) = body else {
            return;
        };
        let namespace = child_namespace(name, &wire, namespace);
        let context = if raw {
            Context::Raw(namespace)
        } else {
            Context::Content(namespace)
        };
        let inner = self.inner(children, &context);
        if is_preformatted(&wire) {
            push_preformatted(inner, ops);
        } else {
            ops.append(inner);
        }
        ops.raw("</");
        push_name(&wire, path, ops);
        ops.raw(">");
    }

    fn attributes(&mut self, attributes: Vec<Attribute>, path: &ElementPath, ops: &mut Ops) {
        let mut classes = Vec::new();
        let mut ids = Vec::new();
        let mut others = Vec::new();
        for attribute in attributes {
            match attribute {
                Attribute::Class { name, toggle } => classes.push((name, toggle)),
                Attribute::Id { name, .. } => ids.push(name),
                other => others.push(other),
            }
        }
        if !classes.is_empty() {
            self.classes(classes, ops);
        }
        for name in ids {
            self.id(name, ops);
        }
        let control = control(path, &others);
        for attribute in in_order(others) {
            match attribute {
                Attribute::Spread(splice) => ops.push(Op::Spread(splice)),
                Attribute::Named { name, value } => match bound_signal(&name, value) {
                    Ok(splice) => self.bind(name, splice, path, &control, ops),
                    Err(value) => self.named(name, value, path, ops),
                },
                Attribute::Class { .. } | Attribute::Id { .. } => {}
            }
        }
    }

    /// Class shorthands: the fixed ones first, then those with a condition.
    fn classes(&mut self, classes: Vec<(Vec<Node>, Option<TokenStream>)>, ops: &mut Ops) {
        let context = Context::Value(free("class"));
        let mut toggled = Vec::new();
        ops.raw(" class=\"");
        for (i, (name, toggle)) in classes.into_iter().enumerate() {
            let space = if i > 0 { " " } else { "" };
            if let Some(toggle) = toggle {
                toggled.push((space, name, toggle));
            } else {
                ops.raw(space);
                self.nodes(name, &context, ops);
            }
        }
        for (space, name, toggle) in toggled {
            let mut inner = Ops::default();
            inner.raw(space);
            self.nodes(name, &context, &mut inner);
            ops.push(Op::Toggle(toggle, inner.0));
        }
        ops.raw("\"");
    }

    fn bind(
        &mut self,
        name: AttributeName,
        splice: Splice,
        path: &ElementPath,
        control: &ControlPath,
        ops: &mut Ops,
    ) {
        let AttributeName::Data(data) = name else {
            return;
        };
        self.checks
            .push(Check::Data(data.clone(), Given::Value, path.clone()));
        ops.push(Op::Bind(data, splice, control.clone()));
    }

    fn named(&mut self, name: AttributeName, mut value: Value, path: &ElementPath, ops: &mut Ops) {
        let (text, handle) = match name {
            AttributeName::Bare(name) if matches!(path, ElementPath::Custom) => {
                (name.text.clone(), quoted(name))
            }
            AttributeName::Bare(name) => (name.text.clone(), Handle::Row(path.clone(), name)),
            AttributeName::Quoted(name) => (name.text.clone(), quoted(name)),
            AttributeName::Data(data) => {
                announce_event(&mut value, &data);
                self.checks
                    .push(Check::Data(data.clone(), given(&value), path.clone()));
                (data.name.text.clone(), data_handle(data, &value, path))
            }
        };
        match value {
            Value::Empty => {
                push_attribute_name(&text, &handle, ops);
                self.checks.push(Check::Attribute(handle));
            }
            Value::Toggle(condition) => {
                let mut name = Ops::default();
                push_attribute_name(&text, &handle, &mut name);
                self.checks.push(Check::Attribute(handle));
                ops.push(Op::Toggle(condition, name.0));
            }
            Value::Optional(splice) => ops.push(Op::Optional(handle, text, splice)),
            Value::Nodes(nodes) => self.value(&text, handle, nodes, ops),
        }
    }

    fn value(&mut self, text: &str, handle: Handle, mut nodes: Vec<Node>, ops: &mut Ops) {
        if let [Node::Splice(_)] = nodes[..] {
            let Some(Node::Splice(splice)) = nodes.pop() else {
                return;
            };
            ops.push(Op::Attribute(handle, text.to_owned(), splice));
            return;
        }
        if let [Node::Text(literal)] = &nodes[..] {
            self.checks
                .push(Check::Literal(handle.clone(), literal.clone()));
        } else {
            self.checks.push(Check::Attribute(handle.clone()));
        }
        push_attribute_name(text, &handle, ops);
        ops.raw("=\"");
        let inner = self.inner(nodes, &Context::Value(handle.clone()));
        push_region(handle, inner, ops);
        ops.raw("\"");
    }

    /// The `id` shorthand.
    fn id(&mut self, nodes: Vec<Node>, ops: &mut Ops) {
        let handle = free("id");
        ops.raw(" id=\"");
        let inner = self.inner(nodes, &Context::Value(handle.clone()));
        push_region(handle, inner, ops);
        ops.raw("\"");
    }
}

/// Text that is all static needs no check at run time.
fn push_region(handle: Handle, inner: Vec<Op>, ops: &mut Ops) {
    if inner.iter().all(|op| matches!(op, Op::Static(_))) {
        ops.append(inner);
    } else {
        ops.push(Op::Region(handle, inner));
    }
}

/// The parser drops one line feed after the start tag of `pre` and `textarea`; a literal one is doubled here.
fn push_preformatted(mut inner: Vec<Op>, ops: &mut Ops) {
    match inner.first_mut() {
        Some(Op::Static(text)) => {
            if text.starts_with('\n') {
                text.insert(0, '\n');
            }
            ops.append(inner);
        }
        Some(_) => ops.push(Op::Preformatted(inner)),
        None => {}
    }
}

/// The name of an attribute, which is known now unless the client has an alias.
fn push_attribute_name(text: &str, handle: &Handle, ops: &mut Ops) {
    ops.raw(" ");
    match handle {
        Handle::Data(data) | Handle::Set(_, data) if ALIAS.is_some() && !data.is_quoted => {
            ops.push(Op::DataName(data.clone()));
        }
        // A name has no entities, and what would end it has been refused.
        _ => ops.raw(text),
    }
}

fn push_name(wire: &str, path: &ElementPath, ops: &mut Ops) {
    match path {
        ElementPath::Declared(path) => ops.push(Op::TagName(path.clone())),
        _ => ops.escaped(wire),
    }
}
