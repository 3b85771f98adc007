//! What templates have beyond maud's grammar, byte for byte, and by the builder where it has the same.

extern crate starmark as other;

use std::fmt;

use starmark::prelude::*;
use starmark::{html, write_html};

/// Compares a template's bytes.
macro_rules! bytes {
    ($expected:literal, $($template:tt)*) => {
        assert_eq!(starmark::html! { $($template)* }.into_string(), $expected)
    };
}

mod namespaces {
    use starmark::{html, mathml, svg};

    #[test]
    fn svg_inside_html() {
        bytes!(
            "<svg viewBox=\"0 0 1 1\"><linearGradient id=\"g\"></linearGradient><title>t</title>\
             <foreignObject><p>html</p></foreignObject><a href=\"/x\"></a></svg><p></p>",
            svg viewBox="0 0 1 1" {
                linearGradient #g {}
                title { "t" }
                foreignObject { p { "html" } }
                a href="/x" {}
            }
            p {}
        );
    }

    #[test]
    fn mathml_inside_html() {
        bytes!("<math><mrow><mi>x</mi><mo>=</mo></mrow></math>", math { mrow { mi { "x" } mo { "=" } } });
    }

    #[test]
    fn fragments_of_a_drawing() {
        let marks = |n: u32| {
            html! { svg::g fill="none" { @for i in 0..n { circle r=(i) {} } } }
        };
        assert_eq!(
            marks(2).into_string(),
            "<g fill=\"none\"><circle r=\"0\"></circle><circle r=\"1\"></circle></g>"
        );
        bytes!("<g><path d=\"M0 0\"></path></g>", starmark::svg::g { path d="M0 0" {} });
        bytes!("<mrow><mi>x</mi></mrow>", mathml::mrow { mi { "x" } });
    }

    #[test]
    fn scripts_keep_their_namespace() {
        bytes!("<svg><style>p { color: red }</style></svg>", svg { style { "p { color: red }" } });
    }
}

mod own_names {
    use starmark::html;

    mod ui {
        starmark::elements! {
            /// A rating in stars.
            star_rating "star-rating": Parent {
                /// How many stars are lit.
                value: Number;
                /// How large they are.
                size: Enumerated["small", "large"];
                /// Whether it can be changed.
                readonly: Flag;
            }
            /// A thin line.
            thin_line "thin-line": Void {}
        }
    }

    mod htmx {
        starmark::attributes! {
            /// Where a click goes.
            hx_get "hx-get": Url;
            /// Whether the address changes.
            hx_push_url "hx-push-url": Text;
        }
    }

    use htmx::*;
    use ui::{star_rating, *};

    #[test]
    fn declared_elements() {
        let (stars, locked) = (3, true);
        let by_macro =
            html! { star_rating.big value=(stars) size="large" readonly[locked] { "***" } };
        let by_builder = star_rating()
            .class("big")
            .value(stars)
            .size("large")
            .readonly(locked)
            .child("***");
        assert_eq!(by_macro.into_string(), by_builder.to_string());
        bytes!("<star-rating value=\"1\"><p></p></star-rating>", ui::star_rating value="1" { p {} });
        bytes!("<star-rating></star-rating><b></b>", self::ui::star_rating {} b {});
    }

    #[test]
    fn declared_void_elements() {
        // As in HTML, where only the parser's own void elements end by themselves.
        bytes!("<thin-line>", thin_line;);
    }

    #[test]
    fn declared_attributes() {
        let address = "javascript:alert(1)";
        let by_macro =
            html! { a hx-get="/x" hx-push-url=(true) title="t" { "x" } b hx-get=(address) {} };
        let by_builder = (
            html::a()
                .hx_get("/x")
                .hx_push_url(true)
                .title("t")
                .child("x")
                .to_string(),
            html::b().hx_get(address).to_string(),
        );
        assert_eq!(
            by_macro.into_string(),
            format!("{}{}", by_builder.0, by_builder.1)
        );
        bytes!("<star-rating hx-get=\"/y\"></star-rating>", star_rating hx-get="/y" {});
    }
}

mod attributes {
    use super::*;

