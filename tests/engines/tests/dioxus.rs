//! dioxus on the server: a written name and the value of an attribute.
//!
//! The names of dioxus live as long as the program (`&'static str`), so they are written in quotes, in `rsx!`
//! and in lists alike, and no feature of Starmark could take them from an attribute. The value is `.value()`,
//! which dioxus escapes. `Attributes` is finished text, which dioxus takes inside of a whole element only, as
//! `dangerous_inner_html`.
//!
//! The other way round, a rendered element is content in Starmark as `PreEscaped(render_element(…))`.

use dioxus::prelude::*;
use dioxus::ssr::render_element;
use starmark::data::{self, event, ms};
use starmark::html::Global as _;
use starmark::{Attributes, html, post};
use starmark_engines::{Filter, assert_same_trees};

// dioxus has signals of its own.
const QUERY: starmark::Signal = starmark::Signal::new("query");

fn search(query: &str, foldable: bool) -> Element {
    let go = data::on(event::click().debounce(ms(500)), post("/x"));
    // A missing attribute is `None`.
    let show = foldable.then(|| data::show("$open").value().to_owned());
    rsx! {
        section { "data-signals": data::signals(Filter::new(query)).value(),
            input { "data-bind": data::bind(QUERY).value() }
            button {
                "data-on:click__debounce.500ms": go.value(),
                "data-class:active": data::class("active", "$on").value(),
                "Go"
            }
            output { "data-show": show, ..about(query), {query} }
        }
    }
}

/// A list of attributes is dioxus' own.
fn about(query: &str) -> Vec<Attribute> {
    let text = data::text("$a < 'b' && \"c\"");
    vec![
        Attribute::new("title", query, None, false),
        Attribute::new("data-text", text.value(), None, false),
    ]
}

#[test]
fn the_bytes() {
    assert_eq!(
        render_element(search("<'\"&", true)),
        concat!(
            r#"<section data-signals="{&#34;query&#34;:&#34;\u003c\u0027\u0022\u0026&#34;}">"#,
            r#"<input data-bind="query"/>"#,
            r#"<button data-on:click__debounce.500ms="@post(&#39;/x&#39;)" data-class:active="$on">Go</button>"#,
            r#"<output data-show="$open" title="&#60;&#39;&#34;&#38;" data-text="$a &#60; &#39;b&#39; &#38;&#38; &#34;c&#34;">&#60;&#39;&#34;&#38;</output>"#,
            r#"</section>"#,
        )
    );
}

#[test]
fn a_list_inside_of_an_element() {
    let list = Attributes::new()
        .set(html::p::title, "\"")
        .with(data::show("$open"));
    let inner = html::p().attributes(&list).child("<").to_string();
    assert_eq!(
        render_element(rsx! { div { dangerous_inner_html: inner } }),
        r#"<div><p title="&quot;" data-show="$open">&lt;</p></div>"#
    );
}

/// dioxus cannot check that a written name is the one that Starmark made, so a test does.
#[test]
fn the_names() {
    let go = data::on(event::click().debounce(ms(500)), post("/x"));
    assert_eq!(go.name(), "data-on:click__debounce.500ms");
    assert_eq!(data::class("active", "$on").name(), "data-class:active");
}

#[test]
fn the_tree() {
    assert_same_trees(|query, foldable| render_element(search(query, foldable)));
}
