//! maud: a written name and the value of an attribute, or a whole element of Starmark as content.
//!
//! maud has no place for a whole attribute, and its names are part of the template: in quotes if there is a
//! dot, which would begin a class. The value is `.value()`, which maud escapes. What takes a list of attributes
//! is an element of Starmark: with the feature `maud`, elements and markup are content in maud, and markup of
//! maud is content in Starmark.

use maud::{Markup, html};
use starmark::data::{self, Signal, event, ms};
use starmark::html::Global as _;
use starmark::{Attributes, html as el, post};
use starmark_engines::{Filter, assert_same_trees};

const QUERY: Signal = Signal::new("query");

fn search(query: &str, foldable: bool) -> Markup {
    let go = data::on(event::click().debounce(ms(500)), post("/x"));
    let active = data::class("active", "$on");
    html! {
        section data-signals=(data::signals(Filter::new(query)).value()) {
            input data-bind=(data::bind(QUERY).value());
            button "data-on:click__debounce.500ms"=(go.value()) data-class:active=(active.value()) { "Go" }
            (output(query, foldable))
        }
    }
}

/// A list of attributes needs an element of Starmark; its content is maud's.
fn output(query: &str, foldable: bool) -> impl maud::Render {
    let mut about = Attributes::new();
    if foldable {
        about = about.with(data::show("$open"));
    }
    about = about
        .set(el::output::title, query)
        .with(data::text("$a < 'b' && \"c\""));
    el::output().attributes(&about).child(html! { (query) })
}

#[test]
fn the_bytes() {
    assert_eq!(
        search("<'\"&", true).into_string(),
        concat!(
            r#"<section data-signals="{&quot;query&quot;:&quot;\u003c\u0027\u0022\u0026&quot;}">"#,
            r#"<input data-bind="query">"#,
            r#"<button data-on:click__debounce.500ms="@post('/x')" data-class:active="$on">Go</button>"#,
            r#"<output data-show="$open" title="&lt;'&quot;&amp;" data-text="$a &lt; 'b' &amp;&amp; &quot;c&quot;">&lt;'&quot;&amp;</output>"#,
            r#"</section>"#,
        )
    );
}

/// An attribute that may be missing is an `Option` of its value.
#[test]
fn an_optional_attribute() {
    let folded = |foldable: bool| {
        let show = foldable.then(|| data::show("$open"));
        html! { p data-show=[show.as_ref().map(data::Attr::value)] { } }.into_string()
    };
    assert_eq!(folded(true), r#"<p data-show="$open"></p>"#);
    assert_eq!(folded(false), "<p></p>");
}

/// maud cannot check that a written name is the one that Starmark made, so a test does.
#[test]
fn the_names() {
    let go = data::on(event::click().debounce(ms(500)), post("/x"));
    assert_eq!(go.name(), "data-on:click__debounce.500ms");
    assert_eq!(data::class("active", "$on").name(), "data-class:active");
}

#[test]
fn markup_of_one_is_content_of_the_other() {
    let ours = starmark::html! { b { "<" } };
    let theirs = html! { p { (ours) } };
    assert_eq!(
        starmark::html! { div { (theirs) } }.into_string(),
        "<div><p><b>&lt;</b></p></div>"
    );
}

#[test]
fn the_tree() {
    assert_same_trees(|query, foldable| search(query, foldable).into_string());
}