    #[test]
    fn spreads() {
        let extra = Attributes::new()
            .set(html::a::href, "/x")
            .with(data::show("$open"));
        let none = Attributes::new();
        bytes!("<a class=\"b\" title=\"t\" href=\"/x\" data-show=\"$open\" lang=\"en\"></a>", a.b title="t" (..extra) lang="en" (..none) {});
        bytes!("<a href=\"/x\" data-show=\"$open\"></a>", a (..&extra) {});
    }

    #[test]
    fn datastar() {
        let (query, id) = (Signal::new("query"), 7);
        bytes!(
            "<input data-bind=\"query\" data-on:input__debounce.200ms.leading__window=\"@get('/x')\">",
            input data-bind=(query) data-on:input__debounce.200ms.leading__window=(get("/x"));
        );
        bytes!("<p data-text=\"$query\" data-show=\"$a &amp;&amp; $b\"></p>", p data-text=(query) data-show="$a && $b" {});
        bytes!("<p data-on:click__prevent=\"@post('/t/7')\"></p>", p data-on:click__prevent=(post("/t").segment(id)) {});
        bytes!(
            "<input data-class:is-late=\"$late\" data-bind:foo__case.camel data-ignore data-mine=\"x\">",
            input data-class:is-late="$late" data-bind:foo__case.camel data-ignore data-mine=("x");
        );
        bytes!(
            "<p data-on:click=\"$x = &quot;\\u0024b&quot;; @get('/y')\"></p>",
            p data-on:click={ "$x = " (quote("$b")) "; " (get("/y")) } {}
        );
        bytes!("<p data-on-intersect__threshold.25__once=\"x()\"></p>", p data-on-intersect__threshold.25__once="x()" {});
    }

    #[test]
    fn datastar_before_a_class() {
        // A dot that touches the name belongs to it only behind a key or modifiers.
        bytes!("<p class=\"a\" data-ignore></p>", p data-ignore .a {});
        bytes!("<p class=\"a\" data-on:click=\"x()\"></p>", p data-on:click="x()" .a {});
        bytes!("<input class=\"a\" data-bind:x>", input data-bind:x .a;);
    }

    #[test]
    fn signals() {
        #[derive(starmark::Signals)]
        struct Filter {
            query: String,
            page: u32,
        }
        let filter = Filter {
            query: "<a>".to_owned(),
            page: 2,
        };
        let by_macro = html! { div data-signals=(filter) {} };
        let by_builder = html::div().data_signals(&filter);
        assert_eq!(by_macro.into_string(), by_builder.to_string());
        bytes!("<p data-signals:page=\"2\"></p>", p data-signals:page=(filter.page) {});
    }

    #[test]
    fn addresses() {
        let bad = " java\nscript:alert(1)";
        bytes!("<a href=\"about:invalid\"></a>", a href=(bad) {});
        bytes!("<form action=\"about:invalid\"></form>", form action=[Some(bad)] {});
        bytes!("<a href=\"about:invalid\"></a>", a href={ "java" (String::from("script:x")) } {});
        bytes!("<a href=\"about:invalid\"></a>", a "href"=(bad) {});
        bytes!("<x-y href=\"about:invalid\"></x-y>", x-y href=(bad) {});
        bytes!("<a href=\"javascript:void(0)\"></a>", a href="javascript:void(0)" {});
        bytes!("<a href=\"javascript:x\"></a>", a href=(PreEscaped("javascript:x")) {});
        bytes!("<a href=\"/search?q=javascript:1&amp;r=2\"></a>", a href={ "/search?q=" ("javascript:1") "&r=2" } {});
        bytes!("<img src=\"data:image/png;base64,AA\">", img src=("data:image/png;base64,AA"););
    }

    #[test]
    fn styles_and_scripts() {
        let (width, shown) = (50, true);
        bytes!("<p style=\"width: 50%; color: red\"></p>", p style={ "width: " (width) "%" @if shown { "; color: red" } } {});
        bytes!("<p style=\"--n: 50\"></p>", p style=(PreEscaped(format!("--n: {width}"))) {});
        bytes!("<p onclick=\"f(1 &lt; 2)\"></p>", p onclick="f(1 < 2)" {});
        bytes!("<p onclick=\"f()\"></p>", p onclick=(PreEscaped("f()")) {});
        bytes!("<p onclick=\"g()\"></p>", p onclick=@if shown { "g()" } @else { "h()" } {});
    }

