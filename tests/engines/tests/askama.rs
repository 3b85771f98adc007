//! askama: an attribute is an expression behind the tag's name, with no space between.
//!
//! The feature `askama` makes attributes, lists of them, elements and markup known as safe (`HtmlSafe`), so
//! none needs `|safe`. Methods of the template are a good place for attributes: their types need no name. An
//! attribute without data can stand in the template itself, as a call.
//!
//! The other way round, a template of askama is content in Starmark as `PreEscaped(page.render()?)`.

use askama::Template;
use askama::filters::HtmlSafe;
use starmark::data::{self, Signal, event, ms};
use starmark::html::Global as _;
use starmark::{Attributes, html, post};
use starmark_engines::{Filter, assert_same_trees};

const QUERY: Signal = Signal::new("query");

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<section{{ self.signals() }}>
    <input{{ data::bind(QUERY) }}>
    <button{{ Self::go() }}{{ data::class("active", "$on") }}>Go</button>
    <output{% if foldable %}{{ data::show("$open") }}{% endif %}{{ self.about() }}>{{ query }}</output>
</section>"#
)]
struct Search<'a> {
    query: &'a str,
    foldable: bool,
}

impl Search<'_> {
    fn signals(&self) -> impl HtmlSafe {
        data::signals(Filter::new(self.query))
    }

    fn go() -> impl HtmlSafe {
        data::on(event::click().debounce(ms(500)), post("/x"))
    }

    /// A list is one value, too; `set` takes attributes that are not Datastar's.
    fn about(&self) -> impl HtmlSafe {
        Attributes::new()
            .set(html::output::title, self.query)
            .with(data::text("$a < 'b' && \"c\""))
    }
}

#[test]
fn the_bytes() {
    let page = Search {
        query: "<'\"&",
        foldable: true,
    };
    assert_eq!(
        page.render().unwrap(),
        r#"<section data-signals='{"query":"\u003c\u0027\u0022\u0026"}'>
    <input data-bind="query">
    <button data-on:click__debounce.500ms="@post('/x')" data-class:active="$on">Go</button>
    <output data-show="$open" title="&lt;'&quot;&amp;" data-text="$a &lt; 'b' &amp;&amp; &quot;c&quot;">&#60;&#39;&#34;&#38;</output>
</section>"#
    );
}

#[test]
fn elements_and_markup_are_content() {
    #[derive(Template)]
    #[template(ext = "html", source = "<p>{{ element }}{{ markup }}</p>")]
    struct Page {
        element: starmark::Element<html::b>,
        markup: starmark::Markup,
    }
    let page = Page {
        element: html::b().child("<"),
        markup: html! { i { "&" } },
    };
    assert_eq!(page.render().unwrap(), "<p><b>&lt;</b><i>&amp;</i></p>");
}

#[test]
fn the_tree() {
    assert_same_trees(|query, foldable| Search { query, foldable }.render().unwrap());
}
