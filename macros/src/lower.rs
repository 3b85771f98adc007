//! The tree as a list of writes: static text is escaped and merged here, checks are noted beside it.

use proc_macro2::{Ident, Span, TokenStream};
use syn::LitStr;

use crate::ast::{
    Attribute, AttributeName, Body, Component, Element, ElementName, Else, If, Loop, Match, Node,
    Splice, Value,
};
use crate::errors::Errors;
use crate::escape::escape;
use crate::name::{DataName, Name, quoted_data_name};

/// One write of the expansion.
pub(crate) enum Op {
    /// Bytes that are known now.
    Static(String),
    /// The wire name of an element that the user declared.
    TagName(TokenStream),
    /// A value as content.
    Splice(Splice),
    /// A value inside `script` or `style`.
    Code(Splice),
    /// A whole attribute, left out by `None` and `false`.
    Attribute(Handle, Splice),
    /// A whole attribute, for the `Some` of an option.
    Optional(Handle, Splice),
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
    Text(LitStr),
    Markup(Vec<Op>),
}

/// What the expansion asks rustc, without running it.
pub(crate) enum Check {
    /// The element exists and has this kind of body.
    Element(ElementPath, BodyKind, Span),
    /// The attribute exists on the element.
    Attribute(Handle),
    /// The literal is a value of the attribute's kind.
    Literal(Handle, LitStr),
    /// The Datastar name is right, down to its modifiers.
    Data(DataName, Given),
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
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given {
    Nothing,
    Blank,
    Value,
}

/// Where an element is looked up.
#[derive(Clone)]
pub(crate) enum ElementPath {
    In(Namespace, Ident),
    Declared(TokenStream),
    /// A custom element that nobody declared.
    Custom,
}

/// Where an attribute is looked up.
#[derive(Clone)]
pub(crate) enum Handle {
    /// A constant of an element.
    Row(ElementPath, Ident),
    /// A name without a row, with the kind of its value.
    Free(String, Kind),
    /// A `data-*` name.
    Data(DataName),
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

/// The result: writes and checks.
#[derive(Default)]
pub(crate) struct Lowered {
    pub(crate) ops: Vec<Op>,
    pub(crate) checks: Vec<Check>,
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

/// Writes in order; neighbouring static text is one write.
#[derive(Default)]
struct Ops(Vec<Op>);

impl Ops {
    fn raw(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some(Op::Static(last)) = self.0.last_mut() {
            last.push_str(text);
        } else {
            self.0.push(Op::Static(text.to_owned()));
        }
    }

    fn escaped(&mut self, text: &str) {
        self.raw(&escape(text));
    }

    fn push(&mut self, op: Op) {
        self.0.push(op);
    }

