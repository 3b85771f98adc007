//! Components: props as expressions, a body as children.

use proc_macro2::Span;

use super::{Context, Lower};
use crate::ops::{ComponentCall, Namespace, Op, Ops, PropValue};
use starmark_syntax::template::ast::{Body, Component, Node, Splice, Value};

impl Lower<'_> {
    pub(super) fn component(&mut self, component: Component, context: &Context, ops: &mut Ops) {
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
