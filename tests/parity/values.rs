//! Values that fit each kind, in a template and for the builder, with the bytes that they become.
//!
//! A kind without values here stops the test, so that no row goes untested.

use crate::tables::{Attribute, Plugin};

/// Where values come from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Origin {
    Literal,
    Expression,
}

impl Origin {
    pub(crate) const BOTH: [Self; 2] = [Self::Literal, Self::Expression];
}

/// A piece of a template, the same as calls of the builder, and the bytes that both become.
#[derive(Default)]
pub(crate) struct Piece {
    pub(crate) template: String,
    pub(crate) builder: String,
    pub(crate) bytes: String,
}

impl Piece {
    pub(crate) fn new(
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

/// Stands for the element's name where the body has its end tag.
pub(crate) const END_TAG: &str = "\u{1}";

/// No content.
pub(crate) fn empty(kind: &str) -> Piece {
    match kind {
        "Void" => Piece::new(";", "", ">"),
        _ => Piece::new(" {}", "", format!("></{END_TAG}>")),
    }
}

/// Content that shows what is escaped and what is not.
pub(crate) fn body(kind: &str, origin: Origin) -> Piece {
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

/// What stands behind the name, with its equals sign; and the builder's argument.
pub(crate) fn value(row: &Attribute, origin: Origin) -> Piece {
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

/// What stands behind the name, with its equals sign; and the builder's argument.
pub(crate) fn data_value(row: &Plugin, origin: Origin) -> Piece {
    let literal = |value: &str, bytes: &str| {
        Piece::new(
            format!("={value:?}"),
            format!("{value:?}"),
            format!("={bytes:?}"),
        )
    };
    let given = |template: &str, builder: &str, bytes: &str| {
        Piece::new(format!("=({template})"), builder, format!("={bytes:?}"))
    };
    match (row.kind.as_str(), origin) {
        ("Statements" | "Reaction", Origin::Literal) => literal("a() && b()", "a() &amp;&amp; b()"),
        ("Statements" | "Reaction", Origin::Expression) => {
            given(r#"post("/x")"#, r#"post("/x")"#, "@post('/x')")
        }
        (
            "Expression" | "Condition" | "Content" | "AttributeValue" | "StyleValue",
            Origin::Literal,
        ) => literal("$a < $b", "$a &lt; $b"),
        (
            "Expression" | "Condition" | "Content" | "AttributeValue" | "StyleValue",
            Origin::Expression,
        ) => given(r#"Signal::new("a")"#, r#"Signal::new("a")"#, "$a"),
        ("SignalName", Origin::Literal) => Piece::new("=\"a\"", r#"Signal::new("a")"#, "=\"a\""),
        ("SignalName", Origin::Expression) => {
            given(r#"Signal::new("a.b")"#, r#"Signal::new("a.b")"#, "a.b")
        }
        ("Object", _) => Piece::new("=(signals())", "&signals()", "='{\"a\":1}'"),
        ("Filters", Origin::Literal) => literal("{include: /a/}", "{include: /a/}"),
        ("Filters", Origin::Expression) => {
            let filter = r#"Filter::including("a").and_excluding("b")"#;
            given(
                filter,
                filter,
                "{&quot;include&quot;:&quot;a&quot;,&quot;exclude&quot;:&quot;b&quot;}",
            )
        }
        ("Names", Origin::Literal) => literal("open id", "open id"),
        ("Names", Origin::Expression) => given(
            r#""open class""#,
            "[html::details::open.into(), html::p::class.into()]",
            "open class",
        ),
        ("Query", _) => literal("(width > 1px)", "(width &gt; 1px)"),
        ("Text", Origin::Literal) => literal("abc", "abc"),
        ("Text", Origin::Expression) => {
            given(r#"owned("a<b")"#, r#"owned("a<b").as_str()"#, "a&lt;b")
        }
        ("Nothing", _) => Piece::default(),
        (kind, _) => panic!("no value for plugins of the kind `{kind}`"),
    }
}

/// Every form of an argument: its tags, and the builder's value.
pub(crate) fn arguments(argument: Option<&str>) -> &'static [(&'static str, &'static str)] {
    match argument {
        None => &[("", "")],
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
        Some("Percent") => &[
            (".25", "Percent::new(25)"),
            (".100", "Percent::new(100)"),
            (".0", "Percent::new(0)"),
        ],
        Some("PropName") => &[(".checked", "\"checked\"")],
        Some("EventNames") => &[
            (".change", "\"change\""),
            (".change.sl-input", "[\"change\", \"sl-input\"]"),
        ],
        Some(other) => panic!("no values for modifiers that take `{other}`"),
    }
}