    /// Takes over writes, keeping static text merged.
    fn append(&mut self, ops: Vec<Op>) {
        for op in ops {
            match op {
                Op::Static(text) => self.raw(&text),
                op => self.push(op),
            }
        }
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

    fn text(&mut self, text: &LitStr, context: &Context, ops: &mut Ops) {
        let value = text.value();
        if let Context::Raw(namespace) = context {
            self.check_code(&value, *namespace, text.span());
            ops.raw(&value);
        } else {
            ops.escaped(&value);
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
        push_name(&element.name, &path, ops);
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
        let raw = is_raw(name);
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
        let namespace = child_namespace(name, namespace);
        let context = if raw {
            Context::Raw(namespace)
        } else {
            Context::Content(namespace)
        };
        let inner = self.inner(children, &context);
        if is_preformatted(name) {
            push_preformatted(inner, ops);
        } else {
            ops.append(inner);
        }
        ops.raw("</");
        push_name(name, path, ops);
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
        for attribute in others {
            match attribute {
                Attribute::Spread(splice) => ops.push(Op::Spread(splice)),
                Attribute::Named { name, value } => self.named(name, value, path, ops),
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

    fn named(&mut self, name: AttributeName, value: Value, path: &ElementPath, ops: &mut Ops) {
        let (text, handle) = match name {
            AttributeName::Bare(name) if matches!(path, ElementPath::Custom) => {
                (name.text.clone(), quoted(name))
            }
            AttributeName::Bare(name) => {
                (name.text.clone(), Handle::Row(path.clone(), name.ident()))
            }
            AttributeName::Quoted(name) => (name.text.clone(), quoted(name)),
            AttributeName::Data(data) => {
                self.checks.push(Check::Data(data.clone(), given(&value)));
                (data.name.text.clone(), Handle::Data(data))
            }
        };
        match value {
            Value::Empty => {
                self.checks.push(Check::Attribute(handle));
                ops.raw(&format!(" {}", escape(&text)));
            }
            Value::Toggle(condition) => {
                self.checks.push(Check::Attribute(handle));
                ops.push(Op::Toggle(
                    condition,
                    vec![Op::Static(format!(" {}", escape(&text)))],
                ));
            }
            Value::Optional(splice) => ops.push(Op::Optional(handle, splice)),
            Value::Nodes(nodes) => self.value(&text, handle, nodes, ops),
        }
    }

    fn value(&mut self, text: &str, handle: Handle, mut nodes: Vec<Node>, ops: &mut Ops) {
        if let [Node::Splice(_)] = nodes[..] {
            let Some(Node::Splice(splice)) = nodes.pop() else {
                return;
            };
            ops.push(Op::Attribute(handle, splice));
            return;
        }
        if let [Node::Text(literal)] = &nodes[..] {
            self.checks
                .push(Check::Literal(handle.clone(), literal.clone()));
        } else {
            self.checks.push(Check::Attribute(handle.clone()));
        }
        ops.raw(&format!(" {}=\"", escape(text)));
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

    fn component(&mut self, component: Component, context: &Context, ops: &mut Ops) {
        if !matches!(context, Context::Content(_)) {
            self.errors
                .at(component.name.span(), "a component cannot stand here");
            return;
        }
        let props = component
            .props
            .into_iter()
            .map(|prop| (prop.name, self.prop(prop.value)))
            .collect();
        let children = match component.body {
            Body::Children(children) if !children.is_empty() => Some(self.inner(children, context)),
            Body::Children(_) | Body::Void | Body::Missing => None,
        };
        ops.push(Op::Component(ComponentCall {
            path: component.path,
            name: component.name,
            props,
            children,
        }));
    }

    fn prop(&mut self, value: Value) -> PropValue {
        match value {
            Value::Empty => PropValue::True,
            Value::Toggle(expression) => PropValue::Expression(Splice {
                expression,
                span: Span::call_site(),
            }),
            Value::Optional(splice) => PropValue::Expression(splice),
            Value::Nodes(mut nodes) => match (nodes.len(), nodes.pop()) {
                (1, Some(Node::Splice(splice))) => PropValue::Expression(splice),
                (1, Some(Node::Text(text))) => PropValue::Text(text),
                (_, last) => {
                    nodes.extend(last);
                    PropValue::Markup(self.inner(nodes, &Context::Content(Namespace::Html)))
                }
            },
        }
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

fn push_name(name: &ElementName, path: &ElementPath, ops: &mut Ops) {
    match (name, path) {
        (ElementName::Declared(..), ElementPath::Declared(path)) => {
            ops.push(Op::TagName(path.clone()));
        }
        _ => ops.escaped(&wire_name(name)),
    }
}

fn wire_name(name: &ElementName) -> String {
    match name {
        ElementName::Div(_) => "div".to_owned(),
        ElementName::Known(ident) | ElementName::Declared(_, ident) => {
            ident.to_string().trim_start_matches("r#").to_owned()
        }
        ElementName::Custom(name) => name.text.clone(),
    }
}

fn element_span(name: &ElementName) -> Span {
    match name {
        ElementName::Div(span) => *span,
        ElementName::Known(ident) | ElementName::Declared(_, ident) => ident.span(),
        ElementName::Custom(name) => name.span,
    }
}

fn element_path(name: &ElementName, namespace: Namespace) -> ElementPath {
    let known = |wire: &str, span| ElementPath::In(namespace, crate::name::rust_ident(wire, span));
    match name {
        ElementName::Div(span) => known("div", *span),
        ElementName::Known(ident) => known(&wire_name(name), ident.span()),
        // SVG and MathML have no custom elements, but hyphenated names of their own.
        ElementName::Custom(name) if namespace != Namespace::Html => known(&name.text, name.span),
        ElementName::Custom(_) => ElementPath::Custom,
        ElementName::Declared(path, _) => ElementPath::Declared(path.clone()),
    }
}

fn child_namespace(name: &ElementName, namespace: Namespace) -> Namespace {
    let path = match name {
        ElementName::Declared(path, _) => path.to_string().replace(' ', ""),
        _ => String::new(),
    };
    match wire_name(name).as_str() {
        "svg" => Namespace::Svg,
        "math" => Namespace::Mathml,
        "foreignObject" | "annotation-xml" => Namespace::Html,
        // `svg::g { … }` begins a fragment of a drawing.
        _ if path.starts_with("svg::") || path.contains("::svg::") => Namespace::Svg,
        _ if path.starts_with("mathml::") || path.contains("::mathml::") => Namespace::Mathml,
        _ => namespace,
    }
}

fn is_raw(name: &ElementName) -> bool {
    matches!(wire_name(name).as_str(), "script" | "style")
}

fn is_preformatted(name: &ElementName) -> bool {
    matches!(wire_name(name).as_str(), "pre" | "textarea" | "listing")
}

fn free(name: &str) -> Handle {
    Handle::Free(name.to_owned(), Kind::Text)
}

/// A name as written still has the kind of value that its spelling gives away.
fn quoted(name: Name) -> Handle {
    let lower = name.text.to_ascii_lowercase();
    if let Some(data) = quoted_data_name(&Name {
        text: lower.clone(),
        span: name.span,
    }) {
        return Handle::Data(DataName { name, ..data });
    }
    let kind = match lower.as_str() {
        "style" => Kind::Style,
        "srcdoc" => Kind::Html,
        "href" | "src" | "action" | "formaction" | "xlink:href" => Kind::Url,
        name if name.starts_with("on") => Kind::Script,
        _ => Kind::Text,
    };
    Handle::Free(name.text, kind)
}

fn given(value: &Value) -> Given {
    match value {
        Value::Empty | Value::Toggle(_) => Given::Nothing,
        Value::Nodes(nodes) if nodes.is_empty() => Given::Nothing,
        Value::Nodes(nodes) => match &nodes[..] {
            [Node::Text(text)] if text.value().trim().is_empty() => Given::Blank,
            _ => Given::Value,
        },
        Value::Optional(_) => Given::Value,
    }
}
