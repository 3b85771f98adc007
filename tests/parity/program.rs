//! A program that writes each row by macro and by builder, and compares both with the bytes that it must become.
//!
//! One function for each element or plugin, so that it compiles fast; one comparison for each way to give
//! values.

use std::fmt::Write as _;

use crate::tables::{Attribute, Element, Event, Modifier, Plugin, Tables};
use crate::values::{END_TAG, Origin, Piece, arguments, body, data_value, empty, value};

/// How many attributes stand on one element, if they do not belong to one.
const TOGETHER: usize = 25;

/// What the program begins with.
const OPENING: &str = r#"//! Written by a test; do not edit.

use std::collections::BTreeMap;
use std::hint::black_box;

use starmark::data::{self, AttributeName, Debounce, Filter, Percent, Property, Throttle, Tick, ms, secs};
use starmark::element::End;
use starmark::html::Global as _;
use starmark::{Element, Markup, PreEscaped, Signal, event, html, mathml, post, render, svg};

#[derive(Default)]
struct Run {
    comparisons: usize,
    failures: usize,
}

impl Run {
    fn compare<T: End>(&mut self, row: &str, expected: &str, by_macro: Markup, by_builder: Element<T>) {
        let (by_macro, by_builder) = (by_macro.into_string(), render(by_builder).into_string());
        self.comparisons += 1;
        if by_macro != expected || by_builder != expected {
            self.failures += 1;
            eprintln!("{row}\n  expected   {expected}\n  by macro   {by_macro}\n  by builder {by_builder}");
        }
    }
}

fn owned(text: &str) -> String {
    black_box(text).to_owned()
}

fn on() -> bool {
    black_box(true)
}

fn signals() -> BTreeMap<&'static str, i32> {
    BTreeMap::from([("a", 1)])
}
"#;

/// The program, and how many comparisons it makes.
pub(crate) fn write(tables: &Tables) -> (String, usize) {
    let mut program = Program::default();
    for (namespace, elements) in [
        (Namespace::HTML, &tables.html),
        (Namespace::SVG, &tables.svg),
        (Namespace::MATHML, &tables.mathml),
    ] {
        for row in elements {
            program.element(namespace, row);
        }
    }
    program.shared(Namespace::HTML, "div", &tables.global);
    program.shared(Namespace::SVG, "g", &tables.presentation);
    program.shared(Namespace::MATHML, "mrow", &tables.mathml_global);
    for row in tables.plugins.iter().chain(&tables.pro) {
        program.plugin(row);
    }
    program.events(&tables.events);
    program.finish()
}

/// Where elements come from, and what stands around them in a template.
#[derive(Clone, Copy)]
struct Namespace {
    module: &'static str,
    root: Option<&'static str>,
}

impl Namespace {
    const HTML: Self = Self {
        module: "html",
        root: None,
    };
    const SVG: Self = Self {
        module: "svg",
        root: Some("svg"),
    };
    const MATHML: Self = Self {
        module: "mathml",
        root: Some("math"),
    };
}

#[derive(Default)]
struct Program {
    functions: String,
    calls: String,
    comparisons: usize,
}

impl Program {
    fn element(&mut self, namespace: Namespace, row: &Element) {
        self.begin(&format!("{}_{}", namespace.module, row.ident));
        self.compare(namespace, row, Piece::default(), empty(&row.kind));
        for origin in Origin::BOTH {
            let attributes = row.attributes.iter().map(|row| attribute(row, origin));
            self.compare(
                namespace,
                row,
                attributes.collect(),
                body(&row.kind, origin),
            );
        }
        self.end();
    }

    /// Attributes that all elements of a namespace have, on one of them.
    fn shared(&mut self, namespace: Namespace, element: &str, rows: &[Attribute]) {
        for (i, rows) in rows.chunks(TOGETHER).enumerate() {
            self.begin(&format!("{}_shared_{i}", namespace.module));
            for origin in Origin::BOTH {
                let attributes = rows.iter().map(|row| attribute(row, origin));
                self.compare(
                    namespace,
                    &parent(element),
                    attributes.collect(),
                    empty("Parent"),
                );
            }
            self.end();
        }
    }

