use starmark::html;
use starmark::prelude::*;

#[component]
fn Pair(first: &str, second: u32, #[prop(default)] wide: bool) -> Markup {
    html! { p.wide[wide] { (first) (second) } }
}

fn main() {
    let _ = html! { Pair wide; };
}
