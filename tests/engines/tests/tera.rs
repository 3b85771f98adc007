//! tera: an attribute is a value behind the tag's name, with no space between.
//!
//! The feature `tera` makes attributes, lists of them, elements and markup into values that are marked safe,
//! so the template needs no `| safe` and cannot forget it. They go in through `insert_value`: `insert` and
//! `context!` go through serde, which knows no safe strings. A missing attribute is `None`, which prints
//! nothing.
//!
//! The other way round, a rendered template is content in Starmark as `PreEscaped(page)`.

use starmark::data::{self, Signal, event, ms};
use starmark::html::Global as _;
use starmark::{Attributes, html, post};
use starmark_engines::{Filter, assert_same_trees};
use tera::{Context, Tera};

const QUERY: Signal = Signal::new("query");

const TEMPLATE: &str = "\
<section{{ signals }}>
    <input{{ bind }}>
    <button{{ go }}{{ active }}>Go</button>
    <output{{ show }}{{ about }}>{{ query }}</output>
</section>";

fn search(query: &str, foldable: bool) -> String {
    let mut engine = Tera::new();
    // The name decides: what ends in `.html` is escaped.
    engine.add_raw_template("search.html", TEMPLATE).unwrap();
    let mut context = Context::new();
    context.insert("query", query);
    context.insert_value("signals", data::signals(Filter::new(query)).into());
    context.insert_value("bind", data::bind(QUERY).into());
    let go = data::on(event::click().debounce(ms(500)), post("/x"));
    context.insert_value("go", go.into());
    context.insert_value("active", data::class("active", "$on").into());
    context.insert_value("show", foldable.then(|| data::show("$open")).into());
    // A list is one value, too; `set` takes attributes that are not Datastar's.
    let about = Attributes::new()
        .set(html::output::title, query)
        .with(data::text("$a < 'b' && \"c\""));
    context.insert_value("about", about.into());
    engine.render("search.html", &context).unwrap()
}

#[test]
fn the_bytes() {
    assert_eq!(
        search("<'\"&", true),
        r#"<section data-signals='{"query":"\u003c\u0027\u0022\u0026"}'>
    <input data-bind="query">
    <button data-on:click__debounce.500ms="@post('/x')" data-class:active="$on">Go</button>
    <output data-show="$open" title="&lt;'&quot;&amp;" data-text="$a &lt; 'b' &amp;&amp; &quot;c&quot;">&lt;&#39;&quot;&amp;</output>
</section>"#
    );
}

#[test]
fn elements_and_markup_are_content() {
    let mut engine = Tera::new();
    engine
        .add_raw_template("page.html", "<p>{{ element }}{{ markup }}</p>")
        .unwrap();
    let mut context = Context::new();
    context.insert_value("element", html::b().child("<").into());
    context.insert_value("markup", html! { i { "&" } }.into());
    assert_eq!(
        engine.render("page.html", &context).unwrap(),
        "<p><b>&lt;</b><i>&amp;</i></p>"
    );
}

#[test]
fn the_tree() {
    assert_same_trees(search);
}
