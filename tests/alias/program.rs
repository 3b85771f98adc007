//! Each way to write attributes, beside the bytes that it must give with the alias.

mod own {
    starmark::plugins! {
        /// A plugin that is bundled under the same alias.
        sortable data_sortable "sortable": key Denied, value Required Statements {
            /// How long a finger has to rest first.
            delay: Time;
        }
    }
    starmark::dataset! {
        /// The number of a row.
        row_id data_row_id "data-row-id": Number;
    }
}

use own::*;
use starmark::data::{self, event, ms};
use starmark::prelude::*;
use starmark::sse::{Event, ExecuteScript};
use starmark::{event, get, property, signal};

macro_rules! same {
    ($bytes:literal: $($printed:expr),+ $(,)?) => {
        $(assert_eq!($printed.to_string(), $bytes, "{}", stringify!($printed));)+
    };
}

fn main() {
    assert_eq!(data::ALIAS, Some("star"));
    attributes();
    events();
    objects();
    without_keys();
    of_the_application();
}

fn attributes() {
    let on = true;
    same!(r#"<p data-star-text="$a"></p>"#:
        html! { p data-text="$a" {} }.into_string(),
        html! { p data-text=(signal!("a")) {} }.into_string(),
        html! { p data-text=[on.then_some("$a")] {} }.into_string(),
        html! { p (..Attributes::new().with(data::text("$a"))) {} }.into_string(),
        html::p().data_text("$a"),
        format!("<p{}></p>", data::text("$a")),
    );
}

fn events() {
    same!(r#"<p data-star-on:click__debounce.500ms__prevent="@get('/x')"></p>"#:
        html! { p data-on:click__debounce.500ms__prevent="@get('/x')" {} }.into_string(),
        html! { p data-on:click__debounce.500ms__prevent=(get("/x")) {} }.into_string(),
        html::p().data_on(event::click().debounce(ms(500)).prevent(), get("/x")),
        format!("<p{}></p>", data::on(event::click(), get("/x")).debounce(ms(500)).prevent()),
    );
    same!(r#"<p data-star-attr:title="$a"></p>"#:
        html! { p data-attr:title="$a" {} }.into_string(),
        html! { p data-attr:title=(signal!("a")) {} }.into_string(),
        html::p().data_attr(html::p::title, signal!("a")),
    );
    same!(r#"<p data-star-on:resize__window="f()" data-star-on:my-event="f()" data-star-on:my-event__case.camel="f()"></p>"#:
        html! { p data-on:resize__window="f()" data-on:my-event="f()" data-on:my-event__case.camel="f()" {} }.into_string(),
        html::p().data_on(event::resize(), "f()").data_on(event!("my-event"), "f()").data_on(event!("myEvent"), "f()"),
        format!(
            "<p{}{}{}></p>",
            data::on(event::resize(), "f()"),
            data::on(event!("my-event"), "f()"),
            data::on(event!("myEvent"), "f()"),
        ),
    );
}

fn objects() {
    same!(r#"<p data-star-class="{'w-1\u002f2': ($a), 'Big': ($b)}" data-star-class:c="$c" data-star-style:--size="$d"></p>"#:
        html::p()
            .data_class("w-1/2", "$a")
            .data_class("Big", "$b")
            .data_class("c", "$c")
            .data_style(property!("--size"), "$d"),
        Attributes::new()
            .with(data::class("w-1/2", "$a"))
            .with(data::class("Big", "$b"))
            .with(data::class("c", "$c"))
            .with(data::style(property!("--size"), "$d"))
            .as_str()
            .replace(" data-star-class=", "<p data-star-class=") + "></p>",
    );
}

fn without_keys() {
    same!(r#"<p data-star-indicator="_busy" data-star-init__delay.50ms="f()" data-star-ignore__self data-star-json-signals></p>"#:
        html! { p data-init__delay.50ms="f()" data-indicator="_busy" data-ignore__self data-json-signals {} }.into_string(),
        html::p()
            .with(data::init("f()").delay(ms(50)))
            .with(data::ignore().only_self())
            .data_json_signals(data::Filter::ALL)
            .data_indicator(signal!("_busy")),
    );
    same!(r#"<html data-star-nonce="abc"></html>"#:
        html! { html data-nonce="abc" {} }.into_string(),
        html::html().data_nonce("abc"),
    );
    same!(r#"<p data-star-on-signal-patch="f()" data-star-on-signal-patch-filter="{&quot;include&quot;:&quot;a&quot;}" data-star-preserve-attr="open"></p>"#:
        html! { p data-on-signal-patch="f()" data-on-signal-patch-filter=(data::Filter::including("a")) data-preserve-attr="open" {} }
            .into_string(),
        html::p()
            .data_on_signal_patch("f()")
            .data_on_signal_patch_filter(data::Filter::including("a"))
            .data_preserve_attr("open"),
    );
}

fn of_the_application() {
    same!(r#"<p data-star-sortable__delay.200ms="f()"></p>"#:
        html! { p data-sortable__delay.200ms="f()" {} }.into_string(),
        html::p().with(sortable("f()").delay(ms(200))),
    );
    // What is no concern of the client's stays as it is.
    same!(r#"<p data-testid="a" data-row-id="7" data-text="b" data-star-show="$c"></p>"#:
        html! { p data-testid="a" data-row-id="7" "data-text"="b" data-show="$c" {} }.into_string(),
        html! { p data-testid=("a") data-row-id=(7) "data-text"=("b") data-show=("$c") {} }.into_string(),
    );
    same!(r#"<p data-row-id="7" data-star-show="$c"></p>"#:
        html::p().data_row_id(7).data_show("$c"),
    );
    let attribute = data::on(event::click(), "f()").once();
    assert_eq!(
        (attribute.name(), attribute.value()),
        ("data-star-on:click__once", "f()")
    );
    // A script that removes itself does so in the words of the client.
    let script = Event::from(ExecuteScript::new("f()")).into_string();
    assert!(
        script.contains("<script data-star-effect=\"el.remove()\">f()</script>"),
        "{script}"
    );
}
