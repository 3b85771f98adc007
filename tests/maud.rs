//! What is valid in maud 0.27 gives the same bytes here, and what differs does so on purpose.
//!
//! Each template is written once and expanded by both macros, so that a difference cannot hide in a typing
//! error. The second half holds the deliberate differences, each with its reason.

#![expect(
    clippy::blocks_in_conditions,
    clippy::collapsible_match,
    clippy::const_is_empty,
    clippy::ignored_unit_patterns,
    clippy::init_numbered_fields,
    clippy::let_and_return,
    clippy::needless_bool,
    clippy::nonminimal_bool,
    clippy::redundant_pattern_matching,
    reason = "these templates try the grammar, not good style"
)]

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Expands a template with both macros and compares the bytes.
macro_rules! same {
    ($($template:tt)*) => {{
        let theirs = {
            #[allow(unused_imports)]
            use maud::{DOCTYPE, PreEscaped, html};
            html! { $($template)* }.into_string()
        };
        let ours = {
            #[allow(unused_imports)]
            use starmark::{DOCTYPE, PreEscaped, html};
            html! { $($template)* }.into_string()
        };
        assert_eq!(ours, theirs);
        ours
    }};
}

/// A template of which the two macros make something different: theirs, ours.
macro_rules! differ {
    ($theirs:literal, $ours:literal, $($template:tt)*) => {{
        assert_eq!(maud::html! { $($template)* }.into_string(), $theirs);
        assert_eq!(starmark::html! { $($template)* }.into_string(), $ours);
    }};
}

