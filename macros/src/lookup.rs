//! Where a name is looked up, and the little that its spelling says about it.

use proc_macro2::Span;

use crate::js::announce;
use crate::ops::{ControlPath, ElementPath, Given, Handle, Kind, Namespace};
use starmark_syntax::script::HOLE;
use starmark_syntax::template::ast::{Attribute, AttributeName, ElementName, Node, Splice, Value};
use starmark_syntax::template::name::{DataName, Name, quoted_data_name};

pub(crate) fn wire_name(name: &ElementName) -> String {
    match name {
        ElementName::Div(_) => "div".to_owned(),
        ElementName::Declared(_, ident) => ident.to_string().trim_start_matches("r#").to_owned(),
        ElementName::Known(name) | ElementName::Custom(name) => name.text.clone(),
    }
}

pub(crate) fn element_span(name: &ElementName) -> Span {
    match name {
        ElementName::Div(span) => *span,
        ElementName::Declared(_, ident) => ident.span(),
        ElementName::Known(name) | ElementName::Custom(name) => name.span,
    }
}

pub(crate) fn element_path(name: &ElementName, namespace: Namespace) -> ElementPath {
    let known = |name| ElementPath::In(namespace, name);
    match name {
        ElementName::Div(span) => known(Name {
            text: "div".to_owned(),
            span: *span,
        }),
        ElementName::Known(name) => known(name.clone()),
        // SVG and MathML have no custom elements, but hyphenated names of their own.
        ElementName::Custom(name) if namespace != Namespace::Html => known(name.clone()),
        ElementName::Custom(_) => ElementPath::Custom,
        ElementName::Declared(path, _) => ElementPath::Declared(path.clone()),
    }
}

pub(crate) fn child_namespace(name: &ElementName, wire: &str, namespace: Namespace) -> Namespace {
    let path = match name {
        ElementName::Declared(path, _) => path.to_string().replace(' ', ""),
        _ => String::new(),
    };
    match wire {
        "svg" => Namespace::Svg,
        "math" => Namespace::Mathml,
        "foreignObject" | "annotation-xml" => Namespace::Html,
        // `svg::g { … }` begins a fragment of a drawing.
        _ if path.starts_with("svg::") || path.contains("::svg::") => Namespace::Svg,
        _ if path.starts_with("mathml::") || path.contains("::mathml::") => Namespace::Mathml,
        _ => namespace,
    }
}

pub(crate) fn is_raw(wire: &str) -> bool {
    matches!(wire, "script" | "style")
}

pub(crate) fn is_preformatted(wire: &str) -> bool {
    matches!(wire, "pre" | "textarea" | "listing")
}

pub(crate) fn free(name: &str) -> Handle {
    Handle::Free(name.to_owned(), Kind::Text)
}