    fn plugin(&mut self, row: &Plugin) {
        self.begin(&format!("data_{}", row.ident));
        for origin in Origin::BOTH {
            self.data(row, data_method(row, origin));
        }
        let forms: Vec<Form> = row.modifiers.iter().flat_map(forms).collect();
        for form in &forms {
            self.data(row, with_modifiers(row, &[form]));
        }
        self.data(row, with_modifiers(row, &together(row, &forms)));
        if row.sort == "Listener" {
            for form in &forms {
                self.data(row, with_name(row, form));
            }
        }
        self.end();
    }

    fn events(&mut self, events: &[Event]) {
        for (i, events) in events.chunks(TOGETHER).enumerate() {
            self.begin(&format!("events_{i}"));
            for event in events {
                self.on(on(event));
            }
            self.end();
        }
        self.begin("events_of_others");
        for (wire, name) in [
            ("sl-change", "sl-change"),
            ("my-event__case.camel", "myEvent"),
        ] {
            self.on(Piece::new(
                format!(" data-on:{wire}=\"f()\""),
                format!(".data_on(event!({name:?}), \"f()\")"),
                format!(" data-on:{wire}=\"f()\""),
            ));
        }
        self.end();
    }

    /// A Datastar attribute on an element that it belongs on.
    fn data(&mut self, row: &Plugin, attribute: Piece) {
        let element = match row.element.as_deref() {
            Some("Control") => "input",
            Some("Root") => "html",
            _ => "div",
        };
        let kind = if element == "input" { "Void" } else { "Parent" };
        let row = Element {
            kind: kind.to_owned(),
            ..parent(element)
        };
        self.compare(Namespace::HTML, &row, attribute, empty(kind));
    }

    /// A listener on an element that loads something: `load` fires there, and so does everything else.
    fn on(&mut self, listener: Piece) {
        let row = Element {
            kind: "Void".to_owned(),
            ..parent("img")
        };
        self.compare(Namespace::HTML, &row, listener, empty("Void"));
    }

    fn begin(&mut self, name: &str) {
        let _ = writeln!(self.functions, "\nfn {name}(run: &mut Run) {{");
        let _ = writeln!(self.calls, "    {name}(&mut run);");
    }

    fn end(&mut self) {
        self.functions.push_str("}\n");
    }

    fn compare(
        &mut self,
        Namespace { module, root }: Namespace,
        row: &Element,
        attributes: Piece,
        body: Piece,
    ) {
        let Element { ident, wire, .. } = row;
        let mut whole = Piece::new(wire, format!("{module}::{ident}()"), format!("<{wire}"));
        whole.extend([attributes, body]);
        let Piece {
            mut template,
            mut builder,
            mut bytes,
        } = whole;
        if let Some(root) = root {
            template = format!("{root} {{ {template} }}");
            builder = format!("{module}::{root}().child({builder})");
            bytes = format!("<{root}>{bytes}</{root}>");
        }
        bytes = bytes.replace(END_TAG, wire);
        let name = format!("{module}::{ident}");
        let _ = writeln!(
            self.functions,
            "    run.compare(\n        {name:?},\n        {bytes:?},\n        html! {{ {template} }},\n        {builder},\n    );"
        );
        self.comparisons += 1;
    }

    fn finish(self) -> (String, usize) {
        let Self {
            functions,
            calls,
            comparisons,
        } = self;
        let main = format!(
            "\nfn main() {{\n    let mut run = Run::default();\n{calls}    \
             println!(\"{{}} comparisons\", run.comparisons);\n    \
             std::process::exit(i32::from(run.failures > 0));\n}}\n"
        );
        (format!("{OPENING}{functions}{main}"), comparisons)
    }
}

fn parent(name: &str) -> Element {
    let (ident, wire, kind) = (name.to_owned(), name.to_owned(), "Parent".to_owned());
    Element {
        ident,
        wire,
        is_control: false,
        kind,
        attributes: Vec::new(),
    }
}

/// An attribute with a value that fits its kind.
fn attribute(row: &Attribute, origin: Origin) -> Piece {
    let Attribute { ident, wire, .. } = row;
    let Piece {
        template,
        builder,
        bytes,
    } = value(row, origin);
    Piece::new(
        format!(" {wire}{template}"),
        format!(".{ident}({builder})"),
        format!(" {wire}{bytes}"),
    )
}