    #[test]
    fn documents() {
        let page = html! { p title="\"" { "x" } };
        bytes!("<iframe srcdoc=\"&lt;p title=&quot;&amp;quot;&quot;&gt;x&lt;/p&gt;\"></iframe>", iframe srcdoc=(page) {});
    }

    #[test]
    fn tokens() {
        let (late, none) = (true, None::<&str>);
        bytes!("<p class=\"a b\"></p>", p class=(["a", "b"]) {});
        bytes!("<p class=\"card late\"></p>", p class=([("card", true), ("late", late), ("done", !late)]) {});
        bytes!("<p class=\"x\"></p>", p class=([Some("x"), none]) {});
    }

    #[test]
    fn options_and_flags() {
        bytes!("<input value=\"v\" checked>", input value=(Some("v")) name=(None::<&str>) checked=(true) disabled=(false););
        bytes!("<input type=\"EMAIL\" disabled=\"\" checked=\"checked\">", input type="EMAIL" disabled="" checked="checked";);
    }

    #[test]
    fn quoted_names() {
        bytes!("<p @click=\"f\" data-On:X=\"y\" hidden=\"until-found\"></p>", p "@click"="f" "data-On:X"="y" "hidden"="until-found" {});
    }
}

mod content {
    use super::*;

    #[test]
    fn options_and_lists() {
        let (some, none) = (Some("<"), None::<u32>);
        bytes!("&lt;ab", (some)(none)(vec!["a", "b"]));
    }

    #[test]
    fn elements_of_the_builder() {
        use starmark::html::{b, br};
        bytes!("<p><b title=\"t\">x</b><br></p>", p { (b().title("t").child("x")) (br()) });
    }

    #[test]
    fn first_line_feeds() {
        let (text, nothing) = ("\nx", "");
        bytes!("<pre>\n\nx</pre>", pre { (text) });
        bytes!("<pre>\n\n\nx</pre>", pre { "\n" (text) });
        bytes!("<pre>\n\nx</pre>", pre { (nothing) (text) });
        bytes!("<pre>a\nx</pre>", pre { "a" (text) });
        bytes!("<pre></pre>", pre {});
        bytes!("<textarea>\n\nx</textarea>", textarea { @if !text.is_empty() { (text) } });
        bytes!("<pre><code>\nx</code></pre>", pre { code { (text) } });
        let by_builder = html::pre().child("").child(text);
        assert_eq!(by_builder.to_string(), "<pre>\n\nx</pre>");
    }

    #[test]
    fn code() {
        let data = ["</script>", "a&b"];
        bytes!("<script>if (a < b && c) {}</script>", script { "if (a < b && c) {}" });
        bytes!("<style>p > a {}</style>", style { "p > a {}" });
        bytes!(
            "<script type=\"application/json\">[\"\\u003c/script\\u003e\",\"a\\u0026b\"]</script>",
            script type="application/json" { (JsonScript(&data)) }
        );
        bytes!("<script>a()</script>", script { @if data.len() > 1 { "a()" } @else { (PreEscaped("b()")) } });
    }

    #[test]
    fn lazy_markup() {
        let list = from_fn(|out| write_html!(out, @for n in 1..=2 { li { (n) } }));
        bytes!("<ul><li>1</li><li>2</li></ul>", ul { (list) });
    }

    #[test]
    fn deep_nesting() {
        fn nest(depth: u32) -> Markup {
            html! { div { @if depth > 0 { (nest(depth - 1)) } @else { "x" } } }
        }
        let markup = nest(200).into_string();
        assert_eq!(markup.matches("<div>").count(), 201);
        assert_eq!(markup.matches("</div>").count(), 201);
        bytes!(
            "<a><b><i><u><s><em><p><q>x</q></p></em></s></u></i></b></a>",
            a { b { i { u { s { em { p { q { "x" } } } } } } } }
        );
    }
}

mod components {
    use super::*;

    #[component]
    fn Badge(
        label: &str,
        #[prop(default = 1)] count: u32,
        #[prop(optional)] hint: Option<&'static str>,
    ) -> Markup {
        html! { b title=(hint) { (label) " " (count) } }
    }