/// A name as written still has the kind of value that its spelling gives away.
pub(crate) fn quoted(name: Name) -> Handle {
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

/// An expression that `data-attr` sets one of the element's own attributes to is of that attribute's type.
pub(crate) fn data_handle(data: DataName, value: &Value, path: &ElementPath) -> Handle {
    let is_expression = match value {
        Value::Nodes(nodes) => matches!(nodes[..], [Node::Splice(_)]),
        Value::Optional(_) => true,
        Value::Empty | Value::Toggle(_) => false,
    };
    let is_own = |key: &Name| !key.text.starts_with("data-") && !key.text.contains('.');
    let is_known = data.plugin.text == "attr"
        && !matches!(path, ElementPath::Custom)
        && data.key.as_ref().is_some_and(is_own);
    if is_expression && is_known {
        Handle::Set(path.clone(), data)
    } else {
        Handle::Data(data)
    }
}

/// Tells `js!` which event it handles, so that `evt` has the right type.
pub(crate) fn announce_event(value: &mut Value, data: &DataName) {
    if let Some(key) = data.key.as_ref().filter(|_| data.plugin.text == "on")
        && let Value::Nodes(nodes) = value
        && let [Node::Splice(splice)] = nodes.as_mut_slice()
    {
        announce(&mut splice.expression, key);
    }
}

pub(crate) fn given(value: &Value) -> Given {
    match value {
        Value::Empty | Value::Toggle(_) => Given::Nothing,
        Value::Nodes(nodes) if nodes.is_empty() => Given::Nothing,
        Value::Nodes(nodes) => {
            let mut source = String::new();
            match push_source(nodes, &mut source) {
                Some(_) if source.trim().is_empty() => Given::Blank,
                Some(span) => Given::Code(source, span),
                None => Given::Value,
            }
        }
        Value::Optional(_) => Given::Value,
    }
}

/// Appends what is literal, with a hole for each value, and returns the place of the first literal.
fn push_source(nodes: &[Node], source: &mut String) -> Option<Span> {
    let mut first = None;
    for node in nodes {
        match node {
            Node::Text(text) => {
                source.push_str(&text.value);
                first = first.or(Some(text.span));
            }
            Node::Splice(_) => source.push(HOLE),
            Node::Block(nodes) => first = first.or(push_source(nodes, source)),
            _ => return None,
        }
    }
    first
}

/// Attributes that others depend on come before the first of those; all others stay where they are.
pub(crate) fn in_order(attributes: Vec<Attribute>) -> Vec<Attribute> {
    let Some(at) = attributes.iter().position(is_data) else {
        return attributes;
    };
    let mut before = attributes;
    let (first, others): (Vec<_>, Vec<_>) = before.split_off(at).into_iter().partition(is_first);
    before.into_iter().chain(first).chain(others).collect()
}

/// The signal that `data-bind` has for a value, where the control is the element and not a property of it.
pub(crate) fn bound_signal(name: &AttributeName, value: Value) -> Result<Splice, Value> {
    let is_bound = matches!(name, AttributeName::Data(data)
        if data.plugin.text == "bind" && data.key.is_none()
            && data.modifiers.iter().all(|modifier| modifier.label.text != "prop"));
    match value {
        Value::Nodes(mut nodes) if is_bound && nodes.len() == 1 => match nodes.remove(0) {
            Node::Splice(splice) => Ok(splice),
            node => Err(Value::Nodes(vec![node])),
        },
        value => Err(value),
    }
}

/// What the attributes say of the sort of a control.
pub(crate) fn control(path: &ElementPath, attributes: &[Attribute]) -> ControlPath {
    let element = || ControlPath::Element(path.clone());
    let ElementPath::In(Namespace::Html, name) = path else {
        return match path {
            ElementPath::Custom => ControlPath::Sort("CustomElement"),
            _ => element(),
        };
    };
    let is_open = attributes
        .iter()
        .any(|attribute| matches!(attribute, Attribute::Spread(_)));
    if is_open {
        return element();
    }
    match name.text.as_str() {
        "input" => match value_of(attributes, "type") {
            None => ControlPath::Sort("TextInput"),
            Some(Value::Nodes(nodes)) => match &nodes[..] {
                [Node::Text(text)] => ControlPath::Sort(input_sort(&text.value, attributes)),
                _ => element(),
            },
            Some(_) => element(),
        },
        "select" => match value_of(attributes, "multiple") {
            None => ControlPath::Sort("SingleSelect"),
            Some(Value::Empty) => ControlPath::Sort("MultipleSelect"),
            Some(_) => element(),
        },
        _ => element(),
    }
}

fn input_sort(of: &str, attributes: &[Attribute]) -> &'static str {
    match of.to_ascii_lowercase().as_str() {
        "checkbox" if value_of(attributes, "value").is_some() => "ValuedCheckbox",
        "checkbox" => "Checkbox",
        "number" | "range" => "NumberInput",
        "radio" => "RadioInput",
        "file" => "FileInput",
        _ => "TextInput",
    }
}

fn value_of<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Value> {
    attributes.iter().find_map(|attribute| match attribute {
        Attribute::Named {
            name: AttributeName::Bare(bare) | AttributeName::Quoted(bare),
            value,
        } if bare.text == name => Some(value),
        _ => None,
    })
}

/// Whether others depend on this attribute, so that it has to come before them: signals are there before they are
/// read, and an indicator before the request that it shows.
fn is_first(attribute: &Attribute) -> bool {
    matches!(attribute, Attribute::Named { name: AttributeName::Data(data), .. }
        if matches!(data.plugin.text.as_str(), "signals" | "indicator"))
}

fn is_data(attribute: &Attribute) -> bool {
    matches!(
        attribute,
        Attribute::Named {
            name: AttributeName::Data(_),
            ..
        }
    )
}
