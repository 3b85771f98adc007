//! A program that writes each row by macro and by builder, and compares both with the bytes that it must become.
//!
//! One function for each element or plugin, so that it compiles fast; one comparison for each way to give
//! values.

use std::fmt::Write as _;

use crate::tables::{Attribute, Element, Modifier, Plugin, Tables};

/// How many attributes stand on one element, if they do not belong to one.
const TOGETHER: usize = 25;

/// What the program begins with.
const OPENING: &str = r#"//! Written by a test; do not edit.

use std::collections::BTreeMap;
use std::hint::black_box;

use starmark::data::{self, Case, Debounce, Name, Throttle, Tick, ms, secs};
use starmark::element::End;
use starmark::{Element, Markup, PreEscaped, Signal, html, mathml, post, render, svg};

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

/// The manifest of the program's package.
pub(crate) fn manifest(library: &str) -> String {
    format!(
        "[package]\nname = \"starmark-parity\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nstarmark = {{ path = {library:?}, features = [\"json\"] }}\n\n\
         # No member of the workspace around it.\n[workspace]\n"
    )
}

/// The program, and how many comparisons it makes.
pub(crate) fn write(tables: &Tables) -> (String, usize) {
    let mut program = Program::default();
    for (namespace, elements) in [
        (Namespace::HTML, &tables.html),
        (Namespace::SVG, &tables.svg),
        (Namespace::MATHML, &tables.mathml),
    ] {
        elements
            .iter()
            .for_each(|row| program.element(namespace, row));
    }
    program.shared(Namespace::HTML, "div", &tables.global);
    program.shared(Namespace::SVG, "g", &tables.presentation);
    program.shared(Namespace::MATHML, "mrow", &tables.mathml_global);
    tables.plugins.iter().for_each(|row| program.plugin(row));
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

/// Where values come from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    Literal,
    Expression,
}

impl Origin {
    const BOTH: [Self; 2] = [Self::Literal, Self::Expression];
}

/// A piece of a template, the same as calls of the builder, and the bytes that both become.
#[derive(Default)]
struct Piece {
    template: String,
    builder: String,
    bytes: String,
}

impl Piece {
    fn new(
        template: impl Into<String>,
        builder: impl Into<String>,
        bytes: impl Into<String>,
    ) -> Self {
        Self {
            template: template.into(),
            builder: builder.into(),
            bytes: bytes.into(),
        }
    }
}

impl Extend<Piece> for Piece {
    fn extend<I: IntoIterator<Item = Self>>(&mut self, pieces: I) {
        for piece in pieces {
            self.template.push_str(&piece.template);
            self.builder.push_str(&piece.builder);
            self.bytes.push_str(&piece.bytes);
        }
    }
}

