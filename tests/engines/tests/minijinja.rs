//! minijinja: an attribute is a value behind the tag's name, with no space between.
//!
//! The feature `minijinja` makes attributes, lists of them, elements and markup into values that are marked
//! safe, so the template needs no `|safe` and cannot forget it. A missing attribute is `Value::UNDEFINED`,
//! which prints nothing; `None` would print `none`.
//!
//! The other way round, a rendered template is content in Starmark as `PreEscaped(page)`.

use minijinja::{Environment, Value, context};
use starmark::data::{self, Signal, event, ms};
use starmark::html::Global as _;
use starmark::{Attributes, html, post};
use starmark_engines::{Filter, assert_same_trees};

const QUERY: Signal = Signal::new("query");

const TEMPLATE: &str = "\
<section{{ signals }}>
    <input{{ bind }}>
    <button{{ go }}{{ active }}>Go</button>
    <output{{ show }}{{ about }}>{{ query }}</output>
</section>";

fn search(query: &str, foldable: bool) -> String {
    let mut engine = Environment::new();
    // The name decides: what ends in `.html` is escaped.
    engine.add_template("search.html", TEMPLATE).unwrap();
    let context = context! {
        query,
        signals => data::signals(Filter::new(query)),
        bind => data::bind(QUERY),
        go => data::on(event::click().debounce(ms(500)), post("/x")),
        active => data::class("active", "$on"),
        show => if foldable { data::show("$open").into() } else { Value::UNDEFINED },
        // A list is one value, too; `set` takes attributes that are not Datastar's.
        about => Attributes::new()
            .set(html::output::title, query)
            .with(data::text("$a < 'b' && \"c\"")),
    };
    engine
        .get_template("search.html")
        .unwrap()
        .render(context)
        .unwrap()
}

#[test]
fn the_bytes() {
    assert_eq!(
        search("<'\"&", true),
        r#"<section data-signals='{"query":"\u003c\u0027\u0022\u0026"}'>
    <input data-bind="query">
    <button data-on:click__debounce.500ms="@post('/x')" data-class:active="$on">Go</button>
    <output data-show="$open" title="&lt;'&quot;&amp;" data-text="$a &lt; 'b' &amp;&amp; &quot;c&quot;">&lt;&#x27;&quot;&amp;</output>
</section>"#
    );
}

#[test]
fn elements_and_markup_are_content() {
    let mut engine = Environment::new();
    engine
        .add_template("page.html", "<p>{{ element }}{{ markup }}</p>")
        .unwrap();
    let context = context! {
        element => html::b().child("<"),
        markup => html! { i { "&" } },
    };
    let page = engine.get_template("page.html").unwrap();
    assert_eq!(
        page.render(context).unwrap(),
        "<p><b>&lt;</b><i>&amp;</i></p>"
    );
}

#[test]
fn the_tree() {
    assert_same_trees(search);
}