    #[component]
    fn Panel(
        title: &str,
        #[prop(default)] wide: bool,
        #[prop(into)] id: String,
        children: Children,
    ) -> Markup {
        html! { section.wide[wide] #(id) { h2 { (title) } (children) } }
    }

    #[component]
    fn List<T: Render + Clone>(items: &[T]) -> Markup {
        html! { ul { @for item in items { li { (item) } } } }
    }

    #[component]
    fn Early(name: Option<&str>) -> Markup {
        let Some(name) = name else {
            return html! { "nobody" };
        };
        html! { (name) }
    }

    #[component]
    struct Card<'a> {
        title: &'a str,
        #[prop(default)]
        children: Children<'a>,
    }

    #[component]
    struct Grid<'a, T = u8, const COLUMNS: usize = 2>
    where
        T: Render,
    {
        /// What stands in the fields.
        cells: &'a [T],
        #[prop(default = 3)]
        count: usize,
    }

    impl<T: Render, const COLUMNS: usize> Render for Grid<'_, T, COLUMNS> {
        fn render_to(&self, out: &mut Buffer) {
            write_html!(out, (self.count) ":" @for row in self.cells.chunks(COLUMNS) { p { @for cell in row { (cell) } } });
        }
    }

    #[component]
    fn Marked<'a>(
        mark: &dyn Fn(&str) -> bool,
        names: Vec<&'a str>,
        more: Option<&'_ str>,
    ) -> Markup {
        html! { @for name in names { b.on[mark(name)] { (name) } } b { (more) } }
    }

    impl Render for Card<'_> {
        fn render_to(&self, out: &mut Buffer) {
            write_html!(out, article { h3 { (self.title) } (self.children) });
        }
    }

    mod widgets {
        use starmark::prelude::*;

        #[component]
        pub(super) fn Dot() -> Markup {
            starmark::html! { "•" }
        }
    }

    #[test]
    fn props() {
        let label = String::from("<l>");
        bytes!("<b>&lt;l&gt; 1</b>", Badge label=(&label););
        bytes!("<b title=\"h\">x 3</b>", Badge label="x" count=(3) hint="h";);
        bytes!("nobodyAda", Early name=(None); Early name=(Some("Ada")););
    }

    #[test]
    fn children() {
        bytes!(
            "<section class=\"wide\" id=\"p\"><h2>News</h2><p>x</p><b>y 1</b></section>",
            Panel title="News" wide id="p" { p { "x" } Badge label="y"; }
        );
        bytes!("<section class=\"\" id=\"p\"><h2>N</h2></section>", Panel title="N" id="p" wide=(false););
    }

    #[test]
    fn children_in_children() {
        let names = vec![String::from("a"), String::from("b")];
        bytes!(
            "<article><h3>out</h3><article><h3>a</h3>a</article><article><h3>b</h3>b</article></article>",
            Card title="out" { @for name in &names { Card title=(name) { (name) } } }
        );
        assert_eq!(names.len(), 2);
    }

    #[test]
    fn generics() {
        bytes!("<ul><li>1</li><li>2</li></ul><ul><li>a</li></ul>", List items=(&[1, 2]); List items=(&["a"]););
    }

    #[test]
    fn parameters_of_all_sorts() {
        let grid: Grid<'_, _, 2> = Grid::builder().cells(&[1, 2, 3]).build();
        bytes!("3:<p>12</p><p>3</p>", (grid));
        let is_long = |name: &str| name.len() > 1;
        bytes!(
            "<b class=\"on\">ab</b><b>c</b>",
            Marked mark=(&is_long) names=(vec!["ab"]) more=(Some("c"));
        );
    }

    #[test]
    fn paths() {
        bytes!("<p>•</p>", p { widgets::Dot; });
        bytes!("•", self::widgets::Dot {});
    }

    #[test]
    fn values() {
        let badge = Badge::builder().label("v").build();
        bytes!("<p><b>v 1</b></p>", p { (badge) });
        assert_eq!(render(&badge).into_string(), "<b>v 1</b>");
        assert_eq!(html::p().child(&badge).to_string(), "<p><b>v 1</b></p>");
    }

    #[test]
    fn markup_as_a_prop() {
        #[component]
        fn Row(start: Markup, #[prop(default)] on: bool) -> Markup {
            html! { div.on[on] { (start) } }
        }
        bytes!("<div class=\"on\"><i>x</i></div>", Row start={ i { "x" } } on[1 < 2];);
    }
}

mod surroundings {
    use super::*;