impl FromIterator<Piece> for Piece {
    fn from_iter<I: IntoIterator<Item = Self>>(pieces: I) -> Self {
        let mut whole = Self::default();
        whole.extend(pieces);
        whole
    }
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
            self.data(data_method(row, origin));
        }
        let forms: Vec<Form> = row.modifiers.iter().flat_map(forms).collect();
        self.data(
            forms
                .iter()
                .map(|form| with_modifiers(row, &[form]))
                .collect(),
        );
        let first_forms: Vec<&Form> = row
            .modifiers
            .iter()
            .filter_map(|modifier| forms.iter().find(|form| form.name == modifier.name))
            .collect();
        self.data(with_modifiers(row, &first_forms));
        if row.is_keyed {
            self.data(forms.iter().map(|form| with_name(row, form)).collect());
        }
        self.end();
    }

    fn events(&mut self, events: &[String]) {
        for (i, events) in events.chunks(TOGETHER).enumerate() {
            self.begin(&format!("events_{i}"));
            self.data(
                events
                    .iter()
                    .map(|event| on(event, &format!("{event}()")))
                    .collect(),
            );
            self.end();
        }
        self.begin("events_of_others");
        self.data(on("datastar-fetch", "datastar_fetch()"));
        self.data(on("sl-change", "custom(\"sl-change\")"));
        self.end();
    }

    /// Datastar attributes on a `div`.
    fn data(&mut self, attributes: Piece) {
        self.compare(Namespace::HTML, &parent("div"), attributes, empty("Parent"));
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

/// Stands for the element's name where the body has its end tag.
const END_TAG: &str = "\u{1}";

fn parent(name: &str) -> Element {
    let (ident, wire, kind) = (name.to_owned(), name.to_owned(), "Parent".to_owned());
    Element {
        ident,
        wire,
        kind,
        attributes: Vec::new(),
    }
}

/// No content.
fn empty(kind: &str) -> Piece {
    match kind {
        "Void" => Piece::new(";", "", ">"),
        _ => Piece::new(" {}", "", format!("></{END_TAG}>")),
    }
}

/// Content that shows what is escaped and what is not.
fn body(kind: &str, origin: Origin) -> Piece {
    let (template, builder, bytes) = match (kind, origin) {
        ("Void", _) => return empty(kind),
        ("Parent", Origin::Literal) => (r#""a<b""#, r#".child("a<b")"#, "a&lt;b"),
        ("Parent", Origin::Expression) => (
            r#"(owned("a<b")) (7) (html! { b { "c" } })"#,
            r#".child(owned("a<b")).child(7).child(html::b().child("c"))"#,
            "a&lt;b7<b>c</b>",
        ),
        ("Preformatted", Origin::Literal) => ("\"\\na<b\"", ".child(\"\\na<b\")", "\n\na&lt;b"),
        ("Preformatted", Origin::Expression) => (
            "(owned(\"\\na<b\"))",
            ".child(owned(\"\\na<b\"))",
            "\n\na&lt;b",
        ),
        ("Raw", Origin::Literal) => (r#""a>b""#, r#".code(PreEscaped("a>b"))"#, "a>b"),
        ("Raw", Origin::Expression) => (
            r#"(PreEscaped(owned("a>b")))"#,
            r#".code(PreEscaped(owned("a>b")))"#,
            "a>b",
        ),
        _ => panic!("no content for elements of the kind `{kind}`"),
    };
    Piece::new(
        format!(" {{ {template} }}"),
        builder,
        format!(">{bytes}</{END_TAG}>"),
    )
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

/// What stands behind the name, with its equals sign; and the builder's argument.
fn value(row: &Attribute, origin: Origin) -> Piece {
    let same =
        |value: &str, bytes: &str| Piece::new(format!("=({value})"), value, format!("={bytes:?}"));
    let text = |literal: &str, builder: &str, bytes: &str| {
        Piece::new(format!("={literal:?}"), builder, format!("={bytes:?}"))
    };
    match (row.kind.as_str(), origin) {
        ("Text", Origin::Literal) => text("a<b", r#""a<b""#, "a&lt;b"),
        ("Text", Origin::Expression) => same(r#"owned("a<b")"#, "a&lt;b"),
        ("Tokens", Origin::Literal) => text("one two", r#""one two""#, "one two"),
        ("Tokens", Origin::Expression) => same(
            r#"[("one", on()), ("no", !on()), ("two", on())]"#,
            "one two",
        ),
        ("Enumerated", Origin::Literal) => {
            let first = keyword(row.keywords.first(), row);
            text(first, &format!("{first:?}"), first)
        }
        ("Enumerated", Origin::Expression) => {
            let last = keyword(row.keywords.last(), row);
            same(&format!("owned({last:?})"), last)
        }
        ("Number", Origin::Literal) => text("3", "3", "3"),
        ("Number", Origin::Expression) => same("-1.5", "-1.5"),
        ("Url", Origin::Literal) => text("/x?a=1&b", r#""/x?a=1&b""#, "/x?a=1&amp;b"),
        ("Url", Origin::Expression) => same(r#"owned("javascript:f()")"#, "about:invalid"),
        ("Flag", Origin::Literal) => Piece::new("", "true", ""),
        ("Flag", Origin::Expression) => Piece::new("=(on())", "on()", ""),
        ("Script", Origin::Literal) => text("f(1)", r#"PreEscaped("f(1)")"#, "f(1)"),
        ("Script", Origin::Expression) => same(r#"PreEscaped("f(1)")"#, "f(1)"),
        ("Style", Origin::Literal) => {
            text("color: red", r#"PreEscaped("color: red")"#, "color: red")
        }
        ("Style", Origin::Expression) => same(r#"PreEscaped(owned("color: red"))"#, "color: red"),
        ("Html", Origin::Literal) => text(
            "<b>1</b>",
            r#"PreEscaped("<b>1</b>")"#,
            "&lt;b&gt;1&lt;/b&gt;",
        ),
        ("Html", Origin::Expression) => same(r#"html! { b { "1" } }"#, "&lt;b&gt;1&lt;/b&gt;"),
        (kind, _) => panic!("no value for attributes of the kind `{kind}`"),
    }
}

fn keyword<'a>(keyword: Option<&'a String>, row: &Attribute) -> &'a str {
    keyword.unwrap_or_else(|| panic!("no keywords for `{}`", row.wire))
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
        format!(" data-{wire}{key}={template}"),
        format!(".{method}({argument}{builder})"),
        format!(" data-{wire}{key}={bytes:?}"),
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
        format!(" data-{wire}{key}{labels}={template}"),
        format!(".with(data::{ident}({argument}{builder}){calls})"),
        format!(" data-{wire}{key}{labels}={bytes:?}"),
    )
}

/// A plugin with a modifier, which is a method of the name, too.
fn with_name(row: &Plugin, form: &Form) -> Piece {
    let Plugin {
        ident,
        method,
        wire,
        ..
    } = row;
    let Form { label, call, .. } = form;
    let (key, _) = key(row);
    let Piece {
        template,
        builder,
        bytes,
    } = data_value(row, Origin::Expression);
    Piece::new(
        format!(" data-{wire}{key}{label}={template}"),
        format!(".{method}(Name::<data::{ident}>::from(\"key\"){call}, {builder})"),
        format!(" data-{wire}{key}{label}={bytes:?}"),
    )
}

/// The key in a name, and as the first argument.
fn key(row: &Plugin) -> (&'static str, &'static str) {
    if row.is_keyed {
        (":key", "\"key\", ")
    } else {
        ("", "")
    }
}

/// The value in a template, as the builder's argument, and between the quotes.
fn data_value(row: &Plugin, origin: Origin) -> Piece {
    match (row.kind.as_str(), origin) {
        ("Statements", Origin::Literal) => {
            Piece::new(r#""a() && b()""#, r#""a() && b()""#, "a() &amp;&amp; b()")
        }
        ("Statements", Origin::Expression) => {
            Piece::new(r#"(post("/x"))"#, r#"post("/x")"#, "@post('/x')")
        }
        ("Expression", Origin::Literal) => Piece::new(r#""$a < $b""#, r#""$a < $b""#, "$a &lt; $b"),
        ("Expression", Origin::Expression) => {
            Piece::new(r#"(Signal::new("a"))"#, r#"Signal::new("a")"#, "$a")
        }
        ("SignalName", Origin::Literal) => Piece::new(r#""a""#, r#""a""#, "a"),
        ("SignalName", Origin::Expression) => {
            Piece::new(r#"(Signal::new("a.b"))"#, r#"Signal::new("a.b")"#, "a.b")
        }
        ("Object", _) => Piece::new("(signals())", "&signals()", "{&quot;a&quot;:1}"),
        (kind, _) => panic!("no value for plugins of the kind `{kind}`"),
    }
}

/// A listener for an event that is a function of `data::event`.
fn on(event: &str, call: &str) -> Piece {
    Piece::new(
        format!(" data-on:{event}=\"f()\""),
        format!(".data_on(data::event::{call}, \"f()\")"),
        format!(" data-on:{event}=\"f()\""),
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
    let Modifier { name, argument } = row;
    let form = |(tags, value): &(&str, &str)| Form {
        name: name.clone(),
        label: format!("__{name}{tags}"),
        call: format!(".{name}({value})"),
    };
    arguments(argument.as_deref()).iter().map(form).collect()
}

/// Every form of an argument: its tags, and the builder's value.
pub(crate) fn arguments(argument: Option<&str>) -> &'static [(&'static str, &'static str)] {
    match argument {
        None => &[("", "")],
        Some("Case") => &[
            (".camel", "Case::Camel"),
            (".kebab", "Case::Kebab"),
            (".snake", "Case::Snake"),
            (".pascal", "Case::Pascal"),
        ],
        Some("Time") => &[(".200ms", "ms(200)"), (".2s", "secs(2)")],
        Some("Debounce") => &[
            (".200ms", "ms(200)"),
            (".2s.leading", "Debounce::both(secs(2))"),
            (".200ms.leading.notrailing", "Debounce::leading(ms(200))"),
        ],
        Some("Throttle") => &[
            (".200ms", "ms(200)"),
            (".2s.trailing", "Throttle::both(secs(2))"),
            (".200ms.noleading.trailing", "Throttle::trailing(ms(200))"),
        ],
        Some("Tick") => &[
            (".200ms", "ms(200)"),
            (".2s.leading", "Tick::leading(secs(2))"),
        ],
        Some("Percent") => &[(".25", "25_u8"), (".100", "100_u8"), (".0", "0_u8")],
        Some("PropName") => &[(".checked", "\"checked\"")],
        Some("EventNames") => &[
            (".change", "\"change\""),
            (".change.sl-input", "[\"change\", \"sl-input\"]"),
        ],
        Some(other) => panic!("no values for modifiers that take `{other}`"),
    }
}
