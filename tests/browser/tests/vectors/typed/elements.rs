//! Vectors as elements of the builder: one row each, without the element's id and content.

use serde_json::json;
use starmark::data::{
    self, AttributeName, Cancellation, Debounce, Filter, Retry, Throttle, delete, event, get, ms,
    patch, post, put, query, secs,
};
use starmark::html::{
    Global as _, a, button, details, div, form, html, input, pre, select, svg, textarea,
};
use starmark::{PreEscaped, event, property, signal};

use super::own::*;

elements! {
    // Signals, by their names and as objects.
    V1 => div().with(data::signal(signal!("foo"), 1));
    V2 => div().with(data::signal(signal!("fooBar"), "x"));
    V4 => div().with(data::signal(signal!("userInfo.firstName"), "A"));
    V6 => div().with(data::signal(signal!("foo_bar"), 1));
    V8 => div().with(data::signal(signal!("fooBar"), 1));
    V9 => div().with(data::signal(signal!("foo_bar"), 1));
    V10 => div().with(data::signal(signal!("_draft"), "x"));
    V12 => div().data_signals(json!({ "foo": 1, "bar": { "baz": [1, 2] } }));
    V13 => div().data_signals(json!({ "foo": "a;b $x @get(" }));
    V14 => div().data_signals(json!({ "fooBar": 1 }));
    V17 => div().with(data::signals(json!({ "foo": 2, "bar": 3 })).ifmissing());
    V18 => div().with(data::signal(signal!("foo"), 2).ifmissing());
    W64 => div().with(data::signal(signal!("a.b"), 1).ifmissing());
    W65 => div().with(data::signal(signal!("FooBar"), 1));
    W66 => div().with(data::signal(signal!("FooBar"), 1));
    W67 => div().with(data::signal(signal!("foo_bar"), 1).ifmissing());
    W68 => div().with(data::signal(signal!("a2b.c3"), 1));
    W69 => div().with(data::signal(signal!("x1y"), 1));
    W70 => div().with(data::signal(signal!("_a._b"), 1));
    W71 => div().with(data::signal(signal!("list"), json!([1, "two", { "three": 3 }])));
    W72 => div().with(data::signal(signal!("user"), json!({ "name": "x", "tags": ["a"] })));
    W73 => div().data_signals(json!({}));
    W75 => div().data_signals(json!({ "a": { "b": [true, 1, 1.5e3] }, "c": "x" }));
    W76 => div().data_signals(json!({ "a": 1, "b": "x" }));

    // Computed signals.
    V21 => div().data_computed(signal!("dbl"), "$n * 2");
    V22 => div().data_computed(signal!("fullName"), "$a + $b");
    V24 => div().data_computed(signal!("stats.total"), "1 + 2");
    V25 => div().data_computed((), "{dbl: () => $n * 2, sub: {tri: () => $n * 3}}");
    V26 => div().data_computed(signal!("x"), "const k = 2; return k * 3");
    W80 => div().data_computed(signal!("a_b"), "1 + 1");
    W82 => div().data_computed(signal!("AB"), "1 + 1");
    W83 => div().data_computed(signal!("aB"), "1 + 1");
    W84 => div().data_computed(signal!("all"), "$list.filter(x => x > 1).map(x => x * 2)");
    W85 => div().data_computed((), "{a: () => 1, 'b': function () { return 2 }}");

    // Controls.
    V28 => input().value("baz").data_bind(signal!("fooBar"));
    V29 => input().value("v").data_bind(signal!("user.name"));
    V32 => input().data_bind(signal!("n"));
    V33 => input().type_("checkbox").checked(true).data_bind(signal!("ok"));
    V34 => input().type_("checkbox").value("x").checked(true).data_bind(signal!("tags"));
    V36 => select().multiple(true).data_bind(signal!("sel"));
    V37 => input().with(data::bind(signal!("query")).event(["change", "blur"]));
    V38 => input().type_("checkbox").checked(true)
        .with(data::bind(signal!("isOn")).prop("checked").event("change"));
    W86 => input().value("x").data_bind(signal!("first_name"));
    W88 => input().value("x").data_bind(signal!("FirstName"));
    W89 => input().value("x").data_bind(signal!("firstName"));
    W90 => input().value("x").with(data::bind(signal!("user.firstName")).event(["input", "blur"]));
    W94 => my_toggle().with(data::bind(signal!("isOn")).prop("is-checked").event(["toggled", "my-change"]));
    W95 => textarea().data_bind(signal!("text"));
    W96 => select().data_bind(signal!("choice"));
    W97 => input().type_("radio").value("x").checked(true).data_bind(signal!("pick"));
    W98 => input().type_("number").value("5").data_bind(signal!("n"));
    W99 => input().type_("range").value("5").max("9").data_bind(signal!("n"));
    W100 => input().type_("file").data_bind(signal!("file"));
    W101 => input().data_bind(signal!("_draft.title"));

    // References and indicators; the latter are written first, whatever the order of calls.
    V40 => div().data_ref(signal!("myEl"));
    V41 => div().data_ref(signal!("els.main"));
    V44 => div().data_indicator(signal!("_busy"));
    W102 => div().data_indicator(signal!("fetching"));
    W103 => div().data_indicator(signal!("_isBusy"));
    W104 => div().data_init(get("/r")).data_indicator(signal!("_b"));
    W105 => div().data_ref(signal!("my_el"));
    W106 => div().data_ref(signal!("MyEl"));
    W107 => div().data_ref(signal!("myEl"));
    W108 => div().data_indicator(signal!("is_busy"));
    W109 => div().data_ref(signal!("els.main"));
    W110 => div().data_ref(signal!("_el"));
    R24 => button().data_on(event::click(), get("/r")).data_indicator(signal!("loading"));
    R28 => div().data_init(get("/r")).data_indicator(signal!("loading"));
    R140 => button().data_attr(button::disabled, signal!("_fetching"))
        .data_on(event::click(), get("/r"))
        .data_indicator(signal!("_fetching"));

    // What is shown, and attributes.
    V56 => div().data_show("$n > 0");
    V57 => div().style(PreEscaped("display: none")).data_show(signal!("on"));
    V58 => a().data_attr(a::href, "'/p/' + $id");
    V60 => div().data_attr(div::aria_expanded, "$open ? 'true' : 'false'");
    V61 => div().data_attr((), "{title: $t, 'aria-label': $t}");
    V62 => div().data_attr(AttributeName::new("data-obj"), "{a: 1}");
    W138 => div().data_show("$a && !$b");
    W139 => div().data_show("$list.length");
    W143 => button().data_attr(button::disabled, "$n > 0");
    W144 => div().hidden(true).data_attr(div::hidden, false);
    W145 => div().data_attr(AttributeName::new("data-x.y"), "'1'");
    W146 => svg().data_attr(AttributeName::new("xlink:href"), "'#x'");
    W147 => svg().data_attr(svg::viewBox, "'0 0 1 1'");
    W148 => input().data_attr(input::value, signal!("v"));
    W149 => div().data_attr(div::aria_pressed, "String($on)");
    R1 => div().data_attr(div::aria_label, signal!("label"));

    // Classes, in keys and in one object; styles.
    V64 => div().data_class("md:w-[10px]", true);
    V65 => div().data_class("fooBar", true);
    V66 => div().class("off")
        .data_class("w-1/2", true)
        .data_class("block__elem", true)
        .data_class("off", false)
        .data_class("a b", true);
    W197 => div().data_class("foo_bar", true);
    W198 => div().data_class("FooBar", true);
    W199 => div().data_class("foo-bar", true);
    W200 => div().data_class("active", signal!("on"))
        .data_class("p-2 m-2", signal!("on"))
        .data_class("Big", true);
    V68 => div().data_style(property!("--h1-size"), "'2px'");
    V69 => div().data_style(property!("backgroundColor"), "'red'").data_style(property!("font-size"), "'4px'");
    V70 => div().style(PreEscaped("display: flex")).data_style(property!("display"), "$h && 'none'");
    W201 => div().data_style(property!("color"), "'red'");
    W202 => div().data_style(property!("backgroundColor"), "$on ? 'red' : 'blue'");
    W203 => div().data_style(property!("--x"), "'1px'");
    W204 => div().data_style(property!("--my_var2"), "'1px'");
    W205 => div().data_style(property!("WebkitLineClamp"), "'2'");
    W206 => div().data_style(property!("opacity"), 0);
    W207 => div().data_style(property!("transform"), "`rotate(${$n}deg)`");
    W208 => div().data_style((), "{'--x': '1px', color: $c, width: $w + 'px'}");

    // Events: of the browser, of others, of the window and the document.
    V76 => div().data_on(event::click(), "$n = evt.type");
    V77 => div().data_on(event::click(), "$x = 1; $y = 2");
    V78 => div().data_on(event!("my-event"), "$d = evt.detail");
    V80 => div().data_on(event!("my_event"), "$d = 1");
    V81 => div().data_on(event!("MyEvent"), "$d = 1");
    V82 => div().data_on(event!("htmx:after-swap"), "$d = 1");
    V84 => a().href("#zz").data_on(event::click().prevent(), "$d = evt.defaultPrevented");
    V85 => div().data_on(event::click().stop(), "$n = 1");
    V86 => a().href("#zz").data_on(event::click().prevent().stop().once(), "$n = 1");
    V88 => div().data_on(event::wheel().passive(), "$o = 1");
    V89 => div().data_on(event!("foo").window(), "$n = 1");
    V90 => div().data_on(event!("foo").document(), "$n = 1");
    V92 => div().data_on(event::click().delay(ms(50)), "$n = 1");
    V93 => div().data_on(event::click().delay(secs(1)), "$n = 1");
    V94 => input().data_on(event::input().debounce(ms(60)), "$n = ($n || 0) + 1");
    V96 => input().data_on(event::input().debounce(Debounce::leading(ms(60))), "$n = ($n || 0) + 1");
    V97 => input().data_on(event::input().throttle(ms(60)), "$n = ($n || 0) + 1");
    V98 => input().data_on(event::input().throttle(Throttle::both(ms(60))), "$n = ($n || 0) + 1");
    V100 => div().data_on(event::click().viewtransition(), "$n = 1");
    V101 => div().data_on(event::keydown().window(), "evt.key === 'Escape' && ($open = false)");
    V102 => form().data_on(event::submit(), "$s = evt.defaultPrevented");
    W1 => div().data_on(event::click().once(), "$n = ($n || 0) + 1");
    W2 => div().data_on(event::click().capture(), "$n = evt.eventPhase");
    W3 => div().data_on(event::click().outside(), "$n = ($n || 0) + 1");
    W4 => div().data_on(event!("myEvent"), "$d = 1");
    W5 => div().data_on(event!("my-event"), "$d = 1");
    W6 => input().data_on(event::input().debounce(Debounce::both(ms(60))), "$n = ($n || 0) + 1");
    W7 => input().data_on(event::input().throttle(Throttle::trailing(ms(60))), "$n = ($n || 0) + 1");
    W8 => div().data_on(event::resize(), "$n = 1");
    W9 => div().data_on(event::load().window(), "$n = 1");
    W10 => div().data_on(event::hashchange(), "$n = evt.type");
    W11 => div().data_on(event::beforeunload(), "$n = 1");
    W12 => div().data_on(event::storage().debounce(ms(20)), "$n = 1");
    W13 => div().data_on(event::visibilitychange(), "$n = 1");
    W14 => div().data_on(event::keydown().window().prevent(), "$n = evt.defaultPrevented");
    W15 => div().data_on(event::wheel().passive().throttle(ms(50)), "$n = 1");
    W16 => div().data_on(event::click().stop().debounce(ms(20)).viewtransition(), "$n = 1");
    W17 => div().data_on(event::click().debounce(Debounce::leading(secs(1))), "$n = ($n || 0) + 1");
    W18 => div().data_on(event::datastar_fetch(), "$t = evt.detail.type");
    W19 => div().data_on(event::datastar_signal_patch(), "window.seen = 1");
    W20 => div().data_on(event!("shown.bs.modal"), "$d = 1");
    W21 => div().data_on(event!("sl-change").once(), "$d = 1");
    W22 => div().data_on(event!("my_event"), "$d = 1");
    W23 => div().data_on(event!("x2"), "$d = 1");
    W24 => div().data_on(event::click(), "$a = 1\n$b = 2");
    W25 => div().data_on(event::click(), "// a note\n$a = 1 /* and another */");
    W36 => div().data_on(event::click(), "$a = \"x\"; $b = `y`");

    // What runs by itself.
    V72 => div().data_effect("if ($a) { $b = 1 } else { $b = 2 }");
    V73 => div().data_init("$n = el.id");
    V74 => div().with(data::init("$n = 1").delay(ms(50)));
    V104 => div().style(PreEscaped("height:9px")).data_on_intersect("$n = 1");
    V105 => div().style(PreEscaped("height:9px")).with(data::on_intersect("$n = 1").once().half());
    V110 => div().with(data::on_interval("$n = ($n || 0) + 1").duration(ms(50)));
    V112 => div().data_on_interval("$n = 1");
    V113 => div().data_on_signal_patch("$_p = JSON.stringify(patch)");
    V114 => div().with(data::on_signal_patch("$_n = 1").debounce(ms(50)));
    V116 => div().data_on_signal_patch("$_n = ($_n || 0) + 1")
        .data_on_signal_patch_filter(Filter::including("^a$").and_excluding("x"));
    W63 => div().data_on_signal_patch("$_n = 1")
        .data_on_signal_patch_filter(Filter::including(r"^a\.").and_excluding("z$"));
    W140 => div().data_effect("$b = $a * 2");
    W141 => div().data_effect("const x = $a\n$b = x + 1");
    W142 => div().data_effect("el.remove()");

    // What the client reads by itself.
    V117 => pre().data_json_signals(Filter::ALL);
    V118 => pre().with(data::json_signals(Filter::including("^a")).terse());
    W212 => pre().data_json_signals(Filter::including("^a"));
    V120 => div().with(data::signal(signal!("q"), 1)).data_ignore();
    V121 => div().with(data::signal(signal!("q"), 1)).with(data::ignore().only_self());
    V122 => div().data_ignore_morph();
    W209 => details().open(true).data_preserve_attr([details::open.into()]);
    W210 => div().data_preserve_attr([div::class.into(), div::style.into(), div::aria_label.into()]);
    W211 => html().with(data::signal(signal!("n"), 1)).data_nonce("here");

    // Data attributes of the application.
    W215 => div().data_item_id("7");
    W216 => div().data_testid("");
    W217 => div().data_controller("menu");

    // Requests, with the options that they have as methods; the others are literals.
    V124 => div().data_on(event::click(), get("/r").query("x", 1));
    V125 => div().data_on(event::click(), post("/r"));
    V126 => div().data_on(event::click(), put("/r"));
    V128 => div().data_on(event::click(), delete("/r"));
    V129 => div().data_on(event::click(), query("/r"));
    V130 => div().data_on(event::click(), "@post('/r', {payload: {z: $n}})");
    V132 => div().data_on(event::click(), "@post('/r', {filterSignals: {include: '^user', exclude: '(^|[.])_'}})");
    V133 => div().data_on(event::click(), "@get('/r', {headers: {'X-T': '1'}})");
    V134 => div().data_on(event::click(), "@post('/r', {contentType: 'form', selector: '#ff'})");
    V136 => div().data_on(event::click(), get("/r")
        .request_cancellation(Cancellation::Disabled)
        .open_when_hidden(true)
        .retry(Retry::Error)
        .retry_interval(ms(500))
        .retry_max_wait(secs(5))
        .retry_max_count(3));
    V137 => div().data_on(event::click(), get("/r").request_cancellation(Cancellation::Cleanup));
    V138 => div().data_on(event::click(), "$_ac = new AbortController(); @get('/r', {requestCancellation: $_ac})");
    V140 => div().data_on(event::click(), r"@setAll(0, {include: /^u\./})");
    V141 => div().data_on(event::click(), "@toggleAll({include: /^is/})");
    W218 => div().data_on(event::click(), patch("/r"));
    R126 => input().data_on(event::input().debounce(ms(200)), get("/r"));
    R139 => input().data_on(event::blur(), put("/r"));
}
