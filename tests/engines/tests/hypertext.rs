//! hypertext: a written name and the value of an attribute, or a whole element of Starmark as content.
//!
//! hypertext has no place for a whole attribute, and its names are part of the template. It does not check
//! those of `data-*`, so a name is written as Datastar spells it, and the value is `.value()`, which hypertext
//! escapes. What takes a list of attributes is an element of Starmark: with the feature `hypertext`, elements
//! and markup are content in hypertext, and markup of hypertext is content in Starmark.

use hypertext::prelude::*;
use starmark::data::{self, Signal, event, ms};
use starmark::html::Global as _;
use starmark::{Attributes, html as el, post};
use starmark_engines::{Filter, assert_same_trees};

const QUERY: Signal = Signal::new("query");

fn search(query: &str, foldable: bool) -> impl Renderable {
    maud! {
        section data-signals=(data::signals(Filter::new(query)).value()) {
            input data-bind=(data::bind(QUERY).value());
            @let go = data::on(event::click().debounce(ms(500)), post("/x"));
            @let active = data::class("active", "$on");
            button data-on:click__debounce.500ms=(go.value()) data-class:active=(active.value()) { "Go" }
            (output(query, foldable))
        }
    }
}

/// A list of attributes needs an element of Starmark; its content is hypertext's.
fn output(query: &str, foldable: bool) -> impl Renderable {
    let mut about = Attributes::new();
    if foldable {
        about = about.with(data::show("$open"));
    }
    about = about
        .set(el::output::title, query)
        .with(data::text("$a < 'b' && \"c\""));
    el::output().attributes(&about).child(maud! { (query) })
}

#[test]
fn the_bytes() {
    assert_eq!(
        search("<'\"&", true).render().as_inner(),
        concat!(
            r#"<section data-signals="{&quot;query&quot;:&quot;\u003c\u0027\u0022\u0026&quot;}">"#,
            r#"<input data-bind="query">"#,
            r#"<button data-on:click__debounce.500ms="@post('/x')" data-class:active="$on">Go</button>"#,
            r#"<output data-show="$open" title="&lt;'&quot;&amp;" data-text="$a &lt; 'b' &amp;&amp; &quot;c&quot;">&lt;'"&amp;</output>"#,
            r#"</section>"#,
        )
    );
}

/// An attribute that may be missing is an `Option` of its value.
#[test]
fn an_optional_attribute() {
    let folded = |foldable: bool| {
        let show = foldable.then(|| data::show("$open"));
        maud! { p data-show=[show.as_ref().map(data::Attr::value)] { } }
            .render()
            .into_inner()
    };
    assert_eq!(folded(true), r#"<p data-show="$open"></p>"#);
    assert_eq!(folded(false), "<p></p>");
}

/// hypertext cannot check that a written name is the one that Starmark made, so a test does.
#[test]
fn the_names() {
    let go = data::on(event::click().debounce(ms(500)), post("/x"));
    assert_eq!(go.name(), "data-on:click__debounce.500ms");
    assert_eq!(data::class("active", "$on").name(), "data-class:active");
}

#[test]
fn markup_of_one_is_content_of_the_other() {
    let ours = starmark::html! { b { "<" } };
    let theirs = maud! { p { (ours) } };
    let page = "<div><p><b>&lt;</b></p></div>";
    assert_eq!(starmark::html! { div { (theirs) } }.into_string(), page);
    // What is rendered already, and what is kept in between.
    assert_eq!(
        starmark::html! { div { (theirs.render()) } }.into_string(),
        page
    );
    assert_eq!(
        starmark::html! { div { (theirs.memoize()) } }.into_string(),
        page
    );
}

#[test]
fn the_tree() {
    assert_same_trees(|query, foldable| search(query, foldable).render().into_inner());
}
