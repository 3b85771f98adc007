use starmark::prelude::*;
use starmark::{html, svg};
#[derive(serde::Serialize)] struct F { query: String, n: i32 }
struct OnlyDisplay; impl std::fmt::Display for OnlyDisplay { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("<hello>") } }
fn main() {
    let url = "/x?a=1&b"; let user = "<b>\"'"; let flag = true; let f = F { query: "a;'\\".into(), n: 3 };
    let js = String::from("javascript:alert(1)");
    let m = html! {
        (DOCTYPE)
        main #board .grid data-signals=(f) data-init=(get("/board/stream")) {
            input type="search" data-bind=(Signal::new("query")) data-on:input__debounce.200ms=(get("/board"));
            @for i in 0..3 { section.column.odd[i % 2 == 1] { h2 { (i) " " span.count { (user) } } } }
            a href=(url) title=(user) { "x" } a href=(js) {} a href={ (js) "x" } {}
            input checked[flag] disabled[!flag] value=[Some(42)] maxlength="10";
            sl-button variant="primary" onclick="x()" { "hi" }
            (OnlyDisplay) (true) (1.5) ('c')
            svg viewBox="0 0 1 1" { path d="M0" stroke-width=(3) {} linearGradient {} }
            div data-testid=(user) data-row-id="3" aria-label="x" aria-hidden=(true) {}
            pre { "\nx" } textarea { (format!("\n{user}")) }
            script { "if (a < b) {}" (PreEscaped("x")) }
            style { "p > a {}" }
            button .x data-on:click__prevent="@post('/x')" {}
            p style={ "width:" (3) "%" } {}
        }
        @match 3 { 1 => "a", _ => { p { "b" } } }
        .{ "a" (1) } {}
        svg::g { path d="" {} }
    };
    println!("{m}");
    println!("{}", html::a().href(url).child(user));
}