    #[test]
    fn a_renamed_crate() {
        let markup = other::html! { p data-on:click__prevent=(other::get("/x")) style={ "top: " (1) } { br; (1) } };
        let wanted = "<p data-on:click__prevent=\"@get('/x')\" style=\"top: 1\"><br>1</p>";
        assert_eq!(markup.into_string(), wanted);
        let mut out = other::Buffer::new();
        other::write_html!(&mut out, p {});
        assert_eq!(out.as_str(), "<p></p>");
    }

    #[test]
    fn one_buffer() {
        let mut out = Buffer::new();
        for n in 0..3 {
            write_html!(&mut out, li { (n) });
        }
        let target = &mut out;
        write_html!(target, p { "end" });
        write_html!(target, "x");
        assert_eq!(out.as_str(), "<li>0</li><li>1</li><li>2</li><p>end</p>x");
    }

    #[test]
    fn generic_functions() {
        fn list<T: fmt::Display, const N: usize>(items: &[T; N], extra: impl Render) -> Markup {
            html! { ul data-n=(N) { @for item in items { li data-text="$x" { (item.to_string()) } } (extra) } }
        }
        assert_eq!(
            list(&[1, 2], "x").into_string(),
            "<ul data-n=\"2\"><li data-text=\"$x\">1</li><li data-text=\"$x\">2</li>x</ul>"
        );
    }

    #[tokio::test]
    async fn async_functions() {
        async fn name() -> String {
            tokio::task::yield_now().await;
            "Ada".to_owned()
        }
        async fn page() -> Markup {
            html! { p title=(name().await) { (name().await) @for _ in 0..2 { (name().await) } } }
        }
        fn check<T: Send + 'static>(value: T) -> T {
            value
        }
        let page = tokio::spawn(check(page())).await.expect("the task ends");
        assert_eq!(page.into_string(), "<p title=\"Ada\">AdaAdaAda</p>");
    }

    #[test]
    fn constants_and_statics() {
        static PAGE: std::sync::LazyLock<Markup> = std::sync::LazyLock::new(|| html! { p { "x" } });
        bytes!("<p>x</p>", (*PAGE));
    }
}

/// Names of the program that the expansion uses, too.
mod hygiene {
    #[test]
    #[expect(
        non_snake_case,
        reason = "a name that the expansion has for a constant"
    )]
    fn locals() {
        let (out, buffer, start, value, component) = ("o", "b", "s", Some("v"), "c");
        let (a, div, data, html, krate, PROBLEM) = (1, 2, 3, 4, 5, 6);
        bytes!(
            "<a href=\"/b\" title=\"v\" style=\"top: 3\">osc</a><pre>\n\nsb</pre>123456",
            a href={ "/" (buffer) } title=[value] style={ "top: " (data) } { (out) (start) (component) }
            pre { "\n" (start) (buffer) }
            (a) (div) (data) (html) (krate) (PROBLEM)
        );
    }

    #[test]
    fn bindings_in_the_template() {
        bytes!(
            "<p title=\"1\">2</p><p>3</p>",
            @let out = 1;
            p title={ @let start = out; (start) } { @let buffer = out + 1; (buffer) }
            @if let Some(value) = Some(3) { p { (value) } }
        );
    }

    #[test]
    fn items() {
        #[allow(dead_code, non_camel_case_types)]
        struct a;
        #[allow(dead_code)]
        fn div() {}
        mod data {}
        mod core {}
        mod std {}
        #[allow(dead_code)]
        struct Buffer;
        #[allow(dead_code)]
        enum Option {
            Some,
            None,
        }
        #[allow(dead_code)]
        trait Render {
            fn render_to(&self);
        }
        let x = ::core::option::Option::Some(1);
        bytes!(
            "<a title=\"1\" data-show=\"$x\"></a><div lang=\"y\">2</div>",
            a title=[x] data-show="$x" {}
            div lang={ ("y") } { (2) }
        );
    }

    #[test]
    fn methods_of_the_program() {
        trait Loud {
            fn show(&self) -> &'static str;
            fn void(&self) {}
            fn report(&self, _: usize) {}
        }
        impl<T> Loud for T {
            fn show(&self) -> &'static str {
                "loud"
            }
        }
        bytes!("<p title=\"loud\" data-show=\"$x\">loud</p><br>", p title=(1.show()) data-show="$x" { (2.show()) } br;);
        2.void();
        2.report(1);
    }
}