/// A plugin by the method of the element.
fn data_method(row: &Plugin, origin: Origin) -> Piece {
    let Plugin { method, wire, .. } = row;
    let (key, argument) = key(row);
    let Piece {
        template,
        builder,
        bytes,
    } = data_value(row, origin);
    Piece::new(
        format!(" data-{wire}{key}{template}"),
        format!(".{method}({argument}{builder})"),
        format!(" data-{wire}{key}{bytes}"),
    )
}

/// A plugin with modifiers, which are methods of the attribute.
fn with_modifiers(row: &Plugin, forms: &[&Form]) -> Piece {
    let Plugin { ident, wire, .. } = row;
    let (key, argument) = key(row);
    let Piece {
        template,
        builder,
        bytes,
    } = data_value(row, Origin::Expression);
    let labels: String = forms.iter().map(|form| form.label.as_str()).collect();
    let calls: String = forms.iter().map(|form| form.call.as_str()).collect();
    Piece::new(
        format!(" data-{wire}{key}{labels}{template}"),
        format!(".with(data::{ident}({argument}{builder}){calls})"),
        format!(" data-{wire}{key}{labels}{bytes}"),
    )
}

/// An event with a modifier, which is a method of the event, too.
fn with_name(row: &Plugin, form: &Form) -> Piece {
    let Plugin { method, wire, .. } = row;
    let Form { label, call, .. } = form;
    let Piece {
        template,
        builder,
        bytes,
    } = data_value(row, Origin::Expression);
    Piece::new(
        format!(" data-{wire}:key{label}{template}"),
        format!(".{method}(event!(\"key\"){call}, {builder})"),
        format!(" data-{wire}:key{label}{bytes}"),
    )
}

/// The first form of each modifier, unless it contradicts an earlier one.
fn together<'a>(row: &Plugin, forms: &'a [Form]) -> Vec<&'a Form> {
    let mut chosen: Vec<&Form> = Vec::new();
    for modifier in &row.modifiers {
        let fits = |form: &&Form| {
            form.name == modifier.name
                && !chosen
                    .iter()
                    .any(|other| modifier.without.contains(&other.name))
        };
        chosen.extend(forms.iter().find(fits));
    }
    chosen
}

/// The key in a name, and as the first argument.
fn key(row: &Plugin) -> (&'static str, &'static str) {
    match (row.key.as_str(), row.sort.as_str(), row.kind.as_str()) {
        ("Denied" | "Exclusive", ..) | (_, "Variable", "Object") => ("", ""),
        (_, "Listener", _) => (":key", "event!(\"key\"), "),
        (_, "Variable", _) => (":key", "Signal::new(\"key\"), "),
        (_, "Class", _) => (":key", "\"key\", "),
        (_, "Css", _) => (":key", "Property::new(\"key\"), "),
        (_, "Markup", _) => (":title", "AttributeName::new(\"title\"), "),
        (_, "Storage", _) => (":key", "AttributeName::new(\"key\"), "),
        (key, sort, _) => panic!("no key for `{key} {sort}`"),
    }
}

/// A listener for an event that is a function of `data::event`.
fn on(event: &Event) -> Piece {
    let Event {
        ident,
        wire,
        target,
    } = event;
    let target = target
        .as_ref()
        .map_or_else(String::new, |target| format!("__{target}"));
    Piece::new(
        format!(" data-on:{wire}{target}=\"f()\""),
        format!(".data_on(data::event::{ident}(), \"f()\")"),
        format!(" data-on:{wire}{target}=\"f()\""),
    )
}

/// A modifier with one of the arguments it can have.
struct Form {
    name: String,
    /// `__debounce.200ms`
    label: String,
    /// `.debounce(ms(200))`
    call: String,
}

fn forms(row: &Modifier) -> Vec<Form> {
    let Modifier {
        name,
        wire,
        argument,
        ..
    } = row;
    let form = |(tags, value): &(&str, &str)| Form {
        name: name.clone(),
        label: format!("__{wire}{tags}"),
        call: format!(".{name}({value})"),
    };
    arguments(argument.as_deref()).iter().map(form).collect()
}