/// Has `Display` and nothing else.
struct Shown(&'static str);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

mod content {
    use super::*;

    #[test]
    fn literals() {
        assert_eq!(same! {}, "");
        assert_eq!(same! { "pickle" "barrel" }, "picklebarrel");
        assert_eq!(same! { "<\"&\">'" }, "&lt;&quot;&amp;&quot;&gt;'");
        same! { "pine\napple\t" "\u{2603}" "\\" };
        same! { r"raw \n" r#"raw "<quotes>""# };
        same! { "a line \
        goes on" };
        same! { "日本語 é 🦀" "" };
    }

    #[test]
    fn semicolons_and_blocks() {
        assert_eq!(same! { "one"; "two"; ;; "three"; }, "onetwothree");
        same! { { "a" { "b" } } {} "c" };
        same! { p { "x"; { br; } } ; };
    }

    #[test]
    fn comments() {
        same! {
            // A comment.
            p { /* another */ "text" }
        };
    }

    #[test]
    fn strings() {
        let (owned, borrowed) = (String::from("<o>"), "<b>");
        let cow: Cow<'_, str> = Cow::Borrowed("<c>");
        assert_eq!(
            same! { (borrowed) (owned) (cow) },
            "&lt;b&gt;&lt;o&gt;&lt;c&gt;"
        );
        same! { (&borrowed) (&&owned) (owned.as_str()) (&mut owned.clone()) };
        same! { (Box::new("<x>")) (Arc::new(String::from("<y>"))) (Box::<str>::from("z")) };
        same! { (String::from("temporary").as_str()) };
    }

    #[test]
    fn numbers_characters_and_booleans() {
        same! { (1) (-2_i8) (u64::MAX) (i128::MIN) (usize::MIN) };
        same! { (1.5_f32) (1.0) (-0.0) (f64::NAN) (1e300) (f32::INFINITY) };
        assert_eq!(same! { ('<') ('é') ('"') }, "&lt;é&quot;");
        assert_eq!(same! { (true) (1 > 2) }, "truefalse");
    }

    #[test]
    fn display_and_format_args() {
        let name = "<a>";
        same! { (Shown("x")) (&Shown("y")) (Box::new(Shown("z"))) };
        same! { (format_args!("{name}!")) (format_args!("plain")) (format!("{name:>5}")) };
        same! { (std::net::Ipv4Addr::LOCALHOST) (std::num::NonZeroU8::MIN) };
        same! { (std::rc::Rc::new("r")) };
    }

    #[test]
    fn markup_is_not_escaped_again() {
        let text = "<p>";
        assert_eq!(
            same! { (PreEscaped("<b>")) (PreEscaped(String::from("&"))) (text) },
            "<b>&&lt;p&gt;"
        );
        same! { p { (html! { b { (text) } }) } };
        same! { (DOCTYPE) html { head { title { "x" } } body {} } };
    }

    #[test]
    fn expressions() {
        struct Creature {
            name: &'static str,
        }
        let (values, pinkie) = ([1, 2, 3], Creature { name: "Pinkie" });
        same! { (values.iter().map(|n| n * 2).sum::<i32>()) (values[0]) (pinkie.name) (values.len() + 1) };
        same! { (Creature { name: "Pie" }.name) ({ let x = 1; x + 1 }) (if values[0] == 1 { "one" } else { "other" }) };
        same! { (match values.first() { Some(n) if *n > 1 => "many", Some(_) => "one", None => "none" }) };
        same! { (values.iter().map(|n| { let n = n + 1; n.to_string() }).collect::<Vec<_>>().join("<")) };
        same! { ({ fn twice(n: i32) -> i32 { n * 2 } twice(4) }) ([1, 2][1]) ((1, "b").1) (!true) (-values[1]) };
        same! { (values.get(5).copied().unwrap_or_default()) (stringify!(a < b)) (&*String::from("x")) };
    }

    #[test]
    fn values_are_borrowed() {
        let (name, names) = (String::from("Ada"), vec![String::from("Bob")]);
        same! { p title=(name) .(name) #(name) { (name) } @for name in &names { (name) } (names.len()) };
        drop((name, names));
    }
}

mod elements {
    #[test]
    fn plain() {
        assert_eq!(same! { p { b { "x" } } br; "y" }, "<p><b>x</b></p><br>y");
        same! { article { header { h1 { "a" } } main { p {} } } hr; img; input; wbr; };
        same! { select { option { "x" } } label { "y" } object {} var { "v" } };
        same! { svg { g { circle {} text { "t" } } } math { mi { "x" } } };
    }

    #[test]
    fn an_element_without_a_name_is_a_div() {
        assert_eq!(
            same! { .a { "x" } #b { "y" } },
            "<div class=\"a\">x</div><div id=\"b\">y</div>"
        );
        same! { .a #b title="t" {} #c.d {} ."quoted" {} .(1 + 1) {} #{ "e" (2) } {} };
        same! { p { .inner { .innermost {} } } };
    }

    #[test]
    fn custom() {
        assert_eq!(
            same! { custom-element { "x" } },
            "<custom-element>x</custom-element>"
        );
        same! { a-b-c anything="goes" x-y { } x-1 {} a--b {} ns:name a:b="c" {} x-"quoted" {} };
        same! { sl-button.primary #go disabled[true] data-x="y" { sl-icon name="plus" {} } };
        same! { x-y on:click="f" v-on:click="g" {} };
    }

    #[test]
    fn raw_identifiers() {
        same! { p { r#"text"# } };
        same! { label for="x" { "y" } input type="text"; script async {} script defer {} ol start="3" reversed {} };
    }

    #[test]
    fn code() {
        same! { script { "let a = 1;" } style { "p { color: red }" } };
        same! { script src="/x.js" {} script { (PreEscaped("if (a < b && c) {}")) } style {} };
    }

    #[test]
    fn drawings() {
        same! {
            svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg" {
                path d="M0 0" stroke-width="2" fill="none" {}
                linearGradient id="g" { stop offset="1" {} }
                foreignObject { p { "html" } }
            }
        };
    }
}

mod attributes {
    use super::Shown;

    #[test]
    fn literals() {
        assert_eq!(
            same! { p title="<\"&\">'" { } },
            "<p title=\"&lt;&quot;&amp;&quot;&gt;'\"></p>"
        );
        same! { a href="/x?a=1&b=2" lang="en" class="a  b" id="c" { } link rel="stylesheet" href="x.css"; };
        same! { input type="checkbox" name="a[]" value="" ; meta charset="utf-8"; p title=r#"raw "quotes""# {} };
        same! { p aria-label="x" role="note" data-test-id="y" data-x1="z" {} meta http-equiv="refresh" content="1"; };
        same! { td colspan="2" {} progress value="0.5" max="1e2" {} };
    }

    #[test]
    fn splices() {
        let (text, number) = ("<\"&", 3);
        same! { p title=(text) lang=(String::from("en")) tabindex=(number) { } a href=(format!("/{number}")) {} };
        same! { p title=(Shown("x")) lang=(format_args!("{number}")) data-id=(number) data-x=(true) {} };
        same! { p title=(html! { "a<b" }) {} p title=(PreEscaped("&amp;")) {} input value=(1.5) maxlength=(4_u8); };
        same! { a href=(Shown("x")) {} a href=("/a?b=c&d") {} p title=(Box::new("x")) {} p title=('"') {} };
        same! { p class=(text) id=(number) {} };
    }

    #[test]
    fn blocks() {
        let id = 7;
        assert_eq!(
            same! { a href={ "/tickets/" (id) "?x=<" } {} },
            "<a href=\"/tickets/7?x=&lt;\"></a>"
        );
        same! { p title={} class={ "a " { "b" } } {} p title={ (id) (id) } {} p title={ "a"; "b" } {} };
        same! { a href={ (Shown("h")) "/x" } {} p title={ (PreEscaped("&lt;")) "x" } {} };
        same! { p title={ @let next = id + 1; (next) } { (id) } };
    }

    #[test]
    fn control_flow_in_values() {
        for n in 0..3 {
            same! { p title=@if n == 0 { "none" } @else if n == 1 { "one" } @else { (n) " many" } {} };
            same! { p title=@match n { 0 => "none", 1 => { "o" "ne" } _ => (n), } class="x" {} };
            same! { p title={ "n" @for i in 0..n { " " (i) } @if n > 1 { "!" } } {} };
            same! { p data-n=@if n > 1 { "many" } {} };
        }
    }

    #[test]
    fn without_a_value() {
        assert_eq!(
            same! { input checked disabled; },
            "<input checked disabled>"
        );
        same! { input autofocus type="text"; p hidden {} script async {} details open {} video controls muted {} };
        same! { p title {} a download {} };
    }

    #[test]
    fn optional() {
        let (some, none) = (Some("<x>"), None::<&str>);
        assert_eq!(
            same! { p title=[some] lang=[none] {} },
            "<p title=\"&lt;x&gt;\"></p>"
        );
        same! { p title=[Some(3)] lang=[some.map(str::len)] {} a href=[none.or(Some("/x"))] {} };
        let owned = Some(String::from("o"));
        same! { p title=[&owned] {} p title=[owned.as_deref()] {} p title=[owned.clone()] class=[Some(Shown("c"))] {} };
    }

    #[test]
    fn toggles() {
        struct State {
            on: bool,
        }
        let (yes, no) = (true, false);
        assert_eq!(
            same! { input checked[yes] disabled[no]; },
            "<input checked>"
        );
        same! { input checked?[yes] disabled?[no]; p hidden[yes && !no] title[yes] {} };
        same! { input checked[State { on: true }.on] disabled[matches!(Some(1), Some(n) if n > 1)]; };
        same! { input checked[{ let x = 1; x > 0 }] disabled[if yes { no } else { yes }] required[yes | no]; };
        same! { p.a[State { on: false }.on].b[[yes, no][0]] {} };
    }

    #[test]
    fn names_as_written() {
        same! { p "x-on:click"="f" "@click"="g" ":class"="h" "hx-get"="/x" "_"="on click" {} };
        same! { p "x-y" "hx-on::after-request"[true] "v-bind"=[Some("a")] "title"="t" "data-x.y"=(1) {} };
        same! { p 1="a" 2-a="b" {} };
    }
}

mod shorthands {
    #[test]
    fn classes() {
        assert_eq!(same! { p.a.b-c.d {} }, "<p class=\"a b-c d\"></p>");
        same! { p .a .b {} p.a-1.b_2.c--d.e:f {} p."w-1/2"."a b" {} p.sm:"w-1/2".x-"y" {} p.1-2.x {} };
        same! { p.if.class.type.data-x.true {} p.data-a:b.c {} };
        same! { p."<\"" {} };
    }

    #[test]
    fn toggled_classes() {
        for (yes, no) in [(true, false), (false, true), (true, true), (false, false)] {
            same! { p.a[yes] {} p.a[yes].b[no] {} p.a.b[yes].c[no].d {} p.a[no].b {} p."x/y"[yes].z-1[no] {} };
            same! { p.(1)[yes].{ "a" (2) }[no] {} p.{ "x" }[yes && no] title="t" {} };
        }
    }

    #[test]
    fn spliced_classes() {
        let name = "<n>";
        same! { p.(name) {} p.a.(name).b {} p.{ "card-" (name) } {} p.("x").{ "y" } {} };
        same! { p.@if name.is_empty() { "none" } @else { "some" } {} p.{ @if name.len() > 1 { "a " } "b" }.c {} };
        same! { p.{ @for i in 0..3 { "c" (i) " " } } {} p.@match name.len() { 3 => "three", _ => "other" } {} };
    }

    #[test]
    fn ids() {
        let name = "<n>";
        assert_eq!(
            same! { p #a {} p #b-1.c {} },
            "<p id=\"a\"></p><p class=\"c\" id=\"b-1\"></p>"
        );
        same! { p # "quoted id" {} p #(name) {} p #{ "x-" (name) } {} p.a title="t" #b lang="en" .c {} p #1 {} };
        same! { p #@if name.is_empty() { "a" } @else { "b" } {} };
    }

    #[test]
    fn order() {
        same! { p title="t" .a lang="en" #b .c[true] hidden {} };
    }
}

mod control_flow {
    enum Shape {
        Circle,
        Square { side: u32 },
        Other(&'static str),
    }

    #[test]
    fn conditions() {
        for n in 0..4 {
            same! { @if n == 0 { "zero" } };
            same! { @if n == 0 { "zero" } @else { "more" } };
            same! { @if n == 0 { p { "zero" } } @else if n == 1 { "one" } @else if n == 2 {} @else { (n) } "end" };
            same! { p { @if !(n > 1) { "few" } @if { let limit = 1; n > limit } { "many" } };
            @if if n > 2 { true } else { false } { "x" } };
        }
    }

    #[test]
    fn conditions_with_patterns() {
        struct Point {
            x: u32,
        }
        for n in [None, Some(1), Some(2)] {
            same! { @if let Some(n) = n { (n) } @else { "none" } };
            same! { @if let Some(n) = n && n > 1 { (n) } @else if let None = n && true { "none" } @else { "low" } };
            same! { @if matches!(n, Some(_)) { "some" } @if matches!(n, Some(n) if n > 1) { "many" } };
            same! { @if n == (Option::Some { 0: 1 }) { "one" } @if (Point { x: 1 }).x == 1 { "x" } };
            same! { @if n.map(|n| { n + 1 }).is_some_and(|n| n > 2) { "closure" } };
            same! { @if let Some(1 | 2) = n { "or" } @if let Some(ref n @ 1..=5) = n { (n) } };
        }
    }

    #[test]
    fn loops() {
        let (names, pairs) = (vec!["a", "<b>"], [(1, "x"), (2, "y")]);
        assert_eq!(same! { @for name in &names { (name) "," } }, "a,&lt;b&gt;,");
        same! { ul { @for (i, name) in names.iter().enumerate() { li.first[i == 0] { (i) (name) } } } };
        same! { @for &(n, s) in &pairs { (n) (s) } @for i in 0..3 { (i) } @for i in (0..=2).rev() { (i) } };
        same! { @for name in { let names = names.clone(); names } { (name) } @for _ in [(); 2] { "x" } };
        same! { @for x in names.iter().filter(|x| { x.len() > 1 }) { (x) } };
        same! { @for row in [[1, 2], [3, 4]] { tr { @for cell in row { td { (cell) } } } } };
        same! { @for x in match names.len() { 2 => vec![1], _ => vec![] } { (x) } };
    }

    #[test]
    fn loops_with_conditions() {
        same! {
            @let mut rest = vec![1, 2, 3];
            @while rest.len() > 1 { (rest.pop().unwrap_or(0)) }
            @while let Some(n) = rest.pop() { "last " (n) }
            @while { let never = false; never } { "never" }
        };
    }

    #[test]
    fn leaving_a_loop() {
        same! { @for n in 0..5 { @if n == 1 { ({ continue; #[allow(unreachable_code)] "" }) } @if n == 3 { ({ break; #[allow(unreachable_code)] "" }) } (n) } };
    }

    #[test]
    fn matches() {
        for shape in [
            Shape::Circle,
            Shape::Square { side: 2 },
            Shape::Square { side: 9 },
            Shape::Other("x"),
        ] {
            same! {
                @match shape {
                    Shape::Circle => "circle",
                    Shape::Square { side } if side > 5 => { "large " (side) }
                    Shape::Square { side, .. } => p { (side) }
                    Shape::Other(name) => (name),
                }
            };
            same! {
                @match &shape {
                    | Shape::Circle | Shape::Other(_) => br;
                    Shape::Square { side: n @ 1..=3 } => @if *n == 2 { "two" },
                    _ => {},
                }
            };
        }
        same! { @match (1, "a") { (1, s) => { (s) } _ => "no" } @match 3 { 0..=2 => {} 3 => ; _ => {} } };
        same! { @match { 1 + 1 } { 2 => "two", _ => {} } };
    }

    #[test]
    fn bindings() {
        same! { @let x = 1; (x) @let x = x + 1; (x) p { (x) } };
        same! { @let name: &str = "n"; @let (a, b): (i32, _) = (1, 'c'); (name) (a) (b) };
        same! { @let x = { let y = 2; y * 2 }; @let f = |n: i32| { n + 1 }; (f(x)) };
        same! { @let x = 1; { @let x = 2; (x) } (x) @if x == 1 { @let x = 3; (x) } (x) };
        same! { @let mut n = 1; ({ n += 1; n }) (n) @let _ = n; @let late; ({ late = 1; late }) };
        same! { @let x = if true { 1 } else { 2 }; @let y = match x { 1 => "one", _ => "other" }; (y) };
        same! { p { @let inner = 5; (inner) } @for i in 0..2 { @let double = i * 2; (double) } };
    }

    #[test]
    fn bindings_that_may_fail() {
        fn describe(word: Option<&str>) -> String {
            same! { @let Some(word) = word else { return String::from("nothing") }; p { (word) } }
        }
        assert_eq!(describe(Some("x")), "<p>x</p>");
        assert_eq!(describe(None), "nothing");
    }

    #[test]
    fn leaving_the_function() -> Result<(), std::num::ParseIntError> {
        fn sum(a: &str, b: &str) -> Result<String, std::num::ParseIntError> {
            Ok(same! { p title=(a.parse::<i32>()?) { (b.parse::<i32>()? + 1) } })
        }
        assert_eq!(sum("1", "2")?, "<p title=\"1\">3</p>");
        assert!(sum("1", "x").is_err());
        Ok(())
    }
}

mod surroundings {
    macro_rules! item {
        (lit $text:literal) => {
            same! { li title=$text { $text } }
        };
        (element $element:ident $($attribute:ident = $value:literal)*) => {
            same! { $element $($attribute=$value)* { "x" } }
        };
        (pattern $pattern:pat => $bound:ident in $value:expr) => {
            same! { @if let $pattern = $value { ($bound) } @match $value { $pattern => { ($bound) } _ => {} } }
        };
        (all $($template:tt)*) => {
            same! { section { $($template)* } }
        };
        (list $($item:expr),*) => {
            same! { ul { $(li { ($item) })* } }
        };
        (do $block:block) => {
            same! { ($block) @let n = $block; (n) }
        };
        ($name:expr) => {
            same! { li title=($name) { ($name) } }
        };
    }

    #[test]
    fn templates_inside_macros() {
        let name = "n";
        assert_eq!(item!(name), "<li title=\"n\">n</li>");
        item!(1 + 2);
        item!(lit "<text>");
        item!(element p title="t" lang="en");
        item!(pattern Some(x) => x in Some(4));
        item!(all p { (name) } @if name == "n" { br; });
        item!(list 1, "two", '3');
        item!(do { 1 + 2 });
    }

    #[test]
    fn templates_as_expressions() {
        let render = |n: i32| match n {
            0 => same! { "zero" },
            n if n < 0 => same! { b { "minus" } },
            n => same! { (n) },
        };
        assert_eq!(
            (render(0), render(-1), render(2)),
            ("zero".into(), "<b>minus</b>".into(), "2".into())
        );
        let list: Vec<_> = (0..2).map(|i| same! { li { (i) } }).collect();
        assert_eq!(list.concat(), "<li>0</li><li>1</li>");
    }

    #[test]
    fn names_of_the_program_are_left_alone() {
        let (out, buffer, start, value, html_output) = (1, 2, 3, 4, 5);
        assert_eq!(
            same! { (out) p title=(buffer) lang={ (start) } { (value) } (html_output) },
            "1<p title=\"2\" lang=\"3\">4</p>5"
        );
    }

    #[test]
    fn templates_in_templates() {
        fn row(n: u32) -> String {
            same! { tr { @for i in 0..n { td { (PreEscaped(same! { b { (i) } })) } } } }
        }
        assert_eq!(row(2), "<tr><td><b>0</b></td><td><b>1</b></td></tr>");
    }
}

/// The differences that the documentation of `html!` lists.
mod differences {
    // The parser turns a carriage return into a line feed and drops a NUL; written as a reference, and as the
    // character that stands for what cannot be shown, they arrive.
    #[test]
    fn carriage_returns_and_nuls() {
        differ!("\r\0", "&#13;\u{FFFD}", "\r\0");
        let text = "\r\0";
        differ!("<p title=\"\r\0\">\r\0</p>", "<p title=\"&#13;\u{FFFD}\">&#13;\u{FFFD}</p>", p title=(text) { (text) });
    }

    // The parser drops the first line feed of `pre` and `textarea`.
    #[test]
    fn first_line_feeds() {
        let text = "\nb";
        differ!("<pre>\na</pre>", "<pre>\n\na</pre>", pre { "\na" });
        differ!("<textarea>\nb</textarea>", "<textarea>\n\nb</textarea>", textarea { (text) });
    }

    // Browsers do not read references inside `script` and `style`, so an escaped literal would be other code.
    #[test]
    fn code_in_literals() {
        differ!("<script>a &lt; b</script>", "<script>a < b</script>", script { "a < b" });
        differ!("<style>p &gt; a {}</style>", "<style>p > a {}</style>", style { "p > a {}" });
    }

    // An address that runs a script is no address.
    #[test]
    fn addresses_with_a_script() {
        let address = "javascript:alert(1)";
        differ!("<a href=\"javascript:alert(1)\"></a>", "<a href=\"about:invalid\"></a>", a href=(address) {});
        differ!("<a href=\"javascript:x\"></a>", "<a href=\"about:invalid\"></a>", a href={ "java" "script:" ("x") } {});
    }

    // A flag is on by its presence: `checked="false"` is checked.
    #[test]
    fn flags() {
        let (yes, no) = (true, false);
        differ!("<input checked=\"true\">", "<input checked>", input checked=(yes););
        differ!("<input checked=\"false\">", "<input>", input checked=(no););
    }

    // A quote would end the attribute, whoever vouches for the rest.
    #[test]
    fn a_quote_in_vouched_for_text() {
        assert_eq!(
            maud::html! { p title=(maud::PreEscaped("\"")) {} }.into_string(),
            "<p title=\"\"\"></p>"
        );
        assert_eq!(
            starmark::html! { p title=(starmark::PreEscaped("\"")) {} }.into_string(),
            "<p title=\"&quot;\"></p>"
        );
    }
}
